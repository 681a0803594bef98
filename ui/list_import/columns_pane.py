"""A sheet as it stands, with a choice over each column of what it is (C4, G5)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.list_import.screen import SheetView
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.panes import HBox, Pane, Rule, VBox, follow
from ui.widgets.scroll import Scroll, ScrollBar
from ui.widgets.text import Label, Paragraph

_NARROWEST, _NUMBERS = 34, 9  # u of a column, and of the numbers of the rows
_LONGEST_COUNTED, _SHORTEST_COUNTED = 60, 14  # letters that a column is measured by


class ColumnsPane(Pane):
    """Passive: signals say what the secretary wants; nothing is kept by it."""

    column_said = Signal(int, str)
    first_said = Signal(int)
    read_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setAccessibleName("Chọn các cột")
        self._shape: object = None
        self.choices: dict[int, Combo] = {}
        self._cells: list[tuple[Label, ...]] = []
        column = VBox(look, (6, 2, 6, 2), 2)
        self.setLayout(column)
        self._title = Paragraph(look, "", Type.SECTION)
        column.addWidget(self._title)
        inner = Pane(look)
        self._inside = VBox(look, gap=2)
        inner.setLayout(self._inside)
        self._body: QWidget | None = None
        self._grid: QGridLayout | None = None
        begin = HBox(look, gap=2)
        self._first_words = Label(look, "", role=Role.TEXT2)
        self.first = Combo(look, units=26)
        self.first.chosen.connect(lambda place: self.first_said.emit(int(place)))
        begin.addWidget(self._first_words)
        begin.addWidget(self.first)
        begin.addStretch(1)
        self._inside.addLayout(begin)
        self._inside.addStretch(1)
        self._scroll = Scroll(look, inner)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # many columns
        self._scroll.setHorizontalScrollBar(ScrollBar(look, Qt.Orientation.Horizontal))
        self._scroll.setCornerWidget(QWidget())  # else a frame is drawn where the bars meet
        column.addWidget(self._scroll, 1)
        foot = HBox(look, gap=3)
        self._icon = Label(look, "", icon="info_16", icon_role=Role.TEXT2)
        self.sentence = Paragraph(look, "")
        self.skip = Button(look, "Không đọc trang này")
        self.skip.clicked.connect(self.skip_wanted)
        self.read = Button(look, "Đọc lại theo các cột này", kind=Kind.PRIMARY, key="Ctrl+Enter")
        self.read.clicked.connect(self.read_wanted)
        middle = Qt.AlignmentFlag.AlignVCenter
        foot.addWidget(self._icon, 0, middle)
        foot.addWidget(self.sentence, 1, middle)
        foot.addWidget(self.skip)
        foot.addWidget(self.read)
        column.addLayout(foot)
        follow(look, self._fit)

    def show_sheet(self, sheet: SheetView, *, busy: bool) -> None:
        self._title.set_words(sheet.title)
        shape = (
            sheet.at,
            sheet.offered,
            [place for place, _ in sheet.columns],
            [r.cells for r in sheet.rows],
        )
        if shape != self._shape:
            self._shape = shape
            self._build(sheet)
        for place, column in sheet.columns:
            self.choices[place].set_value(column)
        for row, labels in zip(sheet.rows, self._cells, strict=True):
            for label in labels:
                label.set_role(Role.TEXT if row.read else Role.TEXT3)
        self.first.set_value(sheet.first)
        self._icon.set_icon(*(("info_16", Role.TEXT2) if sheet.ready else ("warning_16", Role.WARN)))
        self._icon.setVisible(bool(sheet.sentence))
        self.sentence.set_words(sheet.sentence)
        self.read.setAccessibleDescription(sheet.sentence)
        self.skip.setVisible(sheet.several)
        self.skip.setEnabled(not busy)
        self.read.setEnabled(sheet.ready and not busy)

    def _build(self, sheet: SheetView) -> None:
        """The table anew: another sheet."""
        look = self.look
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        grid = self._grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        self.choices.clear()
        last: QWidget | None = None
        for at, (place, _) in enumerate(sheet.columns, 1):
            combo = Combo(look, sheet.offered, name=f"Cột {place + 1} là")
            cells = [row.cells[at - 1] for row in sheet.rows]
            combo.setAccessibleDescription("; ".join(cell for cell in cells if cell)[:200])
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            combo.chosen.connect(lambda column, place=place: self.column_said.emit(place, column))
            grid.addWidget(Label(look, f"Cột {place + 1}", Type.CAPTION_MEDIUM, Role.TEXT2), 0, at)
            grid.addWidget(combo, 1, at)
            longest = max((len(cell) for cell in cells), default=0)
            grid.setColumnStretch(at, min(max(longest, _SHORTEST_COUNTED), _LONGEST_COUNTED))
            if last is not None:
                QWidget.setTabOrder(last, combo)
            self.choices[place] = last = combo
        grid.addWidget(Label(look, "Dòng", Type.CAPTION_MEDIUM, Role.TEXT2), 0, 0)
        self._cells = []
        width = len(sheet.columns) + 1
        for at, row in enumerate(sheet.rows):
            line = 2 + 2 * at
            grid.addWidget(Rule(look), line, 0, 1, width)
            number = Label(look, str(row.number), role=Role.TEXT2)
            labels = [Label(look, cell, elide=True) for cell in row.cells]
            for place, label in enumerate((number, *labels)):
                grid.addWidget(label, line + 1, place)
            self._cells.append((number, *labels))
        self._inside.insertWidget(0, self._body)
        self.setFocusProxy(next(iter(self.choices.values()), self.read))  # where F6 leads
        self._first_words.setText(sheet.first_words)
        self.first.setAccessibleName(sheet.first_words)
        self.first.set_items(sheet.firsts)
        for before, after in ((last, self.first), (self.first, self.skip), (self.skip, self.read)):
            if before is not None:
                QWidget.setTabOrder(before, after)
        self._fit()

    def _fit(self) -> None:
        """What a grid measures in pixels, at this scale."""
        grid, px = self._grid, self.look.px
        if grid is None:
            return
        grid.setHorizontalSpacing(px(3))
        grid.setVerticalSpacing(px(1))
        grid.setColumnMinimumWidth(0, px(_NUMBERS))
        for at, combo in enumerate(self.choices.values(), 1):
            grid.setColumnMinimumWidth(at, px(_NARROWEST))
            combo.setMinimumWidth(px(_NARROWEST))

    def begin(self) -> None:
        """Into the first choice."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
