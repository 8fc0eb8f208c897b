"""An inkooporder: what UWV and the opdrachtnemer record of it, and which step may follow."""
