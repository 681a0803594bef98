"""The plan that the program itself prints is read back, from its DOCX and from its PDF (P13, P1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.placeholders import fill
from dialogue_desktop.domain.plan import Chair, ChairRole, Official, Plan, Secretary
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading import PlanReading, read
from tests.data.loc_thinh import loc_thinh_evening_plan


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    clock = FixedClock(datetime(2024, 7, 1, 1, tzinfo=UTC))
    app = build(tmp_path_factory.mktemp("dữ liệu"), clock=clock, device="may-1")
    yield app
    app.close()


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Lộc Thịnh with its day, and with people named."""
    chair = Official("ct", "Bùi Văn Cường", "Chủ tịch Ủy ban nhân dân xã", "ông")
    deputy = Official("pct", "Quách Thị Ngần", "Phó Chủ tịch Ủy ban nhân dân xã", "bà")
    writer = Official("tk", "Lê Thị Ngoan", "công chức Văn phòng - Thống kê", "bà")
    return replace(
        loc_thinh_evening_plan(),
        chairs=(Chair(chair), Chair(deputy, ChairRole.CO_CHAIR)),
        secretaries=(Secretary(writer), Secretary(Official("dd", "", "đại diện Nhân dân"), True)),
    )


@pytest.fixture(scope="module", params=["docx", "pdf"])
def reading(request: pytest.FixtureRequest, app: App, plan: Plan, tmp_path_factory) -> PlanReading:
    cid = app.planning.create()
    app.planning.save_plan(cid, plan)
    out: Path = tmp_path_factory.mktemp("ra")
    (path,) = app.documents.export(cid, documents=["plan"], formats=[request.param], out=out)
    return read(path)


def test_head_and_foot(reading: PlanReading, plan: Plan) -> None:
    """P2, P3, P12: issuer, symbol, bases, recipients and signature are the ones that were printed."""
    assert (reading.issuer.kind, reading.issuer.name) == (plan.issuer.kind, plan.issuer.name)
    assert reading.symbol == plan.symbol
    filled = [fill(basis.text, {"nam": str(plan.year)}) for basis in plan.bases]
    assert [basis.text for basis in reading.bases] == [text.rstrip(";.") for text in filled]
    assert list(reading.recipients) == [one.strip(" ;.") for one in plan.recipients]
    assert reading.signature.lines == plan.signature.lines
    assert reading.signature.name == plan.signature.name


def test_time_place_and_people(reading: PlanReading, plan: Plan) -> None:
    """P5–P7: day, hour and place; chairs and secretaries with their names."""
    assert (reading.time.day, reading.time.start) == (plan.time.day, plan.time.start)
    assert reading.places == plan.places
    assert [(c.official.name, c.role) for c in reading.chairs] == [
        ("Bùi Văn Cường", ChairRole.CHAIR),
        ("Quách Thị Ngần", ChairRole.CO_CHAIR),
    ]
    assert [one.official.name for one in reading.secretaries] == ["Lê Thị Ngoan", ""]


def test_programme_units_and_deadlines(app: App, reading: PlanReading, plan: Plan) -> None:
    """P9, P10: every step, every unit with as many duties, every rule."""
    assert len(reading.programme) == len(plan.programme)
    assert [len(unit.duties) for unit in reading.units] == [len(unit.duties) for unit in plan.tasks]
    printed = [row.duty.rule for row in app.deadlines.schedule(plan) if row.duty.rule is not None]
    found = [duty.rule for duty in reading.dated_duties if duty.rule is not None]
    assert [(r.anchor, r.direction, r.n, r.unit) for r in found] == [
        (r.anchor, r.direction, r.n, r.unit) for r in printed
    ]


def test_sections_and_copies(reading: PlanReading, plan: Plan) -> None:
    """P4, M2: headings in their order, and the copies of the minutes."""
    headings = [section.heading for section in reading.sections]
    assert [fold(heading) for heading in headings] == [
        fold(section.heading) for section in plan.sections if section.included
    ]
    chosen = [copy for copy in plan.copies if copy.chosen]
    assert [copy.count for copy in reading.copies] == [copy.count for copy in chosen]
    assert [copy.posted for copy in reading.copies] == [copy.posted for copy in chosen]
    assert not [doubt for doubt in reading.doubts if doubt.item != "text"]
