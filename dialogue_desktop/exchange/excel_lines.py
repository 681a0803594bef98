"""Rows of long tables as the words of the file itself: several times as quick as an object for each cell."""

from __future__ import annotations

from datetime import date, timedelta
from xml.sax.saxutils import escape

from dialogue_desktop.exchange.excel_style import Look, Pen

Value = str | int | float | date | timedelta | None

_DAY_ZERO = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was
_DAY = timedelta(days=1)
#: Only short words are likely to come again.
_SHORT, _MOST_KNOWN = 60, 2_000


class CellWriter:
    """Cells of one column with one look. Words that come again, as the names of fields do, are made once."""

    __slots__ = ("_known", "_number", "_open", "_pen", "_start", "_text")

    def __init__(self, pen: Pen, letter: str, look: Look) -> None:
        self._pen = pen
        self._start = f'<c r="{letter}'
        self._open = f'" s="{pen.ids[look]}"'
        self._text = f'{self._open} t="inlineStr"><is><t xml:space="preserve">'
        self._number = f"{self._open}><v>"
        self._known: dict[str, str] = {}

    def cell(self, at: int, value: Value) -> str:
        """Numbers and days are numbers and days; a text stays one whatever it begins with."""
        if isinstance(value, str):
            known = self._known.get(value)
            if known is None:
                known = self._made(value)
            return f"{self._start}{at}{known}"
        if value is None:
            return f"{self._start}{at}{self._open}/>"
        if isinstance(value, date):
            if value < _FIRST_DAY:
                return self.cell(at, f"{value.day:02d}/{value.month:02d}/{value.year}")
            value = (value - _DAY_ZERO).days
        elif isinstance(value, timedelta):
            value = value / _DAY
        return f"{self._start}{at}{self._number}{value!r}</v></c>"

    def _made(self, value: str) -> str:
        """The cell behind its place."""
        removed = self._pen.removed
        text = self._pen.written(value)
        made = f"{self._text}{escape(text)}</t></is></c>" if text else f"{self._open}/>"
        # What had to be taken out is counted each time.
        if len(value) <= _SHORT and len(self._known) < _MOST_KNOWN and self._pen.removed == removed:
            self._known[value] = made
        return made

    def formula(self, at: int, formula: str, value: Value) -> str:
        """A formula of our own, never made of what people typed, and what it gives now."""
        if isinstance(value, timedelta):
            value = value / _DAY
        if isinstance(value, str):
            kept = f' t="str"><f>{escape(formula)}</f><v>{escape(self._pen.written(value))}</v></c>'
        else:
            kept = f"><f>{escape(formula)}</f><v>{'' if value is None else repr(value)}</v></c>"
        return f"{self._start}{at}{self._open}{kept}"


def row_xml(at: int, height: float, cells: str) -> bytes:
    return f'<row r="{at}" ht="{height:g}" customHeight="1">{cells}</row>'.encode()
