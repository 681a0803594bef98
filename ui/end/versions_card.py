"""The frozen versions: when, the mark, why, what was put right; each can be looked at again (M3)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.version_changes import VersionChange
from ui.end.checks_panel import head_row
from ui.end.version_words import VersionLine
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button, Kind
from ui.widgets.panes import TOP, Card, HBox, Rule, VBox, empty
from ui.widgets.text import Label, Paragraph


class VersionRow(QWidget):
    """One version; its corrections open below."""

    def __init__(self, look: Look, line: VersionLine, card: VersionsCard) -> None:
        super().__init__()
        self._look, self.line, self._card = look, line, card
        whole = VBox(look, (3, 2, 2, 2), 1)
        self.setLayout(whole)
        head = HBox(look, gap=1)
        head.addWidget(Label(look, line.title, Type.STRONG))
        head.addStretch(1)
        self.show_pages = Button(look, "Đang xem" if line.viewed else "Xem", kind=Kind.QUIET, small=True)
        self.show_pages.setAccessibleDescription(line.title)
        self.show_pages.clicked.connect(lambda: card.viewed.emit(line.number))
        head.addWidget(self.show_pages)
        whole.addLayout(head)
        below = HBox(look, gap=1)
        mark = Label(look, f"Mã {line.mark}", Type.CAPTION, Role.TEXT2)
        mark.setToolTip(line.sha256)
        mark.setAccessibleName(f"Mã kiểm tra {line.sha256}")
        below.addWidget(mark)
        self.copy = Button(look, kind=Kind.BAR, icon="copy", name="Chép cả mã kiểm tra", small=True)
        self.copy.setToolTip(f"Chép cả mã kiểm tra: {line.sha256}")
        self.copy.clicked.connect(self._copy)
        below.addWidget(self.copy)
        below.addStretch(1)
        self.changes = Button(look, "Đã sửa gì", kind=Kind.QUIET, small=True)
        self.changes.setAccessibleDescription(line.title)
        if line.number == 1:
            self.changes.hide()  # never shown before it has a parent: it would be a window of its own
        self.changes.clicked.connect(self._toggle)
        below.addWidget(self.changes)
        whole.addLayout(below)
        if line.reason:
            whole.addWidget(Paragraph(look, f"Lý do: {line.reason}", Type.CAPTION, Role.TEXT2, lines=4))
        self.told = ChangeList(look)
        self.told.hide()
        whole.addWidget(self.told)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.line.sha256)
        self._card.copied.emit(self.line.number)

    def _toggle(self) -> None:
        if self.told.isVisibleTo(self):
            self.told.hide()
            self.changes.set_words("Đã sửa gì")
        else:
            self._card.changes_wanted.emit(self.line.number)

    def show_changes(self, changes: Sequence[VersionChange]) -> None:
        self.told.show_changes(changes)
        self.told.show()
        self.changes.set_words("Thu lại")


class ChangeList(QWidget):
    """A sentence for each correction."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.sentences: tuple[str, ...] = ()
        self._column = VBox(look, gap=1)
        self.setLayout(self._column)

    def show_changes(self, changes: Sequence[VersionChange]) -> None:
        sentences = tuple(one.sentence for one in changes) or ("Không có chỗ nào trong biên bản khác đi.",)
        if sentences == self.sentences:
            return
        self.sentences = sentences
        empty(self._column)
        for sentence in sentences:
            row = QWidget()
            line = HBox(self._look, gap=2)
            row.setLayout(line)
            line.addWidget(Label(self._look, "–", Type.BODY, Role.TEXT2), alignment=TOP)
            line.addWidget(Paragraph(self._look, sentence, lines=6), 1)
            self._column.addWidget(row)


class VersionsCard(QWidget):
    """ "Các lần chốt": ↑ ↓ go along their buttons."""

    viewed = Signal(int)
    changes_wanted = Signal(int)
    copied = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: list[VersionRow] = []
        self._lines: tuple[VersionLine, ...] = ()
        column = VBox(look, gap=3)
        self.setLayout(column)
        self._badge = Badge(look, "", Role.OK, "lock_closed")
        column.addWidget(head_row(look, "Các lần chốt", self._badge))
        self._card = Card(look)
        self._list = VBox(look, (0, 0.5, 0, 0.5))
        self._card.setLayout(self._list)
        column.addWidget(self._card)
        self.setAccessibleName("Các lần chốt")
        self.hide()

    def show_versions(self, lines: tuple[VersionLine, ...]) -> None:
        """Built anew only where something differs; what is open stays open."""
        self.setVisible(bool(lines))
        if lines == self._lines:
            return
        self._lines = lines
        focused = next((row.line.number for row in self.rows if row.show_pages.hasFocus()), 0)
        opened = {row.line.number: row.told.sentences for row in self.rows if row.told.isVisibleTo(row)}
        self._badge.show_state(f"{len(lines)} lần", Role.OK, "lock_closed")
        empty(self._list)
        self.rows = [VersionRow(self._look, line, self) for line in lines]
        for number, row in enumerate(self.rows):
            if number:
                self._list.addWidget(Rule(self._look))
            self._list.addWidget(row)
            if row.line.number in opened:
                self.changes_wanted.emit(row.line.number)
        again = next((row for row in self.rows if row.line.number == focused), None)
        if again is not None:
            again.show_pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_changes(self, number: int, changes: Sequence[VersionChange]) -> None:
        """What version `number` put right."""
        for row in self.rows:
            if row.line.number == number:
                row.show_changes(changes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = next((k for k, row in enumerate(self.rows) if row.show_pages.hasFocus()), -1)
        if way is not None and 0 <= at + way < len(self.rows) and at >= 0:
            self.rows[at + way].show_pages.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
