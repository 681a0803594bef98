"""What became of the petitions of an earlier conference, as its records tell it (C9, F3)."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.petition_results import PetitionResult, ResultState, results_of
from dialogue_desktop.domain.records import Answer, Opinion, Outcome, Records, Source

AS_OF = date(2026, 5, 7)
SUMMER = date(2026, 8, 30)


def told(*opinions: Opinion, answers: tuple[Answer, ...] = (), prepared: bool = True) -> list[PetitionResult]:
    return list(results_of(Records(opinions=opinions, answers=answers), AS_OF, prepared=prepared))


def test_what_was_raised_again_at_the_hall_has_its_outcome_from_there() -> None:
    """C9: the collected one was not settled by itself; the last time that it was raised counts, and its
    answer is what was said then."""
    slip = Opinion(
        "a", 1, Source.SLIP, text="Mương tắc.", prepared_answer="Sẽ nạo vét.", unit="Phòng Kinh tế"
    )
    first = Opinion("b", 2, Source.HALL, linked_id="a", outcome=Outcome.NOTED)
    again = Opinion(
        "c", 3, Source.HALL, linked_id="a", outcome=Outcome.WRITTEN, unit="Thủy nông", deadline=SUMMER
    )
    said = (Answer("1", "c", 1, text="Trả lời bằng văn bản."),)
    one, _, other = told(slip, first, again, answers=said)
    assert (one.state, one.opinion.unit, one.opinion.deadline) == (ResultState.DOING, "Thủy nông", SUMMER)
    assert (one.answer, one.repeats) == ("Trả lời bằng văn bản.", 0)
    assert (other.state, other.repeats) == (ResultState.DOING, 1)


def test_an_outcome_of_its_own_is_never_taken_over() -> None:
    slip = Opinion("a", 1, Source.SLIP, outcome=Outcome.REFUSED, outcome_reason="đã giải quyết xong")
    hall = Opinion("b", 2, Source.HALL, linked_id="a", outcome=Outcome.WRITTEN, deadline=SUMMER)
    one, other = told(slip, hall)
    assert (one.state, one.opinion.deadline) == (ResultState.SETTLED, None)
    assert other.state is ResultState.DOING


def test_a_joint_answer_is_one_promise() -> None:
    """C6, C9: the day that was promised to one of a group is owed to all of it."""
    one = Opinion(
        "a", 1, Source.SLIP, group_id="g", outcome=Outcome.ANSWERED, unit="Phòng Kinh tế", deadline=SUMMER
    )
    two = Opinion("b", 2, Source.SLIP, group_id="g", outcome=Outcome.ANSWERED)
    never = Opinion("c", 3, Source.SLIP, group_id="g")
    alone = Opinion("d", 4, Source.SLIP, outcome=Outcome.ANSWERED)
    states = [(r.state, r.opinion.unit, r.opinion.deadline) for r in told(one, two, never, alone)]
    assert states == [(ResultState.DOING, "Phòng Kinh tế", SUMMER)] * 3 + [(ResultState.SETTLED, "", None)]


def test_nothing_recorded_is_nothing_settled() -> None:
    """C9: an answer that was only prepared settles nothing, and is told only where it may be."""
    slip = Opinion("a", 1, Source.SLIP, prepared_answer="Sẽ nạo vét.")
    (inside,) = told(slip)
    (public,) = told(slip, prepared=False)
    assert (inside.state, inside.answer, inside.carried_on) == (ResultState.OPEN, "Sẽ nạo vét.", True)
    assert (public.state, public.answer) == (ResultState.OPEN, "")
