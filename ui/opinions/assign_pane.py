"""Giving opinions to who prepares the answers: unit, official, day, and who has how much (C7)."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.opinions.assign_words import AssignView, Load
from ui.opinions.known_field import KnownField
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field, FieldBox
from ui.widgets.panes import HBox, Pane, Rule, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.scroll import Scroll
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label, Paragraph


class SidePane(Pane):
    """A pane beside the list: title, cross, what is filled in, and at its foot the act."""

    closed = Signal()
    given = Signal()

    def __init__(self, look: Look, name: str, act: str) -> None:
        super().__init__(look, Role.SURFACE)
        self.setAccessibleName(name)
        sides = HBox(look)
        self.setLayout(sides)
        self._side = Rule(look, upright=True, role=Role.BORDER)
        sides.addWidget(self._side)
        whole = VBox(look)
        sides.addLayout(whole, 1)
        head = HBox(look, (5, 3, 3.5, 2), 2)
        self.title = Label(look, "", Type.SECTION, elide=True)
        head.addWidget(self.title, 1)
        self.close_button = Button(look, "Đóng", kind=Kind.BAR, icon="dismiss", key="Esc", small=True)
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        whole.addLayout(head)
        self.inner = QWidget()
        self.column = VBox(look, (5, 0, 5, 3), 2.5)
        self.inner.setLayout(self.column)
        self.area = Scroll(look, self.inner)
        whole.addWidget(self.area, 1)
        self.trouble = Paragraph(look, kind=Type.CAPTION, role=Role.BAD)
        self._trouble_row = QWidget()
        below = HBox(look, (5, 1, 5, 1))
        self._trouble_row.setLayout(below)
        below.addWidget(self.trouble)
        self._trouble_row.hide()
        whole.addWidget(self._trouble_row)
        whole.addWidget(Rule(look, role=Role.BORDER))
        self.foot = HBox(look, (5, 2, 5, 2.5), 2)
        self.foot.addStretch(1)
        self.give_button = Button(look, act, kind=Kind.PRIMARY, key="Ctrl+Enter")
        self.give_button.clicked.connect(self.given)
        self.foot.addWidget(self.give_button)
        whole.addLayout(self.foot)

    def show_trouble(self, sentence: str) -> None:
        self.trouble.set_words(sentence)
        self._trouble_row.setVisible(bool(sentence))

    def set_alone(self, alone: bool) -> None:
        """In the place of the list: no line at its side."""
        self._side.setVisible(not alone)


class AssignPane(SidePane):
    """`typed` carries unit, official and day after every settled key. Enter gives, except where a suggestion
    is being chosen."""

    typed = Signal(str, str, str)
    fields_wanted = Signal()
    taken_back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Giao trả lời", "Giao")
        self._view = AssignView("", "", "", "", "", "", "")
        self._fresh = -1
        self._loads: tuple[Load, ...] | None = None
        add = self.column.addWidget
        self._whose = Paragraph(look, role=Role.TEXT2)
        add(self._whose)
        self.unit = KnownField(look, lambda: [Suggestion(one) for one in self._view.units], name="Đơn vị")
        self._unit_box = FieldBox(look, "Đơn vị trả lời", self.unit)
        add(self._unit_box)
        self.official = KnownField(
            look, lambda: [Suggestion(one) for one in self._view.officials], name="Người soạn"
        )
        add(FieldBox(look, "Người soạn, nếu giao đích danh", self.official))
        self.due = Field(look, name="Hạn gửi câu trả lời", placeholder="22/4")
        self._due_box = FieldBox(look, "Hạn gửi câu trả lời", self.due)
        add(self._due_box)
        self._due_note = Paragraph(look, kind=Type.CAPTION, role=Role.TEXT2)
        add(self._due_note)
        for field in (self.unit, self.official, self.due):
            field.settled.connect(self._typed)
            field.installEventFilter(self)
        self._loads_title = Label(look, "Đang có ở các đơn vị", Type.STRONG)
        add(self._loads_title)
        self.loads = RowTable(look, (Column("unit", gap=2),), name="Số ý kiến ở các đơn vị")
        self.loads.rows.opened.connect(self._take_unit)
        add(self.loads)
        self.fields_button = Button(look, "", kind=Kind.QUIET, key="Ctrl+Shift+T")
        self.fields_button.set_cap_shown(False)
        self.fields_button.clicked.connect(self.fields_wanted)
        self.column.addWidget(self.fields_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.back_button = Button(look, "Thu lại", icon="arrow_undo")
        self.back_button.clicked.connect(self.taken_back)
        self.foot.insertWidget(0, self.back_button)
        order: list[QWidget] = [
            self.unit, self.official, self.due, self.loads.rows, self.fields_button, self.back_button,
            self.give_button, self.close_button,
        ]  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def show_assign(self, view: AssignView, fresh: int) -> None:
        """`fresh` counts the openings: at a new one the fields are filled and the cursor is in the first."""
        self._view = view
        self.title.setText(view.title)
        self._whose.set_words(view.whose)
        if fresh != self._fresh:
            self._fresh = fresh
            for field, text in ((self.unit, view.unit), (self.official, view.official), (self.due, view.due)):
                field.setText(text)
                field.setModified(False)
                field.setCursorPosition(0)
            self.area.verticalScrollBar().setValue(0)
            self.unit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.unit.selectAll()
        self._unit_box.set_hint(view.hint)
        self._due_box.set_warning(view.due_wrong)
        self._due_note.set_words(view.due_note)
        self._due_note.setVisible(bool(view.due_note))
        if view.loads != self._loads:
            self._loads = view.loads
            self.loads.set_items([_load(one) for one in view.loads])
            self.loads.setFixedHeight(self.loads.fitted_height())
        for widget in (self._loads_title, self.loads):
            widget.setVisible(bool(view.loads))
        self.fields_button.setVisible(bool(view.spread))
        self.fields_button.set_words(f"Giao theo lĩnh vực {view.spread} ý kiến chưa giao…")
        self.back_button.setVisible(view.given)
        self.show_trouble(view.trouble)

    def _typed(self) -> None:
        self.typed.emit(self.unit.value(), self.official.value(), self.due.value())

    def _take_unit(self, unit: str) -> None:
        """Enter on a unit of the table writes it into the field."""
        self.unit.setText(unit)
        self.unit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                if not isinstance(watched, Field) or watched.composing:
                    return False
                if isinstance(watched, KnownField) and watched.offering_chosen:
                    return False
                self.given.emit()
                return True
        return False


def _load(one: Load) -> Row:
    role = Role.BAD if one.late else Role.TEXT2
    return Row(one.unit, (Cell(one.unit, one.words, second_role=role),))
