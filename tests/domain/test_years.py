"""Years compared: each petition once, promises in the year in which they were given (F5)."""

from __future__ import annotations

from datetime import date, timedelta

from dialogue_desktop.domain.after_records import Commitment, CommitmentState
from dialogue_desktop.domain.records import Opinion, Outcome, Voice
from dialogue_desktop.domain.years import HeldConference, compared

TODAY = date(2026, 6, 1)


def _opinion(
    n: int, outcome: Outcome | None, field: str = "Đất đai", place: str = "thôn Đồng Vạn"
) -> Opinion:
    return Opinion(
        f"yk-{n}", n, text="Đề nghị…", field=field, voices=(Voice("Lò Thị Ế", "bà", place),), outcome=outcome
    )


def _held(
    year: int, *opinions: Opinion, promises: tuple[Commitment, ...] = (), month: int = 4
) -> HeldConference:
    return HeldConference(f"hn-{year}-{month}", f"Hội nghị {year}", date(year, month, 24), opinions, promises)


def _done(key: str, held: HeldConference | date, after: int, **more: object) -> Commitment:
    day = held if isinstance(held, date) else held.day
    return Commitment(key, 1, state=CommitmentState.DONE, done_on=day + timedelta(after), **more)  # type: ignore[arg-type]


def test_no_conference_gives_nothing() -> None:
    assert compared((), TODAY).empty


def test_each_petition_is_counted_once_in_its_class_field_and_thon() -> None:
    old = _held(
        2025, _opinion(1, Outcome.ANSWERED), _opinion(2, Outcome.ESCALATED, "Giao thông", "thôn Phú Ấp")
    )
    new = _held(
        2026,
        _opinion(1, Outcome.WRITTEN, "giao thông"),
        _opinion(2, None, ""),
        _opinion(3, Outcome.NOTED, "Giao thông", ""),
    )
    found = compared((new, old), TODAY)
    assert [(y.year, y.petitions, y.settled, y.owed, y.beyond, y.unknown) for y in found.years] == [
        (2025, 2, 1, 0, 1, 0),
        (2026, 3, 1, 1, 0, 1),
    ]
    assert [(row.label, row.counts) for row in found.fields] == [
        ("Giao thông", (1, 2)),
        ("Đất đai", (1, 0)),
        ("", (0, 1)),
    ]
    for rows in (found.fields, found.localities):
        assert tuple(map(sum, zip(*(row.counts for row in rows), strict=True))) == (2, 3)
    assert found.years[0].share(found.years[0].settled) == 0.5


def test_two_conferences_of_one_year_are_one_column() -> None:
    found = compared((_held(2026, _opinion(1, None)), _held(2026, _opinion(1, None), month=5)), TODAY)
    assert [(y.year, y.conferences, y.petitions) for y in found.years] == [(2026, 2, 2)]


def test_time_to_settle_is_the_median_of_days_since_the_session() -> None:
    day = date(2026, 4, 24)
    promises = (
        _done("a", day, 10),
        _done("b", day, 30),
        _done("c", day, 12),
        Commitment("d", 4, state=CommitmentState.DONE),  # nobody wrote down when
        Commitment("e", 5, deadline=date(2026, 5, 8)),
        Commitment("f", 6, state=CommitmentState.WAITING),
    )
    (year,) = compared((_held(2026, promises=promises),), TODAY).years
    assert (year.promises, year.kept, year.open, year.late) == (6, 4, 2, 1)
    assert (year.days_kept, year.days_open) == (12.0, 38.0)


def test_a_promise_that_was_carried_counts_where_it_was_given() -> None:
    """F3: two years later it is kept, and it took two years."""
    first = _held(2024, promises=(Commitment("c", 1, carried_to="hn-2025-4"),))
    second = _held(2025, promises=(Commitment("c2", 1, carried_from="hn-2024-4/c", carried_to="hn-2026-4"),))
    third = _held(2026, promises=(_done("c3", date(2026, 4, 24), 7, carried_from="hn-2025-4/c2"),))
    years = compared((third, first, second), TODAY).years
    assert [(y.year, y.promises, y.kept, y.open) for y in years] == [
        (2024, 1, 1, 0),
        (2025, 0, 0, 0),
        (2026, 0, 0, 0),
    ]
    assert years[0].days_kept == (date(2026, 5, 1) - date(2024, 4, 24)).days
    alone = compared((third,), TODAY).years
    assert alone[0].promises == 1, "what came from a conference that is not here is counted here"


def test_only_the_newest_years_are_shown() -> None:
    found = compared([_held(year, _opinion(1, None)) for year in range(2010, 2027)], TODAY)
    assert [y.year for y in found.years] == list(range(2017, 2027))
    assert found.fields[0].counts == (1,) * 10
