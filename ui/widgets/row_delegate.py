"""Draws a whole row of a list at once: cells, group headings, selection and focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from ui.look import Look
from ui.qt_later import Qt
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.rows import ITEM, Cell, Column, Group, Item, Row
from ui.widgets.tick import draw_tick

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

GROUP_UNITS = 8.0
ONE_LINE_UNITS = 9.0
TWO_LINE_UNITS = 11.0


class RowDelegate(QStyledItemDelegate):
    """Places the columns once per width and paints each row with them."""

    def __init__(
        self, look: Look, columns: Sequence[Column], two_lines: bool, view: QAbstractItemView
    ) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._columns = tuple(columns)
        self._hidden: frozenset[str] = frozenset()
        self._two_lines = two_lines
        self._even = False
        self._focused = False
        self._placed: tuple[int, int, tuple[tuple[int, int] | None, ...]] | None = None

    # --- places -------------------------------------------------------------------------------

    def set_columns(self, columns: Sequence[Column]) -> None:
        self._columns = tuple(columns)
        self._placed = None

    def set_hidden(self, ids: frozenset[str]) -> None:
        self._hidden = ids
        self._placed = None

    def set_even(self, even: bool = True) -> None:
        """Headings of groups as high as rows: a list that grows or is long is laid out without measuring."""
        self._even = even

    def set_focused(self, focused: bool) -> None:
        self._focused = focused

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def row_height(self) -> int:
        return self._look.px(TWO_LINE_UNITS if self._two_lines else ONE_LINE_UNITS)

    def group_height(self) -> int:
        return self.row_height() if self._even else self._look.px(GROUP_UNITS)

    def places(self, width: int) -> tuple[tuple[int, int] | None, ...]:
        """(x, width) in pixels of each column, None for a hidden one."""
        u = self._look.u
        if self._placed is not None and self._placed[:2] == (width, u):
            return self._placed[2]
        px = self._look.px
        hidden = self._hidden | {c.id for c in self._columns if c.least and width < px(c.least)}
        shown = [column for column in self._columns if column.id not in hidden]
        fixed = sum(px(column.gap) + px(column.units) for column in shown) + px(2)
        open_columns = sum(1 for column in shown if not column.units)
        share = max(px(10), (width - fixed) // open_columns) if open_columns else 0
        x = 0
        places: list[tuple[int, int] | None] = []
        for column in self._columns:
            if column.id in hidden:
                places.append(None)
                continue
            x += px(column.gap)
            wide = px(column.units) if column.units else share
            places.append((x, wide))
            x += wide
        self._placed = (width, u, tuple(places))
        return self._placed[2]

    def column_at(self, x: int, width: int) -> int:
        """Which column lies under x; -1 between two."""
        for number, place in enumerate(self.places(width)):
            if place is not None and place[0] <= x < place[0] + place[1]:
                return number
        return -1

    def action_box(self, box: QRect, group: Group) -> QRect:
        """Where the words of a group's action stand."""
        wide = self._look.width(group.action, Type.MEDIUM)
        return QRect(box.right() - self._look.px(3) - wide, box.y(), wide, box.height())

    def other_box(self, box: QRect, group: Group) -> QRect:
        """Where the words of its second action stand."""
        right = self.action_box(box, group).left() - self._look.px(4)
        wide = self._look.width(group.other, Type.MEDIUM)
        return QRect(right - wide, box.y(), wide, box.height())

    def is_cut(self, row: Row, column: int, width: int) -> str:
        """The full words of a cell that ends in …; "" where all of it is seen."""
        place = self.places(width)[column]
        if place is None or column >= len(row.cells):
            return ""
        cell = row.cells[column]
        room = place[1] - self._icon_room(cell, False)
        wraps = self._columns[column].wraps and not cell.second and not cell.icon
        lines = self._look.two_lines(cell.text, Type.CAPTION, room) if wraps else (cell.text,)
        first = self._look.width(cell.text, _kind(cell)) > room and (
            not wraps or any(self._look.width(line, Type.CAPTION) > room for line in lines)
        )
        second = self._look.width(cell.second, _second_kind(cell)) > place[1]
        return "\n".join(t for t in (cell.text, cell.second) if t) if first or second else ""

    # --- Qt -----------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        item = index.data(ITEM)
        if isinstance(item, Group):
            return QSize(1, self.group_height())
        return QSize(1, self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item: Item = index.data(ITEM)
        box: QRect = option.rect  # type: ignore[attr-defined]  # the stubs leave the fields out
        # Asked of the view and not of option.state, whose flags would load all of QStyle's enums.
        current = selected = index.row() == self._view.currentIndex().row()
        focused = self._focused and current
        look = self._look
        if isinstance(item, Group):
            self._draw_group(painter, box, item)
        else:
            role = Role.ACCENT_SOFT if selected else Role.HOVER if self._hovered(box) else Role.SURFACE
            look.fill(painter, box, role)
            self._draw_row(painter, box, item)
            if selected:
                look.fill(painter, QRect(box.x(), box.y(), look.px(0.75), box.height()), Role.ACCENT)
        if box.bottom() + 1 != painter.device().height() / painter.device().devicePixelRatio():
            # At the very end of the list the frame is line enough.
            line = QRect(box.x(), box.bottom() - look.edge + 1, box.width(), look.edge)
            look.fill(painter, line, Role.LINE)
        if focused:
            look.draw_box(
                painter, box.adjusted(0, 0, 0, -look.edge), edge=Role.FOCUS, width=look.ring, radius=0
            )

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The full words of what ends in …"""
        item = index.data(ITEM)
        width = self._view.viewport().width()
        column = self.column_at(event.pos().x(), width)
        words = self.is_cut(item, column, width) if isinstance(item, Row) and column >= 0 else ""
        from PySide6.QtWidgets import QToolTip

        QToolTip.showText(event.globalPos(), words, view)
        return True

    def _hovered(self, box: QRect) -> bool:
        viewport = self._view.viewport()
        if not viewport.underMouse():
            return False
        from PySide6.QtGui import QCursor

        return box.contains(viewport.mapFromGlobal(QCursor.pos()))

    # --- drawing ------------------------------------------------------------------------------

    def _draw_group(self, painter: QPainter, box: QRect, group: Group) -> None:
        look, px = self._look, self._look.px
        look.fill(painter, box, Role.CANVAS)
        x = box.x() + px(2.75)
        chevron = "chevron_down_16" if group.open else "chevron_right_16"
        look.draw_icon(painter, QRect(x, box.y(), px(4), box.height()), chevron, Role.TEXT2, 4)
        x += px(5.5)
        if group.icon:
            icon = QRect(x, box.y(), px(4), box.height())
            look.draw_icon(painter, icon, f"{group.icon}_16", group.role, 4)
            x += px(5.25)
        right = box.right() - px(3)
        if group.action:
            place = self.action_box(box, group)
            look.draw_text(painter, place, group.action, Type.MEDIUM, Role.ACCENT)
            right = place.left() - px(2)
            if group.other:
                place = self.other_box(box, group)
                look.draw_text(painter, place, group.other, Type.MEDIUM, Role.ACCENT)
                right = place.left() - px(3)
        elif group.note:
            wide = look.width(group.note)
            look.draw_text(
                painter, QRect(right - wide, box.y(), wide, box.height()), group.note, role=Role.TEXT2
            )
            right -= wide + px(2)
        room = QRect(x, box.y(), max(0, right - x), box.height())
        x += look.draw_text(painter, room, group.title, Type.STRONG, group.role, elide=True) + px(2)
        room = QRect(x, box.y(), max(0, right - x), box.height())
        look.draw_text(painter, room, group.amount, Type.BODY, Role.TEXT2, elide=True)

    def _draw_row(self, painter: QPainter, box: QRect, row: Row) -> None:
        for number, place in enumerate(self.places(box.width())):
            if place is None or number >= len(row.cells):
                continue
            room = QRect(box.x() + place[0], box.y(), place[1], box.height())
            self._draw_cell(painter, room, row.cells[number], self._columns[number], row.faded)

    def _draw_cell(self, painter: QPainter, room: QRect, cell: Cell, column: Column, faded: bool) -> None:
        look = self._look
        if cell.tick is not None:
            tick = QRect(room.x(), room.y(), look.px(5), room.height())
            draw_tick(painter, look, tick, on=cell.tick)
            room = room.adjusted(self._icon_room(cell, True), 0, 0, 0)
        if (
            column.wraps
            and not (cell.second or cell.icon)
            and look.width(cell.text, _kind(cell)) > room.width()
        ):
            upper, lower = look.two_lines(cell.text, Type.CAPTION, room.width())
            high = look.line(Type.CAPTION)
            top = room.y() + (room.height() - 2 * high) // 2
            for at, line in enumerate((upper, lower)):
                part = QRect(room.x(), top + at * high, room.width(), high)
                look.draw_text(painter, part, line, Type.CAPTION, cell.role, elide=True)
            return
        cell = self._fitted(cell, room.width())
        first, second = room, room
        if cell.second:
            high, low = look.line(Type.BODY), look.line(Type.CAPTION)
            top = room.y() + (room.height() - high - low) // 2
            first = QRect(room.x(), top, room.width(), high)
            second = QRect(room.x(), top + high, room.width(), low)
        align = Qt.AlignmentFlag.AlignRight if column.right else None
        if cell.icon:
            icon = QRect(first.x(), first.y(), look.px(4), first.height())
            look.draw_icon(painter, icon, f"{cell.icon}_16", cell.role, 4)
            first = first.adjusted(look.px(5), 0, 0, 0)
        role = Role.TEXT3 if faded and cell.role is Role.TEXT else cell.role
        if cell.marks:
            self._draw_marks(painter, first, cell.text, _kind(cell), cell.marks)
        if cell.second and cell.second_marks:
            self._draw_marks(painter, second, cell.second, _second_kind(cell), cell.second_marks)
        look.draw_text(painter, first, cell.text, _kind(cell), role, align, elide=not column.keep)
        if cell.second:
            look.draw_text(
                painter, second, cell.second, _second_kind(cell), cell.second_role, align,
                elide=not column.keep,
            )  # fmt: skip

    def _fitted(self, cell: Cell, room: int) -> Cell:
        """The cell with its brief words where all of them find no room."""
        look = self._look
        if cell.brief and look.width(cell.text, _kind(cell)) > room - self._icon_room(cell, False):
            cell = cell._replace(text=cell.brief, marks=())
        if cell.second_brief and look.width(cell.second, _second_kind(cell)) > room:
            cell = cell._replace(second=cell.second_brief, second_marks=())
        return cell

    def _draw_marks(
        self, painter: QPainter, room: QRect, text: str, kind: Type, marks: Sequence[tuple[int, int]]
    ) -> None:
        measure = self._look.measure(kind)
        high = self._look.line(kind) - 2 * self._look.edge
        top = room.y() + (room.height() - high) // 2
        last = room.right()
        if measure.horizontalAdvance(text) > room.width():
            last -= int(measure.horizontalAdvance("…"))  # what is cut off is not marked
        for start, length in marks:
            x = room.x() + int(measure.horizontalAdvance(text[:start]))
            end = room.x() + int(measure.horizontalAdvance(text[: start + length]) + 0.999)
            end = min(end, last)
            if x < end:
                self._look.fill(painter, QRect(x, top, end - x, high), Role.MARK)

    def _icon_room(self, cell: Cell, tick: bool) -> int:
        if tick:
            return self._look.px(6)
        return (self._look.px(5) if cell.icon else 0) + (self._look.px(6) if cell.tick is not None else 0)


def _kind(cell: Cell) -> Type:
    if cell.strong:
        return Type.STRONG
    if cell.icon:
        return Type.CAPTION_MEDIUM  # a state: the badge without its background
    return Type.MEDIUM if cell.medium else Type.BODY


def _second_kind(cell: Cell) -> Type:
    return Type.CAPTION_MEDIUM if cell.second_strong else Type.CAPTION
