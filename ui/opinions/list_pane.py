"""The list: search line, filter chips, the table, and what stands in its place when it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui.look import Look
from ui.opinions.answer_looks import ANSWERS
from ui.opinions.matching import Choice
from ui.opinions.screen import Screen
from ui.opinions.words import CHIP_NAMES, OpinionRow
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.chip import Chip
from ui.widgets.empty import EmptyState
from ui.widgets.field import SearchField
from ui.widgets.panes import Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.text import Label

_STATE_FROM = 150  # u; in a narrower table the state stands under the words
COLUMNS = (
    Column("number", "Số", 10, sortable=True, keep=True, gap=4),
    Column("text", "Nội dung", gap=1.5),
    Column("who", "Người có ý kiến", 53, sortable=True),
    Column("state", "Trả lời", 34, sortable=True, least=_STATE_FROM),
)
_LEAST_SEARCH = 34  # u
_CHIPS = {"place": "Thôn", "field": "Lĩnh vực", "source": "Nguồn", "answer": "Trả lời"}


class ToolRow(QWidget):
    """Search line, chips and count side by side. The search line gives way first; where that is not
    enough, the chips go to a second line."""

    def __init__(self, look: Look, search: QWidget, chips: Sequence[QWidget], count: QWidget) -> None:
        super().__init__()
        self._look, self._search, self._chips, self._count = look, search, tuple(chips), count
        for part in (search, *chips, count):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.arrange)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        px, room = self._look.px, self.width()
        gap, high = px(2), px(8)
        chips = [chip for chip in self._chips if not chip.isHidden()]
        count = self._count.sizeHint().width()
        wanted = self._search.sizeHint().width()
        beside = sum(chip.sizeHint().width() + gap for chip in chips) + count + gap
        one_line = room - beside >= px(_LEAST_SEARCH)
        search = min(wanted, room - beside if one_line else room - count - gap)
        self._put(self._search, 0, 0, search)
        self._put(self._count, room - count, 0, count)
        x, y = (search + gap, 0) if one_line else (0, high + gap)
        for chip in chips:
            wide = min(chip.sizeHint().width(), room)
            if x and x + wide > room:
                x, y = 0, y + high
            self._put(chip, x, y, wide)
            x += wide + gap
        if self.height() != y + high:
            self.setFixedHeight(y + high)

    def _put(self, part: QWidget, x: int, y: int, wide: int) -> None:
        tall = part.sizeHint().height()
        part.setGeometry(QRect(x, y + (self._look.px(8) - tall) // 2, wide, tall))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(8))


class ListPane(Pane):
    """Passive: signals say what the secretary wants, `show_screen` shows what came of it."""

    searched = Signal(str)
    chosen = Signal(str, str)  # chip, value ("" widens)
    widened = Signal()
    sorted_by = Signal(str)
    selected = Signal(str)
    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, *, new: QAction) -> None:
        super().__init__(look)
        self._filling = self._narrow = False
        self._rows: tuple[OpinionRow, ...] = ()
        self._chips: dict[str, Chip] = {}
        self._choices: dict[str, Sequence[Choice]] = {}
        column = VBox(look, (6, 3, 6, 3), 3)
        self.setLayout(column)
        self.search = SearchField(look, "Tìm ý kiến")
        self.search.setToolTip("Ctrl+F")
        self.search.settled.connect(self.searched)
        for name in CHIP_NAMES:
            chip = Chip(look, _CHIPS[name])
            chip.clicked.connect(partial(self._offer, name))
            chip.cleared.connect(partial(self._clear, name))
            self._chips[name] = chip
        self.count = Label(look, "", role=Role.TEXT2)
        self.tools = ToolRow(look, self.search, tuple(self._chips.values()), self.count)
        column.addWidget(self.tools)
        self.table = RowTable(look, COLUMNS, name="Ý kiến thu thập")
        self.table.rows.current_row.connect(self._row_chosen)
        self.table.rows.opened.connect(self.opened)
        self.table.rows.installEventFilter(self)
        self.table.rows.viewport().installEventFilter(self)
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
        for widget in (self.tools, self.table, self._no_match, self._none):
            widget.hide()
        for before, after in zip(
            (self.search, *self._chips.values()), (*self._chips.values(), self.table.rows), strict=True
        ):
            QWidget.setTabOrder(before, after)
        self.setFocusProxy(self.table)
        self.table.rows.rows.modelReset.connect(self._fit)

    # --- what it shows --------------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        self.tools.setVisible(screen.loaded and screen.empty != "none")
        self.table.setVisible(screen.loaded and not screen.empty)
        self._none.setVisible(screen.empty == "none")
        self._no_match.setVisible(screen.empty == "no_match")
        self._no_match.set_words("Không có ý kiến khớp", screen.no_match)
        self._filling = True
        if screen.rows != self._rows:
            self._rows = screen.rows
            self._set_rows()
        if screen.selected and self.table.rows.current_id() != screen.selected:
            self.table.rows.set_current(screen.selected)
        self._filling = False
        if self.table.heading is not None:
            self.table.heading.show_order(screen.order, down=screen.down)
        chips, chosen = screen.chips, dict(screen.chips.chosen)
        for name, chip in self._chips.items():
            self._choices[name] = getattr(chips, name)
            value = chosen.get(name, "")
            if chip.value != value:
                chip.set_value(value)
            chip.setVisible(len(self._choices[name]) > 1 or bool(value))
        if self.count.text() != screen.count:
            self.count.setText(screen.count)
        self.tools.arrange()

    def _set_rows(self) -> None:
        self.table.set_items([row(one, narrow=self._narrow) for one in self._rows])
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rows = self.table.rows
        rows.scrollTo(rows.currentIndex())  # a banner or a pane must not push the row in hand out of sight

    def _widths_changed(self) -> None:
        narrow = self.table.rows.viewport().width() < self.look.px(_STATE_FROM)
        if narrow != self._narrow:
            self._narrow = narrow
            self._filling = True
            self._set_rows()
            self._filling = False

    def _fit(self) -> None:
        """The frame ends with the last row; what does not fit is scrolled."""
        self.table.setMaximumHeight(self.table.fitted_height())

    def focus_list(self) -> None:
        target: QWidget = self.table.rows
        if self.table.isHidden():
            target = self.search if not self.tools.isHidden() else self.new_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_search(self) -> None:
        self.search.clear()

    # --- acts -----------------------------------------------------------------------------------------

    def _row_chosen(self, row_id: str) -> None:
        if row_id and not self._filling:
            self.selected.emit(row_id)

    def _offer(self, name: str) -> None:
        """The values of a chip with their counts, in a menu below it."""
        chip = self._chips[name]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = chip.value
        for choice in self._choices.get(name, ()):
            words = f"{choice.words}   {choice.count}".replace("&", "&&")
            action = menu.addAction(words)
            action.setData(choice.value)
            action.setCheckable(True)
            action.setChecked(choice.words == now)
        menu.triggered.connect(partial(self._taken, name))
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _taken(self, name: str, action: QAction) -> None:
        self.chosen.emit(name, str(action.data()))

    def _clear(self, name: str) -> None:
        self.chosen.emit(name, "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.table.rows.viewport():
            self._widths_changed()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() == Qt.Key.Key_Delete and bare:
                row_id = self.table.rows.current_id()
                if row_id:
                    self.removed.emit(row_id)
                return True
        return False


def row(one: OpinionRow, *, narrow: bool) -> Row:
    """The cells of a line: number, words and field, who and from where, state of the answer.

    `narrow`: there is no column for the state, it stands under the words.
    """
    state = ANSWERS[one.state]
    note = f"{state.short}  ·  {one.note}" if narrow else one.note
    return Row(
        one.id,
        (
            Cell(one.number, role=Role.TEXT2),
            Cell(one.text, note, marks=one.text_marks),
            Cell(one.who, one.from_where, marks=one.who_marks),
            Cell(state.short, role=state.role, icon=state.icon),
        ),
    )
