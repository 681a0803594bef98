"""The row in hand: what is wrong with it, and the cell that is being put right (C4)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.opinion_import.screen import ProblemView, RowDetail
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.editor import Editor
from ui.widgets.field import FieldBox
from ui.widgets.panes import HBox, Pane, Rule, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label, Paragraph

_UNITS = 26  # u of the editor's height


class MendPane(Pane):
    """`mended` carries the column and the new text. Ctrl+Enter in the editor takes it, Esc leaves."""

    mended = Signal(str, str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Role.CANVAS)
        self.setAccessibleName("Dòng đang xem")
        self._detail: RowDetail | None = None
        sides = HBox(look)
        self.setLayout(sides)
        sides.addWidget(Rule(look, upright=True, role=Role.BORDER))
        inner = Pane(look, Role.CANVAS)
        column = VBox(look, (4, 3, 4, 3), 2)
        inner.setLayout(column)
        self._title = Label(look, "", Type.SECTION)
        column.addWidget(self._title)
        self._problems = VBox(look, gap=1.5)
        column.addLayout(self._problems)
        self._problem_lines: list[QWidget] = []
        column.addWidget(Rule(look, role=Role.BORDER))
        self.cell = Combo(look, name="Ô đang sửa")
        self.cell.chosen.connect(self._other_cell)
        column.addWidget(FieldBox(look, "Ô", self.cell))
        self.text = Editor(look, name="Nội dung của ô", kind=Type.BODY)
        self.text.setFixedHeight(look.px(_UNITS))
        look.changed.connect(lambda: self.text.setFixedHeight(look.px(_UNITS)))
        column.addWidget(FieldBox(look, "Nội dung của ô", self.text))
        foot = HBox(look)
        self.take = Button(look, "Sửa ô này", key="Ctrl+Enter")
        self.take.clicked.connect(self._take)
        foot.addStretch(1)
        foot.addWidget(self.take)
        column.addLayout(foot)
        column.addStretch(1)
        sides.addWidget(Scroll(look, inner, Role.CANVAS), 1)

    def show_detail(self, detail: RowDetail) -> None:
        if detail == self._detail:
            return
        same = self._detail is not None and self._detail.key == detail.key
        column = self.cell.value() if same else detail.first
        self._detail = detail
        self._title.setText(detail.title)
        for line in self._problem_lines:
            line.hide()
            line.deleteLater()
        self._problem_lines = [self._line(problem) for problem in detail.problems]
        if not self._problem_lines:
            self._problem_lines = [
                Paragraph(self.look, "Dòng này đọc đủ, không có gì phải sửa.", role=Role.TEXT2)
            ]
        for line in self._problem_lines:
            self._problems.addWidget(line)
        self.cell.set_items([(cell.column, cell.name) for cell in detail.cells])
        self.cell.set_value(column)
        self._fill()

    def _line(self, problem: ProblemView) -> QWidget:
        look = self.look
        line = QWidget()
        box = VBox(look, gap=0.5)
        line.setLayout(box)
        row = HBox(look, gap=1.5)
        icon, role = ("error_circle_16", Role.BAD) if problem.grave else ("warning_16", Role.WARN)
        row.addWidget(Label(look, "", icon=icon, icon_role=role), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(look, problem.sentence), 1)
        box.addLayout(row)
        for choice in problem.choices[:4]:
            button = Button(look, choice, kind=Kind.QUIET, small=True)
            button.setAccessibleName(f"Thay bằng {choice}")
            button.clicked.connect(lambda _=False, c=choice: self.mended.emit(problem.column, c))
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def _fill(self) -> None:
        detail = self._detail
        if detail is not None:
            wanted = next((cell for cell in detail.cells if cell.column == self.cell.value()), None)
            self.text.set_value(wanted.text if wanted is not None else "")

    def _other_cell(self, _column: object) -> None:
        self._fill()

    def _take(self) -> None:
        column = self.cell.value()
        if column:
            self.mended.emit(str(column), self.text.value())

    def begin(self) -> None:
        """Into the cell that is to be mended first."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.selectAll()

    def typing(self) -> bool:
        return self.text.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
