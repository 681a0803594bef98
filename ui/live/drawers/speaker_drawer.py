"""Putting right who speaks and when: name, thôn, topic, consent, the times of the turn (L2, L7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.live import HalfSpeaker
from dialogue_desktop.domain.records import Span, Turn, Voice
from ui.live.choice_field import ChoiceField, goes_on_to
from ui.live.drawers.drawer import Drawer
from ui.live.drawers.speaking_ways import SpeakingWays
from ui.live.session.spoken_times import check_spans, clock_text, read_clock
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.panes import HBox, VBox
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label, Paragraph

CONSENTS = ((None, "Chưa hỏi"), (True, "Cho công khai tên"), (False, "Không công khai tên"))


class SpeakerDrawer(Drawer):
    """Every field is taken over when it is left; nothing has to be confirmed. `typed` carries what stands
    there with each letter, None when it has been taken over."""

    voice_changed = Signal(object)  # Voice
    fields_changed = Signal(dict)  # topic, consent, anonymous, source, interpreter
    spans_changed = Signal(object)  # tuple[Span, ...]
    typed = Signal(object)  # HalfSpeaker | None

    def __init__(
        self,
        look: Look,
        *,
        honorifics: Callable[[], Sequence[Suggestion]],
        localities: Callable[[], Sequence[Suggestion]],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(look, "Người phát biểu")
        self._now = now
        self._voice, self._turn, self._seen = Voice(), Turn(""), Turn("")
        self.honorific = ChoiceField(
            look, honorifics, name="Cách gọi", placeholder="ông, bà", least=22, most=30
        )
        self.name = Field(look, name="Họ và tên", placeholder="Họ và tên")
        self.locality = ChoiceField(
            look,
            localities,
            name="Thôn",
            icon="location_16",
            placeholder="thôn, tổ dân phố",
            least=40,
            most=70,
        )
        self.hamlet = Field(look, name="Xóm", placeholder="xóm, ngõ (nếu có)")
        self.topic = Field(look, name="Nội dung đăng ký", placeholder="nội dung đăng ký")
        self.consent = Combo(look, CONSENTS, name="Công khai tên", small=True)
        self.anonymous = CheckBox(look, "Không nêu tên")
        self.ways = SpeakingWays(look)
        for words, *controls in (
            ("Họ và tên", self.honorific, self.name, self.anonymous),
            ("Nơi ở", self.locality, self.hamlet),
            ("Nội dung đăng ký", self.topic),
            ("Công khai tên trong bản niêm yết", self.consent),
        ):
            box = VBox(look, gap=0.5)
            box.addWidget(Label(look, str(words), Type.CAPTION, Role.TEXT2, elide=True))
            for control in controls:
                assert isinstance(control, QWidget)
                box.addWidget(control, alignment=Qt.AlignmentFlag(0))
                self.keep_in_sight(control)
            self.body.addLayout(box)
        self.body.addWidget(self.ways)
        self.keep_in_sight(self.ways.online, self.ways.interpreter, self.ways.limit)
        self._times_label = Label(look, "Giờ nói", Type.STRONG)
        self._recorded = Label(look, "", Type.CAPTION, Role.TEXT2, icon="mic_16", elide=True)
        self._recorded.hide()
        self._times = VBox(look, gap=1)
        self._add = Button(look, "Thêm đoạn nói", kind=Kind.QUIET, icon="add", small=True)
        self._add.clicked.connect(self._add_span)
        self._wrong = Paragraph(look, "", Type.CAPTION, Role.BAD)
        self.body.addWidget(self._times_label)
        self.body.addWidget(self._recorded)
        self.body.addLayout(self._times)
        self.body.addWidget(self._wrong)
        self.body.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self._rows: list[tuple[QWidget, Field, Field]] = []
        self._shown_spans: tuple[Span, ...] = ()
        for field in (self.name, self.hamlet, self.topic):
            field.settled.connect(lambda _text, at=field: self._tell_typed(at))
        self.name.left.connect(self._take_voice)
        self.hamlet.left.connect(self._take_voice)
        self.honorific.chosen.connect(self._take_voice)
        self.locality.chosen.connect(self._take_voice)
        for field, following in (
            (self.name, self.locality),
            (self.hamlet, self.topic),
            (self.topic, self.consent),
        ):
            field.returnPressed.connect(goes_on_to(following))
        self.honorific.moved_on.connect(goes_on_to(self.name))
        self.locality.moved_on.connect(goes_on_to(self.hamlet))
        self.topic.left.connect(self._take_topic)
        self.consent.chosen.connect(lambda value: self.fields_changed.emit({"consent": value}))
        self.anonymous.clicked.connect(self._take_anonymous)
        self.ways.changed.connect(self.fields_changed)

    def follow(self, turn: Turn | None) -> None:
        """The turn on view has become another: undone, spoken on. What is being typed stays."""
        if turn is not None and turn.id == self._turn.id and turn != self._seen:
            self.show_turn(turn, spans=turn.spans != self._shown_spans)

    def show_turn(self, turn: Turn, *, spans: bool = True) -> None:
        """A turn of the queue."""
        self._turn = self._seen = turn
        self._show_voice(turn.voice, turn.anonymous, f"Người phát biểu số {turn.number}")
        self.ways.show_turn(turn)
        _put(self.topic, turn.topic)
        if not self.topic.hasFocus():
            self.topic.setCursorPosition(0)  # from its beginning, for who only looks
        self.consent.set_value(turn.consent)
        if spans:
            self._show_spans(turn.spans)

    def show_voice(self, voice: Voice, consent: bool | None, *, anonymous: bool = False) -> None:
        """Somebody without a turn: only who it was."""
        self._turn = Turn("")
        self._show_voice(voice, anonymous, "Người nêu ý kiến")
        self.ways.show_turn(self._turn)
        _put(self.topic, "")
        self.consent.set_value(consent)
        self._show_spans(())

    def _show_voice(self, voice: Voice, anonymous: bool, title: str) -> None:
        self._voice = voice
        self.anonymous.setChecked(anonymous)
        self._open_names()
        self.title.setText(title)
        self.honorific.set_value(voice.honorific)
        _put(self.name, voice.name)
        self.locality.set_value(voice.locality)
        _put(self.hamlet, voice.hamlet)

    def show_recorded(self, place: str) -> None:
        """Where the turn stands in the recording of the hall; empty where there is none."""
        self._recorded.setText(f"Trong bản ghi âm: {place}")
        self._recorded.setVisible(bool(place))

    @property
    def recorded_words(self) -> str:
        return "" if self._recorded.isHidden() else self._recorded.text()

    def focus_first(self) -> None:
        first = self.anonymous if self.name.isHidden() else self.name
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_all(self) -> None:
        """Before the drawer goes: what stands in the fields counts."""
        self._take_voice()
        self._take_topic()
        self.ways.take()
        self._take_spans()

    # --- who -----------------------------------------------------------------------------------------

    def _voice_here(self) -> Voice:
        return Voice(
            " ".join(self.name.value().split()),
            self.honorific.value(),
            self.locality.value(),
            self.hamlet.value(),
        )

    def _tell_typed(self, field: Field) -> None:
        if field.hasFocus():
            self.typed.emit(HalfSpeaker(self._turn.id, self._voice_here(), self.topic.value()))

    def _take_voice(self) -> None:
        voice = self._voice_here()
        if voice != self._voice:
            self._voice = voice
            self.voice_changed.emit(voice)
        self.typed.emit(None)

    def _take_anonymous(self, on: bool) -> None:
        """Who is not named keeps no name here either; only the thôn stays."""
        if on:
            self._voice = Voice(locality=self._voice.locality)
            self.honorific.set_value("")
            for field in (self.name, self.hamlet):
                field.set_value("")
                field.setModified(False)
        self._open_names()
        self.fields_changed.emit({"anonymous": on})

    def _open_names(self) -> None:
        for field in (self.honorific, self.name, self.hamlet):
            field.setVisible(not self.anonymous.isChecked())

    def _take_topic(self) -> None:
        topic = self.topic.value()
        if self._turn.id and topic != self._turn.topic:
            self._turn = replace(self._turn, topic=topic)
            self.fields_changed.emit({"topic": topic})
        self.typed.emit(None)

    # --- when ----------------------------------------------------------------------------------------

    def _show_spans(self, spans: tuple[Span, ...]) -> None:
        known = bool(self._turn.id)
        self._times_label.setVisible(known)
        self._add.setVisible(known)
        self._wrong.setVisible(False)
        if spans == self._shown_spans and len(self._rows) == len(spans):
            return
        self._shown_spans = spans
        while self._rows:
            row = self._rows.pop()[0]
            row.hide()
            row.deleteLater()
        for span in spans:
            self._append_row(clock_text(span.start), clock_text(span.end))

    def _append_row(self, start: str, end: str) -> Field:
        look = self.look
        row = QWidget()
        line = HBox(look, gap=1.5)
        number = len(self._rows) + 1
        first = Field(look, start, name=f"Đoạn {number}, bắt đầu", placeholder="08:41:07", units=19)
        last = Field(look, end, name=f"Đoạn {number}, kết thúc", placeholder="đang chạy", units=22)
        line.addWidget(first)
        line.addWidget(Label(look, "–"))
        line.addWidget(last)
        line.addStretch(1)
        row.setLayout(line)
        first.returnPressed.connect(goes_on_to(last))
        last.returnPressed.connect(self._take_spans)
        for field in (first, last):
            field.left.connect(self._take_spans)
            self.keep_in_sight(field)
        self._times.addWidget(row)
        self._rows.append((row, first, last))
        return first

    def _add_span(self) -> None:
        self._append_row("", "").setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_spans(self) -> None:
        if not self._turn.id:
            return
        near = self._turn.spans[0].start if self._turn.spans else self._now()
        spans: list[Span] = []
        try:
            for at, (_, first, last) in enumerate(self._rows):
                begin, end = first.value(), last.value()
                if not begin and not end:
                    continue
                if not begin:
                    return  # half filled in: wait for the rest
                old = self._turn.spans[at] if at < len(self._turn.spans) else None
                # What was not touched keeps its fractions of a second.
                start = old.start if old and clock_text(old.start) == begin else read_clock(begin, near)
                if old and clock_text(old.end) == end:
                    spans.append(Span(start, old.end))
                elif end:
                    spans.append(Span(start, read_clock(end, near)))
                else:
                    return
        except ValueError as wrong:
            self._complain(str(wrong))
            return
        taken = tuple(spans)
        sentence = check_spans(taken, self._now())
        self._complain(sentence)
        if not sentence and taken != self._turn.spans:
            self._turn = replace(self._turn, spans=taken)
            self._shown_spans = taken
            self.spans_changed.emit(taken)

    def _complain(self, sentence: str) -> None:
        self._wrong.set_words(sentence)
        self._wrong.setVisible(bool(sentence))


def _put(field: Field, text: str) -> None:
    """Show a stored text unless the person is changing it."""
    if not (field.hasFocus() and field.isModified()):
        field.set_value(text)
        field.setModified(False)
