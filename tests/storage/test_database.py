"""Opening: new, known, wrong, newer, read-only and damaged files (G4, G5)."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from dialogue_desktop.errors import DamagedDatabase, NewerDatabase, StorageError
from dialogue_desktop.storage import failures, migrate
from dialogue_desktop.storage.backup import backup, backups, damage_of, put_back, set_aside
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.pragmas import SCHEMA_VERSION
from dialogue_desktop.storage.recognition import recognise
from tests.storage.conftest import AT, CID

SCHEMAS = Path(__file__).resolve().parents[1] / "schemas"
MIGRATIONS = Path(migrate.__file__).parent / "migrations"

_OBJECTS = (
    "SELECT type, name, tbl_name FROM sqlite_master"
    " WHERE name NOT LIKE 'sqlite_%' AND name <> 'alembic_version' ORDER BY 1, 2"
)


def _shape(connection: sqlite3.Connection) -> list[object]:
    """Tables with their columns, indexes and triggers."""
    objects: list[object] = connection.execute(_OBJECTS).fetchall()
    tables = [name for kind, name, _ in connection.execute(_OBJECTS) if kind == "table"]
    columns = [(t, connection.execute(f"PRAGMA table_info({t})").fetchall()) for t in tables]
    indexes = [(t, connection.execute(f"PRAGMA index_list({t})").fetchall()) for t in tables]
    return [objects, columns, indexes]


def test_every_commit_is_flushed(database: Database) -> None:
    """L9: WAL with synchronous=FULL (2) on both connections."""
    assert database.raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert database.raw.execute("PRAGMA synchronous").fetchone() == (2,)
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_migrations_build_what_the_mappings_say(database: Database, tmp_path: Path) -> None:
    """All revisions from nothing give the same tables, indexes and triggers as a new database."""
    path = tmp_path / "migrated.sqlite3"
    engine = create_engine(f"sqlite:///{path}")
    script = ScriptDirectory(str(MIGRATIONS))
    with engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        for revision in reversed(list(script.iterate_revisions("heads", "base"))):
            revision.module.upgrade()
    engine.dispose()
    migrated = sqlite3.connect(path)
    try:
        assert _shape(migrated) == _shape(database.raw)
    finally:
        migrated.close()


def test_revisions_are_one_chain_up_to_this_schema() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    assert script.get_heads() == [f"{SCHEMA_VERSION:04d}"]
    assert len(list(script.walk_revisions())) == SCHEMA_VERSION


@pytest.mark.parametrize("number", range(1, SCHEMA_VERSION + 1))
def test_a_database_of_every_released_schema_opens(number: int, tmp_path: Path) -> None:
    """One stored file per released schema: it is upgraded, its conference and journal are there."""
    stored = SCHEMAS / f"schema_{number:04d}.sqlite3"
    path = tmp_path / "dialogue.sqlite3"
    path.write_bytes(stored.read_bytes())
    database = Database(path, backup_before_migration=tmp_path / "backups")
    try:
        assert [info.title for info in Conferences(database).list()] == ["Đồng Vạn"]
        assert database.raw.execute("SELECT count(*) FROM journal").fetchone() == (3,)
        assert recognise(path) == SCHEMA_VERSION
    finally:
        database.close()


def test_a_newer_database_is_refused_and_left_alone(database: Database) -> None:
    database.raw.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    database.close()
    before = database.path.read_bytes()
    with pytest.raises(NewerDatabase, match="bản chương trình mới hơn"):
        Database(database.path)
    assert database.path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 not a database", b"\x00" * 8192, b"SQLite format 3\x00 rest"]
)
def test_a_file_that_is_not_ours_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "dialogue.sqlite3"
    path.write_bytes(content)
    with pytest.raises(DamagedDatabase):
        Database(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dialogue.sqlite3"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE so_thu_chi (id INTEGER)")
    other.close()
    with pytest.raises(DamagedDatabase):
        Database(path)


def test_a_full_disk_is_said_and_nothing_is_lost(database: Database) -> None:
    """G5: SQLITE_FULL becomes a sentence; what was saved before stays."""
    database.raw.execute("PRAGMA max_page_count = 1")
    size = database.raw.execute("PRAGMA page_count").fetchone()[0]
    database.raw.execute(f"PRAGMA max_page_count = {size}")
    with pytest.raises(StorageError) as raised, database.transaction() as db:
        db.execute("INSERT INTO setting VALUES ('x', ?)", ("đầy " * 100_000,))
    assert raised.value.sentence == failures.FULL
    database.raw.execute("PRAGMA max_page_count = 1000000")
    with database.transaction() as db:
        db.execute("INSERT INTO setting VALUES ('x', 'vừa')")
    assert Conferences(database).info(CID).title == "Đồng Vạn"


def test_a_locked_database_is_said(database: Database) -> None:
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database.raw.execute("PRAGMA busy_timeout=1")
    try:
        with pytest.raises(StorageError) as raised, database.transaction():
            pass
        assert raised.value.sentence == failures.LOCKED
    finally:
        other.close()


def test_a_read_only_database_is_said(database: Database) -> None:
    database.raw.execute("PRAGMA query_only=1")
    with pytest.raises(StorageError) as raised, database.transaction() as db:
        db.execute("INSERT INTO setting VALUES ('x', '1')")
    assert raised.value.sentence == failures.READ_ONLY


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("không phải thư mục", encoding="utf-8")
    with pytest.raises(StorageError):
        Database(tmp_path / "tep" / "dialogue.sqlite3")


def test_backup_is_whole_and_restores(database: Database, tmp_path: Path) -> None:
    """G4: the copy opens, is one file, and brings the state back; the present one is kept aside."""
    folder = tmp_path / "backups"
    made = backup(database.path, folder, AT)
    assert damage_of(made) == ()
    assert not made.with_name(made.name + "-wal").exists()
    Conferences(database).set_removed(CID, True)
    database.close()
    kept = set_aside(database.path, folder, AT)
    assert kept is not None
    put_back(made, database.path)
    again = Database(database.path)
    try:
        assert [i.id for i in Conferences(again).list()] == [CID]
    finally:
        again.close()
    assert set(backups(folder)) == {made, kept}


@pytest.mark.parametrize("damage", ["truncate", "zero", "garbage", "empty"])
def test_damage_is_named(database: Database, damage: str) -> None:
    """G4: four ways of breaking a file; each is seen."""
    for number in range(200):
        with database.transaction() as db:
            db.execute("INSERT INTO setting VALUES (?, ?)", (f"k{number}", "chữ " * 50))
    database.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    path = database.path
    data = bytearray(path.read_bytes())
    if damage == "truncate":
        data = data[: len(data) // 2 + 100]
    elif damage == "zero":
        data[4096 * 3 : 4096 * 8] = bytes(4096 * 5)
    elif damage == "garbage":
        data[: 4096 * 2] = os.urandom(4096 * 2)
    else:
        data = bytearray()
    path.write_bytes(data)
    found = damage_of(path)
    assert found
    assert all(sentence.endswith(".") for sentence in found)


@pytest.mark.parametrize("folder", ["100% xã", "Hỏi? đáp#1", "a b"])
def test_a_folder_may_have_any_name(tmp_path: Path, folder: str) -> None:
    """G5: signs that mean something in an address are only letters of a name here."""
    path = tmp_path / folder / "dialogue.sqlite3"
    Database(path).close()
    assert recognise(path) == SCHEMA_VERSION
    assert damage_of(path) == ()
