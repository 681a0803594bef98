"""What single cells say: people, places, days, consent, telephone, field, several opinions (C4, C5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.exchange import list_cells, list_people
from dialogue_desktop.exchange import opinion_rows_cells as cells
from dialogue_desktop.exchange.list_people import People, read_people
from dialogue_desktop.exchange.list_places import Place, Places
from dialogue_desktop.exchange.opinion_rows_types import SpeakingForm
from tests.exchange.lists import CANAL, FIELDS, LOCALITIES, TODAY


def persons(text: str) -> tuple[tuple[str, str], ...]:
    return read_people(text).persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Nguyễn Văn An", [("ông", "Nguyễn Văn An")]),
        ("Nguyễn Văn An", [("", "Nguyễn Văn An")]),
        ("Ông Nguyễn Văn An, bà Lê Thị Ổn", [("ông", "Nguyễn Văn An"), ("bà", "Lê Thị Ổn")]),
        ("ông Nguyễn Văn An và bà Lê Thị Ổn", [("ông", "Nguyễn Văn An"), ("bà", "Lê Thị Ổn")]),
        ("1. Ông Nguyễn Văn An\n2. Bà Lê Thị Ổn", [("ông", "Nguyễn Văn An"), ("bà", "Lê Thị Ổn")]),
        ("Nguyễn Văn An; Lê Thị Ổn", [("", "Nguyễn Văn An"), ("", "Lê Thị Ổn")]),
        ("Ông/Bà: Nguyễn Văn An", [("", "Nguyễn Văn An")]),
        ("Ô. Nguyễn Văn An", [("ông", "Nguyễn Văn An")]),
        ("Bà: Lê Thị Ổn", [("bà", "Lê Thị Ổn")]),
        ("Đ/c Trần Văn Bảy", [("đồng chí", "Trần Văn Bảy")]),
        ("Hộ ông Nguyễn Văn An", [("ông", "Nguyễn Văn An")]),
        ("Ong Nguyen Van An", [("ông", "Nguyen Van An")]),
        ("Bà Ba", [("bà", "Ba")]),
        ("Ba", [("", "Ba")]),
        ("Chu Văn Cô", [("", "Chu Văn Cô")]),
        ("Đoàn Văn Hậu", [("", "Đoàn Văn Hậu")]),
        ("Trần Thị Và", [("", "Trần Thị Và")]),
        ("H'Hen Niê", [("", "H'Hen Niê")]),
        ("Nguyễn Hoà, Lê Thuý", [("", "Nguyễn Hoà"), ("", "Lê Thuý")]),  # old tone marks stay
    ],
)
def test_people_of_a_cell(text: str, expected: list[tuple[str, str]]) -> None:
    """C5: honorifics split off, several persons told apart, the spelling never touched."""
    assert list(persons(text)) == expected
    assert read_people(text).group == ""


@pytest.mark.parametrize(
    ("text", "group", "expected"),
    [
        ("nhóm 5 hộ xóm Đình", "nhóm 5 hộ xóm Đình", []),
        ("nhóm 5 hộ do ông Trần Văn Bảy đại diện", "nhóm 5 hộ", [("ông", "Trần Văn Bảy")]),
        ("Nhóm 5 hộ (đại diện: bà Lê Thị Ổn)", "Nhóm 5 hộ", [("bà", "Lê Thị Ổn")]),
        ("12 hộ dân xóm Trại", "12 hộ dân xóm Trại", []),
        ("Cử tri thôn Phú Ấp", "Cử tri thôn Phú Ấp", []),
        ("Ông Nguyễn Văn An và 12 hộ dân", "12 hộ dân", [("ông", "Nguyễn Văn An")]),
        ("ông Nguyễn Văn An và vợ", "và vợ", [("ông", "Nguyễn Văn An")]),
        ("Chi hội Phụ nữ: bà Đỗ Thị Lụa", "Chi hội Phụ nữ", [("bà", "Đỗ Thị Lụa")]),
    ],
)
def test_groups_of_a_cell(text: str, group: str, expected: list[tuple[str, str]]) -> None:
    """C5: several people, one opinion: a group keeps its own words."""
    read = read_people(text)
    assert (read.group, list(read.persons)) == (group, expected)


def test_what_else_stands_with_a_name() -> None:
    """C5: nobody named; a position, which has no place; an address behind the name; names in capitals."""
    assert read_people("Không nêu tên") == People(anonymous=True)
    assert read_people("(ẩn danh)").anonymous
    leader = read_people("Ông Nguyễn Văn An - Trưởng thôn")
    assert leader.persons == (("ông", "Nguyễn Văn An"),)
    assert leader.positions == ("Trưởng thôn",)
    assert read_people("Nguyễn Văn An, thôn Phú Ấp").address == "thôn Phú Ấp"
    loud = read_people("NGUYỄN VĂN AN")
    assert loud.persons == (("", "Nguyễn Văn An"),)
    assert "NGUYỄN VĂN AN" in loud.notes[0]
    assert read_people("H'HEN NIÊ").persons == (("", "H'Hen Niê"),)
    assert "dài hơn một họ tên" in read_people(CANAL.replace(",", " ")).doubts[0]
    assert "chữ số" in read_people("Nguyễn Văn An 2").doubts[0]
    assert read_people("  ") == People()


WORDS = (
    "Nguyễn Trần Lê Phạm Hoàng Đoàn Ban Chu Văn Thị Xuân Ổn Hưởng An Thôn Nhóm Hội Cử Tri Nhân Dân Bí Thư"
    " Trưởng Ông Bà ông bà Anh và Hộ Năm Ba Và Đại Diện Công Khai Ẩn Danh"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
def test_the_quick_way_says_the_same(words: list[str]) -> None:
    """C5: a name that is read at once is what the long way makes of it."""
    text = " ".join(words)
    quick = list_people._plain(text)
    assert quick is None or quick == list_people._read(text)


@given(st.text(st.characters(codec="utf-8"), max_size=120))
def test_any_cell_of_names_is_taken(text: str) -> None:
    """G5: random cells; a cell with letters never comes out as nothing."""
    read = read_people(text)
    letters = any(letter.isalpha() for letter in text)
    something = read.persons or read.group or read.anonymous or read.address or read.notes
    assert something or not letters or len(text.strip()) < 4


# --- places -------------------------------------------------------------------------------------------

PLACES = Places(
    (*LOCALITIES, Locality("t3", "tổ dân phố", "số 3"), Locality("d", "thôn", "Đình")), "xã Minh Khê"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thôn Phú Ấp", Place("thôn Phú Ấp")),
        ("phu ap", Place("thôn Phú Ấp")),
        ("Phú Áp", Place("thôn Phú Ấp")),
        ("TDP 3", Place("tổ dân phố số 3")),
        ("3", Place("tổ dân phố số 3")),
        ("xóm Đình, thôn Phú Ấp", Place("thôn Phú Ấp", "xóm Đình")),
        ("Thôn Phú Ấp - xóm Trại", Place("thôn Phú Ấp", "xóm Trại")),
        ("Số nhà 12, xóm Đình, thôn Phú Ấp, xã Minh Khê", Place("thôn Phú Ấp", "xóm Đình", "Số nhà 12")),
        ("xóm Trại", Place("", "xóm Trại")),
        ("", Place()),
    ],
)
def test_places_of_the_conference(text: str, expected: Place) -> None:
    """C5: accent-free, with or without the kind, house and xóm apart from the thôn."""
    assert PLACES.read(text) == expected


def test_places_that_are_not_known() -> None:
    """C4: the nearest is offered; by all but a letter it is taken, and said; a wrong number is not."""
    slip = PLACES.read("Phú Ấpp")
    assert (slip.locality, slip.choices) == ("thôn Phú Ấp", ("thôn Phú Ấp",))
    assert "hiểu là “thôn Phú Ấp”" in slip.doubt
    other = PLACES.read("Đồng Vạn 2")
    assert (other.locality, other.choices) == ("Đồng Vạn 2", ("thôn Đồng Vạn",))
    far = PLACES.read("Thôn An Sơn, xã Minh Khê")
    assert (far.locality, far.choices) == ("thôn An Sơn", ())
    assert "không phải thôn của hội nghị này" in far.doubt
    hamlet = PLACES.read("xóm Đình")
    assert (hamlet.locality, hamlet.hamlet, hamlet.choices) == ("", "xóm Đình", ("thôn Đình",))
    assert Places(()).read("Thôn Phú Ấp") == Place("thôn Phú Ấp")


def test_two_places_of_one_name() -> None:
    """C5: "Đông" can be either; the kind tells them apart."""
    places = Places((Locality("a", "thôn", "Đông"), Locality("b", "khu", "Đông")))
    assert places.exact("Đông") == ""
    assert places.exact("khu Đông") == "khu Đông"


# --- days ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        date(2026, 4, 15), 46127, 46127.4, "46127", "15/4/2026", "15.04.2026", "15-4-2026",
        "ngày 15 tháng 4 năm 2026",
        "thứ Tư, ngày 15/4/2026", "2026-04-15", "2026-04-15 00:00:00", "15/4/2026 08:30", "8h30, 15/4/2026",
    ],
)  # fmt: skip
def test_days_in_every_shape(value: Any) -> None:
    """C4: real days, serial numbers, texts; the hour is left aside; no doubt about any of them."""
    said = list_cells.read_day(value, TODAY)
    assert (said.value, said.error, said.doubt) == (date(2026, 4, 15), "", "")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("31/02/2026", "chỉ có 28 ngày"),
        ("4/15/2026", "Không có tháng 15"),  # never the month first
        ("thứ Ba 15/4/2026", "là thứ Tư"),
        ("hôm qua", "Không hiểu ngày"),
        (12, "không phải là ngày"),
        (True, "phải là ngày"),
        ("15/4/20266", "không đúng"),
    ],
)
def test_days_that_are_none(value: Any, words: str) -> None:
    """C4: 31/02 is an error of that cell, with what is wrong."""
    said = list_cells.read_day(value, TODAY)
    assert words in said.error
    assert said.value is None


def test_days_to_be_looked_at() -> None:
    """C4: without a year, with a short one, in the future (turned round by an English Excel), long ago."""
    assert list_cells.read_day("15/4", TODAY).value == date(2026, 4, 15)
    assert list_cells.read_day("15/12", TODAY).value == date(2025, 12, 15)
    assert "hiểu là" in list_cells.read_day("15/4/26", TODAY).doubt
    turned = list_cells.read_day(date(2026, 5, 4), TODAY)
    assert "sau ngày hôm nay" in turned.doubt
    assert turned.choices == ("05/4/2026",)
    assert "quá một năm" in list_cells.read_day("15/4/2024", TODAY).doubt


# --- consent, telephone, field, form ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Có", True), ("x", True), ("✓", True), (True, True), (1, True), ("Đồng ý", True),
        ("Có, đồng ý", True),
        ("Đồng ý cho công khai họ tên", True),
        ("Không", False), ("ko", False), (False, False), (0, False), ("Không đồng ý nêu tên", False),
        ("", None), (None, None), ("-", None), ("☐", None),
    ],
)  # fmt: skip
def test_consent(value: Any, expected: bool | None) -> None:
    """C5: silence is no consent."""
    said = cells.read_consent(value)
    assert (said.value, said.doubt) == (expected, "")


def test_consent_that_is_not_understood() -> None:
    """C5: told, and taken as not asked."""
    for text in ("để hỏi lại", "có thể", "đồng ý nếu được trả lời"):
        assert cells.read_consent(text).value is None
    said = cells.read_consent("để hỏi lại")
    assert said.choices == ("Có", "Không")
    assert "không công khai tên" in said.doubt


def test_telephones() -> None:
    """C5: the zero that Excel took comes back; an identity number is not kept at all."""
    assert list_cells.read_phone("0912.345.678").value == "0912.345.678"
    assert list_cells.read_phone(912345678).value == "0912345678"
    assert "0912345678" in list_cells.read_phone("912345678").note
    identity = list_cells.read_phone("001 201 234 567")
    assert identity.value == ""
    assert "không lưu" in identity.doubt
    assert list_cells.read_phone("không có").value == ""
    assert "không giống" in list_cells.read_phone("12345").doubt


def test_fields() -> None:
    """C6: accent-free, a part of a name, a slip; what is not in the list goes to "Khác" with a doubt."""
    fields = cells.Fields(FIELDS)
    for typed, expected in (
        ("giao thong", "Giao thông"),
        ("Đất đai", "Đất đai, xây dựng"),
        ("Thuỷ lợi", "Nông nghiệp, thủy lợi"),
        ("Giao thông nông thôn", "Giao thông"),
        ("", ""),
    ):
        assert fields.read(typed) == list_cells.Said(expected)
    slip = fields.read("Môi trườngg")
    assert (slip.value, slip.choices) == ("Môi trường", ("Môi trường",))
    assert "được hiểu là" in slip.doubt
    other = fields.read("Cầu đường")
    assert other.value == "Khác"
    assert "Cầu đường" in other.doubt
    assert cells.Fields(("Giáo dục",)).read("Cầu đường").value == ""


def test_how_to_be_heard() -> None:
    """C3: the three ways of the form, and their short names."""
    form = SpeakingForm
    for typed, expected in (
        ("Phát biểu trực tiếp", form.SPEAK),
        ("Gửi câu hỏi qua thư ký", form.QUESTION),
        ("chỉ gửi văn bản", form.WRITTEN),
        ("Không phát biểu", form.WRITTEN),
        ("", None),
    ):
        assert cells.read_form(typed).value == expected
    assert cells.read_form("tùy").choices == tuple(one.value for one in form)


# --- several opinions in one cell ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. Sửa đường trục thôn. 2. Nạo vét mương tiêu úng.",
            ("Sửa đường trục thôn.", "Nạo vét mương tiêu úng."),
        ),
        ("- Sửa đường trục thôn\n- Nạo vét mương tiêu", ("Sửa đường trục thôn", "Nạo vét mương tiêu")),
        ("Đề nghị xã:\n1) Sửa đường trục\n2) Nạo vét mương", ("Đề nghị xã: Sửa đường trục", "Nạo vét mương")),
        ("Theo Nghị quyết số 12. 1 kiến nghị làm sớm trong năm nay.", ()),
        ("Đường dài 1.5 km - cần sửa ngay - đã báo hai lần.", ()),
        ("1. Sửa đường trục thôn, đoạn qua nhà văn hóa.", ()),
        ("Năm 2024. 1. Có 2. Không", ()),
        ("Tổ chức lại chợ từ 5. 30 phút sáng", ()),
    ],
)
def test_single_opinions(text: str, expected: tuple[str, ...]) -> None:
    """C5: one person, several opinions: offered to be split, never when the marks are part of the words."""
    assert cells.single_opinions(text) == expected


def test_no_opinion_at_all() -> None:
    """C4: "không có ý kiến" is no opinion; "không có nước sạch" is one."""
    assert all(map(cells.says_nothing, ("Không có ý kiến", "Không.", "không có ý kiến gì thêm", "Nhất trí")))
    assert not any(map(cells.says_nothing, ("Không có nước sạch", "Không có đèn đường", CANAL)))
