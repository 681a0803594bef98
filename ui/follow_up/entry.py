"""What stands in the form beside the board, and how it becomes an update or the facts of a promise (F1)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.after_records import Commitment, CommitmentState, Step, StepKind, StoredFile
from dialogue_desktop.domain.date_words import weekday_date
from dialogue_desktop.domain.following import Update
from dialogue_desktop.domain.live import LiveDraft, LiveItem, Round
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import make_date, parse_date

_DAY_AND_MONTH = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*")
_KEYS, _STEP = "\n", "\t"


class What(StrEnum):
    """What the form is about."""

    ADD = "add"
    EDIT = "edit"
    UPDATE = "update"
    STEP = "step"


class EntryError(ValueError):
    """Something must be put right before it can be kept; `field` is the form's field."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence = field, sentence


@dataclass(frozen=True, slots=True)
class FollowEntry:
    """The form as it stands; days stay as typed. `keys` are the rows of the board that it is about, none
    for a promise to be added; `conference_id` is where that one goes. `text` is what was done or promised."""

    what: What = What.ADD
    keys: tuple[str, ...] = ()
    step_id: str = ""
    conference_id: str = ""
    state: CommitmentState | None = None
    day: str = ""
    text: str = ""
    reason: str = ""
    deadline: str = ""
    unit: str = ""
    body: str = ""
    who: str = ""
    letter: str = ""
    letter_on: str = ""
    incoming: bool = False
    files: tuple[StoredFile, ...] = ()


def row_id(entry: FollowEntry) -> str:
    """What the form belongs to; "" for a promise to be added."""
    if entry.what is What.ADD:
        return ""
    return form_id(entry.what, entry.keys, entry.step_id)


def form_id(what: What, keys: tuple[str, ...], step_id: str = "") -> str:
    return f"{what.value}:{_KEYS.join(keys)}{_STEP}{step_id}"


def parts_of(form: str) -> tuple[What, tuple[str, ...], str]:
    """What a form is about, the rows, the line of the history."""
    what, _, rest = form.partition(":")
    keys, _, step_id = rest.partition(_STEP)
    return What(what), tuple(key for key in keys.split(_KEYS) if key), step_id


def as_new(entry: FollowEntry) -> FollowEntry:
    """The same words for a promise of its own: what they belonged to is gone."""
    words = "\n".join(part for part in (entry.text, entry.reason) if part)
    conference_id = entry.conference_id or (entry.keys[0].partition("/")[0] if entry.keys else "")
    return FollowEntry(
        conference_id=conference_id, text=words, unit=entry.unit, deadline=entry.deadline, body=entry.body
    )


def update_entry(keys: tuple[str, ...], today: date) -> FollowEntry:
    """An empty form for one or several rows; what happened today is the usual thing."""
    return FollowEntry(What.UPDATE, keys, day=weekday_date(today))


def edit_entry(key: str, one: Commitment) -> FollowEntry:
    return FollowEntry(
        What.EDIT,
        (key,),
        text=one.text,
        unit=one.unit,
        deadline=write_day(one.deadline),
        body=one.receiving_body,
    )


def step_entry(key: str, step: Step) -> FollowEntry:
    return FollowEntry(
        What.STEP,
        (key,),
        step.id,
        day=write_day(step.day),
        text=step.text,
        who=step.who,
        letter=step.letter,
        letter_on=write_day(step.letter_on),
        incoming=step.kind is StepKind.LETTER_IN,
        files=step.files,
    )


def update_of(entry: FollowEntry, today: date) -> Update:
    """EntryError where a day cannot be read."""
    put_off = entry.state is CommitmentState.PUT_OFF
    return Update(
        _day("day", entry.day, today),
        entry.state,
        entry.text,
        entry.reason if asks_reason(entry.state) else "",
        entry.who,
        entry.letter,
        _day("letter_on", entry.letter_on, today),
        entry.incoming,
        _day("deadline", entry.deadline, today, coming=True) if put_off else None,
        entry.body if entry.state is CommitmentState.WAITING else "",
        entry.files,
    )


def step_facts(entry: FollowEntry, today: date) -> dict[str, object]:
    """The fields of a line of the history. EntryError."""
    return {
        "day": _day("day", entry.day, today),
        "text": entry.text,
        "who": entry.who,
        "letter": entry.letter,
        "letter_on": _day("letter_on", entry.letter_on, today),
        "files": entry.files,
    }


def promise_facts(entry: FollowEntry, today: date) -> dict[str, object]:
    """The fields of a promise. EntryError."""
    if not one_line(entry.text):
        raise EntryError("text", "Chưa ghi nội dung cam kết.")
    return {
        "text": entry.text,
        "unit": entry.unit,
        "deadline": _day("deadline", entry.deadline, today, coming=True),
        "receiving_body": entry.body,
    }


def asks_reason(state: CommitmentState | None) -> bool:
    return state in (CommitmentState.PUT_OFF, CommitmentState.WAITING, CommitmentState.DONE)


def typed_since(entry: FollowEntry, base: FollowEntry) -> bool:
    return _said(entry) != _said(base)


def _said(entry: FollowEntry) -> FollowEntry:
    """Spaces at the ends are nothing that was typed."""
    trimmed = {
        name: getattr(entry, name).strip()
        for name in ("day", "text", "reason", "deadline", "unit", "body", "who", "letter", "letter_on")
    }
    return replace(entry, **trimmed)


def read_day(text: str, today: date, *, coming: bool = False) -> date | None:
    """A day; without a year the nearest one, or the next that comes. ValueError with one sentence."""
    if not text.strip():
        return None
    short = _DAY_AND_MONTH.fullmatch(text)
    if short is None:
        return parse_date(text)
    days = [make_date(int(short[1]), int(short[2]), today.year + more) for more in (0, -1, 1)]
    if coming:
        return min(day for day in days if day >= today)
    return min(days, key=lambda day: abs((day - today).days))


def write_day(day: date | None) -> str:
    return weekday_date(day) if day else ""


def _day(name: str, text: str, today: date, *, coming: bool = False) -> date | None:
    try:
        return read_day(text, today, coming=coming)
    except ValueError as error:
        raise EntryError(name, str(error)) from error


def rescue_of(entry: FollowEntry) -> LiveDraft:
    """The same words as the rescue file takes them, when the database cannot."""
    said = [entry.text, entry.reason, entry.letter, entry.who, entry.unit, entry.body, entry.deadline]
    text = "\n".join(part for part in said if part.strip())
    return LiveDraft(LiveItem(text="Theo dõi cam kết", rounds=(Round(text=text),)))
