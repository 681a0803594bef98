"""The list of the invited: search line, filter chips, the table by group and thôn, the bar of the ticked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.invite.looks import STATES
from ui.invite.matching import CHIPS
from ui.invite.screen import Screen
from ui.invite.words import DelegateRow
from ui.look import Look
from ui.opinions.matching import Choice
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.chip import Chip
from ui.widgets.empty import EmptyState
from ui.widgets.field import SearchField
from ui.widgets.fitted_list import FittedList, deletes
from ui.widgets.panes import VBox
from ui.widgets.rows import Cell, Column, Group, Item, Row
from ui.widgets.selection_bar import SelectionBar
from ui.widgets.text import Label
from ui.widgets.tool_row import ToolRow

_LETTER_FROM = 158  # u; in a narrower table the letter stands under the state
_LOW = 70  # u; a lower pane shows one chip for all filters, so that rows are seen
_PLACE_FROM = 118  # u; in a narrower table the thôn stands under the name
COLUMNS = (
    Column("tick", "", 6, gap=2),
    Column("who", "Họ và tên, chức vụ", sortable=True, gap=1.5),
    Column("place", "Thôn, xóm", 34, least=_PLACE_FROM),
    Column("letter", "Giấy mời", 24, sortable=True, least=_LETTER_FROM),
    Column("state", "Tình trạng", 31, sortable=True, keep=True),
)


class ListPane(FittedList):
    """Passive: signals say what the secretary wants, `show_people` shows what came of it."""

    searched = Signal(str)
    chosen = Signal(str, str)  # chip, value ("" widens)
    widened = Signal()
    sorted_by = Signal(str)
    ticked = Signal(str, bool)
    ticked_all = Signal()
    removed = Signal()
    shifted = Signal(int)

    def __init__(
        self, look: Look, *, new: QAction, lay_out: QAction, read_list: QAction, bar: SelectionBar
    ) -> None:
        super().__init__(look, COLUMNS, "Danh sách đại biểu", (_PLACE_FROM, _LETTER_FROM))
        self._screen = Screen()
        self._chips: dict[str, Chip] = {}
        self._choices: dict[str, Sequence[Choice]] = {}
        column = VBox(look, (6, 2, 6, 3), 2.5)
        self.setLayout(column)
        self.search = SearchField(look, "Tìm đại biểu")
        self.search.setToolTip("Ctrl+F")
        self.search.settled.connect(self.searched)
        for name, label in CHIPS.items():
            chip = Chip(look, label)
            chip.clicked.connect(partial(self._offer, name))
            chip.cleared.connect(partial(self._clear, name))
            self._chips[name] = chip
        self.filter_chip = Chip(look, "Lọc")
        self.filter_chip.clicked.connect(self._offer_all)
        self.filter_chip.hide()
        self.count = Label(look, "", role=Role.TEXT2)
        self.tools = ToolRow(look, self.search, (self.filter_chip, *self._chips.values()), self.count)
        column.addWidget(self.tools)
        rows = self.table.rows
        rows.ticked.connect(self.ticked)
        if self.table.heading is not None:
            self.table.heading.sort_asked.connect(self.sorted_by)
        column.addWidget(self.table, 100)
        widen = Button(look, "Bỏ lọc", kind=Kind.DEFAULT)
        widen.clicked.connect(self.widened)
        self._no_match = EmptyState(look, "search", "Không có đại biểu khớp", "", (widen,))
        column.addWidget(self._no_match)
        self.lay_out_button = Button.of(look, lay_out, kind=Kind.PRIMARY)
        self._ways = (self.lay_out_button, Button.of(look, new), Button.of(look, read_list))
        self._none = EmptyState(
            look, "people", "Chưa có đại biểu nào",
            "Xếp theo kế hoạch để có ngay chủ trì, các nhóm thành phần và số chỗ của từng thôn.", self._ways,
        )  # fmt: skip
        column.addWidget(self._none)
        column.addStretch(1)
        self.bar = bar
        column.addWidget(bar)
        for widget in (self.tools, self.table, self._no_match, self._none):
            widget.hide()
        chips = (self.filter_chip, *self._chips.values())
        order: list[QWidget] = [self.search, *chips, rows, *bar.buttons, bar.more_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # --- what it shows --------------------------------------------------------------------------------

    def show_people(self, screen: Screen) -> None:
        self.tools.setVisible(screen.loaded and screen.empty != "none")
        self.table.setVisible(screen.loaded and not screen.empty)
        self._none.setVisible(screen.empty == "none")
        self._no_match.setVisible(screen.empty == "no_match")
        self._no_match.set_words("Không có đại biểu khớp", screen.no_match)
        fresh = screen.sections != self._screen.sections
        self._screen = screen
        with self.filling():
            if fresh:
                self.set_rows()
            if not self._on_heading():
                self.go_to(screen.selected)
        if self.table.heading is not None:
            self.table.heading.show_order(screen.order, down=screen.down)
        chips, chosen = screen.chips, dict(screen.chips.chosen)
        for name, chip in self._chips.items():
            self._choices[name] = getattr(chips, name)
            value = chosen.get(name, "")
            if chip.value != value:
                chip.set_value(value)
        self._show_chips()
        if self.count.text() != screen.count:
            self.count.setText(screen.count)
        self.bar.show_words(screen.chosen.words)

    def _show_chips(self) -> None:
        """Each chip that has a choice; on a low screen one for all of them beside those in use."""
        low = self.height() < self.look.px(_LOW)
        useful = [name for name in self._chips if len(self._choices.get(name, ())) > 1]
        self.filter_chip.setVisible(low and bool(useful))
        for name, chip in self._chips.items():
            chip.setVisible(bool(chip.value) or (name in useful and not low))
        self.tools.arrange()

    def _on_heading(self) -> bool:
        """The cursor stands on a group: it is not taken away from there."""
        rows = self.table.rows
        item = rows.rows.item(rows.currentIndex().row())
        return isinstance(item, Group) and rows.hasFocus()

    def set_rows(self) -> None:
        place, letter = self.narrow
        items: list[Item] = []
        for section in self._screen.sections:
            role = Role.WARN if section.over else Role.TEXT
            icon = "warning" if section.over else ""
            items.append(Group(section.id, section.title, icon=icon, role=role, note=section.count))
            items += [row(one, place=not place, letter=not letter) for one in section.rows]
        self.table.set_items(items)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chips()

    def focus_list(self) -> None:
        target: QWidget = self.table.rows
        if self.table.isHidden():
            target = self.search if not self.tools.isHidden() else self.lay_out_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_search(self) -> None:
        self.search.clear()

    # --- acts -----------------------------------------------------------------------------------------

    def _offer_all(self) -> None:
        """All filters, each with its values, in one menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, label in CHIPS.items():
            if len(self._choices.get(name, ())) > 1:
                self._fill(menu.addMenu(label), name)
        menu.popup(self.filter_chip.mapToGlobal(QPoint(0, self.filter_chip.height())))

    def _offer(self, name: str) -> None:
        """The values of a chip with their counts, in a menu below it."""
        chip = self._chips[name]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, name)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _fill(self, menu: QMenu, name: str) -> None:
        now = self._chips[name].value
        for choice in self._choices.get(name, ()):
            words = f"{choice.words}   {choice.count}".replace("&", "&&")
            action = menu.addAction(words)
            action.setData(choice.value)
            action.setCheckable(True)
            action.setChecked(choice.words == now)
        menu.triggered.connect(partial(self._taken, name))

    def _taken(self, name: str, action: QAction) -> None:
        self.chosen.emit(name, str(action.data()))

    def _clear(self, name: str) -> None:
        self.chosen.emit(name, "")

    def key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.ticked_all.emit()
            return True
        if deletes(event):
            self.removed.emit()
            return True
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if (
            way is not None
            and held == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self.shifted.emit(way)
            return True
        return False


def row(one: DelegateRow, *, place: bool, letter: bool) -> Row:
    """The cells of a line. Without a column for the thôn it stands under the name, without one for the
    letter that stands under the state."""
    state = STATES[one.state]
    where = ", ".join(part for part in (one.hamlet, one.place) if part)
    second = one.office if place or not where else ", ".join(p for p in (one.office, where) if p)
    letters = one.letter or one.way
    below = one.when if letter else ", ".join(part for part in (letters, one.when) if part)
    return Row(
        one.id,
        (
            Cell(tick=one.ticked),
            Cell(one.who, second, marks=one.who_marks),
            Cell(one.place, one.hamlet),
            Cell(letters, one.way if one.letter else "", role=Role.TEXT if one.letter else Role.TEXT2),
            Cell(state.short, below, role=state.role, icon=state.icon),
        ),
        faded=one.faded,
    )
