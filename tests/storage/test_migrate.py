"""An older database is brought up with a backup first, or left exactly as it was (G4)."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from dialogue_desktop.errors import DamagedDatabase
from dialogue_desktop.storage import migrate
from dialogue_desktop.storage.backup import damage_of

STORED = Path(__file__).resolve().parents[1] / "schemas" / "schema_0001.sqlite3"
NEXT = '''"""A step of a later program."""
from alembic import op
revision = "0002"
down_revision = "0001"
def upgrade():
    op.execute("ALTER TABLE duty ADD COLUMN note VARCHAR")
    {more}
'''


def _upgrade(folder: Path, monkeypatch: pytest.MonkeyPatch, more: str) -> Path:
    """Run the real upgrade of a stored database with one more step than this program has."""
    steps = folder / "storage" / "migrations"
    shutil.copytree(Path(migrate.__file__).parent / "migrations", steps)
    (steps / "versions" / "0002_next.py").write_text(NEXT.format(more=more), encoding="utf-8")
    path = folder / "dialogue.sqlite3"
    path.write_bytes(STORED.read_bytes())
    monkeypatch.setattr(migrate, "__file__", str(folder / "storage" / "migrate.py"))
    monkeypatch.setattr(migrate, "SCHEMA_VERSION", 2)
    migrate.upgrade(path, folder / "backups")
    return path


def test_an_older_database_is_brought_up_after_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _upgrade(tmp_path, monkeypatch, "")
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (2,)
        assert db.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)
        assert "note" in [row[1] for row in db.execute("PRAGMA table_info(duty)")]
        assert db.execute("SELECT count(*) FROM journal").fetchone() == (3,)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            db.execute("DELETE FROM journal")
    db.close()
    (kept,) = (tmp_path / "backups").iterdir()
    assert damage_of(kept) == ()


def test_a_step_that_drops_a_guard_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DamagedDatabase):
        _upgrade(tmp_path, monkeypatch, 'op.execute("DROP TRIGGER journal_no_delete")')
    with sqlite3.connect(tmp_path / "dialogue.sqlite3") as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert "note" not in [row[1] for row in db.execute("PRAGMA table_info(duty)")]
    db.close()
    assert damage_of(tmp_path / "dialogue.sqlite3") == ()
