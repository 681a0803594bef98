"""What stands in the form of one prepared answer (C7)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogue_desktop.domain.live import LiveDraft, LiveItem, Round
from dialogue_desktop.domain.text_vi import clean, one_line


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """The form as it stands; `was` is the answer that was kept when the form was filled.

    `opinion_id` is empty where the opinion was taken away elsewhere; `numbers` says then whose it was.
    """

    opinion_id: str = ""
    answer: str = ""
    by: str = ""
    was: str = ""
    numbers: str = ""


def typed_since(entry: AnswerEntry, base: AnswerEntry) -> bool:
    """Whether anything was typed since the form was filled; spaces at the ends do not count."""
    return (kept_answer(entry), kept_by(entry)) != (kept_answer(base), kept_by(base))


def kept_answer(entry: AnswerEntry) -> str:
    return clean(entry.answer).text.strip()


def kept_by(entry: AnswerEntry) -> str:
    return one_line(entry.by)


def as_new(entry: AnswerEntry) -> AnswerEntry:
    return replace(entry, opinion_id="")


def rescue_of(entry: AnswerEntry) -> LiveDraft:
    """The same words as the rescue file takes them, when the database cannot."""
    whose = f"Câu trả lời cho ý kiến số {entry.numbers}" if entry.numbers else "Câu trả lời"
    return LiveDraft(LiveItem(text=whose, rounds=(Round(answerer=entry.by, text=entry.answer),)))
