"""From UTC to the clock on the office's wall."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "giờ Việt Nam")


def on_wall(at: datetime) -> datetime:
    """The aware time as the machine's own clock shows it.

    The machine's setting rules, even an odd one, because the secretary reads her own clock. A machine
    that runs in UTC is a server without a wall; there it is Vietnam's time.
    """
    local = at.astimezone()
    return local if local.utcoffset() else at.astimezone(VIETNAM)


def from_wall(wall: datetime) -> datetime:
    """A naive time as read off the wall, made aware; the inverse of `on_wall`."""
    local = wall.astimezone()
    return local if local.utcoffset() else wall.replace(tzinfo=VIETNAM)
