"""What the bar says while the disk takes nothing, and what is offered of an earlier run."""

from __future__ import annotations

from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.services.away import Away, Found, Reason
from ui.live.session.screen import Offer, Trouble

_FACTS = {
    Reason.FULL: "Ổ đĩa đã đầy nên chưa ghi được.",
    Reason.LOCKED: "Chương trình khác đang giữ tệp dữ liệu.",
    Reason.READ_ONLY: "Ổ đĩa chỉ cho đọc nên chưa ghi được.",
    Reason.GONE: "Không thấy ổ đĩa hoặc thư mục dữ liệu.",
    Reason.DAMAGED: "Tệp dữ liệu bị hỏng.",
    Reason.OTHER: "Ổ đĩa gặp lỗi nên chưa ghi được.",
}
_TODO = {
    Reason.FULL: "Xóa bớt tệp không cần; có chỗ trống là chương trình tự ghi.",
    Reason.LOCKED: "Tệp được thả ra là chương trình tự ghi.",
    Reason.READ_ONLY: "Mở lại quyền ghi; ghi được là chương trình tự ghi.",
    Reason.GONE: "Cắm lại ổ đĩa; thấy lại dữ liệu là chương trình tự ghi.",
    Reason.DAMAGED: "Xong phiên, khôi phục bản sao lưu rồi mở phiên để đưa tệp cứu vào.",
    Reason.OTHER: "Kiểm tra dây cắm; ghi được là chương trình tự ghi.",
}


def trouble(away: Away) -> Trouble:
    """What happened; what is safe; what to do."""
    what = f"{away.acts} việc và chữ đang gõ" if away.acts else "chữ đang gõ"
    if away.rescued:
        safe, short = f"Cứ làm tiếp: {what} được giữ ở tệp cứu.", "Cứ làm tiếp."
    else:
        safe = f"Cứ làm tiếp, chưa tắt máy: {what} mới giữ được trong bộ nhớ."
        short = "Đừng tắt máy."
    return Trouble(_FACTS[away.reason], f"{safe} {_TODO[away.reason]}", short, away.acts)


def back(held: int) -> str:
    """Said once when the disk takes everything again."""
    return f"Đã ghi xong {held} việc và chữ đang gõ." if held else "Đã ghi xong chữ đang gõ."


def offer(found: Found) -> Offer:
    """ "Có chữ cứu lại từ 19:42." with what it is."""
    what = [f"{found.acts} việc"] if found.acts else []
    what += ["chữ đang gõ"] if found.words else []
    return Offer(
        f"Có chữ cứu lại từ {on_wall(found.at):%H:%M ngày %d/%m}.",
        f"{' và '.join(what)} khi đó chưa ghi được vào dữ liệu.".capitalize(),
    )
