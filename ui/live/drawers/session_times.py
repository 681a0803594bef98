"""When the session really began and ended, put right afterwards (M1)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.records import Session
from ui.live.choice_field import goes_on_to
from ui.live.session.spoken_times import clock_text, read_clock
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.field import Field
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label, Paragraph


class SessionTimes(QWidget):
    """Two fields; the end is there once the session was ended. `changed` carries the moment by its name."""

    changed = Signal(dict)

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._session = Session("session")
        self.begin = Field(look, name="Giờ khai mạc", placeholder="08:30:00", units=22)
        self.end = Field(look, name="Giờ bế mạc", placeholder="11:15:00", units=22)
        self._wrong = Paragraph(look, "", Type.CAPTION, Role.BAD)
        self._end_box = QWidget()
        line = HBox(look, gap=3)
        for words, field, box in (
            ("Khai mạc", self.begin, QWidget()),
            ("Bế mạc", self.end, self._end_box),
        ):
            column = VBox(look, gap=0.5)
            column.addWidget(Label(look, words, Type.CAPTION, Role.TEXT2))
            column.addWidget(field)
            box.setLayout(column)
            line.addWidget(box)
        line.addStretch(1)
        whole = VBox(look, gap=1)
        whole.addLayout(line)
        whole.addWidget(self._wrong)
        self.setLayout(whole)
        self._wrong.hide()
        self.begin.left.connect(self.take)
        self.end.left.connect(self.take)
        self.begin.returnPressed.connect(goes_on_to(self.end))
        self.begin.returnPressed.connect(self.take)
        self.end.returnPressed.connect(self.take)

    def show_session(self, session: Session) -> None:
        self._session = session
        self.setVisible(session.started_at is not None)
        self._end_box.setVisible(session.ended_at is not None)
        for field, at in ((self.begin, session.started_at), (self.end, session.ended_at)):
            if not (field.hasFocus() and field.isModified()):
                field.set_value(clock_text(at))
                field.setModified(False)

    @property
    def complaint(self) -> str:
        """What is wrong with the hours as they stand; empty when nothing is."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def take(self) -> None:
        """The hours that stand here count, where they can be; what was not touched keeps its seconds."""
        session, started, ended = self._session, self._session.started_at, self._session.ended_at
        if started is None:
            return
        try:
            if self.begin.value() != clock_text(started):
                started = read_clock(self.begin.value(), started)
            if ended is not None and self.end.value() != clock_text(ended):
                ended = read_clock(self.end.value(), ended)
        except ValueError as wrong:
            self._complain(str(wrong))
            return
        if max(started, ended or started) > self._now():
            self._complain("Giờ khai mạc, bế mạc không thể ở sau giờ hiện tại.")
        elif ended is not None and ended < started:
            self._complain("Giờ bế mạc phải sau giờ khai mạc.")
        else:
            self._complain("")
            wanted = {"started_at": started, "ended_at": ended}
            other = {name: at for name, at in wanted.items() if at != getattr(session, name)}
            if other:
                self.changed.emit(other)

    def _complain(self, sentence: str) -> None:
        self._wrong.set_words(sentence)
        self._wrong.setVisible(bool(sentence))
