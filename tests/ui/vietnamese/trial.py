"""One text typed into one field by one tool, and whether it came out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit
from shiboken6 import isValid

from tests.ui.vietnamese import hand
from tests.ui.vietnamese.fields import TextField
from tests.ui.vietnamese.strokes import Stroke, Tool, strokes
from ui.widgets.suggestions import Suggestion, Suggestions

#: The event loop turns once in so many strokes: tools send a burst at once.
_TURNS = 16
#: After so many strokes a slow hand rests once, where its pause has it.
_PAUSE_AT = 20
_OFFERED = (
    Suggestion("Nguyễn Đức Ưởng", "thôn Phú Ấp"),
    Suggestion("Nguyễn Thị Thanh Nguyệt", "thôn Thượng Vĩnh Ổn"),
    Suggestion("Đặng Văn Quyết", "thôn Đồng Vạn"),
)


class Pause(Enum):
    """Where a slow hand rests once in a sentence."""

    IN_A_WORD = "in a word"
    AFTER_A_BLANK = "after a blank"


def words_in(field: TextField) -> str:
    return field.toPlainText() if isinstance(field, QTextEdit) else field.text()


def list_under(field: TextField) -> Suggestions | None:
    """What hangs under this field when it has suggestions."""
    found: list[Any] = list(field.window().findChildren(Suggestions))
    return next((one for one in found if one._field is field), None)


@dataclass(slots=True)
class Trial:
    """`offering`: its list hangs open all the time. At the `pause` everything comes that waits for one:
    `rest` brings it."""

    field: TextField
    text: str
    tool: Tool
    offering: Suggestions | None = None
    pause: Pause | None = None
    rest: Callable[[], object] | None = None

    def fault(self) -> str:
        """Empties the field, types, and says what is wrong with it; "" when nothing is."""
        field = self.field
        if not isValid(field) or not self._enter():
            return f"cannot be entered for “{self.text}”"
        for words in ("Ctrl+A", "Delete"):
            hand.press(words)
        if words_in(field):
            return f"keeps “{words_in(field)}” although it was emptied"
        if self.offering is None:
            return self._send()
        with _always_offering(self.offering):
            wrong = self._send()
            if not wrong and not self.offering.shown:
                return f"no list hung open under “{self.text}”"
            return wrong

    def _enter(self) -> bool:
        self.field.setFocus(Qt.FocusReason.TabFocusReason)
        hand.turn()
        return bool(QApplication.focusWidget() is self.field)

    def _send(self) -> str:
        field, text = self.field, self.text
        away: list[Stroke] = []
        waits = [self.pause is not None]

        def between(number: int, stroke: Stroke) -> None:
            here = stroke.word_open if self.pause is Pause.IN_A_WORD else stroke.text.endswith(" ")
            if waits[0] and here and number > _PAUSE_AT:
                waits[0] = False
                if self.rest is not None:
                    self.rest()
            elif number % _TURNS == 0:
                hand.turn()
            if not away and QApplication.focusWidget() is not field:
                away.append(stroke)

        try:
            hand.send(strokes(text, self.tool), between)
        except hand.NoInputMethodError:
            return f"asks no input method for “{text}”"
        hand.turn()
        if away or not isValid(field):
            return f"the focus went away in “{text}” after {away}"
        if words_in(field) != text:
            return f"“{words_in(field)}” instead of “{text}”"
        stored = field.value()  # type: ignore[union-attr]
        if stored != unicodedata.normalize("NFC", text):
            return f"would be stored as “{stored}” instead of “{text}”"
        return ""


@contextmanager
def _always_offering(offered: Suggestions) -> Any:
    find = offered._find
    offered._find = lambda words: _OFFERED
    try:
        yield
    finally:
        offered._find = find
        offered.close_list()
