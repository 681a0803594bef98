"""The figures of a conference: every opinion once in each table, people as counted (M1, M4, M7, M8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.figures import People, Standing, figures_of, standing_of
from dialogue_desktop.domain.plan import Locality, Plan, UnitTasks
from dialogue_desktop.domain.records import (
    Attendance,
    Opinion,
    Outcome,
    Records,
    Session,
    Source,
    Turn,
    TurnState,
    Voice,
)

TODAY = date(2026, 5, 7)
PLAN = Plan(
    profile="ubnd_nhan_dan",
    year=2026,
    fields=("Đất đai", "Môi trường"),
    localities=(Locality("a", "thôn", "Đồng Vạn"), Locality("b", "thôn", "Phú Ấp")),
    tasks=(UnitTasks("u", "Văn phòng HĐND và UBND"),),
)


def _opinion(number: int, outcome: Outcome | None, place: str, field: str, **more: object) -> Opinion:
    made = Opinion(f"o{number}", number, voices=(Voice("An", "ông", place),), field=field, outcome=outcome)
    return replace(made, **more)  # type: ignore[arg-type]


OPINIONS = (
    _opinion(1, Outcome.ANSWERED, "thôn Phú Ấp", "Môi trường", source=Source.SLIP),
    _opinion(2, Outcome.ANSWERED, "thôn Đồng Vạn", "đất đai", deadline=TODAY, unit="Công an xã"),
    _opinion(3, Outcome.ESCALATED, "thôn Đồng Vạn", "Điện", unit="Văn phòng HĐND và UBND"),
    _opinion(4, Outcome.WRITTEN, "", "", unit="Công an xã", turn_id="t1"),
    _opinion(5, None, "thôn Bến Lở", "Đất đai"),
    _opinion(6, Outcome.REFUSED, "thôn Phú Ấp", "Đất đai", source=Source.ONLINE),
)


def test_an_answer_with_a_promised_day_is_still_owed() -> None:
    assert [standing_of(one) for one in OPINIONS] == [
        Standing.SETTLED,
        Standing.OWED,
        Standing.BEYOND,
        Standing.OWED,
        Standing.UNKNOWN,
        Standing.SETTLED,
    ]


def test_every_table_holds_every_opinion_once_in_the_plans_order() -> None:
    found = figures_of(Records(opinions=OPINIONS), PLAN, TODAY)
    assert (found.all.total, found.collected, found.at_hall) == (6, 2, 4)
    assert [row.label for row in found.fields] == ["đất đai", "Môi trường", "Điện", ""]
    assert [row.label for row in found.localities] == ["thôn Đồng Vạn", "thôn Phú Ấp", "thôn Bến Lở", ""]
    assert [row.label for row in found.units] == ["Văn phòng HĐND và UBND", "Công an xã", ""]
    for table in (found.fields, found.localities, found.units):
        for name in ("total", "settled", "owed", "beyond", "unknown"):
            assert sum(getattr(row, name) for row in table) == getattr(found.all, name)
    for row in (found.all, *found.fields):
        assert row.total == row.settled + row.owed + row.beyond + row.unknown
    assert sum(count for _, count in found.sources) == sum(count for _, count in found.outcomes) == 6
    assert (found.outcome(Outcome.REFUSED), found.outcome(None), found.source(Source.SLIP)) == (1, 1, 1)
    assert found.commitments.total == 3


def test_turns_that_were_not_spoken_do_not_count() -> None:
    states = (TurnState.DONE, TurnState.ABSENT, TurnState.WITHDRAWN, TurnState.WAITING, TurnState.DONE)
    turns = tuple(Turn(f"t{n}", n, state=state) for n, state in enumerate(states))
    assert figures_of(Records(turns=turns), PLAN, TODAY).turns == 2
    assert figures_of(Records(opinions=OPINIONS), PLAN, TODAY).turns == 4, "without a queue the opinions tell"


def test_people_are_summed_by_unit_and_the_total_of_the_whole_place_goes_first() -> None:
    rows = (
        Attendance("1", 0, "thôn Đồng Vạn", present=60, total=210, unit="hộ"),
        Attendance("2", 1, "thôn Phú Ấp", present=44, total=202, unit="hộ"),
        Attendance("3", 2, "Đại biểu", expected=16, present=14),
        Attendance("4", 3, "Cấp trên", expected=3),
    )
    records = Records(attendance=rows)
    assert figures_of(records, PLAN, TODAY).people == (
        People("hộ", 104, 412, 104, None),
        People("người", 14, None, None, 19),
    )
    said = replace(records, session=Session("session", people_total=430, people_unit="hộ"))
    assert figures_of(said, PLAN, TODAY).people[0] == People("hộ", 104, 430, 104, None)
    guests = Attendance("5", 4, "Đại biểu cấp xã", present=12, unit="hộ")
    with_guests = replace(said, attendance=(*rows, guests))
    assert figures_of(with_guests, PLAN, TODAY).people[0] == People("hộ", 116, 430, 104, None), "of the place"
    assert figures_of(Records(attendance=rows[3:]), PLAN, TODAY).people == (
        People("người", None, None, None, 3),
    )
