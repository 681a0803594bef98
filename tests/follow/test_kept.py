"""Promises of minutes that an older program froze are written down once, on whichever laptop (F1, L11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import CommitmentState
from dialogue_desktop.domain.commitments import sums
from dialogue_desktop.domain.figures import figures_of
from dialogue_desktop.domain.following import Update
from dialogue_desktop.services.closing import Closing
from tests.follow.held import CANAL, FEE, LATER, TRAFO, hold, key
from tests.merging.laptops import Laptop
from tests.services.conftest import MovingClock

TODAY = date(2026, 5, 7)


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> None:
    """Minutes are frozen as before promises were written down with them."""
    monkeypatch.setattr(Closing, "_promises", lambda *_: ())


@pytest.mark.usefixtures("older")
def test_an_older_programs_minutes_are_kept_at_the_first_reading_and_only_then(app: App, held: str) -> None:
    assert app.live.records(held).commitments == ()
    assert app.follow_up.keep_all() == (held,)
    found = [(one.number, one.id) for one in app.live.records(held).commitments]
    assert [number for number, _ in found] == [1, 2, 3, 4, 5]
    assert found[0][1] == CANAL
    count = len(app.live.history(held, 1000))
    assert app.follow_up.keep_all() == ()
    assert not app.follow_up.keep_quietly()
    assert len(app.live.history(held, 1000)) == count


def test_before_the_minutes_are_frozen_the_board_follows_what_stands_there_now(
    app: App, clock: MovingClock
) -> None:
    held = hold(app, clock, freeze=False)
    rows = app.boards.read().rows
    assert [row.commitment.number for row in rows] == [2, 1, 3, 4, 5]  # late ones first, by their day
    assert app.live.records(held).commitments == ()
    app.follow_up.update([key(held, FEE)], Update(TODAY, text="Đã giao Phòng Văn hóa – Xã hội"))
    assert len(app.live.records(held).commitments) == 5


def test_board_and_figures_agree(app: App, held: str) -> None:
    app.follow_up.update([key(held, TRAFO)], Update(TODAY, CommitmentState.DONE, reason="Điện lực đã thay"))
    records = app.live.records(held)
    board = app.boards.read(held)
    counted = figures_of(records, app.planning.plan(held), TODAY).commitments
    assert board.sums == counted == sums(records.commitments, TODAY)
    assert (counted.late, counted.soon, counted.in_time, counted.done) == (1, 1, 2, 1)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Callable[..., Laptop]]:
    opened: list[Laptop] = []

    def make(name: str, author: str) -> Laptop:
        opened.append(Laptop(tmp_path, name, author))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


@pytest.mark.usefixtures("older")
def test_two_laptops_that_both_write_them_down_have_them_once(laptop: Callable[..., Laptop]) -> None:
    """The ids follow from the opinions, so nothing is doubled and nothing has to be chosen."""
    office, hall = laptop("van-phong", "Trần Thị Hà"), laptop("hoi-truong", "Lê Văn Ổn")
    clock = MovingClock(LATER)
    office.cid = hold(office.app, clock)
    office.clock.set(LATER)
    hall.clock.set(LATER)
    hall.take(office.send())
    for one, state in ((office, CommitmentState.DOING), (hall, CommitmentState.PART_DONE)):
        one.tick()
        which = CANAL if one is office else FEE
        one.app.follow_up.update([key(one.cid, which)], Update(TODAY, state, "Đã làm một phần"))
    merged = office.take(hall.send())
    assert merged.report is not None
    found = office.app.live.records(office.cid)
    assert [one.number for one in found.commitments] == [1, 2, 3, 4, 5]
    by_id = {one.id: one.state for one in found.commitments}
    assert (by_id[CANAL], by_id[FEE]) == (CommitmentState.DOING, CommitmentState.PART_DONE)
    assert len(found.steps) == 2
    assert {entry.kind for entry in office.app.live.history(office.cid, 50)} >= {"commitment.keep"}
