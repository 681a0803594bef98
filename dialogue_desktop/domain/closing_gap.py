"""One thing that the minutes lack, and whom an opinion is of where it is named (M3)."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desktop.domain.records import Opinion, RecordKind


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing or does not add up, and where to put it right.

    `page` is "live" or "plan"; `record`, `record_id` and `field` name the very field. Of the plan the field
    of a list is "secretaries.name", and `record_id` the row's.
    """

    id: str
    text: str
    detail: str
    action: str
    page: str
    record: RecordKind | None = None
    record_id: str = ""
    field: str = ""


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


def marked_gap(opinion: Opinion) -> Gap:
    """Marked to come back to (Ctrl+M), and not looked at again."""
    return Gap(
        f"marked-{opinion.id}",
        f"Ý kiến số {opinion.number} còn đánh dấu xem lại",
        f"{who(opinion)}, {opening(opinion.text)}",
        "Xem lại",
        "live",
        RecordKind.OPINION,
        opinion.id,
        "marked",
    )
