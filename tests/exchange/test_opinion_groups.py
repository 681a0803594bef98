"""Lists of opinions: headings above and between rows give place and field; foot lines stand apart (C4)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dialogue_desktop.domain.records import Voice
from dialogue_desktop.exchange.list_columns import Column
from tests.exchange.lists import (
    CANAL,
    HEADS,
    LIGHT,
    ROAD,
    WATER,
    docx_bytes,
    pasted,
    report_of,
    rows_bytes,
    sentences,
)


def test_group_rows_give_the_place_and_the_field() -> None:
    """C4: "I. Thôn Đồng Vạn (2 ý kiến)" holds until the next group; a row's own place comes first."""
    report = pasted(
        f"STT\tHọ tên\tĐịa chỉ\tNội dung\n"
        f"I\tTHÔN ĐỒNG VẠN (2 ý kiến)\n1\tÔng An\txóm Trại\t{ROAD}\n2\tBà Ổn\tPhú Ấp\t{WATER}\n"
        f"II. Thôn Phú Ấp:\n\tLĩnh vực môi trường\n1\tÔng Bảy\t\t{CANAL}\n"
    )
    assert [row.opinion.voices[0].address for row in report.rows] == [
        "xóm Trại, thôn Đồng Vạn",
        "thôn Phú Ấp",
        "thôn Phú Ấp",
    ]
    assert [row.opinion.field for row in report.rows] == ["", "", "Môi trường"]
    assert not any(row.doubtful for row in report.rows)


def test_a_place_that_is_no_group(tmp_path: Path) -> None:
    """C4: a form on which only number and thôn are filled in: an empty row, no group, no opinion."""
    rows = [HEADS, (1, "", "Đồng Vạn", "", "", "", ""), (2, "Bà Lê Thị Ổn", "", "", "", WATER, "")]
    report = report_of(rows_bytes(rows), tmp_path)
    assert len(report.rows) == 1
    assert "Chưa ghi thôn." in sentences(report.rows[0])


def test_the_place_above_the_table(tmp_path: Path) -> None:
    """C4: "Thôn: Phú Ấp" over the head, the only thôn in a title, the heading over a Word table."""
    for title in ("Thôn: Phú Ấp", "ĐƠN VỊ: THÔN PHÚ ẤP", "TỔNG HỢP Ý KIẾN NHÂN DÂN THÔN PHÚ ẤP NĂM 2026"):
        report = report_of(rows_bytes([[title], HEADS, (1, "Bà Ổn", "", "", "", WATER, "")]), tmp_path)
        assert report.rows[0].opinion.voices[0].locality == "thôn Phú Ấp"
    both = "Hội nghị đối thoại với Nhân dân thôn Đồng Vạn và thôn Phú Ấp"
    report = report_of(rows_bytes([[both], HEADS, (1, "Bà Ổn", "", "", "", WATER, "")]), tmp_path)
    assert report.rows[0].opinion.voices[0].locality == ""
    word = docx_bytes([("TT", "Họ tên", "Nội dung"), ("1", "Bà Ổn", WATER)], heading="2. Thôn Đồng Vạn")
    report = report_of(word, tmp_path, "bang.docx")
    assert report.rows[0].opinion.voices[0].locality == "thôn Đồng Vạn"
    assert report.rows[0].cell_of(Column.TEXT) == "dòng 2, cột 3"


def test_lines_that_are_no_opinion_are_shown_apart() -> None:
    """C4: sums, signatures, heads said again, empty numbered rows."""
    head = "STT\tHọ tên\tThôn\tNội dung"
    report = pasted(
        f"{head}\n1\tBà Ổn\tPhú Ấp\t{WATER}\n{head}\n2\tÔng Ỷ\tPhú Ấp\t{CANAL}\n3\t\t\t\n4\t\t\t\n"
        "Tổng cộng: 2 ý kiến\n\t\t\tMinh Khê, ngày 15 tháng 4 năm 2026\n\tNgười lập biểu\t\tTRƯỞNG THÔN\n"
    )
    assert [row.opinion.text for row in report.rows] == [WATER, CANAL]
    assert [line.text for line in report.outside] == [
        "Tổng cộng: 2 ý kiến",
        "Minh Khê, ngày 15 tháng 4 năm 2026",
        "Người lập biểu | TRƯỞNG THÔN",
    ]


def test_headings_and_signatures_of_a_real_list(tmp_path: Path) -> None:
    """C4: groups by field with letters, one that no list has, names under the signatures, a foreign thôn."""
    rows: list[list[Any]] = [
        ["UBND XÃ MINH KHÊ", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["THÔN PHÚ ẤP", None, None, "Độc lập - Tự do - Hạnh phúc"],
        ["TỔNG HỢP Ý KIẾN CỦA NHÂN DÂN"],
        ["TT", "Họ và tên, địa chỉ", "Nội dung ý kiến, kiến nghị", "Ghi chú"],
        ["A", "Lĩnh vực giao thông"],
        [1, "Ông Nguyễn Văn An, xóm Đình", ROAD, "đã hỏi năm 2025"],
        ["B", "Các ý kiến về môi trường"],
        [1, "Cử tri thôn", CANAL],
        ["C", "Kiến nghị về chế độ"],
        [1, "Ông Cao Văn Ỷ", LIGHT],
        ["D", "Thôn An Sơn"],
        [1, "Bà Đỗ Thị Lụa", WATER],
        [None, "TM. BAN CÔNG TÁC MẶT TRẬN", None, "TRƯỞNG THÔN"],
        [None, "(Ký, ghi rõ họ tên)"],
        [None, "Đinh Thị Ngọ", None, "Lương Văn Khỏe"],
    ]
    report = report_of(rows_bytes(rows), tmp_path)
    assert [(row.opinion.field, row.opinion.voices[0].locality) for row in report.rows] == [
        ("Giao thông", "thôn Phú Ấp"),
        ("Môi trường", "thôn Phú Ấp"),
        ("", "thôn Phú Ấp"),
        ("", "thôn An Sơn"),
    ]
    assert report.rows[0].opinion.voices == (Voice("Nguyễn Văn An", "ông", "thôn Phú Ấp", "xóm Đình"),)
    assert report.rows[1].opinion.group_note == "Cử tri thôn"
    assert [line.text for line in report.outside] == [
        "C | Kiến nghị về chế độ",
        "D | Thôn An Sơn",
        "TM. BAN CÔNG TÁC MẶT TRẬN | TRƯỞNG THÔN",
        "(Ký, ghi rõ họ tên)",
        "Đinh Thị Ngọ | Lương Văn Khỏe",
    ]
    assert any("“Thôn An Sơn” không phải thôn của hội nghị này" in note for note in report.notes)
    assert report.bad == ()


def test_a_lettered_opinion_is_no_heading() -> None:
    """C4: "a | | Đề nghị …": the words stand in the column of opinions."""
    report = pasted(f"STT\tHọ tên\tNội dung\nA\t\t{LIGHT[:40]}\n1\tBà Ổn\t{WATER}\n")
    assert [row.opinion.text for row in report.rows] == [LIGHT[:40], WATER]
