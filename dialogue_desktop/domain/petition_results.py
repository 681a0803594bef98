"""What became of the petitions of a conference that is over (C9, F3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Answer, Opinion, Outcome, Records


class ResultState(StrEnum):
    """Where a petition stands; the order is that of the report."""

    SETTLED = "da_giai_quyet"
    DOING = "dang_giai_quyet"
    SENT_UP = "chuyen_cap_tren"
    OPEN = "chua_giai_quyet"


#: Outcomes after which nobody owes anything more.
_SETTLED = frozenset({Outcome.ANSWERED, Outcome.NOTED, Outcome.REFUSED})


@dataclass(frozen=True, slots=True)
class PetitionResult:
    """One petition with what is known of it.

    `reply` is the number and date of a written reply, `done` what was done since, both empty while unknown.
    """

    opinion: Opinion
    state: ResultState
    answer: str = ""
    done: str = ""
    reply: str = ""

    @property
    def carried_on(self) -> bool:
        """Whether it goes on into the next conference."""
        return self.state is not ResultState.SETTLED


@dataclass(frozen=True, slots=True)
class EarlierConference:
    """The conference whose results are reported: its plan, what became of its petitions, and as of when."""

    plan: Plan
    results: tuple[PetitionResult, ...]
    as_of: date


def results_of(records: Records, as_of: date) -> tuple[PetitionResult, ...]:
    """The petitions of a conference as its own records tell them.

    What was promised is being done until its day; past it, with no more known, it counts as open.
    """
    return tuple(
        PetitionResult(one, _state(one, as_of), _answer(records.answers_of(one.id), one))
        for one in records.opinions
    )


def _state(opinion: Opinion, as_of: date) -> ResultState:
    if opinion.outcome is None:
        return ResultState.OPEN
    if opinion.outcome in _SETTLED:
        return ResultState.SETTLED
    if opinion.outcome is Outcome.ESCALATED:
        return ResultState.SENT_UP
    late = opinion.deadline is not None and opinion.deadline < as_of
    return ResultState.OPEN if late else ResultState.DOING


def _answer(rounds: tuple[Answer, ...], opinion: Opinion) -> str:
    """What was answered at the hall, round by round; else what had been prepared."""
    said = [answer.text.strip() for answer in rounds if answer.text.strip()]
    return "\n".join(said) or opinion.prepared_answer.strip()
