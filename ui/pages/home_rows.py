"""What the first screen says: its tasks as rows, its dates and counts as words (no Qt widgets)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from dialogue_desktop.domain.date_words import date_dm, days_left, weekday_long
from dialogue_desktop.domain.home_view import ANSWERS, HomeView, TaskRow
from ui.theme import Role
from ui.widgets.rows import Cell, Column, Group, Item, Row

COLUMNS = (
    Column("tick", units=9.25, gap=2.75),
    Column("task", gap=0),
    Column("due", units=25, keep=True, gap=2),
)

#: state → title, 16 icon, colour of the group
_GROUPS: tuple[tuple[str, str, str, Role], ...] = (
    ("late", "Trễ hạn", "error_circle", Role.BAD),
    ("today", "Hôm nay", "clock", Role.WARN),
    ("soon", "7 ngày tới", "", Role.TEXT),
    ("later", "Sau 7 ngày tới", "", Role.TEXT),
    ("undated", "Chưa định ngày", "", Role.TEXT),
)
NEAR = ("late", "today", "soon")


def capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def title_words(today: date) -> str:
    """ "Thứ Tư, ngày 15 tháng 4 năm 2026"."""
    return f"{capitalised(weekday_long(today))}, ngày {today.day} tháng {today.month} năm {today.year}"


def short_title_words(today: date) -> str:
    return f"{capitalised(weekday_long(today))} {date_dm(today)}/{today.year}"


def facts_words(view: HomeView) -> tuple[str, str]:
    """ "1 việc trễ hạn, 3 việc đến hạn hôm nay", and the same for a narrow window."""
    full, short = [], []
    if view.late:
        full.append(f"{view.late} việc trễ hạn")
        short.append(f"Trễ {view.late}")
    if view.due_today:
        full.append(f"{view.due_today} việc đến hạn hôm nay")
        short.append(f"hôm nay {view.due_today} việc")
    if not full:
        return "Hôm nay không có việc đến hạn", "Không có việc đến hạn"
    return ", ".join(full), capitalised(", ".join(short))


def backup_words(at: datetime | None, today: date) -> str:
    """ "Sao lưu gần nhất 07:30 hôm nay"; `at` as the wall clock has it."""
    if at is None:
        return "Chưa có bản sao lưu nào"
    if at.date() == today:
        return f"Sao lưu gần nhất {at:%H:%M} hôm nay"
    return f"Sao lưu gần nhất {at:%H:%M} {weekday_long(at.date())} {date_dm(at.date())}"


def due_cell(task: TaskRow, today: date) -> Cell:
    """The date with what is left of it: never alone. The weekday is named within two weeks."""
    if task.due is None:
        return Cell("Chưa định ngày", role=Role.TEXT2)
    left = days_left(today, task.due)
    day = date_dm(task.due)
    if task.state == "late":
        return Cell(day, left, Role.BAD, Role.BAD, medium=True, second_strong=True)
    if task.state == "today":
        return Cell(day, left, Role.WARN, Role.WARN, medium=True, second_strong=True)
    if (task.due - today).days <= 14:
        day = f"{capitalised(weekday_long(task.due))} {day}"
    elif task.due.year != today.year:
        day = f"{day}/{task.due.year}"
    return Cell(day, left, second_role=Role.TEXT, medium=True)


def task_row(task: TaskRow, today: date) -> Row:
    where = "  ·  ".join(part for part in (task.unit, task.conference_label) if part)
    words = Cell(task.title, where)
    tick = Cell() if task.kind == ANSWERS else Cell(tick=task.done)
    return Row(task.id, (tick, words, due_cell(task, today)), faded=task.done)


def task_items(tasks: Sequence[TaskRow], today: date, *, everything: bool) -> list[Item]:
    """Groups with their rows; without `everything` only what is late or due within seven days."""
    items: list[Item] = []
    for state, title, icon, role in _GROUPS:
        if not everything and state not in NEAR:
            continue
        rows = [task_row(task, today) for task in tasks if task.state == state]
        if rows:
            items.append(Group(state, title, f"{len(rows)} việc", icon=icon, role=role))
            items.extend(rows)
    return items
