"""The band above and the foot of every picture of the hall, and the column of the programme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect

from ui.hall.density import Sizes
from ui.hall.parts import Pen, Tick, paragraph_height, wrapped
from ui.hall.scene import HallScreen, StepRow, StepState
from ui.theme import Role
from ui.type_scale import Type

_SIGNS = {StepState.DONE: ("checkmark_circle", Role.OK), StepState.TO_COME: ("circle", Role.TEXT2)}
_ROW_LINES = 4  # of a step in the narrow column


def header(pen: Pen, sizes: Sizes, screen: HallScreen, *, titled: bool = True) -> int:
    """Office, conference and the hour on the band; its height."""
    px, look = pen.px, pen.look
    high, margin = px(sizes.header), px(sizes.margin)
    pen.block(QRect(0, 0, pen.width, high), Role.ACCENT)
    wall = pen.clock_width(5, sizes.wall)
    pen.running(QRect(pen.width - margin - wall, 0, wall, high), Tick.WALL, sizes.wall, Role.ON_ACCENT)
    room = pen.width - 2 * margin - wall - px(8)
    if not titled:
        kind = sizes.title if sizes.roomy else Type.HALL_SMALL_STRONG
        pen.line(QRect(margin, 0, room, high), screen.office, kind, Role.ON_ACCENT)
        return high
    titles = (screen.title, screen.short_title)
    title = next((t for t in titles if look.width(t, sizes.title) <= room), screen.short_title)
    if not sizes.roomy or not screen.office:
        pen.line(QRect(margin, 0, room, high), title, sizes.title, Role.ON_ACCENT)
        return high
    first, second = look.line(Type.HALL_OFFICE), look.line(sizes.title)
    top = (high - first - second) // 2
    pen.line(QRect(margin, top, room, first), screen.office, Type.HALL_OFFICE, Role.ON_ACCENT)
    pen.line(QRect(margin, top + first, room, second), title, sizes.title, Role.ON_ACCENT)
    return high


def foot(pen: Pen, sizes: Sizes, left: Sequence[str], right: str) -> int:
    """The first of `left` that has room beside `right`; the height of the foot."""
    px, look = pen.px, pen.look
    high, margin = px(sizes.footer), px(sizes.margin)
    top = pen.height - high
    pen.block(QRect(0, top, pen.width, high), Role.CANVAS)
    taken = look.width(right, sizes.foot_strong) if right else 0
    room = pen.width - 2 * margin - (taken + px(8) if right else 0)
    words = next((w for w in left if look.width(w, sizes.foot) <= room), left[-1] if left else "")
    pen.line(QRect(margin, top, room, high), words, sizes.foot, Role.TEXT2)
    if right:
        box = QRect(pen.width - margin - taken, top, taken, high)
        pen.line(box, right, sizes.foot_strong, Role.TEXT2, "r")
    return high


# --- the programme -----------------------------------------------------------------------------------


class _Line(NamedTuple):
    """A row of the column: a step, or what is left out in one line."""

    words: str
    state: StepState
    lines: int


def programme(pen: Pen, sizes: Sizes, box: QRect, rows: Sequence[StepRow]) -> None:
    """The steps one below the other; where there are too many, those around the step of the moment."""
    px, look = pen.px, pen.look
    title = look.line(sizes.state)
    pen.line(QRect(box.x(), box.y(), box.width(), title), "Chương trình", sizes.state, Role.TEXT2)
    top = box.y() + title + px(sizes.gap / 2)
    bottom = box.y() + box.height()
    inset, icon = px(3), px(sizes.row_gap + 4)
    room = box.width() - 2 * inset - icon - px(3)
    for line in _chosen(pen, sizes, rows, room, bottom - top):
        high = paragraph_height(look, line.lines, sizes.row) + px(sizes.row_gap)
        now = line.state is StepState.NOW
        if now:
            pen.block(QRect(box.x(), top, box.width(), high), Role.ACCENT_SOFT, 1.5)
        first = look.line(sizes.row)
        sign = QRect(box.x() + inset, top + px(sizes.row_gap) // 2, icon, first)
        step_sign(pen, sign, line.state)
        role = Role.ACCENT if now else Role.TEXT2 if line.state is StepState.DONE else Role.TEXT
        place = (sign.x() + icon + px(3), top + px(sizes.row_gap) // 2, room)
        pen.paragraph(place, line.words, sizes.row_now if now else sizes.row, role, most=_ROW_LINES)
        top += high


def step_sign(pen: Pen, box: QRect, state: StepState) -> None:
    """A tick, an arrow on a full circle, or an empty circle."""
    units = box.width() / pen.look.u
    if state is StepState.NOW:
        pen.sign(box, "circle_filled", Role.ACCENT, units)
        pen.sign(box, "arrow_right_16", Role.ON_ACCENT, units * 0.55)
        return
    name, role = _SIGNS[state]
    pen.sign(box, name, role, units)


def _chosen(pen: Pen, sizes: Sizes, rows: Sequence[StepRow], room: int, height: int) -> list[_Line]:
    look = pen.look

    def line(row: StepRow) -> _Line:
        kind = sizes.row_now if row.state is StepState.NOW else sizes.row
        return _Line(row.short, row.state, min(_ROW_LINES, len(wrapped(look, row.short, kind, room))))

    def high(lines: Sequence[_Line]) -> int:
        return sum(paragraph_height(look, one.lines, sizes.row) + pen.px(sizes.row_gap) for one in lines)

    every = [line(row) for row in rows]
    if high(every) <= height:
        return every
    at = next((i for i, row in enumerate(rows) if row.state is not StepState.DONE), len(rows) - 1)
    first, last = at, at  # both shown
    best: list[_Line] = []
    while True:
        before = [_Line(f"{first} bước đã xong", StepState.DONE, 1)] if first else []
        rest = len(rows) - 1 - last
        after = [_Line(f"và {rest} bước nữa", StepState.TO_COME, 1)] if rest else []
        found = [*before, *every[first : last + 1], *after]
        if high(found) > height and best:
            return best
        best = found
        if last + 1 < len(rows):
            last += 1
        elif first:
            first -= 1
        else:
            return best
