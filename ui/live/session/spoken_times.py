"""Times of a turn as text and back: "08:41:07" on the day of the session."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from dialogue_desktop.domain.records import Span
from dialogue_desktop.domain.wall_time import from_wall, on_wall

_CLOCK = re.compile(r"\s*(\d{1,2})\s*[:hg.]\s*(\d{1,2})(?:\s*[:mp.]\s*(\d{1,2}))?\s*[s\"]?\s*")
_EXAMPLE = "viết như 08:41:07"


def clock_text(at: datetime | None) -> str:
    """ "08:41:07" on the office's wall; empty while it runs."""
    return on_wall(at).strftime("%H:%M:%S") if at is not None else ""


def read_clock(text: str, near: datetime) -> datetime:
    """The moment that is meant, on the day of `near`. ValueError with one sentence."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise ValueError(f"Không hiểu giờ “{text.strip()[:20]}”: {_EXAMPLE}.")
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"Không có giờ “{text.strip()[:20]}”: {_EXAMPLE}.")
    return from_wall(datetime.combine(on_wall(near).date(), time(hour, minute, second)))


def check_spans(spans: tuple[Span, ...], now: datetime) -> str:
    """What is wrong with corrected times, one sentence; empty when nothing is."""
    last: datetime | None = None
    for span in spans:
        if span.start > now + timedelta(seconds=1) or (span.end or span.start) > now + timedelta(seconds=1):
            return "Giờ nói không thể ở sau giờ hiện tại."
        if span.end is not None and span.end < span.start:
            return "Giờ kết thúc phải sau giờ bắt đầu."
        if last is not None and span.start < last:
            return "Các đoạn nói phải nối tiếp nhau, không chồng lên nhau."
        last = span.end
    return ""
