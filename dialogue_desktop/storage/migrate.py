"""Bring an older database up to this program's schema, with a backup first and checks after."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from dialogue_desktop.errors import DamagedDatabase
from dialogue_desktop.storage import failures, search_index
from dialogue_desktop.storage.backup import backup, damage_of
from dialogue_desktop.storage.pragmas import SCHEMA_VERSION, prepare


def upgrade(path: Path, backups: Path | None) -> None:
    """Lock → integrity → backup → foreign keys off → one transaction of steps → checks → commit.

    Batch steps of Alembic drop triggers and, with foreign keys on, empty child tables; so the
    guards are counted and the journal's length compared before the commit.
    """
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory
    from sqlalchemy import create_engine, event

    if damage_of(path):
        raise DamagedDatabase(failures.DAMAGED)
    backup(path, backups or path.parent / "backups", datetime.now(UTC), "truoc-nang-cap")
    script = ScriptDirectory(str(Path(__file__).parent / "migrations"))
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def on_connect(connection: sqlite3.Connection, _record: object) -> None:
        prepare(connection)
        connection.execute("PRAGMA foreign_keys=OFF")

    with failures.translated(), engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        (entries_before,) = connection.exec_driver_sql("SELECT count(*) FROM journal").one()
        triggers_before = _triggers(connection)
        context = MigrationContext.configure(connection, opts={"transactional_ddl": False})
        current = context.get_current_revision()
        target = f"{SCHEMA_VERSION:04d}"
        with Operations.context(context):
            for revision in reversed(list(script.iterate_revisions(target, current))):
                revision.module.upgrade()
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        search_index.fill(raw)  # the words of the index follow from the rows
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (target,))
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
        (entries_after,) = connection.exec_driver_sql("SELECT count(*) FROM journal").one()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if entries_after != entries_before or broken or not triggers_before <= _triggers(connection):
            connection.exec_driver_sql("ROLLBACK")
            raise DamagedDatabase(failures.DAMAGED)
        connection.exec_driver_sql("COMMIT")
    engine.dispose()


def _triggers(connection: object) -> set[str]:
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")  # type: ignore[attr-defined]
    return {str(row[0]) for row in rows}
