"""What is said where opinions are given away: units and their loads, days, fields; made without Qt (C7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.assigned import answering_unit
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import make_date, parse_date, thousands
from dialogue_desktop.services.assigning import is_prepared
from ui.opinions.collected import AssignOffer
from ui.opinions.words import numbers

_LISTED = 12  # so many numbers are named in the head


@dataclass(frozen=True, slots=True)
class Load:
    """What a unit has already."""

    unit: str
    words: str
    late: int


@dataclass(frozen=True, slots=True)
class AssignView:
    """`hint` says where the proposed unit comes from; `due_note` how the day was counted and what is left,
    `due_wrong` what cannot be read in it. `spread`: so many have nobody yet."""

    title: str
    whose: str
    unit: str
    hint: str
    official: str
    due: str
    due_note: str
    due_wrong: str = ""
    loads: tuple[Load, ...] = ()
    units: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    given: bool = False
    spread: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One field with what nobody has of it, and the unit that will get it; `usual`: it mostly had them."""

    field: str
    count: int
    numbers: str
    unit: str
    usual: bool
    on: bool


@dataclass(frozen=True, slots=True)
class SpreadView:
    """`total` of the opinions will be given away; 0 where no row has both a tick and a unit."""

    title: str
    due_note: str
    rows: tuple[SpreadRow, ...]
    units: tuple[str, ...]
    total: int
    trouble: str = ""


def read_due(text: str, planned: date | None, today: date) -> date | None:
    """A day as typed; without a year the one that lies nearest to the planned day, or to today. ValueError
    with one sentence."""
    words = one_line(text)
    if not words:
        return None
    parts = words.replace("-", "/").replace(".", "/").split("/")
    if len(parts) == 2 and all(part.strip().isdecimal() for part in parts):
        near = planned or today
        day, month = (int(part) for part in parts)
        found = [make_date(day, month, near.year)]
        if (day, month) != (29, 2):
            found += [make_date(day, month, near.year + step) for step in (-1, 1)]
        return min(found, key=lambda one: abs((one - near).days))
    return parse_date(words)


def nobodys(opinions: Sequence[Opinion]) -> tuple[Opinion, ...]:
    """Nobody has them, and nobody answered them yet."""
    return tuple(one for one in opinions if not answering_unit(one) and not is_prepared(one))


def ordered(opinions: Sequence[Opinion]) -> tuple[Opinion, ...]:
    return tuple(sorted(opinions, key=lambda one: one.number))


def common(values: Iterable[str]) -> str:
    """The one value that all have; "" where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""


def common_day(opinions: Sequence[Opinion]) -> date | None:
    days = {one.draft_due for one in opinions}
    return days.pop() if len(days) == 1 else None


def usual_unit(opinions: Sequence[Opinion], offer: AssignOffer) -> str:
    """The unit that usually has the fields of all of them; "" where these are several units."""
    units = {offer.usual.get(one.field, "") for one in opinions if one.field}
    return units.pop() if len(units) == 1 else ""


def load_rows(offer: AssignOffer) -> tuple[Load, ...]:
    rows = []
    for load in offer.loads:
        if load.unit:
            late = f", {load.late} trễ" if load.late else ""
            had = len(load.opinions)
            words = (
                f"Còn {load.missing} trên {had} câu chưa soạn" if load.missing else f"Đã soạn đủ {had} câu"
            )
            rows.append(Load(load.unit, f"{words}{late}", load.late))
    return tuple(rows)


def few_numbers(opinions: Sequence[Opinion]) -> str:
    line = ordered(opinions)
    if len(line) <= _LISTED:
        return numbers(line)
    return f"{numbers(line[:_LISTED])} và {thousands(len(line) - _LISTED)} ý kiến khác"


def joined(words: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(words))
