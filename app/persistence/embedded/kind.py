"""The first instructions of a child, run by path in a bare interpreter, before it becomes PostgreSQL.

A program of its own, and not a `preexec_fn`, because Python code between fork and exec may deadlock when the
parent has threads. Order matters: changing the uid clears the parent-death signal.

Arguments: pid of the parent, uid, gid, pipe (-1: none), then the command.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def sterf_met_ouder(ouder: int) -> None:
    """Ask Linux for SIGINT, PostgreSQL's fast shutdown, at the end of the thread that forked us."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT, 0, 0, 0)
    if os.getppid() != ouder:
        os._exit(0)


def sterf_met_pijp(pijp: int) -> None:
    """Leave a watcher that sends the same SIGINT when the parent's end of the pipe closes without a word."""
    doel = os.getpid()
    tussen = os.fork()
    if tussen:
        os.waitpid(tussen, 0)
        os.close(pijp)
    elif os.fork():
        os._exit(0)
    else:
        if not os.read(pijp, 1):
            os.kill(doel, signal.SIGINT)
        os._exit(0)


def main() -> None:
    """Drop rights, tie our life to the parent's, become the command."""
    ouder, uid, gid, pijp = map(int, sys.argv[1:5])
    opdracht = sys.argv[5:]
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.umask(0o077)
    os.chdir("/")
    if uid != os.geteuid():
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    if pijp < 0:
        sterf_met_ouder(ouder)
    else:
        sterf_met_pijp(pijp)
    os.execv(opdracht[0], opdracht)  # noqa: S606 - no shell wanted


if __name__ == "__main__":
    main()
