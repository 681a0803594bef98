"""A session that is over with nothing missing: the tests take one thing away at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.plan import (
    Chair,
    CopyPurpose,
    Locality,
    Official,
    Plan,
    Secretary,
    TimeKind,
    TimePlan,
)
from dialogue_desktop.domain.records import (
    Answer,
    Attendance,
    Conclusion,
    Opinion,
    Outcome,
    Records,
    Session,
    Turn,
    TurnState,
    Voice,
)
from dialogue_desktop.domain.stage import Stage

DAY = date(2026, 4, 24)
STARTED, ENDED = datetime(2026, 4, 24, 1, 0, tzinfo=UTC), datetime(2026, 4, 24, 4, 15, tzinfo=UTC)
ON = Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp", "xóm Đình")
E = Voice("Lò Văn Ế", "ông", "thôn Phú Ấp")

PLAN = Plan(
    "xa",
    2026,
    minutes_number="07",
    places=("Nhà văn hóa thôn Đồng Vạn",),
    time=TimePlan(TimeKind.EXACT, day=DAY),
    localities=(Locality("pa", "thôn", "Phú Ấp", households=198),),
    chairs=(Chair(Official("ct", "Đỗ Mạnh Tuyển", "Chủ tịch UBND xã")),),
    secretaries=(
        Secretary(Official("tk", "Lương Thị Mẫn", "Công chức Văn phòng", "bà")),
        Secretary(Official("dd", "Bùi Văn Ổn", "Đại diện Nhân dân"), citizen=True),
    ),
    copies=(CopyPurpose("niem-yet", "Niêm yết tại trụ sở", posted=True), CopyPurpose("luu", "Lưu hồ sơ")),
)
RECORDS = Records(
    Session("session", STARTED, ENDED, place="Nhà văn hóa thôn Đồng Vạn", people_total=198),
    turns=(Turn("t1", 1, 1.0, ON, state=TurnState.DONE, consent=True),),
    opinions=(
        Opinion(
            "y1", 1, turn_id="t1", text="Nước máy có váng vàng", field="Nước sinh hoạt", voices=(ON,),
            consent=True, outcome=Outcome.ANSWERED,
        ),
        Opinion(
            "y2", 2, turn_id="t1", text="Đường trục thôn ngập mỗi khi mưa", field="Giao thông", voices=(E,),
            consent=True, outcome=Outcome.WRITTEN, unit="Phòng Kinh tế", deadline=date(2026, 5, 8),
        ),
    ),
    answers=(Answer("a1", "y1", 1, text="Trạm Y tế lấy mẫu trong tuần này."),),
    attendance=(Attendance("h1", 0, "Hộ dân thôn Phú Ấp", "thôn Phú Ấp", 60, 54, 198, "hộ"),),
    conclusions=(Conclusion("k1", 0, "Lấy mẫu nước, thông báo kết quả tại nhà văn hóa."),),
)  # fmt: skip


def view(records: Records = RECORDS, plan: Plan = PLAN) -> ConferenceView:
    return ConferenceView("hn", "Hội nghị đối thoại thôn Phú Ấp", Stage.CONCLUDE, plan, records)


def with_row(part: str, at: int = 0, **wanted: Any) -> Records:
    """The records with fields of one row of a list changed."""
    rows = list(getattr(RECORDS, part))
    rows[at] = replace(rows[at], **wanted)
    changed: dict[str, Any] = {part: tuple(rows)}
    return replace(RECORDS, **changed)


def with_session(**wanted: Any) -> Records:
    return replace(RECORDS, session=replace(RECORDS.session, **wanted))
