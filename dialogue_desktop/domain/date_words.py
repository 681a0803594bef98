"""Dates and hours as Vietnamese offices write them; light enough for the first screen."""

from __future__ import annotations

from datetime import date, time

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAYS_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def _day2(d: date) -> str:
    return f"{d.day:02}"


def _month(d: date) -> str:
    """Months 1 and 2 with a zero, 3 to 9 without (NĐ 30/2020, Phụ lục I, II.4)."""
    return f"{d.month:02}" if d.month <= 2 else str(d.month)


def date_doc(d: date) -> str:
    """ "ngày 05 tháng 9 năm 2026" (NĐ 30/2020, Phụ lục I, II.4)."""
    return f"ngày {_day2(d)} tháng {_month(d)} năm {d.year}"


def date_doc_blank(year: int | None = None) -> str:
    """The same line with room for filling in by hand (P2)."""
    return f"ngày …… tháng …… năm {year}" if year else "ngày …… tháng …… năm ………"


def date_short(d: date) -> str:
    """ "05/9/2026", "24/4/2026", "10/01/2026": in sentences and lists."""
    return f"{_day2(d)}/{_month(d)}/{d.year}"


def date_dm(d: date) -> str:
    """ "24/4", "06/5": in lists, where the year is known."""
    return f"{_day2(d)}/{_month(d)}"


def date_plain(d: date) -> str:
    """ "1/5", "30/4": as holidays are called."""
    return f"{d.day}/{d.month}"


def date_numeric(d: date) -> str:
    """ "05/09/2026": always ten characters, for file stamps and columns of figures."""
    return f"{d.day:02}/{d.month:02}/{d.year:04}"


def weekday_long(d: date) -> str:
    """ "thứ Sáu", "Chủ nhật"."""
    return WEEKDAYS[d.weekday()]


def weekday_short(d: date) -> str:
    """ "T2" to "T7", "CN"."""
    return _WEEKDAYS_SHORT[d.weekday()]


def weekday_date(d: date) -> str:
    """ "thứ Sáu 24/4/2026"."""
    return f"{weekday_long(d)} {date_short(d)}"


def weekday_dm_long(d: date) -> str:
    """ "thứ Sáu 24/4": in sentences, where the year is known."""
    return f"{weekday_long(d)} {date_dm(d)}"


def weekday_dm(d: date) -> str:
    """ "T6 24/4": for a column of dates."""
    return f"{weekday_short(d)} {date_dm(d)}"


def days_left(today: date, d: date) -> str:
    """ "Còn 2 ngày", "Hôm nay", "Trễ 1 ngày", in calendar days."""
    left = (d - today).days
    if left == 0:
        return "Hôm nay"
    return f"Còn {left} ngày" if left > 0 else f"Trễ {-left} ngày"


# --- hours -------------------------------------------------------------------------------------------


def time_doc(t: time) -> str:
    """ "08 giờ 30 phút", "08 giờ 00": in documents."""
    return f"{t.hour:02} giờ {t.minute:02} phút" if t.minute else f"{t.hour:02} giờ 00"


def time_text(t: time) -> str:
    """ "8 giờ 30", "8 giờ 00": in sentences of the window."""
    return f"{t.hour} giờ {t.minute:02}"


def time_hm(t: time) -> str:
    """ "08:00": in tables."""
    return f"{t.hour:02}:{t.minute:02}"
