"""How far an opinion has come, as lists and filters tell it (C7, G3)."""

from __future__ import annotations

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


def state_of(outcome: Outcome | None, prepared_answer: str) -> OpinionState:
    """What the outcome says; before there is one, whether an answer was prepared."""
    if outcome is not None:
        return OpinionState.OWED if outcome in OPEN_OUTCOMES else OpinionState.SETTLED
    return OpinionState.PREPARED if prepared_answer.strip() else OpinionState.UNANSWERED


def state_of_opinion(opinion: Opinion) -> OpinionState:
    return state_of(opinion.outcome, opinion.prepared_answer)
