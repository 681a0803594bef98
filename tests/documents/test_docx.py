"""The Word file: measures, styles, header; its pages are in test_word_pages (M1, M2)."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Document, Heading, Level, Orientation, Section, para
from installer import libre_office
from tests.documents.papers import LONG, document, minutes, plan
from tests.documents.word import opened


def word_file(data: bytes):
    return docx.Document(BytesIO(data))


def test_page_is_that_of_the_sheet(engine: Engine):
    """P1: A4, margins, first page without number, numbers from the second in the header's middle."""
    file = word_file(engine.docx(plan(engine)).data)
    (section,) = file.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm, 1) for margin in margins] == [20, 20, 30, 15]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml
    assert section.header.paragraphs[0].style.name == "Số trang"
    assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_styles_carry_the_form(engine: Engine):
    """Named styles in Vietnamese, Times New Roman, Vietnamese as language, not in compatibility mode."""
    file = word_file(engine.docx(plan(engine)).data)
    body = file.styles["Nội dung"]
    assert body.font.size.pt == 14
    assert body.paragraph_format.first_line_indent == Mm(12.7)
    assert body.paragraph_format.space_before.pt == 6
    assert file.styles["Tên loại"].font.bold
    assert file.styles["Căn cứ"].font.italic
    assert file.styles["Danh sách nơi nhận"].font.size.pt == 11
    xml = file.styles.element.xml
    assert 'w:ascii="Times New Roman"' in xml
    assert 'w:val="vi-VN"' in xml
    assert 'w:name="compatibilityMode"' in file.settings.element.xml
    used = {paragraph.style.name for paragraph in file.paragraphs}
    assert {"Nội dung", "Căn cứ", "Mục I", "Khoản 1", "Gạch đầu dòng"} <= used


def test_lines_are_borders_of_measured_length(engine: Engine):
    """P2: not underscores, not a cell's border; the motto's line is as long as the motto, ±1 pt."""
    file = word_file(engine.docx(plan(engine)).data)
    head = file.tables[0]
    assert [cell.width.mm for cell in head.rows[0].cells] == pytest.approx([65, 100], abs=0.1)
    assert "_" not in "".join(paragraph.text for paragraph in head.rows[0].cells[1].paragraphs)
    motto, line = head.rows[0].cells[1].paragraphs[-2:]
    assert motto.text == "Độc lập - Tự do - Hạnh phúc"
    assert line._p.pPr.find(qn("w:pBdr")).find(qn("w:top")).get(qn("w:val")) == "single"
    form = line.paragraph_format
    length = Mm(100).pt - form.left_indent.pt - form.right_indent.pt
    assert length == pytest.approx(engine.fonts.width(motto.text, 14, bold=True), abs=1)
    assert form.left_indent == form.right_indent


def test_head_is_one_table_of_two_rows(engine: Engine):
    """Number and date stand in the second row, so they are level as in the decree's own form."""
    file = word_file(engine.docx(plan(engine)).data)
    rows = file.tables[0].rows
    assert len(rows) == 2
    assert rows[1].cells[0].text == "Số: 05/KH-UBND"
    assert rows[1].cells[1].text == "Minh Khê, ngày 05 tháng 4 năm 2026"


def test_headings_and_signature_hold_together(engine: Engine):
    """M1: keep with next on headings and on the text before the signature, whose row is not cut."""
    file = word_file(engine.docx(plan(engine)).data)
    for paragraph in file.paragraphs:
        if paragraph.style.name in ("Mục I", "Khoản 1", "Điểm a"):
            assert paragraph.paragraph_format.keep_with_next
    (closing,) = (p for p in file.paragraphs if p.text.startswith("Trên đây"))
    assert closing.paragraph_format.keep_with_next
    signature = file.tables[-1]
    assert signature._tbl.tr_lst[0].trPr.find(qn("w:cantSplit")) is not None
    assert file.element.body[-2].tag == qn("w:p")


def test_label_is_boxed_in_the_first_header_only(engine: Engine):
    """M2: other copies of the same minutes differ in nothing else."""
    tree = minutes(engine, 2)
    one, two = (
        engine.docx(tree.labelled(label)).data for label in ("Bản 1/2: Niêm yết", "Bản 2/2: Lưu hồ sơ")
    )
    header = word_file(one).sections[0].first_page_header
    assert header.paragraphs[0].text == "BẢN 1/2: NIÊM YẾT"
    assert header.paragraphs[0]._p.pPr.find(qn("w:pBdr")) is not None
    parts = [
        {name: file.read(name) for name in file.namelist()}
        for file in (ZipFile(BytesIO(d)) for d in (one, two))
    ]
    differing = [name for name in parts[0] if parts[0][name] != parts[1][name]]
    assert len(differing) == 1
    assert differing[0].startswith("word/header")
    assert not any("thumbnail" in name for name in parts[0])


def test_sections_begin_pages_of_their_own(engine: Engine):
    """The label stands on the first section only; a lying section lies."""
    tree = document(label="Bản 1/1: Lưu")
    two = (
        Section((para(LONG),)),
        Section((Heading(Level.PART, "Phần I", "Bảng"), para(LONG)), Orientation.LANDSCAPE),
    )
    file = word_file(engine.docx(Document(two, label=tree.label)).data)
    upright, lying = file.sections
    assert upright.first_page_header.paragraphs[0].text == "BẢN 1/1: LƯU"
    assert lying.first_page_header.paragraphs[0].text == ""
    assert round(lying.page_width.mm) == 297


@pytest.mark.parametrize(("ci", "outcome"), [("true", "Failed"), ("", "Skipped")])
def test_a_missing_libre_office_is_a_failure_where_every_check_must_run(
    ci: str, outcome: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """M1: on a developer's own machine the Word files may stay unopened, with the reason said."""
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(libre_office, "find", lambda: None)
    with pytest.raises(BaseException, match="libreoffice-writer-nogui") as ended:
        opened({}, tmp_path)
    assert type(ended.value).__name__ == outcome
