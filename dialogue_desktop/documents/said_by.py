"""How a speech came into the hall, in the brackets behind who said it: online, interpreted (M1, L2)."""

from __future__ import annotations

from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.domain.interpreting import read_interpreter
from dialogue_desktop.domain.privacy import SOMEBODY
from dialogue_desktop.domain.records import Source, Turn


def ways_words(turn: Turn | None, phrases: Phrases) -> str:
    """ "trực tuyến, bà H'Mai phiên dịch tiếng Ê-đê"; empty for who speaks in the hall for himself."""
    if turn is None:
        return ""
    parts = [phrases("online")] if turn.source is Source.ONLINE else []
    if turn.interpreter == SOMEBODY:
        parts.append(phrases("interpreted_by_somebody"))
    elif turn.interpreter:
        read = read_interpreter(turn.interpreter)
        key = "interpreted" if read.who and read.language else "interpreted_by" if read.who else ""
        parts.append(phrases(key or "interpreted_from", who=read.who, language=read.language))
    return ", ".join(parts)


def with_place(who: str, *details: str) -> str:
    """ "ông Y Đăm (buôn Trấp, trực tuyến)"."""
    inside = ", ".join(detail for detail in details if detail)
    return f"{who} ({inside})" if inside else who
