"""The form under a gap in which it is put right without leaving the list (M3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.closing_gap import Fix, Gap
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.live import TurnAct
from dialogue_desktop.domain.records import OUTCOME_LABELS, Conclusion, Opinion, Outcome, Voice
from dialogue_desktop.domain.words_vi import parse_time, weekday_date
from ui.end.fixes import Given, unknown_voice
from ui.live.choice_field import ChoiceField, DateField, goes_on_to
from ui.live.offers import OfferBook
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label, Paragraph

OUTCOMES = tuple(OUTCOME_LABELS.items())


class FixOffer:
    """What the forms are filled with and offer: the records as they stand, the office's lists."""

    def __init__(self, view: ConferenceView, book: OfferBook, today: Callable[[], date]) -> None:
        self.view, self.book, self.today = view, book, today

    def opinion(self, gap: Gap) -> Opinion:
        """The gap's own; one that is gone reads as an empty one."""
        found = (one for one in self.view.records.opinions if one.id == gap.record_id)
        return next(found, Opinion(gap.record_id))

    def conclusion(self, gap: Gap) -> Conclusion:
        found = (row for row in self.view.records.conclusions if row.id == gap.record_id)
        return next(found, Conclusion(gap.record_id))


class FixForm(QWidget):
    """`given` carries what is to be kept; Esc leaves, Ctrl+Enter goes to the place itself."""

    given = Signal(object)  # Given
    left = Signal()
    place_wanted = Signal()
    seen = Signal()

    def __init__(self, look: Look, gap: Gap, offer: FixOffer) -> None:
        super().__init__()
        self._look, self._gap, self._offer = look, gap, offer
        self._read: Callable[[], Given] = Given
        self._chain: list[QWidget] = []
        self._ways: list[Button] = []  # one of a few, each by its own button
        self._bad_day = ""
        self._column = VBox(look, (10, 0, 2, 2), 1.5)
        self.setLayout(self._column)
        self.setAccessibleName(gap.text)
        self.keep = Button(look, "Ghi", icon="checkmark", small=True)
        self.leave = Button(look, "Thôi", kind=Kind.QUIET, small=True)
        self.place = Button(look, "Mở chỗ ghi", kind=Kind.QUIET, small=True)
        self.look_over = Button(look, "Đã xem", kind=Kind.QUIET, small=True)
        self._wrong = Paragraph(look, "", Type.CAPTION, Role.BAD)
        self._wrong.hide()
        self._build()
        self._column.addWidget(self._wrong)
        buttons = HBox(look, gap=1)
        for button in (self.keep, self.leave, self.look_over):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        if gap.review:  # one button more: all four are wider than the list
            below = HBox(look)
            below.addWidget(self.place)
            below.addStretch(1)
            self._column.addLayout(below)
        else:
            buttons.addWidget(self.place)
        self.look_over.setVisible(gap.review)
        self.place.setVisible(gap.page != "end")
        self.keep.clicked.connect(self.take)
        self.leave.clicked.connect(self.left.emit)
        self.place.clicked.connect(self.place_wanted.emit)
        self.look_over.clicked.connect(self.seen.emit)
        for here, following in zip(self._chain, self._chain[1:], strict=False):
            self._on_enter(here, goes_on_to(following))
        if self._chain:
            self._on_enter(self._chain[-1], self.take)

    @property
    def complaint(self) -> str:
        """What is wrong with what was given; empty when nothing is."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What is filled in, in order."""
        return tuple(self._chain)

    def focus_first(self) -> None:
        """To the first thing that is asked."""
        first = next(iter((*self._chain, *self._ways)), self.keep)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def complain(self, sentence: str) -> None:
        self._wrong.set_words(sentence)
        self._wrong.setVisible(bool(sentence))

    def take(self) -> None:
        """What stands in the fields is kept, where it can be."""
        for field in self._chain:
            if isinstance(field, ChoiceField | DateField):
                field.commit()
        if self._bad_day:
            return
        try:
            given = self._read()
        except ValueError as wrong:
            self.complain(str(wrong))
            return
        self.complain("")
        self.given.emit(given)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.place_wanted.emit()
        elif enter:
            focused = self.window().focusWidget()
            if isinstance(focused, Field):
                return  # it has told by itself that Enter was pressed
            (focused if isinstance(focused, Button) and focused.isVisible() else self.keep).click()
        else:
            super().keyPressEvent(event)

    # --- what is asked ------------------------------------------------------------------------------

    def _build(self) -> None:
        builders: dict[Fix, Callable[[], None]] = {
            Fix.OUTCOME: self._outcome,
            Fix.REASON: self._reason,
            Fix.DUTY: self._duty,
            Fix.FIELD: self._field,
            Fix.VOICE: self._voice,
            Fix.CONSENT: self._consent,
            Fix.WITHHELD: self._withheld,
            Fix.COUNT: self._count,
            Fix.HOUR: self._hour,
            Fix.PLACE: lambda: self._line("Địa điểm họp", "", "Cần ghi địa điểm."),
            Fix.TURN: self._turn,
            Fix.CONCLUSION: self._conclusion,
            Fix.NUMBER: lambda: self._line(
                f"Số biên bản, ký hiệu {self._offer.view.plan.minutes_symbol}",
                self._offer.view.plan.minutes_number, "Cần ghi số.",
            ),
        }  # fmt: skip
        if self._gap.fix in builders:
            builders[self._gap.fix]()

    def _put(self, words: str, widget: QWidget) -> None:
        box = VBox(self._look, gap=0.5)
        box.addWidget(Label(self._look, words, Type.CAPTION, Role.TEXT2, elide=True))
        box.addWidget(widget)
        self._column.addLayout(box)
        self._chain.append(widget)

    def _on_enter(self, widget: QWidget, act: Callable[[], None]) -> None:
        if isinstance(widget, ChoiceField | DateField):
            widget.moved_on.connect(act)
        elif isinstance(widget, Field):
            widget.returnPressed.connect(act)

    def _choice(self, words: str, name: str, icon: str = "", *, names: bool = True) -> ChoiceField:
        offered = {
            "units": self._offer.book.units,
            "bodies": self._offer.book.bodies,
            "fields": self._offer.book.fields,
            "localities": self._offer.book.localities,
            "reasons": lambda: self._offer.book.reasons(Outcome.REFUSED),
        }[name]
        field = ChoiceField(self._look, offered, name=words, icon=icon, least=72, most=72, names=names)
        self._put(words, field)
        return field

    def _date(self, day: date | None) -> DateField:
        field = DateField(self._look, self._offer.today, name="Thời hạn")
        self._put("Thời hạn", field)
        field.set_day(day)
        note = Label(self._look, weekday_date(day) if day else "", Type.CAPTION, Role.TEXT2, elide=True)
        self._column.addWidget(note)
        note.setVisible(day is not None)

        def show(picked: date | None) -> None:
            note.setText(weekday_date(picked) if picked else "")
            note.setVisible(picked is not None)

        field.picked.connect(show)
        field.complained.connect(self._complained)
        self._day = field
        return field

    def _complained(self, sentence: str) -> None:
        self._bad_day = sentence
        self.complain(sentence)

    def _picked_day(self) -> date | None:
        from ui.live.choice_field import read_day

        text = self._day.value()
        return read_day(text, self._offer.today()) if text else None

    def _line(self, words: str, value: str, empty: str) -> None:
        field = Field(self._look, value, name=words)
        self._put(words, field)

        def read() -> Given:
            if not field.value():
                raise ValueError(empty)
            return Given(words=field.value())

        self._read = read

    def _outcome(self) -> None:
        combo = Combo(self._look, OUTCOMES, name="Kết quả", placeholder="Chọn kết quả", small=True)
        self._put("Kết quả", combo)

        def read() -> Given:
            if combo.value() is None:
                raise ValueError("Chưa chọn kết quả. Phím ↓ chọn.")
            return Given(outcome=combo.value())

        self._read = read

    def _reason(self) -> None:
        field = self._choice("Lý do từ chối", "reasons", names=False)

        def read() -> Given:
            if not field.value():
                raise ValueError("Cần ghi lý do.")
            return Given(words=field.value())

        self._read = read

    def _field(self) -> None:
        field = self._choice("Lĩnh vực", "fields")

        def read() -> Given:
            if not field.value():
                raise ValueError("Cần chọn lĩnh vực.")
            return Given(words=field.value())

        self._read = read

    def _duty(self) -> None:
        opinion = self._offer.opinion(self._gap)
        escalated = opinion.outcome is Outcome.ESCALATED
        if escalated:
            field = self._choice("Cơ quan nhận", "bodies", "building_16")
            field.set_value(opinion.receiving_body)
        else:
            field = self._choice("Đơn vị", "units", "building_16")
            field.set_value(opinion.unit)
        self._date(opinion.deadline)
        if field.value() and self._gap.field == "deadline":
            self._chain.reverse()  # asked first is what is missing

        def read() -> Given:
            words = field.value()
            day = self._picked_day()
            return Given(body=words, day=day) if escalated else Given(unit=words, day=day)

        self._read = read

    def _conclusion(self) -> None:
        row = self._offer.conclusion(self._gap)
        field = self._choice("Đơn vị", "units", "building_16")
        field.set_value(row.unit)
        self._date(row.deadline)
        if row.unit:
            self._chain.reverse()
        self._read = lambda: Given(unit=field.value(), day=self._picked_day())

    def _voice(self) -> None:
        opinion = self._offer.opinion(self._gap)
        at = unknown_voice(opinion.voices)
        known = opinion.voices[at] if at is not None else Voice()
        name = Field(self._look, known.name, name="Họ và tên")
        self._put("Họ và tên", name)
        locality = self._choice("Thôn, tổ dân phố", "localities", "location_16")
        locality.set_value(known.locality)
        hamlet = Field(self._look, known.hamlet, name="Xóm, ngõ (nếu có)")
        self._put("Xóm, ngõ (nếu có)", hamlet)
        if known.name:
            self._chain = [locality, hamlet, name]

        def read() -> Given:
            from dialogue_desktop.domain.person_words import split_honorific

            honorific, bare = split_honorific(" ".join(name.value().split()))
            if not bare and not locality.value():
                raise ValueError("Cần ghi họ tên hoặc nơi ở.")
            return Given(voice=Voice(bare, honorific or known.honorific, locality.value(), hamlet.value()))

        self._read = read

    def _count(self) -> None:
        row = next(
            (one for one in self._offer.view.records.attendance if one.id == self._gap.record_id), None
        )
        words = f"Số {row.unit} dự, {row.label}" if row is not None else "Số người dự"
        value = "" if row is None or row.present is None else str(row.present)
        field = Field(self._look, value, name=words)
        self._put(words, field)

        def read() -> Given:
            text = field.value()
            if not text.isdecimal():
                raise ValueError("Số người dự ghi bằng chữ số.")
            return Given(count=int(text))

        self._read = read

    def _hour(self) -> None:
        words = "Giờ khai mạc" if self._gap.field == "started_at" else "Giờ kết thúc"
        field = Field(self._look, name=words, placeholder="08:30")
        self._put(words, field)
        self._read = lambda: Given(hour=parse_time(field.value()))

    # --- one of a few, by its own button ------------------------------------------------------------

    def _buttons(self, *ways: tuple[str, Given]) -> None:
        self.keep.hide()
        for words, given in ways:
            button = Button(self._look, words, small=True)
            button.clicked.connect(lambda _on=False, one=given: self.given.emit(one))
            row = HBox(self._look)
            row.addWidget(button)
            row.addStretch(1)
            self._column.addLayout(row)
            self._ways.append(button)

    def _consent(self) -> None:
        opinion = self._offer.opinion(self._gap)
        names = "; ".join(voice.shown for voice in opinion.voices[:3]) or "Người có ý kiến"
        self._column.addWidget(Paragraph(self._look, f"Ý kiến số {opinion.number}: {names}", lines=2))
        self._buttons(
            ("Đồng ý công khai tên", Given(consent=True)),
            ("Không công khai tên", Given(consent=False)),
        )

    def _withheld(self) -> None:
        self.place.set_words("Che một đoạn…")
        self._buttons(("Không niêm yết ý kiến này", Given(withheld=True)))

    def _turn(self) -> None:
        if self._gap.id.startswith("turnopen"):
            self._buttons(("Kết thúc lượt phát biểu", Given(act=TurnAct.FINISH)))
        else:
            self._buttons(
                ("Ghi vắng", Given(act=TurnAct.ABSENT)),
                ("Rút đăng ký", Given(act=TurnAct.WITHDRAW)),
            )
