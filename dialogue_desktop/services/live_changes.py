"""What the acts of a session change, worked out from values; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import TypeVar
from uuid import uuid4

from dialogue_desktop.domain.journal import Change, removal
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.placeholders import fill, values_of
from dialogue_desktop.domain.plan import Level, Plan
from dialogue_desktop.domain.records import (
    Answer,
    Attendance,
    Conclusion,
    Delegate,
    Opinion,
    RecordKind,
    Records,
    Session,
    SlipBatch,
    Source,
    Turn,
    TurnState,
)
from dialogue_desktop.domain.seats import locality_seats
from dialogue_desktop.services.acts import changed, created, said_fields
from dialogue_desktop.services.joint_changes import in_step, sound_tie

ListRow = TypeVar("ListRow", Attendance, Conclusion)
Row = TypeVar("Row", Delegate, SlipBatch)


def new_id() -> str:
    """An id that no other machine makes."""
    return uuid4().hex[:16]


def session_changes(session: Session, /, **wanted: object) -> tuple[Change, ...]:
    """Single facts of the session; the first of them brings its record to life."""
    if session == Session("session"):
        return created(RecordKind.SESSION, replace(session, **wanted))  # type: ignore[arg-type]
    return changed(RecordKind.SESSION, session, **wanted)


def expected_attendance(plan: Plan) -> tuple[Change, ...]:
    """A row for each thôn with its quota and its households, then for each group with a number (L6)."""
    seats = locality_seats(plan)
    rows = [
        Attendance(
            new_id(),
            label=f"Nhân dân {locality.label}",
            locality=locality.label,
            expected=seats.get(locality.id),
            total=locality.households or locality.people,
            unit="hộ" if locality.households else "người",
        )
        for locality in plan.localities
    ]
    values = values_of(plan)
    rows += [
        Attendance(new_id(), label=fill(group.text, values), expected=group.expected)
        for group in plan.participants
        if group.expected is not None and group.level is not Level.PEOPLE
    ]
    changes: tuple[Change, ...] = ()
    for position, row in enumerate(rows):
        changes += created(RecordKind.ATTENDANCE, replace(row, position=position))
    return changes


def item_changes(
    records: Records, item: LiveItem, now: datetime, more: Mapping[str, object], *, number: int = 0
) -> tuple[Opinion, tuple[Change, ...]]:
    """The opinion as it will be and what changes for it; without a `number` a new one gets the next.

    Those that are answered jointly with it follow its outcome, unit and day. LookupError for one that
    is gone.
    """
    facts: dict[str, object] = {
        "turn_id": item.turn_id,
        "source": item.source,
        "text": item.text,
        "field": item.field,
        "kind": item.kind,
        "voices": item.voices,
        "group_note": item.group_note,
        "anonymous": item.anonymous,
        "consent": item.consent,
        "outcome": item.outcome,
        "outcome_reason": item.outcome_reason,
        "unit": item.unit,
        "deadline": item.deadline,
        "receiving_body": item.receiving_body,
        "linked_id": item.linked_id,
        "answered_with": sound_tie(records, item.opinion_id, item.answered_with),
        "marked": item.marked,
        **more,
    }
    before = next((o for o in records.opinions if o.id == item.opinion_id), None)
    if item.opinion_id and before is None:
        raise LookupError(item.opinion_id)
    same = next((o for o in records.opinions if item.new_id and o.id == item.new_id), None)
    if before is None and same is not None and same.text == item.text:
        before = same  # sent again after a power cut: it is there
    if before is None:
        number = number or max((o.number for o in records.opinions), default=0) + 1
        said_at = now if item.source is Source.HALL or item.turn_id else None
        opinion_id = item.new_id if item.new_id and same is None else new_id()
        opinion = replace(Opinion(opinion_id, number=number, said_at=said_at), **facts)  # type: ignore[arg-type]
        changes = created(RecordKind.OPINION, opinion)
    else:
        opinion = replace(before, **facts)  # type: ignore[arg-type]
        changes = changed(RecordKind.OPINION, before, **facts)
        changes += in_step(records, before, opinion)
    return opinion, changes + round_changes(records, opinion.id, item, now)


def round_changes(records: Records, opinion_id: str, item: LiveItem, now: datetime) -> tuple[Change, ...]:
    """The rounds of one opinion as the item has them: new, edited, gone (L4)."""
    before = {answer.round: answer for answer in records.answers_of(opinion_id)}
    changes: tuple[Change, ...] = ()
    for number, spoken in enumerate(item.rounds, start=1):
        facts: dict[str, object] = {
            "follow_up": spoken.follow_up,
            "answerer": spoken.answerer,
            "answerer_position": spoken.answerer_position,
            "text": spoken.text,
        }
        known = before.pop(number, None)
        if known is not None:
            if known.answered_at is None and spoken.text:
                facts["answered_at"] = now
            changes += changed(RecordKind.ANSWER, known, **facts)
        elif spoken.text or spoken.follow_up:
            answer = Answer(new_id(), opinion_id=opinion_id, round=number, answered_at=now)
            changes += created(RecordKind.ANSWER, replace(answer, **facts))  # type: ignore[arg-type]
    for left_over in before.values():
        changes += removal(RecordKind.ANSWER, left_over.id)
    return changes


def imported_changes(
    records: Records, opinions: Sequence[Opinion], speakers: Sequence[Turn], plan: Plan
) -> tuple[Change, ...]:
    """Opinions and speakers that come in together, numbered behind those that are there.

    Only what a record says is written: fields left at their default would treble an entry of thousands of
    opinions, which every later undo reads.
    """
    changes: list[Change] = []
    last = max((o.number for o in records.opinions), default=0)
    for number, opinion in enumerate(opinions, start=last + 1):
        changes += said_fields(RecordKind.OPINION, replace(opinion, id=opinion.id or new_id(), number=number))
    turn_number = max((t.number for t in records.turns), default=0)
    position = place_in_queue(records.turns, first=False)
    for index, turn in enumerate(speakers):
        placed = replace(
            turn,
            id=turn.id or new_id(),
            number=turn_number + index + 1,
            position=position + index,
            limit_seconds=plan.turn_minutes * 60,
        )
        changes += said_fields(RecordKind.TURN, placed)
    return tuple(changes)


def list_changes(kind: RecordKind, before: Sequence[ListRow], rows: Sequence[ListRow]) -> tuple[Change, ...]:
    """A whole list written anew: what is new, what differs, what is gone."""
    known = {row.id: row for row in before}
    changes: tuple[Change, ...] = ()
    for position, row in enumerate(rows):
        placed = replace(row, id=row.id or new_id(), position=position)
        old = known.pop(placed.id, None)
        if old is None:
            changes += created(kind, placed)
        else:
            names = [f.name for f in fields(placed) if f.name != "id"]
            changes += changed(kind, old, **{n: getattr(placed, n) for n in names})
    for gone in known.values():
        changes += removal(kind, gone.id)
    return changes


def row_changes(kind: RecordKind, before: Sequence[Row], after: Sequence[Row]) -> tuple[Change, ...]:
    """From the rows as they were to the rows as they are to be: new ones, fields that differ, gone ones."""
    known = {row.id: row for row in before}
    changes: tuple[Change, ...] = ()
    for row in after:
        old = known.pop(row.id, None)
        if old is None:
            changes += created(kind, row)
        elif old != row:
            names = [f.name for f in fields(row) if f.name != "id"]
            changes += changed(kind, old, **{name: getattr(row, name) for name in names})
    for gone in known.values():
        changes += removal(kind, gone.id)
    return changes


def place_in_queue(turns: Sequence[Turn], *, first: bool) -> float:
    """A position at the end of the queue, or before all who wait."""
    last = max((t.position for t in turns), default=0.0)
    waiting = [t.position for t in turns if t.state is TurnState.WAITING]
    if first and waiting:
        ahead = min(waiting)
        behind = max((t.position for t in turns if t.position < ahead), default=ahead - 2)
        return (ahead + behind) / 2
    return last + 1


def place_before(turns: Sequence[Turn], turn_id: str, before_id: str | None) -> float:
    """The position that puts a turn before another, or at the end without one."""
    others = [t for t in turns if t.id != turn_id]
    place = next((i for i, t in enumerate(others) if t.id == before_id), len(others))
    left = others[place - 1].position if place > 0 else (others[0].position - 2 if others else 0.0)
    right = others[place].position if place < len(others) else left + 2
    return (left + right) / 2
