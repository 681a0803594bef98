"""Moments of an invented evening, as the session presenter would hand them over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import (
    Chair,
    ChairRole,
    CopyPurpose,
    Issuer,
    Official,
    Plan,
    ProgrammeStep,
    TimeKind,
    TimePlan,
)
from dialogue_desktop.domain.records import Opinion, Records, Session, Span, Turn, TurnState, Voice
from tests.live.hall import BEGIN, LOCALITIES, PROGRAMME
from ui.hall.words import Moment

NOW = BEGIN + timedelta(minutes=71)  # 09:41

PLAN = Plan(
    "ubnd_nhan_dan",
    2026,
    issuer=Issuer(name="Minh Khê", province="tỉnh Hải Dương"),
    conference_name="Hội nghị đối thoại giữa {co_quan} với Nhân dân {thon} năm {nam}",
    whole_commune=False,
    localities=LOCALITIES[:2],
    time=TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8, 0), time(11, 30)),
    places=("Nhà văn hóa thôn Đồng Vạn",),
    chairs=(
        Chair(Official("ct", "Phạm Quốc Thắng", "Chủ tịch Ủy ban nhân dân xã", "ông")),
        Chair(Official("hd", "Cao Thị Duyên", "Phó Chủ tịch HĐND xã", "bà"), ChairRole.CO_CHAIR),
    ),
    programme=PROGRAMME,
    copies=(CopyPurpose("n", "Niêm yết tại trụ sở Ủy ban nhân dân xã", posted=True),),
    turn_minutes=3,
)
LONG = "Nguyễn Thị Thanh Nguyệt"
TWENTY = tuple(
    ProgrammeStep(f"b{n}", words, "Văn phòng HĐND và UBND", 10, speaking="phát biểu" in words)
    for n, words in enumerate(
        (
            "Ổn định tổ chức, chào cờ", "Văn nghệ chào mừng", "Tuyên bố lý do, giới thiệu đại biểu",
            "Thông qua chương trình, nội quy hội nghị", "Chủ trì nêu mục đích, yêu cầu của hội nghị",
            "Báo cáo tình hình kinh tế - xã hội sáu tháng đầu năm và nhiệm vụ sáu tháng cuối năm; công khai "
            "các khoản thu, chi có đóng góp của Nhân dân", "Báo cáo kết quả giải quyết kiến nghị kỳ trước",
            "Trả lời các ý kiến gửi trước", "Nhân dân thôn Đồng Vạn phát biểu", "Trả lời thôn Đồng Vạn",
            "Nghỉ giải lao", "Nhân dân thôn Phú Ấp phát biểu", "Trả lời thôn Phú Ấp",
            "Nhân dân thôn Thượng Vĩnh Ổn phát biểu", "Trả lời thôn Thượng Vĩnh Ổn",
            "Trao đổi tiếp những nội dung chưa thỏa đáng", "Đại diện Mặt trận phát biểu",
            "Chủ trì kết luận", "Thư ký đọc biên bản, hội nghị thông qua", "Bế mạc",
        )
    )
)  # fmt: skip


def turn(
    number: int, name: str, place: str = "thôn Phú Ấp", state: TurnState = TurnState.WAITING, *,
    consent: bool | None = True, honorific: str = "ông", seconds: int = 0, limit: int = 180,
) -> Turn:  # fmt: skip
    """One who is registered; `seconds` of speech until NOW."""
    start = NOW - timedelta(seconds=seconds)
    spans = (Span(start, None if state is TurnState.SPEAKING else NOW),) if seconds else ()
    voice = Voice(name, honorific, place, "xóm Đình")
    return Turn(f"t{number}", number, float(number), voice, "đất đai", state, limit, spans, consent)


def moment(
    *turns: Turn, at: str = "", step: str = "s3", started: bool = True, ended: bool = False,
    plan: Plan = PLAN, opinions: Sequence[Opinion] = (), item: LiveItem | None = None, answerer: str = "",
) -> Moment:  # fmt: skip
    """`at` is the id of the turn at the microphone."""
    session = Session(
        "session", started_at=BEGIN if started else None, ended_at=NOW if ended else None, step_id=step
    )
    records = Records(session=session, turns=turns, opinions=tuple(opinions))
    return Moment(plan, records, at, plan.programme, item or LiveItem(), answerer)


def with_steps(plan: Plan, steps: Sequence[ProgrammeStep]) -> Plan:
    return replace(plan, programme=tuple(steps))
