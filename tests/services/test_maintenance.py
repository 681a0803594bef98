"""Backup, restore, check (G4)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.services.maintenance import damage, restore
from tests.services.conftest import MovingClock


def test_restore_takes_the_newest_whole_backup(app: App, cid: str, clock: MovingClock) -> None:
    """G4: a damaged newer backup is passed over; the present state is kept aside and can come back."""
    whole = app.maintenance.backup()
    clock.step(60)
    app.planning.remove(cid)
    broken = app.maintenance.backup()
    broken.write_bytes(broken.read_bytes()[:5000])
    app.close()
    clock.step(60)
    report = restore(app.paths, clock)
    assert report.restored == whole
    assert report.kept_aside is not None
    again = build(app.paths.root, clock=clock)
    assert [info.id for info in again.planning.list()] == [cid]
    again.close()
    clock.step(60)
    restore(app.paths, clock, report.kept_aside)
    again = build(app.paths.root, clock=clock)
    assert again.planning.list() == ()
    again.close()


def test_a_destroyed_database_is_restored(app: App, cid: str, clock: MovingClock) -> None:
    app.maintenance.backup()
    app.close()
    app.paths.database.write_bytes(b"hong" * 1000)
    assert damage(app.paths)
    clock.step(60)
    report = restore(app.paths, clock)
    assert report.kept_aside is not None
    assert report.kept_aside.read_bytes().startswith(b"hong")
    assert damage(app.paths) == ()
    again = build(app.paths.root, clock=clock)
    assert [info.id for info in again.planning.list()] == [cid]
    again.close()


def test_without_a_backup_nothing_is_touched(app: App, clock: MovingClock, tmp_path: Path) -> None:
    app.close()
    before = app.paths.database.read_bytes()
    with pytest.raises(NotFound):
        restore(app.paths, clock)
    wrong = tmp_path / "ke-hoach.sqlite3"
    wrong.write_text("không phải", encoding="utf-8")
    with pytest.raises(BadInput):
        restore(app.paths, clock, wrong)
    with pytest.raises(NotFound):
        restore(app.paths, clock, tmp_path / "khong-co")
    assert app.paths.database.read_bytes() == before


def test_check_names_rows_that_do_not_follow_from_the_journal(app: App, cid: str) -> None:
    app.live.start(cid)
    assert damage(app.paths) == ()
    app.database.raw.execute("UPDATE attendance SET present = 999")
    (sentence,) = damage(app.paths)
    assert "không khớp với nhật ký" in sentence


def test_nothing_is_restored_under_an_open_window(app: App, cid: str, clock: MovingClock) -> None:
    """G4: the command line does not pull the database away from a running program."""
    app.maintenance.backup()
    app.planning.remove(cid)
    app.close()
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        app.paths.lock.write_text(f"{other.pid}\nDoiThoai\nmay-1\n", encoding="utf-8")
        with pytest.raises(BadInput, match="đóng cửa sổ"):
            restore(app.paths, clock)
    finally:
        other.communicate(b"\n")
    clock.step(60)
    restore(app.paths, clock)
    again = build(app.paths.root, clock=clock)
    assert [info.id for info in again.planning.list()] == [cid]
    again.close()


def test_restoring_twice_does_not_bring_back_what_was_put_aside(
    app: App, cid: str, clock: MovingClock
) -> None:
    """G4: the state before a restore is kept, but is no backup that the next restore would take."""
    first = app.maintenance.backup()
    second = app.maintenance.backup()  # within the same second
    app.planning.remove(cid)
    app.close()
    clock.step(5)
    assert restore(app.paths, clock).restored == second
    clock.step(5)
    assert restore(app.paths, clock).restored == second
    assert first.exists()
