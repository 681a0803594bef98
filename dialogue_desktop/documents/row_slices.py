"""Slices of a column and rows of tables among them: how a row is drawn and how it is cut across pages."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogue_desktop.documents.ink import Fill, Ink, Stroke, moved
from dialogue_desktop.documents.sheet import MM, Sheet
from dialogue_desktop.documents.tree import Shade


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

    def again(self) -> Slice:
        """The same ink to be joined and spaced on its own."""
        return Slice(
            self.height,
            self.ink,
            self.before,
            self.join,
            self.lines,
            self.within,
            self.anchor,
            self.new_page,
            self.row,
            self.head,
            self.foot,
            self.left,
            self.right,
        )


@dataclass(slots=True)
class GridHead:
    """The header of a table, repeated where a page begins inside the table."""

    slices: list[Slice]
    height: float


@dataclass(slots=True)
class SplitRow:
    """A row with its cells still as lines, so that it can be cut across pages.

    `weight` 0 draws no lines: columns such as a signature, which are cut only where no page can hold them.
    `sides` is the room beside the words of each cell, `shades` draw what fills it; `least` is the height
    that the row has at the least while it is whole.
    """

    edges: list[float]
    cells: list[list[Slice]]
    sides: list[float]
    edge: float
    weight: float
    middle: bool = False
    shades: tuple[Shade, ...] = ()
    least: float = 0.0

    @property
    def ruled(self) -> bool:
        return self.weight > 0

    @property
    def frame(self) -> float:
        """What a row needs beside its text: room above and below, and its upper line."""
        return 2 * self.edge + self.weight


def row_slice(sheet: Sheet, row: SplitRow, cells: list[list[Slice]], anchor: str) -> Slice:
    """The drawn row with the given lines in its cells.

    Its upper line takes room of its own, as in Word: twenty rows come to ten points.
    """
    heights = [sum(one.height + one.before for one in lines) for lines in cells]
    height = max(max(heights, default=0.0) + row.frame, row.least)
    upper, lower = row.weight / 2, height + row.weight / 2
    ink: list[Ink] = []
    for k, shade in enumerate(row.shades):
        ink.extend(_shaded(sheet, shade, (row.edges[k], upper, row.edges[k + 1], lower)))
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


def _shaded(sheet: Sheet, shade: Shade, box: tuple[float, float, float, float]) -> Iterator[Ink]:
    if shade is Shade.HATCH:
        look = sheet.chart
        yield from _hatched(box, look.hatch * MM, look.hatch_weight)
    elif (grey := sheet.grey(shade)) is not None:
        yield Fill(*box, grey)


def split_row(sheet: Sheet, one: Slice, room: float) -> tuple[Slice, Slice] | None:
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
    longest = max(range(len(row.cells)), key=lambda k: len(row.cells[k]), default=0)
    if not any(upper) or not any(lower) or not upper[longest]:
        return None  # nor is a number left behind by the words that it counts
    first = row_slice(sheet, replace(row, least=0.0), upper, one.anchor)
    second = row_slice(sheet, replace(row, cells=lower, middle=False, least=0.0), lower, one.anchor)
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
