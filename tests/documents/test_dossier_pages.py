"""The index of a dossier and its page of checks: numbers, pages, one text in all forms (F5)."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dialogue_desktop.documents import doc_dossier
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import Document, Table, plain
from dialogue_desktop.domain.after_records import Paper as Line
from dialogue_desktop.domain.after_records import Step, StoredFile
from dialogue_desktop.domain.dossier import FileSum, lines_of
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Records
from tests.documents.paper import docx_flow, read_pdf, squeezed
from tests.documents.paper_plans import minh_khe, party

AT = datetime(2026, 4, 24, 9, tzinfo=UTC)
HOSTILE = 'Trả lời <b>bà</b> H\'Hen Niê & ông {ten} về "nước" =SUM(A1) \\fi ]]>'


def _file(n: int, pages: int = 2) -> StoredFile:
    return StoredFile(hashlib.sha256(bytes([n])).hexdigest(), f"{n}.pdf", 1000 * n, pages)


def _records(many: int) -> Records:
    copies = (replace(_file(1, 14), label="Lưu hồ sơ"), replace(_file(2, 12), posted=True))
    minutes = Line("vb-minutes", "minutes", title="Biên bản", number="3", symbol="BB-UBND", files=copies)
    draft = Line("vb-nhap", "report", title="Báo cáo kết quả", number="40", symbol="BC-UBND")
    papers = [replace(minutes, dated_on=date(2026, 4, 24), issued_at=AT), draft]
    papers += [
        Line(
            f"vb-replies~{n}",
            "replies",
            f"s{n}",
            title=HOSTILE if n == 3 else f"Trả lời kiến nghị số {n} của Nhân dân thôn Đồng Vạn",
            number=str(n),
            symbol="UBND-VP",
            dated_on=date(2026, 5, 5),
            issued_at=AT,
            files=(_file(n % 200 + 3, 0 if n == 4 else 2),),
        )
        for n in range(1, many + 1)
    ]
    photo = StoredFile("e" * 64, "ảnh.JPG", 5)
    steps = (Step("b1", "cam-x", date(2026, 5, 9), text="Đã xong.", files=(photo,)),)
    return Records(papers=tuple(papers), steps=steps)


def _paper(engine: Engine, plan: Plan) -> Paper:
    return Paper(
        plan, (), engine.sheet(plan.issuer.style), engine.phrases("paper"), engine.phrases("dossier")
    )


def _rows(document: Document) -> list[list[str]]:
    tables = [block for block in document.sections[0].blocks if isinstance(block, Table)]
    return [[plain(cell.runs) for cell in row.cells] for table in tables for row in table.rows]


def test_numbers_pages_and_order(engine: Engine) -> None:
    """Copies of one paper count once, what nobody counted is left blank, drafts do not stand there."""
    made = doc_dossier.index(_paper(engine, minh_khe()), lines_of(_records(5)))
    rows = [row for row in _rows(made) if len(row) > 1]
    assert [(row[0], row[1], row[5], row[6]) for row in rows] == [
        ("1", "03/BB-UBND", "14", "1–14"),
        ("2", "01/UBND-VP", "2", "15–16"),
        ("3", "02/UBND-VP", "2", "17–18"),
        ("4", "03/UBND-VP", "2", "19–20"),
        ("5", "04/UBND-VP", "", ""),
        ("6", "05/UBND-VP", "2", "21–22"),
        ("7", "", "1", "23"),
    ]
    assert rows[0][7] == "2 tệp"
    assert rows[3][3] == HOSTILE


def test_a_party_committee_writes_its_numbers_its_way(engine: Engine) -> None:
    records = Records(
        papers=(Line("a", "conclusion", number="5", symbol="TB/ĐU", title="Thông báo", issued_at=AT),)
    )
    made = doc_dossier.index(_paper(engine, party(minh_khe())), lines_of(records))
    (row,) = _rows(made)
    assert row[1] == "05-TB/ĐU"


@pytest.mark.parametrize("many", [5, 120])
def test_one_tree_three_forms_and_heads_on_each_page(engine: Engine, many: int) -> None:
    """Nothing is lost in PDF or Word, whatever the titles hold; the page lies, its head is repeated."""
    paper = _paper(engine, minh_khe())
    sums = [FileSum(f"{n:03}-van-ban-{'x' * 60}.pdf", n * 4_000_000, f"{n:064x}") for n in range(many)]
    for document in (doc_dossier.index(paper, lines_of(_records(many))), doc_dossier.checks(paper, sums)):
        result = engine.pdf(document)
        assert result.report.missing == ()
        read = read_pdf(result.data)
        assert all(width > height for width, height in read.sizes)
        words = squeezed(engine.text(document).replace("\u00a0", ""))
        assert docx_flow(engine.docx(document).data) == words
        table = next(block for block in document.sections[0].blocks if isinstance(block, Table))
        head = squeezed("".join(plain(cell.runs) for cell in table.header[0].cells))
        assert read.flow.count(head) == len({line.page for line in read.lines if line.text.startswith("TT")})
        assert read.flow.replace(head, "") == words.replace(head, "")
        if many > 100:
            assert len(read.sizes) > 3
