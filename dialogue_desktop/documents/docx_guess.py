"""Where LibreOffice guesses that a page ends before it measures: a heading just there would be left alone.

On opening a Word file it lays down paragraphs and table rows and takes a page for full after so many of them.
Where the real page ends at such a place, it does not look again whether a heading above stays with its text.
(Counted with LibreOffice 7.4; its sw/source/core/layout/laycache.cxx.) Word does not guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

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
    Side,
    Whole,
)

_FEW, _FULL, _FULL_OF_MANY = 100, 25, 20


class Guess:
    """Counts what has been written; tells how to keep a chain of headings from the end of a guessed page."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._full = _FULL if count(pieces) <= _FEW else _FULL_OF_MANY
        self._written = 0

    def wrote(self, number: int = 1) -> None:
        self._written += number

    def lacking(self, chain: int) -> int:
        """How many paragraphs must come before the next `chain` ones, so that no guessed page ends with one
        of them."""
        for place in range(1, chain + 1):
            if (self._written + place) % (self._full + 1) == self._full:
                return place
        return 0


def count(pieces: Iterable[Piece]) -> int:
    """Paragraphs and table rows of the pieces, as LibreOffice counts them."""
    total = 0
    for piece in pieces:
        match piece:
            case Para() | Line() | Side() | Blanks() | Frame():
                total += 1
            case Dots(count=lines):
                total += lines
            case Grid(header=header, rows=rows):
                total += len(header) + len(rows)
            case Whole(pieces=inner):
                total += count(inner)
            case Gap() | NewPage():
                pass
            case _:
                assert_never(piece)
    return total
