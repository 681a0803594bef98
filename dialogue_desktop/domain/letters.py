"""Which letters of a series are due after the session: replies, escalations, reminders (M5, M6, F1).

Papers, register and board ask here, so that a letter has one subject and one list of opinions everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.after_records import Commitment
from dialogue_desktop.domain.commitments import is_late, is_soon, owes
from dialogue_desktop.domain.figures import place_of
from dialogue_desktop.domain.records import Opinion, Outcome, Records
from dialogue_desktop.domain.text_vi import fold


class ReplyWay(StrEnum):
    """To whom one reply goes (M5)."""

    MATTER = "noi_dung"
    PERSON = "nguoi"
    LOCALITY = "thon"


REPLY_WAY_LABELS: dict[ReplyWay, str] = {
    ReplyWay.MATTER: "Mỗi nội dung một văn bản",
    ReplyWay.PERSON: "Mỗi người một văn bản",
    ReplyWay.LOCALITY: "Mỗi thôn một văn bản",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a series. `subject` is its key in the register and stays the same while the conference
    does; `to` is the receiver in words, empty for people (the paper says them by consent). `due` is the last
    day, None where nobody gave one."""

    kind: str
    subject: str
    to: str = ""
    opinion_ids: tuple[str, ...] = ()
    commitment_ids: tuple[str, ...] = ()
    due: date | None = None


def replies(
    records: Records, commitments: Iterable[Commitment], way: ReplyWay = ReplyWay.MATTER
) -> tuple[Letter, ...]:
    """The written replies that were promised at the hall, in the order of the opinions."""
    owed = {key: one for one in commitments for key in one.opinion_ids}
    found: dict[str, Letter] = {}
    for one in records.opinions:
        if not owes(one) or one.outcome is Outcome.ESCALATED:
            continue
        promise = owed.get(one.id)
        key = _reply_key(one, promise, way)
        _join(found, "replies", key, "", one, promise)
    return tuple(found.values())


def escalations(records: Records, commitments: Iterable[Commitment]) -> tuple[Letter, ...]:
    """One letter for each body of the higher level with all that goes to it; what names no body stands
    together in one with `to` empty."""
    owed = {key: one for one in commitments for key in one.opinion_ids}
    found: dict[str, Letter] = {}
    for one in records.opinions:
        if one.outcome is Outcome.ESCALATED:
            body = one.receiving_body.strip()
            _join(found, "escalations", f"gui:{fold(body)}", body, one, owed.get(one.id))
    return tuple(found.values())


def reminders(commitments: Iterable[Commitment], today: date) -> tuple[Letter, ...]:
    """One reminder for each unit that is late or soon due, the most overdue first."""
    found: dict[str, Letter] = {}
    for one in sorted(commitments, key=lambda c: (c.deadline or date.max, c.number)):
        unit = (one.unit or one.receiving_body).strip()
        if not unit or not (is_late(one, today) or is_soon(one, today)):
            continue
        key = f"don-doc:{fold(unit)}"
        letter = found.get(key) or Letter("reminders", key, unit)
        found[key] = replace(
            letter,
            opinion_ids=(*letter.opinion_ids, *(o for o in one.opinion_ids if o not in letter.opinion_ids)),
            commitment_ids=(*letter.commitment_ids, one.id),
            due=letter.due or one.deadline,
        )
    return tuple(found.values())


def _reply_key(one: Opinion, promise: Commitment | None, way: ReplyWay) -> str:
    if way is ReplyWay.LOCALITY:
        return f"thon:{fold(place_of(one))}"
    if way is ReplyWay.PERSON:
        people = "+".join(f"{fold(voice.name)}@{fold(voice.locality)}" for voice in one.voices)
        return f"nguoi:{people or one.id}"
    return f"viec:{promise.id if promise is not None else one.id}"


def _join(
    found: dict[str, Letter], kind: str, key: str, to: str, one: Opinion, promise: Commitment | None
) -> None:
    letter = found.get(key) or Letter(kind, key, to)
    ids = letter.commitment_ids
    if promise is not None and promise.id not in ids:
        ids = (*ids, promise.id)
    days = [day for day in (letter.due, promise.deadline if promise else one.deadline) if day is not None]
    found[key] = replace(
        letter,
        opinion_ids=(*letter.opinion_ids, one.id),
        commitment_ids=ids,
        due=min(days, default=None),
    )
