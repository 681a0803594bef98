"""Years compared over real data: the same figures as every paper, only conferences that were held (F5)."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.figures import figures_of
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import Issuer, TimeKind, TimePlan
from dialogue_desktop.domain.records import Outcome, Source, Voice
from dialogue_desktop.errors import BadInput
from tests.services.conftest import MovingClock


def _said(app: App, cid: str, text: str, outcome: Outcome, **more: object) -> None:
    voice = Voice("Đặng Văn Quyết", "ông", "thôn Đồng Vạn")
    app.live.save_item(cid, LiveItem(text=text, voices=(voice,), outcome=outcome, **more))  # type: ignore[arg-type]


@pytest.fixture
def held(app: App, cid: str, clock: MovingClock) -> str:
    app.live.start(cid)
    _said(app, cid, "Đề nghị nạo vét kênh N4.", Outcome.WRITTEN, field="Giao thông, thủy lợi", unit="Kinh tế")
    _said(
        app,
        cid,
        "Bao giờ có điện ở Gò Mít?",
        Outcome.ESCALATED,
        field="Điện",
        receiving_body="Sở Công Thương",
    )
    _said(app, cid, "Cảm ơn xã.", Outcome.NOTED)
    clock.step(3600)
    app.live.end(cid)
    app.closing.freeze(cid)
    return cid


def test_what_was_only_collected_is_no_year_yet(app: App, cid: str) -> None:
    app.live.add_collected(cid, LiveItem(text="Hỏi về đất.", source=Source.SLIP, rounds=()))
    found = app.comparing.years()
    assert found.empty
    with pytest.raises(BadInput, match="Chưa có hội nghị nào đã họp"):
        app.comparing.workbook(found)


def test_figures_are_those_of_the_papers(app: App, held: str, clock: MovingClock) -> None:
    found = app.comparing.years()
    view = app.documents.after.view(held)
    figures = figures_of(view.records, view.plan, clock.today())
    (year,) = found.years
    row = figures.all
    assert (year.petitions, year.settled, year.owed, year.beyond, year.unknown) == (
        row.total, row.settled, row.owed, row.beyond, row.unknown,
    )  # fmt: skip
    assert year.promises == figures.commitments.total == 2
    assert {line.label: line.total for line in found.fields} == {
        one.label: one.total for one in figures.fields
    }
    assert {line.label: line.total for line in found.localities} == {
        one.label: one.total for one in figures.localities
    }


def test_a_conference_put_away_is_not_compared(app: App, held: str) -> None:
    app.planning.remove(held)
    assert app.comparing.years().empty


def test_two_years_stand_beside_each_other_in_the_workbook(
    app: App, held: str, clock: MovingClock, tmp_path: Path
) -> None:
    clock.step(365 * 24 * 3600)
    again = app.planning.create(issuer=Issuer(name="Minh Khê", province="tỉnh Đông Giang"))
    plan = app.planning.plan(again)
    app.planning.save_plan(again, replace(plan, year=2027, time=TimePlan(TimeKind.EXACT, date(2027, 4, 24))))
    app.live.start(again)
    _said(app, again, "Kênh N4 vẫn chưa xong.", Outcome.ANSWERED, field="Giao thông, thủy lợi")
    found = app.comparing.years()
    assert [(year.year, year.petitions) for year in found.years] == [(2026, 3), (2027, 1)]
    assert found.years[0].days_open == 365.0
    path = tmp_path / "so sánh.xlsx"
    app.comparing.export(found, path)
    sheet = load_workbook(io.BytesIO(path.read_bytes()), data_only=True)["So sánh các năm"]
    assert [sheet.cell(row, 3).value for row in (6, 7, 8)] == [3, 1, 4]
