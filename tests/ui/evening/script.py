"""The whole evening in the order in which it happens."""

from __future__ import annotations

from tests.ui.evening import hall_ends, hall_fills, hall_later, hall_speaks
from tests.ui.evening.kinds import Event, Speaks

EVENTS: tuple[Event, ...] = (*hall_fills.EVENTS, *hall_speaks.EVENTS, *hall_later.EVENTS, *hall_ends.EVENTS)

#: The number, from 1, of the event in whose middle the power goes.
POWER_CUT = next(
    number for number, event in enumerate(EVENTS, start=1) if isinstance(event, Speaks) and event.cut
)
