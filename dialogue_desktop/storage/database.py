"""Open a data folder's database: create, recognise, migrate, and hand out connections."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desktop.errors import StorageError
from dialogue_desktop.storage import failures
from dialogue_desktop.storage.pragmas import (
    APPLICATION_ID,
    BUSY_TIMEOUT_MS,
    SCHEMA_VERSION,
    connect,
    prepare,
)
from dialogue_desktop.storage.recognition import recognise

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session


class Database:
    """One open database: `raw` for the journal's path, `session()` for the rest.

    All use goes through one thread at a time; the lock makes a second one wait.
    """

    def __init__(self, path: Path, *, backup_before_migration: Path | None = None) -> None:
        self.path = path
        self._engine: Engine | None = None
        self.lock = threading.RLock()
        version = recognise(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(failures.READ_ONLY) from error
        if version == 0:
            self._create()
        elif version < SCHEMA_VERSION:
            from dialogue_desktop.storage.migrate import upgrade

            upgrade(path, backup_before_migration)
        with failures.translated():
            self.raw = connect(path)
        self._place = _place_of(path)

    def _create(self) -> None:
        """All tables in one transaction; a half-made file is left as empty as it was."""
        from sqlalchemy.dialects import sqlite
        from sqlalchemy.schema import CreateIndex, CreateTable

        from dialogue_desktop.storage.tables import EXTRA_DDL, Base

        dialect = sqlite.dialect()
        statements = [str(CreateTable(t).compile(dialect=dialect)) for t in Base.metadata.sorted_tables]
        statements += [
            str(CreateIndex(i).compile(dialect=dialect))
            for t in Base.metadata.sorted_tables
            for i in t.indexes
        ]
        with failures.translated():
            connection = connect(self.path)
            try:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    for statement in (*statements, *EXTRA_DDL):
                        connection.execute(statement)
                    connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
                    connection.execute("INSERT INTO alembic_version VALUES (?)", (f"{SCHEMA_VERSION:04d}",))
                    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
                    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
                    connection.execute("COMMIT")
                except BaseException:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
            finally:
                connection.close()

    @property
    def engine(self) -> Engine:
        """SQLAlchemy's engine on the same file, made when first asked for."""
        if self._engine is None:
            from sqlalchemy import create_engine, event

            engine = create_engine(f"sqlite:///{self.path}")

            @event.listens_for(engine, "connect")
            def on_connect(connection: sqlite3.Connection, _record: object) -> None:
                prepare(connection)

            @event.listens_for(engine, "begin")
            def on_begin(connection: object) -> None:
                # The driver's own transaction handling is off: a write must hold the lock from the start.
                connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

            self._engine = engine
        return self._engine

    def check_in_place(self) -> None:
        """StorageError where the open file is no longer the one at its path: what is written into a file that
        was taken away (a stick pulled out, a folder moved) would be gone with the next start."""
        if _place_of(self.path) != self._place:
            raise StorageError(failures.GONE)

    def reopen(self) -> None:
        """Take the file up again that has come back to its path, if it did. StorageError while it is away."""
        with self.lock:
            place = _place_of(self.path)
            if place == self._place:
                return
            if place is None or recognise(self.path) != SCHEMA_VERSION:
                raise StorageError(failures.GONE)
            with failures.translated():
                fresh = connect(self.path)
            with contextlib.suppress(sqlite3.Error):
                self.close()
            self.raw, self._place = fresh, place

    @contextmanager
    def patience(self, milliseconds: int) -> Iterator[None]:
        """Wait no longer than this for another program's lock."""
        with self.lock, failures.translated():
            self.raw.execute(f"PRAGMA busy_timeout={milliseconds}")
            try:
                yield
            finally:
                with contextlib.suppress(sqlite3.Error):
                    self.raw.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One unit of work: committed at the end, rolled back on any error."""
        from sqlalchemy.orm import Session

        with (
            self.lock,
            failures.translated(),
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """The same on the raw connection, for statements beside the journal's."""
        with self.lock, failures.translated():
            self.raw.execute("BEGIN IMMEDIATE")
            try:
                yield self.raw
                self.raw.execute("COMMIT")
            except BaseException:
                if self.raw.in_transaction:
                    self.raw.execute("ROLLBACK")
                raise

    def close(self) -> None:
        with self.lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
            self.raw.close()


def _place_of(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path now; None where there is none, or nobody can tell."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
