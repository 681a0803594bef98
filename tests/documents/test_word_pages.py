"""Every paper opened by LibreOffice: the same pages as our PDF, within a line (M1, C1, P2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.sheet import MM
from dialogue_desktop.documents.tree import Block, Document, Heading, Level, Section, Spacer, para
from tests.documents.paper_plans import BASES, LETTERHEADS, NAMES, built
from tests.documents.papers import LONG, document, head, minutes, money_table, plan
from tests.documents.word import Page, opened, pages

pytestmark = pytest.mark.slow

LINE = 28.0
"""Points: the tallest line of text with the gap above it."""
MADE = [
    f"{base}-{letterhead}-{name}" for base in BASES for letterhead in LETTERHEADS for name in ("plan", *NAMES)
]
COUNTS = range(9, 20)
"""So many lines stand between the title and a heading at the foot of the page; among them those after which
LibreOffice takes a page for full."""
FOOTS = [f"foot-{kind}-{count}" for kind in ("plain", "table") for count in COUNTS]
EVERY = [*MADE, "paragraphs", "minutes", *FOOTS]


class Pair(NamedTuple):
    """The pages of our PDF and of the Word file."""

    ours: list[Page]
    theirs: list[Page]


def documents(engine: Engine) -> Iterator[tuple[str, Document]]:
    for base, make in BASES.items():
        for letterhead, change in LETTERHEADS.items():
            whole = change(make())
            for name in ("plan", *NAMES):
                yield f"{base}-{letterhead}-{name}", built(engine, name, whole)
    yield "paragraphs", plan(engine, paragraphs=14)
    yield "minutes", minutes(engine, opinions=14)
    for name in FOOTS:
        _, kind, count = name.split("-")
        yield name, heading_at_the_foot(engine, int(count), table=kind == "table")


def heading_at_the_foot(engine: Engine, count: int, *, table: bool) -> Document:
    """Two headings with room for themselves on the first page, and none for the text below them."""
    before: list[Block] = [*head(engine), para("Kính gửi các đơn vị.")]
    before += [money_table(2)] if table else []
    lines: list[Block] = [para("Việc này làm xong trong tuần.") for _ in range(count - 2 * table)]
    after: list[Block] = [
        Heading(Level.SECTION, "I.", "Mục đích"),
        Heading(Level.CLAUSE, "1.", "Yêu cầu"),
        para(LONG),
        para(LONG),
    ]
    tree = document(*before, *lines, *after)
    (first, *_more) = pages(engine.pdf(tree).data)
    (foot,) = (row.y for row in first.rows if row.words == ("1.", "Yêu", "cầu"))
    room = Spacer((766 - foot) / MM)
    return replace(tree, sections=(Section((*before, room, *lines, *after)),))


@pytest.fixture(scope="module")
def pairs(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """All documents by name, converted by one call."""
    trees = dict(documents(engine))
    words = {name: engine.docx(tree).data for name, tree in trees.items()}
    theirs = opened(words, tmp_path_factory.mktemp("word"))
    return {name: Pair(pages(engine.pdf(tree).data), pages(theirs[name])) for name, tree in trees.items()}


@pytest.mark.parametrize("name", EVERY)
def test_word_has_the_pages_of_the_pdf(pairs: dict[str, Pair], name: str) -> None:
    """The same number of pages, upright or lying alike, with the same words but for one line at the end."""
    ours, theirs = pairs[name]
    assert len(theirs) == len(ours)
    for number, (own, word) in enumerate(zip(ours, theirs, strict=True), start=1):
        assert (word.width, word.height) == pytest.approx((own.width, own.height), abs=1), number
        here, there = Counter(own.words), Counter(word.words)
        odd = (here - there) + (there - here)
        # The first rows are the head of a table and the line that may have slipped.
        ends = [row for page in (own, word) for row in (page.rows[:3] + page.rows[-1:])]
        assert sum(odd.values()) <= max(len(row.words) for row in ends), (number, odd)
        assert word.rows[-1].y == pytest.approx(own.rows[-1].y, abs=LINE), number


@pytest.mark.parametrize("name", EVERY)
def test_each_page_begins_with_the_same_line(pairs: dict[str, Pair], name: str) -> None:
    """Or with the line before or after it; nothing has slipped down by then."""
    ours, theirs = pairs[name]
    before = [(), *(own.rows[-1].words for own in ours)]
    for number, (own, word) in enumerate(zip(ours, theirs, strict=True), start=1):
        near = [row.words for row in own.rows[:2]] + [before[number - 1]]
        assert word.rows[0].words in near, number
        assert word.rows[0].y == pytest.approx(own.rows[0].y, abs=3), number


@pytest.mark.parametrize("name", EVERY)
def test_the_signature_stands_on_the_same_page(pairs: dict[str, Pair], name: str) -> None:
    """P12: the page that is signed begins and ends alike."""
    ours, theirs = pairs[name]
    assert theirs[-1].rows[-1].words == ours[-1].rows[-1].words
    assert theirs[-1].rows[0].words == ours[-1].rows[0].words


@pytest.mark.parametrize("name", FOOTS)
def test_no_heading_is_left_alone(pairs: dict[str, Pair], name: str) -> None:
    """P12: not even where LibreOffice has guessed that the page ends just there."""
    for made in pairs[name]:
        assert made[0].rows[-1].words[0] not in ("I.", "1."), made[0].rows[-1].words
        assert made[1].rows[0].words == ("I.", "MỤC", "ĐÍCH")


def test_the_long_plans_are_long(pairs: dict[str, Pair]) -> None:
    """What is compared breaks over many pages."""
    assert min(len(pairs[f"long-{letterhead}-plan"].ours) for letterhead in LETTERHEADS) >= 8
    assert min(len(pairs[f"long-state-{name}"].ours) for name in ("assignments", "script")) >= 5


def test_table_heads_are_repeated_in_word(pairs: dict[str, Pair]) -> None:
    """C1: every further page of the script begins with the head of its table."""
    ours, theirs = pairs["long-state-script"]
    heads = [page.rows[0].words for page in theirs[1:]]
    assert len(heads) > 3
    assert all(one == two for one, two in pairwise(heads))
    assert heads[0] == ours[1].rows[0].words
