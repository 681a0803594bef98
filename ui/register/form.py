"""The form of one paper: the office's own words part by part, or what came from elsewhere (M4–M7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.register.entry import PaperEntry
from ui.register.screen import FormShown
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field, FieldBox
from ui.widgets.field_row import FieldRow, LowEditor, NarrowBox
from ui.widgets.form_foot import FormFoot
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.side_pane import ALONE, BESIDE
from ui.widgets.text import Paragraph

_LETTERS_A_LINE = 62  # about so many stand in a line of the form
_MOST_LINES = 8


class PaperForm(Pane):
    """`changed` carries the PaperEntry after every settled key."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, *, save: QAction, save_close: QAction) -> None:
        super().__init__(look, Role.SURFACE)
        self.setAccessibleName("Lời văn của văn bản")
        self._entry = PaperEntry()
        self._shown = FormShown()
        self._filling = False
        whole = VBox(look)
        self.setLayout(whole)
        head = self._head = HBox(look, (BESIDE, 3, BESIDE, 2), 2)
        self.title = Paragraph(look, "", Type.SECTION, lines=2)
        head.addWidget(self.title, 1)
        self.close_button = Button(look, "Đóng", kind=Kind.BAR, icon="dismiss", key="Esc", small=True)
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        whole.addLayout(head)
        inner = QWidget()
        self._column = VBox(look, (BESIDE, 0, BESIDE, 3), 2)
        inner.setLayout(self._column)
        self._area = Scroll(look, inner)
        whole.addWidget(self._area, 1)
        self._hint = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        self._column.addWidget(self._hint)
        self.paper_title = self._field("Trích yếu")
        self.number = Field(look, name="Số của văn bản", units=18)
        self.symbol = Field(look, name="Ký hiệu", units=34)
        self.day = Field(look, name="Ngày của văn bản", placeholder="04/5/2026", units=30)
        self._number = NarrowBox(look, "Số", self.number)
        self._symbol = NarrowBox(look, "Ký hiệu", self.symbol)
        self._day = NarrowBox(look, "Ngày", self.day)
        line = FieldRow(look, self._number, self._symbol, self._day, gap=2)
        line.end()
        self._column.addLayout(line)
        self.whence = LowEditor(look, 2, name="Nơi gửi, nơi nhận")
        self._whence = FieldBox(look, "Nơi gửi, nơi nhận; mỗi nơi một dòng", self.whence)
        self._column.addWidget(self._whence)
        self._files = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        self._column.addWidget(self._files)
        self._parts = VBox(look, gap=2)
        self._column.addLayout(self._parts)
        self.editors: list[tuple[str, LowEditor, FieldBox]] = []
        self.note = LowEditor(look, 2, name="Ghi chú")
        self._column.addWidget(FieldBox(look, "Ghi chú, không in ra", self.note))
        self._column.addStretch(1)
        self.foot = FormFoot(look, save=save, save_close=save_close)
        self.foot.save_close_button.hide()
        whole.addWidget(self.foot)
        self.foot.set_sides(BESIDE)
        for field in (self.paper_title[0], self.number, self.symbol, self.day):
            field.settled.connect(self._changed)
        for editor in (self.whence, self.note):
            editor.settled.connect(self._changed)

    def _field(self, label: str) -> tuple[Field, FieldBox]:
        field = Field(self.look, name=label)
        box = FieldBox(self.look, label, field)
        self._column.addWidget(box)
        return field, box

    def set_alone(self, alone: bool) -> None:
        """In the place of the list."""
        sides = ALONE if alone else BESIDE
        self._head.set_sides(sides, sides)
        self._column.set_sides(sides, sides)
        self.foot.set_sides(sides)

    # --- what is shown --------------------------------------------------------------------------------

    def show_form(self, shown: FormShown) -> None:
        self._shown = shown
        self.title.set_words(shown.title)
        self._hint.set_words(shown.hint)
        self._hint.setVisible(bool(shown.hint))
        self._files.set_words(f"Tệp: {shown.files}" if shown.files else "Chưa kèm tệp nào.")
        self._files.setVisible(not shown.words)
        for box in (self.paper_title[1], self._number, self._day, self._whence):
            box.setVisible(not shown.words)

    def fill(self, entry: PaperEntry, focus: str) -> None:
        self._filling = True
        self._entry = entry
        self.paper_title[0].set_value(entry.title)
        self.number.set_value(entry.number)
        self.symbol.set_value(entry.symbol)
        self.day.set_value(entry.day)
        self.whence.set_value(entry.sender)
        self.note.set_value(entry.note)
        self._set_parts(entry)
        self._filling = False
        for box in (self.paper_title[1], self._day):
            box.set_warning("")
        self.foot.clear_kept()
        self._area.verticalScrollBar().setValue(0)
        self.focus_first(focus)

    def _set_parts(self, entry: PaperEntry) -> None:
        """An editor for each part, those that are there used again."""
        names = {part.key: part.name for part in self._shown.parts}
        while len(self.editors) > len(entry.parts):
            self._drop(self.editors.pop()[2])
        for place, (key, text) in enumerate(entry.parts):
            name = names.get(key, key)
            lines = min(_MOST_LINES, max(1, sum(1 + len(one) // _LETTERS_A_LINE for one in text.split("\n"))))
            if place < len(self.editors) and self.editors[place][0] == key:
                editor = self.editors[place][1]
            else:
                if place < len(self.editors):
                    self._drop(self.editors.pop(place)[2])
                editor = LowEditor(self.look, lines, name=name)
                box = FieldBox(self.look, name, editor)
                self._parts.insertWidget(place, box)
                self.editors.insert(place, (key, editor, box))
                editor.settled.connect(self._changed)
            editor.set_value(text)

    def _drop(self, box: QWidget) -> None:
        self._parts.removeWidget(box)
        box.hide()
        box.deleteLater()

    def complain(self, name: str, sentence: str) -> None:
        field, box = {"title": self.paper_title, "day": (self.day, self._day)}.get(name, self.paper_title)
        box.set_warning(sentence)
        self._area.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_kept(self, at: datetime) -> None:
        self.foot.show_kept(at)

    # --- typing ---------------------------------------------------------------------------------------

    def entry(self) -> PaperEntry:
        return replace(
            self._entry,
            title=self.paper_title[0].text(),
            number=self.number.text(),
            symbol=self.symbol.text(),
            day=self.day.text(),
            sender=self.whence.toPlainText(),
            note=self.note.toPlainText(),
            parts=tuple((key, editor.toPlainText()) for key, editor, _box in self.editors),
        )

    def _changed(self, _value: object = None) -> None:
        if not self._filling:
            self.changed.emit(self.entry())

    def focus_first(self, focus: str = "") -> None:
        """The first part, or the title of what came from elsewhere; the note where `focus` says so."""
        target: QWidget = self.note
        if focus != "note" and not self._shown.words:
            target = self.paper_title[0]
        elif focus != "note" and self.editors:
            target = self.editors[0][1]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
