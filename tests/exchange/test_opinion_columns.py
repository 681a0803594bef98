"""Lists of opinions: heads in any order, of several lines, under other names, or said by hand (C4)."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.domain.records import Voice
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import Assigned
from dialogue_desktop.exchange.table_csv import PASTED
from tests.exchange.lists import (
    CANAL,
    DAY,
    HEADS,
    LIGHT,
    ROAD,
    ROW,
    WATER,
    pasted,
    report_of,
    rows_bytes,
    workbook_bytes,
)


def test_columns_in_any_order_under_other_names(tmp_path: Path) -> None:
    """C4: synonyms, capitals, stars, line ends; unknown columns are named, personal ones with the reason."""
    heads = (
        "Ghi chú",
        "NỘI DUNG KIẾN NGHỊ",
        "Người có ý kiến (*)",
        "Thôn/TDP",
        "SĐT",
        "Số CCCD",
        "Ngày\ntiếp nhận",
    )
    row = ("gấp", ROAD, "Bà Lê Thị Ổn", "Đồng Vạn", "0912345678", "001234567890", DAY)
    report = report_of(rows_bytes([heads, row]), tmp_path)
    opinion = report.rows[0].opinion
    assert (opinion.text, opinion.voices, opinion.phone, opinion.received_on) == (
        ROAD,
        (Voice("Lê Thị Ổn", "bà", "thôn Đồng Vạn"),),
        "0912345678",
        DAY,
    )
    assert {c.head: c.reason for c in report.unknown_columns} == {
        "Ghi chú": "không có cột như vậy trong chương trình nên không đọc",
        "Số CCCD": "dữ liệu cá nhân không cần cho hội nghị nên không đọc",
    }
    assert "001234567890" not in repr(report.rows)


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_columns_and_rows_does_not_matter(seed: int, tmp_path: Path) -> None:
    """C4: the columns shuffled, the head anywhere in the first twenty rows."""
    chance = random.Random(seed)
    order = list(range(len(HEADS)))
    chance.shuffle(order)
    before = [[f"Dòng mở đầu số {n}"] for n in range(chance.randrange(0, 18))]
    rows: list[list[Any]] = [*before, [HEADS[n] for n in order], [ROW[n] for n in order]]
    report = report_of(rows_bytes(rows), tmp_path)
    straight = report_of(rows_bytes([HEADS, ROW]), tmp_path)
    assert report.rows[0].opinion == straight.rows[0].opinion


def test_heads_of_two_and_three_lines(tmp_path: Path) -> None:
    """C4: "Đồng ý công khai" over "Có" and "Không", heads merged downwards, a line of numbers under them."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["ỦY BAN NHÂN DÂN XÃ MINH KHÊ"])
        sheet.append(["DANH SÁCH Ý KIẾN CỦA NHÂN DÂN"])
        sheet.append(["STT", "Người có ý kiến", None, "Nội dung ý kiến", "Đồng ý công khai họ tên", None])
        sheet.append([None, "Họ và tên", "Địa chỉ", None, "Có", "Không"])
        sheet.append(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"])
        sheet.append([1, "Lê Thị Ổn", "Phú Ấp", WATER, "x", None])
        sheet.append([2, "Đỗ Văn Bình", "Phú Ấp", CANAL, None, "x"])
        sheet.append([3, "Cao Văn Ỷ", "Phú Ấp", LIGHT, None, None])
        for cells in ("A2:F2", "A3:A4", "B3:C3", "D3:D4", "E3:F3"):
            sheet.merge_cells(cells)

    report = report_of(workbook_bytes(fill), tmp_path)
    assert [row.opinion.voices[0].name for row in report.rows] == ["Lê Thị Ổn", "Đỗ Văn Bình", "Cao Văn Ỷ"]
    assert [row.opinion.consent for row in report.rows] == [True, False, None]
    assert report.rows[0].opinion.voices[0].locality == "thôn Phú Ấp"


def test_columns_said_by_hand() -> None:
    """C4: rows pasted without their heads are offered, then read as the person says."""
    text = f"1\tBà Lê Thị Ổn\tPhú Ấp\t{WATER}\n2\tÔng Cao Văn Ỷ\tĐồng Vạn\t{CANAL}"
    report = pasted(text)
    assert report.rows == ()
    assert report.unread[0].rows[0] == ("1", "Bà Lê Thị Ổn", "Phú Ấp", WATER)
    assert report.unread[0].guess == (Column.NUMBER, Column.NAME, Column.PLACE, Column.TEXT)
    columns = Assigned(report.unread[0].guess, report.unread[0].first)
    again = pasted(text, assigned={PASTED: columns})
    assert [row.opinion.text for row in again.rows] == [WATER, CANAL]
    assert again.summary == "Đọc được 2 dòng: 2 dòng đúng."


def test_columns_guessed_for_a_person_to_confirm(tmp_path: Path) -> None:
    """C4: telephone, day, field, consent among the rest; nothing where no column holds opinions."""
    rows = [
        ["0912345678", WATER, DAY, "Bà Lê Thị Ổn", "Nước sinh hoạt", "thôn Phú Ấp", "Có", None],
        ["0987654321", CANAL, DAY, "Ông Cao Văn Ỷ", "Môi trường", "xóm Trại", "Không", "x"],
    ]
    report = report_of(rows_bytes(rows), tmp_path)
    assert report.unread[0].guess[:7] == (
        Column.PHONE, Column.TEXT, Column.RECEIVED, Column.NAME, Column.FIELD, Column.PLACE, Column.CONSENT,
    )  # fmt: skip
    assert pasted("a\tb\nc\td").unread[0].guess == ()


def test_the_first_opinion_under_heads_that_nobody_knows() -> None:
    """C4: a row that may be an opinion is never proposed as a head."""
    rows = f"Bà Lê Thị Ổn\tPhú Ấp\t{WATER}\nÔng Cao Văn Ỷ\tĐồng Vạn\t{CANAL}"
    sheet = pasted(f"Ai nói\tnhà nào\tnói gì\n{rows}").unread[0]
    assert (sheet.first, sheet.numbers, sheet.filled) == (1, (1, 2, 3), (0, 1, 2))
    assert pasted(f"Ông Tạ Văn Lịch\tPhú Ấp\tThiếu nước\n{rows}").unread[0].first == 0
    assert pasted(f"Ông Tạ Văn Lịch\tThiếu nước\nBà Ổn\t{WATER}").unread[0].first == 0


def test_a_second_list_under_the_first(tmp_path: Path) -> None:
    """C4: another head, its columns in another order, in the same sheet."""
    rows: list[list[Any]] = [
        ["I. Ý kiến của Nhân dân thôn Đồng Vạn"],
        ["STT", "Họ tên", "Nội dung"],
        [1, "Bà Ổn", WATER],
        [],
        ["II. Ý kiến qua phiếu"],
        ["Nội dung kiến nghị", "Người kiến nghị", "Thôn", "Ngày nhận"],
        [CANAL, "Ông Ỷ", "Phú Ấp", DAY],
    ]
    report = report_of(rows_bytes(rows), tmp_path)
    assert [(row.opinion.text, row.opinion.voices[0].name) for row in report.rows] == [
        (WATER, "Ổn"),
        (CANAL, "Ỷ"),
    ]
    assert report.rows[1].opinion.received_on == DAY
    assert report.rows[1].cell_of(Column.TEXT) == "A7"
