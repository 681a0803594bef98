"""Lists of delegates in all their shapes, read into one report; nothing is kept (C11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.exchange import delegate_rows_doubles
from dialogue_desktop.exchange.delegate_columns import DELEGATES
from dialogue_desktop.exchange.delegate_rows_check import DelegateReader, again
from dialogue_desktop.exchange.delegate_rows_guess import unread_delegates
from dialogue_desktop.exchange.delegate_rows_sheet import DelegateSheet
from dialogue_desktop.exchange.delegate_rows_types import DelegateSheetReport
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_read import ListReading
from dialogue_desktop.exchange.list_types import Assigned
from dialogue_desktop.exchange.table_types import TableFile


def read_delegates(
    file: TableFile,
    plan: Plan,
    known: Sequence[Delegate],
    today: date,
    *,
    conference_id: str,
    file_name: str = "",
    assigned: Mapping[str, Assigned] | None = None,
) -> DelegateSheetReport:
    """The report on a file; `known` is who is on the list now. Hidden sheets are told of, not read;
    `assigned` gives the columns of sheets (by name) whose heads were not recognised."""
    reader = DelegateReader(plan, today)
    reading = ListReading(
        DELEGATES,
        "họ tên",
        lambda table, head, found: DelegateSheet(table, head, reader, found),
        lambda table: unread_delegates(table, reader),
    )
    found = reading.read(file, assigned)
    return DelegateSheetReport(
        conference_id,
        file_name,
        file.kind,
        delegate_rows_doubles.marked(found.rows, known),
        tuple(found.columns),
        tuple(found.outside),
        tuple(found.unread),
        tuple(dict.fromkeys(found.notes)),
        plan=plan,
        known=tuple(known),
    )


def mended(
    report: DelegateSheetReport, today: date, key: int, column: Column, text: str
) -> DelegateSheetReport:
    """The report with another text in one cell; that row is judged anew, and all for repeats."""
    reader = DelegateReader(report.plan, today, report.default_group)
    rows = list(report.rows)
    rows[key] = again(reader, rows[key], column, text)
    return replace(report, rows=delegate_rows_doubles.marked(rows, report.known))


def grouped(report: DelegateSheetReport, today: date, group_id: str | None) -> DelegateSheetReport:
    """The report with another group for the rows whose group the list does not say; None: each by itself."""
    if group_id == report.default_group:
        return report
    reader = DelegateReader(report.plan, today, group_id)
    rows = [row if row.group_said else again(reader, row, Column.GROUP, "") for row in report.rows]
    marked = delegate_rows_doubles.marked(rows, report.known)
    return replace(report, rows=marked, default_group=group_id)
