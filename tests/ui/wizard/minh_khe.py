"""A plan of two thôn in the spring of 2026, with deadlines that want a decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, Rule
from dialogue_desktop.domain.plan import Duty, Issuer, Locality, Plan, TimeKind, TimePlan, UnitTasks
from tests.data.loc_thinh import loc_thinh_plan

SPRING = datetime(2026, 3, 31, 3, 22, 31, tzinfo=UTC)


def minh_khe() -> Plan:
    """Two thôn, Friday 24/4/2026, with the duties of the picture "plan-wizard"."""
    before, after = Direction.BEFORE, Direction.AFTER
    working, calendar = DayUnit.WORKING, DayUnit.CALENDAR

    def duty(key: str, summary: str, n: int, unit: DayUnit, way: Direction) -> Duty:
        rule = Rule(Anchor.CONFERENCE_DAY, way, n, unit, wording="chậm nhất", clause="mục III.2 của Kế hoạch")
        return Duty(key, f"{summary} {{han}}.", summary, rule)

    return replace(
        loc_thinh_plan(),
        year=2026,
        issuer=Issuer(name="Minh Khê", province="tỉnh Thanh Hóa"),
        issued_on=date(2026, 3, 31),
        time=TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8), time(10, 45), year=2026),
        whole_commune=False,
        localities=(Locality("a", "thôn", "Đồng Vạn"), Locality("b", "thôn", "Phú Ấp")),
        tasks=(
            UnitTasks(
                "vp",
                "Văn phòng",
                "Giao Văn phòng",
                (
                    duty("gui", "Gửi giấy mời", 5, working, before),
                    duty("bao-cao", "Báo cáo cấp trên", 10, working, after),
                    duty("niem-yet", "Niêm yết kết luận", 5, working, after),
                ),
            ),
            UnitTasks(
                "thon",
                "Hai trưởng thôn",
                "Giao trưởng thôn",
                (duty("tong-hop", "Tổng hợp ý kiến của thôn", 5, calendar, before),),
            ),
        ),
    )
