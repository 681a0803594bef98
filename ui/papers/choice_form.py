"""The small form "Cách in": only the choices that the paper on view reads (C3, C7–C11)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.paper_choices import LETTER_NUMBERS_LABELS, READ
from ui.look import Look
from ui.papers import choosing, words
from ui.papers.screen import ChoiceForm
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.field import Field, FieldBox
from ui.widgets.field_row import FieldRow, NarrowBox, Note
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.text import Label

#: The fields of each paper line by line, as they are read from left to right.
ROWS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "slips": (("per_page", "due_on"),),
    "assigned-questions": (("number", "issued_on", "due_on"),),
    "prepared-report": (("number", "issued_on"), ("public",)),
    "previous-results": (("earlier", "number", "issued_on"), ("public",)),
    "invitations": (("per_page", "numbers", "number", "issued_on"), ("through", "due_on", "blank_letters")),
    "delegates": (("issued_on",),),
    "sign-in": (("walk_ins", "issued_on"), ("page_per_locality",)),
}
_UNITS = {
    "per_page": 42, "numbers": 46, "number": 18, "issued_on": 28, "through": 52, "due_on": 34,
    "blank_letters": 44, "walk_ins": 44, "earlier": 72,
}  # fmt: skip
_TICKS = frozenset({"public", "page_per_locality"})


class _Body(QWidget):
    """The fields of one paper."""

    def __init__(self, look: Look, paper: str, changed: Any) -> None:
        super().__init__()
        self._paper = paper
        self.fields: dict[str, QWidget] = {}
        column = VBox(look, gap=2)
        self.setLayout(column)
        for line in ROWS[paper]:
            row = FieldRow(look, gap=2.5)
            for name in line:
                row.put(self._box(look, name, changed))
            row.end()
            column.addLayout(row)
        self._hint = Note(look)
        column.addWidget(self._hint)

    def _box(self, look: Look, name: str, changed: Any) -> QWidget:
        label, paper = words.label(self._paper, name), self._paper
        if name in _TICKS:
            tick = CheckBox(look, label)
            tick.toggled.connect(lambda on: changed(name, on))
            self.fields[name] = tick
            return tick
        if name in choosing.TYPED:
            holder = words.placeholder(name)
            field = Field(look, placeholder=holder, name=label, units=_UNITS[name])
            field.settled.connect(lambda text: changed(name, text))
            self.fields[name] = field
            return NarrowBox(look, label, field, check=choosing.problem(name))
        combo = Combo(look, name=label, units=_UNITS[name])
        if name == "per_page":
            combo.set_items(words.per_page_words(paper))
        elif name == "numbers":
            combo.set_items(list(LETTER_NUMBERS_LABELS.items()))
        combo.chosen.connect(lambda value: changed(name, value))
        self.fields[name] = combo
        return FieldBox(look, label, combo)

    def show_form(self, form: ChoiceForm) -> None:
        for name, field in self.fields.items():
            value = form.values[name]
            if isinstance(field, Combo):
                if name == "earlier":
                    field.set_items([(one.id, one.when or one.title) for one in form.earlier])
                field.set_value(value)
            elif isinstance(field, CheckBox):
                blocked = field.blockSignals(True)
                field.setChecked(bool(value))
                field.blockSignals(blocked)
            elif (
                isinstance(field, Field)
                and not field.hasFocus()
                and choosing.problem(name)(field.text()) == ""
            ):
                blocked = field.blockSignals(True)
                field.set_value(str(value))
                field.blockSignals(blocked)
                field.update()
            field.setEnabled(name not in form.locked)
        self._hint.say(form.hint)


class ChoicesPane(Pane):
    """One body for each paper, made when it first comes on view; those of the others stay as they are."""

    changed = Signal(str, object)
    for_all = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Role.CANVAS, lines="t")
        column = VBox(look, (6, 2.5, 6, 3.5), 2)
        self.setLayout(column)
        head = HBox(look, gap=2)
        self.title = Label(look, "Cách in", Type.STRONG)
        head.addWidget(self.title)
        head.addStretch(1)
        self.only = Label(look, "", Type.BODY, Role.TEXT2, icon="filter_16", icon_role=Role.TEXT2)
        self.all_button = Button(look, "In tất cả", kind=Kind.QUIET, small=True)
        self.all_button.clicked.connect(self.for_all)
        head.addWidget(self.only)
        head.addWidget(self.all_button)
        column.addLayout(head)
        self._column = column
        self._bodies: dict[str, _Body] = {}
        self.setAccessibleName("Cách in")

    def show_form(self, form: ChoiceForm) -> None:
        body = self._bodies.get(form.paper)
        if body is None:
            body = self._bodies[form.paper] = _Body(self.look, form.paper, self.changed.emit)
            self._column.addWidget(body)
        for name, one in self._bodies.items():
            one.setVisible(name == form.paper)
        self.only.setText(form.only)
        self.only.setVisible(bool(form.only))
        self.all_button.setVisible(bool(form.only))
        body.show_form(form)

    def focus_first(self) -> None:
        """The first choice that can be changed."""
        body = next((one for one in self._bodies.values() if not one.isHidden()), None)
        first = next((f for f in body.fields.values() if f.isEnabled()), None) if body is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def field(self, paper: str, name: str) -> QWidget:
        """For the keyboard: the control of a choice."""
        return self._bodies[paper].fields[name]


def laid_out() -> bool:
    """Every choice that a paper reads has its place in the form, and no other."""
    return {paper: sorted(READ[paper]) for paper in READ} == {
        paper: sorted(name for line in lines for name in line) for paper, lines in ROWS.items()
    }
