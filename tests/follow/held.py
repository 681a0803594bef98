"""A conference that was held on 24/4/2026 in two thôn, with five promises, its minutes frozen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.plan import Issuer, Locality, TimeKind, TimePlan
from dialogue_desktop.domain.records import Conclusion, Outcome, Voice
from dialogue_desktop.services.follow_up import Key
from tests.services.conftest import MovingClock

EVENING = datetime(2026, 4, 24, 1, 0, tzinfo=UTC)  # 08:00 in the hall
#: Thursday 7/5/2026, the day on which promises are looked after.
LATER = datetime(2026, 5, 7, 1, 0, tzinfo=UTC)

CANAL, TRAFO, FEE, WATER = "cam-kenh", "cam-tram", "cam-phi", "cam-nuoc"


def _item(
    text: str, name: str, place: str, outcome: Outcome, unit: str, day: date | None, **more: object
) -> LiveItem:
    made = LiveItem(
        text=text,
        voices=(Voice(name, "ông" if "Văn" in name else "bà", place),),
        rounds=(Round(answerer="Đỗ Mạnh Tuyển", text="Xã nhận trách nhiệm và sẽ làm."),),
        outcome=outcome,
        unit=unit,
        deadline=day,
    )
    return replace(made, **more)  # type: ignore[arg-type]


ITEMS = (
    _item(
        "Kênh N4 đoạn qua Đồng Vạn bị lấp, đề nghị nạo vét.", "Đặng Văn Quyết", "thôn Đồng Vạn",
        Outcome.PARTLY, "Phòng Kinh tế", date(2026, 5, 5), field="Thủy lợi", new_id="kenh",
    ),
    _item(
        "Trạm biến áp thôn Phú Ấp quá tải, đề nghị thay.", "Lò Thị Ế", "thôn Phú Ấp",
        Outcome.ESCALATED, "Phòng Kinh tế", date(2026, 4, 30), field="Điện", new_id="tram",
        receiving_body="Điện lực khu vực Đông Lâm",
    ),
    _item(
        "Phí vệ sinh thu theo khẩu hay theo hộ?", "Hoàng Thị Mỵ", "thôn Phú Ấp",
        Outcome.WRITTEN, "Phòng Văn hóa – Xã hội", date(2026, 5, 8), field="Môi trường", new_id="phi",
    ),
    _item(
        "Nước giếng có váng, đề nghị kiểm nghiệm.", "Lê Thị Ổn", "thôn Phú Ấp",
        Outcome.WRITTEN, "Trạm Y tế", date(2026, 5, 15), field="Y tế", new_id="nuoc",
    ),
    _item(
        "Đường trục thôn đã làm chưa?", "Nguyễn Đức Ưởng", "thôn Đồng Vạn",
        Outcome.ANSWERED, "", None, field="Giao thông", new_id="duong",
    ),
)  # fmt: skip


def planned(app: App, day: date, name: str = "Minh Khê") -> str:
    cid = app.planning.create(issuer=Issuer(name=name, province="tỉnh Đông Giang"))
    plan = replace(
        app.planning.plan(cid),
        whole_commune=False,
        localities=(
            Locality("dv", "thôn", "Đồng Vạn", households=210),
            Locality("pa", "thôn", "Phú Ấp", households=202),
        ),
        time=TimePlan(TimeKind.EXACT, day, time(8)),
        places=("Nhà văn hóa thôn Đồng Vạn",),
    )
    app.planning.save_plan(cid, plan)
    return cid


def hold(app: App, clock: MovingClock, *, freeze: bool = True) -> str:
    """The evening itself; afterwards it is Thursday 7/5/2026."""
    clock.set(EVENING)
    cid = planned(app, date(2026, 4, 24))
    app.live.start(cid)
    for item in ITEMS:
        app.live.save_item(cid, item)
    own = Conclusion(
        "thung", 0, "Giao Văn phòng công khai quỹ khuyến học", False, "Văn phòng", date(2026, 5, 20)
    )
    app.live.set_conclusions(cid, [own])
    clock.step(3600)
    app.live.end(cid)
    if freeze:
        app.closing.freeze(cid)
    clock.set(LATER)
    return cid


def key(cid: str, commitment_id: str = CANAL) -> Key:
    return Key(cid, commitment_id)
