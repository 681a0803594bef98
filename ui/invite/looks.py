"""How the state of an invitation is shown: colour, icon and words together."""

from __future__ import annotations

from collections.abc import Mapping

from dialogue_desktop.domain.inviting import InviteState
from ui.state_looks import StateLook
from ui.theme import Role

TYPING = "typing"  # a form of this line was left half typed

STATES: Mapping[str, StateLook] = {
    InviteState.HOST: StateLook("Không cần giấy mời", "Ban tổ chức", "person", Role.TEXT2),
    InviteState.OPEN: StateLook("Chưa có tên", "Chưa có tên", "circle", Role.TEXT2),
    InviteState.UNSENT: StateLook("Chưa gửi giấy mời", "Chưa gửi", "circle", Role.TEXT2),
    InviteState.OVERDUE: StateLook("Quá hạn, chưa gửi", "Quá hạn gửi", "error_circle", Role.BAD),
    InviteState.SENT: StateLook("Đã gửi, chưa trả lời", "Đã gửi", "mail", Role.ACCENT),
    InviteState.COMING: StateLook("Sẽ dự", "Sẽ dự", "checkmark_circle", Role.OK),
    InviteState.NOT_COMING: StateLook("Không dự", "Không dự", "prohibited", Role.WARN),
    InviteState.REPLACED: StateLook("Có người dự thay", "Người thay", "people_swap", Role.OK),
    InviteState.PRESENT: StateLook("Có mặt", "Có mặt", "person_available", Role.OK),
    InviteState.ABSENT: StateLook("Vắng", "Vắng", "dismiss_circle", Role.WARN),
    TYPING: StateLook("Đang gõ dở", "Đang gõ dở", "edit", Role.WARN),
}
