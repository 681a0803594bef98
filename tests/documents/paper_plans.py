"""The plans that papers are made of in tests: the sample, Lộc Thịnh, a very long one, one with no facts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from dialogue_desktop import codec
from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.documents import doc_plan, papers
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, Rule
from dialogue_desktop.domain.plan import (
    Duty,
    IssuerKind,
    Plan,
    SectionKind,
    Signature,
    TimePlan,
    UnitTasks,
)
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.domain.work_calendar import WorkCalendar
from tests.data.loc_thinh import loc_thinh_evening_plan
from tests.documents.conftest import RESOURCES

#: The papers made from the plan.
NAMES = ("assignments", "budget", "notice", "loudspeaker", "backdrop", "rules", "programme", "script")


@cache
def minh_khe() -> Plan:
    data = json.loads((RESOURCES / "samples" / "minh_khe_2026.json").read_text(encoding="utf-8"))
    return codec.convert(data.get("plan", data), Plan)


def party(plan: Plan, style: str = "dang_05", superior: str = "") -> Plan:
    """The same plan issued by the Party committee."""
    issuer = replace(plan.issuer, kind=IssuerKind.PARTY_COMMITTEE, style=style, superior=superior)
    signature = Signature(("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), "Đỗ Mạnh Tuyển")
    return replace(plan, issuer=issuer, symbol="KH/ĐU", signature=signature, recipients=("Lưu Đảng ủy",))


def unknown(plan: Plan) -> Plan:
    """Nothing but the body is known yet."""
    return replace(
        plan,
        number="",
        issued_on=None,
        time=TimePlan(),
        places=(),
        budget=(),
        programme=(),
        tasks=(),
        chairs=(),
        secretaries=(),
        participants=(),
        fields=(),
        sections=(),
        conference_name="",
    )


def long(plan: Plan, times: int = 3) -> Plan:
    """The same plan with its duties, steps and lines several times over: pages break everywhere."""

    def again(rows, **more):
        return tuple(
            replace(row, id=f"{row.id}-{k}", **{key: change(row, k) for key, change in more.items()})
            for k in range(times)
            for row in rows
        )

    def copied(row, k):
        return tuple(replace(one, id=f"{one.id}-{k}") for one in row)

    return replace(
        plan,
        sections=tuple(
            made
            for section in plan.sections
            for made in (
                again((section,), children=lambda row, k: copied(row.children, k))
                if section.kind is SectionKind.TEXT
                else (section,)
            )
        ),
        tasks=again(plan.tasks, duties=lambda row, k: copied(row.duties, k)),
        programme=again(plan.programme),
        budget=again(plan.budget),
    )


#: The three letterheads: the State's, the Party's before and after 2026.
LETTERHEADS: dict[str, Callable[[Plan], Plan]] = {
    "state": lambda plan: plan,
    "party-36": lambda plan: party(plan, "dang_36", "Đảng bộ tỉnh Đông Giang"),
    "party-05": lambda plan: party(plan, "dang_05"),
}

BASES: dict[str, Callable[[], Plan]] = {
    "sample": minh_khe,
    "evening": loc_thinh_evening_plan,
    "long": lambda: long(minh_khe()),
    "unknown": lambda: unknown(minh_khe()),
}


@cache
def calendar() -> WorkCalendar:
    return load_calendar(RESOURCES / "calendar")


def built(engine: Engine, name: str, plan: Plan) -> Document:
    """The tree of "plan" or of one of the papers made from it."""
    duties = schedule(plan, calendar())
    if name == "plan":
        return doc_plan.build(plan, duties, engine.sheet(plan.issuer.style), engine.phrases("plan"))
    return papers.build(name, plan, duties, engine, calendar=calendar())


def busy(days: int, duties: int = 20) -> Plan:
    """Duties spread over so many days around the conference of 24/4/2026, as a large commune has them."""
    units = (
        "Văn phòng HĐND và UBND",
        "Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội",
        "Phòng Kinh tế",
        "Trưởng thôn Đồng Vạn, Trưởng thôn Phú Ấp",
        "Công an xã",
    )
    works = (
        "Phát phiếu lấy ý kiến đến từng hộ",
        "Tổng hợp, phân loại ý kiến, kiến nghị của Nhân dân theo từng lĩnh vực",
        "Gửi dự thảo trả lời",
        "Kiểm tra hội trường, âm thanh, phương án bảo đảm an ninh, trật tự",
        "Niêm yết thông báo",
    )
    rows: list[Duty] = []
    for k in range(duties):
        away = round(k * (days - 1) / max(duties - 1, 1)) - days // 2
        direction = Direction.BEFORE if away < 0 else Direction.AFTER
        rule = Rule(
            Anchor.CONFERENCE_DAY, direction, abs(away), DayUnit.CALENDAR, clause="mục III của Kế hoạch"
        )
        words = works[k % len(works)]
        rows.append(Duty(f"viec-{k}", f"{words}, {{han}}.", f"{words} đợt {k // len(works) + 1}", rule))
    tasks = tuple(
        UnitTasks(f"don-vi-{k}", unit, unit, tuple(rows[k :: len(units)])) for k, unit in enumerate(units)
    )
    return replace(minh_khe(), tasks=tasks)
