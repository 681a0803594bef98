"""How the state of a prepared answer is shown: colour, icon and words together."""

from __future__ import annotations

from collections.abc import Mapping

from ui.opinions.matching import ANSWER_WORDS, BEYOND, MISSING, PREPARED
from ui.opinions.words import TYPING
from ui.state_looks import StateLook
from ui.theme import Role

ANSWERS: Mapping[str, StateLook] = {
    MISSING: StateLook(ANSWER_WORDS[MISSING], "Chưa có", "circle", Role.TEXT2),
    PREPARED: StateLook(ANSWER_WORDS[PREPARED], "Đã chuẩn bị", "checkmark_circle", Role.OK),
    BEYOND: StateLook(ANSWER_WORDS[BEYOND], "Vượt thẩm quyền", "arrow_circle_up", Role.WAIT),
    TYPING: StateLook("Đang gõ dở", "Đang gõ dở", "edit", Role.WARN),
}
