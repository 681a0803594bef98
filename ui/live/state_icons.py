"""The looks of outcomes and of the clock's levels."""

from __future__ import annotations

from dialogue_desktop.domain.records import Outcome
from ui.state_looks import OUTCOMES, StateLook
from ui.theme import Role
from ui.turn_clock import Level

ORDER = tuple(Outcome)


def outcome_look(outcome: Outcome) -> StateLook:
    return OUTCOMES[ORDER.index(outcome) + 1]


LEVEL_ROLES = {
    Level.STILL: Role.MUTE,
    Level.NORMAL: Role.ACCENT,
    Level.WARN: Role.WARN,
    Level.OVER: Role.BAD,
}
