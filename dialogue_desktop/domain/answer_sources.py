"""Where the answer to an opinion stands in the minutes: with itself, with another, or prepared only (M1)."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desktop.domain.joint_answers import JointAnswers, in_print_order
from dialogue_desktop.domain.records import Answer, Opinion, Outcome, Records

#: What becomes of an opinion whose prepared answer holds though nobody said it in the hall.
_PREPARED_HOLDS = frozenset({None, Outcome.ANSWERED, Outcome.PARTLY, Outcome.NOTED})

Said = tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class AnswerSource:
    """`other` has the answer that holds for this one too; `prepared`: none was given, one was prepared."""

    other: Opinion | None = None
    prepared: bool = False


class AnswerSources:
    """Of one state of the records. Opinions of one group are answered once: the first of them in print has
    the words, the others that have the same name its number."""

    def __init__(self, records: Records, joint: JointAnswers | None = None) -> None:
        self._joint = joint or JointAnswers(records)
        self._repeats: dict[str, Opinion] = {}
        self._groups: dict[str, list[Opinion]] = {}
        collected = in_print_order(records.collected())
        hall = sorted(records.at_hall(), key=lambda one: one.number)
        for one in hall:
            if one.linked_id and self._joint.is_answered(one):
                self._repeats.setdefault(one.linked_id, one)
        for one in (*collected, *hall):
            if one.group_id:
                self._groups.setdefault(one.group_id, []).append(one)
        self._same: dict[str, Opinion] = {}
        first: dict[tuple[str, Said], Opinion] = {}
        for one in collected:
            said = _said(self._joint.own_answers(one))
            if one.group_id and said:
                lead = first.setdefault((one.group_id, said), one)
                if lead is not one:
                    self._same[one.id] = lead

    def of(self, opinion: Opinion) -> AnswerSource:
        """Nothing for one with words of its own, or with a joint answer."""
        if opinion.id in self._same:
            return AnswerSource(self._same[opinion.id])
        if opinion.said_at_hall or self._joint.is_answered(opinion):
            return AnswerSource()
        repeat = self._repeats.get(opinion.id)
        if repeat is None:
            alike = self._groups.get(opinion.group_id, ()) if opinion.group_id else ()
            repeat = next((one for one in alike if one is not opinion and self._joint.is_answered(one)), None)
        if repeat is not None:
            return AnswerSource(repeat)
        holds = opinion.prepared_answer.strip() and opinion.outcome in _PREPARED_HOLDS
        return AnswerSource(prepared=bool(holds) and not opinion.withheld)


def _said(answers: tuple[Answer, ...]) -> Said:
    return tuple((one.follow_up, one.answerer, one.answerer_position, one.text) for one in answers)
