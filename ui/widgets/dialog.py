"""The few modal dialogs of the program: a question, and a question for words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QDialog, QWidget

from ui.look import Look
from ui.prompter import Question, TextQuestion, kind_of
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field, FieldBox
from ui.widgets.open_word import end_open_word
from ui.widgets.panes import HBox, VBox, follow
from ui.widgets.text import Label, Paragraph


class Dialog(QDialog):
    """Title, body and a row of buttons at the right; sizes follow the scale."""

    def __init__(self, look: Look, title: str, icon: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(title)
        self.setModal(True)
        self.outer = VBox(look, (6, 5, 6, 5), 4)
        self.setLayout(self.outer)
        self.outer.setSizeConstraint(VBox.SizeConstraint.SetMinimumSize)
        self.outer.addWidget(Label(look, title, Type.SECTION, icon=icon, icon_role=Role.ACCENT))
        self.body = VBox(look, gap=3)
        self.outer.addLayout(self.body)
        self.buttons = HBox(look, gap=2)
        self.buttons.addStretch(1)
        self.outer.addLayout(self.buttons)
        follow(look, self._relook)

    def _relook(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._look.color(Role.SURFACE))
        self.setPalette(palette)
        self.setMinimumWidth(self._look.px(105))


class QuestionDialog(Dialog):
    """Offers the choices in their order, the last at the right; Esc takes the safe one."""

    def __init__(self, look: Look, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(look, question.title, question.icon, parent)
        self._question = question
        self.answer = question.way_out
        self.setAccessibleDescription(question.text)
        self.body.addWidget(Paragraph(look, question.text, role=Role.TEXT2))
        for choice in question.choices:
            button = Button(look, choice.words, kind=kind_of(choice))
            button.setProperty("choice", choice.id)
            button.clicked.connect(self._choose)
            button.setAutoDefault(True)
            if choice.id == question.way_out:
                # Enter pressed in haste does what can be undone.
                button.setDefault(True)
                button.setFocus()
            self.buttons.addWidget(button)

    def _choose(self) -> None:
        sender = self.sender()
        self.answer = str(sender.property("choice"))
        self.accept()


class TextDialog(Dialog):
    """One field (or editor) and two buttons; accepting an empty answer is refused with a sentence."""

    def __init__(self, look: Look, question: TextQuestion, parent: QWidget | None = None) -> None:
        super().__init__(look, question.title, "edit", parent)
        self._question = question
        self.answer: str | None = None
        if question.text:
            self.body.addWidget(Paragraph(look, question.text, role=Role.TEXT2))
        self.input: Field | QWidget
        if question.many_lines:
            from ui.widgets.editor import Editor

            self._editor: Editor | None = Editor(look, name=question.label)
            self._editor.set_value(question.value)
            self._editor.setMinimumHeight(look.px(24))
            self.input = self._editor
            self._box = FieldBox(look, question.label, self._editor)
        else:
            self._editor = None
            self._field = Field(look, question.value, name=question.label)
            self.input = self._field
            self._box = FieldBox(look, question.label, self._field)
        self.body.addWidget(self._box)
        self.dismiss_button = Button(look, question.dismiss)
        self.dismiss_button.clicked.connect(self.reject)
        self.accept_button = Button(look, question.accept, kind=Kind.PRIMARY)
        self.accept_button.clicked.connect(self._take)
        self.buttons.addWidget(self.dismiss_button)
        self.buttons.addWidget(self.accept_button)
        self.input.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (control or self._editor is None):
            self._take()
            return
        super().keyPressEvent(event)

    def _take(self) -> None:
        end_open_word()
        value = self._editor.value() if self._editor is not None else self._field.value()
        if self._question.required and not value:
            self._box.set_warning("Chưa ghi gì. Cần ghi trước khi tiếp tục.")
            self.input.setFocus()
            return
        self.answer = value
        self.accept()
