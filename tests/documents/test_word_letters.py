"""The letters, the supervision and the review opened by LibreOffice: the pages of our PDF (M5, M6, F1–F4)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.sheet import MM
from dialogue_desktop.documents.tree import Section, Spacer
from tests.documents.letters_world import NAMES, WORLDS, built
from tests.documents.test_word_pages import LINE, Pair
from tests.documents.word import Page, opened, pages

pytestmark = pytest.mark.slow

EVERY = [
    f"{world}-{name}"
    for world in ("state", "party-36", "party-05", "hard", "many")
    for name in NAMES
    if (world, name) != ("hard", "reminders")
]


@pytest.fixture(scope="module")
def pairs(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """All documents by name, converted by one call."""
    trees = {}
    for key in EVERY:
        world, _, name = key.rpartition("-")
        trees[key] = built(engine, name, *WORLDS[world]())
    words = {name: engine.docx(tree).data for name, tree in trees.items()}
    theirs = opened(words, tmp_path_factory.mktemp("word"))
    return {name: Pair(pages(engine.pdf(tree).data), pages(theirs[name])) for name, tree in trees.items()}


@pytest.mark.parametrize("name", EVERY)
def test_word_has_the_pages_of_the_pdf(pairs: dict[str, Pair], name: str) -> None:
    """The same number of pages, upright or lying alike, with the same words but for one line at the end; what
    fits on a full page by less than a line may stand on the next one instead."""
    ours, theirs = pairs[name]
    assert len(theirs) == len(ours)
    slipped = False
    for number, (own, word) in enumerate(zip(ours, theirs, strict=True), start=1):
        assert (word.width, word.height) == pytest.approx((own.width, own.height), abs=1), number
        here, there = Counter(own.words), Counter(word.words)
        odd = sum(((here - there) + (there - here)).values())
        ends = [row for page in (own, word) for row in (page.rows[:3] + page.rows[-1:])]
        alike = odd <= max(len(row.words) for row in ends)
        assert alike or slipped or _full(own) or _full(word), (number, here - there, there - here)
        assert alike is False or word.rows[-1].y == pytest.approx(own.rows[-1].y, abs=LINE), number
        slipped = not alike
    assert _letters(ours) == _letters(theirs)


def _letters(made: list[Page]) -> Counter[str]:
    """All letters; a hyphen at the end of a line is written in several ways."""
    return Counter(one for page in made for word in page.words for one in word if one not in "-\x02\u00ad")


def _full(page: Page) -> bool:
    """Its last line stands within one line of the lower margin."""
    foot = page.height - 20 * MM
    return bool(page.rows) and foot - page.rows[-1].y < LINE


def test_the_head_of_the_table_is_on_every_page(pairs: dict[str, Pair]) -> None:
    """F2: whoever holds one page of the sheet knows what its columns are."""
    for made in pairs["state-supervision"]:
        heads = [page.rows[0].words for page in made[1:]]
        assert len(heads) > 3
        assert all(one == two for one, two in pairwise(heads))


@pytest.mark.parametrize("world", ["state", "party-05"])
def test_a_letter_that_fills_its_page_leaves_no_page_without_a_word(
    engine: Engine, tmp_path: Path, world: str
) -> None:
    """M5: letters of a series, each a quarter of a point longer than the one before, around a full page: the
    paragraph with which Word ends a section never begins a page of its own."""
    tree = built(engine, "replies", *WORLDS[world]())
    alone = (replace(tree, sections=(one,)) for one in tree.sections)
    short = next(one for one in alone if engine.pdf(one).pages == 1)
    blocks = short.sections[0].blocks
    room = (short_of_full(pages(engine.pdf(short).data)[0])) / MM
    series = tuple(Section((*blocks[:4], Spacer(room - 2.5 + 0.1 * k), *blocks[4:])) for k in range(40))
    longer = replace(short, sections=series)
    ours = engine.pdf(longer)
    theirs = pages(opened({world: engine.docx(longer).data}, tmp_path)[world])
    assert 40 < ours.pages < 80
    assert all(page.rows for page in theirs)
    assert abs(len(theirs) - ours.pages) <= 4  # a point and a bit


def short_of_full(page: Page) -> float:
    """Points between the last line and the lower margin."""
    return page.height - 20 * MM - page.rows[-1].y - 8
