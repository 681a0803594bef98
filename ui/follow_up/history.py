"""The history of the promise in hand: dated lines with their words and files, each to be put right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.after_records import StoredFile
from ui.follow_up.words import HistoryLine
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Paragraph


class History(QWidget):
    """`opened` carries the file that was pressed, `edited` the id of a line."""

    opened = Signal(object)  # StoredFile
    edited = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = VBox(look, gap=1.5)
        self.setLayout(self._column)
        self._shown: tuple[HistoryLine, ...] = ()
        self._lines: list[QWidget] = []
        self.setAccessibleName("Diễn biến")

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(one) for one in lines]
        for line in self._lines:
            self._column.addWidget(line)

    def _line(self, one: HistoryLine) -> QWidget:
        look = self._look
        body = QWidget()
        row = HBox(look, gap=2)
        body.setLayout(row)
        icon = IconBox(look, f"{one.icon}_16", one.role, 4)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = VBox(look, gap=0.25)
        row.addLayout(words, 1)
        words.addWidget(Paragraph(look, one.words))
        if one.second:
            words.addWidget(Paragraph(look, one.second, Type.CAPTION, Role.TEXT2))
        for file in one.files:
            button = Button(look, file.name, kind=Kind.QUIET, icon="attach", small=True)
            button.setAccessibleName(f"Mở minh chứng {file.name}")
            button.clicked.connect(partial(self._open, file))
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if one.step_id:
            edit = Button(look, kind=Kind.QUIET, icon="edit", small=True, name=f"Sửa dòng {one.words}")
            edit.setToolTip("Sửa dòng này")
            edit.clicked.connect(partial(self.edited.emit, one.step_id))
            row.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        return body

    def _open(self, file: StoredFile, _on: bool = False) -> None:
        self.opened.emit(file)
