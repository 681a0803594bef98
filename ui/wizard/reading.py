"""Reading what is typed into the small fields: counts, money, dates and hours, empty when not known."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal, InvalidOperation

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import (
    date_short,
    decimal_vi,
    parse_date,
    parse_time,
    thousands,
    time_hm,
)

MOST = 999_999_999_999
_BLANKS = re.compile(r"\s+")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")


def read_count(text: str) -> int | None:
    """ "1.150" is 1150; empty is None. ValueError with a sentence."""
    bare = _BLANKS.sub("", text)
    if not bare:
        return None
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(".", "")
    if not (bare.isascii() and bare.isdigit()):
        raise ValueError("Chỉ ghi số, ví dụ 120 hoặc 1.150.")
    value = int(bare[:20])
    if value > MOST:
        raise ValueError("Số quá lớn.")
    return value


def write_count(value: int | None) -> str:
    return "" if value is None else thousands(value)


def count_within(low: int, high: int, what: str) -> Callable[[str], int]:
    """A reader of counts from `low` to `high`; `what` begins the sentence ("Số ngày")."""

    def read(text: str) -> int:
        value = read_count(text)
        if value is None:
            raise ValueError(f"Chưa ghi {what[:1].lower()}{what[1:]}.")
        if not low <= value <= high:
            raise ValueError(f"{what} từ {low} đến {high}.")
        return value

    return read


def read_money(text: str) -> int:
    """Đồng: "20.000", "20000", "20.000 đ", "20 nghìn", "1,5 triệu"; empty is 0."""
    key = fold(text).strip()
    for word in ("dong", "vnd", "d"):
        if key.endswith(word):
            key = key[: -len(word)].strip()
            break
    if not key:
        return 0
    for words, factor in ((("nghin", "ngan", "k"), 1_000), (("trieu", "tr"), 1_000_000)):
        for word in words:
            if key.endswith(word):
                number = read_quantity(key[: -len(word)])
                return int((number * factor).to_integral_value())
    value = read_count(key)
    return value or 0


def write_money(value: int) -> str:
    return thousands(value) if value else ""


def read_quantity(text: str) -> Decimal:
    """ "1,5" and "1.150"; a dot groups thousands, a comma begins the decimals."""
    bare = _BLANKS.sub("", text)
    whole, comma, rest = bare.partition(",")
    if _GROUPED.fullmatch(whole):
        whole = whole.replace(".", "")
    try:
        if not bare.isascii() or not whole.isdigit() or (comma and not rest.isdigit()):
            raise InvalidOperation
        value = Decimal(f"{whole}.{rest}" if comma else whole)
    except InvalidOperation:
        raise ValueError("Số lượng ghi như 2 hoặc 1,5.") from None
    if value > 1_000_000:
        raise ValueError("Số lượng quá lớn.")
    return value


def write_quantity(value: Decimal) -> str:
    return decimal_vi(value)


def read_day(text: str) -> date | None:
    """A date, with or without its weekday ("thứ Sáu 24/4/2026"); empty is None."""
    return parse_date(text) if text.strip() else None


def write_day(value: date | None) -> str:
    return date_short(value) if value else ""


def read_hour(text: str) -> time | None:
    return parse_time(text) if text.strip() else None


def write_hour(value: time | None) -> str:
    return time_hm(value) if value else ""
