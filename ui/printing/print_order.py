"""Which pages go on which side of which sheet: the order of a print job, without any printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is asked of a job over one PDF.

    `first` and `last` are page numbers from 1, both printed; `last` 0 is the last page. `starts` are
    the numbers of the pages where a labelled copy begins: printed on both sides, a copy of an odd
    number of pages must not have the next copy's first page on its back. `title` names the job in the
    printer's queue.
    """

    first: int = 1
    last: int = 0
    copies: int = 1
    duplex: bool = False
    starts: tuple[int, ...] = (1,)
    title: str = "Biên bản"


def pages_of(order: PrintOrder, count: int) -> tuple[int | None, ...]:
    """The page numbers of ONE pass over a PDF of `count` pages; None is a side left white."""
    last = order.last or count
    chosen = range(max(1, order.first), min(last, count) + 1)
    sides: list[int | None] = []
    for number in chosen:
        if order.duplex and len(sides) % 2 and number in order.starts:
            sides.append(None)
        sides.append(number)
    return tuple(sides)


def whole_job(order: PrintOrder, count: int) -> tuple[int | None, ...]:
    """All passes one after the other, for a printer that cannot repeat a job by itself."""
    one = pages_of(order, count)
    filled = (*one, None) if order.duplex and len(one) % 2 else one
    return filled * (max(1, order.copies) - 1) + one


def sheets(order: PrintOrder, count: int) -> int:
    """How many sheets of paper the job takes."""
    sides = len(pages_of(order, count))
    return (-(-sides // 2) if order.duplex else sides) * max(1, order.copies)


def starts_of(lengths: Sequence[int]) -> tuple[int, ...]:
    """Page numbers where copies of these many pages begin when they stand one behind the other."""
    starts, page = [], 1
    for length in lengths:
        starts.append(page)
        page += length
    return tuple(starts)


@dataclass(frozen=True, slots=True)
class Edges:
    """White at the edges of a page, or what a printer cannot reach, in millimetres."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


_SIDES = (("left", "trái"), ("top", "trên"), ("right", "phải"), ("bottom", "dưới"))

#: Less than this is lost in the play of the paper, millimetres.
TOLERANCE_MM = 0.3


def margin_warning(white: Edges, unreachable: Edges) -> str:
    """A sentence where ink stands where the printer cannot print; "" when all fits."""
    cut = [
        f"{words} {_mm(getattr(unreachable, side))} mm"
        for side, words in _SIDES
        if getattr(unreachable, side) > getattr(white, side) + TOLERANCE_MM
    ]
    if not cut:
        return ""
    return f"Máy in này không in được sát mép ({', '.join(cut)}), chữ ở mép có thể bị mất."


def _mm(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")
