"""Sheets, numbers, dates and fonts on their own (P2)."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from dialogue_desktop.documents import fonts, sheet
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.letterhead import number_line, place_date_line
from dialogue_desktop.documents.numbering import letter, number_of, roman
from dialogue_desktop.documents.tree import Cell, Column, Level, Row, Table, cell, text
from tests.documents.conftest import RESOURCES
from tests.documents.papers import document

STYLES = RESOURCES / "styles"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("5", "Số: 05/KH-UBND"),
        ("42", "Số: 42/KH-UBND"),
        ("07a", "Số: 07a/KH-UBND"),
        (" 9 ", "Số: 09/KH-UBND"),
    ],
)
def test_number_has_its_zero_and_signs(engine: Engine, number: str, shown: str):
    """NĐ 30, Phụ lục I, II.3."""
    assert number_line(engine.sheet("nd30"), number, "KH-UBND") == shown


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 4, 24), "Minh Khê, ngày 24 tháng 4 năm 2026"),
        (date(2026, 9, 5), "Minh Khê, ngày 05 tháng 9 năm 2026"),
        (date(2026, 1, 1), "Minh Khê, ngày 01 tháng 01 năm 2026"),
        (date(2026, 2, 28), "Minh Khê, ngày 28 tháng 02 năm 2026"),
        (date(2026, 12, 10), "Minh Khê, ngày 10 tháng 12 năm 2026"),
    ],
)
def test_zero_before_days_and_the_first_two_months_only(engine: Engine, day: date, shown: str):
    """NĐ 30, Phụ lục I, II.4."""
    assert place_date_line(engine.sheet("nd30"), "Minh Khê", day) == shown


def test_unknown_number_and_date_are_blank(engine: Engine):
    """P2: to be written by hand, in one piece."""
    nd30 = engine.sheet("nd30")
    assert number_line(nd30, "", "KH-UBND").replace("\u00a0", "") == "Số: /KH-UBND"
    assert number_line(nd30, "5", "") == ""
    blank = place_date_line(nd30, "Minh Khê", None, 2026)
    assert blank.replace("\u00a0", "") == "Minh Khê, ngày  tháng  năm 2026"


def test_heading_numbers(engine: Engine):
    """Roman, Arabic, and the letters of Vietnamese with đ, without f, j, w, z."""
    nd30 = engine.sheet("nd30")
    assert [roman(n) for n in (1, 4, 9, 14, 40)] == ["I", "IV", "IX", "XIV", "XL"]
    assert "".join(letter(n) for n in range(1, 8)) == "abcdđeg"
    assert letter(24) == "aa"
    assert number_of(nd30, Level.PART, 2) == "Phần II"
    assert number_of(nd30, Level.SECTION, 3) == "III."
    assert number_of(nd30, Level.CLAUSE, 3) == "3."
    assert number_of(nd30, Level.POINT, 5) == "đ)"
    assert number_of(engine.sheet("dang_36"), Level.SECTION, 3) == "III-"
    with pytest.raises(ValueError):
        roman(0)


def test_sheet_with_a_wrong_key_is_refused(tmp_path: Path):
    """A measure mistyped in the file is said, not swallowed."""
    shutil.copytree(STYLES, tmp_path / "styles")
    path = tmp_path / "styles" / "dang_36.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n[page]\nlefft = 20.0\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"dang_36.*lefft"):
        sheet.load(tmp_path / "styles", "dang_36")


def test_margins_are_within_the_decree(engine: Engine):
    """NĐ 30, Phụ lục I, I.4: 20–25, 20–25, 30–35, 15–20 mm; body 13–14; indent 1 or 1,27 cm; ≥ 6 pt."""
    nd30 = engine.sheet("nd30")
    page, body = nd30.page, nd30.text("body")
    assert 20 <= page.top <= 25
    assert 20 <= page.bottom <= 25
    assert 30 <= page.left <= 35
    assert 15 <= page.right <= 20
    assert 13 <= body.size <= 14
    assert body.first in (10, 12.7)
    assert body.before >= 6
    assert 1.0 <= nd30.font.spacing <= 1.5


def test_unknown_sheet_is_refused(engine: Engine):
    with pytest.raises(ValueError, match="nd99"):
        engine.sheet("nd99")


def test_table_too_wide_for_the_page_is_refused(engine: Engine):
    wide = Table((Column(100), Column(100)), (Row((cell("a"), cell("b"))),))
    with pytest.raises(ValueError, match="200 mm"):
        engine.pdf(document(wide))
    short = Table((Column(20), Column()), (Row((Cell(text("a")),)),))
    with pytest.raises(ValueError, match="1 of 2"):
        engine.pdf(document(short))


def test_font_of_the_system_is_used_when_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """G1: Times New Roman where it is, Tinos where a face is missing or broken."""
    tinos = RESOURCES / "fonts" / "tinos"
    names = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
    for name, source in zip(names, fonts._TINOS, strict=True):
        shutil.copy(tinos / source, tmp_path / name)
    monkeypatch.setattr(fonts, "_system_folders", lambda: [tmp_path])
    fonts.find.cache_clear()
    fonts.load_face.cache_clear()
    assert fonts.find(tinos).system
    (tmp_path / "timesbd.ttf").write_bytes(b"\x00\x01\x00\x00broken")
    fonts.find.cache_clear()
    fonts.load_face.cache_clear()
    assert not fonts.find(tinos).system
    fonts.find.cache_clear()


def test_widths_are_those_of_the_font_program(engine: Engine):
    """Our own reading of the widths agrees with fontTools for every Vietnamese letter, in all faces."""
    from fontTools.ttLib import TTFont

    words = "Nguyễn Thị Ước Đặng – “Ổn”, 1.234.567 đồng; ẵ ẫ ệ ự ỹ Ỷ"
    for face in engine.fonts.faces:
        font = TTFont(face.path)
        table, widths = font.getBestCmap(), font["hmtx"]
        expected = sum(widths[table[ord(char)]][0] for char in words) / font["head"].unitsPerEm
        assert face.width(words) == pytest.approx(expected)
        font.close()
