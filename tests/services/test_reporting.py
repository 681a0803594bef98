"""The workbook as the program gives it: with the checklist and the register of the conference (M8)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.checklist import ItemKind
from tests.source_files import ROOT

NOW = datetime(2026, 5, 5, 3, tzinfo=UTC)
FIRST_ROW = 6


@pytest.fixture
def office(data_dir: Path) -> Iterator[tuple[App, str]]:
    """The program with the sample conference, eleven days after its session."""
    app = build(data_dir, clock=FixedClock(NOW))
    yield app, app.exchange.import_package(ROOT / "resources" / "samples" / "minh_khe_2026.json")
    app.close()


def _column(sheet: Any, head: str) -> list[Any]:
    column = next(cell.column for cell in sheet[FIRST_ROW - 1] if cell.value == head)
    found = [sheet.cell(row, column).value for row in range(FIRST_ROW, sheet.max_row + 1)]
    # A long text goes on in the rows under it.
    first = [sheet.cell(row, 1).value for row in range(FIRST_ROW, sheet.max_row + 1)]
    return [value for value, number in zip(found, first, strict=True) if isinstance(number, int)]


def test_the_sample_comes_out_with_its_days_and_documents(office):
    """M8, P14, F5: duties and documents stand in the workbook as on their pages."""
    app, cid = office
    book = openpyxl.load_workbook(io.BytesIO(app.reporting.summary(cid)), data_only=True)
    assert _column(book["Thời hạn"], "Nội dung công việc") == [
        one.title for one in app.checklist.counted(cid)
    ]
    assert _column(book["Văn bản"], "Trích yếu") == [one.title for one in app.register.rows(cid)]
    assert len(_column(book["Ý kiến"], "TT")) == 40
    assert len(_column(book["Đại biểu"], "TT")) == 40


def test_a_ticked_duty_is_done_in_the_next_workbook(office):
    """P14: what the office ticks is done in the sheet of days, with who did it."""
    app, cid = office
    item = next(
        one for one in app.checklist.counted(cid) if one.kind is ItemKind.PLAN and one.done_on is None
    )
    app.checklist.set_done(cid, item.kind, item.id, NOW.date())
    sheet = openpyxl.load_workbook(io.BytesIO(app.reporting.summary(cid)), data_only=True)["Thời hạn"]
    at = _column(sheet, "Nội dung công việc").index(item.title)
    assert _column(sheet, "Còn lại")[at] == "Đã xong"
    assert _column(sheet, "Ngày xong")[at] == datetime(2026, 5, 5)


def test_asked_twice_it_is_the_same_file(office):
    """M8: nothing of the moment of writing is in it."""
    app, cid = office
    assert app.reporting.summary(cid) == app.reporting.summary(cid)
