"""How urgency and state are shown: colour, icon and words together."""

from __future__ import annotations

from collections.abc import Mapping

from dialogue_desktop.domain.after_records import CommitmentState
from dialogue_desktop.domain.board import Urgency
from ui.state_looks import FOLLOW_UP, StateLook
from ui.theme import Role

STATES: Mapping[CommitmentState, StateLook] = {
    CommitmentState.NOT_BEGUN: FOLLOW_UP["not_begun"],
    CommitmentState.DOING: FOLLOW_UP["doing"],
    CommitmentState.PART_DONE: FOLLOW_UP["part_done"],
    CommitmentState.PUT_OFF: FOLLOW_UP["put_off"],
    CommitmentState.WAITING: FOLLOW_UP["waiting"],
    CommitmentState.DONE: FOLLOW_UP["done"],
}
CARRIED = StateLook("Đã chuyển kỳ sau", "Kỳ sau", "arrow_right", Role.MUTE)

GROUPS: Mapping[Urgency, StateLook] = {
    Urgency.LATE: FOLLOW_UP["late"],
    Urgency.SOON: StateLook("Đến hạn trong 3 ngày", "Sắp đến hạn", "clock", Role.WARN),
    Urgency.IN_TIME: FOLLOW_UP["in_time"],
    Urgency.DONE: StateLook("Đã xong", "Đã xong", "checkmark_circle", Role.OK),
    Urgency.CARRIED: CARRIED,
}
#: The counts over the list, in their order; the waiting ones are among the others too.
WAITING = "cho_cap_tren"
COUNTS: Mapping[str, StateLook] = {
    Urgency.LATE.value: FOLLOW_UP["late"],
    Urgency.SOON.value: FOLLOW_UP["due_soon"],
    Urgency.IN_TIME.value: FOLLOW_UP["in_time"],
    WAITING: FOLLOW_UP["waiting"],
    Urgency.DONE.value: GROUPS[Urgency.DONE],
}
