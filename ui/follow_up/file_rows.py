"""The files of the form: chosen one by one or dropped on it, each taken out again by its button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.after_records import StoredFile
from dialogue_desktop.domain.words_vi import decimal_vi
from ui.look import Look
from ui.preparation.fields import Fault
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import LEFT, HBox, VBox
from ui.widgets.text import Label


class FileRows(QWidget):
    """`dropped_one` carries the hash of the file that is taken out."""

    dropped_one = Signal(str)

    def __init__(self, look: Look, add: QAction) -> None:
        super().__init__()
        self._look = look
        column = VBox(look, gap=0.75)
        self.setLayout(column)
        column.addWidget(Label(look, "Minh chứng: ảnh, bản quét, tệp PDF", Type.CAPTION, Role.TEXT2))
        self._rows = VBox(look, gap=0.5)
        column.addLayout(self._rows)
        self.add_button = Button.of(look, add, small=True)
        column.addWidget(self.add_button, alignment=LEFT)
        self._fault = Fault(look)
        column.addWidget(self._fault)
        self._shown: tuple[StoredFile, ...] = ()
        self._widgets: list[QWidget] = []

    def show_files(self, files: Sequence[StoredFile]) -> None:
        if tuple(files) == self._shown:
            return
        self._shown = tuple(files)
        for old in self._widgets:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._widgets = [self._row(file) for file in files]
        for row in self._widgets:
            self._rows.addWidget(row)
        self.complain("")

    def _row(self, file: StoredFile) -> QWidget:
        body = QWidget()
        row = HBox(self._look, gap=1)
        body.setLayout(row)
        row.addWidget(Label(self._look, file.name, icon="attach_16", elide=True), 1)
        row.addWidget(Label(self._look, size_words(file.size), Type.CAPTION, Role.TEXT2))
        remove = Button(self._look, kind=Kind.QUIET, icon="dismiss", small=True, name=f"Bỏ tệp {file.name}")
        remove.clicked.connect(partial(self.dropped_one.emit, file.sha256))
        row.addWidget(remove)
        return body

    def complain(self, sentence: str) -> None:
        self._fault.say(sentence)

    @property
    def fault(self) -> str:
        return self._fault.words()


def size_words(size: int) -> str:
    """ "1,4 MB", "240 KB"."""
    if size >= 1 << 20:
        return f"{decimal_vi(size / (1 << 20), 1)} MB"
    return f"{max(1, size >> 10)} KB"
