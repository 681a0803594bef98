"""The papers made from opinions and people, measured on the page (C3, C7–C11, F3, P2)."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import (
    Document,
    Heading,
    KeepTogether,
    Leaf,
    Orientation,
    Paragraph,
    Role,
    plain,
)
from dialogue_desktop.domain.plan import IssuerKind, Plan
from dialogue_desktop.domain.records import Records
from tests.documents.before_the_day import NAMES, WORLDS, built
from tests.documents.paper import Paper, docx_flow, read_pdf, squeezed

KINDS = {
    "slips": "PHIẾU LẤY Ý KIẾN, ĐĂNG KÝ PHÁT BIỂU",
    "assigned-questions": "PHIẾU GIAO TRẢ LỜI",
    "prepared-report": "BÁO CÁO",
    "previous-results": "BÁO CÁO",
    "invitations": "GIẤY MỜI",
    "delegates": "DANH SÁCH ĐẠI BIỂU",
    "sign-in": "DANH SÁCH KÝ NHẬN",
}
CODES = {"assigned-questions": "PC", "prepared-report": "BC", "previous-results": "BC", "invitations": "GM"}
ONE = ("prepared-report", "previous-results", "delegates")
SERIES = ("assigned-questions", "invitations")

Made = tuple[str, Plan, Records, Document, Paper]


#: Three hundred letters are three hundred pages alike: they are counted elsewhere.
_PAPERS = [(world, name) for world in WORLDS for name in NAMES if (world, name) != ("many", "invitations")]


@pytest.fixture(scope="module", params=_PAPERS, ids="-".join)
def made(request: pytest.FixtureRequest, engine: Engine) -> Made:
    world, name = request.param
    plan, records = WORLDS[world]()
    document = built(engine, name, plan, records)
    result = engine.pdf(document)
    assert result.report.missing == ()
    return name, plan, records, document, read_pdf(result.data)


def test_page_margins_and_numbers(made: Made) -> None:
    """NĐ 30, Phụ lục I: A4, 20/20/30/15 mm, numbers from page 2 of a section; half pages have their own."""
    name, _plan, _records, document, paper = made
    halves = any(section.leaf is Leaf.HALF for section in document.sections)
    for page, (width, height) in enumerate(paper.sizes, start=1):
        lying = width > height
        assert (round(width), round(height)) == ((297, 210) if lying else (210, 297))
        left, right, bottom = (18, 14, 7) if halves else (30, 15, 20)
        body = [line for line in paper.on(page) if halves or line.baseline > 19]
        assert min(line.x0 for line in body) >= left - 0.2
        assert max(line.x1 for line in body if line.text.strip()) <= width - right + 0.2
        assert max(line.baseline for line in body) <= height - bottom
    assert any(width > height for width, height in paper.sizes) is (name == "previous-results")
    if halves:
        assert not [line for line in paper.lines if line.baseline < 8]
        return
    numbers = [
        next((line.text for line in paper.on(page) if line.baseline < 19), "1")
        for page in range(1, len(paper.sizes) + 1)
    ]
    assert numbers.count("1") == len(document.sections)
    for before, after in pairwise(numbers):
        assert after in ("1", str(int(before) + 1))


def test_the_head_is_that_of_the_issuer(made: Made) -> None:
    """P2: quốc hiệu or the Party's line on the first page of every section, kind bold in capitals, symbol."""
    name, plan, _records, document, paper = made
    is_party = plan.issuer.kind is IssuerKind.PARTY_COMMITTEE
    heads = len([s for s in document.sections if s.orientation is Orientation.PORTRAIT])
    nation = [line for line in paper.lines if line.text.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    motto = [line for line in paper.lines if line.text.startswith("ĐẢNG CỘNG SẢN VIỆT NAM")]
    assert (len(nation), len(motto)) == ((0, heads) if is_party else (heads, 0))
    kind = paper.line(KINDS[name])
    assert kind.fonts == {"Tinos-Bold"}
    if not any(section.leaf is Leaf.HALF for section in document.sections):
        assert kind.sizes == {16.0 if is_party else 14.0}
    code = CODES.get(name)
    numbered = [
        line
        for line in paper.lines
        if re.match(r"Số:? *[\d-]*[/-][A-Z]{2}[-/]", line.text.replace("\u00a0", " "))
    ]
    assert len(numbered) == (heads if code else 0)
    assert all(f"{code}{'/ĐU' if is_party else '-UBND'}" in line.text for line in numbered)


def test_last_words_end_as_the_kind_asks(made: Made) -> None:
    """`./.` in State documents and Party documents by 36-HD, a full stop by 05-HD."""
    name, plan, _records, document, _paper = made
    closings = [
        plain(block.runs)
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.role is Role.CLOSING
    ]
    assert bool(closings) is (name in (*ONE, *SERIES))
    for closing in closings:
        if plan.issuer.style == "dang_05":
            assert closing.endswith(".")
            assert not closing.endswith(("./.", ".."))
        else:
            assert re.search(r"[^./]\./\.$", closing)


def test_signature_is_whole_and_no_heading_stands_alone(made: Made) -> None:
    """P12: each signer's lines and name on one page; a heading has what it heads under it."""
    name, plan, _records, document, paper = made
    signs = len(document.sections) if name in SERIES else int(name in ONE)
    capacity, signer = plan.signature.lines[0].upper(), plan.signature.name
    tops = [line for line in paper.lines if line.text == capacity]
    names = [line for line in paper.lines if line.text == signer]
    assert (len(tops), len(names)) == (signs, signs)
    for top, under in zip(tops, names, strict=True):
        assert top.page == under.page
        assert 15 < under.baseline - top.baseline < 50
    heads = {
        f"{block.number} {block.text}".strip()
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Heading)
    }
    for page in range(1, len(paper.sizes) + 1):
        last = max(paper.on(page), key=lambda line: line.baseline)
        assert last.text.strip() not in heads


def test_one_tree_three_forms(made: Made, engine: Engine) -> None:
    """The words of PDF, DOCX and plain text are the same; dots to write on are no words."""
    _name, _plan, _records, document, paper = made
    words = squeezed(engine.text(document).replace("\u00a0", ""))
    assert docx_flow(engine.docx(document).data) == words
    seen = squeezed("".join(line.text for line in paper.lines if line.text.strip()))
    if all(section.leaf is Leaf.HALF for section in document.sections):
        assert sorted(seen) == sorted(words)
    elif len(paper.sizes) == len(document.sections):  # a table's head is repeated on further pages
        assert sorted(paper.flow) == sorted(words)
    assert "{" not in words


def test_every_name_is_whole_in_every_form(made: Made, engine: Engine) -> None:
    """C10, C11, C8: nobody's name is lost or cut, however long or however it is written."""
    name, _plan, records, document, _paper = made
    if name in ("invitations", "delegates", "sign-in"):
        names = {d.name for d in records.delegates if not (name == "sign-in" and d.replaced_by)}
        instead = {d.replaced_by for d in records.delegates if name != "invitations"}
        # The sheet to be signed has the position in a column of its own.
        names |= {part for one in instead for part in (one.split(", ") if name == "sign-in" else [one])}
        names |= {d.office for d in records.delegates if not d.name}
    elif name == "slips":
        names = {batch.collector for batch in records.slip_batches}
    elif name == "previous-results":
        names = {v.name for o in records.opinions for v in o.voices if o.consent is not False}
    else:
        wanted = [o for o in records.collected() if name == "prepared-report" or o.unit or o.prepared_by]
        names = {v.name for o in wanted for v in o.voices if o.consent is not False}
        names |= {o.text for o in wanted}
    text = squeezed(engine.text(document).replace("\u00a0", "")).casefold()  # a line may begin with the name
    assert [one for one in names if squeezed(one).casefold() not in text] == []


def test_no_block_is_left_unfinished(made: Made) -> None:
    """No empty section, nothing kept together that holds nothing."""
    _name, _plan, _records, document, _paper = made
    assert document.sections
    for section in document.sections:
        assert section.blocks
        assert not [b for b in section.blocks if isinstance(b, KeepTogether) and not b.blocks]
