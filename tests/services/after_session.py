"""A session that is over, with what papers after it are made from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.plan import Chair, Official, Secretary, Signature
from dialogue_desktop.domain.records import Conclusion, Outcome, Voice
from tests.services.conftest import MovingClock

MONDAY = datetime(2026, 5, 4, 1, 0, tzinfo=UTC)  # 08:00 on the Monday after the holidays

MATTERS = (
    ("Cống qua đường trục thôn Đồng Vạn bị sập nắp, xe thồ không qua được", Outcome.ANSWERED, "", ""),
    ("Đề nghị nạo vét kênh N4 đoạn qua xóm Đình", Outcome.WRITTEN, "Phòng Kinh tế", ""),
    ("Thẻ bảo hiểm y tế của ba hộ ghi sai tên đệm", Outcome.WRITTEN, "Phòng Văn hóa - Xã hội", ""),
    ("Đường dây hạ thế võng sát mái nhà", Outcome.ESCALATED, "Văn phòng", "Điện lực khu vực Đông Giang"),
)
PEOPLE = ("Đào Văn Thuận", "Mạc Thị Sâm", "Hà Quang Lực", "Lã Thị Ngần")


def hold(app: App, cid: str, clock: MovingClock, *, many: int = 0) -> None:
    """Open, write down four opinions (and `many` more that are answered in writing), conclude, close."""
    plan = app.planning.plan(cid)
    chair = Chair(Official("ct", "Đỗ Mạnh Tuyển", "Chủ tịch UBND xã"))
    secretaries = (
        Secretary(Official("tk", "Lương Thị Mẫn", "Công chức Văn phòng", "bà")),
        Secretary(Official("dd", "Bùi Văn Ổn", "Đại diện Nhân dân"), citizen=True),
    )
    signature = Signature(plan.signature.lines, "Đỗ Mạnh Tuyển")
    app.planning.save_plan(
        cid,
        replace(plan, number="42", issued_on=date(2026, 4, 1), chairs=(chair,), secretaries=secretaries,
                signature=signature),
    )  # fmt: skip
    rows = app.live.start(cid).attendance
    app.live.set_attendance(cid, [replace(row, present=59) for row in rows])
    extra = tuple(
        (f"Đoạn rãnh thoát nước số {n} trước cửa hộ dân bị lấp", Outcome.WRITTEN, "Phòng Kinh tế", "")
        for n in range(1, many + 1)
    )
    for n, (text, outcome, unit, body) in enumerate((*MATTERS, *extra)):
        clock.step(60)
        app.live.save_item(
            cid,
            LiveItem(
                text=text,
                voices=(Voice(PEOPLE[n % 4], "ông" if n % 2 == 0 else "bà", "thôn Phú Ấp"),),
                rounds=(
                    Round(
                        text="Ủy ban nhân dân xã tiếp thu và trả lời như đã nêu.", answerer="Đỗ Mạnh Tuyển"
                    ),
                ),
                outcome=outcome,
                unit=unit,
                deadline=date(2026, 5, 8) if unit else None,
                receiving_body=body,
            ),
        )
    app.live.set_conclusions(cid, [Conclusion("", 0, "Nắp cống thôn Đồng Vạn đã được thay trong tháng 4")])
    clock.step(3600)
    app.live.end(cid)


def freeze(app: App, cid: str, clock: MovingClock) -> None:
    """The minutes are frozen; it is Monday the 4th of May."""
    app.closing.freeze(cid)
    clock.set(MONDAY)
