"""One answer for several opinions at the hall: whose answer holds for which, and what still has none (L3).

`Opinion.answered_with` names the one that has the answer, the lead. Outcome, unit and day are kept in step
with the lead's when it is written, so that whoever reads one opinion alone sees them.
"""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desktop.domain.records import Answer, Opinion, Records, Source

#: What goes with a joint answer to every opinion that it answers.
IN_STEP = ("outcome", "outcome_reason", "unit", "deadline", "receiving_body")


class JointAnswers:
    """The ties of one state of the records, looked up once."""

    def __init__(self, records: Records) -> None:
        self._opinions = {one.id: one for one in records.opinions}
        self._answers: dict[str, list[Answer]] = {}
        for answer in records.answers:
            self._answers.setdefault(answer.opinion_id, []).append(answer)
        self._led: dict[str, list[Opinion]] = {}
        for one in records.opinions:
            lead = self.lead_of(one)
            if lead is not None:
                self._led.setdefault(lead.id, []).append(one)

    def lead_of(self, opinion: Opinion) -> Opinion | None:
        """The one whose answer is the answer to this one too; None where it stands for itself, also where
        the tie leads nowhere or round in a circle."""
        seen = {opinion.id}
        at = opinion
        while at.answered_with:
            following = self._opinions.get(at.answered_with)
            if following is None:
                break
            if following.id in seen:
                return None
            seen.add(following.id)
            at = following
        return at if at is not opinion else None

    def led_by(self, opinion_id: str) -> tuple[Opinion, ...]:
        """Those that its answer answers too, in the order of their numbers."""
        return tuple(sorted(self._led.get(opinion_id, ()), key=lambda one: one.number))

    def own_answers(self, opinion: Opinion) -> tuple[Answer, ...]:
        return tuple(self._answers.get(opinion.id, ()))

    def answers_to(self, opinion: Opinion) -> tuple[Answer, ...]:
        """Its own rounds, or where it has none those of the joint answer."""
        own = self.own_answers(opinion)
        lead = self.lead_of(opinion)
        return own if lead is None or _said(own) else self.own_answers(lead)

    def is_answered(self, opinion: Opinion) -> bool:
        """Something was answered to it, here or jointly."""
        return _said(self.answers_to(opinion))


def waiting(records: Records, joint: JointAnswers | None = None) -> tuple[Opinion, ...]:
    """What was said at the hall and has neither answer nor outcome yet, the oldest first; `joint` where the
    ties of these records are known already."""
    joint = joint or JointAnswers(records)
    return tuple(
        one for one in in_hall_order(records.at_hall()) if one.outcome is None and not joint.is_answered(one)
    )


def collected_waiting(records: Records, joint: JointAnswers | None = None) -> tuple[Opinion, ...]:
    """What came before the day and has neither outcome nor answer, also not where it was said again at the
    hall or in its group; in the order in which it is printed."""
    joint = joint or JointAnswers(records)
    settled = [one for one in records.opinions if one.outcome is not None or joint.is_answered(one)]
    again = {one.linked_id for one in settled if one.linked_id}
    groups = {one.group_id for one in settled if one.group_id}
    done = {one.id for one in settled}
    return tuple(
        one
        for one in in_print_order(records.collected())
        if one.id not in done and one.id not in again and one.group_id not in groups
    )


def in_print_order(collected: Iterable[Opinion]) -> tuple[Opinion, ...]:
    """By where they came from, then by number, as in the minutes."""
    order = {source: at for at, source in enumerate(Source)}
    return tuple(sorted(collected, key=lambda one: (order[one.source], one.number)))


def in_hall_order(said: Iterable[Opinion]) -> tuple[Opinion, ...]:
    """The oldest first."""
    never = float("inf")
    return tuple(sorted(said, key=lambda o: (o.said_at.timestamp() if o.said_at else never, o.number)))


def _said(answers: Iterable[Answer]) -> bool:
    return any(answer.text.strip() for answer in answers)
