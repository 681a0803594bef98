"""Recorders set to the clock once, so that each turn names its place; and when the clock warns (L7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.recordings import counter_text, next_name, read_counter, set_to
from dialogue_desktop.domain.records import Recording
from ui.live.drawers.drawer import Drawer
from ui.live.session.screen_words import hour
from ui.look import Look
from ui.theme import Role
from ui.turn_clock import WARN_CHOICES, WARN_SECONDS
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.panes import HBox, Rule, VBox
from ui.widgets.text import Label, Paragraph

_HELP = (
    "Gõ trước một số sắp tới trên máy, ví dụ 00:12:35, rồi bấm Enter đúng lúc máy chỉ số đó. "
    "Máy ghi sang tệp mới, kể cả sau khi mất điện, thì đặt thêm một dòng."
)
_NONE = "Chưa đặt máy ghi âm nào."


class _Row(QWidget):
    """One recorder: its name, what it shows now, and another number to set it anew."""

    def __init__(self, look: Look, recording: Recording) -> None:
        super().__init__()
        self.recording = recording
        self.name = Field(look, recording.name, name="Tên máy ghi âm", placeholder="tên máy, đài")
        self.remove = Button(look, icon="delete", name="Bỏ máy ghi âm này", kind=Kind.BAR, small=True)
        self.counter = Field(look, name="Máy đang chỉ", placeholder="00:12:35", units=22)
        self.shows = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        first = HBox(look, gap=1)
        first.addWidget(self.name, 1)
        first.addWidget(self.remove)
        column = VBox(look, (0, 0, 0, 1), 1)
        column.addLayout(first)
        column.addWidget(self.shows)
        column.addWidget(self.counter, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Rule(look))
        self.setLayout(column)

    def show_recording(self, recording: Recording) -> None:
        if recording.name != self.recording.name and not (self.name.hasFocus() and self.name.isModified()):
            self.name.set_value(recording.name)
        self.recording = recording

    def tick(self, now: datetime) -> None:
        begun = self.recording.started_at
        if begun is not None:
            self.shows.setText(f"đang chỉ {counter_text(now - begun)}")
            self.shows.setToolTip(f"Máy bật lúc {hour(begun, seconds=True)}")


class RecordingDrawer(Drawer):
    """`changed` carries all recorders; `warn_changed` the seconds left at which the clock warns."""

    changed = Signal(object)  # tuple[Recording, ...]
    warn_changed = Signal(object)  # int

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__(look, "Ghi âm và đồng hồ")
        self._now = now
        self._rows: list[_Row] = []
        self._list = VBox(look, gap=1)
        self._none = Paragraph(look, _NONE, Type.BODY, Role.TEXT2)
        self.new = Field(look, name="Máy ghi âm đang chỉ", placeholder="00:12:35", units=22)
        self.begin = Button(look, "Máy vừa bật", icon="play", small=True)
        self.begin.clicked.connect(self._begin)
        self._wrong = Paragraph(look, "", Type.CAPTION, Role.BAD)
        self._wrong.hide()
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)
        self.body.addWidget(Label(look, "Máy ghi âm đang chỉ", Type.STRONG))
        self.body.addWidget(self.new, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._wrong)
        self.body.addWidget(Paragraph(look, _HELP, Type.CAPTION, Role.TEXT2))
        self.body.addWidget(self.begin, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Rule(look))
        self.body.addWidget(Label(look, "Đồng hồ báo sắp hết giờ", Type.STRONG))
        choices = tuple((seconds, f"khi còn {seconds} giây") for seconds in WARN_CHOICES)
        self.warn = Combo(look, choices, name="Báo sắp hết giờ", small=True)
        self.warn.set_value(WARN_SECONDS)
        self.warn.chosen.connect(self.warn_changed)
        self.body.addWidget(self.warn, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.new.returnPressed.connect(self._set_new)
        self.keep_in_sight(self.new, self.begin, self.warn)

    def show_recordings(self, recordings: tuple[Recording, ...]) -> None:
        """Rows that are there already are only filled anew; a field being typed in is left alone."""
        if len(recordings) != len(self._rows):
            while self._rows:
                row = self._rows.pop()
                row.hide()
                row.deleteLater()
            for recording in recordings:
                self._append(recording)
        for row, recording in zip(self._rows, recordings, strict=True):
            row.show_recording(recording)
        self._none.setVisible(not recordings)
        self.tick()

    def tick(self) -> None:
        """What each recorder shows now, to be compared with it."""
        if self.isVisible() or not self._rows:
            now = self._now()
            for row in self._rows:
                row.tick(now)

    @property
    def rows(self) -> tuple[_Row, ...]:
        return tuple(self._rows)

    @property
    def complaint(self) -> str:
        """What was wrong with the number typed last."""
        return self._wrong.text()

    def _append(self, recording: Recording) -> None:
        row = _Row(self.look, recording)
        self._rows.append(row)
        self._list.addWidget(row)
        row.name.left.connect(lambda: self._rename(row))
        row.name.returnPressed.connect(lambda: self._rename(row))
        row.counter.returnPressed.connect(lambda: self._set_again(row))
        row.remove.clicked.connect(lambda: self._remove(row))
        self.keep_in_sight(row.name, row.counter, row.remove)

    def focus_first(self) -> None:
        self.new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_all(self) -> None:
        """A name that stands in its field counts; a number counts only with Enter, at its moment."""
        for row in self._rows:
            self._rename(row)

    # --- acts ----------------------------------------------------------------------------------------

    def _all(self) -> tuple[Recording, ...]:
        return tuple(row.recording for row in self._rows)

    def _begin(self) -> None:
        self._add(Recording(next_name(self._all()), self._now()))

    def _set_new(self) -> None:
        counter_at = self._now()
        if not self.new.value():
            return
        made = self._set(Recording(next_name(self._all())), self.new, counter_at)
        if made is not None:
            self._add(made)

    def _add(self, recording: Recording) -> None:
        self.new.set_value("")
        self._complain("")
        self.changed.emit((*self._all(), recording))

    def _set_again(self, row: _Row) -> None:
        made = self._set(row.recording, row.counter, self._now())
        if made is not None:
            row.counter.set_value("")
            self._replace(row, made)

    def _set(self, recording: Recording, field: Field, now: datetime) -> Recording | None:
        try:
            counter = read_counter(field.value())
        except ValueError as wrong:
            field.set_warned(True)
            self._complain(str(wrong))
            return None
        field.set_warned(False)
        self._complain("")
        return set_to(recording, counter, now)

    def _rename(self, row: _Row) -> None:
        name = " ".join(row.name.value().split())
        if row in self._rows and name != row.recording.name:
            self._replace(row, replace(row.recording, name=name))

    def _replace(self, row: _Row, recording: Recording) -> None:
        row.recording = recording
        self.changed.emit(self._all())

    def _remove(self, row: _Row) -> None:
        self.changed.emit(tuple(one.recording for one in self._rows if one is not row))
        self.focus_first()

    def _complain(self, sentence: str) -> None:
        self._wrong.set_words(sentence)
        self._wrong.setVisible(bool(sentence))
