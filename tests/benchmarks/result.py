"""One measured value beside its goal."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured (in Vietnamese, for the table), its value, and the most it may be (None: to know).

    `unit` stands behind both numbers: "lần" for a ratio, "ms", "MiB", "thư viện".
    """

    name: str
    value: float
    goal: float | None
    unit: str = "lần"

    @property
    def passed(self) -> bool:
        """Whether the value is within its goal; a value for information always is."""
        return self.goal is None or self.value <= self.goal


def paired_ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Median of the ratios of pairs measured one after the other: a busy machine slows both alike."""
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share (0 to 1) of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
