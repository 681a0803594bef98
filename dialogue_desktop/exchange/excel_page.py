"""What every sheet of a workbook has: heading lines, column widths, and the page it is printed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_style import FONT, HEAD, ISSUER, SIZE, SUBTITLE, TITLE, Pen

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

#: Heading lines come first; the row of column heads is this one on every sheet.
HEAD_ROW = 5
FIRST_ROW = HEAD_ROW + 1

#: What A4 landscape holds between the margins, in points.
PAGE_WIDTH, PAGE_HEIGHT = 774.0, 505.0
_POINTS_PER_WIDTH = 5.25
_MM = 1 / 25.4
_A4 = 9
#: A page's header may not be longer than 255 signs, with those that say how it looks.
_LONGEST_HEADER = 180


@dataclass(frozen=True, slots=True)
class Heading:
    """Who reports, and on which conference."""

    issuer: str
    conference: str
    occasion: str


def sheet(
    workbook: Workbook, pen: Pen, name: str, title: str, heading: Heading, widths: Sequence[float]
) -> Worksheet:
    """A new sheet with its heading lines, set up for A4 landscape, as wide as one page."""
    from openpyxl.utils import get_column_letter

    made: Worksheet = workbook.create_sheet(name)
    for index, width in enumerate(widths, 1):
        made.column_dimensions[get_column_letter(index)].width = width
    pen.text(made, 1, 1, heading.issuer.upper(), ISSUER)
    total = sum(widths)
    for row, text, look in (
        (2, title, TITLE),
        (3, heading.conference, SUBTITLE),
        (4, heading.occasion, SUBTITLE),
    ):
        made.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(widths))
        pen.text(made, row, 1, text, look)
        lines = len(wrapped(text, total, look.size)) if text else 1
        # Little room: on a small screen these rows stay above the list.
        room = {2: 2, 4: 5}.get(row, 0)
        made.row_dimensions[row].height = row_height(lines) * look.size / SIZE + room
    print_setup(made, heading.conference)
    return made


def page_points(widths: Sequence[float]) -> float:
    """How high a page is that is made as wide as these columns; Excel makes nothing larger."""
    return PAGE_HEIGHT * max(1.0, sum(widths) * _POINTS_PER_WIDTH / PAGE_WIDTH)


def points_above(made: Worksheet, row: int, first: int = 1) -> float:
    """How high the rows are from the first one to the one before this."""
    return sum(made.row_dimensions[at].height or row_height(1) for at in range(first, row))


def used_of_page(made: Worksheet, row: int, page: float) -> float:
    """How much of its page is taken above a row, by the rows before it, the page breaks that were set and the
    head that stands again on each page."""
    head = (made.row_dimensions[HEAD_ROW].height or 0) if made.print_title_rows else 0
    first = max((one.id for one in made.row_breaks.brk), default=0) + 1
    used = head if first > 1 else 0.0
    for at in range(first, row):
        height = made.row_dimensions[at].height or row_height(1)
        used = head + height if used + height > page else used + height
    return used


def column_heads(
    made: Worksheet, pen: Pen, heads: Sequence[str], widths: Sequence[float], *, repeated: bool = True
) -> None:
    """The row that stays on the screen and is repeated on every page."""
    for column, text in enumerate(heads, 1):
        pen.text(made, HEAD_ROW, column, text, HEAD)
    # Bold letters are a little wider than the measure knows.
    lines = max(len(wrapped(text, width * 0.92, SIZE)) for text, width in zip(heads, widths, strict=True))
    made.row_dimensions[HEAD_ROW].height = row_height(lines) + 4
    if repeated:
        made.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"


def print_setup(made: Worksheet, header: str = "") -> None:
    """A4 landscape, as wide as one page, with the page's number at the foot; from the second page on the
    header says what the pages belong to."""
    from openpyxl.worksheet.properties import PageSetupProperties

    made.page_setup.orientation = "landscape"
    made.page_setup.paperSize = _A4
    made.page_setup.fitToWidth = 1
    made.page_setup.fitToHeight = 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = made.page_margins
    margins.left = margins.right = 12 * _MM
    margins.top, margins.bottom = 15 * _MM, 16 * _MM
    margins.header = margins.footer = 8 * _MM
    made.print_options.horizontalCentered = True
    if header:
        made.HeaderFooter.differentFirst = True
        assert made.oddHeader is not None
        made.oddHeader.center.text = f'&"{FONT},Italic"&9 {_header_words(header)}'
    for footer in (made.oddFooter, made.firstFooter) if header else (made.oddFooter,):
        assert footer is not None
        footer.right.text = f'&"{FONT},Regular"&10Trang &P/&N'
        footer.left.text = f'&"{FONT},Regular"&10&A'
    made.sheet_view.showGridLines = False
    made.sheet_view.zoomScale = 100


def _header_words(words: str) -> str:
    """On one line; "&" begins a sign of form there, so it is written twice."""
    words = " ".join(words.split())
    if len(words) > _LONGEST_HEADER:
        words = words[:_LONGEST_HEADER].rsplit(" ", 1)[0].rstrip(" ,;") + " …"
    return words.replace("&", "&&")
