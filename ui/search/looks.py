"""How the state of a found opinion is shown: colour, icon and words together."""

from __future__ import annotations

from collections.abc import Mapping

from dialogue_desktop.domain.opinion_state import STATE_LABELS, OpinionState
from dialogue_desktop.domain.records import Outcome
from ui.state_looks import OUTCOMES, StateLook
from ui.theme import Role

STATES: Mapping[str, StateLook] = {
    **{outcome.value: OUTCOMES[number] for number, outcome in enumerate(Outcome, start=1)},
    OpinionState.UNANSWERED.value: StateLook(
        STATE_LABELS[OpinionState.UNANSWERED], "Chưa trả lời", "circle", Role.TEXT2
    ),
    OpinionState.PREPARED.value: StateLook(
        STATE_LABELS[OpinionState.PREPARED], "Đã chuẩn bị", "edit", Role.ACCENT
    ),
}
