"""Every paper opened by LibreOffice: the same pages as our PDF, within a line (M1, C1, P2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Document
from tests.documents.paper_plans import BASES, LETTERHEADS, NAMES, built
from tests.documents.papers import minutes, plan
from tests.documents.word import Page, opened, pages

pytestmark = pytest.mark.slow

LINE = 20.0
"""Points: the tallest line of running text with the gap above it."""
SIGNED = {"minutes": "Cao Thị Duyên"}
MADE = [f"{base}-{head}-{name}" for base in BASES for head in LETTERHEADS for name in ("plan", *NAMES)]


class Pair(NamedTuple):
    ours: list[Page]
    theirs: list[Page]


def documents(engine: Engine) -> Iterator[tuple[str, Document]]:
    for base, make in BASES.items():
        for head, change in LETTERHEADS.items():
            whole = change(make())
            for name in ("plan", *NAMES):
                yield f"{base}-{head}-{name}", built(engine, name, whole)
    yield "paragraphs", plan(engine, paragraphs=14)
    yield "minutes", minutes(engine, opinions=14)


@pytest.fixture(scope="module")
def pairs(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """All documents by name, converted by one call."""
    trees = dict(documents(engine))
    words = {name: engine.docx(tree).data for name, tree in trees.items()}
    theirs = opened(words, tmp_path_factory.mktemp("word"))
    return {name: Pair(pages(engine.pdf(tree).data), pages(theirs[name])) for name, tree in trees.items()}


@pytest.mark.parametrize("name", [*MADE, "paragraphs", "minutes"])
def test_word_has_the_pages_of_the_pdf(pairs: dict[str, Pair], name: str) -> None:
    """The same number of pages, each upright or lying alike, with the same words but for one line at its end."""
    ours, theirs = pairs[name]
    assert len(theirs) == len(ours)
    for number, (own, word) in enumerate(zip(ours, theirs, strict=True), start=1):
        assert (word.width, word.height) == pytest.approx((own.width, own.height), abs=1), number
        here, there = Counter(own.words), Counter(word.words)
        odd = (here - there) + (there - here)
        ends = [row for page in (own, word) for row in (page.rows[:1] + page.rows[-1:])]
        assert sum(odd.values()) <= max(len(row.words) for row in ends), (number, odd)
        assert word.rows[-1].y == pytest.approx(own.rows[-1].y, abs=LINE), number


@pytest.mark.parametrize("name", [*MADE, "paragraphs", "minutes"])
def test_each_page_begins_with_the_same_line(pairs: dict[str, Pair], name: str) -> None:
    """Or with the line before or after it; nothing has slipped down by then."""
    ours, theirs = pairs[name]
    before = [(), *(own.rows[-1].words for own in ours)]
    for number, (own, word) in enumerate(zip(ours, theirs, strict=True), start=1):
        near = [row.words for row in own.rows[:2]] + [before[number - 1]]
        assert word.rows[0].words in near, number
        assert word.rows[0].y == pytest.approx(own.rows[0].y, abs=3), number


@pytest.mark.parametrize("name", [*MADE, "paragraphs", "minutes"])
def test_the_last_words_stand_on_the_same_page(pairs: dict[str, Pair], name: str) -> None:
    """P12: who signs, with the text that must be on the page of the signature."""
    ours, theirs = pairs[name]
    assert theirs[-1].rows[-1].words == ours[-1].rows[-1].words
    assert theirs[-1].rows[0].words == ours[-1].rows[0].words


def test_the_long_plans_are_long(pairs: dict[str, Pair]) -> None:
    """What is compared breaks over many pages."""
    lengths = {name: len(pairs[f"long-{head}-plan"].ours) for head in LETTERHEADS for name in [head]}
    assert min(lengths.values()) >= 8
    assert max(len(pairs[f"long-state-{name}"].ours) for name in ("assignments", "script")) >= 5


def test_table_heads_are_repeated_in_word(pairs: dict[str, Pair]) -> None:
    """C1: every further page of the duties begins with the head of the table."""
    ours, theirs = pairs["long-state-assignments"]
    heads = [row.words for page in theirs[1:-1] for row in page.rows[:1]]
    assert heads
    assert all(one == two for one, two in pairwise(heads))
    assert heads[0] == ours[1].rows[0].words
