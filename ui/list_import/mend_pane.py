"""The row in hand: what it is compared with, what is wrong, and the cell that is being put right (C4, C7)."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.list_import.screen import CellView, Fact, ProblemView, RowDetail, Sum
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.editor import Editor
from ui.widgets.field import FieldBox
from ui.widgets.panes import HBox, Pane, Rule, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label, Paragraph, Span

_UNITS = 26  # u of the editor's height


class MendPane(Pane):
    """`mended` carries the column and the new text. Ctrl+Enter in the editor takes it, Esc leaves."""

    mended = Signal(str, str)
    left = Signal()

    def __init__(self, look: Look, sums: str = "") -> None:
        """`sums` is the title over how full the places would be."""
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
        self._facts = VBox(look, gap=1.5)
        column.addLayout(self._facts)
        self._fact_lines: list[QWidget] = []
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
        self._text_box = FieldBox(look, "Nội dung của ô", self.text)
        column.addWidget(self._text_box)
        self.pick = Combo(look, name="Chọn cho ô này")
        self._pick_box = FieldBox(look, "Chọn cho ô này", self.pick)
        column.addWidget(self._pick_box)
        foot = HBox(look)
        self.take = Button(look, "Sửa ô này", key="Ctrl+Enter")
        self.take.clicked.connect(self._take)
        foot.addStretch(1)
        foot.addWidget(self.take)
        column.addLayout(foot)
        self._sums_rule = Rule(look, role=Role.BORDER)
        column.addWidget(self._sums_rule)
        self._sums_title = Label(look, sums, Type.SECTION)
        column.addWidget(self._sums_title)
        self._sums = VBox(look, gap=1)
        column.addLayout(self._sums)
        self._sum_lines: list[QWidget] = []
        self._sums_shown: tuple[Sum, ...] = ()
        for widget in (self._sums_rule, self._sums_title, self._pick_box):
            widget.hide()
        column.addStretch(1)
        self._scroll = Scroll(look, inner, Role.CANVAS)
        sides.addWidget(self._scroll, 1)

    def show_detail(self, detail: RowDetail) -> None:
        if detail == self._detail:
            return
        same = self._detail is not None and self._detail.key == detail.key
        column = self.cell.value() if same else detail.first
        self._detail = detail
        self._title.setText(detail.title)
        _clear(self._fact_lines)
        self._fact_lines = [self._fact(fact) for fact in detail.facts]
        for line in self._fact_lines:
            self._facts.addWidget(line)
        _clear(self._problem_lines)
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
        if problem.note:
            icon, role = "info_16", Role.TEXT2
        row.addWidget(Label(look, "", icon=icon, icon_role=role), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(look, problem.sentence), 1)
        box.addLayout(row)
        for choice in problem.choices[:4]:
            button = Button(look, f"Thay bằng “{choice}”", kind=Kind.QUIET, small=True)
            button.setAccessibleName(f"Thay bằng {choice}")
            button.clicked.connect(lambda _=False, c=choice: self.mended.emit(problem.column, c))
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def show_sums(self, sums: tuple[Sum, ...]) -> None:
        """How full the places would be with what is ticked."""
        if sums == self._sums_shown:
            return
        self._sums_shown = sums
        _clear(self._sum_lines)
        self._sum_lines = [self._sum(one) for one in sums]
        for line in self._sum_lines:
            self._sums.addWidget(line)
        self._sums_rule.setVisible(bool(sums))
        self._sums_title.setVisible(bool(sums))

    def _sum(self, one: Sum) -> QWidget:
        look = self.look
        line = QWidget()
        row = HBox(look, gap=1.5)
        line.setLayout(row)
        icon, role = ("checkmark_circle_16", Role.OK)
        if one.over:
            icon, role = "warning_16", Role.WARN
        elif one.under:
            icon, role = "circle_half_fill_16", Role.TEXT2
        row.addWidget(Label(look, "", icon=icon, icon_role=role), 0, Qt.AlignmentFlag.AlignTop)
        words = [Span(f"{one.label}: "), Span(one.words, Type.STRONG if one.over else None)]
        row.addWidget(Paragraph(look, words), 1)
        return line

    def _fact(self, fact: Fact) -> QWidget:
        look = self.look
        block = QWidget()
        box = VBox(look, gap=0.5)
        block.setLayout(box)
        box.addWidget(Paragraph(look, fact.label, Type.CAPTION_MEDIUM, Role.TEXT2))
        box.addWidget(Paragraph(look, fact.words))
        return block

    def _cell(self) -> CellView | None:
        cells = self._detail.cells if self._detail is not None else ()
        return next((cell for cell in cells if cell.column == self.cell.value()), None)

    def _fill(self) -> None:
        cell = self._cell()
        choices = cell.choices if cell is not None else ()
        self._pick_box.setVisible(bool(choices))
        self._text_box.setVisible(not choices)
        text = cell.text if cell is not None else ""
        if choices:
            known = text in choices
            self.pick.set_items(
                [*([] if known else [(text, text or "Chưa chọn")]), *((c, c) for c in choices)]
            )
            self.pick.set_value(text)
        else:
            self.text.set_value(text)

    def _other_cell(self, _column: object) -> None:
        self._fill()

    def _take(self) -> None:
        column = self.cell.value()
        if column:
            picking = not self._pick_box.isHidden()
            self.mended.emit(str(column), str(self.pick.value()) if picking else self.text.value())

    def begin(self) -> None:
        """Into the cell that is to be mended first, with the button that takes it in sight."""
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.take))
        if not self._pick_box.isHidden():
            self.pick.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.selectAll()

    def typing(self) -> bool:
        """Whether Ctrl+Enter is meant for the cell."""
        return self.text.hasFocus() or self.pick.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _clear(lines: list[QWidget]) -> None:
    for line in lines:
        line.hide()
        line.deleteLater()
