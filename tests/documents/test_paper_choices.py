"""Which choices each paper reads: the small form of the window shows these and no others (C3, C7–C11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.paper_choices import READ, USUAL_PER_PAGE, LetterNumbers, PaperChoices
from dialogue_desktop.domain.records import Records
from tests.documents import before_the_day
from tests.documents.before_the_day import NAMES, built, sample

#: Another value than the usual one for each choice that changes the tree.
OTHERS: dict[str, Any] = {
    "per_page": {"slips": 1, "invitations": 2},
    "number": "07",
    "numbers": LetterNumbers.SUB,
    "issued_on": date(2026, 4, 1),
    "through": "Ban công tác Mặt trận",
    "due_on": date(2026, 4, 3),
    "blank_letters": 3,
    "page_per_locality": False,
    "walk_ins": 9,
}
START = PaperChoices(number="05", numbers=LetterNumbers.SHARED)


def undecided() -> Records:
    """The sample before anything was numbered or given a day of its own."""
    records = sample()
    return replace(
        records,
        delegates=tuple(replace(one, letter_number="") for one in records.delegates),
        slip_batches=tuple(replace(one, due_on=None) for one in records.slip_batches),
        opinions=tuple(replace(one, draft_due=None) for one in records.opinions),
    )


def made(engine: Engine, name: str, choices: PaperChoices) -> Document:
    return built(engine, name, records=undecided(), choices=choices)


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_reads_what_is_said_and_nothing_else(engine: Engine, name: str) -> None:
    """Changing a choice changes the paper where the table says so, and only there; whether it may be handed
    out and which conference was before is decided before it is built."""
    before = made(engine, name, START)
    read = set()
    for field, value in OTHERS.items():
        other = value.get(name, 1 if name != "slips" else 2) if isinstance(value, dict) else value
        if made(engine, name, replace(START, **{field: other})).sections != before.sections:
            read.add(field)
    assert read == set(READ[name]) - {"public", "earlier"}


def test_the_usual_number_of_leaves_is_that_of_the_paper(engine: Engine) -> None:
    for name, count in USUAL_PER_PAGE.items():
        usual = made(engine, name, START).sections
        assert made(engine, name, replace(START, per_page=count)).sections == usual
        assert made(engine, name, replace(START, per_page=3 - count)).sections != usual


def test_sections_know_their_first_page(engine: Engine) -> None:
    """Letters of one page each, two on a page, and a sheet for each unit over several pages."""
    whole = engine.pdf(built(engine, "invitations"))
    assert whole.starts == tuple(range(1, whole.pages + 1))
    halves = engine.pdf(built(engine, "invitations", choices=PaperChoices(per_page=2)))
    assert halves.starts == tuple(range(1, halves.pages + 1))
    assert halves.pages == -(-whole.pages // 2)
    sheets = built(engine, "assigned-questions")
    result = engine.pdf(sheets)
    first = {place.page for place in result.places if place.anchor.startswith("unit:")}
    assert len(result.starts) == len(sheets.sections)
    assert set(result.starts) == first


def test_work_that_nobody_waits_for_ends_between_two_parts(engine: Engine) -> None:
    """G5: the pulse is heard while pieces are composed, laid out and written; what it raises ends it."""

    class Enough(Exception):
        pass

    document = built(engine, "slips", records=before_the_day.some())

    class Pulse:
        def __init__(self, last: int = 0) -> None:
            self.heard, self.last = 0, last

        def __call__(self) -> None:
            self.heard += 1
            if self.heard == self.last:
                raise Enough

    whole = Pulse()
    starts = engine.pdf(document, whole).starts
    assert whole.heard > 2 * len(starts)
    for last in (1, whole.heard // 2, whole.heard):
        pulse = Pulse(last)
        with pytest.raises(Enough):
            engine.pdf(document, pulse)
        assert pulse.heard == last
