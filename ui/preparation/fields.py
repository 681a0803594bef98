"""Small parts that both forms of the page are made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QTextEdit, QWidget

from ui.look import Look
from ui.opinions.known_field import KnownField
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.editor import Editor
from ui.widgets.field import Field
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label, Paragraph


class Fault(QWidget):
    """A sentence on what is wrong with a field, over as many lines as it needs."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = HBox(look, gap=1)
        self.setLayout(row)
        row.addWidget(IconBox(look, "error_circle_16", Role.BAD, 4), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Paragraph(look, "", Type.CAPTION, Role.BAD)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        self._words.set_words(sentence)
        self.setVisible(bool(sentence))

    def words(self) -> str:
        return self._words.text() if not self.isHidden() else ""


class Line(QWidget):
    """Labelled controls side by side, and below them what is wrong with one of them."""

    def __init__(self, look: Look, *parts: tuple[str, QWidget, int]) -> None:
        """`parts`: label, control, stretch."""
        super().__init__()
        column = VBox(look, gap=0.75)
        self.setLayout(column)
        row = HBox(look, gap=2)
        column.addLayout(row)
        self._boxes: dict[QWidget, QWidget] = {}
        self._labels: dict[QWidget, Label] = {}
        free = True
        for words, control, stretch in parts:
            box = QWidget()
            inside = VBox(look, gap=0.5)
            box.setLayout(inside)
            label = Label(look, words, Type.CAPTION, Role.TEXT2, elide=True)
            label.setBuddy(control)
            inside.addWidget(label)
            inside.addWidget(control)
            row.addWidget(box, stretch, Qt.AlignmentFlag.AlignTop)
            self._boxes[control] = box
            self._labels[control] = label
            free = free and not stretch
        if free:
            row.addStretch(1)
        self._fault = Fault(look)
        column.addWidget(self._fault)

    def set_label(self, control: QWidget, words: str) -> None:
        """Other words over a control."""
        if words != self._labels[control].text():
            self._labels[control].setText(words)
            control.setAccessibleName(words)

    def set_shown(self, control: QWidget, shown: bool) -> None:
        self._boxes[control].setVisible(shown)
        self.setVisible(any(not box.isHidden() for box in self._boxes.values()))

    def complain(self, control: QWidget, sentence: str) -> None:
        """A red edge at the control and the sentence below; "" takes both away."""
        for field in self._boxes:
            if isinstance(field, Field | Editor):
                field.set_warned(bool(sentence) and field is control)
        control.setAccessibleDescription(sentence)
        self._fault.say(sentence)

    @property
    def fault(self) -> str:
        return self._fault.words()


def put(field: Field, text: str) -> None:
    """A stored value, read from its beginning."""
    if text != field.text():
        field.set_value(text)
        if not field.hasFocus():
            field.setCursorPosition(0)


class FormKeys(QObject):
    """Hears the fields of a form: `left` when one loses the focus or Enter is pressed in it, `back` for Esc
    and Ctrl+Enter, which both go back to the list."""

    left = Signal()
    back = Signal()

    def __init__(self, form: QWidget, fields: Sequence[QWidget], area: QScrollArea) -> None:
        super().__init__(form)
        self._area = area
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            QTimer.singleShot(0, watched, lambda: self._reveal(watched))  # once it has its place
        if kind is QEvent.Type.FocusOut:
            if not (isinstance(watched, QComboBox) and watched.view().isVisible()):
                self.left.emit()
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return not _busy(watched) and self._key(watched, event)
        return False

    def _reveal(self, field: QWidget) -> None:
        """The field with its label above and a sentence below."""
        self._area.ensureWidgetVisible(field, 0, 3 * field.fontMetrics().lineSpacing())

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        bare = held == Qt.KeyboardModifier.NoModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (event.key() == Qt.Key.Key_Escape and bare) or (
            enter and held == Qt.KeyboardModifier.ControlModifier
        ):
            self.left.emit()
            self.back.emit()
            return True
        if enter and bare and isinstance(watched, QWidget) and not isinstance(watched, QTextEdit):
            self.left.emit()
            if isinstance(watched, QLineEdit):
                watched.focusNextChild()
                return True
        return False


def _busy(watched: QObject) -> bool:
    """A word is being composed, or a list hangs open: the keys are theirs."""
    if isinstance(watched, QComboBox):
        return bool(watched.view().isVisible())
    if isinstance(watched, KnownField) and watched.offering:
        return True
    return bool(getattr(watched, "composing", False))
