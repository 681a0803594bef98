"""What became of the petitions of a conference that is over (C9, F3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.after_records import CommitmentState
from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.opinion_state import owed_after
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.promise_results import Followed, replies_of
from dialogue_desktop.domain.records import Answer, Conclusion, Opinion, Outcome, Records


class ResultState(StrEnum):
    """Where a petition stands; the order is that of the report."""

    SETTLED = "da_giai_quyet"
    DOING = "dang_giai_quyet"
    SENT_UP = "chuyen_cap_tren"
    OPEN = "chua_giai_quyet"


@dataclass(frozen=True, slots=True)
class PetitionResult:
    """One petition with what is known of it.

    `reply` is the number and date of a written reply, `done` what was done since, both empty while unknown.
    `promise` is what was promised with it, where it is followed now. `repeats` is the number of the collected
    opinion that this one repeats at the hall, 0 for none.
    """

    opinion: Opinion
    state: ResultState
    answer: str = ""
    done: str = ""
    reply: str = ""
    repeats: int = 0
    promise: Followed | None = None

    @property
    def carried_on(self) -> bool:
        """Whether it goes on into the next conference."""
        return self.state is not ResultState.SETTLED


@dataclass(frozen=True, slots=True)
class EarlierConference:
    """The conference whose results are reported: its plan, what became of its petitions, and as of when;
    `conclusions` are those of the chair that were not settled there."""

    plan: Plan
    results: tuple[PetitionResult, ...]
    as_of: date
    conclusions: tuple[Conclusion, ...] = ()


def results_of(
    records: Records,
    as_of: date,
    *,
    prepared: bool = True,
    promises: Mapping[str, Followed] | None = None,
    mask: Callable[[str], str] = str,
) -> tuple[PetitionResult, ...]:
    """The petitions of a conference as its own records tell them.

    What was promised is being done until its day; past it, with no more known, it counts as open, also where
    the promise was part of an answer at the hall. An opinion without an outcome of its own has that of the
    one that repeated it at the hall, or of its group. `prepared`: where nothing was said, what had been
    prepared is told. `promises` by opinion tell how what was promised stands now; `mask` takes out of what
    was done about it what may not be told.
    """
    replied = replies_of(records.papers)
    numbers = {one.id: one.number for one in records.opinions}
    joint = JointAnswers(records)
    found = []
    for one in records.opinions:
        mates = _mates(one, records.opinions)
        told = _with_promise(_with_outcome(one, mates), mates)
        answer = _said(joint.answers_to(one))
        if not answer and one.outcome is None:
            answer = next((said for m in mates if m.outcome and (said := _said(joint.answers_to(m)))), "")
        answer = answer or (one.prepared_answer.strip() if prepared else "")
        repeats = numbers.get(one.linked_id, 0)
        promise = (promises or {}).get(one.id) if owed_after(told.outcome, told.deadline) else None
        state, done, reply = _state(told, as_of), "", replied.get(one.id, "")
        if promise is not None:
            now = promise.commitment
            told = replace(told, unit=now.unit or told.unit, deadline=now.deadline)
            state, done = _kept_state(told, promise, as_of), promise.deed(mask)
            reply = promise.reply() or reply
        found.append(PetitionResult(told, state, answer, done, reply, repeats, promise))
    return tuple(found)


def _mates(one: Opinion, opinions: tuple[Opinion, ...]) -> tuple[Opinion, ...]:
    """Those that say the same: first what repeated it at the hall, the last time first, then its group."""
    again = sorted((o for o in opinions if o.linked_id == one.id), key=lambda o: o.number, reverse=True)
    group = [o for o in opinions if one.group_id and o.group_id == one.group_id and o.id != one.id]
    return (*again, *(o for o in group if o not in again))


def _with_outcome(one: Opinion, mates: tuple[Opinion, ...]) -> Opinion:
    told = next((mate for mate in mates if mate.outcome is not None), None)
    if one.outcome is not None or told is None:
        return one
    return replace(
        one,
        outcome=told.outcome,
        outcome_reason=told.outcome_reason,
        receiving_body=one.receiving_body or told.receiving_body,
        unit=told.unit or one.unit,
        deadline=one.deadline or told.deadline,
    )


def _with_promise(one: Opinion, mates: tuple[Opinion, ...]) -> Opinion:
    """One answer for several is one promise: the day stands with every one of them."""
    if one.outcome not in (Outcome.ANSWERED, Outcome.NOTED) or one.deadline is not None:
        return one
    promised = [mate for mate in mates if mate.deadline is not None and mate.outcome is not Outcome.REFUSED]
    first = min(promised, key=lambda mate: mate.deadline or date.max, default=None)
    return one if first is None else replace(one, unit=first.unit or one.unit, deadline=first.deadline)


def _state(opinion: Opinion, as_of: date) -> ResultState:
    if opinion.outcome is None:
        return ResultState.OPEN
    if not owed_after(opinion.outcome, opinion.deadline):
        return ResultState.SETTLED
    if opinion.outcome is Outcome.ESCALATED:
        return ResultState.SENT_UP
    late = opinion.deadline is not None and opinion.deadline < as_of
    return ResultState.OPEN if late else ResultState.DOING


def _kept_state(opinion: Opinion, promise: Followed, as_of: date) -> ResultState:
    """As the promise stands; until somebody began, as its day says. An answer whose day was taken away is
    owed still."""
    state = promise.commitment.state
    if state is CommitmentState.DONE:
        return ResultState.SETTLED
    if state is CommitmentState.WAITING:
        return ResultState.SENT_UP
    if opinion.deadline is None and opinion.outcome is not Outcome.ESCALATED:
        return ResultState.DOING
    return _state(opinion, as_of)


def _said(rounds: tuple[Answer, ...]) -> str:
    """What was answered at the hall, round by round."""
    return "\n".join(answer.text.strip() for answer in rounds if answer.text.strip())
