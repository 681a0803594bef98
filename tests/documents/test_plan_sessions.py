"""The plan of a year with several conferences on the page (P5, P6, P10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.documents import doc_plan
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.plan import Locality, Plan, PlannedSession, TimeKind, TimePlan
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.domain.sessions import turned_to
from tests.data.loc_thinh import loc_thinh_plan
from tests.documents.conftest import RESOURCES
from tests.documents.paper import docx_flow, read_pdf, squeezed


def year_plan() -> Plan:
    autumn = PlannedSession(
        "thu",
        TimePlan(TimeKind.EXACT, date(2024, 10, 11), time(14)),
        ("Nhà văn hóa thôn Lộc Nam",),
        False,
        (Locality("ln", "thôn", "Lộc Nam"), Locality("lb", "thôn", "Lộc Bắc")),
        60,
        "Môi trường, nước sạch",
    )
    plan = loc_thinh_plan()
    return replace(
        plan,
        whole_commune=False,
        localities=(Locality("dd", "thôn", "Đồi Dứa"),),
        time=TimePlan(TimeKind.EXACT, date(2024, 8, 28), time(8)),
        people_per_session=50,
        subject="Tổ chức hội nghị đối thoại với Nhân dân {thon} năm {nam}",
        more_sessions=(autumn,),
    )


def tree(engine: Engine, plan: Plan) -> Document:
    duties = schedule(plan, load_calendar(RESOURCES / "calendar"))
    return doc_plan.build(plan, duties, engine.sheet(plan.issuer.style), engine.phrases("plan"))


def test_every_conference_stands_in_the_table(engine: Engine) -> None:
    document = tree(engine, year_plan())
    pdf = engine.pdf(document).data
    words = squeezed(read_pdf(pdf).flow)
    for part in (
        "Trong năm tổ chức 02 hội nghị, cụ thể:",
        "thôn Đồi Dứa, thôn Lộc Nam và thôn Lộc Bắc năm 2024",
        "Môi trường, nước sạch",
        "14 giờ 00, ngày 11 tháng 10 năm 2024",
    ):
        assert squeezed(part) in words, part
    assert squeezed(docx_flow(engine.docx(document).data)) == words
    # A counted day would be right for one of them only.
    assert squeezed("28/8/2024") not in words
    assert squeezed("(ngày") not in words


def test_the_plan_is_the_same_page_from_either_conference(engine: Engine) -> None:
    plan = year_plan()
    other = turned_to(plan, "thu", own_conference="c1")
    assert engine.text(tree(engine, plan)) == engine.text(tree(engine, other))


def test_one_conference_says_its_number_of_people(engine: Engine) -> None:
    """S0: "50 người/cuộc"."""
    plan = replace(year_plan(), more_sessions=())
    words = engine.text(tree(engine, plan))
    assert "Số lượng: 50 người mỗi hội nghị." in words
    assert "cụ thể:" not in words
