"""The first screen's data for tests and pictures: the invented commune of Minh Khê, 15 April 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.home_view import ConferenceCard, HomeView, TaskRow
from tests.ui.recorder import Recorder
from ui.actions import Actions
from ui.bridge import Bridge
from ui.context import Context, ServiceHolder
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.toast import Toast

TODAY = date(2026, 4, 15)
NAMES = "Đồng Vạn – Phú Ấp"


def task(number: int, title: str, unit: str, where: str, days: int | None, *, done: bool = False) -> TaskRow:
    due = None if days is None else TODAY + timedelta(days=days)
    state = (
        "undated" if days is None
        else "late" if days < 0
        else "today" if days == 0
        else "soon" if days <= 7
        else "later"
    )  # fmt: skip
    return TaskRow(f"t{number}", "c1", title, unit, where, due, state, done)


TASKS = (
    task(1, "Niêm yết thông báo tại nhà văn hóa thôn Phú Ấp", "Văn phòng HĐND và UBND", NAMES, -1),
    task(2, "Trình ký 64 giấy mời đợt 1", "Văn phòng HĐND và UBND", NAMES, 0),
    task(3, "Giao trả lời 15 ý kiến chưa có người trả lời", "Chánh Văn phòng", NAMES, 0),
    task(4, "Nhận văn bản trả lời về trạm biến áp Bến Lở", "Phòng Kinh tế", "Bến Lở – Gò Mít", 0),
    task(5, "Thu phiếu và bảng tổng hợp ý kiến của hai thôn", "Trưởng thôn", NAMES, 2),
    task(6, "Phát giấy mời tới hộ dân", "Ban công tác Mặt trận thôn", NAMES, 2),
    task(7, "Họp rà soát nội dung trả lời với Chủ tịch, 14 giờ 00", "Chánh Văn phòng", NAMES, 5),
    task(8, "Gửi dự thảo trả lời các ý kiến thuộc lĩnh vực", "5 đơn vị", NAMES, 7),
    task(9, "Báo cáo kết quả lên cấp trên", "Văn phòng HĐND và UBND", NAMES, 28),
    task(10, "Họp rút kinh nghiệm", "Văn phòng HĐND và UBND", NAMES, None),
)

CARDS = (
    ConferenceCard(
        "c1", "Thôn Đồng Vạn và thôn Phú Ấp", "Thứ Sáu 24/4/2026, 8 giờ 00, Nhà văn hóa thôn Đồng Vạn",
        1, 0.55, "giao trả lời 15 trên 46 ý kiến", "Giao trả lời", "opinions",
    ),
    ConferenceCard(
        "c2", "Thôn Bến Lở và thôn Gò Mít", "Đã họp 26/3/2026, 21 ý kiến, 12 cam kết", 5, 0.5,
        "2 cam kết chưa xong, 1 đến hạn hôm nay", "Theo dõi", "follow_up",
    ),
    ConferenceCard(
        "c3", "Thanh niên toàn xã", "Dự kiến quý III/2026, chưa định ngày", 0, 0.55,
        "chọn thời gian và địa điểm (bước 3/9)", "Viết tiếp", "plan",
    ),
)  # fmt: skip

FULL = HomeView(TODAY, TASKS, CARDS, 1, 3, datetime(2026, 4, 15, 7, 30, tzinfo=UTC))
EMPTY = HomeView(TODAY)


def context(look: Look, host: Any, tasks: Tasks, recorder: Recorder | None = None) -> Context:
    """All that a page is given, with a clock that stands still and no services yet."""
    clock = FixedClock(datetime(2026, 4, 15, 0, 45, 12, tzinfo=UTC))
    return Context(
        look, tasks, recorder or Recorder(), Actions(), Bridge(), clock, Toast(look, host), ServiceHolder()
    )
