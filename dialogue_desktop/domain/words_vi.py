"""Dates, hours, counts and money as Vietnamese offices write them, and the reading of typed ones."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time
from decimal import Decimal

from dialogue_desktop.domain.date_words import WEEKDAYS
from dialogue_desktop.domain.date_words import date_dm as date_dm
from dialogue_desktop.domain.date_words import date_doc as date_doc
from dialogue_desktop.domain.date_words import date_doc_blank as date_doc_blank
from dialogue_desktop.domain.date_words import date_numeric as date_numeric
from dialogue_desktop.domain.date_words import date_plain as date_plain
from dialogue_desktop.domain.date_words import date_short as date_short
from dialogue_desktop.domain.date_words import days_left as days_left
from dialogue_desktop.domain.date_words import time_doc as time_doc
from dialogue_desktop.domain.date_words import time_hm as time_hm
from dialogue_desktop.domain.date_words import time_text as time_text
from dialogue_desktop.domain.date_words import weekday_date as weekday_date
from dialogue_desktop.domain.date_words import weekday_dm as weekday_dm
from dialogue_desktop.domain.date_words import weekday_dm_long as weekday_dm_long
from dialogue_desktop.domain.date_words import weekday_long as weekday_long
from dialogue_desktop.domain.date_words import weekday_short as weekday_short
from dialogue_desktop.domain.text_vi import fold, nfc, one_line

FIRST_YEAR, LAST_YEAR = 1900, 2199  # what a commune can mean; anything else is a slip of the finger

# --- figures -----------------------------------------------------------------------------------------


def count2(n: int) -> str:
    """Counts under ten with a zero, as reports have them: "05", "12"; nothing is "0"."""
    return f"{n:02}" if 0 < n < 10 else thousands(n)


def document_number(n: int) -> str:
    """Number of a document: under ten with a zero (NĐ 30/2020, Phụ lục I, II.3)."""
    return f"{n:02}"


def thousands(n: int) -> str:
    """ "1.234.567"."""
    return f"{n:,}".replace(",", ".")


def decimal_vi(value: Decimal | float | int, digits: int | None = None) -> str:
    """ "1,27", "1.234,5": decimal comma; ``digits`` places, or as many as the value has."""
    exact = Decimal(str(value))
    text = f"{exact:,f}" if digits is None else f"{exact:,.{digits}f}"
    if digits is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def roman(n: int) -> str:
    """ "IV" for 4; for 1 to 3999."""
    if not 0 < n < 4000:
        raise ValueError("Số La Mã chỉ viết được từ 1 đến 3.999.")
    parts = zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), _ROMAN, strict=True)
    out = ""
    for value, letters in parts:
        out += letters * (n // value)
        n %= value
    return out


_ROMAN = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
_ITEM_LETTERS = "abcdđeghiklmnopqrstuvxy"


def letter_item(i: int) -> str:
    """Letter of the i-th point, from 1: a b c d đ e g h i k … (NĐ 30/2020: no f, j, w, z); then aa, ab …"""
    if i < 1:
        raise ValueError("Điểm được đánh thứ tự từ 1.")
    turn, place = divmod(i - 1, len(_ITEM_LETTERS))
    return (letter_item(turn) if turn else "") + _ITEM_LETTERS[place]


# --- numbers in words --------------------------------------------------------------------------------

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9


def _below_hundred(n: int) -> str:
    tens, unit = divmod(n, 10)
    if tens == 0:
        return _DIGITS[unit]
    words = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if unit == 0:
        return words
    if unit == 5:
        return f"{words} lăm"
    if tens > 1 and unit in (1, 4):
        return f"{words} {'mốt' if unit == 1 else 'tư'}"
    return f"{words} {_DIGITS[unit]}"


def _below_thousand(n: int, inner: bool) -> str:
    """Three digits; ``inner`` when more stands before them, so that "không trăm" must be said."""
    hundreds, rest = divmod(n, 100)
    if hundreds == 0 and not inner:
        return _below_hundred(rest)
    words = f"{_DIGITS[hundreds]} trăm"
    if rest == 0:
        return words
    return f"{words} linh {_DIGITS[rest]}" if rest < 10 else f"{words} {_below_hundred(rest)}"


def _positive_words(n: int) -> str:
    billions, rest = divmod(n, _BILLION)
    words = f"{_positive_words(billions)} tỷ" if billions else ""
    for size, name in ((10**6, " triệu"), (10**3, " nghìn"), (1, "")):
        group, rest = divmod(rest, size)
        if group:
            words += f" {_below_thousand(group, inner=bool(words))}{name}"
    return words.strip()


def number_words(n: int) -> str:
    """ "một nghìn không trăm linh năm"; for numbers under 1.000 tỷ tỷ. ValueError beyond."""
    if abs(n) >= 1000 * _BILLION**2:
        raise ValueError("Số quá lớn, không viết được bằng chữ.")
    if n == 0:
        return _DIGITS[0]
    return f"âm {_positive_words(-n)}" if n < 0 else _positive_words(n)


def money_words(n: int) -> str:
    """ "Một triệu hai trăm nghìn đồng"."""
    words = number_words(n)
    return f"{words[0].upper()}{words[1:]} đồng"


# --- reading -----------------------------------------------------------------------------------------

_WEEKDAY_WORDS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_WEEKDAY = re.compile(r"\b(?:thứ\s+(hai|ba|tư|năm|sáu|bảy|[2-7])|t([2-7])|(chủ nhật|cn))\b")
_LEAD = r"(?:(?:thu \w+|t[2-7]|chu nhat|cn)[ ,]*)?\(?(?:ngay )?\s*"
_NUMERIC_DATE = re.compile(_LEAD + r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d+)\)?")
_WORDED_DATE = re.compile(_LEAD + r"(\d{1,2}) thang (\d{1,2})[ ,]+nam (\d+)\)?")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(
    r"(?:luc |vao luc |vao hoi |hoi |tu )?(\d{1,2})(?:\s*(?::|\.|h|g|gio)\s*(\d{1,2})?\s*(?:phut|p)?)?"
    r"(?: (?:buoi )?(sang|trua|chieu|toi))?"
)
_DATE_EXAMPLE = "viết ngày/tháng/năm, ví dụ 05/9/2026"
_TIME_EXAMPLE = "viết như 8 giờ 30 hoặc 08:30"


def _quoted(s: str) -> str:
    text = one_line(s)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def written_weekday(s: str) -> int | None:
    """The weekday that a text names ("thứ năm", "Thứ 5", "T5", "CN"): 0 for thứ Hai to 6, or None."""
    found = _WEEKDAY.search(nfc(s).lower())  # with accents: "thứ tự" is no Wednesday
    if found is None:
        return None
    word = found[1] or found[2]
    if word is None:
        return 6
    return int(word) - 2 if word.isdigit() else _WEEKDAY_WORDS.index(word)


def weekday_mismatch(s: str, d: date) -> str:
    """One sentence when the weekday written in ``s`` is not that of ``d``, else an empty text (P6)."""
    written = written_weekday(s)
    if written is None or written == d.weekday():
        return ""
    return f"Ngày {date_short(d)} là {weekday_long(d)}, không phải {WEEKDAYS[written]}."


def make_date(day: int, month: int, year: int) -> date:
    """The date, or ValueError with one Vietnamese sentence for the person who typed it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Năm {year} không đúng: năm viết đủ bốn chữ số, ví dụ 2026.")
    if not 1 <= month <= 12:
        raise ValueError(f"Không có tháng {month}: {_DATE_EXAMPLE}.")
    if day < 1:
        raise ValueError(f"Không có ngày {day}: {_DATE_EXAMPLE}.")
    last = monthrange(year, month)[1]
    if day > last:
        raise ValueError(f"Tháng {month} năm {year} chỉ có {last} ngày.")
    return date(year, month, day)


def parse_date(s: str) -> date:
    """Read "5/9/2026", "05-09-2026", "thứ Bảy, ngày 05 tháng 9 năm 2026" or "2026-09-05"; never month first.

    ValueError carries one Vietnamese sentence: which part is wrong, or the weekday that does not agree.
    """
    key = fold(s).rstrip(".,;")
    if not key:
        raise ValueError("Chưa nhập ngày.")
    if iso := _ISO_DATE.fullmatch(key):
        return make_date(int(iso[3]), int(iso[2]), int(iso[1]))
    found = _NUMERIC_DATE.fullmatch(key) or _WORDED_DATE.fullmatch(key)
    if found is None:
        raise ValueError(f"Không hiểu ngày {_quoted(s)}: {_DATE_EXAMPLE}.")
    if len(found[3]) > 4:
        raise ValueError(f"Năm {found[3][:12]} không đúng: năm viết đủ bốn chữ số, ví dụ 2026.")
    d = make_date(int(found[1]), int(found[2]), int(found[3]))
    if mismatch := weekday_mismatch(s, d):
        raise ValueError(mismatch)
    return d


def parse_time(s: str) -> time:
    """Read "8 giờ 30'", "07 giờ 30 phút", "8:30", "8h30", "14h", "2 giờ chiều".

    ValueError carries one Vietnamese sentence.
    """
    key = fold(s).rstrip(".,;")
    if not key:
        raise ValueError("Chưa nhập giờ.")
    found = _TIME.fullmatch(key)
    if found is None:
        raise ValueError(f"Không hiểu giờ {_quoted(s)}: {_TIME_EXAMPLE}.")
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3] in ("chieu", "toi") and hour < 12:
        hour += 12
    if hour > 23:
        raise ValueError(f"Không có {hour} giờ: giờ viết từ 0 đến 23.")
    if minute > 59:
        raise ValueError(f"Không có {minute} phút: phút viết từ 0 đến 59.")
    return time(hour, minute)
