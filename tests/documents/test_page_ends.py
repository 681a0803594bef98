"""Where pages end, for plans of every length: headings, paragraphs and signatures are never torn (P12)."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.sheet import STYLES
from dialogue_desktop.documents.tree import (
    Block,
    Document,
    Heading,
    Item,
    Level,
    Paragraph,
    Role,
    SignatureBlock,
    Signer,
    para,
    plain,
    text,
)
from tests.documents.paper import squeezed
from tests.documents.papers import LONG, document, head, money_table
from tests.documents.word import Page, Row, pages

WORDS = LONG.split()
SIGNED = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
LEFT = 30 / 25.4 * 72
LENGTHS = range(1, 41)


def some_plan(engine: Engine, style: str, length: int) -> Document:
    """A plan of so many blocks: paragraphs of one to eight lines, headings one under another, a table."""
    chance = random.Random(f"{style} {length}")
    blocks: list[Block] = list(head(engine))
    for k in range(length):
        kind = chance.random()
        if kind < 0.15:
            blocks.append(Heading(Level.SECTION, f"{k}.", f"Mục thứ {k}"))
        if kind < 0.4:
            blocks.append(Heading(Level.CLAUSE, f"{k}.", f"Khoản thứ {k}"))
        if kind > 0.85:
            blocks.append(para("Nội dung gồm các việc như sau:"))
        count = chance.choice((3, 8, 20, 30, 45, 60, 90, 130))
        words = " ".join((WORDS * 3)[:count])
        blocks.append(para(words) if chance.random() < 0.6 else Item(text(words)))
        if k == length // 2:
            blocks.append(money_table(chance.randrange(1, 9)))
    blocks.append(para(" ".join((WORDS * 2)[: chance.choice((4, 16, 40, 75))]) + "./.", Role.CLOSING))
    names = tuple(f"Cơ quan thứ {k}" for k in range(chance.randrange(1, 9)))
    blocks.append(SignatureBlock(Signer("Đỗ Mạnh Tuyển", SIGNED[1], (SIGNED[0],)), names))
    return document(*blocks, style=style)


@dataclass(frozen=True)
class Ends:
    """A plan, its pages and its headings."""

    tree: Document
    pages: list[Page]
    heads: frozenset[str]

    def begins(self, row: Row) -> bool:
        """Whether a paragraph begins on the row: its first line is set in."""
        return row.left > LEFT + 20

    def is_head(self, row: Row) -> bool:
        return squeezed("".join(row.words)).upper() in self.heads


@pytest.fixture(scope="module", params=STYLES)
def plans(request: pytest.FixtureRequest, engine: Engine) -> list[Ends]:
    found = []
    for length in LENGTHS:
        tree = some_plan(engine, request.param, length)
        blocks = tree.sections[0].blocks
        heads = {squeezed(f"{b.number}{b.text}").upper() for b in blocks if isinstance(b, Heading)}
        found.append(Ends(tree, pages(engine.pdf(tree).data), frozenset(heads)))
    return found


def test_page_ends_fall_everywhere(plans: list[Ends]) -> None:
    """Else what follows proves little: many pages, ending at many heights, signatures high and low."""
    assert sum(len(plan.pages) for plan in plans) > 100
    assert len({round(page.rows[-1].y) for plan in plans for page in plan.pages[:-1]}) > 15
    assert len({round(plan.pages[-1].rows[-1].y / 40) for plan in plans}) > 10


def test_no_heading_is_the_last_line_of_a_page(plans: list[Ends]) -> None:
    for plan in plans:
        for page in plan.pages:
            assert not plan.is_head(page.rows[-1]), page.rows[-1].words


def test_words_that_announce_a_list_are_not_the_last_of_a_page(plans: list[Ends]) -> None:
    """ "… như sau:" stands with the first line of what follows."""
    for plan in plans:
        for page in plan.pages:
            assert page.rows[-1].words[-1] != "sau:"


def test_no_paragraph_leaves_one_line_behind_or_before(plans: list[Ends]) -> None:
    """Two lines at least at the foot of a page and at the head of the next."""
    for plan in plans:
        for above, below in pairwise(plan.pages):
            first, second = below.rows[0], below.rows[1]
            if tabular(first) or tabular(above.rows[-1]):
                continue
            if not plan.begins(first):
                assert not plan.begins(second), (first.words, second.words)
                assert not plan.begins(above.rows[-1]), above.rows[-1].words


def test_signature_is_whole_with_two_lines_above_it(plans: list[Ends]) -> None:
    """Capacity, position, name and recipients on the last page; never that page without text."""
    for plan in plans:
        rows = plan.pages[-1].rows
        said = [" ".join(row.words) for row in rows]
        (at,) = (k for k, words in enumerate(said) if SIGNED[0] in words)
        assert at >= 2, said
        assert any(SIGNED[1] in words for words in said[at:])
        assert any("Đỗ Mạnh Tuyển" in words for words in said[at:])
        assert "Nơi nhận:" in said[at] or any("Nơi nhận:" in words for words in said[at - 1 : at + 2])
        for page in plan.pages[:-1]:
            assert not any(SIGNED[0] in " ".join(row.words) for row in page.rows)


def test_the_paragraph_before_the_signature_is_not_cut(plans: list[Ends]) -> None:
    """What is signed reads as one: its last paragraph stands whole on the page of the signature."""
    for plan in plans:
        closing = [b for b in plan.tree.sections[0].blocks if isinstance(b, Paragraph)][-1]
        on_page = squeezed("".join(word for row in plan.pages[-1].rows for word in row.words))
        assert squeezed(plain(closing.runs)) in on_page


def test_no_page_but_the_last_is_left_half_empty(plans: list[Ends]) -> None:
    """Keeping things together never costs half a page."""
    for plan in plans:
        for page in plan.pages[:-1]:
            assert page.rows[-1].y > page.height * 0.55, page.rows[-1].words


def test_nothing_is_lost_between_pages(plans: list[Ends], engine: Engine) -> None:
    """Every word of the text is printed; only the head of a table may be printed again."""
    for plan in plans:
        printed = Counter(word for page in plan.pages for word in page.words)
        said = Counter(engine.text(plan.tree).split())
        assert not said - printed
        assert set(printed - said) <= {"TT", "Nội", "dung", "Thành", "tiền", "(đồng)"}


def tabular(row: Row) -> bool:
    """A row of the money table or its head."""
    return any("1.150.000" in word or word in ("TT", "9.999.000") for word in row.words)
