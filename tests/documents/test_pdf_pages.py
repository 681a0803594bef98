"""Where a page may end: no lone headings, no lone lines, no signature by itself (M1)."""

from __future__ import annotations

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import (
    Cell,
    Column,
    Heading,
    Item,
    KeepTogether,
    Level,
    PageBreak,
    Row,
    SignatureBlock,
    Signer,
    Spacer,
    Table,
    cell,
    para,
    text,
)
from tests.documents.paper import Paper, Printed, read_pdf, squeezed
from tests.documents.papers import LONG, document, minutes, money_table, plan, signature

FILL = [0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 17]
"""Heights in lines put before, so that the page's end meets every line of what is tested."""


def body(paper: Paper, page: int) -> list[Printed]:
    return [line for line in paper.on(page) if line.baseline > 19]


def lines_before(count: int) -> list[Spacer | Item]:
    """Short items that fill a page from the top, about 8 mm each."""
    return [Item(text(f"Việc thứ {k}.")) for k in range(count)]


@pytest.mark.parametrize("count", range(25, 34))
def test_no_heading_stands_at_the_foot_of_a_page(engine: Engine, count: int):
    """M1: the heading goes over with the first two lines of its text."""
    headings = (Heading(Level.SECTION, "I.", "Ý kiến"), Heading(Level.CLAUSE, "1.", "Đất đai"))
    paper = read_pdf(engine.pdf(document(*lines_before(count), *headings, para(LONG))).data)
    heading = paper.line("1. Đất đai")
    after = [line for line in body(paper, heading.page) if line.top > heading.top]
    assert paper.line("I. Ý KIẾN").page == heading.page
    assert len(after) >= 2


@pytest.mark.parametrize("count", range(24, 34))
def test_no_line_of_a_paragraph_stands_alone(engine: Engine, count: int):
    """M1: at least two lines of a cut paragraph on either page."""
    words = f"{LONG} {LONG}"
    paper = read_pdf(engine.pdf(document(*lines_before(count), para(words))).data)
    pages = [line.page for line in paper.lines if line.baseline > 19 and not line.text.startswith("- ")]
    for page in set(pages):
        assert pages.count(page) >= 2


@pytest.mark.parametrize("count", range(18, 34))
def test_signature_is_whole_and_not_alone(engine: Engine, count: int):
    """M1: the whole block on one page, with at least two lines of the text before it."""
    closing = "Trên đây là Kế hoạch tổ chức hội nghị đối thoại./."
    paper = read_pdf(engine.pdf(document(*lines_before(count), para(closing), signature())).data)
    parts = [paper.line(start) for start in ("Nơi nhận:", "- Lưu: VT, VP.", "TM. ỦY", "Đỗ Mạnh Tuyển")]
    assert {part.page for part in parts} == {parts[0].page}
    before = [line for line in body(paper, parts[0].page) if line.top < parts[0].top - 1]
    assert len(before) >= 2


@pytest.mark.parametrize("opinions", range(2, 9))
def test_minutes_signature_is_whole_and_not_alone(engine: Engine, opinions: int):
    paper = read_pdf(engine.pdf(minutes(engine, opinions)).data)
    last = next(one for one in reversed(paper.lines) if one.text == "Cao Thị Duyên")
    title = paper.line("CHỦ TỌA")
    assert title.page == last.page == paper.line("- Lưu: VT, Hồ sơ.").page
    assert len([line for line in body(paper, last.page) if line.top < title.top]) >= 2


def test_table_header_is_repeated_and_rows_stay_whole(engine: Engine):
    paper = read_pdf(engine.pdf(document(para(LONG), money_table(80))).data)
    assert len(paper.sizes) > 2
    for page in range(1, len(paper.sizes) + 1):
        assert sum(line.text == "Nội dung" for line in paper.on(page)) == 1
    assert paper.flow.count("1.150.000") == 80


@pytest.mark.parametrize("count", range(22, 32))
def test_total_row_is_not_alone_on_a_page(engine: Engine, count: int):
    """P11: the sum stands under at least one line of the estimate."""
    paper = read_pdf(engine.pdf(document(*lines_before(count), money_table(3))).data)
    total = paper.line("9.999.000")
    assert [line for line in paper.on(total.page) if line.text.startswith("3Nước")]


def test_row_higher_than_a_page_is_cut_and_nothing_is_lost(engine: Engine):
    """A citizen's text over several pages inside a table."""
    words = " ".join(f"câu{k} về đường làng ngõ xóm và mương tưới" for k in range(900))
    table = Table(
        (Column(15), Column()),
        (Row((cell("1"), cell(words))), Row((cell("2"), cell("Sau cùng.")))),
        (Row((cell("TT"), cell("Nội dung"))),),
    )
    paper = read_pdf(engine.pdf(document(table)).data)
    assert len(paper.sizes) > 3
    shown = squeezed(
        "".join(line.text for line in paper.lines if line.baseline > 19 and line.text != "Nội dung")
    )
    assert squeezed(words) in shown.replace("TT", "")
    assert max(line.baseline for line in paper.lines) <= 277
    for page in range(1, len(paper.sizes) + 1):
        assert len(body(paper, page)) >= 3


def test_long_row_begins_on_the_page_where_it_stands(engine: Engine):
    """A row over a quarter of a page high is cut rather than leaving the page half empty."""
    table = Table((Column(),), (Row((Cell(text(" ".join([LONG] * 8))),)),))
    paper = read_pdf(engine.pdf(document(*lines_before(20), table)).data)
    assert paper.line("Đoạn mương").page == 1
    assert len(paper.sizes) == 2


@pytest.mark.parametrize("count", [20, 26, 29, 31])
def test_kept_blocks_stay_together(engine: Engine, count: int):
    kept = KeepTogether((para("Đầu khối."), para(LONG), para("Cuối khối.")))
    paper = read_pdf(engine.pdf(document(*lines_before(count), kept)).data)
    assert paper.line("Đầu khối.").page == paper.line("Cuối khối.").page


def test_block_higher_than_a_page_is_printed_whole_all_the_same(engine: Engine):
    kept = KeepTogether(tuple(para(LONG) for _ in range(30)))
    paper = read_pdf(engine.pdf(document(kept)).data)
    assert paper.flow == squeezed(LONG) * 30
    assert max(line.baseline for line in paper.lines) <= 277


def test_recipients_over_more_than_a_page_are_all_printed(engine: Engine):
    """P12: even the longest Nơi nhận stays on the paper."""
    names = tuple(f"Trưởng thôn số {k}" for k in range(1, 91))
    block = SignatureBlock(Signer("Đỗ Mạnh Tuyển", "Chủ tịch"), names)
    paper = read_pdf(engine.pdf(document(para(LONG), block)).data)
    assert all(paper.has(f"- {name}") for name in names)
    assert max(line.baseline for line in paper.lines) <= 277


def test_page_break_and_spacer(engine: Engine):
    """Room at the top of a page is dropped; a page break begins a page."""
    paper = read_pdf(engine.pdf(document(para("Một."), PageBreak(), Spacer(40), para("Hai."))).data)
    assert paper.line("Hai.").page == 2
    assert paper.line("Hai.").top < 24
    spaced = read_pdf(engine.pdf(document(para("Một."), Spacer(40), para("Hai."))).data)
    assert spaced.line("Hai.").top - spaced.line("Một.").top > 44


def test_places_say_where_blocks_stand(engine: Engine):
    """P1: page and rectangle of each anchor, one for each page that a block touches."""
    result = engine.pdf(plan(engine, paragraphs=12))
    paper = read_pdf(result.data)
    height = 297 * 72 / 25.4
    for anchor, start in (
        ("lead", "Đoạn mương"),
        ("s1", "I. MỤC ĐÍCH"),
        ("row:2", "2Nước uống, tài liệu và trang trí lần 2"),
    ):
        (place,) = (one for one in result.places if one.anchor == anchor)
        line = paper.line(start)
        assert place.page == line.page
        top = (height - place.y1) / 72 * 25.4
        bottom = (height - place.y0) / 72 * 25.4
        assert top - 0.5 <= line.top
        assert line.baseline <= bottom
        assert place.x0 / 72 * 25.4 == pytest.approx(30, abs=0.1)
        assert place.x1 / 72 * 25.4 == pytest.approx(195, abs=0.1)
    signed = [one for one in result.places if one.anchor == "signature"]
    assert [one.page for one in signed] == [len(paper.sizes)]
    cut = engine.pdf(document(*lines_before(29), para(f"{LONG} {LONG}", anchor="cut")))
    assert [one.page for one in cut.places if one.anchor == "cut"] == [1, 2]
