"""The papers from records opened by LibreOffice: the same pages as our PDF, within a line (C3, C7–C11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.paper_choices import PaperChoices
from tests.documents.before_the_day import NAMES, WORLDS, built
from tests.documents.word import Page, opened, pages

pytestmark = pytest.mark.slow

LINE = 28.0
"""Points: the tallest line of text with the gap above it."""
#: Three hundred letters are the same letter; a list of three hundred people is not.
EVERY = [f"{world}-{name}" for world in WORLDS for name in NAMES if (world, name) != ("many", "invitations")]
HALVES = [f"{world}-two-invitations" for world in WORLDS if world != "many"]
#: Pages further on may be off by the lines of as many rows as LibreOffice measures a little higher.
TABLES = ("assigned-questions", "prepared-report", "previous-results", "delegates", "sign-in")

Pair = tuple[list[Page], list[Page]]


def documents(engine: Engine) -> dict[str, Document]:
    found = {}
    for world, make in WORLDS.items():
        plan, records = make()
        # LibreOffice draws a mark over a letter apart from it: what is read back are two words.
        delegates = (replace(one, name=one.name.replace("\u0306", "")) for one in records.delegates)
        records = replace(records, delegates=tuple(delegates))
        for name in NAMES:
            if (world, name) != ("many", "invitations"):
                found[f"{world}-{name}"] = built(engine, name, plan, records)
        if world != "many":
            two = PaperChoices(per_page=2)
            found[f"{world}-two-invitations"] = built(engine, "invitations", plan, records, two)
    return found


@pytest.fixture(scope="module")
def pairs(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """All documents by name, converted by one call."""
    trees = documents(engine)
    made = opened(
        {name: engine.docx(tree).data for name, tree in trees.items()}, tmp_path_factory.mktemp("word")
    )
    return {name: (_read(engine.pdf(tree).data), _read(made[name])) for name, tree in trees.items()}


def _read(data: bytes) -> list[Page]:
    """The pages without the dots to write on, which are drawn on ours."""
    found = []
    for page in pages(data):
        rows = (replace(row, words=tuple(_words(row.words))) for row in page.rows)
        found.append(replace(page, rows=tuple(row for row in rows if row.words)))
    return found


def _words(words: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        if len(word) <= 3 or word.strip("."):
            yield word


@pytest.mark.parametrize("name", [*EVERY, *HALVES])
def test_word_has_the_pages_of_the_pdf(pairs: dict[str, Pair], name: str) -> None:
    """As many pages, upright or lying alike, with all the words; no page is empty."""
    ours, theirs = pairs[name]
    assert len(theirs) == len(ours)
    for own, word in zip(ours, theirs, strict=True):
        assert (word.width, word.height) == pytest.approx((own.width, own.height), abs=1)
        assert word.rows
    # A row that is cut elsewhere brings the head of its table along once more or once less.
    here = Counter(w for page in ours for w in page.words)
    there = Counter(w for page in theirs for w in page.words)
    odd = (here - there) + (there - here)
    heads = 12 * sum(name.endswith(table) for table in TABLES)
    assert sum(odd.values()) <= heads, odd


@pytest.mark.parametrize("name", [name for name in [*EVERY, *HALVES] if not name.endswith(TABLES)])
def test_leaves_and_letters_stand_alike(pairs: dict[str, Pair], name: str) -> None:
    """C3, C10: the same words on each page, the last row at the same height: halves are cut alike."""
    ours, theirs = pairs[name]
    for number, (own, word) in enumerate(zip(ours, theirs, strict=True), start=1):
        assert Counter(word.words) == Counter(own.words), number
        assert word.rows[0].y == pytest.approx(own.rows[0].y, abs=3), number
        assert word.rows[-1].y == pytest.approx(own.rows[-1].y, abs=LINE), number


def test_the_second_half_begins_in_the_middle(pairs: dict[str, Pair]) -> None:
    """C3, C10: in Word as on our page, whatever stands in the first half."""
    for name in [*HALVES, *(f"{world}-slips" for world in WORLDS)]:
        for page in pairs[name][1]:
            heads = [row.y for row in page.rows if row.words[:2] in (("ỦY", "BAN"), ("ĐẢNG", "ỦY"))]
            if len(heads) == 2:
                assert heads[1] - heads[0] == pytest.approx(page.height / 2, abs=3)


def test_all_is_there_to_compare(pairs: dict[str, Pair]) -> None:
    assert sum(len(ours) for ours, _ in pairs.values()) > 150
