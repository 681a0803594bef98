"""The lines of the register as the list shows them: found, filtered, grouped, series folded (M5, F5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.domain.register_numbers import read_number, shown
from dialogue_desktop.domain.register_rows import Group, Next, RegisterRow
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.services.register import RegisterView
from ui.register.words import state_of

GROUPS = (Group.TODO, Group.ISSUED, Group.OLD)
CHIPS = {"kind": "Loại", "state": "Tình trạng", "year": "Năm", "conference": "Hội nghị"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: one paper, or a series of them that can be opened. `rows` are its papers."""

    id: str
    rows: tuple[RegisterRow, ...]
    series: bool = False
    inside: bool = False  # of an opened series
    open: bool = False

    @property
    def first(self) -> RegisterRow:
        return self.rows[0]


@dataclass(frozen=True, slots=True)
class Section:
    group: Group
    lines: tuple[Line, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for and narrowed to; values by chip."""

    query: str = ""
    chips: Mapping[str, str] | None = None

    def chip(self, name: str) -> str:
        return (self.chips or {}).get(name, "")

    def with_chip(self, name: str, value: str) -> Wanted:
        return replace(self, chips={**(self.chips or {}), name: value})

    @property
    def narrow(self) -> bool:
        return bool(self.query.strip()) or any((self.chips or {}).values())


_VALUES: Mapping[str, Callable[[RegisterRow], str]] = {
    "kind": lambda row: row.kind.title,
    "state": lambda row: state_of(row).words,
    "year": lambda row: str(row.year),
    "conference": lambda row: row.conference_id,
}


def choices(view: RegisterView) -> dict[str, tuple[tuple[str, str], ...]]:
    """(value, words) that each chip offers, those only that narrow anything."""
    titles = {info.id: f"{info.title}, {info.when}" for info in view.conferences}
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, value in _VALUES.items():
        values = list(dict.fromkeys(value(row) for row in view.rows))
        if name == "year":
            values.sort(reverse=True)
        found[name] = tuple((one, titles.get(one, one)) for one in values)
    return found


def chosen_words(view: RegisterView, wanted: Wanted) -> dict[str, str]:
    """What each chip says."""
    titles = {info.id: info.title for info in view.conferences}
    return {name: titles.get(wanted.chip(name), wanted.chip(name)) for name in CHIPS}


def found(view: RegisterView, wanted: Wanted) -> tuple[RegisterRow, ...]:
    """The rows that fit search and chips."""
    words = fold(wanted.query).split()
    rows = [
        row
        for row in view.rows
        if all(not wanted.chip(name) or value(row) == wanted.chip(name) for name, value in _VALUES.items())
    ]
    if not words:
        return tuple(rows)
    return tuple(row for row in rows if all(word in _text(row) for word in words))


def _text(row: RegisterRow) -> str:
    paper = row.paper
    parts = (
        shown(paper.number, paper.symbol),
        row.title,
        row.kind.title,
        row.conference,
        *paper.recipients,
        paper.note,
        paper.reason,
    )
    return fold(" ".join(parts))


def sections(rows: Iterable[RegisterRow], opened: frozenset[str], *, flat: bool) -> tuple[Section, ...]:
    """Groups with their lines. `opened` are the series whose letters are seen; `flat`: none is folded, as
    when something is searched for."""
    by_group: dict[Group, list[RegisterRow]] = {group: [] for group in GROUPS}
    for row in rows:
        by_group[row.group].append(row)
    made = []
    for group in GROUPS:
        listed = sorted(by_group[group], key=_todo_order if group is Group.TODO else _issued_order)
        if listed:
            made.append(Section(group, tuple(_lines(listed, opened, flat=flat)), len(listed)))
    return tuple(made)


def _lines(rows: Sequence[RegisterRow], opened: frozenset[str], *, flat: bool) -> list[Line]:
    series: dict[str, list[RegisterRow]] = {}
    for row in rows:
        if row.kind.series and not flat:
            series.setdefault(_series_id(row), []).append(row)
    lines: list[Line] = []
    done: set[str] = set()
    for row in rows:
        key = _series_id(row)
        members = series.get(key, [])
        if len(members) < 2:
            lines.append(Line(row.key, (row,)))
        elif key not in done:
            done.add(key)
            is_open = key in opened
            members.sort(key=_number_order)
            lines.append(Line(key, tuple(members), True, open=is_open))
            if is_open:
                lines += [Line(one.key, (one,), inside=True) for one in members]
    return lines


def _series_id(row: RegisterRow) -> str:
    """Letters of one conference and kind that wait for the same."""
    step = "draft" if row.next in (Next.NUMBER, Next.ISSUE) else row.next or "done"
    return f"series|{row.conference_id}|{row.kind.name}|{row.group}|{step}"


def _todo_order(row: RegisterRow) -> tuple[date, str]:
    """What is due first."""
    return (row.due.day if row.due is not None else date.max, row.conference)


def _issued_order(row: RegisterRow) -> tuple[int, int]:
    """The newest first."""
    day = row.paper.dated_on or (on_wall(row.paper.issued_at).date() if row.paper.issued_at else date.min)
    number = read_number(row.paper.number)
    return (-day.toordinal(), -(number.value if number is not None else 0))


def _number_order(row: RegisterRow) -> tuple[int, str]:
    number = read_number(row.paper.number)
    return (number.value if number is not None else 0, row.title)
