"""What was said in a session before the chair concludes."""

from __future__ import annotations

from typing import Any

from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.records import Opinion, Outcome, Voice
from tests.live.hall import Hall

ROAD = "Đề nghị UBND xã sửa chữa đường trục thôn Phú Ấp, đoạn từ cổng làng ra cầu Ngòi"
DITCH = "Kênh tiêu ứ bèo nên mưa to là ngập lúa; đề nghị thủy nông cho vớt bèo và sửa cửa cống"


def say(
    hall: Hall, text: str, outcome: Outcome | None, name: str = "Nguyễn Đức Ưởng", **more: Any
) -> Opinion:
    """An opinion at the hall with what became of it."""
    facts = {"consent": True, **more}
    item = LiveItem(
        text=text, voices=(Voice(name, "ông", "thôn Phú Ấp"),), outcome=outcome,
        rounds=(Round(answerer="Trần Hữu Lẫm", text="Xin tiếp thu."),), **facts,
    )  # fmt: skip
    return hall.app.live.save_item(hall.cid, item)


def evening(hall: Hall) -> tuple[Opinion, ...]:
    """Answered, owed by a unit, and sent up without consent to be named."""
    hall.app.live.start(hall.cid)
    return (
        say(hall, "Điện yếu, tối quạt không chạy", Outcome.ANSWERED, "Bùi Văn Cường", field="Điện, nước"),
        say(hall, ROAD, Outcome.WRITTEN, unit="Phòng Kinh tế", field="Giao thông"),
        say(
            hall, DITCH, Outcome.ESCALATED, "Tạ Quang Đạo", consent=None, unit="Phòng Kinh tế",
            receiving_body="Công ty Khai thác công trình thủy lợi",
        ),
    )  # fmt: skip
