"""How each state is shown: always a colour, an icon and words together (design.md §2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ui.theme import Role


@dataclass(frozen=True, slots=True)
class StateLook:
    """`words` in full, `short` for narrow places, `icon` a 20 icon that has a _16 form."""

    words: str
    short: str
    icon: str
    role: Role


# The digit is the one that the secretary presses (F7 then 1-7, or Ctrl+1-7).
OUTCOMES: Mapping[int, StateLook] = {
    1: StateLook("Trả lời tại chỗ", "Trả lời tại chỗ", "checkmark_circle", Role.OK),
    2: StateLook("Trả lời một phần", "Một phần", "circle_half_fill", Role.WARN),
    3: StateLook("Hẹn văn bản", "Hẹn văn bản", "mail", Role.WARN),
    4: StateLook("Chuyển cấp trên", "Chuyển cấp trên", "arrow_circle_up", Role.WAIT),
    5: StateLook("Ngoài nội dung", "Ngoài nội dung", "arrow_reply", Role.MUTE),
    6: StateLook("Từ chối", "Từ chối", "prohibited", Role.BAD),
    7: StateLook("Ghi nhận", "Ghi nhận", "note", Role.MUTE),
}

FOLLOW_UP: Mapping[str, StateLook] = {
    "not_begun": StateLook("Chưa làm", "Chưa làm", "circle", Role.MUTE),
    "doing": StateLook("Đang làm", "Đang làm", "circle_half_fill", Role.ACCENT),
    "in_time": StateLook("Còn hạn", "Còn hạn", "circle_half_fill", Role.ACCENT),
    "part_done": StateLook("Xong một phần", "Một phần", "circle_half_fill", Role.WARN),
    "done": StateLook("Xong", "Xong", "checkmark_circle", Role.OK),
    "put_off": StateLook("Đã lùi hạn", "Lùi hạn", "calendar_clock", Role.MUTE),
    "waiting": StateLook("Chờ cấp trên", "Cấp trên", "arrow_circle_up", Role.WAIT),
    "beyond": StateLook("Vượt thẩm quyền", "Vượt thẩm quyền", "arrow_circle_up", Role.WAIT),
    "due_soon": StateLook("Sắp đến hạn", "Sắp hạn", "clock", Role.WARN),
    "late": StateLook("Trễ hạn", "Trễ", "error_circle", Role.BAD),
}

DOCUMENTS: Mapping[str, StateLook] = {
    "draft": StateLook("Dự thảo", "Dự thảo", "edit", Role.MUTE),
    "signed": StateLook("Đã ký", "Đã ký", "signature", Role.OK),
    "sent": StateLook("Đã gửi", "Đã gửi", "send", Role.OK),
    "posted": StateLook("Đã niêm yết", "Đã niêm yết", "send", Role.OK),
}
