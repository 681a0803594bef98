"""What is drawn on a page: text, strokes and boxes, in points from the left and down from the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from dialogue_desktop.documents.lines import Part


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
    """A drawn line in the same measures; `corner` fills the corners of boxes.

    `dash` is the length of its dashes and of the gaps between them, both 0 for a whole line.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float
    corner: bool = False
    dash: tuple[float, float] = (0.0, 0.0)


@dataclass(slots=True)
class Fill:
    """A grey box in the same measures, under all else; 0 is black."""

    x0: float
    y0: float
    x1: float
    y1: float
    grey: float


Ink = Glyphs | Stroke | Fill


def moved(item: Ink, x: float, y: float) -> Ink:
    """The same ink further right and down."""
    match item:
        case Glyphs():
            return Glyphs(item.x + x, item.y + y, item.size, item.parts, item.space)
        case Stroke():
            x0, y0, x1, y1 = item.x0 + x, item.y0 + y, item.x1 + x, item.y1 + y
            return Stroke(x0, y0, x1, y1, item.weight, item.corner, item.dash)
        case Fill():
            return Fill(item.x0 + x, item.y0 + y, item.x1 + x, item.y1 + y, item.grey)
        case _:
            assert_never(item)
