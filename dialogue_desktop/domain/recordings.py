"""The hall's recordings set to the clock: which moment of the session stands where in which of them (L7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogue_desktop.domain.records import Opinion, Recording, Turn

#: What a recording without a name is called.
UNNAMED = "Máy ghi âm"
_LONGEST = timedelta(hours=24)
_MARKS = re.compile(r"^\s*(?:(\d{1,2})\s*[:hg.]\s*)?(\d{1,3})\s*[:mp'.]\s*(\d{1,2})\s*[s\"]?\s*$")
_EXAMPLE = "ghi như trên máy, ví dụ 00:12:35"


@dataclass(frozen=True, slots=True)
class RecordedAt:
    """A place in a recording: its name and what its counter shows there."""

    recording: str
    counter: timedelta


def place_of(moment: datetime | None, recordings: Iterable[Recording]) -> RecordedAt | None:
    """In the recording that began last before the moment, since a new one is begun when the one before has
    ended; None before the first."""
    if moment is None:
        return None
    begun = [r for r in recordings if r.started_at is not None and r.started_at <= moment]
    if not begun:
        return None
    last = max(begun, key=lambda r: r.started_at or moment)
    return RecordedAt(last.name or UNNAMED, moment - (last.started_at or moment))


def place_words(moment: datetime | None, recordings: Sequence[Recording]) -> str:
    """ "00:12:35"; with several recordings "Đài xã 2, 00:03:10"; empty where there is none."""
    place = place_of(moment, recordings)
    if place is None:
        return ""
    several = sum(1 for one in recordings if one.started_at is not None) > 1
    counter = counter_text(place.counter)
    return f"{place.recording}, {counter}" if several else counter


def moment_of(turn: Turn | None, opinion: Opinion | None = None) -> datetime | None:
    """When to begin listening: at the first word of the turn, else when it was called or written down."""
    if turn is not None and (turn.spans or turn.called_at):
        return turn.spans[0].start if turn.spans else turn.called_at
    return opinion.said_at if opinion is not None else None


def set_to(recording: Recording, counter: timedelta, now: datetime) -> Recording:
    """The same recording, its counter showing this now."""
    return Recording(recording.name, now - counter)


def counter_text(counter: timedelta) -> str:
    """ "00:12:35", as recorders show it."""
    seconds = max(0, int(counter.total_seconds()))
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def read_counter(text: str) -> timedelta:
    """What is meant by "00:12:35", "12:35" or "75:10". ValueError with one sentence."""
    found = _MARKS.match(text)
    if found is None:
        raise ValueError(f"Không hiểu số “{text.strip()[:20]}” trên máy ghi âm: {_EXAMPLE}.")
    hours, minutes, seconds = int(found[1] or 0), int(found[2]), int(found[3])
    counter = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if seconds > 59 or (found[1] and minutes > 59) or counter >= _LONGEST:
        raise ValueError(f"Không có số “{text.strip()[:20]}” trên máy ghi âm: {_EXAMPLE}.")
    return counter


def next_name(recordings: Sequence[Recording]) -> str:
    """ "Máy ghi âm", then "Máy ghi âm 2" …: a name that none has yet."""
    taken = {one.name.casefold() for one in recordings}
    number = 1
    while (name := UNNAMED if number == 1 else f"{UNNAMED} {number}").casefold() in taken:
        number += 1
    return name
