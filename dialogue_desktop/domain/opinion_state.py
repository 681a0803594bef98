"""How far an opinion has come, as lists and filters tell it (C7, G3)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.records import OPEN_OUTCOMES, Opinion, Outcome


class OpinionState(StrEnum):
    """From the first word to the last promise."""

    UNANSWERED = "chua"
    PREPARED = "chuan_bi"
    OWED = "con_viec"
    SETTLED = "xong"


STATE_LABELS: dict[OpinionState, str] = {
    OpinionState.UNANSWERED: "Chưa có câu trả lời",
    OpinionState.PREPARED: "Đã chuẩn bị trả lời",
    OpinionState.OWED: "Còn phải giải quyết",
    OpinionState.SETTLED: "Đã trả lời xong",
}


#: Outcomes that settle an opinion unless a day was promised with the answer.
_SAID = frozenset({Outcome.ANSWERED, Outcome.NOTED})


def owed_after(outcome: Outcome | None, deadline: date | str | None) -> bool:
    """Whether somebody still owes something after what was said: an open outcome, or an answer with a day."""
    return outcome in OPEN_OUTCOMES or (outcome in _SAID and bool(deadline))


def state_of(
    outcome: Outcome | None, prepared_answer: str, deadline: date | str | None = None, *, kept: bool = False
) -> OpinionState:
    """What the outcome says, and whether what was promised with it was kept; before there is one, whether an
    answer was prepared."""
    if outcome is not None:
        owed = owed_after(outcome, deadline) and not kept
        return OpinionState.OWED if owed else OpinionState.SETTLED
    return OpinionState.PREPARED if prepared_answer.strip() else OpinionState.UNANSWERED


def state_of_opinion(opinion: Opinion, *, kept: bool = False) -> OpinionState:
    return state_of(opinion.outcome, opinion.prepared_answer, opinion.deadline, kept=kept)
