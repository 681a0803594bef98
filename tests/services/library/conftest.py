"""A plan with everything that is of one day only, from which profiles of the office are made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.deadlines import FixedDate
from dialogue_desktop.domain.plan import (
    Chair,
    Duty,
    LegalBasis,
    Locality,
    Official,
    Plan,
    PlannedSession,
    Signature,
    TimeKind,
    TimePlan,
    UnitTasks,
)

NAME, DESCRIPTION = "Đối thoại thôn vùng bãi", "Hai thôn ngoài đê, có dự phòng khi nước lên."


@pytest.fixture
def plan(app: App, cid: str) -> Plan:
    """The plan of the conference of 24/4/2026 with everything that is of that day only."""
    plan = app.planning.plan(cid)
    dated = Duty(
        "rieng", "Thu phiếu {han}.", "Thu phiếu", fixed=FixedDate(date(2026, 4, 15), inclusive=False)
    )
    first = replace(plan.tasks[1].duties[0], moved_to=date(2026, 4, 13), kept=True)
    return replace(
        plan,
        number="42",
        minutes_number="07",
        issued_on=date(2026, 4, 1),
        subject="Đối thoại giữa Ủy ban nhân dân xã Minh Khê với Nhân dân năm 2026",
        lead_in="UBND xã Minh Khê ban hành Kế hoạch năm 2026 (giai đoạn năm 2026 - 2030):",
        closing="Các đơn vị của xã Minh Khê thực hiện; xã Minh Khêu không liên quan.",
        bases=(
            *plan.bases,
            LegalBasis("x", "Căn cứ Nghị quyết ngày 16 tháng 6 năm 2026 của Đảng ủy xã Minh Khê"),
        ),
        chairs=(Chair(Official("ct", "Phạm Quốc Thắng", "Chủ tịch Ủy ban nhân dân")),),
        officials=(Official("kt", "Trần Hữu Lẫm", "Trưởng phòng Kinh tế"),),
        localities=tuple(replace(one, head="Đỗ Văn Sỹ") for one in plan.localities),
        signature=Signature(("CHỦ TỊCH",), "Phạm Quốc Thắng"),
        more_sessions=(
            PlannedSession(
                "s2",
                TimePlan(TimeKind.EXACT, date(2026, 9, 18), time(14)),
                ("Nhà văn hóa thôn Phú Ấp",),
                localities=(Locality("tv", "thôn", "Thượng Vĩnh Ổn", "Lò Văn Ế"),),
                topics="Thu hoạch vụ mùa năm 2026",
                conference="abc",
            ),
        ),
        tasks=(
            plan.tasks[0],
            UnitTasks("vp", "Văn phòng", "Giao Văn phòng", (first, dated)),
            *plan.tasks[2:],
        ),
    )
