"""The written-out lines of a letterhead: number and symbol, place and date, with room left for the pen."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.documents.sheet import Sheet
from dialogue_desktop.documents.tree import NBSP


def two_digits(number: str) -> str:
    """A number under 10 with its leading zero; anything that is not a bare number stays as it is."""
    return number.zfill(2) if number.isdigit() else number


def number_line(sheet: Sheet, number: str, symbol: str) -> str:
    """ "Số: 05/KH-UBND" (NĐ 30/2020, Phụ lục I, II.3) or "Số 05-KH/ĐU"; blank room for an empty number.

    `symbol` is written as given ("KH-UBND", "KH/ĐU"); without symbol there is no line.
    """
    if not symbol:
        return ""
    shown = two_digits(number.strip()) or NBSP * sheet.words.blank_number
    return sheet.words.number.format(number=shown, symbol=symbol)


def date_words(sheet: Sheet, day: date | None, year: int | None = None) -> str:
    """ "ngày 05 tháng 9 năm 2026": a zero before days under 10 and months 1 and 2 only (II.4)."""
    blank_day, blank_month = NBSP * sheet.words.blank_day, NBSP * sheet.words.blank_month
    if day is None:
        return f"ngày {blank_day} tháng {blank_month} năm {year if year else NBSP * 8}"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def place_date_line(sheet: Sheet, place: str, day: date | None, year: int | None = None) -> str:
    """ "Minh Khê, ngày 05 tháng 9 năm 2026"; without a day its places are left blank for the pen."""
    words = date_words(sheet, day, year).split(" ")
    _, day_text, _, month_text, _, year_text = words
    return sheet.words.place_date.format(place=place, day=day_text, month=month_text, year=year_text)
