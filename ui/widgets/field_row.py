"""Parts that rows of fields are laid out from: a low editor, a line of notes, fields side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.editor import Editor
from ui.widgets.field import Field, FieldBox
from ui.widgets.panes import HBox, VBox, follow
from ui.widgets.text import Label


class LowEditor(Editor):
    """An editor as high as `lines` lines, in the size of the other fields."""

    def __init__(self, look: Look, lines: int, *, name: str, placeholder: str = "") -> None:
        super().__init__(look, name=name, placeholder=placeholder, kind=Type.BODY)
        self._rows, self._tokens = lines, look
        follow(look, self._fix)

    def _fix(self) -> None:
        self.setFixedHeight(self._rows * self._tokens.line(Type.BODY) + self._tokens.px(5))


class Note(Label):
    """One line under a list or field: a sum, a weekday, or a warning with its sign."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", Type.CAPTION, Role.TEXT2, elide=True)
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

    def __init__(
        self, look: Look, label: str, field: Field, check: Callable[[str], str] | None = None
    ) -> None:
        super().__init__(look, label, field, check=check)
        self.row: FieldRow | None = None

    def set_warning(self, sentence: str) -> None:
        super().set_warning(sentence)
        if self.row is not None:
            # The red edge stays at the field; only the words go where they have room.
            self._below.setText(self._hint)
            self._below.set_icon("")
            self._below.set_role(Role.TEXT2)
            self._below.setVisible(bool(self._hint))
            self.row.show_note()


class FieldRow(VBox):
    """Fields in one line, their labels on one height, and under it what is wrong with the first that is."""

    def __init__(self, look: Look, *parts: QWidget | QLayout | int, gap: float = 3) -> None:
        super().__init__(look, gap=0.5)
        self.line = HBox(look, gap=gap)
        self.addLayout(self.line)
        self._note = Note(look)
        self.addWidget(self._note)
        self._boxes: list[NarrowBox] = []
        self._words = ""
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
                part.row = self
                self._boxes.append(part)
        else:
            self.line.addLayout(part, stretch)

    def say(self, words: str) -> None:
        """What stands under the fields while nothing is wrong ("30 phiếu")."""
        self._words = words
        self.show_note()

    def show_note(self) -> None:
        """The sentence of the first field with one, else the row's own words."""
        wrong = next((box.warning for box in self._boxes if box.warning), "")
        self._note.say(wrong or self._words, problem=bool(wrong))

    @property
    def note_words(self) -> str:
        return self._note.text()

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
