"""Under the line of the posting: number and date of the minutes, given once, and where they hang (M2, M3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.next_papers import NextPaper
from ui.live.choice_field import DateField, goes_on_to, read_day
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label, Paragraph


@dataclass(frozen=True, slots=True)
class Posting:
    """What was written of the posting."""

    number: str
    dated_on: date
    day: date
    places: tuple[str, ...]


class PostForm(QWidget):
    """`given` carries a Posting; Esc leaves. Number and date are asked only while the register has none."""

    given = Signal(object)
    left = Signal()

    def __init__(
        self,
        look: Look,
        paper: NextPaper,
        places: Sequence[str],
        today: Callable[[], date],
        *,
        number: str,
        held_on: date | None,
    ) -> None:
        super().__init__()
        self._look, self._today = look, today
        self._bad = ""
        self._column = VBox(look, (10, 0, 2, 2), 1.5)
        self.setLayout(self._column)
        self.setAccessibleName("Ghi niêm yết biên bản")
        asked = not paper.number or paper.dated_on is None
        self.number = Field(look, paper.number or number, name="Số biên bản")
        self.dated = self._day_field("Ngày ký biên bản", paper.dated_on or held_on)
        self.day = self._day_field("Ngày niêm yết", today())
        self.places = Field(look, "; ".join(places), name="Nơi niêm yết, cách nhau bằng dấu ;")
        self._chain: list[QWidget] = []
        for words, field, shown in (
            ("Số biên bản", self.number, asked),
            ("Ngày ký biên bản", self.dated, asked),
            ("Ngày niêm yết", self.day, True),
            ("Nơi niêm yết, cách nhau bằng dấu ;", self.places, True),
        ):
            if shown:
                self._put(words, field)
            else:
                field.setParent(self)
                field.hide()
        self._wrong = Paragraph(look, "", Type.CAPTION, Role.BAD)
        self._wrong.hide()
        self._column.addWidget(self._wrong)
        self.keep = Button(look, "Ghi niêm yết", icon="checkmark", small=True)
        self.leave = Button(look, "Thôi", kind=Kind.QUIET, small=True)
        buttons = HBox(look, gap=1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self.keep.clicked.connect(self.take)
        self.leave.clicked.connect(self.left.emit)
        for here, following in zip(self._chain, self._chain[1:], strict=False):
            self._on_enter(here, goes_on_to(following))
        self._on_enter(self._chain[-1], self.take)

    def _day_field(self, name: str, day: date | None) -> DateField:
        field = DateField(self._look, self._today, name=name)
        field.set_day(day)
        field.complained.connect(self._complained)
        return field

    def _put(self, words: str, field: QWidget) -> None:
        box = VBox(self._look, gap=0.5)
        box.addWidget(Label(self._look, words, Type.CAPTION, Role.TEXT2, elide=True))
        box.addWidget(field)
        self._column.addLayout(box)
        self._chain.append(field)

    def _on_enter(self, field: QWidget, act: Callable[[], None]) -> None:
        if isinstance(field, DateField):
            field.moved_on.connect(act)
        elif isinstance(field, Field):
            field.returnPressed.connect(act)

    @property
    def complaint(self) -> str:
        return "" if self._wrong.isHidden() else self._wrong.text()

    def _complained(self, sentence: str) -> None:
        self._bad = sentence
        if sentence:
            self.complain(sentence)

    def complain(self, sentence: str) -> None:
        self._wrong.set_words(sentence)
        self._wrong.setVisible(bool(sentence))

    def focus_first(self) -> None:
        self._chain[0].setFocus(Qt.FocusReason.TabFocusReason)

    def take(self) -> None:
        """What stands in the fields, where it can be."""
        for field in (self.dated, self.day):
            field.commit()
        if self._bad:
            return
        where = tuple(filter(None, (part.strip() for part in self.places.value().split(";"))))
        for wrong, at, sentence in (
            (not self.number.value(), self.number, "Cần ghi số biên bản."),
            (not self.dated.value(), self.dated, "Cần ghi ngày ký biên bản."),
            (not self.day.value(), self.day, "Cần ghi ngày niêm yết."),
            (not where, self.places, "Cần ghi nơi niêm yết."),
        ):
            if wrong:
                self.complain(sentence)
                at.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.complain("")
        dated, day = (read_day(field.value(), self._today()) for field in (self.dated, self.day))
        self.given.emit(Posting(self.number.value(), dated, day, where))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A field tells by itself that Enter was pressed.
            if self.leave.hasFocus() or self.keep.hasFocus():
                (self.leave if self.leave.hasFocus() else self.keep).click()
        else:
            super().keyPressEvent(event)
