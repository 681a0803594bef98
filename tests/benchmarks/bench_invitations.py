"""A thousand invitations as one PDF against the same letters by plain platypus in the same run (C10)."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.documents import record_papers
from dialogue_desktop.documents.compose import compose
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.flow import Sheaf
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.paper_choices import PaperChoices
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.exchange.package import Package
from dialogue_desktop.resource_files import read_strict
from tests.benchmarks.bench_papers import Flowables, register
from tests.benchmarks.result import Result, paired_ratio

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_COUNT = 1000
_ROUNDS = 3
_GOAL = 0.75


def run() -> list[Result]:
    engine = Engine(_RESOURCES, system_fonts=False)
    letters = _series(engine)
    whole = letters(1)
    sheaves = compose(whole, engine.sheet(whole.style), engine.fonts)
    register()
    work: tuple[Callable[[], object], ...] = (
        lambda: _floor(sheaves),
        lambda: engine.pdf(letters(1)),
        lambda: engine.pdf(letters(2)),
        lambda: engine.docx(letters(1)),
    )
    rounds = [[_seconds(one) for one in work] for _ in range(_ROUNDS + 1)][1:]  # the first reads fonts
    floor, ours, halves, words = zip(*rounds, strict=True)
    return [
        Result("1.000 giấy mời ra một PDF, so với platypus", paired_ratio(ours, floor), _GOAL),
        Result("Như trên, hai giấy một trang", paired_ratio(halves, floor), _GOAL),
        Result("1.000 giấy mời ra một tệp Word, so với PDF của platypus", paired_ratio(words, floor), None),
        Result("1.000 giấy mời ra một PDF", sorted(ours)[_ROUNDS // 2] * 1000, None, "ms"),
    ]


def _series(engine: Engine) -> Callable[[int], Document]:
    """The letters of the sample's delegates over and over, so many on a page; each has its own number."""
    sample = read_strict(_RESOURCES / "samples" / "minh_khe_2026.json", Package)
    known = sample.records.delegates
    many = tuple(
        replace(known[k % len(known)], id=f"db-{k}", position=k + 1, letter_number=str(k + 1))
        for k in range(_COUNT)
    )
    records = replace(sample.records, delegates=many)
    duties = schedule(sample.plan, load_calendar(_RESOURCES / "calendar"))

    def built(per_page: int) -> Document:
        choices = PaperChoices(per_page=per_page)
        return record_papers.build("invitations", sample.plan, duties, records, engine, choices)

    return built


def _floor(sheaves: Sequence[Sheaf]) -> bytes:
    """What a programmer writes who knows platypus: a story of the same paragraphs, a page for each letter.
    Which words stand in which paragraph is given; that is not counted."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import PageBreak, SimpleDocTemplate

    flowables = Flowables()
    story = [one for sheaf in sheaves for one in (*flowables.of(sheaf.pieces), PageBreak())]
    out = BytesIO()
    first = sheaves[0]
    template = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=first.left,
        rightMargin=first.right,
        topMargin=first.top,
        bottomMargin=first.bottom,
    )
    template.build(story)
    return out.getvalue()


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
