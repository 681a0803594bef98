"""Before anything is read: open a file, drop it, paste rows, or make a form to be filled in (C4, C7, C11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.list_import.kind import Words
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.editor import Editor
from ui.widgets.field import FieldBox
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.text import Label, Paragraph

_TWO_COLUMNS_FROM = 190  # u


class StartPane(Pane):
    """`form_wanted` carries the id of whom the form is for."""

    form_wanted = Signal(str)

    def __init__(self, look: Look, words: Words, *, open_file: QAction, read_paste: QAction) -> None:
        super().__init__(look)
        self._words = words
        column = VBox(look, (6, 3, 6, 4), 3)
        self.setLayout(column)
        self._halves = HBox(look, gap=6)
        self._halves.addWidget(self._reading(open_file, read_paste), 3)
        self._halves.addWidget(self._forms(), 2)
        column.addLayout(self._halves, 1)

    def _reading(self, open_file: QAction, read_paste: QAction) -> QWidget:
        look = self.look
        half = QWidget()
        column = VBox(look, gap=2)
        half.setLayout(column)
        column.addWidget(Label(look, self._words.came, Type.SECTION))
        column.addWidget(Paragraph(look, self._words.kinds, role=Role.TEXT2))
        self.open_button = Button.of(look, open_file, kind=Kind.PRIMARY)
        drop = Label(look, "Hoặc kéo tệp thả vào trang này.", role=Role.TEXT2, elide=True)
        column.addLayout(_at_left(look, self.open_button, drop))
        self.paste = Editor(
            look,
            name="Các dòng đã chép",
            placeholder=self._words.paste,
            kind=Type.BODY,
        )
        self.paste.setAcceptDrops(False)  # a file dropped on it is for the page, not a name to be typed
        self.paste.setMinimumHeight(look.px(40))
        box = FieldBox(look, "Dán các dòng", self.paste)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column.addWidget(box, 1)
        self.read_button = Button.of(look, read_paste)
        column.addLayout(_at_left(look, self.read_button))
        return half

    def _forms(self) -> QWidget:
        look = self.look
        half = QWidget()
        column = VBox(look, gap=2)
        half.setLayout(column)
        column.addWidget(Label(look, self._words.forms, Type.SECTION))
        column.addWidget(Paragraph(look, self._words.what_forms, role=Role.TEXT2))
        self.form_for = Combo(look, name=self._words.form_for)
        column.addWidget(FieldBox(look, self._words.form_for, self.form_for))
        self.form_button = Button(look, self._words.form_button, icon="document_table")
        self.form_button.clicked.connect(lambda: self.form_wanted.emit(str(self.form_for.value() or "")))
        column.addLayout(_at_left(look, self.form_button))
        column.addStretch(1)
        return half

    def show_forms(self, forms: Sequence[tuple[str, str]]) -> None:
        """(id, words) of those for whom a form can be made, the usual one first."""
        if list(forms) != self.form_for.items():
            self.form_for.set_items(forms)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self.look.px(_TWO_COLUMNS_FROM)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)


def _at_left(look: Look, widget: QWidget, beside: QWidget | None = None) -> HBox:
    row = HBox(look, gap=3)
    row.addWidget(widget)
    if beside is not None:
        row.addWidget(beside, 1)
    row.addStretch(1)
    return row
