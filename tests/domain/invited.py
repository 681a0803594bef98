"""The plan of an invented commune with two thôn, its groups, seats and officials."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from itertools import count

from dialogue_desktop.domain.deadlines import Direction, Rule
from dialogue_desktop.domain.plan import (
    Chair,
    ChairRole,
    Duty,
    Issuer,
    Level,
    Locality,
    Official,
    ParticipantGroup,
    Plan,
    Quota,
    Secretary,
    TimeKind,
    TimePlan,
    UnitTasks,
)

DAY = date(2026, 4, 24)
HOST = Official("ct", "Phạm Quốc Thắng", "Chủ tịch Ủy ban nhân dân xã", "ông", "Ủy ban nhân dân xã")
WRITER = Official("tk", "Lương Thị Mẫn", "Công chức Văn phòng", "bà", "Văn phòng HĐND và UBND")
HEADS = (
    HOST,
    Official("kt", "Trần Hữu Lẫm", "Trưởng phòng Kinh tế", "ông", "Phòng Kinh tế"),
    Official("ca", "Vi Văn Đức", "Trưởng Công an xã", "ông", "Công an xã"),
    Official("dl", "Ngô Đình Quỳ", "Phó Giám đốc Điện lực Đông Lâm", "ông", "Điện lực khu vực Đông Lâm"),
)
GROUPS = (
    ParticipantGroup(
        "cap-xa", "Mời Thường trực Đảng ủy, lãnh đạo và thành viên Hội đồng nhân dân", expected=4
    ),
    ParticipantGroup("phong", "Trưởng các phòng chuyên môn; Trưởng Công an, Trạm Y tế xã"),
    ParticipantGroup("cap-tren", "Đại diện Điện lực khu vực Đông Lâm", Level.HIGHER, 1),
    ParticipantGroup("neu-moi", "Đại diện cơ quan báo chí (nếu mời)", Level.HIGHER),
    ParticipantGroup("thon", "Bí thư chi bộ, Trưởng thôn của {thon}", Level.LOCALITY, 4),
    ParticipantGroup("nhan-dan", "Nhân dân {thon}", Level.PEOPLE, 100),
)
PLAN = Plan(
    "ubnd_nhan_dan",
    2026,
    issuer=Issuer(name="Minh Khê"),
    whole_commune=False,
    localities=(
        Locality("dv", "thôn", "Đồng Vạn", "Nguyễn Hữu Đễ", households=210),
        Locality("pa", "thôn", "Phú Ấp", households=202),
    ),
    time=TimePlan(TimeKind.EXACT, DAY, time(8)),
    chairs=(Chair(HOST, ChairRole.CHAIR),),
    secretaries=(Secretary(WRITER),),
    officials=HEADS,
    participants=GROUPS,
    quotas=(Quota("dv", 60), Quota("pa", 40), Quota("pa", 15, "xóm Đình"), Quota("pa", 10, "xóm Bãi")),
    tasks=(
        UnitTasks(
            "vp",
            "Văn phòng",
            duties=(
                Duty(
                    "gm", "Gửi giấy mời đến đại biểu, {han}.", "Gửi giấy mời",
                    rule=Rule(direction=Direction.BEFORE, n=6),
                ),
                Duty("dua", "Đưa giấy mời trong thôn.", "Đưa giấy mời"),
            ),
        ),
    ),
)  # fmt: skip


def ids(prefix: str = "d") -> Callable[[], str]:
    """New ids, one after the other."""
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers)}"
