"""An older database is brought up with a backup first, or left exactly as it was (G4)."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import build
from dialogue_desktop.domain.checklist import ItemKind
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.errors import DamagedDatabase
from dialogue_desktop.storage import migrate
from dialogue_desktop.storage.backup import damage_of
from dialogue_desktop.storage.pragmas import SCHEMA_VERSION

STORED = Path(__file__).resolve().parents[1] / "schemas" / "schema_0001.sqlite3"
LATER = SCHEMA_VERSION + 1
NEXT = f'''"""A step of a later program."""
from alembic import op
revision = "{LATER:04d}"
down_revision = "{SCHEMA_VERSION:04d}"
def upgrade():
    op.execute("ALTER TABLE contact ADD COLUMN mail VARCHAR")
    {{more}}
'''


def _upgrade(folder: Path, monkeypatch: pytest.MonkeyPatch, more: str) -> Path:
    """Run the real upgrade of a stored database with one more step than this program has."""
    steps = folder / "storage" / "migrations"
    shutil.copytree(Path(migrate.__file__).parent / "migrations", steps)
    (steps / "versions" / f"{LATER:04d}_next.py").write_text(NEXT.format(more=more), encoding="utf-8")
    path = folder / "dialogue.sqlite3"
    path.write_bytes(STORED.read_bytes())
    monkeypatch.setattr(migrate, "__file__", str(folder / "storage" / "migrate.py"))
    monkeypatch.setattr(migrate, "SCHEMA_VERSION", LATER)
    migrate.upgrade(path, folder / "backups")
    return path


def test_an_older_database_is_brought_up_after_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _upgrade(tmp_path, monkeypatch, "")
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (LATER,)
        assert db.execute("SELECT version_num FROM alembic_version").fetchone() == (f"{LATER:04d}",)
        assert "mail" in [row[1] for row in db.execute("PRAGMA table_info(contact)")]
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
        assert "mail" not in [row[1] for row in db.execute("PRAGMA table_info(contact)")]
        assert "done_at" in [row[1] for row in db.execute("PRAGMA table_info(duty)")]
    db.close()
    assert damage_of(tmp_path / "dialogue.sqlite3") == ()


def test_ticks_of_the_first_schema_stay_on_their_day(tmp_path: Path) -> None:
    """P14: the moment of a tick becomes the day on the office's wall; the preparations join the list."""
    path = tmp_path / "dialogue.sqlite3"
    path.write_bytes(STORED.read_bytes())
    late_evening = "2026-04-14T18:30:00.000000Z"  # already the 15th in Vietnam
    with sqlite3.connect(path) as db:
        db.executemany(
            "INSERT INTO duty (conference_id, id, position, title, unit, due, done_at)"
            " VALUES ('dong-van', ?, ?, ?, 'Văn phòng', '2026-04-14', ?)",
            [("niem-yet", 0, "Niêm yết thông báo", late_evening), ("giay-moi", 1, "Gửi giấy mời", None)],
        )
    db.close()
    app = build(tmp_path)
    try:
        kept = {one.key: one.done_on for one in app.checklist.kept("dong-van")}
        assert kept == {(ItemKind.PLAN, "niem-yet"): on_wall(datetime.fromisoformat(late_evening)).date()}
        view = app.checklist.view("dong-van")
        assert {item.kind for item in view.items} == {ItemKind.PREP, ItemKind.LAW}
    finally:
        app.close()
