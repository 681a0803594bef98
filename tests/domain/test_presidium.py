"""Who really chairs and writes, beside those of the plan (P5, M1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from dialogue_desktop.domain.plan import Chair, ChairRole, Official, Plan, Secretary
from dialogue_desktop.domain.presidium import (
    Seat,
    chair_seats,
    handovers,
    led_by,
    secretary_seats,
    sitting,
    ticked,
)
from dialogue_desktop.domain.records import Session

AM = Chair(Official("bt", "Hoàng Văn Ấm", "Bí thư Đảng ủy"))
THANG = Chair(Official("ct", "Phạm Quốc Thắng", "Chủ tịch Ủy ban nhân dân xã"), ChairRole.CO_CHAIR)
NGOAN = Chair(Official("pct", "Lê Thị Ngoãn", "Phó Chủ tịch Ủy ban nhân dân xã", "bà"), ChairRole.DEPUTY)
PLAN = replace(
    Plan("cap_xa", 2026), chairs=(AM, THANG), secretaries=(Secretary(Official("tk", "Lương Thị Mẫn")),)
)


def test_as_planned_until_something_is_ticked() -> None:
    assert chair_seats(PLAN, Session("session")) == (Seat(AM), Seat(THANG))
    assert [seat.here for seat in secretary_seats(PLAN, Session("session"))] == [True]


def test_who_is_away_is_kept_in_sight_and_comes_back_behind() -> None:
    """M1: taken out of the minutes, and back again by a tick."""
    seats = ticked((Seat(AM), Seat(THANG), Seat(NGOAN)), 0, False)
    assert sitting(seats) == (THANG, NGOAN)
    again = chair_seats(PLAN, Session("session", chairs=sitting(seats)))  # type: ignore[arg-type]
    assert again == (Seat(THANG), Seat(NGOAN), Seat(AM, False))
    assert sitting(ticked(again, 2, True)) == (THANG, NGOAN, AM)


def test_the_chair_is_handed_over_within_the_session() -> None:
    """M1: the new one stands first; who chaired until then is one who chairs too; a deputy stays one."""
    seats = led_by((Seat(AM), Seat(NGOAN), Seat(THANG)), 2)
    assert [(seat.person.official.id, seat.person.role) for seat in seats] == [  # type: ignore[union-attr]
        ("ct", ChairRole.CHAIR), ("bt", ChairRole.CO_CHAIR), ("pct", ChairRole.DEPUTY),
    ]  # fmt: skip


def _hours(seats: tuple[Seat, ...]) -> list[tuple[str, int]]:
    """Who has taken the chair how often, in the order of the list."""
    return [
        (seat.person.official.id, len(seat.person.took_over))
        for seat in seats
        if isinstance(seat.person, Chair)
    ]


def test_a_handover_has_its_hour_and_its_way_back() -> None:
    """M1: given away at 9:40, taken back at 10:15; before and after the session nobody takes over."""
    first = datetime(2026, 4, 24, 2, 40, tzinfo=UTC)
    back = first + timedelta(minutes=35)
    seats = led_by((Seat(AM), Seat(THANG)), 1, first)
    assert _hours(seats) == [("ct", 1), ("bt", 0)]
    seats = led_by(seats, 1, back)
    assert _hours(seats) == [("bt", 1), ("ct", 1)]
    chairs = [seat.person for seat in seats if isinstance(seat.person, Chair)]
    steps = handovers(chairs, (AM,))
    assert [(step.at, step.to.official.id) for step in steps] == [(first, "ct"), (back, "bt")]
    assert [step.before and step.before.official.id for step in steps] == ["bt", "ct"]
    assert _hours(led_by((Seat(AM), Seat(THANG)), 1)) == [("ct", 0), ("bt", 0)]


def test_the_wrong_one_put_right_at_once_never_took_over() -> None:
    now = datetime(2026, 4, 24, 2, 40, tzinfo=UTC)
    soon = now + timedelta(seconds=20)
    wrong = led_by((Seat(AM), Seat(NGOAN), Seat(THANG)), 2, now)
    assert _hours(led_by(wrong, 1, soon)) == [("bt", 0), ("ct", 0), ("pct", 0)]
    assert _hours(led_by(wrong, 2, soon)) == [("pct", 1), ("ct", 0), ("bt", 0)]
    assert _hours(led_by(wrong, 1, now + timedelta(minutes=2))) == [("bt", 1), ("ct", 1), ("pct", 0)]
