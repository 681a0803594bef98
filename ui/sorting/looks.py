"""How sure a suggestion is, shown: colour, icon and words together."""

from __future__ import annotations

from collections.abc import Mapping

from ui.sorting.words import BEYOND, GROUPS, NONE, RATHER, SURE, UNSURE
from ui.state_looks import StateLook
from ui.theme import Role

SURENESS: Mapping[str, StateLook] = {
    SURE: StateLook(GROUPS[SURE], "Chắc", "checkmark_circle", Role.OK),
    RATHER: StateLook(GROUPS[RATHER], "Khá chắc", "circle_half_fill", Role.ACCENT),
    UNSURE: StateLook(GROUPS[UNSURE], "Chưa chắc", "circle", Role.WARN),
    NONE: StateLook(GROUPS[NONE], "Chưa có", "question_circle", Role.TEXT2),
    BEYOND: StateLook("Có thể vượt thẩm quyền", "Cần xem", "arrow_circle_up", Role.WAIT),
}
