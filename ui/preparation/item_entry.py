"""What is typed into the form of one item, and what can be taken of it (P14, C12, G5)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum

from dialogue_desktop.domain.checklist import ChecklistItem, ItemKind, KeptItem, done_fault
from dialogue_desktop.domain.deadlines import MOST_DAYS, DayUnit, Direction, Rule
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import date_short, parse_date, parse_time, time_hm


class When(StrEnum):
    """How the day of an own item is given."""

    WORKING_BEFORE = "working_before"
    BEFORE = "before"
    AFTER = "after"
    WORKING_AFTER = "working_after"
    DAY = "day"
    NONE = "none"

    @property
    def counted(self) -> bool:
        return self not in (When.DAY, When.NONE)

    @property
    def label(self) -> str:
        return _WHEN_LABELS[self]


_WHEN_LABELS = {
    When.WORKING_BEFORE: "ngày làm việc trước ngày họp",
    When.BEFORE: "ngày trước ngày họp",
    When.AFTER: "ngày sau ngày họp",
    When.WORKING_AFTER: "ngày làm việc sau ngày họp",
    When.DAY: "một ngày cố định",
    When.NONE: "chưa định ngày",
}


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """The fields as they stand, typed text as it was typed."""

    title: str = ""
    unit: str = ""
    when: When = When.NONE
    days: str = ""
    day: str = ""
    hour: str = ""
    done: bool = False
    done_on: str = ""
    done_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be put down, and field → sentence for what could not be taken; there the old value stays."""

    kept: KeptItem
    faults: dict[str, str] = field(default_factory=dict)


def entry_of(item: ChecklistItem) -> ItemEntry:
    """The form of an item as it is stored."""
    own = item.own
    when, days, day = When.NONE, "", ""
    if item.kind.editable and item.rule is not None:
        when, days = _when_of(item.rule), str(item.rule.n)
    elif not item.dated_by_plan and item.due is not None:
        when, day = When.DAY, date_short(item.due)
    return ItemEntry(
        item.title,
        item.unit,
        when,
        days,
        day,
        time_hm(item.hour) if item.hour else "",
        own.done_on is not None,
        date_short(own.done_on) if own.done_on else "",
        own.done_by,
        own.note,
    )


def _when_of(rule: Rule) -> When:
    if rule.direction is Direction.BEFORE:
        return When.WORKING_BEFORE if rule.unit is DayUnit.WORKING else When.BEFORE
    return When.WORKING_AFTER if rule.unit is DayUnit.WORKING else When.AFTER


def take(entry: ItemEntry, item: ChecklistItem, *, today: date, issued_on: date | None) -> Taken:
    """The entry over what is put down for the item."""
    faults: dict[str, str] = {}
    kept = replace(item.own, done_by=one_line(entry.done_by), note=entry.note.strip())
    kept = replace(kept, done_on=_done_on(entry, item, faults, today, issued_on))
    if item.kind is ItemKind.LAW:
        return Taken(kept, faults)
    hour = _hour(entry, item, faults)
    if item.kind is ItemKind.PLAN:
        day = item.own.day
        if not item.dated_by_plan:
            day = _day(entry, item, faults) if entry.when is When.DAY else None
        return Taken(replace(kept, hour=hour, day=day), faults)
    title = one_line(entry.title)
    if not title:
        faults["title"] = "Chưa ghi việc cần làm."
        title = item.title
    rule = _rule(entry, item, faults) if entry.when.counted else None
    day = _day(entry, item, faults) if entry.when is When.DAY else None
    if "day" in faults:
        rule = item.rule
    unit = one_line(entry.unit)
    shown_day = item.due if item.rule is None else None
    same = (title, unit, rule, day, hour) == (item.title, item.unit, item.rule, shown_day, item.hour)
    if item.kind is ItemKind.PREP and same and not item.own.edited:
        return Taken(kept, faults)
    return Taken(
        replace(kept, title=title, unit=unit, rule=rule, day=day, hour=hour, edited=bool(title)), faults
    )


def only_words(entry: ItemEntry, stored: ItemEntry) -> ItemEntry:
    """The entry with days, hours and the tick as they are stored: they are taken when their field is left,
    so that the list does not move under the hand."""
    return replace(
        entry,
        when=stored.when,
        days=stored.days,
        day=stored.day,
        hour=stored.hour,
        done=stored.done,
        done_on=stored.done_on,
    )


def _done_on(
    entry: ItemEntry, item: ChecklistItem, faults: dict[str, str], today: date, issued_on: date | None
) -> date | None:
    if not entry.done:
        return None
    if not entry.done_on.strip():
        return today
    try:
        day = parse_date(entry.done_on)
    except ValueError as error:
        faults["done_on"] = str(error)
        return item.done_on
    if fault := done_fault(day, today=today, issued_on=issued_on):
        if day != item.done_on:
            faults["done_on"] = fault
        return item.done_on
    return day


def _hour(entry: ItemEntry, item: ChecklistItem, faults: dict[str, str]) -> time | None:
    if not entry.hour.strip():
        return None
    try:
        return parse_time(entry.hour)
    except ValueError as error:
        faults["hour"] = str(error)
        return item.hour


def _day(entry: ItemEntry, item: ChecklistItem, faults: dict[str, str]) -> date | None:
    try:
        return parse_date(entry.day)
    except ValueError as error:
        faults["day"] = str(error)
        return item.own.day


def _rule(entry: ItemEntry, item: ChecklistItem, faults: dict[str, str]) -> Rule | None:
    bare = entry.days.strip()
    if not (bare.isascii() and bare.isdigit() and int(bare[:6]) <= MOST_DAYS):
        faults["days"] = f"Số ngày từ 0 đến {MOST_DAYS}."
        return item.rule
    before = entry.when in (When.BEFORE, When.WORKING_BEFORE)
    working = entry.when in (When.WORKING_BEFORE, When.WORKING_AFTER)
    rule = Rule(
        direction=Direction.BEFORE if before else Direction.AFTER,
        n=int(bare),
        unit=DayUnit.WORKING if working else DayUnit.CALENDAR,
    )
    old = item.rule
    same = old is not None and (old.direction, old.n, old.unit) == (rule.direction, rule.n, rule.unit)
    return old if same else rule
