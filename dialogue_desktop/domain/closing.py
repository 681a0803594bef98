"""What is missing before the minutes may be frozen, and what already adds up (M3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogue_desktop.domain import (
    closing_conclusions,
    closing_counts,
    closing_opinions,
    closing_posted,
    closing_session,
)
from dialogue_desktop.domain.closing_around import NOTHING, Around
from dialogue_desktop.domain.closing_gap import Found
from dialogue_desktop.domain.closing_gap import Gap as Gap
from dialogue_desktop.domain.closing_gap import opening as opening
from dialogue_desktop.domain.closing_gap import who as who
from dialogue_desktop.domain.conference import ConferenceView


@dataclass(frozen=True, slots=True)
class ClosingCheck:
    """`missing` stands in the way of right minutes; `review` is worth a look and blocks nothing."""

    missing: tuple[Gap, ...]
    complete: tuple[str, ...]
    review: tuple[Gap, ...] = ()


def check(view: ConferenceView, around: Around = NOTHING) -> ClosingCheck:
    """Look at everything the minutes need, in the order in which they are read."""
    gaps: list[Gap] = []
    complete: list[str] = []
    parts: tuple[Callable[[], Found], ...] = (
        lambda: closing_session.hours(view),
        lambda: closing_session.people(view),
        lambda: closing_session.typed(view, around),
        lambda: closing_session.turns(view),
        lambda: closing_opinions.words_and_outcomes(view),
        lambda: closing_opinions.marked(view),
        lambda: closing_opinions.names(view),
        lambda: closing_opinions.promises(view, around),
        lambda: closing_opinions.fields(view),
        lambda: closing_counts.attendance(view),
        lambda: closing_conclusions.conclusions(view, around),
        lambda: closing_posted.number(view, around),
        lambda: closing_posted.copies(view),
        lambda: closing_posted.accusations(view),
        lambda: closing_posted.consents(view),
    )
    for part in parts:
        found, lines = part()
        gaps += found
        complete += lines
    return ClosingCheck(
        tuple(gap for gap in gaps if not gap.review),
        tuple(complete),
        tuple(gap for gap in gaps if gap.review),
    )
