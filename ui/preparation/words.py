"""The checklist as groups of rows, and what is said of one item (no Qt widgets)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dialogue_desktop.domain.checklist import ChecklistItem, ItemKind, ItemState
from dialogue_desktop.domain.words_vi import date_dm, days_left, time_text, weekday_date, weekday_long
from dialogue_desktop.services.checklist import ChecklistView
from ui.theme import Role
from ui.widgets.rows import Cell, Column, Group, Item, Row

COLUMNS = (
    Column("tick", units=9.25, gap=2.75),
    Column("task", gap=0),
    Column("due", units=26, keep=True, gap=2),
)

#: state → title, 16 icon, colour of the group; in the order in which they stand
GROUPS: dict[ItemState, tuple[str, str, Role]] = {
    ItemState.LATE: ("Trễ hạn", "error_circle", Role.BAD),
    ItemState.TODAY: ("Hôm nay", "clock", Role.WARN),
    ItemState.SOON: ("7 ngày tới", "", Role.TEXT),
    ItemState.LATER: ("Sau 7 ngày tới", "", Role.TEXT),
    ItemState.UNDATED: ("Chưa có ngày", "", Role.TEXT),
    ItemState.LAPSED: ("Đã qua ngày họp, chưa đánh dấu", "", Role.TEXT2),
    ItemState.DONE: ("Đã xong", "checkmark_circle", Role.OK),
}


class StateWords(NamedTuple):
    """The badge of one item: words, colour, 16 icon."""

    words: str
    role: Role
    icon: str


def row_id(item: ChecklistItem) -> str:
    return f"{item.kind.value}:{item.id}"


def capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def grouped(view: ChecklistView) -> dict[ItemState, list[ChecklistItem]]:
    """The items by state, in the order of the groups; those done last first."""
    found: dict[ItemState, list[ChecklistItem]] = {state: [] for state in GROUPS}
    for item in view.items:
        found[item.state(view.today, view.day)].append(item)
    found[ItemState.DONE].sort(key=lambda item: item.done_on or date.min, reverse=True)
    return {state: items for state, items in found.items() if items}


def list_items(view: ChecklistView) -> list[Item]:
    """Groups with their rows."""
    found: list[Item] = []
    for state, items in grouped(view).items():
        title, icon, role = GROUPS[state]
        found.append(Group(state.value, title, f"{len(items)} việc", icon=icon, role=role))
        found.extend(_row(item, state, view.today) for item in items)
    return found


def _row(item: ChecklistItem, state: ItemState, today: date) -> Row:
    done = state is ItemState.DONE
    hour = f", {time_text(item.hour)}" if item.hour is not None else ""
    who = item.own.done_by if done and item.own.done_by else item.unit
    note = first_line(item.own.note)
    second = "  ·  ".join(part for part in (who, item.kind.label, note) if part)
    words = Cell(f"{item.title}{hour}", second)
    return Row(row_id(item), (Cell(tick=done), words, _day_cell(item, state, today)), faded=done)


def first_line(note: str) -> str:
    """The first line of a note."""
    return note.splitlines()[0] if note else ""


def _day_cell(item: ChecklistItem, state: ItemState, today: date) -> Cell:
    """The day with what is left of it: never alone. The weekday is named within two weeks."""
    due, done_on = item.due, item.done_on
    if done_on is not None:
        late = (done_on - due).days if due is not None else 0
        return Cell(f"Xong {_day(done_on, today)}", f"Muộn {late} ngày" if late > 0 else "")
    if due is None:
        return Cell("Chưa có ngày", role=Role.TEXT2)
    if state is ItemState.LAPSED:
        return Cell(_day(due, today), role=Role.TEXT2)
    left = days_left(today, due)
    if state is ItemState.LATE:
        return Cell(_day(due, today), left, Role.BAD, Role.BAD, medium=True, second_strong=True)
    if state is ItemState.TODAY:
        return Cell(_day(due, today), left, Role.WARN, Role.WARN, medium=True, second_strong=True)
    day = _day(due, today)
    if (due - today).days <= 14:
        day = f"{capitalised(weekday_long(due))} {date_dm(due)}"
    return Cell(day, left, second_role=Role.TEXT, medium=True)


def _day(day: date, today: date) -> str:
    return date_dm(day) if day.year == today.year else f"{date_dm(day)}/{day.year}"


def facts(view: ChecklistView) -> tuple[str, str]:
    """ "31 việc, 8 đã xong. 2 trễ hạn, 1 đến hạn hôm nay.", and the same for a narrow window."""
    groups = grouped(view)
    count = {state: len(items) for state, items in groups.items()}
    done = count.get(ItemState.DONE, 0)
    full = f"{len(view.items)} việc, {done} đã xong."
    short = f"{done}/{len(view.items)} xong"
    urgent = [
        f"{count[state]} {words}"
        for state, words in ((ItemState.LATE, "trễ hạn"), (ItemState.TODAY, "đến hạn hôm nay"))
        if state in count
    ]
    if urgent:
        full = f"{full} {capitalised(', '.join(urgent))}."
    if ItemState.LATE in count:
        short = f"{short}, {count[ItemState.LATE]} trễ"
    return full, short


def state_words(item: ChecklistItem, view: ChecklistView) -> StateWords:
    """The badge over the form."""
    state = item.state(view.today, view.day)
    if state is ItemState.DONE:
        return StateWords("Xong", Role.OK, "checkmark_circle")
    if item.due is None:
        return StateWords("Chưa có ngày", Role.MUTE, "circle")
    left = days_left(view.today, item.due)
    if state is ItemState.LATE:
        return StateWords(left, Role.BAD, "error_circle")
    if state is ItemState.LAPSED:
        return StateWords("Đã qua ngày họp", Role.MUTE, "circle")
    if state is ItemState.TODAY:
        return StateWords(left, Role.WARN, "clock")
    return StateWords(left, Role.MUTE, "clock")


def due_words(item: ChecklistItem) -> str:
    """ "Hạn: thứ Ba 14/4/2026, 8 giờ 30."; empty without a day."""
    if item.due is None:
        return ""
    hour = f", {time_text(item.hour)}" if item.hour is not None else ""
    return f"Hạn: {weekday_date(item.due)}{hour}."


def usual_words(item: ChecklistItem) -> str:
    """Offered where the plan gives no day."""
    if item.usual is None or item.due is not None:
        return ""
    return f"Thường xong chậm nhất {weekday_date(item.usual)}."


def why_not_removed(item: ChecklistItem) -> str:
    """What to say where an item cannot be taken away here; empty where it can."""
    if item.kind is ItemKind.PLAN:
        return "Việc này do kế hoạch giao; muốn bỏ thì sửa kế hoạch"
    if item.kind is ItemKind.LAW:
        return "Hạn của luật luôn có trong danh sách"
    return ""


def neighbour(rows: Sequence[str], at: str) -> str:
    """The row to go to when `at` leaves its place: the next one, at the end the one before."""
    if at not in rows:
        return rows[0] if rows else ""
    place = list(rows).index(at)
    rest = [*rows[place + 1 : place + 2], *rows[max(0, place - 1) : place]]
    return rest[0] if rest else at
