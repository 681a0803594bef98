"""People are counted more than once, and each time is kept (L6)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desktop.domain.wall_time import on_wall
from tests.live.hall import Hall
from ui.live.session.presenter import LivePresenter


@pytest.fixture
def live(hall: Hall) -> LivePresenter:
    presenter = hall.presenter()
    presenter.open()
    presenter.start_stop()
    return presenter


def _count(hall: Hall, live: LivePresenter, *present: int) -> None:
    """Row by row, half a minute each, as in the drawer."""
    for place, number in enumerate(present):
        hall.wait(30)
        rows = list(live.records.attendance)
        rows[place] = replace(rows[place], present=number, counted_at=hall.clock.now())
        live.set_attendance(rows)


def _counts(hall: Hall) -> list[tuple[str, dict[str, int]]]:
    return [
        (f"{on_wall(one.at):%H:%M}", dict(one.present)) for one in hall.app.live.attendance_counts(hall.cid)
    ]


def test_rows_counted_one_after_the_other_are_one_counting(live: LivePresenter, hall: Hall) -> None:
    """L6: at the beginning, and again when more have come."""
    assert _counts(hall) == []  # laid out is not counted
    _count(hall, live, 40, 35, 21)
    hall.wait(1800)
    _count(hall, live, 52, 35)
    assert _counts(hall) == [("08:31", {"hộ": 96}), ("09:02", {"hộ": 108})]


def test_what_was_taken_back_was_not_counted(live: LivePresenter, hall: Hall) -> None:
    """L6, L9: undo takes the number out of its counting."""
    _count(hall, live, 40, 351)
    live.undo()
    _count(hall, live)
    assert [present for _, present in _counts(hall)] == [{"hộ": 40}]
