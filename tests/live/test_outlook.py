"""Time left, the expected end against the plan, and the time of each thôn, as the chair asks (L7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from dialogue_desktop.domain.plan import TimeKind, TimePlan
from tests.live.hall import DAY, Hall
from ui.live.session.outlook import Outlook, outlook
from ui.live.session.presenter import LivePresenter


@pytest.fixture
def live(hall: Hall) -> LivePresenter:
    presenter = hall.presenter()
    presenter.open()
    return presenter


def _wait_in_line(live: LivePresenter, people: int) -> None:
    for number in range(people):
        live.quick_add(f"ông Lò Văn Ế {number} /Phú Ấp")


def test_nothing_is_left_of_what_has_not_begun(live: LivePresenter) -> None:
    _wait_in_line(live, 2)
    assert live.outlook() == Outlook("", "2 chờ, dự kiến xong 08:42")


def test_the_session_by_the_hour_of_the_plan(live: LivePresenter, hall: Hall) -> None:
    """L7: to 11:30 as the plan says, whenever it was begun; overdrawn it says so."""
    live.start_stop()
    assert live.outlook() == Outlook("Phiên còn 3 giờ, đến 11:30", "Không còn ai chờ")
    hall.wait(145 * 60 - 30)
    assert live.outlook().left == "Phiên còn 36 phút, đến 11:30"
    hall.wait(40 * 60)
    assert live.outlook().left == "Phiên đã quá 5 phút, đến 11:30"
    live.end()
    assert live.outlook().left == ""


def test_a_plan_without_an_end_goes_by_its_programme(live: LivePresenter, hall: Hall) -> None:
    """L7: 15 + 20 + 90 + 15 minutes from the begin; where a step has no minutes nothing is promised."""
    live.start_stop()
    open_end = TimePlan(TimeKind.EXACT, DAY, time(8, 30))
    plan = replace(live.plan, time=open_end)
    now = hall.clock.now()
    assert outlook(live.records, plan, "", now).left == "Phiên còn 2 giờ 20 phút, đến 10:50"
    loose = replace(plan, programme=(*plan.programme[:3], replace(plan.programme[3], minutes=None)))
    assert outlook(live.records, loose, "", now).left == ""


def test_too_many_wait_for_the_step_in_which_they_speak(live: LivePresenter, hall: Hall) -> None:
    """L7: 90 minutes of speaking, six minutes for each: the sixteenth comes too late."""
    live.start_stop()
    live.step(+1)
    live.step(+1)
    _wait_in_line(live, 15)
    assert live.outlook() == Outlook("Phiên còn 3 giờ, đến 11:30", "15 chờ, dự kiến xong 10:00")
    _wait_in_line(live, 2)
    late = live.outlook()
    assert (late.words, late.late) == ("17 chờ, dự kiến xong 10:12, quá 12 phút", True)


def test_before_that_step_room_is_kept_for_what_comes_after_it(live: LivePresenter, hall: Hall) -> None:
    """L7: the conclusions need a quarter of an hour before 11:30."""
    live.start_stop()
    _wait_in_line(live, 28)
    late = live.outlook()
    assert (late.words, late.late) == ("28 chờ, dự kiến xong 11:18, quá 3 phút", True)


def test_the_chair_asks_which_thon_has_not_spoken(live: LivePresenter, hall: Hall) -> None:
    """L7: turns, time and overtime; those of the plan that nobody has spoken for by name."""
    live.start_stop()
    assert live.floor().summary == ""
    assert [row.note for row in live.floor().rows] == ["Chưa có ai nói"] * 3
    for line, seconds in (("ông A /Phú Ấp", 160), ("bà B /phu ap", 200), ("ông C /An Sơn", 30)):
        live.quick_add(line)
        live.next_speaker()
        live.start_stop()
        hall.wait(seconds)
    live.start_stop()
    floor = live.floor()
    assert floor.summary == "3 lượt, nói 6:30"
    assert floor.whole == "3 lượt, nói 6:30, quá 0:20, trung bình 2:10"
    assert floor.silent == "Chưa nói: Đồng Vạn, Thượng Vĩnh Ổn"
    assert [(row.locality, row.note, row.time) for row in floor.rows] == [
        ("Phú Ấp", "2 lượt, quá 0:20, trung bình 3:00", "6:00"),
        ("An Sơn", "1 lượt", "0:30"),
        ("Đồng Vạn", "Chưa có ai nói", ""),
        ("Thượng Vĩnh Ổn", "Chưa có ai nói", ""),
    ]
