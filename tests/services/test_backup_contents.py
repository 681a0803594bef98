"""What lies in a backup is told before it is put back (G4)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.live import LiveItem
from tests.services.conftest import MovingClock
from ui.settings.backup_words import inside_words, listed_backups

TODAY = date(2026, 4, 24)


def test_conferences_and_the_last_act_are_named(app: App, cid: str, clock: MovingClock) -> None:
    title = app.planning.list()[0].title
    app.live.start(cid)
    clock.step(41 * 60)
    app.live.save_item(cid, LiveItem(text="Đề nghị nạo vét kênh thôn Phú Ấp"))
    first = app.maintenance.backup()
    clock.step(3600)
    app.planning.remove(cid)
    app.maintenance.backup()
    newest, older = listed_backups(app.maintenance, TODAY)
    assert newest.inside == "Trong bản này chưa có hội nghị nào. "
    assert older.path == first
    assert older.inside == f"Trong bản này có 1 hội nghị: “{title}”. Lần ghi cuối lúc 08:41 hôm nay. "


def test_many_conferences_are_counted(app: App, cid: str) -> None:
    for _ in range(4):
        app.planning.create()
    words = inside_words(app.maintenance.inside(app.maintenance.backup()), TODAY)
    assert words.startswith("Trong bản này có 5 hội nghị: ")
    assert words.endswith(" và 2 hội nghị khác. ")


def test_a_file_that_cannot_be_read_says_nothing(app: App, tmp_path: Path) -> None:
    broken = tmp_path / "dialogue-20260424-080000.sqlite3"
    broken.write_bytes(b"hong" * 300)
    assert app.maintenance.inside(broken) is None
    assert inside_words(None, TODAY) == ""
