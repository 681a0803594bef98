"""The pieces of a document as WordprocessingML, written as text: quicker by far than call by call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from dialogue_desktop.documents.docx_guess import Guess, count
from dialogue_desktop.documents.docx_lines import form_lines, room, run_xml
from dialogue_desktop.documents.docx_styles import JUSTIFY, style_id, twips
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
    Sheaf,
    Side,
    Whole,
)
from dialogue_desktop.documents.lines import Breaker
from dialogue_desktop.documents.sheet import MM, Sheet
from dialogue_desktop.documents.slices import SIGNED_LINES
from dialogue_desktop.documents.tree import Shade

_NO_BORDERS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
_TIGHT = '<w:tcMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tcMar>'
#: A paragraph that takes no room; `more` may hold section properties.
TINY = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr>{more}</w:pPr></w:p>'
)
_AFTER_TABLE = 4.0  # points; the paragraph without height that Word asks for after a table takes some

_LOWER = 0.7  # points; so much Word's pages are ahead of ours where a signature ends a section

#: A paragraph that takes next to no room: a page that is full to the last point stays whole.
_NOTHING = TINY.format(more="").replace('w:line="20"', 'w:line="1"')
#: The same with section properties: it must not begin a page of its own.
SECTION_END = TINY.replace('w:line="20"', 'w:line="1"')


class BodyWriter:
    """Writes the pieces of one section."""

    def __init__(self, sheaf: Sheaf, sheet: Sheet, breaker: Breaker) -> None:
        self._sheaf = sheaf
        self._sheet = sheet
        self._breaker = breaker
        self._guess: Guess | None = None  # while the flow of the page is written, not the inside of a table

    def body(self, *, followed: bool = False) -> str:
        """All pieces; a table at the end is followed by a paragraph without height, as Word asks, unless
        one that ends the section follows. A signature leaves room for that one, which else begins a page."""
        pieces = self._sheaf.pieces
        if followed and pieces and isinstance(pieces[-1], Side):
            pieces = (*pieces[:-1], _lower(pieces[-1]))
        self._guess = Guess(pieces)
        code = self._pieces(pieces, self._sheaf.text_width, set())
        return code + (TINY.format(more="") if _ends_in_table(pieces) and not followed else "")

    # --- flow ---------------------------------------------------------------------------------

    def _pieces(
        self, pieces: Sequence[Piece], width: float, kept: set[int], *, keep_all: bool = False
    ) -> str:
        """`kept` and `keep_all` name the pieces that must stay on the page of what follows."""
        held = self._held(pieces, width)
        kept = kept | held
        code: list[str] = []
        gap = 0.0
        page = False
        last: Piece | None = None
        for k, piece in enumerate(pieces):
            keep = keep_all or k in kept
            match piece:
                case Gap(height=height):
                    gap += height
                    continue
                case NewPage():
                    page = True
                    continue
                case Para():
                    after = self._room_before_table(pieces[k + 1 :])
                    whole = k in held
                    code.append(self._past_guess(pieces, k, kept, keep_all=keep_all))
                    code.append(self._para(piece, gap=gap, after=after, keep=keep, whole=whole, page=page))
                case Line():
                    code.append(self._line(piece, width))
                case Side():
                    self._add_side(code, piece, last, self._side_row(piece, gap, keep=keep), page=page)
                case Grid():
                    if page or not isinstance(last, Para):
                        room = gap + self._sheet.table.before
                        code.append(self._before_table(room, page, joined=True, keep=k > 0))
                        self._wrote(1)
                    code.append(self._grid(piece))
                case Blanks() | Dots():
                    line = self._breaker.fonts.line_height(piece.style.size)
                    code.append(form_lines(piece, width, gap, line))
                case Frame():
                    row = self._frame_row(piece, width, last=k == len(pieces) - 1)
                    if isinstance(last, Frame):
                        code.append(code.pop().removesuffix("</w:tbl>") + row + "</w:tbl>")
                    else:
                        code.append(f"{_plain_table((width,))}{row}</w:tbl>")
                case Whole(pieces=inner):
                    lead: tuple[Piece, ...] = (Gap(gap),) if gap else ()
                    more: tuple[Piece, ...] = (NewPage(),) if page else ()
                    code.append(self._whole((*more, *lead, *inner), width, keep=keep))
                case _:
                    assert_never(piece)
            if not isinstance(piece, Whole):
                self._wrote(count((piece,)))
            gap, page, last = 0.0, False, piece
        return "".join(code)

    def _add_side(self, code: list[str], piece: Side, last: Piece | None, row: str, *, page: bool) -> None:
        """A further row of the table before it where both have the same columns, else a table of its own."""
        if isinstance(last, Side) and last.widths == piece.widths and not page:
            code.append(code.pop().removesuffix("</w:tbl>") + row + "</w:tbl>")
        else:
            code.append(self._before_table(0.0, page, joined=isinstance(last, Side | Grid)))
            code.append(f"{_plain_table(piece.widths)}{row}</w:tbl>")

    def _wrote(self, number: int) -> None:
        if self._guess is not None:
            self._guess.wrote(number)

    def _past_guess(self, pieces: Sequence[Piece], k: int, kept: set[int], *, keep_all: bool) -> str:
        """Paragraphs without height before a chain of headings that a guessed page would end within."""

        def holds(place: int) -> bool:
            piece = pieces[place]
            return isinstance(piece, Para) and (keep_all or place in kept or piece.keep_next)

        if self._guess is None or (k and holds(k - 1)):
            return ""
        chain = 0
        while k + chain < len(pieces) and holds(k + chain):
            chain += 1
        lacking = self._guess.lacking(chain)
        self._guess.wrote(lacking)
        return _NOTHING * lacking

    def _whole(self, pieces: Sequence[Piece], width: float, *, keep: bool) -> str:
        """Everything but the last piece stays with what follows."""
        drawn = [k for k, piece in enumerate(pieces) if not isinstance(piece, Gap | NewPage)]
        kept = set(drawn if keep else drawn[:-1])
        return self._pieces(pieces, width, kept)

    def _held(self, pieces: Sequence[Piece], width: float) -> set[int]:
        """The paragraphs before a signature that go to the next page with it: at least two lines."""
        held: set[int] = set()
        for k, piece in enumerate(pieces):
            if not (isinstance(piece, Side) and piece.ends):
                continue
            lines = 0
            for before in range(k - 1, -1, -1):
                other = pieces[before]
                if isinstance(other, Gap):
                    continue
                if not isinstance(other, Para):
                    break
                held.add(before)
                indent = other.style.first * MM
                lines += len(self._breaker.lines(other.runs, other.style.size, width - indent, width))
                if lines >= SIGNED_LINES:
                    break
        return held

    def _room_before_table(self, following: Sequence[Piece]) -> float:
        """What a paragraph leaves below itself when a table is next: a table has no room of its own."""
        room = self._sheet.table.before
        for piece in following:
            if not isinstance(piece, Gap):
                return room if isinstance(piece, Grid) else 0.0
            room += piece.height
        return 0.0

    @staticmethod
    def _before_table(room: float, page: bool, *, joined: bool, keep: bool = False) -> str:
        """Word runs neighbouring tables together and has no room before them: a thin paragraph divides."""
        if page:
            return '<w:p><w:pPr><w:pageBreakBefore/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
        if room < 1 and not joined:
            return ""
        more = "<w:keepNext/>" if keep else ""
        return (
            f'<w:p><w:pPr>{more}<w:spacing w:before="0" w:after="0" w:line="{max(twips(room), 20)}" '
            'w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
        )

    def _para(
        self,
        para: Para,
        *,
        gap: float = 0.0,
        after: float = 0.0,
        keep: bool = False,
        whole: bool = False,
        page: bool = False,
    ) -> str:
        style = para.style
        code = [f'<w:p><w:pPr><w:pStyle w:val="{style_id(style.name)}"/>']
        if keep or para.keep_next:
            code.append("<w:keepNext/>")
        if whole:
            code.append("<w:keepLines/>")
        if page:
            code.append("<w:pageBreakBefore/>")
        before, below = para.space_before + gap, style.after + after
        room = f' w:before="{twips(before)}"' if before != style.before else ""
        room += f' w:after="{twips(below)}"' if below != style.after else ""
        if room:
            code.append(f"<w:spacing{room}/>")
        if para.left is not None:
            code.append(f'<w:ind w:left="{twips(para.left)}"/>')
        if para.align is not None and para.align is not style.align:
            code.append(f'<w:jc w:val="{JUSTIFY[para.align]}"/>')
        code.append("</w:pPr>")
        code.extend(run_xml(run, style.bold, style.italic, style.underline) for run in para.runs)
        code.append("</w:p>")
        return "".join(code)

    @staticmethod
    def _line(line: Line, width: float) -> str:
        """A paragraph without text whose upper border, cut by the indents, is the line."""
        side = twips((width - line.length) / 2)
        return (
            f'<w:p><w:pPr><w:keepNext/><w:pBdr><w:top w:val="single" w:sz="{round(line.weight * 8)}" '
            f'w:space="0" w:color="auto"/></w:pBdr><w:spacing w:before="{twips(line.gap)}" '
            f'w:after="{twips(line.after - 1)}" w:line="20" w:lineRule="exact"/>'
            f'<w:ind w:left="{side}" w:right="{side}"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
        )

    # --- tables -------------------------------------------------------------------------------

    def _side_row(self, side: Side, gap: float, *, keep: bool) -> str:
        keep = keep or side.keep_next
        guess, self._guess = self._guess, None
        cells = []
        for width, pieces in zip(side.widths, side.cells, strict=True):
            lead: tuple[Piece, ...] = (Gap(gap),) if gap else ()
            code = self._pieces((*lead, *pieces), width, set(), keep_all=keep)
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>'
                f"{code or TINY.format(more='')}</w:tc>"
            )
        self._guess = guess
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"

    def _frame_row(self, frame: Frame, width: float, *, last: bool) -> str:
        """A row as high as the frame. It grows rather than hide a line that was added by hand; the last
        leaves room for the paragraph that must follow a table."""
        look = self._sheet.half
        weight, _, _ = look.cut
        line = f'w:val="dashed" w:sz="{round(weight * 8)}" w:space="0" w:color="auto"'
        cut = f"<w:tcBorders><w:bottom {line}/></w:tcBorders>" if frame.cut else ""
        lead = room(frame.lead) if frame.lead else ""
        guess, self._guess = self._guess, None
        body = self._pieces(frame.pieces, width, set())
        self._guess = guess
        height = frame.height - (_AFTER_TABLE if last else 0.0)
        end = TINY.format(more="") if _ends_in_table(frame.pieces) else ""
        return (
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/></w:trPr>'
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{cut}</w:tcPr>{lead}{body}{end}</w:tc>'
            "</w:tr>"
        )

    def _grid(self, grid: Grid) -> str:
        look = self._sheet.table
        side, edge = twips(look.padding[0] * MM), twips(grid.edge)
        kind = f'w:val="single" w:sz="{round(look.weight * 8)}" w:space="0" w:color="auto"'
        borders = "".join(
            f"<w:{name} {kind}/>" for name in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        margins = "".join(
            f'<w:{name} w:w="{size}" w:type="dxa"/>'
            for name, size in (("top", edge), ("left", side), ("bottom", edge), ("right", side))
        )
        rows = [self._grid_row(row, grid, head=True) for row in grid.header]
        # The last row but one stays with the last, so that a sum is not left alone on a page.
        close = len(grid.rows) - 2
        rows += [
            self._grid_row(row, grid, head=False, keep=k == close or row.keep_next)
            for k, row in enumerate(grid.rows)
        ]
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(grid.widths))}" w:type="dxa"/>'
            f'<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
            f"{_columns(grid.widths)}{''.join(rows)}</w:tbl>"
        )

    def _grid_row(self, row: GridRow, grid: Grid, *, head: bool, keep: bool = False) -> str:
        cells: list[str] = []
        tallest = 0.0
        column = 0
        for cell in row.cells:
            width = sum(grid.widths[column : column + cell.span])
            column += cell.span
            tallest = max(tallest, self._height(cell, width))
            span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
            shade = self._shade(cell.shade)
            tight = _TIGHT.format(side=twips(self._sheet.chart.side * MM)) if cell.tight else ""
            middle = '<w:vAlign w:val="center"/>' if head else ""
            paras = "".join(self._para(para, keep=head or keep) for para in cell.paras)
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}{shade}{tight}{middle}'
                f"</w:tcPr>"
                f"{paras}</w:tc>"
            )
        room = self._sheaf.height - self._sheaf.top - self._sheaf.bottom
        height = tallest + 2 * grid.edge + self._sheet.table.weight
        whole = "<w:cantSplit/>" if head or height <= self._sheet.table.split_over * room else ""
        least = f'<w:trHeight w:val="{twips(row.height)}" w:hRule="atLeast"/>' if row.height else ""
        repeat = "<w:tblHeader/>" if head else ""
        return f"<w:tr><w:trPr>{whole}{least}{repeat}</w:trPr>{''.join(cells)}</w:tr>"

    def _shade(self, shade: Shade) -> str:
        if shade is Shade.HATCH:
            return '<w:shd w:val="thinDiagStripe" w:color="auto" w:fill="FFFFFF"/>'
        grey = self._sheet.grey(shade)
        if grey is None:
            return ""
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{f"{round(grey * 255):02X}" * 3}"/>'

    def _height(self, cell: GridCell, width: float) -> float:
        side = self._sheet.chart.side if cell.tight else self._sheet.table.padding[0]
        room = width - 2 * side * MM
        return sum(
            len(self._breaker.lines(para.runs, para.style.size, room, room))
            * self._breaker.fonts.line_height(para.style.size)
            for para in cell.paras
        )


def _columns(widths: Iterable[float]) -> str:
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _plain_table(widths: Sequence[float]) -> str:
    """The beginning of a table without lines."""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_NO_BORDERS}</w:tblPr>'
        f"{_columns(widths)}"
    )


def _lower(side: Side) -> Side:
    """The columns with their big gaps, the room to sign, a little smaller."""
    cells = tuple(
        tuple(
            Gap(piece.height - _LOWER)
            if isinstance(piece, Gap) and piece.height > 5 * _AFTER_TABLE
            else piece
            for piece in cell
        )
        for cell in side.cells
    )
    return replace(side, cells=cells)


def _ends_in_table(pieces: Sequence[Piece]) -> bool:
    for piece in reversed(pieces):
        match piece:
            case Gap() | NewPage():
                continue
            case Whole(pieces=inner):
                return _ends_in_table(inner)
            case Side() | Grid() | Frame():
                return True
            case _:
                return False
    return False
