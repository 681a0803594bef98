"""Pieces as slices: rows of ink of known height, with the rules on where a page may end between them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from dialogue_desktop.documents.flow import (
    Gap,
    Grid,
    GridCell,
    GridRow,
    Line,
    NewPage,
    Para,
    Piece,
    Side,
    Whole,
)
from dialogue_desktop.documents.lines import Breaker, Part, TextLine
from dialogue_desktop.documents.sheet import MM, Sheet
from dialogue_desktop.documents.tree import Align, Shade

_SHORT_ROWS = 120.0  # points; a sum is not left alone under the header of a new page
#: A paragraph of no more lines than these is not cut when its end goes to the page of the signature: where
#: a paragraph stays with what follows, Word may cut it and LibreOffice never does.
WHOLE_LINES = 12
#: Lines of text that stand on the page of the signature at the least.
SIGNED_LINES = 2


@dataclass(slots=True)
class Glyphs:
    """A line of text: x from the left, y of the baseline down from the top of its slice, word space."""

    x: float
    y: float
    size: float
    parts: tuple[Part, ...]
    space: float = 0.0


@dataclass(slots=True)
class Stroke:
    """A drawn line in the same measures; `corner` fills the corners of boxes."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float
    corner: bool = False


@dataclass(slots=True)
class Fill:
    """A grey box in the same measures, under all else; 0 is black."""

    x0: float
    y0: float
    x1: float
    y1: float
    grey: float


Ink = Glyphs | Stroke | Fill


@dataclass(slots=True)
class Slice:
    """A row of ink. `before` is dropped at the top of a page; `join` forbids a page end before it.

    `lines` counts lines of running text; `within` marks those after the first of a paragraph that goes
    whole to the page of a signature. `row` is set for a table row that may be split, `foot` is the room of
    its lower line, which the upper line of a row below covers.
    """

    height: float
    ink: list[Ink]
    before: float = 0.0
    join: bool = False
    lines: int = 0
    within: bool = False
    anchor: str = ""
    new_page: bool = False
    row: SplitRow | None = None
    head: GridHead | None = None
    foot: float = 0.0
    left: float = 0.0
    right: float = 0.0


@dataclass(slots=True)
class GridHead:
    """The header of a table, repeated where a page begins inside the table."""

    slices: list[Slice]
    height: float


@dataclass(slots=True)
class SplitRow:
    """A row with its cells still as lines, so that it can be cut across pages.

    `weight` 0 draws no lines: columns such as a signature, which are cut only where no page can hold them.
    `sides` is the room beside the words of each cell, `shades` draw what fills it.
    """

    edges: list[float]
    cells: list[list[Slice]]
    sides: list[float]
    edge: float
    weight: float
    middle: bool = False
    shades: tuple[Shade, ...] = ()

    @property
    def ruled(self) -> bool:
        return self.weight > 0

    @property
    def frame(self) -> float:
        """What a row needs beside its text: room above and below, and its upper line."""
        return 2 * self.edge + self.weight


class Slicer:
    """Makes slices for one font set and sheet."""

    def __init__(self, sheet: Sheet, breaker: Breaker) -> None:
        self.sheet = sheet
        self.breaker = breaker
        fonts = breaker.fonts
        self._line = fonts.faces[0].line * sheet.font.spacing
        # Where the baseline stands in the line box: what spacing adds goes above the letters, as in Word.
        self._base = fonts.faces[0].ascent + fonts.faces[0].line * (sheet.font.spacing - 1)

    # --- flow ---------------------------------------------------------------------------------

    def slices(self, pieces: Iterable[Piece], width: float) -> list[Slice]:
        """All slices of a column `width` points wide, joined where a page must not end."""
        result: list[Slice] = []
        gap = 0.0
        join_next = False
        new_page = False
        for piece in pieces:
            stays = False
            match piece:
                case Gap(height=height):
                    gap += height
                    continue
                case NewPage():
                    new_page, join_next = True, False
                    continue
                case Para():
                    made = self.para(piece, width)
                    stays = piece.keep_next
                case Line():
                    made = [self.line(piece, width)]
                    join_next = stays = True
                case Side():
                    made = [self.side(piece)]
                    stays = piece.keep_next
                    if piece.ends:
                        _hold(result, SIGNED_LINES)
                        join_next = bool(result)
                case Grid():
                    made = self.grid(piece)
                case Whole(pieces=inner):
                    made = self.slices(inner, width)
                    for k, one in enumerate(made):
                        one.join = one.join or k > 0
                case _:
                    assert_never(piece)
            if not made:
                continue
            first = made[0]
            first.before += gap
            gap = 0.0
            first.join = join_next and not new_page
            first.new_page = new_page
            new_page = False
            join_next = stays
            result.extend(made)
        return result

    def para(self, para: Para, width: float) -> list[Slice]:
        """One slice for each line; the first two lines stay together, and so do the last two."""
        style = para.style
        size = style.size
        align = para.aligned
        left = style.left * MM if para.left is None else para.left
        first = style.first * MM
        lines = self.breaker.lines(para.runs, size, width - left - first, width - left)
        own = self._line * size
        height = max(own, style.line)
        base = self._base * size + height - own
        last = len(lines) - 1
        made = [
            Slice(
                height,
                [self._glyphs(line, align, left + (first if k == 0 else 0.0), width, base, size)],
                join=k in (1, last),
                lines=1,
                within=0 < k <= last < WHOLE_LINES,
                anchor=para.anchor,
                right=width,
            )
            for k, line in enumerate(lines)
        ]
        made[0].join = False
        made[0].before = para.space_before
        return made

    @staticmethod
    def _glyphs(line: TextLine, align: Align, left: float, width: float, base: float, size: float) -> Glyphs:
        spare = width - left - line.width
        space = 0.0
        match align:
            case Align.LEFT:
                x = left
            case Align.CENTER:
                x = left + spare / 2
            case Align.RIGHT:
                x = left + spare
            case Align.JUSTIFY:
                x = left
                # A line that a long word left half empty is not torn apart.
                if not line.last and line.spaces and spare / line.spaces <= size:
                    space = spare / line.spaces
            case _:
                assert_never(align)
        return Glyphs(x, base, size, line.parts, space)

    @staticmethod
    def line(line: Line, width: float) -> Slice:
        x = (width - line.length) / 2
        y = line.gap
        return Slice(line.gap + line.after, [Stroke(x, y, x + line.length, y, line.weight)], join=True)

    def side(self, side: Side) -> Slice:
        """One slice; its cells stay at hand in case it is higher than a page."""
        edges = [0.0]
        for width in side.widths:
            edges.append(edges[-1] + width)
        cells = [self.slices(cell, width) for width, cell in zip(side.widths, side.cells, strict=True)]
        return self.row_slice(SplitRow(edges, cells, [0.0] * len(cells), 0.0, 0.0), cells, side.anchor)

    # --- tables -------------------------------------------------------------------------------

    def grid(self, grid: Grid) -> list[Slice]:
        """One slice for each row; the header stays with the first, a short last row with the one before."""
        edges = [0.0]
        for width in grid.widths:
            edges.append(edges[-1] + width)
        header = [self.row(row, edges, grid.edge, middle=True) for row in grid.header]
        head = GridHead(header, sum(one.height for one in header))
        rows = [self.row(row, edges, grid.edge) for row in grid.rows]
        for one in rows:
            one.head = head
        made = [*header, *rows]
        for k, one in enumerate(made):
            one.join = 0 < k <= len(header)
        if len(rows) > 1 and rows[-1].height + rows[-2].height < _SHORT_ROWS:
            rows[-1].join = True
        for above, one in zip(grid.rows, rows[1:], strict=False):
            one.join = one.join or above.keep_next
        if made:
            made[0].before = self.sheet.table.before
            made[-1].height += made[-1].foot
            made[-1].foot = 0.0
        return made

    def row(self, row: GridRow, edges: list[float], edge: float, *, middle: bool = False) -> Slice:
        look = self.sheet.table
        marks = [0]
        for cell in row.cells:
            marks.append(marks[-1] + cell.span)
        own = [edges[mark] for mark in marks]
        sides = [(self.sheet.chart.side if cell.tight else look.padding[0]) * MM for cell in row.cells]
        cells = [
            self._cell(cell, own[k + 1] - own[k] - 2 * side)
            for k, (cell, side) in enumerate(zip(row.cells, sides, strict=True))
        ]
        shades = tuple(cell.shade for cell in row.cells)
        split = SplitRow(own, cells, sides, edge, look.weight, middle, shades)
        return self.row_slice(split, cells, row.anchor)

    def _cell(self, cell: GridCell, width: float) -> list[Slice]:
        return self.slices(cell.paras, width)

    def row_slice(self, row: SplitRow, cells: list[list[Slice]], anchor: str) -> Slice:
        """The drawn row with the given lines in its cells.

        Its upper line takes room of its own, as in Word: twenty rows come to ten points.
        """
        heights = [sum(one.height + one.before for one in lines) for lines in cells]
        height = max(heights, default=0.0) + row.frame
        upper, lower = row.weight / 2, height + row.weight / 2
        ink: list[Ink] = []
        for k, shade in enumerate(row.shades):
            ink.extend(self._shaded(shade, (row.edges[k], upper, row.edges[k + 1], lower)))
        for x, side, lines, own in zip(row.edges, row.sides, cells, heights, strict=False):
            y = row.weight + (row.edge if not row.middle else (height - row.weight - own) / 2)
            for one in lines:
                y += one.before
                ink.extend(moved(item, x + side, y) for item in one.ink)
                y += one.height
        left, right = row.edges[0], row.edges[-1]
        if row.ruled:
            ink.append(Stroke(left, upper, right, upper, row.weight, True))
            ink.append(Stroke(left, lower, right, lower, row.weight, True))
            ink.extend(Stroke(x, upper, x, lower, row.weight, True) for x in row.edges)
        return Slice(height, ink, anchor=anchor, row=row, right=right, foot=row.weight)

    def _shaded(self, shade: Shade, box: tuple[float, float, float, float]) -> Iterator[Ink]:
        if shade is Shade.HATCH:
            look = self.sheet.chart
            yield from _hatched(box, look.hatch * MM, look.hatch_weight)
        elif (grey := self.sheet.grey(shade)) is not None:
            yield Fill(*box, grey)

    def split_row(self, one: Slice, room: float) -> tuple[Slice, Slice] | None:
        """A row cut so that its first part is at most `room` high; None when a part would hold under 2 lines.

        Cells that are empty in one part stay empty there; the row's lines are drawn around both parts.
        """
        row = one.row
        if row is None:
            return None
        upper: list[list[Slice]] = []
        lower: list[list[Slice]] = []
        for lines in row.cells:
            y = row.frame
            count = 0
            for line in lines:
                y += line.before + line.height
                if y > room + 0.01:
                    break
                count += 1
            if count < len(lines) and (count < 2 or len(lines) - count < 2):
                count = min(count, len(lines) - 2)
                if count < 2:
                    count = 0
            upper.append(lines[:count])
            lower.append(lines[count:])
        if not any(upper) or not any(lower):
            return None
        first = self.row_slice(row, upper, one.anchor)
        second = self.row_slice(replace(row, cells=lower, middle=False), lower, one.anchor)
        first.head = second.head = one.head
        first.before, first.join, first.new_page = one.before, one.join, one.new_page
        return first, second


def _hatched(box: tuple[float, float, float, float], pitch: float, weight: float) -> Iterator[Stroke]:
    """Lines rising to the right, cut by the box; neighbouring boxes go on with the same lines."""
    x0, y0, x1, y1 = box
    # On a line x + y is the same all along.
    k = math.floor((x0 + y0) / pitch) + 1
    while k * pitch < x1 + y1:
        total = k * pitch
        left, right = max(x0, total - y1), min(x1, total - y0)
        if right > left:
            yield Stroke(left, total - left, right, total - right, weight)
        k += 1


def moved(item: Ink, x: float, y: float) -> Ink:
    """The same ink further right and down."""
    match item:
        case Glyphs():
            return Glyphs(item.x + x, item.y + y, item.size, item.parts, item.space)
        case Stroke():
            return Stroke(item.x0 + x, item.y0 + y, item.x1 + x, item.y1 + y, item.weight, item.corner)
        case Fill():
            return Fill(item.x0 + x, item.y0 + y, item.x1 + x, item.y1 + y, item.grey)
        case _:
            assert_never(item)


def _hold(slices: list[Slice], lines: int) -> None:
    """Join the slices at the end so that at least `lines` lines of text go to the next page with them,
    and the paragraph that they are of whole."""
    held = 0
    for one in reversed(slices):
        held += one.lines
        if one.row is not None and one.row.ruled:
            held += lines
        if held >= lines and not one.join and not one.within:
            return
        one.join = True
