"""Documents as plain text: the same words in the same order as on paper, for search, radio and copying."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from dialogue_desktop.documents.compose import compose
from dialogue_desktop.documents.flow import (
    Blanks,
    Dots,
    Frame,
    Gap,
    Grid,
    GridRow,
    Line,
    NewPage,
    Para,
    Piece,
    Side,
    Whole,
)
from dialogue_desktop.documents.fonts import FontSet
from dialogue_desktop.documents.sheet import Sheet
from dialogue_desktop.documents.tree import NBSP, Document, plain


def render(document: Document, sheet: Sheet, fonts: FontSet) -> str:
    """One paragraph a line, columns one after the other, table cells divided by tabs."""
    lines: list[str] = []
    for sheaf in compose(document, sheet, fonts):
        if lines:
            lines.append("")
        lines.extend(_lines(sheaf.pieces))
    return "\n".join(lines).replace(NBSP, " ") + "\n"


def _lines(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case Para():
                yield plain(piece.runs)
            case Side():
                for column in piece.cells:
                    yield from _lines(column)
            case Grid():
                for row in (*piece.header, *piece.rows):
                    yield _row(row, filled=piece.chart)
            case Whole(pieces=inner):
                yield from _lines(inner)
            case Blanks(parts=parts):
                yield " ".join(plain(part.runs) for part in parts)
            case Frame(pieces=inner):
                yield from _lines(inner)
                yield ""
            case NewPage():
                yield ""
            case Gap() | Line() | Dots():
                pass
            case _:
                assert_never(piece)


def _row(row: GridRow, *, filled: bool) -> str:
    """`filled`: only the cells with words, for the others of a chart are there to be looked at."""
    cells = [" ".join(plain(para.runs) for para in cell.paras) for cell in row.cells]
    return "\t".join(cell for cell in cells if cell or not filled)
