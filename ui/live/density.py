"""How much fits: the three arrangements of the screen, by its size in u."""

from __future__ import annotations

from enum import IntEnum


class Density(IntEnum):
    """FULL: queue, work and side pane. MEDIUM: the side pane is a strip. SMALL: the queue is one too,
    and only one editor is open."""

    SMALL = 1
    MEDIUM = 2
    FULL = 3


_FULL = (335, 140)  # width and height in u; with less the outcomes' words have no room beside their digits
_MEDIUM = (190, 98)


def density_of(width: int, height: int, u: int) -> Density:
    """From pixels; 1366×698 is FULL at 100 %, MEDIUM at 150 % and SMALL at 200 %."""
    wide, high = width / u, height / u
    if wide >= _FULL[0] and high >= _FULL[1]:
        return Density.FULL
    if wide >= _MEDIUM[0] and high >= _MEDIUM[1]:
        return Density.MEDIUM
    return Density.SMALL
