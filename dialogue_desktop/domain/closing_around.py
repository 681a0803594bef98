"""What the check of the minutes has to know besides the conference itself (M3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.conclusion_draft import Drafting
from dialogue_desktop.domain.live import LiveDraft, LiveItem
from dialogue_desktop.domain.records import Records


@dataclass(frozen=True, slots=True)
class UsedNumber:
    """A number that another conference's minutes have, and which conference that is."""

    number: str
    symbol: str
    year: int
    title: str


@dataclass(frozen=True, slots=True)
class Around:
    """`day_off` says why a day is no working day ("Chủ nhật"), "" for a working day; `drafting` is None where
    conclusions cannot be compared with their opinions."""

    draft: LiveDraft | None = None
    numbers: tuple[UsedNumber, ...] = ()
    day_off: Callable[[date], str] = lambda day: ""
    drafting: Drafting | None = None


NOTHING = Around()


def half_typed(draft: LiveDraft | None, records: Records) -> str:
    """The beginning of what stands in the session's boxes and in no record; "" where nothing does."""
    if draft is None:
        return ""
    for words in (draft.small, draft.quick_add, _unsaved(draft.item, records)):
        if words.strip():
            return words.strip()
    if draft.conclusions is not None and draft.conclusions != records.conclusions:
        return "Kết luận của người chủ trì"
    if draft.attendance is not None and draft.attendance != records.attendance:
        return "Số người dự"
    if draft.speaker is not None and (draft.speaker.voice.name or draft.speaker.topic):
        known = next((turn for turn in records.turns if turn.id == draft.speaker.turn_id), None)
        if known is None or (known.voice, known.topic) != (draft.speaker.voice, draft.speaker.topic):
            return draft.speaker.voice.shown or draft.speaker.topic
    return ""


def _unsaved(item: LiveItem, records: Records) -> str:
    """Words of the item that no opinion has: of a new one all, of an old one what differs."""
    known = next((one for one in records.opinions if one.id == (item.opinion_id or item.new_id)), None)
    if known is None:
        said = [item.text, *(part for one in item.rounds for part in (one.follow_up, one.text))]
        return next((words for words in said if words.strip()), "")
    if item.text.strip() != known.text.strip():
        return item.text or known.text
    kept = [(a.follow_up.strip(), a.text.strip()) for a in records.answers_of(known.id)]
    here = [(one.follow_up.strip(), one.text.strip()) for one in item.rounds]
    here = [pair for pair in here if any(pair)]
    if here == kept:
        return ""
    return next((words for pair in here if pair not in kept for words in pair if words), "")
