"""Which rows of the board are shown: the count that was chosen, the words that were typed, the chips."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dialogue_desktop.domain.board import BoardRow, Urgency
from dialogue_desktop.domain.commitments import Sums
from dialogue_desktop.domain.text_vi import fold, sort_key
from ui.follow_up.looks import WAITING
from ui.opinions.matching import Choice

CONFERENCE, UNIT, PLACE, FIELD, GROUP = "conference", "unit", "place", "field", "group"
LABELS: Mapping[str, str] = {
    GROUP: "Hạn", CONFERENCE: "Hội nghị", UNIT: "Đơn vị", PLACE: "Thôn", FIELD: "Lĩnh vực",
}  # fmt: skip
NOTHING, NONE = "-", "Chưa rõ"


@dataclass(frozen=True, slots=True)
class Wanted:
    """`group` is a count ("tre_han"), "" for all; `chips` value by chip."""

    group: str = ""
    query: str = ""
    chips: Mapping[str, str] = field(default_factory=dict)

    @property
    def narrowed(self) -> bool:
        return bool(self.group or self.query.strip() or self.chips)


def values(row: BoardRow, chip: str) -> tuple[str, ...]:
    """What a row has of a chip; NOTHING where it has none."""
    found: tuple[str, ...] = (row.field,)
    if chip == CONFERENCE:
        found = (row.conference_id,)
    elif chip == UNIT:
        found = (row.unit,)
    elif chip == PLACE:
        found = row.localities
    return tuple(one for one in found if one) or (NOTHING,)


def in_group(row: BoardRow, group: str, today: date) -> bool:
    if not group:
        return True
    return row.waiting if group == WAITING else row.urgency(today).value == group


def shown(
    rows: Sequence[BoardRow], wanted: Wanted, today: date, *, group: bool = True
) -> tuple[BoardRow, ...]:
    """The rows that are wanted; without `group` as if no count was chosen."""
    words = fold(wanted.query).split()
    found = []
    for row in rows:
        if group and not in_group(row, wanted.group, today):
            continue
        if any(value not in values(row, chip) for chip, value in wanted.chips.items()):
            continue
        if words:
            text = row.words()
            if not all(word in text for word in words):
                continue
        found.append(row)
    return tuple(found)


def counts(sums: Sums) -> dict[str, int]:
    """The numbers over the list."""
    return {
        Urgency.LATE.value: sums.late,
        Urgency.SOON.value: sums.soon,
        Urgency.IN_TIME.value: sums.in_time,
        WAITING: sums.waiting,
        Urgency.DONE.value: sums.done,
    }


def choices(rows: Sequence[BoardRow], wanted: Wanted, today: date) -> dict[str, tuple[Choice, ...]]:
    """What each chip offers, with how many rows there are of it."""
    found = {}
    titles = {row.conference_id: row.conference for row in rows}
    for chip in (CONFERENCE, UNIT, PLACE, FIELD):
        others = {name: value for name, value in wanted.chips.items() if name != chip}
        left = shown(rows, Wanted(wanted.group, wanted.query, others), today)
        many = Counter[str](value for row in left for value in values(row, chip))
        order = sorted(many, key=lambda value: (value == NOTHING, sort_key(_words(chip, value, titles))))
        found[chip] = tuple(Choice(value, _words(chip, value, titles), many[value]) for value in order)
    return found


def chosen(wanted: Wanted, rows: Sequence[BoardRow]) -> dict[str, str]:
    """The words of what each chip is set to."""
    titles = {row.conference_id: row.conference for row in rows}
    return {chip: _words(chip, value, titles) for chip, value in wanted.chips.items()}


def _words(chip: str, value: str, titles: Mapping[str, str]) -> str:
    if chip == CONFERENCE:
        return titles.get(value, value)
    return NONE if value == NOTHING else value


def labels(row: BoardRow, by: str) -> tuple[str, ...]:
    """In which bars of a chart a row stands."""
    found = values(row, by)
    return () if found == (NOTHING,) else found
