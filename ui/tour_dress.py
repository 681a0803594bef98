"""In which dresses the tour looks at a window."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dress:
    """A way the windows may look; `mark` goes into the names of pictures."""

    mark: str
    words: str
    theme: str = "light"
    scale: float = 1.0


DRESSES = (
    Dress("toi", "nền tối", "dark"),
    Dress("150", "cỡ 150%", scale=1.5),
    Dress("200", "cỡ 200%", scale=2.0),
)
