"""A backup at start and at end, where somebody has worked since the last (G4)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.live import LiveDraft, LiveItem
from dialogue_desktop.storage.backup import damage_of
from tests.services.conftest import MovingClock


def test_nobody_worked_so_nothing_is_written(app: App, cid: str, clock: MovingClock) -> None:
    assert app.maintenance.keep_up() is not None, "there was none at all"
    clock.step(60)
    app.settings.set("ui.place", "live 123")
    assert app.maintenance.keep_up() is None
    assert len(app.maintenance.backups()) == 1


WORK: dict[str, Callable[[App, str], object]] = {
    "an opinion": lambda app, cid: app.live.save_item(cid, LiveItem(text="Đề nghị sửa đường thôn")),
    "a plan": lambda app, cid: app.planning.save_plan(cid, app.planning.plan(cid), step="people"),
    "a half-typed text": lambda app, cid: app.live.save_draft(cid, LiveDraft(LiveItem(text="Đường"))),
    "a telephone": lambda app, cid: app.contacts.set(cid, Contact("o1", "0912 345 678", "")),
    "the office's name": lambda app, cid: app.settings.set("author", "Lương Thị Mẫn"),
    "a conference taken away": lambda app, cid: app.planning.remove(cid),
}


@pytest.mark.parametrize("work", WORK.values(), ids=WORK.keys())
def test_whatever_was_done_is_kept(
    app: App, cid: str, clock: MovingClock, work: Callable[[App, str], object]
) -> None:
    app.maintenance.keep_up()
    clock.step(60)
    work(app, cid)
    written = app.maintenance.keep_up()
    assert written is not None
    assert damage_of(written) == ()
    clock.step(60)
    assert app.maintenance.keep_up() is None


def test_a_damaged_newest_backup_is_made_again(app: App, cid: str, clock: MovingClock) -> None:
    first = app.maintenance.backup()
    first.write_bytes(b"hong" * 500)
    clock.step(60)
    written = app.maintenance.keep_up()
    assert written is not None
    assert damage_of(written) == ()
