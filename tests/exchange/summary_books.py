"""Workbooks of the evening and of the sample conference for tests, and how their sheets are read."""

from __future__ import annotations

import io
import os
import re
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.domain.after_records import (
    CommitmentState,
    Paper,
    Step,
    StepKind,
    StoredFile,
)
from dialogue_desktop.domain.checklist import ChecklistItem, ItemKind, KeptItem, checklist
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.register_due import DueDay
from dialogue_desktop.domain.register_kinds import Way
from dialogue_desktop.domain.register_rows import Facts, RegisterRow
from dialogue_desktop.domain.register_rows import rows_of as register_rows
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.exchange.excel_summary import build
from dialogue_desktop.exchange.package import Package
from dialogue_desktop.resource_files import read_strict
from installer import libre_office
from tests.exchange.evening import evening_view
from tests.source_files import ROOT

HEAD_ROW, FIRST_ROW = 5, 6
NOW = datetime(2024, 9, 10, 3, tzinfo=UTC)
SAMPLE_NOW = datetime(2026, 5, 5, 3, tzinfo=UTC)
_FORMULA_VALUE = re.compile(rb'(<c r="[A-Z]+[0-9]+" s="[0-9]+")(?: t="str")?>(<f>[^<]*</f>)<v>[^<]*</v>')


@cache
def evening_book() -> bytes:
    return build(evening_view(), now=NOW)


@cache
def sample_view() -> ConferenceView:
    """The sample conference as it is shipped."""
    package = read_strict(ROOT / "resources" / "samples" / "minh_khe_2026.json", Package)
    head = package.conference
    return ConferenceView(head.id, head.title, head.stage, package.plan, package.records)


@cache
def followed_view() -> ConferenceView:
    """The same some days later: promises in every state, letters, files, a register."""
    view = sample_view()
    made = list(current(view.records))
    made[0] = replace(made[0], state=CommitmentState.DONE, done_on=date(2026, 5, 4))
    made[1] = replace(made[1], state=CommitmentState.DOING)
    made[2] = replace(
        made[2],
        state=CommitmentState.PUT_OFF,
        state_reason="Chờ mưa dứt mới thi công được",
        deadline=date(2026, 5, 30),
    )
    made[3] = replace(made[3], state=CommitmentState.WAITING, receiving_body="Sở Xây dựng")
    made[4] = replace(made[4], carried_to="minh-khe-2027")
    steps = (
        Step("b1", made[0].id, date(2026, 4, 28), text="Đã thuê máy nạo vét", who="Phòng Kinh tế"),
        Step(
            "b2",
            made[0].id,
            date(2026, 5, 4),
            StepKind.LETTER_OUT,
            letter="57/UBND-KT",
            letter_on=date(2026, 5, 4),
            files=(StoredFile("0" * 64, "bien-ban-nghiem-thu.pdf", 1200, 2),),
        ),
    )
    papers = (
        Paper(
            "vb1", "conclusion", title="Kết luận Hội nghị", number="9", symbol="TB-UBND",
            dated_on=date(2026, 4, 27), recipients=("Ủy ban nhân dân tỉnh (b/c)", "Trưởng các thôn"),
            issued_at=SAMPLE_NOW, posted_on=date(2026, 4, 28), posted_at=("Bảng tin xã",),
        ),
        Paper(
            "vb2", "replies", number="58", symbol="UBND-VP", dated_on=date(2026, 5, 4),
            opinion_ids=(view.records.opinions[3].id,), issued_at=SAMPLE_NOW, sent_on=date(2026, 5, 5),
        ),
        Paper("vb3", "replies", opinion_ids=(view.records.opinions[4].id,)),
    )  # fmt: skip
    records = replace(view.records, commitments=tuple(made), steps=steps, papers=papers)
    return replace(view, records=records)


@cache
def sample_items() -> tuple[ChecklistItem, ...]:
    """What the sample's plan asks for, one thing ticked."""
    plan = sample_view().plan
    calendar = load_calendar(ROOT / "resources" / "calendar")
    duties = schedule(plan, calendar, today=SAMPLE_NOW.date())
    ticked = KeptItem(ItemKind.PLAN, duties[1].duty.id, done_on=date(2026, 4, 13), done_by="Bà Lương Thị Mẫn")
    return checklist(plan, duties, (), (ticked,), calendar)


def register_of(view: ConferenceView) -> tuple[RegisterRow, ...]:
    """The lines of its documents, the minutes frozen."""
    none: dict[tuple[str, Way], DueDay] = {}
    facts = Facts(
        view.id, view.title, view.plan, view.records, current(view.records), none,
        frozenset(), frozenset({"plan"}), 1, "", False, SAMPLE_NOW.date(),
    )  # fmt: skip
    return register_rows(facts)


@cache
def followed_book() -> bytes:
    return build(followed_view(), now=SAMPLE_NOW, items=sample_items(), register=register_of(followed_view()))


def opened(data: bytes, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def columns_of(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[HEAD_ROW] if cell.value}


def rows_of(sheet: Worksheet, key: str) -> dict[Any, dict[str, Any]]:
    """The rows of a table by the value of one column, each by the heads."""
    columns = columns_of(sheet)
    found = {}
    for row in range(FIRST_ROW, sheet.max_row + 1):
        values = {head: sheet.cell(row, column).value for head, column in columns.items()}
        if values[key] is not None:
            found[values[key]] = values
    return found


def named_figures(sheet: Worksheet) -> dict[str, list[Any]]:
    """Of a sheet of small tables: what stands beside each text, the last where one stands twice."""
    found: dict[str, list[Any]] = {}
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and not cell.value.startswith("="):
                beside = [sheet.cell(cell.row, cell.column + step).value for step in (1, 2, 3, 4, 5, 6)]
                found[cell.value] = beside
    return found


def without_values(data: bytes) -> bytes:
    """The same workbook, its formulas without what they gave, so that who opens it has to count."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(result, "w") as archive:
        for name in made.namelist():
            part = made.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = _FORMULA_VALUE.sub(rb"\g<1>>\g<2>", part)
            archive.writestr(name, part, zipfile.ZIP_DEFLATED)
    return result.getvalue()


def counted(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Each workbook as LibreOffice Calc saves it after counting all its formulas.

    Without LibreOffice the test is skipped on a developer's own machine and fails where all must be checked.
    """
    office = libre_office.find_calc()
    if office is None:
        if os.environ.get("CI"):
            pytest.fail(f"LibreOffice Calc is missing: install {libre_office.CALC_PACKAGE}")
        pytest.skip(f"LibreOffice Calc is missing: install {libre_office.CALC_PACKAGE}")
    for name, data in files.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    command = [office, f"-env:UserInstallation=file://{folder / 'profile'}", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", "made", *(f"{name}.xlsx" for name in files)]
    # The office's wall clock: a machine that runs in UTC is taken for one in Vietnam, as `on_wall` does.
    zone = {} if datetime.now().astimezone().utcoffset() else {"TZ": "ICT-7"}
    done = subprocess.run(
        command,
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        timeout=280,
        env={**os.environ, **zone},
    )
    made = {name: folder / "made" / f"{name}.xlsx" for name in files}
    lost = [name for name, path in made.items() if not path.exists()]
    assert not lost, f"LibreOffice did not open {lost}: {done.stdout[-500:]} {done.stderr[-500:]}"
    return {name: path.read_bytes() for name, path in made.items()}
