"""Office writing turned into words that a reader can say into a microphone: dates, hours, numbers (C1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time

from dialogue_desktop.domain.date_words import weekday_long
from dialogue_desktop.domain.words_vi import number_words

_MONTHS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_ABBREVIATIONS = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "MTTQ": "Mặt trận Tổ quốc",
    "NTM": "nông thôn mới",
    "TTHC": "thủ tục hành chính",
    "KT-XH": "kinh tế - xã hội",
    "QP-AN": "quốc phòng - an ninh",
    "VHXH": "văn hóa - xã hội",
    "TDP": "tổ dân phố",
    "BHYT": "bảo hiểm y tế",
}
_ABBREVIATED = re.compile(rf"\b(?:{'|'.join(sorted(_ABBREVIATIONS, key=len, reverse=True))})\b")
_ROMAN = {"I": "một", "II": "hai", "III": "ba", "IV": "bốn"}


def spoken_date(day: date, *, weekday: bool = True, year: bool = True) -> str:
    """ "thứ Sáu, ngày hai mươi tư tháng tư năm hai nghìn không trăm hai mươi sáu"."""
    words = f"{_day(day.day)} tháng {_MONTHS[day.month - 1]}"
    words += f" năm {number_words(day.year)}" if year else ""
    return f"{weekday_long(day)}, {words}" if weekday else words


def spoken_time(at: time) -> str:
    """ "tám giờ sáng", "một giờ ba mươi phút chiều"."""
    part = "sáng" if at.hour < 11 else "trưa" if at.hour < 13 else "chiều" if at.hour < 18 else "tối"
    hour = at.hour - 12 if at.hour > 12 else at.hour
    minutes = f" {number_words(at.minute)} phút" if at.minute else ""
    return f"{number_words(hour)} giờ{minutes} {part}"


def spoken(text: str) -> str:
    """The text without a single figure: dates, hours, numbers, percentages, quarters and the office's
    abbreviations in words. A number that no rule knows is read figure by figure."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return text


def spelled_out(text: str) -> str:
    """The text with the office's abbreviations in full and its figures left as they are."""
    return _ABBREVIATED.sub(lambda match: _ABBREVIATIONS[match.group(0)], text)


def _day(day: int) -> str:
    return f"ngày mùng {number_words(day)}" if day <= 10 else f"ngày {number_words(day)}"


def _full_date(match: re.Match[str]) -> str:
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return _figures(match.group(0))
    words = f"{_day(day)} tháng {_MONTHS[month - 1]}"
    return f"{words} năm {number_words(int(year))}" if year else words


def _month_year(match: re.Match[str]) -> str:
    month = int(match["m"])
    if not 1 <= month <= 12:
        return _figures(match.group(0))
    year = f" năm {number_words(int(match['y']))}" if match["y"] else ""
    return f"{match['w']} {_MONTHS[month - 1]}{year}"


def _hour(match: re.Match[str]) -> str:
    hour, minute = int(match["h"]), int(match["n"] or 0)
    if hour < 24 and minute < 60:
        return spoken_time(time(hour, minute))
    return f"{number_words(hour)} giờ" + (f" {number_words(minute)} phút" if minute else "")


def _quarters(match: re.Match[str]) -> str:
    return match["w"] + re.sub(r"[IV]+", lambda one: _ROMAN.get(one[0], one[0]), match["q"])


def _decimal(match: re.Match[str]) -> str:
    whole = number_words(int(match["a"].replace(".", "")))
    return f"{whole} phẩy {_figures(match['b']) if match['b'][0] == '0' else number_words(int(match['b']))}"


def _number(match: re.Match[str]) -> str:
    figures = match.group(0).replace(".", "")
    if len(figures) > 15 or (figures[0] == "0" and len(figures) > 2):
        return _figures(figures)  # a telephone number
    return number_words(int(figures))


def _figures(text: str) -> str:
    return " ".join(number_words(int(c)) if c.isdecimal() else c for c in text if not c.isspace())


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_ABBREVIATED, lambda match: _ABBREVIATIONS[match.group(0)]),
    (re.compile(r"(?:\bngày )?(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})(?![\d/])"), _full_date),
    (
        re.compile(r"\bngày (?P<d>\d{1,2}) tháng (?P<m>\d{1,2})(?: năm (?P<y>\d{4}))?(?!\d)"),
        _full_date,
    ),
    (re.compile(r"\bngày (?P<d>\d{1,2})/(?P<m>\d{1,2})(?P<y>)(?![\d/])"), _full_date),
    (
        re.compile(r"(?P<w>\b[Tt]háng) (?P<m>\d{1,2})(?:(?:/| năm )(?P<y>\d{4}))?(?![\d/])"),
        _month_year,
    ),
    (
        re.compile(
            r"\b(?P<h>\d{1,2})(?: giờ|h|:(?=\d\d\b))(?: ?(?P<n>\d{1,2})(?: ?phút\b|'|(?!\d)))?"
            r"(?: (?:sáng|trưa|chiều|tối)\b)?"
        ),
        _hour,
    ),
    (re.compile(r"(?P<w>\b[Qq]uý )(?P<q>[IV]+(?:(?:,| và| -) ?[IV]+)*)"), _quarters),
    (re.compile(r"(?P<a>\d[\d.]*),(?P<b>\d+)"), _decimal),
    (re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+"), _number),
    (re.compile(r" ?%"), " phần trăm"),
)
