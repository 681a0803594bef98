"""The backup of the day takes the kept files along, without holding the database up (G4)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from dialogue_desktop.bootstrap import build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.storage import first_screen
from dialogue_desktop.storage.file_copies import hashes_in
from tests.services.kept import keep
from tests.ui.conftest import LookMaker
from tests.ui.recorder import Recorder
from ui.desk import Desk
from ui.tasks import Lane


def test_the_first_start_of_a_day_copies_new_files(
    qtbot: QtBot, make_look: LookMaker, data_dir: Path
) -> None:
    clock = FixedClock(datetime(2026, 4, 24, 4, 30, tzinfo=UTC))
    app = build(data_dir, clock=clock)
    kept = keep(app, b"%PDF-1.7 thong bao", "12-TB-UBND.pdf")
    app.close()
    paths = DataPaths(data_dir)
    view = first_screen.read(paths.database, clock.today(), backups=paths.backups)
    desk = Desk(make_look(), paths, resources_dir(), clock, view, prompter=Recorder())
    qtbot.addWidget(desk.window)
    lanes: list[tuple[str, Lane]] = []
    run = desk.tasks.run

    def noted(work, *more, lane=Lane.GENERAL, **named):
        lanes.append((getattr(work, "__name__", ""), lane))
        return run(work, *more, lane=lane, **named)

    desk.tasks.run = noted  # type: ignore[method-assign]
    desk.window.show()
    try:
        desk.load()
        qtbot.waitUntil(lambda: hashes_in(paths.file_copies) == (kept.sha256,), timeout=20_000)
    finally:
        desk.close_down()
    assert ("copy_files_quietly", Lane.PRESS) in lanes
    assert len(list(paths.backups.glob("dialogue-*.sqlite3"))) == 1
