"""Dates, hours, numbers and money in the office's words (P6, P10, P11, M1, standards §8)."""

from __future__ import annotations

import unicodedata
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain import words_vi as w


def test_dates_of_documents_have_zeros_where_the_decree_wants_them() -> None:
    """P2: day under 10 and months 1 and 2 with a zero, months 3 to 9 without (NĐ 30/2020)."""
    assert w.date_doc(date(2026, 9, 5)) == "ngày 05 tháng 9 năm 2026"
    assert w.date_doc(date(2026, 2, 24)) == "ngày 24 tháng 02 năm 2026"
    assert w.date_doc(date(2026, 12, 10)) == "ngày 10 tháng 12 năm 2026"
    assert w.date_short(date(2023, 9, 15)) == "15/9/2023"
    assert w.date_short(date(2026, 1, 2)) == "02/01/2026"
    assert w.date_dm(date(2026, 5, 6)) == "06/5"
    assert w.date_plain(date(2026, 5, 1)) == "1/5"
    assert w.date_numeric(date(2026, 5, 6)) == "06/05/2026"


def test_a_blank_date_leaves_room_for_the_pen() -> None:
    """P2: number and date may stay blank."""
    assert w.date_doc_blank(2026) == "ngày …… tháng …… năm 2026"
    assert w.date_doc_blank().endswith("năm ………")


def test_weekdays() -> None:
    """P6: 24/4/2026 is a Friday; 10/9/2023 is a Sunday."""
    assert w.weekday_long(date(2026, 4, 24)) == "thứ Sáu"
    assert w.weekday_long(date(2023, 9, 10)) == "Chủ nhật"
    assert " ".join(w.weekday_short(date(2026, 4, d)) for d in range(20, 27)) == "T2 T3 T4 T5 T6 T7 CN"
    assert w.weekday_date(date(2026, 4, 24)) == "thứ Sáu 24/4/2026"
    assert w.weekday_dm(date(2026, 5, 6)) == "T4 06/5"


@pytest.mark.parametrize(
    ("day", "words"),
    [(14, "Trễ 1 ngày"), (13, "Trễ 2 ngày"), (15, "Hôm nay"), (16, "Còn 1 ngày"), (25, "Còn 10 ngày")],
)
def test_days_left(day: int, words: str) -> None:
    """P14: a date always says what is left."""
    assert w.days_left(date(2026, 4, 15), date(2026, 4, day)) == words


def test_hours() -> None:
    assert w.time_doc(time(8, 30)) == "08 giờ 30 phút"
    assert w.time_doc(time(8)) == "08 giờ 00"
    assert w.time_text(time(8)) == "8 giờ 00"
    assert w.time_text(time(13, 5)) == "13 giờ 05"
    assert w.time_hm(time(8, 5)) == "08:05"


def test_figures() -> None:
    """P11: dots for thousands, comma for decimals; counts under ten with a zero."""
    assert w.thousands(1_234_567) == "1.234.567"
    assert w.thousands(-1000) == "-1.000"
    assert w.thousands(999) == "999"
    assert w.decimal_vi(1.27) == "1,27"
    assert w.decimal_vi(Decimal("1234.50")) == "1.234,5"
    assert w.decimal_vi(1200) == "1.200"
    assert w.decimal_vi(Decimal("2.5"), 2) == "2,50"
    assert [w.count2(n) for n in (0, 5, 10, 1500)] == ["0", "05", "10", "1.500"]
    assert [w.document_number(n) for n in (5, 61, 1234)] == ["05", "61", "1234"]


def test_numbering_of_parts_and_points() -> None:
    """P4: I, II … and a b c d đ e g h i k …, without f j w z."""
    assert [w.roman(n) for n in (1, 4, 9, 14, 40, 99, 2026)] == [
        "I",
        "IV",
        "IX",
        "XIV",
        "XL",
        "XCIX",
        "MMXXVI",
    ]
    assert "".join(w.letter_item(i) for i in range(1, 24)) == "abcdđeghiklmnopqrstuvxy"
    assert [w.letter_item(24), w.letter_item(25)] == ["aa", "ab"]
    for wrong in (w.roman, w.letter_item):
        with pytest.raises(ValueError):
            wrong(0)


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"), (1, "một"), (2, "hai"), (3, "ba"), (4, "bốn"), (5, "năm"), (6, "sáu"), (7, "bảy"),
        (8, "tám"), (9, "chín"), (10, "mười"), (11, "mười một"), (12, "mười hai"), (13, "mười ba"),
        (14, "mười bốn"), (15, "mười lăm"), (16, "mười sáu"), (17, "mười bảy"), (18, "mười tám"),
        (19, "mười chín"), (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"),
        (40, "bốn mươi"), (44, "bốn mươi tư"), (55, "năm mươi lăm"), (91, "chín mươi mốt"), (100, "một trăm"),
        (101, "một trăm linh một"), (104, "một trăm linh bốn"), (105, "một trăm linh năm"),
        (110, "một trăm mười"), (111, "một trăm mười một"), (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"), (555, "năm trăm năm mươi lăm"), (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"), (1015, "một nghìn không trăm mười lăm"),
        (1100, "một nghìn một trăm"), (10_000, "mười nghìn"), (21_000, "hai mươi mốt nghìn"),
        (100_001, "một trăm nghìn không trăm linh một"), (1_000_000, "một triệu"),
        (1_150_000, "một triệu một trăm năm mươi nghìn"),
        (1_234_567, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"),
        (1_000_500, "một triệu năm trăm"),
        (10_000_005, "mười triệu không trăm linh năm"),
        (10_050_000, "mười triệu không trăm năm mươi nghìn"),
        (1_000_000_000, "một tỷ"), (1_000_000_005, "một tỷ không trăm linh năm"),
        (2_005_000_000, "hai tỷ không trăm linh năm triệu"),
        (1_500_000_000_000, "một nghìn năm trăm tỷ"), (10**18, "một tỷ tỷ"),
        (999 * 10**18, "chín trăm chín mươi chín tỷ tỷ"), (-15, "âm mười lăm"),
    ],
)  # fmt: skip
def test_numbers_in_words(n: int, words: str) -> None:
    """P11: mốt, lăm, tư, linh, không trăm."""
    assert w.number_words(n) == words


def test_money_in_words() -> None:
    """P11: the total of the estimate in words."""
    assert w.money_words(1_200_000) == "Một triệu hai trăm nghìn đồng"
    assert w.money_words(0) == "Không đồng"
    with pytest.raises(ValueError, match="quá lớn"):
        w.number_words(10**21)


_VALUES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
    "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


def _read_back(words: str) -> int:
    """An independent reader of number words."""
    total = group = digit = 0
    for word in words.split():
        if word in _VALUES:
            digit = _VALUES[word]
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group, digit = group + 10 * digit, 0
        elif word == "trăm":
            group, digit = group + 100 * digit, 0
        elif word in ("nghìn", "triệu"):
            total += (group + digit) * (1000 if word == "nghìn" else 10**6)
            group = digit = 0
        elif word == "tỷ":
            total, group, digit = (total + group + digit) * 10**9, 0, 0
        else:
            assert word == "linh"
    return total + group + digit


@given(st.integers(0, 10**18 - 1))
def test_number_words_read_back_to_the_same_number(n: int) -> None:
    words = w.number_words(n)
    assert _read_back(words) == n
    assert "  " not in words


@pytest.mark.parametrize(
    "text",
    [
        "5/9/2026",
        "05/09/2026",
        " 05 / 9 / 2026 ",
        "5-9-2026",
        "5.9.2026",
        "ngày 5 tháng 9 năm 2026",
        "Ngày 05 tháng 09 năm 2026.",
        unicodedata.normalize("NFD", "ngày 5 tháng 9 năm 2026"),
        "thứ Bảy, ngày 05/9/2026",
        "Thứ bảy (ngày 05/9/2026)",
        "T7 5/9/2026",
        "2026-09-05",
    ],
)
def test_dates_are_read_day_first(text: str) -> None:
    """P6: d/m/yyyy and dd/mm/yyyy, never m/d."""
    assert w.parse_date(text) == date(2026, 9, 5)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("29/2/2026", "Tháng 2 năm 2026 chỉ có 28 ngày."),
        ("31/4/2026", "Tháng 4 năm 2026 chỉ có 30 ngày."),
        ("9/25/2026", "Không có tháng 25: viết ngày/tháng/năm, ví dụ 05/9/2026."),
        ("0/9/2026", "Không có ngày 0: viết ngày/tháng/năm, ví dụ 05/9/2026."),
        ("5/9/26", "Năm 26 không đúng: năm viết đủ bốn chữ số, ví dụ 2026."),
        ("5/9/20266", "Năm 20266 không đúng: năm viết đủ bốn chữ số, ví dụ 2026."),
        ("  ", "Chưa nhập ngày."),
        ("mai", "Không hiểu ngày “mai”: viết ngày/tháng/năm, ví dụ 05/9/2026."),
        ("thứ Năm, ngày 24/4/2026", "Ngày 24/4/2026 là thứ Sáu, không phải thứ Năm."),
    ],
)
def test_wrong_dates_are_explained(text: str, sentence: str) -> None:
    """G5: bad input gets a clear Vietnamese sentence."""
    with pytest.raises(ValueError) as caught:
        w.parse_date(text)
    assert str(caught.value) == sentence


def test_a_very_long_wrong_date_gives_a_short_sentence() -> None:
    with pytest.raises(ValueError) as caught:
        w.parse_date("9" * 10_000)
    assert len(str(caught.value)) < 120
    with pytest.raises(ValueError) as caught:
        w.parse_date("5/9/" + "9" * 10_000)
    assert len(str(caught.value)) < 120


def test_the_weekday_of_a_plan_is_checked() -> None:
    """P6: S1 prints 25/5/2023 as "thứ năm", and it is."""
    assert w.weekday_mismatch("8 giờ 00, thứ năm ngày 25/5/2023", date(2023, 5, 25)) == ""
    assert w.weekday_mismatch("ngày 25/5/2023", date(2023, 5, 25)) == ""
    assert (
        w.weekday_mismatch("Chủ nhật", date(2026, 4, 24)) == "Ngày 24/4/2026 là thứ Sáu, không phải Chủ nhật."
    )
    assert [w.written_weekday(s) for s in ("thứ Hai", "Thứ 7", "CN", "thứ tư", "tuần sau")] == [
        0,
        5,
        6,
        2,
        None,
    ]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_written_date_is_read_back(d: date) -> None:
    for write in (w.date_doc, w.date_short, w.date_numeric, w.weekday_date, date.isoformat):
        assert w.parse_date(write(d)) == d


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("8 giờ 30'", time(8, 30)),
        ("8 giờ 30’", time(8, 30)),
        ("07 giờ 30 phút", time(7, 30)),
        ("8:30", time(8, 30)),
        ("8h30", time(8, 30)),
        ("8g30", time(8, 30)),
        ("8H", time(8)),
        ("14 giờ", time(14)),
        ("8", time(8)),
        ("2 giờ chiều", time(14)),
        ("7 giờ 30 tối", time(19, 30)),
        ("08 giờ 00", time(8)),
        ("lúc 13 giờ 05 phút.", time(13, 5)),
    ],
)
def test_hours_are_read(text: str, read: time) -> None:
    """P6: hours as the plans write them."""
    assert w.parse_time(text) == read


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("25:00", "Không có 25 giờ: giờ viết từ 0 đến 23."),
        ("8h75", "Không có 75 phút: phút viết từ 0 đến 59."),
        ("", "Chưa nhập giờ."),
        ("sáng mai", "Không hiểu giờ “sáng mai”: viết như 8 giờ 30 hoặc 08:30."),
    ],
)
def test_wrong_hours_are_explained(text: str, sentence: str) -> None:
    """G5: bad input gets a clear Vietnamese sentence."""
    with pytest.raises(ValueError) as caught:
        w.parse_time(text)
    assert str(caught.value) == sentence


@given(st.times())
def test_every_written_hour_is_read_back(t: time) -> None:
    for write in (w.time_doc, w.time_text, w.time_hm):
        assert w.parse_time(write(t)) == time(t.hour, t.minute)
