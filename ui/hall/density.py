"""Sizes of type in the hall by the room that the screen has; name and clock keep theirs on all of them."""

from __future__ import annotations

from typing import NamedTuple

from ui.type_scale import Type

FULL_SIZE = (1920, 1080)
#: Below this the whole picture is drawn smaller instead: there is no room for a name of 60 pt.
LEAST = (1024, 720)
_ROOMY_UNITS = (380, 225)


class Sizes(NamedTuple):
    """Kinds of type, then distances in u."""

    roomy: bool
    title: Type
    wall: Type
    state: Type
    place: Type
    limit: Type
    warning: Type
    row: Type
    row_now: Type
    next_label: Type
    next: Type
    after: Type
    foot: Type
    foot_strong: Type
    margin: float
    header: float
    footer: float
    gap: float
    row_gap: float


ROOMY = Sizes(
    True, Type.HALL_TITLE, Type.HALL_HEADING, Type.HALL_TITLE, Type.HALL_PLACE, Type.HALL_LABEL,
    Type.HALL_STRONG, Type.HALL_ROW, Type.HALL_ROW_STRONG, Type.HALL_LABEL, Type.HALL_STRONG, Type.HALL,
    Type.HALL_SMALL, Type.HALL_SMALL_STRONG, margin=16, header=36, footer=19, gap=6, row_gap=6,
)  # fmt: skip
TIGHT = Sizes(
    False, Type.HALL_SMALL_STRONG, Type.HALL_STRONG, Type.HALL_SMALL_STRONG, Type.HALL_LABEL,
    Type.HALL_SMALL, Type.HALL_ROW_STRONG, Type.HALL_SMALL, Type.HALL_SMALL_STRONG, Type.HALL_SMALL,
    Type.HALL_ROW_STRONG, Type.HALL_ROW, Type.HALL_SMALL, Type.HALL_SMALL_STRONG,
    margin=9, header=16, footer=13, gap=3, row_gap=2,
)  # fmt: skip


def sizes_for(width: int, height: int, u: int) -> Sizes:
    wide, high = _ROOMY_UNITS
    return ROOMY if width >= wide * u and height >= high * u else TIGHT
