"""A thousand invitations as one PDF against the same letters by plain platypus in the same run (C10)."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, HRFlowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.documents import record_papers
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Document, Letterhead, SignatureBlock, Title, plain
from dialogue_desktop.documents.tree import Paragraph as TreeParagraph
from dialogue_desktop.domain.paper_choices import PaperChoices
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.exchange.package import Package
from dialogue_desktop.resource_files import read_strict
from tests.benchmarks.result import Result, paired_ratio

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_COUNT = 1000
_ROUNDS = 3
_GOAL = 0.75


def run() -> list[Result]:
    engine = Engine(_RESOURCES, system_fonts=False)
    sample = read_strict(_RESOURCES / "samples" / "minh_khe_2026.json", Package)
    known = sample.records.delegates
    many = tuple(
        replace(known[k % len(known)], id=f"db-{k}", position=k, letter_number=str(k + 1))
        for k in range(_COUNT)
    )
    records = replace(sample.records, delegates=many)
    duties = schedule(sample.plan, load_calendar(_RESOURCES / "calendar"))

    def built(per_page: int) -> Document:
        choices = PaperChoices(per_page=per_page)
        return record_papers.build("invitations", sample.plan, duties, records, engine, choices)

    letters = built(1)
    ours: list[float] = []
    floor: list[float] = []
    halves: list[float] = []
    words: list[float] = []
    for k in range(_ROUNDS + 1):
        seconds = (
            _seconds(lambda: _floor(letters)),
            _seconds(lambda: engine.pdf(built(1))),
            _seconds(lambda: engine.pdf(built(2))),
            _seconds(lambda: engine.docx(built(1))),
        )
        if k:  # the first round reads fonts
            for series, value in zip((floor, ours, halves, words), seconds, strict=True):
                series.append(value)
    return [
        Result("1.000 giấy mời thành một PDF, so với platypus trần", paired_ratio(ours, floor), _GOAL),
        Result("Như trên, hai giấy một trang", paired_ratio(halves, floor), _GOAL),
        Result("1.000 giấy mời thành một DOCX, so với PDF của platypus", paired_ratio(words, floor), None),
        Result("1.000 giấy mời thành một PDF", statistics.median(ours) * 1000, None, "ms"),
    ]


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


# --- the floor: the same words, fonts and columns by reportlab's own layout


@lru_cache(maxsize=1)
def _fonts() -> None:
    folder = _RESOURCES / "fonts" / "tinos"
    for name in ("400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic"):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"Tinos_{name}.ttf")))


def _style(name: str, size: float = 14, *, centred: bool = False, body: bool = False) -> ParagraphStyle:
    align = TA_CENTER if centred else TA_JUSTIFY if body else 0
    return ParagraphStyle(
        f"{name}{size}{centred}{body}",
        fontName=name,
        fontSize=size,
        leading=size * 1.15,
        alignment=align,
        firstLineIndent=36 if body else 0,
        spaceBefore=6 if body else 0,
    )


_ISSUER = _style("700Bold", 13, centred=True)
_BOLD = _style("700Bold", centred=True)
_NUMBER = _style("400Regular", 13, centred=True)
_DATE = _style("400Regular_Italic", centred=True)
_BODY = _style("400Regular", body=True)
_TO, _COPIES = _style("700Bold_Italic", 12), _style("400Regular", 11)
_HEAD, _FOOT = (65 * mm, 100 * mm), (65 * mm, 100 * mm)


def _floor(letters: Document) -> bytes:
    """A story of ordinary flowables for each letter, built in one go. Runs of bold in a line are left out,
    which spares platypus its slower way."""
    _fonts()
    story: list[Flowable] = []
    for section in letters.sections:
        for block in section.blocks:
            match block:
                case Letterhead():
                    story.append(_head(block))
                case Title():
                    story += [_paragraph(block.kind.upper(), _BOLD), _paragraph(block.subject, _BOLD)]
                    story.append(HRFlowable(width=60 * mm))
                case TreeParagraph():
                    centred = block.anchor in ("who", "through")
                    story.append(_paragraph(plain(block.runs), _BOLD if centred else _BODY))
                case SignatureBlock():
                    story.append(_foot(block))
                case _:
                    raise TypeError(f"no floor for {block!r}")
        story.append(PageBreak())
    out = BytesIO()
    SimpleDocTemplate(
        out, pagesize=A4, leftMargin=30 * mm, rightMargin=15 * mm, topMargin=20 * mm, bottomMargin=20 * mm
    ).build(story)
    return out.getvalue()


def _paragraph(words: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(words), style)


def _head(head: Letterhead) -> Table:
    left = [_paragraph(name.upper(), _ISSUER) for name in head.issuer]
    nation = _paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _ISSUER)
    rows = [
        [left, [nation, _paragraph("Độc lập - Tự do - Hạnh phúc", _BOLD)]],
        [_paragraph(head.number, _NUMBER), _paragraph(head.place_date, _DATE)],
    ]
    return Table(rows, colWidths=_HEAD)


def _foot(block: SignatureBlock) -> Table:
    left = [_paragraph("Nơi nhận:", _TO)]
    left += [_paragraph(f"- {name};", _COPIES) for name in block.recipients]
    right: list[Flowable] = [_paragraph(line.upper(), _BOLD) for line in block.signer.capacity]
    right += [_paragraph(block.signer.position.upper(), _BOLD), Spacer(1, 25 * mm)]
    right.append(_paragraph(block.signer.name, _BOLD))
    return Table([[left, right]], colWidths=_FOOT)
