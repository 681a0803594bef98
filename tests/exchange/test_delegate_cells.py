"""Single cells of a list of delegates: who, which body, which group of the plan (C11, P8)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.exchange.delegate_rows_groups import Groups
from dialogue_desktop.exchange.delegate_rows_who import is_body, joined_office, read_honorific, read_who
from tests.exchange.delegate_lists import plan_of


@pytest.mark.parametrize(
    "text",
    [
        "Thường trực Đảng ủy xã", "Trưởng thôn", "Bí thư chi bộ thôn Phú Ấp", "UBND xã", "Hội Cựu chiến binh",
        "Đoàn Thanh niên", "Ban Chấp hành Đoàn xã", "Đại diện hộ kinh doanh", "Lãnh đạo Phòng Kinh tế",
        "Trường Tiểu học Minh Khê", "Công an xã", "Phóng viên Báo Đông Giang", "Chủ tịch Hội Nông dân",
        "Hội Nông Dân", "Ban Chỉ Huy Quân Sự",
    ],
)  # fmt: skip
def test_bodies_and_offices(text: str) -> None:
    assert is_body(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An", "Trương Thị Ổn", "Đoàn Văn Cường", "bà Hội", "Ông Ban", "Y Thoan Ksơr",
        "Phó Đức Chính", "LÊ THỊ MƯỢT", "Đào Duy Bí", "Cấn Văn Lộc", "Quý Văn Phòng", "Đội Hữu Phú",
    ],
)  # fmt: skip
def test_names_that_look_like_bodies(text: str) -> None:
    assert not is_body(text)


def test_who_comes() -> None:
    """C11: the office behind a name, a body with its office, what has a cell already."""
    named = read_who("Ông Nguyễn Văn An - Trưởng thôn", "")
    assert (named.persons, named.office) == ((("ông", "Nguyễn Văn An"),), "Trưởng thôn")
    beside = read_who("bà Lý Thị Mùi (Phó Chủ tịch Hội)", "Ủy viên Ban Thường trực")
    assert (beside.office, beside.beside) == ("Ủy viên Ban Thường trực", "Phó Chủ tịch Hội")
    assert read_who("Trạm Y tế xã", "Trưởng trạm").office == "Trạm Y tế xã, Trưởng trạm"
    assert read_who("", "Hội Nông dân xã").office == "Hội Nông dân xã"


def test_short_cells() -> None:
    assert [read_honorific(t) for t in ("Ông", "BÀ", "đ/c", "Đồng chí", "Nam", "chức", "")] == [
        "ông", "bà", "đồng chí", "đồng chí", "ông", "", "",
    ]  # fmt: skip
    assert joined_office("Trưởng phòng", "Phòng Kinh tế") == "Trưởng phòng, Phòng Kinh tế"
    assert joined_office("Trưởng phòng Kinh tế", "phòng kinh tế") == "Trưởng phòng Kinh tế"


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Đại biểu cấp tỉnh", "tinh"),
        ("Khách mời cấp trên (03 đồng chí)", "tinh"),
        ("Cán bộ các thôn", "thon"),
        ("Đại biểu Nhân dân: 40 người", "dan"),
        ("Nhân dân các thôn", "dan"),
        ("Chủ trì, thư ký", "chu-tri-thu-ky"),
        ("Thường trực Đảng ủy", "doan-the"),
        ("thuong truc dang uy", "doan-the"),
        ("Trưởng các phòng chuyên môn", "phong"),
        ("Khách mời khác", ""),
    ],
)
def test_groups_of_the_plan(text: str, group: str) -> None:
    """P8: by name, by level, whatever the number behind it."""
    said = Groups(plan_of()).read(text)
    assert (said.group_id, said.sure) == (group, True)


def test_groups_that_are_not_sure() -> None:
    """P8: two groups of the commune; the office says which, else a person."""
    groups = Groups(plan_of())
    commune = groups.read("Đại biểu xã")
    assert not commune.sure
    assert set(commune.among) == {"doan-the", "phong"}
    assert groups.of_office_among("Trưởng Trạm Y tế", commune.among) == "phong"
    assert groups.of_office_among("ca sĩ", commune.among) is None
    assert groups.read("Câu lạc bộ thơ").group_id is None
    assert "Nhân dân các thôn" in groups.names


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    """G5: no cell breaks the reading."""
    who = read_who(text, "")
    assert who.persons or who.office or not text.strip(" \n.,;:-–") or who.beside or not who.office
    Groups(plan_of()).read(text)
