"""Under the counts: how much has been spoken, which thôn has not spoken, how long the session has (L7)."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.live.session.floor_words import FloorView
from ui.live.session.outlook import Outlook
from ui.live.verb_button import VerbButton
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Kind
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label, Paragraph


class FloorLines(QWidget):
    """Hidden before the first word was spoken."""

    def __init__(self, look: Look, open_floor: QAction) -> None:
        super().__init__()
        self._summary = Label(look, "", Type.CAPTION, Role.TEXT2, icon="mic_16", elide=True)
        self._silent = Paragraph(look, "", Type.CAPTION, Role.TEXT2, lines=2)
        self._silent_line = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        self._compact = False
        button = VerbButton(
            look, open_floor, kind=Kind.QUIET, words="Theo thôn", icon="", cap=False, small=True
        )
        head = HBox(look, gap=1)
        head.addWidget(self._summary, 1)
        head.addWidget(button)
        column = VBox(look, gap=0)
        column.addLayout(head)
        column.addWidget(self._silent)
        column.addWidget(self._silent_line)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_floor(self, floor: FloorView) -> None:
        self._summary.setText(floor.summary or "Chưa có ai phát biểu")
        self._silent.set_words(floor.silent)
        self._silent_line.setText(floor.silent)
        self._show_silent()

    def set_compact(self, compact: bool) -> None:
        """One line for those who have not spoken, where there is no room for two."""
        if compact != self._compact:
            self._compact = compact
            self._show_silent()

    def _show_silent(self) -> None:
        known = bool(self._silent.text())
        self._silent.setVisible(known and not self._compact)
        self._silent_line.setVisible(known and self._compact)

    @property
    def words(self) -> tuple[str, str]:
        return self._summary.text(), self._silent.text()


class OutlookLines(QWidget):
    """The end that is planned, and the end that is to be expected; amber where that is later."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._left = Label(look, "", Type.CAPTION, Role.TEXT2, icon="clock_16", elide=True)
        self._words = Label(look, "", Type.CAPTION, Role.TEXT2, icon="timer_16", elide=True)
        self._compact = False
        column = VBox(look, gap=0.5)
        column.addWidget(self._left)
        column.addWidget(self._words)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_compact(self, compact: bool) -> None:
        """Only what is expected, where there is no room for both."""
        if compact != self._compact:
            self._compact = compact
            self._left.setVisible(bool(self._left.text()) and not compact)

    def show_outlook(self, view: Outlook) -> None:
        self._left.setText(view.left)
        self._left.setVisible(bool(view.left) and not self._compact)
        self._words.setText(view.words)
        role = Role.WARN if view.late else Role.TEXT2
        self._words.set_role(role)
        self._words.set_icon("timer_16", role)

    @property
    def words(self) -> tuple[str, str]:
        return self._left.text(), self._words.text()
