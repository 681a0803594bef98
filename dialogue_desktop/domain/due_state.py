"""How a day stands to today; light enough for the first screen."""

from __future__ import annotations

from datetime import date, timedelta

SOON_DAYS = 7


def due_state(due: date | None, today: date) -> str:
    """ "late", "today", "soon" (within seven days), "later" or "undated"."""
    if due is None:
        return "undated"
    if due < today:
        return "late"
    if due == today:
        return "today"
    return "soon" if due <= today + timedelta(days=SOON_DAYS) else "later"
