"""The list by groups: search line, filter chips, the table, the bar of what is ticked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.opinions.answer_looks import ANSWERS
from ui.opinions.filter_row import FilterRow
from ui.opinions.matching import LATE
from ui.opinions.screen import Screen
from ui.opinions.sections import ALIKE, Section
from ui.opinions.words import CHIP_NAMES, OpinionRow
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.empty import EmptyState
from ui.widgets.fitted_list import FittedList
from ui.widgets.kept_focus import kept_focus
from ui.widgets.panes import VBox
from ui.widgets.rows import Cell, Column, Group, Item, LateRow, Row
from ui.widgets.selection_bar import SelectionBar

_STATE_FROM = 142  # u; in a narrower table the state stands under the words
_UNIT_FROM = 168  # u; in a narrower one the unit stands there too
_NAME = 12  # letters of a unit's name in the first line of its column
COLUMNS = (
    Column("tick", "", 6, gap=2.75),
    Column("number", "Số", 9, sortable=True, keep=True, gap=1),
    Column("text", "Nội dung", gap=1.5),
    Column("who", "Người có ý kiến", 46, sortable=True),
    Column("unit", "Giao cho", 22, sortable=True, gap=2, least=_UNIT_FROM),
    Column("state", "Trả lời", 33, sortable=True, gap=2, least=_STATE_FROM),
)
_CHIPS = {
    "place": "Thôn", "field": "Lĩnh vực", "answer": "Tình trạng", "unit": "Giao cho", "source": "Nguồn",
}  # fmt: skip


class ListPane(FittedList):
    """Passive: signals say what the secretary wants, `show_screen` shows what came of it.

    Keys: Space ticks a row, or all of a heading; Shift with ↑ ↓ or a click ticks what lies between; Ctrl+A
    all that are shown. Enter on a proposal compares it.
    """

    searched = Signal(str)
    chosen = Signal(str, str)  # chip, value ("" widens)
    widened = Signal()
    sorted_by = Signal(str)
    heading_selected = Signal(str)
    ticked = Signal(object, bool)  # ids
    ticked_heading = Signal(str)
    ticked_all = Signal()
    compared = Signal(str)
    kept_apart = Signal(str)
    removed = Signal()
    rested = Signal()  # the search line was left

    def __init__(self, look: Look, *, new: QAction, grouped: QAction, bar: SelectionBar) -> None:
        super().__init__(look, COLUMNS, "Ý kiến thu thập", (_UNIT_FROM, _STATE_FROM))
        self._anchor = ""  # where ticking with Shift began
        self._screen = Screen()
        column = VBox(look, (6, 3, 6, 3), 3)
        self.setLayout(column)
        self.tools = FilterRow(look, _CHIPS, search="Tìm ý kiến", grouped=grouped)
        self.search, self.count = self.tools.search, self.tools.count
        self.search.settled.connect(self.searched)
        self.search.left.connect(self.rested)
        self.tools.chosen.connect(self.chosen)
        column.addWidget(self.tools)
        rows = self.table.rows
        rows.ticked.connect(lambda one, on: self.ticked.emit((one,), on))
        rows.acted.connect(self.compared)
        rows.acted_other.connect(self.kept_apart)
        if self.table.heading is not None:
            self.table.heading.sort_asked.connect(self.sorted_by)
        column.addWidget(self.table, 100)
        widen = Button(look, "Bỏ lọc", kind=Kind.DEFAULT)
        widen.clicked.connect(self.widened)
        self._no_match = EmptyState(look, "search", "Không có ý kiến khớp", "", (widen,))
        column.addWidget(self._no_match)
        self.new_button = Button.of(look, new, kind=Kind.PRIMARY)
        self._none = EmptyState(
            look, "chat_multiple", "Chưa có ý kiến nào",
            "Nhập từ phiếu giấy, từ bảng tổng hợp của trưởng thôn hoặc thư gửi qua thư ký.",
            (self.new_button,),
        )  # fmt: skip
        column.addWidget(self._none)
        column.addStretch(1)
        self.bar = bar
        column.addWidget(bar)
        for widget in (self.tools, self.table, self._no_match, self._none):
            widget.hide()
        order: list[QWidget] = [*self.tools.parts(), rows, *bar.buttons, bar.more_button, bar.clear_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # --- what it shows --------------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        with kept_focus(self, self.focus_list):
            self._show(screen)

    def _show(self, screen: Screen) -> None:
        self.tools.setVisible(screen.loaded and screen.empty != "none")
        self.tools.grouped.setVisible(screen.groupable)
        self.table.setVisible(screen.loaded and not screen.empty)
        self._none.setVisible(screen.empty == "none")
        self._no_match.setVisible(screen.empty == "no_match")
        self._no_match.set_words("Không có ý kiến khớp", screen.no_match)
        before, self._screen = self._screen, screen
        with self.filling():
            if screen.sections != before.sections:
                self.set_rows()
            elif screen.ticked != before.ticked:
                self._show_ticks(screen.ticked ^ before.ticked)
            if not self._on_heading() or screen.heading:
                self.go_to(screen.heading or screen.selected)
        if self.table.heading is not None:
            self.table.heading.show_order(screen.order, down=screen.down)
        if self.count.text() != screen.count:
            self.count.setText(screen.count)
        choices = {name: getattr(screen.chips, name) for name in CHIP_NAMES}
        self.tools.show_choices(choices, dict(screen.chips.chosen))
        self.bar.show_words(screen.chosen)

    def _on_heading(self) -> bool:
        """The cursor stands on a heading: it is not taken away from there."""
        return isinstance(self._current(), Group) and self.table.rows.hasFocus()

    def _current(self) -> Item | None:
        rows = self.table.rows
        return rows.rows.item(rows.currentIndex().row())

    def set_rows(self) -> None:
        """Replace all, with the row in hand at the height where it stood."""
        rows = self.table.rows
        box = rows.visualRect(rows.currentIndex())
        at, there = box.y(), box.isValid() and rows.viewport().rect().intersects(box)
        known = rows.current_id()
        items: list[Item] = []
        for section in self._screen.sections:
            if section.title:
                items.append(_heading(section))
            make = self._maker(section)
            items += [LateRow(one, make) for one in section.shown]
        self.table.set_items(items)
        self.fit()
        first = next((one for section in self._screen.sections for one in section.shown), "")
        if known == first:
            rows.scrollToTop()  # its heading is seen too
        elif there and known == rows.current_id():
            bar = rows.verticalScrollBar()
            bar.setValue(bar.value() + rows.visualRect(rows.currentIndex()).y() - at)

    def _maker(self, section: Section) -> Callable[[str], tuple[Cell, ...]]:
        """The cells of a row of this section, as things stand now."""
        source, ticked, (unit, state) = section.source, self._screen.ticked, self.narrow
        assert source is not None
        return lambda one: cells(source.row(one), ticked=one in ticked, unit=not unit, state=not state)

    def _show_ticks(self, changed: frozenset[str]) -> None:
        if len(changed) > 3:
            self.set_rows()
            return
        for section in self._screen.sections:
            for one in changed.intersection(section.shown):
                self.table.rows.set_row(LateRow(one, self._maker(section)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_current()

    def focus_list(self) -> None:
        target: QWidget = self.table.rows
        if self.table.isHidden():
            target = self.search if not self.tools.isHidden() else self.new_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_search(self) -> None:
        self.search.clear()

    # --- acts -----------------------------------------------------------------------------------------

    def row_chosen(self, row_id: str) -> None:
        if self._filling:
            return
        item = self._current()
        if row_id:
            self.selected.emit(row_id)
        elif isinstance(item, Group):
            self.heading_selected.emit(item.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return self._clicked(event)
        return super().eventFilter(watched, event)

    def key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, item = event.key(), self._current()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.ticked_all.emit()
            return True
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if held == Qt.KeyboardModifier.ShiftModifier and way is not None:
            self._stretch(way)
            return True
        if key != Qt.Key.Key_Shift:
            self._anchor = ""
        if held:
            return False
        if key == Qt.Key.Key_Delete:
            self.removed.emit()
            return True
        if isinstance(item, Group):
            if key == Qt.Key.Key_Space:
                self.ticked_heading.emit(item.id)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and _is_proposal(item.id):
                self.compared.emit(item.id)
                return True
        return False

    def _stretch(self, way: int) -> None:
        """One row on, ticked; back towards where it began, unticked again. Headings are passed over."""
        rows = self.table.rows
        ids = [item.id for item in rows.rows.items() if isinstance(item, Row)]
        now = rows.current_id()
        if now not in ids:
            return
        at = ids.index(now)
        if self._anchor not in ids:
            self._anchor = now
        to = at + way
        if not 0 <= to < len(ids):
            self.ticked.emit((now,), True)
            return
        away = (to - ids.index(self._anchor)) * way > 0
        rows.set_current(ids[to])
        if away:
            self.ticked.emit((now, ids[to]), True)
        else:
            self.ticked.emit((now,), False)

    def _clicked(self, event: QMouseEvent) -> bool:
        """Shift and a click: everything from the row in hand to here; Ctrl and a click: this one."""
        rows = self.table.rows
        held = event.modifiers()
        item = rows.rows.item(rows.indexAt(event.position().toPoint()).row())
        if not isinstance(item, Row) or event.button() is not Qt.MouseButton.LeftButton:
            return False
        if held == Qt.KeyboardModifier.ShiftModifier:
            ids = [one.id for one in rows.rows.items() if isinstance(one, Row)]
            now = rows.current_id()
            ends = sorted((ids.index(item.id), ids.index(now) if now in ids else ids.index(item.id)))
            self.ticked.emit(tuple(ids[ends[0] : ends[1] + 1]), True)
            return True
        if held == Qt.KeyboardModifier.ControlModifier:
            self.ticked.emit((item.id,), item.id not in self._screen.ticked)
            return True
        return False


def _is_proposal(section_id: str) -> bool:
    return section_id.lstrip("?").startswith(f"{ALIKE}:")


def _heading(section: Section) -> Group:
    proposed = section.kind == ALIKE
    return Group(
        section.id,
        section.title,
        section.amount,
        role=Role.WARN if section.mixed else Role.TEXT,
        note=section.note,
        action="Gộp lại…" if proposed else "",
        other="Để riêng" if proposed else "",
        icon="warning" if section.mixed else "",
    )


def _two_lines(name: str) -> tuple[str, str]:
    """A long name goes on below: names are never cut."""
    if len(name) <= _NAME:
        return name, ""
    cut = name.rfind(" ", 0, _NAME + 1)
    return (name[:cut], name[cut + 1 :]) if cut > 0 else (name, "")


def cells(one: OpinionRow, *, ticked: bool, unit: bool, state: bool) -> tuple[Cell, ...]:
    """The cells of a line. What has no column of its own stands under the words of the opinion."""
    look = ANSWERS[one.state]
    said = one.state_words or look.short
    second = [*(() if state else (said,)), one.note, *(() if unit or not one.unit else (one.unit,))]
    role = Role.BAD if one.state == LATE and not state else Role.TEXT2
    return (
        Cell(tick=ticked),
        Cell(one.number, role=Role.TEXT2),
        Cell(one.text, "  ·  ".join(second), marks=one.text_marks, second_role=role),
        Cell(one.who, one.from_where, marks=one.who_marks),
        Cell(*_two_lines(one.unit or "–"), role=Role.TEXT if one.unit else Role.TEXT2),
        Cell(said, one.due, role=look.role, icon=look.icon),
    )
