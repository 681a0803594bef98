"""How the state of a prepared answer is shown: colour, icon and words together."""

from __future__ import annotations

from collections.abc import Mapping

from ui.opinions.matching import ANSWER_WORDS, BEYOND, DRAFTING, LATE, PREPARED, UNASSIGNED
from ui.opinions.words import TYPING
from ui.state_looks import StateLook
from ui.theme import Role


def _look(state: str, icon: str, role: Role) -> StateLook:
    return StateLook(ANSWER_WORDS[state], ANSWER_WORDS[state], icon, role)


ANSWERS: Mapping[str, StateLook] = {
    UNASSIGNED: _look(UNASSIGNED, "circle", Role.TEXT2),
    DRAFTING: _look(DRAFTING, "edit", Role.TEXT2),
    LATE: _look(LATE, "error_circle", Role.BAD),
    PREPARED: _look(PREPARED, "checkmark_circle", Role.OK),
    BEYOND: _look(BEYOND, "arrow_circle_up", Role.WAIT),
    TYPING: StateLook("Đang gõ dở", "Đang gõ dở", "edit", Role.WARN),
}
