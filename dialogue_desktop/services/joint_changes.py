"""Ties of a joint answer as journal changes: made, kept in step, taken away; never a chain or circle (L3)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dialogue_desktop.domain.joint_answers import IN_STEP, JointAnswers
from dialogue_desktop.domain.journal import ALIVE, Change
from dialogue_desktop.domain.records import Opinion, RecordKind, Records
from dialogue_desktop.services.acts import changed


def sound_tie(records: Records, opinion_id: str, wanted: str) -> str:
    """The id that an opinion may name as the one it is answered with: the lead itself; "" where there is
    none, where it is the opinion itself, or where others are answered with this one."""
    joint = JointAnswers(records)
    target = next((one for one in records.opinions if one.id == wanted), None)
    if not wanted or target is None or (opinion_id and joint.led_by(opinion_id)):
        return ""
    lead = joint.lead_of(target) or target
    return lead.id if lead.id != opinion_id else ""


def in_step(records: Records, before: Opinion, after: Opinion) -> tuple[Change, ...]:
    """Those answered with an opinion follow what changed in it, unless one was set apart by hand."""
    moved = {name: getattr(after, name) for name in IN_STEP if getattr(before, name) != getattr(after, name)}
    changes: tuple[Change, ...] = ()
    for one in JointAnswers(records).led_by(before.id) if moved else ():
        follow = {name: new for name, new in moved.items() if getattr(one, name) == getattr(before, name)}
        changes += changed(RecordKind.OPINION, one, **follow)
    return changes


def joined(records: Records, lead: Opinion, wanted: Collection[str]) -> tuple[Change, ...]:
    """From now on `lead`, as it is being written, answers these opinions and no others.

    One that leads others itself brings them along. Unit, day and outcome go over where the lead has them.
    """
    joint = JointAnswers(records)
    known = {one.id: one for one in records.opinions}
    chosen = [known[one] for one in dict.fromkeys(wanted) if one in known and one != lead.id]
    chosen += [more for one in chosen for more in joint.led_by(one.id) if more not in chosen]
    chosen = [one for one in dict.fromkeys(chosen) if one.id != lead.id]
    had = {one.id for one in joint.led_by(lead.id)}
    before = known.get(lead.id)
    changes = apart(records, had - {one.id for one in chosen})
    if lead.answered_with:
        # What leads cannot be answered with another: it takes that one's place.
        changes += changed(RecordKind.OPINION, lead, answered_with="")
    for one in chosen:
        values: dict[str, object] = {
            name: value for name in IN_STEP if (value := getattr(lead, name)) not in (None, "")
        }
        if one.id in had and before is not None:
            values = {}  # they follow it by being in step
        changes += changed(RecordKind.OPINION, one, answered_with=lead.id, **values)
    return changes


def apart(records: Records, ids: Collection[str]) -> tuple[Change, ...]:
    """These stand for themselves again: what they had with the joint answer goes with it."""
    joint = JointAnswers(records)
    changes: tuple[Change, ...] = ()
    for one in records.opinions:
        if one.id not in ids or not one.answered_with:
            continue
        lead = joint.lead_of(one)
        blank = Opinion("")
        values: dict[str, object] = {"answered_with": ""}
        if lead is not None and not any(a.text.strip() for a in joint.own_answers(one)):
            values |= {
                name: getattr(blank, name) for name in IN_STEP if getattr(one, name) == getattr(lead, name)
            }
        changes += changed(RecordKind.OPINION, one, **values)
    return changes


def left_alone(records: Records, gone: Collection[str]) -> tuple[Change, ...]:
    """What becomes of those whose joint answer goes away with these opinions."""
    joint = JointAnswers(records)
    led = {one.id for lead in gone for one in joint.led_by(lead)} - set(gone)
    return apart(records, led)


def each_field_once(changes: Collection[Change]) -> tuple[Change, ...]:
    """One change for each field, from what stood there to what is to stand there."""
    last: dict[tuple[RecordKind, str, str], Change] = {}
    for change in changes:
        key = (change.record, change.id, change.field)
        known = last.get(key)
        last[key] = change if known is None else replace(change, old=known.old)
    return tuple(change for change in last.values() if change.old != change.new or change.field == ALIVE)
