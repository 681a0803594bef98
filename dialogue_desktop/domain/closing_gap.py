"""One thing that the minutes lack, and whom an opinion is of where it is named (M3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desktop.domain.records import Opinion, RecordKind


class Fix(StrEnum):
    """What can be put right in the list itself, without leaving it."""

    OUTCOME = "outcome"
    REASON = "reason"
    DUTY = "duty"  # unit or receiving body, and the day
    FIELD = "field"
    VOICE = "voice"  # name and place of the one who is not known well enough
    CONSENT = "consent"
    WITHHELD = "withheld"
    MARKED = "marked"
    COUNT = "count"
    HOUR = "hour"
    PLACE = "place"
    TURN = "turn"  # a speaker who was not called, or whose turn was never ended
    CONCLUSION = "conclusion"  # unit and day of a conclusion
    AGREE = "agree"  # a conclusion made to say what its opinions say
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing or does not add up, and where to put it right.

    `page` is "live", "plan", or "end" for what stands on the page of the list itself; `record`, `record_id`
    and `field` name the very field. Of the plan the field of a list is "secretaries.name", and `record_id`
    the row's. `fix` is how it is put right in the list, None where it needs its own page. `review`: worth a
    look, but the minutes can be right without it.
    """

    id: str
    text: str
    detail: str
    action: str
    page: str
    record: RecordKind | None = None
    record_id: str = ""
    field: str = ""
    fix: Fix | None = None
    review: bool = False


Found = tuple[list[Gap], list[str]]


def opinion_gap(
    kind: str, opinion: Opinion, text: str, action: str, field: str, fix: Fix | None = None, detail: str = ""
) -> Gap:
    """A gap of an opinion, told with whose it is and how it begins."""
    words = detail or f"{who(opinion)}, {opening(opinion.text)}"
    return Gap(
        f"{kind}-{opinion.id}", text, words, action, "live", RecordKind.OPINION, opinion.id, field, fix
    )


def only_looked_at(gap: Gap) -> Gap:
    """The same, as something that blocks nothing."""
    return replace(gap, review=True)


def who(opinion: Opinion) -> str:
    """The person behind an opinion as lists show it."""
    if opinion.anonymous:
        return "Ẩn danh"
    if opinion.voices:
        return opinion.voices[0].shown or "Chưa rõ họ tên"
    return opinion.group_note or "Chưa rõ họ tên"


def opening(text: str, words: int = 8) -> str:
    """The first words of a text."""
    parts = text.split()
    return " ".join(parts[:words]) + ("…" if len(parts) > words else "")


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def numbers_of(opinions: list[Opinion], most: int = 6) -> str:
    """ "Ý kiến số 3, 7, 12…" """
    shown = ", ".join(str(one.number) for one in opinions[:most])
    return f"Ý kiến số {shown}{'…' if len(opinions) > most else ''}"
