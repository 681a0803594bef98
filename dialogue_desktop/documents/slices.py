"""Pieces as slices: rows of ink of known height, with the rules on where a page may end between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from dialogue_desktop.documents.flow import (
    Blanks,
    Dots,
    Frame,
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
from dialogue_desktop.documents.ink import Glyphs, Ink, Stroke, moved
from dialogue_desktop.documents.lines import Breaker, TextLine
from dialogue_desktop.documents.row_slices import GridHead, Slice, SplitRow, row_slice
from dialogue_desktop.documents.sheet import MM, Sheet
from dialogue_desktop.documents.tree import Align

_SHORT_ROWS = 120.0  # points; a sum is not left alone under the header of a new page
#: A paragraph of no more lines than these is not cut when its end goes to the page of the signature: where
#: a paragraph stays with what follows, Word may cut it and LibreOffice never does.
WHOLE_LINES = 12
#: Lines of text that stand on the page of the signature at the least.
SIGNED_LINES = 2


class Slicer:
    """Makes slices for one font set and sheet.

    What the letters of a series share is one piece for all of them and is broken into lines once: the
    pieces that a slicer has seen must live as long as it does.
    """

    def __init__(self, sheet: Sheet, breaker: Breaker) -> None:
        self._made: dict[tuple[int, float], list[Slice]] = {}
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
                    made = self._once(piece, width)
                    stays = piece.keep_next
                case Line():
                    made = [self.line(piece, width)]
                    join_next = stays = True
                case Side():
                    made = self._once(piece, width)
                    stays = piece.keep_next
                    if piece.ends:
                        _hold(result, SIGNED_LINES)
                        join_next = bool(result)
                case Grid():
                    made = self.grid(piece)
                case Blanks() | Dots():
                    made = self._once(piece, width)
                case Frame():
                    made = [self.frame(piece, width)]
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

    def _once(self, piece: Para | Side | Blanks | Dots, width: float) -> list[Slice]:
        """The slices of a piece, made when it is first met."""
        key = (id(piece), width)
        made = self._made.get(key)
        if made is None:
            match piece:
                case Para():
                    made = self.para(piece, width)
                case Side():
                    made = [self.side(piece)]
                case Blanks():
                    made = [self.blanks(piece)]
                case Dots():
                    made = [self.dots(piece, width, k) for k in range(piece.count)]
            self._made[key] = made
        return [one.again() for one in made]

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
        return row_slice(self.sheet, SplitRow(edges, cells, [0.0] * len(cells), 0.0, 0.0), cells, side.anchor)

    # --- forms --------------------------------------------------------------------------------

    def blanks(self, line: Blanks) -> Slice:
        """A line of labels with dots on the baseline after each."""
        style = line.style
        own = self._line * style.size
        height = max(own, line.pitch)
        base = self._base * style.size + height - own
        ink: list[Ink] = []
        for part in line.parts:
            run = part.runs[0]
            shown = ((run.bold + 2 * run.italic, run.underline, run.text),)
            ink.append(Glyphs(part.x, base, style.size, shown))
            ink.append(self._dotted(part.start, part.end, base))
        return Slice(height, ink, before=style.before, right=line.parts[-1].end)

    def dots(self, dots: Dots, width: float, place: int) -> Slice:
        """One line to write on."""
        y = dots.pitch - dots.style.size * 0.2
        before = dots.style.before if place == 0 else 0.0
        return Slice(dots.pitch, [self._dotted(0.0, width, y)], before=before, right=width)

    def _dotted(self, start: float, end: float, y: float) -> Stroke:
        look = self.sheet.form
        return Stroke(start, y, end, y, look.dot, dash=(look.dot, look.step - look.dot))

    def frame(self, frame: Frame, width: float) -> Slice:
        """A box with what stands in it; nothing of it is dropped at the top of a page."""
        ink: list[Ink] = []
        y = frame.lead
        for k, one in enumerate(self.slices(frame.pieces, width)):
            y += one.before if k else 0.0
            ink.extend(moved(item, 0.0, y) for item in one.ink)
            y += one.height
        if frame.cut:
            weight, dash, gap = self.sheet.half.cut
            ink.append(Stroke(0.0, frame.height, width, frame.height, weight, dash=(dash, gap)))
        return Slice(frame.height, ink, anchor=frame.anchor, right=width)

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
        split = SplitRow(own, cells, sides, edge, look.weight, middle, shades, row.height)
        return row_slice(self.sheet, split, cells, row.anchor)

    def _cell(self, cell: GridCell, width: float) -> list[Slice]:
        return self.slices(cell.paras, width)


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
