"""CSV files, rows pasted from Excel and Word, and tables of Word files (C4)."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.errors import BadInput
from dialogue_desktop.exchange import table_csv, table_docx
from dialogue_desktop.exchange.table_files import read_pasted, read_tables
from dialogue_desktop.exchange.table_text import fit_texts
from dialogue_desktop.exchange.table_types import Flag, Merge, Row, trimmed
from tests.exchange.lists import CANAL, HEADS, LIGHT, ROAD, WATER, as_1258, as_tcvn3, as_vni, docx_bytes

LINES = (
    "STT;Họ và tên;Thôn;Nội dung",
    f"1;Ông Nguyễn Văn Hưởng;Phú Ấp;{ROAD}",
    f'2;Bà Lê Thị Ổn;Đồng Vạn;"{WATER.replace(",", ";")}\nViết hai dòng ""trong"" một ô."',
    f"3;Đỗ Thị Lụa;Phú Ấp;{CANAL}",
)
TEXT = "\r\n".join(LINES)


def rows_of(data: bytes, folder: Path) -> list[tuple[object, ...]]:
    path = folder / "danh-sach.csv"
    path.write_bytes(data)
    return [row.cells for row in read_tables(path).tables[0].rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_csv_file_in_unicode(encoding: str, tmp_path: Path) -> None:
    """C4: semicolons as Excel writes them on a Vietnamese machine, a cell of two lines with marks in it."""
    rows = rows_of(TEXT.encode(encoding), tmp_path)
    assert rows[0] == ("STT", "Họ và tên", "Thôn", "Nội dung")
    assert rows[2][3] == f'{WATER.replace(",", ";")}\nViết hai dòng "trong" một ô.'
    assert len(rows) == 4


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator(separator: str, tmp_path: Path) -> None:
    """C4: the sign that divides the lines evenly, not the one that is most often in the sentences."""
    body = f"STT{separator}Họ tên{separator}Nội dung\n"
    body += f'1{separator}An{separator}"{ROAD}, {CANAL}"\n2{separator}Ổn{separator}"{WATER}; {LIGHT}"\n'
    rows = rows_of(body.encode(), tmp_path)
    assert [len(row) for row in rows] == [3, 3, 3]
    assert rows_of(f"sep={separator}\n{body}".encode(), tmp_path) == rows


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (as_vni(TEXT).encode("cp1252"), "VNI"),
        (as_tcvn3(TEXT.replace("Ổ", "ổ")).encode("cp1252"), "TCVN3"),
        (as_1258(TEXT), "Windows-1258"),
    ],
)
def test_a_csv_file_in_an_old_encoding_is_said(data: bytes, name: str, tmp_path: Path) -> None:
    """C4: recognised, converted, and said so that somebody looks."""
    path = tmp_path / "danh-sach.csv"
    path.write_bytes(data)
    file = read_tables(path)
    assert name in file.notes[0]
    assert "hãy xem lại" in file.notes[0]
    assert str(file.tables[0].rows[1].cells[3]) == ROAD


def test_an_unknown_encoding_says_what_to_do(tmp_path: Path) -> None:
    """G5: no guess that would garble the words."""
    with pytest.raises(BadInput, match="CSV UTF-8"):
        rows_of("Prénom;Opinion\nÉlodie;où ça déjà été\n".encode("cp1252"), tmp_path)


def test_rows_pasted_from_excel() -> None:
    """C4: Excel quotes a cell only when it has a line end; other quotation marks are the people's."""
    text = (
        'STT\tHọ tên\tNội dung\r\n1\tAn\t"Đường ""liên xã"" hỏng\nđã hai năm"\r\n'
        '2\tỔn\t"nước sạch" chưa có\r\n3\tLụa\t"Đèn đường"\r\n\r\n4\tBảy\t"chưa khép\r\n'
    )
    cells = [row.cells for row in table_csv.read_pasted(text).tables[0].rows]
    assert cells == [
        ("STT", "Họ tên", "Nội dung"),
        ("1", "An", 'Đường "liên xã" hỏng\nđã hai năm'),
        ("2", "Ổn", '"nước sạch" chưa có'),
        ("3", "Lụa", '"Đèn đường"'),
        ("4", "Bảy", '"chưa khép'),
    ]


def test_pasted_rows_in_an_old_font() -> None:
    """C4: text copied out of an old Word file."""
    file = read_pasted(as_tcvn3(f"STT\tHọ tên\tNội dung\n1\tLê Văn Tám\t{CANAL}"))
    assert "TCVN3" in file.notes[0]
    assert file.tables[0].rows[1].cells[2] == CANAL
    with pytest.raises(BadInput, match="Chưa có dòng nào"):
        read_pasted(" \n\t ")


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_pasted_text_is_taken(text: str) -> None:
    """G5: every cell's words are in the text; nothing crashes."""
    for table in (
        table_csv._table("", table_csv._clipboard(text)),
        fit_texts(table_csv._table("", iter([[text]]))),
    ):
        for row in table.rows:
            assert all(isinstance(value, str) or value is None for value in row.cells)


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=20),
            min_size=2,
            max_size=4,
        ),
        max_size=5,
    )
)
def test_what_excel_copies_is_read_back(rows: list[list[str]]) -> None:
    """C4: cells written to the clipboard as Excel does it come back letter for letter."""

    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if "\n" in text or "\t" in text else text

    written = "\r\n".join("\t".join(map(cell, row)) for row in rows)
    if any(text.startswith('"') for row in rows for text in row):
        return  # such a cell is plain text in one program and quoted in another; see the test above
    read = [trimmed(row) for row in table_csv._clipboard(written)]
    assert [row for row in read if row] == [row for row in map(trimmed, rows) if row]


# --- Word ---------------------------------------------------------------------------------------------


def test_a_word_table_with_merged_cells() -> None:
    """C4: merged downwards and across; the heading over the table; a cell of two paragraphs."""
    rows = (
        HEADS[:4],
        ("1", "Ông Nguyễn Văn Hưởng", "Phú Ấp", "Đường hỏng"),
        ("", "", "", "Mương tắc\nđã lâu"),
        ("Thôn Đồng Vạn", "", "", ""),
    )
    data = docx_bytes(rows, heading="Thôn Phú Ấp", merges=[(1, 1, 2, 1), (3, 0, 3, 3)])
    table = table_docx.read(data).tables[0]
    assert table.place == "Thôn Phú Ấp"
    assert table.merges == [Merge(2, 1, 3, 1), Merge(4, 0, 4, 3)]
    assert table.rows == [
        Row(1, HEADS[:4]),
        Row(2, ("1", "Ông Nguyễn Văn Hưởng", "Phú Ấp", "Đường hỏng")),
        Row(3, (None, None, None, "Mương tắc\nđã lâu")),
        Row(4, ("Thôn Đồng Vạn",)),
    ]
    assert table.cell_name(3, 3) == "dòng 3, cột 4"


def test_changes_lists_and_tables_in_cells_of_word(tmp_path: Path) -> None:
    """C4: struck-out words are not read, items of a list stay apart, a table inside a cell is left out."""
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Họ tên", "Nội dung"
    cell = table.cell(1, 1)
    cell.text = "Đường trục hỏng"
    cell.paragraphs[0].style = document.styles["List Number"]
    listed = cell.add_paragraph("Mương tiêu tắc")
    for paragraph in cell.paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        properties.append(OxmlElement("w:numPr"))
    gone = OxmlElement("w:del")
    run = listed.add_run("đã xóa")._r
    run.find(qn("w:t")).tag = qn("w:delText")
    gone.append(run)
    listed._p.append(gone)
    table.cell(1, 0).add_table(rows=1, cols=1).cell(0, 0).text = "bảng con"
    path = tmp_path / "bang.docx"
    document.save(str(path))
    tables = read_tables(path).tables
    assert len(tables) == 1
    assert tables[0].rows[1].cells == (None, "- Đường trục hỏng\n- Mương tiêu tắc")


def test_word_without_a_table_says_what_to_do(tmp_path: Path) -> None:
    """G5: one sentence."""
    document = docx.Document()
    document.add_paragraph("Kính gửi Ủy ban nhân dân xã")
    path = tmp_path / "thu.docx"
    document.save(str(path))
    with pytest.raises(BadInput, match="không có bảng nào"):
        read_tables(path)


# --- texts --------------------------------------------------------------------------------------------


def test_texts_are_made_fit_and_flagged() -> None:
    """C4: NFD composed, look-alike Đ, hidden characters out with a flag; old tone marks stay as typed."""
    table = table_csv._table(
        "",
        iter(
            [
                [
                    unicodedata.normalize("NFD", "Nguyễn Văn Hưởng"),
                    "Ðồng Vạn",
                    "đường\u200b hỏng\x07",
                    "hoà thuỷ",
                    "a\u00a0b",
                ]
            ]
        ),
    )
    fit = fit_texts(table)
    assert fit.rows[0].cells == ("Nguyễn Văn Hưởng", "Đồng Vạn", "đường hỏng", "hoà thuỷ", "a b")
    assert fit.flags == {(1, 2): Flag.CLEANED}


def test_single_cells_in_an_old_font_are_converted() -> None:
    """C4: a Unicode list into which somebody pasted two rows of an old one."""
    rows = [
        ["1", "Bà Lê Thị Ổn", WATER],
        ["2", as_tcvn3("Lê Văn Tám"), as_tcvn3(CANAL)],
        ["3", "Đỗ Thị Lụa", ROAD],
    ]
    fit = fit_texts(table_csv._table("Ý kiến", iter(rows)))
    assert [row.cells[2] for row in fit.rows] == [WATER, CANAL, ROAD]
    assert fit.rows[1].cells[1] == "Lê Văn Tám"
    assert set(fit.flags) == {(2, 1), (2, 2)}
    assert "TCVN3" in fit.notes[0]
