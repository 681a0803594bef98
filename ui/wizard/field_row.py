"""Parts that rows of fields are laid out from: a low editor, a line of notes, fields side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.editor import Editor
from ui.widgets.field import Field, FieldBox
from ui.widgets.panes import HBox, VBox, follow
from ui.widgets.text import Label
from ui.wizard.desk import ListDesk
from ui.wizard.form import check_of


class LowEditor(Editor):
    """An editor as high as `lines` lines, in the size of the other fields."""

    def __init__(self, desk: ListDesk[Any], lines: int, *, name: str, placeholder: str = "") -> None:
        super().__init__(desk.look, name=name, placeholder=placeholder, kind=Type.BODY)
        self._rows = lines
        self._desk = desk
        follow(desk.look, self._fix)

    def _fix(self) -> None:
        look = self._desk.look
        self.setFixedHeight(self._rows * look.line(Type.BODY) + look.px(5))


class Note(Label):
    """One line under a list or field: a sum, a weekday, or a warning with its sign."""

    def __init__(self, desk: ListDesk[Any]) -> None:
        super().__init__(desk.look, "", Type.CAPTION, Role.TEXT2, elide=True)
        self.hide()

    def say(self, text: str, *, warning: bool = False, problem: bool = False) -> None:
        """ "" hides the line. A `problem` is what cannot be read and so was not taken."""
        role = Role.BAD if problem else Role.WARN if warning else Role.TEXT2
        icon = "error_circle_16" if problem else "warning_16" if warning else ""
        self.setText(text)
        self.set_icon(icon, role)
        self.set_role(role)
        self.setVisible(bool(text))


class NarrowBox(FieldBox):
    """A field too narrow for the sentence that it may get: the row shows it below, across all fields."""

    def __init__(self, look: Look, label: str, field: Field, read: Callable[[str], object]) -> None:
        super().__init__(look, label, field, check=check_of(read))
        self.note: Note | None = None

    def set_warning(self, sentence: str) -> None:
        super().set_warning(sentence)
        if self.note is not None:
            # The red edge stays at the field; only the words go where they have room.
            self._below.setText(self._hint)
            self._below.set_icon("")
            self._below.set_role(Role.TEXT2)
            self._below.setVisible(bool(self._hint))
            self.note.say(sentence, problem=True)


class FieldRow(VBox):
    """Fields in one line, their labels on one height, and under it what is wrong with one of them."""

    def __init__(self, desk: ListDesk[Any], *parts: QWidget | QLayout | int, gap: float = 3) -> None:
        super().__init__(desk.look, gap=0.5)
        self.line = HBox(desk.look, gap=gap)
        self.addLayout(self.line)
        self.note = Note(desk)
        self.addWidget(self.note)
        last: QWidget | QLayout | None = None
        for part in parts:
            if not isinstance(part, int):
                self.put(part)
                last = part
            elif isinstance(last, QWidget) or last is not None:
                self.line.setStretchFactor(last, part)

    def put(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        if isinstance(part, QWidget):
            self.line.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
            if isinstance(part, NarrowBox):
                part.note = self.note
        else:
            self.line.addLayout(part, stretch)

    def end(self) -> None:
        """The rest of the line stays free."""
        self.line.addStretch(1)


def beside(look: Look, *lines: QWidget) -> VBox:
    """Two lines at the left, to stand beside a field with its label."""
    column = VBox(look, gap=0.5)
    for line in lines:
        column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    return column
