"""Tables, repositories, unit of work, embedded database."""
