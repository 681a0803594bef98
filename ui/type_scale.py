"""Sizes: the type scale in points and the unit u that every distance is a multiple of."""

from __future__ import annotations

from enum import Enum
from math import ceil
from typing import NamedTuple

FAMILY = "Be Vietnam Pro"
BODY_PT = 10.0
LINE_EM = 1.5  # Ể reaches 1.158 em up and Ệ 0.227 em down: nothing lower holds two lines apart

MIN_SCALE, MAX_SCALE = 1.0, 2.0


class Type(Enum):
    """Size in points and weight; the order is that of the design."""

    CAPTION = (9.0, 400)
    CAPTION_MEDIUM = (9.0, 500)
    CAPTION_STRONG = (9.0, 600)
    BODY = (10.0, 400)
    MEDIUM = (10.0, 500)
    STRONG = (10.0, 600)
    EDITOR = (12.0, 400)
    SECTION = (12.0, 600)
    TITLE = (16.0, 600)
    WALL_CLOCK = (18.0, 600)
    CLOCK = (26.0, 600)
    HALL_OFFICE = (20.0, 500)
    HALL_SMALL = (22.0, 400)
    HALL_SMALL_STRONG = (22.0, 600)
    HALL_ROW = (24.0, 400)
    HALL_ROW_STRONG = (24.0, 600)
    HALL_LABEL = (26.0, 400)
    HALL_TITLE = (28.0, 600)
    HALL = (30.0, 400)
    HALL_STRONG = (30.0, 600)
    HALL_PLACE = (34.0, 400)
    HALL_HEADING = (44.0, 600)
    HALL_NAME = (60.0, 600)
    HALL_CLOCK = (112.0, 600)

    @property
    def pt(self) -> float:
        return self.value[0]

    @property
    def weight(self) -> int:
        return self.value[1]


class Metrics(NamedTuple):
    """How large things are: `scale` 1.0–2.0 of the reader's choice, `dpi` of the screen."""

    scale: float = 1.0
    dpi: float = 96.0

    @property
    def em(self) -> float:
        """One em of body text in pixels."""
        return self.em_of(BODY_PT)

    @property
    def u(self) -> int:
        """The unit of space in pixels: 4 at 100 %, 6 at 150 %, 8 at 200 %."""
        return max(1, round(0.3 * self.em))

    @property
    def edge(self) -> int:
        """How thick a line is in pixels."""
        return max(1, round(self.u / 4))

    @property
    def ring(self) -> int:
        """How thick the focus ring is in pixels."""
        return max(2, round(self.u / 2))

    def em_of(self, pt: float) -> float:
        return pt * self.scale * self.dpi / 72.0

    def line(self, pt: float) -> int:
        """Height of one line of text in pixels, with room for Ấ, Ỡ, Ể and Ệ."""
        return ceil(LINE_EM * self.em_of(pt))

    def px(self, units: float) -> int:
        return round(units * self.u)


def clamp_scale(scale: float) -> float:
    return min(MAX_SCALE, max(MIN_SCALE, scale))
