"""A plan of eight pages as PDF and Word file, against ordinary programs that set the same paragraphs.

The floors are what a programmer writes who knows the libraries: reportlab's platypus with registered fonts
and one style for each kind of paragraph, python-docx with its own calls and styles. Page, sizes and tables
are the same; they know no Vietnamese form, keep no signature with its text, measure no line under a title.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.flow import (
    Blanks,
    Dots,
    Frame,
    Gap,
    Grid,
    Line,
    NewPage,
    Para,
    Piece,
    Sheaf,
    Side,
    Whole,
)
from dialogue_desktop.documents.tree import Align, Document, Run
from tests.benchmarks.result import Result, paired_ratio
from tests.documents.paper_plans import built, long, minh_khe

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_FONTS = _RESOURCES / "fonts" / "tinos"
_FACES = ("400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic")
_PAIRS = 15
_WARM_UP = 3
_PAGES = 8


def run() -> list[Result]:
    engine = Engine(_RESOURCES, system_fonts=False)
    document = eight_pages(engine)
    sheaf = laid_down(engine, document)
    register()
    pdf = pairs(lambda: engine.pdf(document), lambda: platypus(sheaf))
    word = pairs(lambda: engine.docx(document), lambda: ordinary_docx(sheaf))
    return [
        Result("Kế hoạch 8 trang ra PDF, so với platypus", paired_ratio(*pdf), 0.75),
        Result("Kế hoạch 8 trang ra Word, so với python-docx", paired_ratio(*word), 0.6),
        Result("Kế hoạch 8 trang ra PDF", sorted(pdf[0])[_PAIRS // 2] * 1000, None, "ms"),
        Result("Kế hoạch 8 trang ra Word", sorted(word[0])[_PAIRS // 2] * 1000, None, "ms"),
    ]


def eight_pages(engine: Engine) -> Document:
    """The sample plan with its duties and its programme twice."""
    plan = minh_khe()
    twice = long(plan, 2)
    found = built(engine, "plan", replace(plan, tasks=twice.tasks, programme=twice.programme))
    pages = engine.pdf(found).pages
    if pages != _PAGES:
        raise RuntimeError(f"the plan has {pages} pages, not {_PAGES}")
    return found


def laid_down(engine: Engine, document: Document) -> Sheaf:
    """What stands in the document with its styles, the same for both programs."""
    from dialogue_desktop.documents.compose import compose

    (sheaf,) = compose(document, engine.sheet(document.style), engine.fonts)
    return sheaf


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


# --- reportlab's platypus ------------------------------------------------------------------------------


def register() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for face in _FACES:
        pdfmetrics.registerFont(TTFont(face, str(_FONTS / f"Tinos_{face}.ttf")))
    pdfmetrics.registerFontFamily(
        "Times", normal=_FACES[0], bold=_FACES[1], italic=_FACES[2], boldItalic=_FACES[3]
    )


def platypus(sheaf: Sheaf) -> bytes:
    """The same pieces as flowables in an ordinary document template."""
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
    template.build(Flowables().of(sheaf.pieces))
    return out.getvalue()


class Flowables:
    def __init__(self) -> None:
        self._styles: dict[tuple[Any, ...], Any] = {}

    def of(self, pieces: Iterable[Piece]) -> list[Any]:
        from reportlab.platypus import HRFlowable, PageBreak, Spacer, Table

        made: list[Any] = []
        for piece in pieces:
            match piece:
                case Para():
                    made.append(self.paragraph(piece))
                case Gap(height=height):
                    made.append(Spacer(1, height))
                case Line():
                    made.append(HRFlowable(width=piece.length, thickness=piece.weight, color="black"))
                case Side():
                    made.append(Table([[self.of(cell) for cell in piece.cells]], colWidths=piece.widths))
                case Grid():
                    made.append(self.table(piece))
                case Whole(pieces=inner):
                    made.extend(self.of(inner))
                case NewPage():
                    made.append(PageBreak())
                case Blanks() | Dots() | Frame():
                    raise TypeError(f"{piece!r} is no part of what is measured here")
        return made

    def paragraph(self, para: Para) -> Any:
        from reportlab.platypus import Paragraph

        return Paragraph(
            "".join(_marked_up(run) for run in para.runs),
            self.style(para),
        )

    def style(self, para: Para) -> Any:
        from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
        from reportlab.lib.styles import ParagraphStyle

        style = para.style
        key = (style.name, para.aligned, para.space_before)
        found = self._styles.get(key)
        if found is None:
            sides = {
                Align.LEFT: TA_LEFT,
                Align.CENTER: TA_CENTER,
                Align.RIGHT: TA_RIGHT,
                Align.JUSTIFY: TA_JUSTIFY,
            }
            found = self._styles[key] = ParagraphStyle(
                style.name,
                fontName=_FACES[0],
                fontSize=style.size,
                leading=style.size * 1.15,
                firstLineIndent=style.first * 72 / 25.4,
                spaceBefore=para.space_before,
                alignment=sides[para.aligned],
            )
        return found

    def table(self, grid: Grid) -> Any:
        from reportlab.platypus import Table

        rows = []
        spans = []
        for number, row in enumerate((*grid.header, *grid.rows)):
            cells: list[Any] = []
            for cell in row.cells:
                if cell.span > 1:
                    spans.append(("SPAN", (len(cells), number), (len(cells) + cell.span - 1, number)))
                cells += [[self.paragraph(para) for para in cell.paras], *[""] * (cell.span - 1)]
            rows.append(cells)
        look = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans]
        return Table(rows, colWidths=grid.widths, repeatRows=len(grid.header), style=look)


def _marked_up(run: Run) -> str:
    words = escape(run.text)
    words = f"<i>{words}</i>" if run.italic else words
    return f"<b>{words}</b>" if run.bold else words


# --- python-docx ---------------------------------------------------------------------------------------


def ordinary_docx(sheaf: Sheaf) -> bytes:
    """The same pieces by python-docx's own calls; each kind of paragraph has a style."""
    import docx
    from docx.shared import Pt

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Pt(sheaf.width), Pt(sheaf.height)
    section.left_margin, section.right_margin = Pt(sheaf.left), Pt(sheaf.right)
    section.top_margin, section.bottom_margin = Pt(sheaf.top), Pt(sheaf.bottom)
    _Calls(document).pieces(document, sheaf.pieces)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


class _Calls:
    def __init__(self, document: Any) -> None:
        from docx.shared import Mm, Pt

        self._document = document
        self._pt, self._mm = Pt, Mm
        self._styles: dict[str, Any] = {}
        document.styles["Normal"].font.name = "Times New Roman"

    def pieces(self, place: Any, wanted: Iterable[Piece]) -> None:
        for piece in wanted:
            match piece:
                case Para():
                    self.put(place.add_paragraph(), piece)
                case Side():
                    self.side(piece)
                case Grid():
                    self.grid(piece)
                case Whole(pieces=inner):
                    self.pieces(place, inner)
                case Gap() | Line() | NewPage():
                    pass
                case Blanks() | Dots() | Frame():
                    raise TypeError(f"{piece!r} is no part of what is measured here")

    def put(self, made: Any, para: Para) -> None:
        made.style = self.style(para)
        if para.keep_next:
            made.paragraph_format.keep_with_next = True
        for run in para.runs:
            added = made.add_run(run.text)
            if run.bold:
                added.bold = True
            if run.italic:
                added.italic = True
            if run.underline:
                added.underline = True

    def style(self, para: Para) -> Any:
        from docx.enum.style import WD_STYLE_TYPE

        found = self._styles.get(para.style.name)
        if found is None:
            found = self._document.styles.add_style(para.style.title, WD_STYLE_TYPE.PARAGRAPH)
            found.font.size = self._pt(para.style.size)
            form = found.paragraph_format
            form.space_before, form.space_after = self._pt(para.style.before), self._pt(0)
            form.first_line_indent = self._mm(para.style.first)
            form.alignment = _alignment(para)
            self._styles[para.style.name] = found
        return found

    def side(self, wanted: Side) -> None:
        table = self._document.add_table(rows=1, cols=len(wanted.cells))
        for cell, inner, width in zip(table.rows[0].cells, wanted.cells, wanted.widths, strict=True):
            cell.width = self._pt(width)
            self.pieces(cell, inner)

    def grid(self, wanted: Grid) -> None:
        rows = (*wanted.header, *wanted.rows)
        table = self._document.add_table(rows=len(rows), cols=len(wanted.widths))
        table.style = "Table Grid"
        table.autofit = False
        for made, row in zip(table.rows, rows, strict=True):
            cells = list(made.cells)
            column = 0
            for cell in row.cells:
                place = cells[column]
                if cell.span > 1:
                    place = place.merge(cells[column + cell.span - 1])
                place.width = self._pt(sum(wanted.widths[column : column + cell.span]))
                for number, para in enumerate(cell.paras):
                    self.put(place.add_paragraph() if number else place.paragraphs[0], para)
                column += cell.span


def _alignment(para: Para) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    return {
        Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
        Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
        Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
        Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
    }[para.aligned]
