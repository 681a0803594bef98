"""Tables of a PDF page by the lines that are drawn around their cells (P13)."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

#: Points: lines nearer than this are one, and a rectangle thinner than this is a line.
_NEAR = 2.5
_SHORTEST = 8.0
_MOST_EDGES = 4000
_POINT = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PdfTable:
    """Rows from the top down; `top` and `bottom` are where the table stands on the page."""

    top: float
    bottom: float
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A drawn line: at `at` across, from `low` to `high` along."""

    at: float
    low: float
    high: float


def tables_of_page(page: Any, text_in: Callable[[float, float, float, float], str]) -> list[PdfTable]:
    """The tables with at least two rows and two columns, from the top of the page down. `text_in` gives the
    text inside (left, bottom, right, top)."""
    flat, upright = _edges(page)
    if not flat or not upright or len(flat) + len(upright) > _MOST_EDGES:
        return []
    found = []
    for own_flat, own_upright in _groups(flat, upright):
        table = _table(own_flat, own_upright, text_in)
        if table is not None:
            found.append(table)
    return sorted(found, key=lambda table: -table.top)


# --- lines ----------------------------------------------------------------------------------------------


def _edges(page: Any) -> tuple[list[_Edge], list[_Edge]]:
    """(flat, upright) lines of the page, also the sides of rectangles."""
    import pypdfium2.raw as raw

    flat: list[_Edge] = []
    upright: list[_Edge] = []
    for drawn in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=4):
        for one, other in _segments(drawn, raw):
            (x0, y0), (x1, y1) = one, other
            if abs(y0 - y1) < _NEAR <= abs(x0 - x1):
                flat.append(_Edge((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) < _NEAR <= abs(y0 - y1):
                upright.append(_Edge((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return [edge for edge in flat if edge.high - edge.low > _SHORTEST], _long(upright)


def _long(edges: list[_Edge]) -> list[_Edge]:
    return [edge for edge in edges if edge.high - edge.low > _SHORTEST]


def _segments(drawn: Any, raw: Any) -> Iterator[tuple[_POINT, _POINT]]:
    matrix = drawn.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    start: _POINT | None = None
    last: _POINT | None = None
    for at in range(min(raw.FPDFPath_CountSegments(drawn.raw), _MOST_EDGES)):
        segment = raw.FPDFPath_GetPathSegment(drawn.raw, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO and last is not None:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment) and start is not None:
            yield last, start


def _groups(flat: list[_Edge], upright: list[_Edge]) -> Iterator[tuple[list[_Edge], list[_Edge]]]:
    """Lines that hang together."""
    waiting = list(upright)
    rest = list(flat)
    while waiting:
        own_upright, own_flat = [waiting.pop()], list[_Edge]()
        grown = True
        while grown:
            new_flat = [one for one in rest if any(_meet(one, other) for other in own_upright)]
            rest = [one for one in rest if one not in new_flat]
            own_flat += new_flat
            new_upright = [one for one in waiting if any(_meet(other, one) for other in own_flat)]
            waiting = [one for one in waiting if one not in new_upright]
            own_upright += new_upright
            grown = bool(new_flat or new_upright)
        yield own_flat, own_upright


def _meet(flat: _Edge, upright: _Edge) -> bool:
    return (
        flat.low - _NEAR <= upright.at <= flat.high + _NEAR
        and upright.low - _NEAR <= flat.at <= upright.high + _NEAR
    )


# --- cells ----------------------------------------------------------------------------------------------


def _table(
    flat: list[_Edge], upright: list[_Edge], text_in: Callable[[float, float, float, float], str]
) -> PdfTable | None:
    xs, ys = _places(upright), _places(flat)[::-1]
    if len(xs) < 3 or len(ys) < 3:
        return None
    rows: list[tuple[str, ...]] = []
    above: list[str] = []
    for top, bottom in pairwise(ys):
        middle = (top + bottom) / 2
        walls = [at for at, x in enumerate(xs) if at in (0, len(xs) - 1) or _drawn(upright, x, middle)]
        cells: list[str] = []
        columns: list[str] = [""] * (len(xs) - 1)
        for left, right in pairwise(walls):
            across = (xs[left] + xs[right]) / 2
            if rows and not _drawn(flat, top, across):
                text = above[left]  # goes on from the cell above
            else:
                low = _floor(flat, ys, bottom, across)
                text = " ".join(text_in(xs[left] + 1, low + 1, xs[right] - 1, top - 1).split())
            cells.append(text)
            columns[left:right] = [text] * (right - left)
        rows.append(tuple(cells))
        above = columns
    if not any(cell for row in rows for cell in row):
        return None
    return PdfTable(ys[0], ys[-1], tuple(rows))


def _places(edges: Sequence[_Edge]) -> list[float]:
    """Where lines stand, those that are near one another as one."""
    found: list[float] = []
    for at in sorted(edge.at for edge in edges):
        if not found or at - found[-1] > _NEAR:
            found.append(at)
    return found


def _drawn(edges: Sequence[_Edge], at: float, along: float) -> bool:
    return any(
        abs(edge.at - at) <= _NEAR and edge.low - _NEAR <= along <= edge.high + _NEAR for edge in edges
    )


def _floor(flat: Sequence[_Edge], ys: Sequence[float], bottom: float, across: float) -> float:
    """The lower side of a cell that may reach over several rows."""
    below = [y for y in ys if y <= bottom]
    return next((y for y in below if _drawn(flat, y, across)), below[-1])
