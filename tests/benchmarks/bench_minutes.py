"""Minutes of 500 opinions as PDF, as labelled copies and as Word file, against ordinary programs (M1, M2).

The floors set the same paragraphs: plain platypus, justified, what belongs together kept with the next, the
number of the page on top from the second on, with its accelerator where that is installed; python-docx with
its own calls and a style for each kind of paragraph. They know no form, no letterhead lines, no label's box
and measure nothing twice.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from dialogue_desktop.documents import doc_minutes
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.flow import Para, Sheaf
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.conference import ConferenceView, Contact, Stage
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import Answer, Opinion, Records
from dialogue_desktop.exchange.package import Package
from dialogue_desktop.resource_files import read_strict
from tests.benchmarks.bench_papers import Flowables, laid_down, ordinary_docx, register
from tests.benchmarks.result import Result, paired_ratio

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_LABELS = ("Bản 1/3: Niêm yết tại trụ sở", "Bản 2/3: Lưu hồ sơ", "Bản 3/3: Gửi kèm báo cáo kết quả")
_PAIRS = 7
_WARM_UP = 1


def run() -> list[Result]:
    engine = Engine(_RESOURCES, system_fonts=False)
    register()
    results: list[Result] = []
    for count, copies_goal in ((500, 1.15), (50, 1.3)):
        view = opinions_at_the_hall(count)
        document = minutes_of(engine, view)
        sheaf = laid_down(engine, document)
        one = partial(engine.pdf, document)
        labelled = partial(engine.pdf, document.labelled(_LABELS[0]))
        pdf = pairs(one, partial(platypus, sheaf))
        three = pairs(partial(engine.pdf_copies, [(document, label) for label in _LABELS]), labelled)
        word = pairs(partial(engine.docx, document), partial(ordinary_docx, sheaf))
        tree = pairs(partial(_posted_tree, engine, view), one)
        main = count == 500
        results += [
            Result(f"{count} ý kiến ra PDF, so với platypus", paired_ratio(*pdf), 0.75 if main else None),
            Result(f"{count} ý kiến, ba bản có nhãn so với một", paired_ratio(*three), copies_goal),
            Result(f"{count} ý kiến ra Word, so với python-docx", paired_ratio(*word), 0.3 if main else None),
            Result(f"{count} ý kiến, che và soạn bản niêm yết so với ra PDF", paired_ratio(*tree), 1.0),
            Result(f"{count} ý kiến ra PDF", sorted(pdf[0])[_PAIRS // 2] * 1000, None, "ms"),
        ]
    return results


def opinions_at_the_hall(count: int) -> ConferenceView:
    """The sample's hall again and again, each person with a name of their own."""
    sample = read_strict(_RESOURCES / "samples" / "minh_khe_2026.json", Package)
    spoken = sample.records.at_hall()
    opinions: list[Opinion] = []
    answers: list[Answer] = []
    for n in range(1, count + 1):
        one = spoken[n % len(spoken)]
        voices = tuple(replace(voice, name=f"{voice.name} {_letters(n)}") for voice in one.voices)
        opinions.append(replace(one, id=f"o{n}", number=n, voices=voices, turn_id="", linked_id=""))
        answers += [
            replace(answer, id=f"{answer.id}-{n}", opinion_id=f"o{n}")
            for answer in sample.records.answers_of(one.id)
        ]
    records = replace(sample.records, opinions=tuple(opinions), answers=tuple(answers), turns=())
    return ConferenceView("do", "Minh Khê", Stage.CONCLUDE, sample.plan, records)


def _letters(n: int) -> str:
    """A given name for each number."""
    return f"{'BCDGHKLMNPQRSTVX'[n % 16]}{'aeiouy'[n // 16 % 6]}{'chmnpt'[n // 96 % 6]}".capitalize()


def minutes_of(engine: Engine, view: ConferenceView, *, public: bool = False) -> Document:
    words, copy_words = engine.phrases("minutes"), engine.phrases("plan")("copy")
    return doc_minutes.build(view, engine.sheet("nd30"), words, copy_words, posted=public)


def _posted_tree(engine: Engine, view: ConferenceView) -> Document:
    contacts = [
        Contact(one.id, f"09{one.number:08}", f"{one.number} Trần Phú") for one in view.records.opinions
    ]
    fit: Records = posted(view.records, (), contacts).records
    return minutes_of(engine, replace(view, records=fit), public=True)


def pairs(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[list[float], list[float]]:
    """Seconds of both, one right after the other."""
    mine: list[float] = []
    floor: list[float] = []
    for number in range(_PAIRS + _WARM_UP):
        seconds = (_seconds(ours), _seconds(theirs))
        if number >= _WARM_UP:
            mine.append(seconds[0])
            floor.append(seconds[1])
    return mine, floor


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


class _Kept(Flowables):
    """What stays with the next paragraph says so."""

    def style(self, para: Para) -> Any:
        found = super().style(para)
        if not para.keep_next:
            return found
        key = ("kept", id(found))
        kept = self._styles.get(key)
        if kept is None:
            kept = self._styles[key] = found.clone(f"{found.name} kept", keepWithNext=1)
        return kept


def platypus(sheaf: Sheaf) -> bytes:
    """The same pieces as flowables, the number of the page on top from the second on."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate

    out = BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=sheaf.left,
        rightMargin=sheaf.right,
        topMargin=sheaf.top,
        bottomMargin=sheaf.bottom,
    )
    template.build(_Kept().of(sheaf.pieces), onLaterPages=_numbered)
    return out.getvalue()


def _numbered(canvas: Any, _template: Any) -> None:
    canvas.setFont("400Regular", 14)
    canvas.drawCentredString(canvas._pagesize[0] / 2, canvas._pagesize[1] - 40, str(canvas.getPageNumber()))
