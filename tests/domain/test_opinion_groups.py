"""Groups of opinions under one answer (C6), and the day for prepared answers (C7)."""

from __future__ import annotations

from dialogue_desktop.domain.opinion_groups import group_of, groups, joined_answer
from dialogue_desktop.domain.opinion_state import OpinionState, state_of_opinion
from dialogue_desktop.domain.records import Opinion, Outcome, Voice

AN, BINH = Voice("Lê An", "ông"), Voice("Vi Bình", "bà")
OPINIONS = (
    Opinion("c", 3, group_id="g1", voices=(AN, BINH), prepared_answer="Đã có vốn."),
    Opinion("a", 1, group_id="g1", voices=(AN,), prepared_answer="Đã có vốn."),
    Opinion("b", 2, group_id="g2", voices=(BINH,)),
    Opinion("d", 4, group_id="g1", anonymous=True, voices=(Voice("Ai Đó"),)),
    Opinion("e", 5),
)


def test_a_group_is_two_or_more_and_names_everybody_once() -> None:
    """C6: nobody's name is lost, an anonymous one is not told; one alone is no group."""
    (group,) = groups(OPINIONS)
    assert (group.id, group.numbers) == ("g1", (1, 3, 4))
    assert group.voices == (AN, BINH)
    assert group.answer == "Đã có vốn."
    assert group_of(OPINIONS, "d") == group
    assert group_of(OPINIONS, "b") is None
    assert groups(reversed(OPINIONS)) == (group,)


def test_two_answers_in_a_group_are_shown_not_chosen_from() -> None:
    """L11: after two laptops were brought together."""
    two = (*OPINIONS, Opinion("f", 6, group_id="g1", prepared_answer="Chờ vốn."))
    (group,) = groups(two)
    assert (group.answer, group.answers) == ("", ("Đã có vốn.", "Chờ vốn."))
    assert joined_answer(two) == "Đã có vốn.\n\nChờ vốn."
    assert joined_answer(OPINIONS[2:3]) == ""


def test_how_far_an_opinion_has_come() -> None:
    assert state_of_opinion(Opinion("a")) is OpinionState.UNANSWERED
    assert state_of_opinion(Opinion("a", prepared_answer=" \n")) is OpinionState.UNANSWERED
    assert state_of_opinion(Opinion("a", prepared_answer="Có")) is OpinionState.PREPARED
    assert state_of_opinion(Opinion("a", prepared_answer="Có", outcome=Outcome.PARTLY)) is OpinionState.OWED
    for outcome in (Outcome.ANSWERED, Outcome.REFUSED, Outcome.NOTED):
        assert state_of_opinion(Opinion("a", outcome=outcome)) is OpinionState.SETTLED
