"""Fields that offer what is known and take what is typed: lĩnh vực, người trả lời, đơn vị, ngày hạn."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import days_left, make_date, parse_date, weekday_date
from ui.look import Look
from ui.theme import Role
from ui.widgets.field import Field
from ui.widgets.suggestions import Suggestion, Suggestions, fitting, only_one

_DAY_AND_MONTH = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*")


def goes_on_to(widget: QWidget) -> Callable[[], None]:
    """What Enter does: as Tab, so that a value there is marked and the next letter replaces it."""
    return lambda: widget.setFocus(Qt.FocusReason.TabFocusReason)


class _SlimField(Field):
    """A field 7u high with a 16 icon at the left and a chevron at the right, as wide as its value."""

    def __init__(
        self, look: Look, *, name: str, icon: str, placeholder: str, least: float, most: float
    ) -> None:
        self._icon, self._least, self._most = icon, least, most
        self._sized_for = ""
        super().__init__(look, placeholder=placeholder, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_most(self, units: float) -> None:
        """The widest it may be, in u."""
        self._most = units
        self.updateGeometry()

    def _fit(self) -> None:
        """The width follows a settled value, not the letters that are being typed."""
        if self._sized_for != self.text():
            self._sized_for = self.text()
            self.updateGeometry()
        self.setCursorPosition(0)

    def _set_margins(self) -> None:
        px = self._look.px
        self.setTextMargins(px(6.25 if self._icon else 1.5), 0, px(6.5), 0)

    def sizeHint(self) -> QSize:
        look = self._look
        words = self._sized_for or self.placeholderText()
        wide = look.width(words, self._kind) + look.px(15 if self._icon else 10)
        return QSize(min(max(wide, look.px(self._least)), look.px(self._most)), look.px(7))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._look.px(self._least)), self._look.px(7))

    def _end(self) -> QRect:
        return QRect(self.width() - self._look.px(6.5), 0, self._look.px(6.5), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        focused, box = self.hasFocus(), self.rect()
        edge = Role.BAD if self._warned else Role.FOCUS if focused else Role.FIELD
        look.draw_box(
            painter, box, fill=Role.SURFACE, edge=edge, width=look.ring if focused or self._warned else 0
        )
        if self._icon:
            look.draw_icon(
                painter, QRect(look.px(1.5), 0, look.px(4), box.height()), self._icon, Role.TEXT2, 4
            )
        look.draw_icon(painter, self._end(), "chevron_down_16", Role.TEXT2, 4)
        painter.end()
        QLineEdit.paintEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()
        self.update()


class ChoiceField(_SlimField):
    """A known value or any other; `chosen` carries it when it is settled (Enter, picked, field left).

    Nothing is completed while one types: the list under it offers, ↓ goes into it, Enter takes. Where it
    is a list of names (`names`), words that only one of them has are that one once the field is settled;
    the list shows which. `moved_on`: Enter was pressed, the next field should have the focus.
    """

    chosen = Signal(str)
    moved_on = Signal()

    def __init__(
        self,
        look: Look,
        options: Callable[[], Sequence[Suggestion]],
        *,
        name: str,
        icon: str = "",
        placeholder: str = "",
        least: float = 22,
        most: float = 79,
        names: bool = True,
    ) -> None:
        super().__init__(look, name=name, icon=icon, placeholder=placeholder, least=least, most=most)
        self._options, self._committed, self._brief, self._names = options, "", False, names
        self.suggestions = Suggestions(look, self, self._find, most=9)
        self.suggestions.picked.connect(self._picked)
        self.settled.connect(self._mark_meant)
        self.left.connect(self.commit)

    def set_brief(self, brief: bool) -> None:
        """Show only what stands before the comma ("Ông Trần Hữu Lẫm"); the whole value is kept."""
        if brief != self._brief:
            self._brief = brief
            self.set_value(self._committed)

    def _shown(self, text: str) -> str:
        return text.partition(",")[0] if self._brief else text

    def set_value(self, text: str) -> None:
        """Show what is stored; not while it is being changed, nor where it stands there marked to be."""
        self._committed = text
        if self.hasFocus() and (self.isModified() or self.text() == self._shown(text)):
            return
        super().set_value(self._shown(text))
        self.setModified(False)
        self._fit()
        self.setToolTip(text)

    def commit(self) -> None:
        """Take what stands there, in the known spelling where it is known."""
        text = " ".join(self.value().split())
        known = self._committed if text == self._shown(self._committed) else self._known(text)
        self.suggestions.close_list()
        self.setModified(False)
        super().set_value(self._shown(known))
        self._fit()
        if known != self._committed:
            self._committed = known
            self.chosen.emit(known)

    def _known(self, text: str) -> str:
        """The known value that is meant: the same words, or what stands before its comma; else the text."""
        key = fold(text)
        values = [one.fills or one.text for one in self._options()]
        same = [value for value in values if fold(value) == key]
        same = same or [value for value in values if fold(value.partition(",")[0]) == key]
        if len(same) == 1:
            return same[0]
        meant = None if same else self._meant(text)
        return (meant.fills or meant.text) if meant is not None else text

    def _meant(self, text: str) -> Suggestion | None:
        return only_one(text, self._options(), _words) if self._names else None

    def _mark_meant(self, text: str) -> None:
        if self.suggestions.shown:
            self.suggestions.mark_meant(self._meant(text))

    def _picked(self, one: Suggestion) -> None:
        self.commit()
        self.moved_on.emit()

    def _find(self, text: str) -> Sequence[Suggestion]:
        return fitting(text, self._options(), _words)

    def _offer_all(self) -> None:
        self.suggestions.offer(tuple(self._options()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self.composing and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if key == Qt.Key.Key_Down and not self.suggestions.shown:
                self._offer_all()
                return
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.commit()
                self.moved_on.emit()
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.suggestions.shown:
            self.suggestions.close_list()
        else:
            self.selectAll()
            self._offer_all()


def _words(one: Suggestion) -> str:
    return f"{one.text} {one.second}"


class DateField(_SlimField):
    """A day, typed as 30/8 or 30/8/2026; ↑ and ↓ go by days. `picked` carries a date or None.
    Never too narrow for its day.

    `complained` carries one sentence when the text is no date, "" when it is right again.
    """

    picked = Signal(object)
    complained = Signal(str)
    moved_on = Signal()

    def __init__(
        self, look: Look, today: Callable[[], date], *, name: str, placeholder: str = "chọn ngày"
    ) -> None:
        super().__init__(look, name=name, icon="calendar_16", placeholder=placeholder, least=27, most=34)
        self._today = today
        self._day: date | None = None
        self.left.connect(self.commit)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def set_day(self, day: date | None) -> None:
        marked = day == self._day and self.hasSelectedText()
        self._day = day
        if self.hasFocus() and (self.isModified() or marked):
            return
        self._write(day)

    def _write(self, day: date | None) -> None:
        super().set_value(f"{day.day}/{day.month}/{day.year}" if day else "")
        self.setModified(False)
        self._fit()
        words = f"{weekday_date(day)}, {days_left(self._today(), day).lower()}" if day else ""
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.set_warned(False)
        self.complained.emit("")

    def commit(self) -> None:
        text = self.value()
        try:
            day = read_day(text, self._today()) if text else None
        except ValueError as wrong:
            self.set_warned(True)
            self.setToolTip(str(wrong))
            self.complained.emit(str(wrong))
            return
        changed = day != self._day
        self._day = day
        self._write(day)
        if changed:
            self.picked.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self.composing and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.commit()
                self.moved_on.emit()
                return
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                day = self._day or self._today()
                self._write(day + timedelta(days=1 if key == Qt.Key.Key_Up else -1))
                self.setModified(True)
                self.commit()
                return
        super().keyPressEvent(event)


def read_day(text: str, today: date) -> date:
    """A typed day; without a year the next such day from today. ValueError with one sentence."""
    short = _DAY_AND_MONTH.fullmatch(text)
    if short is None:
        return parse_date(text)
    day = make_date(int(short[1]), int(short[2]), today.year)
    return day if day >= today else make_date(int(short[1]), int(short[2]), today.year + 1)
