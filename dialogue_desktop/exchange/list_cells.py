"""What the short cells of a list say, whatever the list: text, day, telephone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dialogue_desktop.domain.date_words import date_short, weekday_date
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import make_date, parse_date
from dialogue_desktop.exchange.table_types import Value


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says, and what is to be said about it. `error`: it cannot be kept like this."""

    value: object = None
    doubt: str = ""
    note: str = ""
    error: str = ""
    choices: tuple[str, ...] = ()


#: So much of a cell that should hold a word or two is looked at (and remembered).
LONGEST_SHORT = 120

# --- text of any cell ---------------------------------------------------------------------------------


def shown(value: Value) -> str:
    """A cell as a person reads it in its program."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def flat(text: str) -> str:
    """A text of a table, whose letters are clean already, on one line."""
    return " ".join(text.split())


# --- day ----------------------------------------------------------------------------------------------

_FIRST = datetime(1899, 12, 30)
#: Serial numbers of days from 1985 to 2064: nothing else in a column of days is so large.
_SERIALS = range(31_048, 60_265)
_SERIAL = re.compile(r"\d{5}(?:[.,]0+)?")
_SHORT_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})")
_SHORT_YEAR = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2})")
_HOUR = re.compile(r"[ T]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?$|^\d{1,2}(?::\d{2}|h\d{0,2}),?\s+")
_OLDEST = 400
_LONGEST_DAY = 80


def read_day(value: Value, today: date) -> Said:
    """A real day, Excel's serial number, or a text with the day first; the month never comes first."""
    if value is None or value == "":
        return Said()
    if isinstance(value, bool):
        return Said(error="Ô này phải là ngày.")
    if isinstance(value, date):
        return _judged(value, today)
    if isinstance(value, (int, float)):
        if int(value) in _SERIALS:
            return _judged((_FIRST + timedelta(days=int(value))).date(), today)
        return Said(error=f"Số {shown(value)} không phải là ngày: viết ngày/tháng/năm, ví dụ 05/9/2026.")
    if len(value) > _LONGEST_DAY:
        return Said(error=f"Không hiểu ngày “{short_of(value)}”: viết ngày/tháng/năm, ví dụ 05/9/2026.")
    text = _HOUR.sub("", " ".join(value.split()).strip(" .,;"))
    try:
        return _read_text_day(text, today)
    except ValueError as wrong:
        return Said(error=str(wrong))


def _read_text_day(text: str, today: date) -> Said:
    if _SERIAL.fullmatch(text) and int(text[:5]) in _SERIALS:
        return _judged((_FIRST + timedelta(days=int(text[:5]))).date(), today)
    short = _SHORT_DAY.fullmatch(text)
    if short:
        day = make_date(int(short[1]), int(short[2]), today.year)
        if day > today:
            day = make_date(int(short[1]), int(short[2]), today.year - 1)
        return Said(day, doubt=f"Ngày không ghi năm; hiểu là {weekday_date(day)}.")
    year = _SHORT_YEAR.fullmatch(text)
    if year:
        day = make_date(int(year[1]), int(year[2]), 2000 + int(year[3]))
        return _judged(day, today, doubt=f"Năm chỉ ghi hai chữ số; hiểu là {weekday_date(day)}.")
    return _judged(parse_date(text), today)


def _judged(day: date, today: date, doubt: str = "") -> Said:
    if day > today:
        turned: tuple[str, ...] = ()
        if day.day <= 12:
            other = date(day.year, day.day, day.month)
            turned = (date_short(other),) if other <= today else ()
        hint = f", có phải {turned[0]} không?" if turned else "."
        return Said(day, doubt=f"Ngày {weekday_date(day)} sau ngày hôm nay{hint}", choices=turned)
    if today - day > timedelta(days=_OLDEST):
        return Said(day, doubt=f"Ngày {weekday_date(day)} đã quá một năm.")
    return Said(day, doubt=doubt)


# --- telephone ----------------------------------------------------------------------------------------

_NOT_DIGITS = re.compile(r"\D")


def read_phone(value: Value) -> Said:
    """A telephone as typed; a number cell gets back the zero that Excel took from it."""
    if value is None or value == "":
        return Said("")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        digits = shown(value)
        value = digits
    text = " ".join(shown(value).split())
    digits = _NOT_DIGITS.sub("", text)
    if len(digits) == 9 and len(text) == 9 and digits[0] != "0":
        return Said(f"0{digits}", note=f"Số 0 ở đầu đã mất; điện thoại được ghi lại là 0{digits}.")
    if len(digits) == 12 and digits.startswith("0"):
        return Said(
            "", doubt="Dãy 12 chữ số giống số định danh cá nhân nên không lưu; ô này chỉ ghi điện thoại."
        )
    if not digits:
        return (
            Said("", note=f"“{short_of(text)}” không phải số điện thoại nên không lưu.")
            if text.strip("-– ")
            else Said("")
        )
    if not 8 <= len(digits) <= 24:
        return Said(text, doubt=f"“{short_of(text)}” không giống số điện thoại.")
    return Said(text)


def short_of(text: str) -> str:
    """The beginning of a cell, to be quoted in a sentence."""
    text = one_line(text)
    return f"{text[:40]}…" if len(text) > 40 else text
