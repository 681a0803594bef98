"""The list of the register: search, chips, groups, series that open; the dossier at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desktop.domain.register_rows import Group as Part
from dialogue_desktop.domain.text_vi import find_all
from dialogue_desktop.domain.words_vi import date_dm
from ui.look import Look
from ui.register import words
from ui.register.listing import CHIPS, Line
from ui.register.screen import Screen
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.empty import EmptyState
from ui.widgets.field import SearchField
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Group, Item, Row
from ui.widgets.text import Label
from ui.widgets.tool_row import ToolRow

_NARROW = 96  # u; a narrower list has the date under the number
COLUMNS = (
    Column("number", "Số, ký hiệu", units=29, keep=True),
    Column("day", "Ngày", units=14, keep=True, least=_NARROW),
    Column("paper", "Văn bản"),
    Column("state", "Tình trạng", units=29, keep=True),
)


class ListPane(Pane):
    """Passive. Enter goes to the next step of a paper, and opens or folds a series."""

    selected = Signal(str)
    opened = Signal(str)
    toggled = Signal(str)
    removed = Signal()
    searched = Signal(str)
    chosen = Signal(str, str)
    widened = Signal()
    dossier_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._screen = Screen()
        self._quiet = False
        self._column = VBox(look, (6, 3, 6, 3), 2.5)
        self.setLayout(self._column)
        self.search = SearchField(look, "Tìm số, trích yếu", units=54)
        self.search.setToolTip("Ctrl+F")
        self.search.settled.connect(self.searched)
        self.chips: dict[str, Chip] = {}
        for name, label in CHIPS.items():
            chip = Chip(look, label)
            chip.clicked.connect(partial(self._offer, name))
            chip.cleared.connect(partial(self.chosen.emit, name, ""))
            self.chips[name] = chip
        self._count = Label(look, "")
        self._column.addWidget(ToolRow(look, self.search, tuple(self.chips.values()), self._count))
        self.table = RowTable(look, COLUMNS, name="Sổ văn bản")
        rows = self.table.rows
        rows.current_row.connect(self._current)
        rows.opened.connect(self._enter)
        self._column.addWidget(self.table, 100)
        widen = Button(look, "Bỏ lọc")
        widen.clicked.connect(self.widened)
        self._widen = widen
        self.none = EmptyState(look, "folder", "Sổ chưa có văn bản nào", "", (widen,))
        self._column.addWidget(self.none)
        self._column.addStretch(1)
        self._column.addLayout(self._foot())
        self.none.hide()

    def _foot(self) -> HBox:
        look = self.look
        foot = HBox(look, gap=2)
        foot.addWidget(IconBox(look, "archive", Role.TEXT2))
        self.dossier = Label(look, "", Type.BODY, Role.TEXT2, elide=True)
        foot.addWidget(self.dossier, 1)
        self.dossier_button = Button(look, "Đóng gói hồ sơ…")
        self.dossier_button.clicked.connect(self.dossier_wanted)
        foot.addWidget(self.dossier_button)
        return foot

    # --- what is shown --------------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        fresh = (screen.sections, screen.today, screen.several, screen.query) != (
            self._screen.sections, self._screen.today, self._screen.several, self._screen.query,
        )  # fmt: skip
        self._screen = screen
        self._quiet = True
        if self.search.text() != screen.query and not self.search.composing:
            self.search.set_value(screen.query)
        for name, chip in self.chips.items():
            chip.set_value(screen.chips.get(name, ""))
            many = len(screen.choices.get(name, ())) > 1
            chip.setVisible(bool(chip.value) or many)
        if fresh:
            self._set_rows()
        if screen.selected and self.table.rows.current_id() != screen.selected:
            self.table.rows.set_current(screen.selected)
        self._quiet = False
        there = bool(screen.sections)
        self.table.setVisible(screen.loaded and there)
        self.none.setVisible(screen.loaded and not there)
        self._widen.setVisible(screen.narrow)
        if screen.narrow:
            self.none.set_words(
                "Không có văn bản khớp", "Không văn bản nào có những chữ và điều kiện đang lọc."
            )
        else:
            self.none.set_words(
                "Sổ chưa có văn bản nào",
                "Lập kế hoạch một hội nghị ở Trang chính; các văn bản của hội nghị sẽ có trong sổ.",
            )
        self.dossier.setText(screen.dossier)
        self.dossier_button.setEnabled(screen.packable and not screen.busy)

    def _set_rows(self) -> None:
        screen = self._screen
        items: list[Item] = []
        narrow = self.table.width() < self.look.px(_NARROW)
        for section in screen.sections:
            title, icon, role = words.GROUP_WORDS[section.group]
            amount = f"{section.count} văn bản"
            folded = section.group is Part.OLD and not screen.narrow
            items.append(Group(f"group:{section.group}", title, amount, icon, role, open=not folded))
            items += [self._row(line, narrow=narrow) for line in section.lines]
        self.table.set_items(items)
        self._narrow = narrow

    _narrow = False

    def _row(self, line: Line, *, narrow: bool) -> Row:
        screen, first = self._screen, line.first
        paper, look = first.paper, words.state_of(first)
        late = any(row.next is not None and row.late(screen.today) for row in line.rows)
        day = date_dm(paper.dated_on) if paper.dated_on is not None else ""
        if line.series:
            number = words.range_words(line.rows)
            title, brief = (
                f"{first.kind.title}, {len(line.rows)} văn bản",
                f"{first.kind.title} ({len(line.rows)})",
            )
            below, short = words.series_lines(
                first, screen.today, conference=screen.several, opened=line.open
            )
            icon = "chevron_down" if line.open else "chevron_right"
        else:
            number, title, icon, brief = words.number_words(first), first.title, "", ""
            below, short = (
                words.second_line(first, screen.today, conference=screen.several, brief=one)
                for one in (False, True)
            )
        if line.inside:
            title, below, short = (f"\u2003{one}" if one else "" for one in (title, below, short))
        quiet = Role.TEXT if paper.number else Role.TEXT2
        marks = tuple((a, b - a) for a, b in find_all(title, screen.query)) if screen.query.strip() else ()
        return Row(
            line.id,
            (
                Cell(number, day if narrow else "", role=quiet),
                Cell(day),
                Cell(
                    title,
                    below,
                    second_role=Role.BAD if late else Role.TEXT2,
                    icon=icon,
                    marks=marks,
                    brief=brief,
                    second_brief=short,
                ),
                Cell(look.words, role=look.role, icon=look.icon),
            ),
            first.group is Part.OLD,
        )

    # --- keys and mouse -------------------------------------------------------------------------------

    def _current(self, line_id: str) -> None:
        if line_id and not self._quiet:
            self.selected.emit(line_id)

    def _enter(self, line_id: str) -> None:
        if line_id.startswith("series|"):
            self.toggled.emit(line_id)
        else:
            self.opened.emit(line_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.rows.hasFocus():
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def _offer(self, name: str) -> None:
        """What a chip can be set to, in a menu under it."""
        chip, choices = self.chips[name], self._screen.choices.get(name, ())
        menu = QMenu(self)
        menu.setObjectName("chips")
        for value, shown in (("", "Tất cả"), *choices):
            action = menu.addAction(shown.replace("&", "&&"))
            action.triggered.connect(partial(self._choose, name, value))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))
        menu.setActiveAction(menu.actions()[0])

    def _choose(self, name: str, value: str, _checked: bool = False) -> None:
        self.chosen.emit(name, value)

    def focus_list(self) -> None:
        rows = self.table.rows
        target: QWidget = rows if self.table.isVisible() else self.search
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        rows.scrollTo(rows.currentIndex())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        if (self.table.width() < self.look.px(_NARROW)) != self._narrow and self._screen.loaded:
            self._quiet = True
            self._set_rows()
            self._quiet = False

    def tab_order(self) -> Sequence[QWidget]:
        return (self.search, *self.chips.values(), self.table.rows, self.dossier_button)
