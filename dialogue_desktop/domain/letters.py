"""Which letters of a series are due after the session: replies, escalations, reminders (M5, M6, F1).

Papers, register and board ask here, so that a letter has one subject and one list of opinions everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.after_records import Commitment, CommitmentState, Paper
from dialogue_desktop.domain.commitments import is_late, is_soon, owes
from dialogue_desktop.domain.figures import place_of
from dialogue_desktop.domain.records import Opinion, Outcome, Records
from dialogue_desktop.domain.text_vi import marked
from dialogue_desktop.domain.wall_time import on_wall

#: A unit that did not answer a reminder is reminded anew after so many days.
REMIND_AGAIN_DAYS = 7


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


# --- replies ------------------------------------------------------------------------------------------


def replies(
    records: Records, commitments: Iterable[Commitment], way: ReplyWay = ReplyWay.MATTER
) -> tuple[Letter, ...]:
    """The letters to the people, in the order of the opinions: what was promised at the hall, what was sent
    up (they are told so), and collected opinions that wait for the same. Each opinion is in exactly one.

    Who asked not to be named, and what the secretary holds back, gets a letter of its own in every way: the
    others would read it. Those who gave no name share one, which goes through the heads of their thôn.
    """
    owed = _by_opinion(commitments)
    found: dict[str, Letter] = {}
    for one in records.opinions:
        promise = owed.get(one.id)
        if owes(one) or (one.outcome is None and promise is not None):
            _join(found, Letter("replies", _reply_key(one, promise, way), _reply_to(one, way)), one, promise)
    return tuple(found.values())


def way_of(subject: str) -> ReplyWay | None:
    """The way in which a reply with this subject is made; None for one that is made in each."""
    prefix = subject.partition(":")[0]
    ways = {"viec": ReplyWay.MATTER, "nguoi": ReplyWay.PERSON, "thon": ReplyWay.LOCALITY}
    return ways.get(prefix)


def nameless(one: Opinion) -> bool:
    """Nobody can be written to by name: handed in without one, or the name was not caught."""
    return one.anonymous or not (any(voice.name for voice in one.voices) or one.group_note.strip())


def private(one: Opinion) -> bool:
    """Not to be read by others than its own people: nobody can be told from a letter without a name."""
    return not nameless(one) and (one.consent is False or one.withheld)


def _reply_to(one: Opinion, way: ReplyWay) -> str:
    return place_of(one) if way is ReplyWay.LOCALITY and not private(one) else ""


def _reply_key(one: Opinion, promise: Commitment | None, way: ReplyWay) -> str:
    if way is ReplyWay.PERSON:
        if nameless(one):
            return f"rieng:{one.id}"
        people = "+".join(f"{marked(voice.name)}@{marked(voice.locality)}" for voice in one.voices)
        return f"nguoi:{people or one.id}"
    if private(one) or (nameless(one) and one.withheld):
        return f"rieng:{one.id}"
    if way is ReplyWay.LOCALITY:
        return f"thon:{marked(place_of(one))}"
    matter = promise.id if promise is not None else one.id
    return f"viec:{matter}:khuyet-danh" if nameless(one) else f"viec:{matter}"


# --- to the higher level ------------------------------------------------------------------------------


def escalations(records: Records, commitments: Iterable[Commitment]) -> tuple[Letter, ...]:
    """One letter for each body of the higher level with all that goes to it; what names no body stands
    together in one with `to` empty. Promises that were found to be beyond competence after the session are
    among them, with or without opinions."""
    listed = tuple(commitments)
    owed = _by_opinion(listed)
    found: dict[str, Letter] = {}
    for one in records.opinions:
        promise = owed.get(one.id)
        body = _sent_to(one, promise)
        if body is not None:
            _join(found, Letter("escalations", f"gui:{marked(body)}", body), one, promise)
    for promise in listed:
        body = promise.receiving_body.strip()
        if body and not promise.opinion_ids:
            key = f"gui:{marked(body)}"
            letter = found.get(key) or Letter("escalations", key, body)
            found[key] = _with_promise(letter, promise)
    return tuple(found.values())


def _sent_to(one: Opinion, promise: Commitment | None) -> str | None:
    """The body that an opinion is sent to, "" where none was named yet, None where it stays here."""
    if one.outcome is Outcome.ESCALATED:
        return one.receiving_body.strip() or (promise.receiving_body.strip() if promise else "")
    if promise is not None and promise.receiving_body.strip():
        return promise.receiving_body.strip()
    return None


# --- reminders ----------------------------------------------------------------------------------------


def reminders(
    commitments: Iterable[Commitment], today: date, papers: Iterable[Paper] = ()
) -> tuple[Letter, ...]:
    """One reminder for each that is late or soon due, the most overdue first. `papers` tell which were issued
    already: a week after the last one the next is due, with a subject of its own ("…:lan-2")."""
    found: dict[str, Letter] = {}
    for one in sorted(commitments, key=lambda c: (c.deadline or date.max, c.number)):
        unit = owing(one)
        if not unit or not (is_late(one, today) or is_soon(one, today)):
            continue
        key = reminder_subject(unit)
        letter = found.get(key) or Letter("reminders", key, unit)
        found[key] = replace(
            letter,
            opinion_ids=(*letter.opinion_ids, *(o for o in one.opinion_ids if o not in letter.opinion_ids)),
            commitment_ids=(*letter.commitment_ids, one.id),
            due=letter.due or one.deadline,
        )
    issued = tuple(papers)
    return tuple(replace(one, subject=_next_round(one.subject, issued, today)) for one in found.values())


def reminder_subject(unit: str) -> str:
    """The key in the register of the first reminder to a unit."""
    return f"don-doc:{marked(unit)}"


def owing(one: Commitment) -> str:
    """Who is asked how a promise stands: the higher level once it has the letter, else the unit."""
    body, unit = one.receiving_body.strip(), one.unit.strip()
    return (body if one.state is CommitmentState.WAITING and body else unit) or body


def earlier_reminders(subject: str, papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """The reminders to the same that were issued before the one with this subject, the oldest first."""
    base, number = _round_of(subject)
    rounds = [(_round_of(one.subject), one) for one in papers if _reminder(one)]
    before = [(at, one) for (same, at), one in rounds if same == base and at < number]
    return tuple(one for _, one in sorted(before, key=lambda row: (row[0], row[1].version)))


def _next_round(base: str, papers: Iterable[Paper], today: date) -> str:
    sent = [(_round_of(one.subject)[1], one) for one in papers if _reminder(one)]
    mine = [(at, one) for at, one in sent if _round_of(one.subject)[0] == base]
    if not mine:
        return base
    number, last = max(mine, key=lambda row: (row[0], row[1].version))
    day = last.dated_on or (on_wall(last.issued_at).date() if last.issued_at else today)
    number += (today - day).days >= REMIND_AGAIN_DAYS
    return base if number == 1 else f"{base}:lan-{number}"


def _reminder(one: Paper) -> bool:
    return one.kind == "reminders" and one.issued_at is not None


def _round_of(subject: str) -> tuple[str, int]:
    base, found, number = subject.rpartition(":lan-")
    return (base, int(number)) if found and number.isdigit() else (subject, 1)


# --- parts --------------------------------------------------------------------------------------------


def _by_opinion(commitments: Iterable[Commitment]) -> Mapping[str, Commitment]:
    """The promise of each opinion; of several the first."""
    found: dict[str, Commitment] = {}
    for one in commitments:
        for key in one.opinion_ids:
            found.setdefault(key, one)
    return found


def _join(found: dict[str, Letter], fresh: Letter, one: Opinion, promise: Commitment | None) -> None:
    letter = found.get(fresh.subject) or fresh
    letter = replace(letter, opinion_ids=(*letter.opinion_ids, one.id))
    if promise is not None:
        letter = _with_promise(letter, promise)
    elif one.deadline is not None:
        letter = replace(letter, due=min(letter.due or date.max, one.deadline))
    found[fresh.subject] = letter


def _with_promise(letter: Letter, promise: Commitment) -> Letter:
    days = [day for day in (letter.due, promise.deadline) if day is not None]
    ids = letter.commitment_ids
    return replace(
        letter,
        commitment_ids=ids if promise.id in ids else (*ids, promise.id),
        due=min(days, default=None),
    )
