"""Native charts of the counted tables, told apart in black and white by pattern, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from dialogue_desktop.exchange.excel_page import page_points, points_above, used_of_page
from dialogue_desktop.exchange.excel_style import FONT

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_POINTS_PER_CM = 28.35
_ROW_POINTS = 15.0
_BAR_CM, _THIN_BAR_CM, _FRAME_CM, _KEY_CM = 0.72, 0.57, 2.4, 0.9
_LOWEST_CM, _HIGHEST_CM = 6.5, 16.5
_MOST_STEPS = 10
#: Table and chart go on one page where it is made so much smaller at most.
_SHRUNK = 1.25
#: Two points, so that no line of the frame is printed on the page before.
_OFF_EDGE = 25_400
_INK, _DARK = "1F2933", "5B6770"
Pattern = Literal["solid", "wdUpDiag", "narVert"]
#: Pattern of each series, as a copier keeps them: grey, hatched, empty, dark, lined.
_PATTERNS: tuple[tuple[Pattern, str], ...] = (
    ("solid", "A9B4BF"),
    ("wdUpDiag", "7B8794"),
    ("solid", "FFFFFF"),
    ("solid", _DARK),
    ("narVert", "7B8794"),
)


@dataclass(frozen=True, slots=True)
class Series:
    """One series: the cell of its name, the cells of its numbers, and what they hold now."""

    name_cell: str
    name: str
    cells: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars side by side, one for each label; several series stand in one bar. Cells are with their sheet.
    `roomy`: never made lower, for many labels of which none may be left out."""

    title: str
    label_cells: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    roomy: bool = False

    @property
    def height(self) -> float:
        """In centimetres: a bar each, and room for title, axis and key."""
        return min(_HIGHEST_CM, max(_LOWEST_CM, len(self.labels) * _BAR_CM + self._frame))

    @property
    def lowest(self) -> float:
        """The least in which it can be read."""
        return max(_LOWEST_CM - 1, len(self.labels) * _THIN_BAR_CM + self._frame)

    @property
    def _frame(self) -> float:
        return _FRAME_CM + (_KEY_CM if len(self.series) > 1 else 0)


def under_table(made: Worksheet, chart: BarChart, widths: Sequence[float], row: int) -> int:
    """The chart as wide as the table that ends above the row: on the same page, if need be lower or with the
    page made a little smaller, else on a page of its own; it is never cut. The row after it."""
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
    from openpyxl.worksheet.pagebreak import Break

    page = page_points(widths)
    above = used_of_page(made, row, page)
    points = chart.height * _POINTS_PER_CM
    lowest = chart.lowest * _POINTS_PER_CM
    room = page - above - _ROW_POINTS
    if points > room and chart.roomy:
        made.row_breaks.append(Break(id=row - 1))
    elif points > room >= lowest:
        points = room
    elif points > room and points_above(made, row) + lowest <= page * _SHRUNK:
        points = lowest
        made.page_setup.fitToHeight = 1
    elif points > room:
        made.row_breaks.append(Break(id=row - 1))
    rows = int(points / _ROW_POINTS)
    for at in range(row, row + rows):
        made.row_dimensions[at].height = _ROW_POINTS
    drawn = _drawn(chart)
    drawn.anchor = TwoCellAnchor(
        editAs="oneCell",
        _from=AnchorMarker(col=0, row=row - 1, rowOff=_OFF_EDGE),
        to=AnchorMarker(col=len(widths), row=row - 1 + rows),
    )
    made.add_chart(drawn)
    return row + rows


def _drawn(chart: BarChart) -> Any:
    from openpyxl.chart import BarChart as Bars
    from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
    from openpyxl.chart.series import Series as Drawn
    from openpyxl.chart.series import SeriesLabel
    from openpyxl.chart.text import Text
    from openpyxl.chart.title import Title

    bars = Bars()
    bars.type, bars.grouping, bars.gapWidth = "bar", "stacked", 45
    bars.overlap = 100
    bars.style = 1
    bars.roundedCorners = False
    bars.title = Title(tx=Text(rich=_rich(chart.title, 1300, bold=True)), overlay=False)
    for index, one in enumerate(chart.series):
        drawn = Drawn(
            idx=index,
            order=index,
            tx=SeriesLabel(strRef=StrRef(f=one.name_cell, strCache=_text_cache((one.name,)))),
            cat=AxDataSource(strRef=StrRef(f=chart.label_cells, strCache=_text_cache(chart.labels))),
            val=NumDataSource(numRef=NumRef(f=one.cells, numCache=_number_cache(one.values))),
        )
        pattern, colour = _PATTERNS[index % len(_PATTERNS)]
        drawn.spPr = _filled(pattern, colour)
        drawn.dLbls = _labels("FFFFFF" if colour == _DARK else _INK)
        drawn.invertIfNegative = False
        bars.series.append(drawn)
    totals = [sum(numbers) for numbers in zip(*(one.values for one in chart.series), strict=True)]
    _axes(bars, max(totals, default=0))
    if len(chart.series) > 1:
        bars.legend.position = "b"
        bars.legend.overlay = False
        bars.legend.txPr = _look(1100)
    else:
        bars.legend = None
    return bars


def _axes(bars: Any, highest: int) -> None:
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.line import LineProperties

    grey = GraphicalProperties(ln=LineProperties(solidFill="BFC5CC", w=6350))
    labels, numbers = bars.x_axis, bars.y_axis
    labels.delete = numbers.delete = False
    labels.scaling.orientation = "maxMin"  # the first row of the table on top
    labels.txPr, numbers.txPr = _look(1100), _look(1000)
    labels.spPr = grey
    labels.majorTickMark = numbers.majorTickMark = "none"
    labels.title = numbers.title = None
    labels.noMultiLvlLbl = True
    labels.tickLblSkip = 1  # every label, however near they stand
    numbers.crosses = "max"  # below, although the first label is on top
    numbers.scaling.min = 0
    numbers.number_format, numbers.majorUnit = "0", max(1, -(-highest // _MOST_STEPS))
    numbers.majorGridlines.spPr = grey
    numbers.spPr = GraphicalProperties(ln=LineProperties(noFill=True))


def _labels(ink: str) -> Any:
    """The number of each part; nothing is not written."""
    from openpyxl.chart.label import DataLabelList

    shown = DataLabelList()
    shown.showVal = True
    shown.showSerName = shown.showCatName = shown.showLegendKey = shown.showPercent = False
    shown.numFmt = "0;;;"
    shown.txPr = _look(1000, bold=True, ink=ink)
    return shown


def _filled(pattern: Pattern, colour: str) -> Any:
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.colors import ColorChoice
    from openpyxl.drawing.fill import PatternFillProperties
    from openpyxl.drawing.line import LineProperties

    line = LineProperties(solidFill="1F2933", w=9525)
    if pattern == "solid":
        return GraphicalProperties(solidFill=colour, ln=line)
    ink, paper = ColorChoice(), ColorChoice()
    ink.RGB, paper.RGB = colour, "FFFFFF"
    fill = PatternFillProperties(prst=pattern, fgClr=ink, bgClr=paper)
    return GraphicalProperties(pattFill=fill, ln=line)


def _characters(size: int, *, bold: bool, ink: str = _INK) -> Any:
    from openpyxl.drawing.text import CharacterProperties, Font

    face = Font(typeface=FONT)
    return CharacterProperties(sz=size, b=bold, solidFill=ink, latin=face, ea=face, cs=face)


def _look(size: int, *, bold: bool = False, ink: str = _INK) -> Any:
    """The letters of an axis, a key or a label; size in hundredths of a point."""
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import Paragraph, ParagraphProperties

    properties = ParagraphProperties(defRPr=_characters(size, bold=bold, ink=ink))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=_characters(size, bold=bold, ink=ink))])


def _rich(words: str, size: int, *, bold: bool) -> Any:
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import Paragraph, ParagraphProperties, RegularTextRun

    look = _characters(size, bold=bold)
    run = RegularTextRun(rPr=_characters(size, bold=bold), t=words)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])])


def _text_cache(texts: Sequence[str]) -> Any:
    """What the cells hold now, for programs that show a chart without counting."""
    from openpyxl.chart.data_source import StrData, StrVal

    return StrData(ptCount=len(texts), pt=[StrVal(idx=n, v=text) for n, text in enumerate(texts)])


def _number_cache(values: Sequence[int]) -> Any:
    from openpyxl.chart.data_source import NumData, NumVal

    points = [NumVal(idx=n, v=str(value)) for n, value in enumerate(values)]
    return NumData(formatCode="General", ptCount=len(values), pt=points)
