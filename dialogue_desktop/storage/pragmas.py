"""How every SQLite connection of the program is set up."""

from __future__ import annotations

import sqlite3
from pathlib import Path

#: The schema number kept in PRAGMA user_version; each released migration raises it by one.
SCHEMA_VERSION = 6

#: Marks a file as ours ("DTND"), so that another program's database is told apart.
APPLICATION_ID = 0x44544E44

#: Milliseconds to wait for another process's lock before saying so.
BUSY_TIMEOUT_MS = 2000


def prepare(connection: sqlite3.Connection) -> None:
    """WAL with one flush per commit (synchronous=FULL: a power cut loses nothing committed)."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA trusted_schema=OFF")


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing, not even by tidying up.

    The address is put together here because `Path.as_uri` loads urllib, which the first screen can do
    without.
    """
    plain = path.absolute().as_posix()
    for sign, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        plain = plain.replace(sign, code)
    return sqlite3.connect(f"file:{'' if plain.startswith('/') else '/'}{plain}?mode=ro", uri=True)


def connect(path: Path) -> sqlite3.Connection:
    """A prepared connection of our own, for the paths where every microsecond counts."""
    connection = sqlite3.connect(path, check_same_thread=False, cached_statements=256)
    prepare(connection)
    return connection
