"""Notice and report on paper: one text in PDF, Word and plain; Word has the pages of the PDF (M4, M7)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TypeAlias

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Document, Row, Table
from tests.documents.after_the_hall import NAMES, WORLDS, built, many
from tests.documents.before_the_day import cells_of
from tests.documents.paper import docx_flow, read_pdf, squeezed
from tests.documents.paper_plans import minh_khe
from tests.documents.word import Page, opened, pages

LINE = 28.0
Pair: TypeAlias = tuple[list[Page], list[Page]]
MADE = [f"{world}~{name}" for world in WORLDS for name in NAMES]


@pytest.mark.parametrize("made", MADE)
def test_same_words_in_pdf_docx_and_plain_text(engine: Engine, made: str) -> None:
    """M4, M7: one tree, three papers, nothing cut off at the right edge."""
    world, name = made.split("~")
    tree = built(engine, name, *WORLDS[world]())
    words = squeezed(engine.text(tree).replace("\u00a0", ""))
    paper = read_pdf(engine.pdf(tree).data)
    label = squeezed(tree.label.upper())
    # A row that goes over the page is read page by page, and the head of its table is there again.
    printed, told = Counter(paper.flow.removeprefix(label)), Counter(words)
    heads = {letter for table in _tables(tree) for row in table.header for letter in squeezed(_words(row))}
    assert not told - printed
    assert set(printed - told) <= heads
    assert docx_flow(engine.docx(tree).data).removeprefix(label) == words
    for line in paper.lines:
        width, _ = paper.sizes[line.page - 1]
        assert line.x1 <= width - 14.8


def _tables(tree: Document) -> list[Table]:
    return [block for section in tree.sections for block in section.blocks if isinstance(block, Table)]


def _split(page: Page) -> list[str]:
    """Its words; a hyphen at the end of a line is read back as another sign."""
    return [part for word in page.words for part in re.split(r"[-\x02\u00ad]", word) if part]


def _words(row: Row) -> str:
    return "".join(cells_of(row))


@pytest.fixture(scope="module")
def both(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """Ours and LibreOffice's pages of each, converted by one call."""
    trees = {made: built(engine, made.split("~")[1], *WORLDS[made.split("~")[0]]()) for made in MADE}
    theirs = opened(
        {name: engine.docx(tree).data for name, tree in trees.items()}, tmp_path_factory.mktemp("word")
    )
    return {name: (pages(engine.pdf(tree).data), pages(theirs[name])) for name, tree in trees.items()}


@pytest.mark.slow
@pytest.mark.parametrize("made", MADE)
def test_word_has_the_pages_of_the_pdf(both: dict[str, Pair], made: str) -> None:
    """M4, M7: as many pages, upright or lying alike, with the same words but for a line at their ends."""
    ours, theirs = both[made]
    assert len(theirs) == len(ours)
    for number, (own, word) in enumerate(zip(ours, theirs, strict=True), start=1):
        assert (word.width, word.height) == pytest.approx((own.width, own.height), abs=1), number
        here, there = Counter(_split(own)), Counter(_split(word))
        odd = (here - there) + (there - here)
        # A line of a wide table may have slipped at the head of the page and another at its foot.
        head = max(len(row.words) for page in (own, word) for row in page.rows[:3])
        foot = max(len(row.words) for page in (own, word) for row in page.rows[-1:])
        assert sum(odd.values()) <= head + foot, (number, odd)
        assert word.rows[-1].y == pytest.approx(own.rows[-1].y, abs=LINE), number
    assert theirs[-1].rows[-1].words == ours[-1].rows[-1].words


def test_no_heading_stands_alone_at_a_foot(engine: Engine) -> None:
    """M4, M7: whatever the number of opinions, a heading goes on with its text."""
    for count in (9, 17, 26):
        for name in NAMES:
            paper = read_pdf(engine.pdf(built(engine, name, minh_khe(), many(count))).data)
            for before, line in pairwise(paper.lines):
                if before.page != line.page and before.baseline > 200:
                    assert not before.text.startswith(("II. ", "III. ", "IV. ")), (name, count)
