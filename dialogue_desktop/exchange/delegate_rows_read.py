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
from dialogue_desktop.exchange.delegate_rows_types import DelegateRow, DelegateSheetReport
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_head import assigned_head, find_head
from dialogue_desktop.exchange.list_sheet import Found, read_columns
from dialogue_desktop.exchange.list_types import Assigned
from dialogue_desktop.exchange.table_text import fit_texts
from dialogue_desktop.exchange.table_types import Table, TableFile


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
    found: Found[DelegateRow] = Found(notes=list(file.notes))
    reader = DelegateReader(plan, today)
    for table in file.tables:
        if table.own or not table.rows:
            continue
        if table.hidden:
            words = f"Trang “{table.name}” đang bị ẩn, có {len(table.rows)} dòng; chưa đọc trang này."
            found.notes.append(words)
            continue
        _read_table(table, reader, (assigned or {}).get(table.name), found)
    return DelegateSheetReport(
        conference_id,
        file_name,
        file.kind,
        plan,
        tuple(known),
        delegate_rows_doubles.marked(found.rows, known),
        tuple(found.columns),
        tuple(found.outside),
        tuple(found.unread),
        tuple(dict.fromkeys(found.notes)),
    )


def _read_table(
    raw: Table, reader: DelegateReader, assigned: Assigned | None, found: Found[DelegateRow]
) -> None:
    table = fit_texts(raw)
    found.notes += table.notes
    head = (
        assigned_head(assigned.columns, assigned.first, table)
        if assigned is not None
        else find_head(table, DELEGATES)
    )
    if head is None:
        found.unread.append(unread_delegates(table, reader))
        where = f"{'Trang' if table.letters else 'Bảng'} “{table.name}”" if table.name else "Tệp"
        found.notes.append(f"{where}: không thấy dòng tên cột có cột họ tên; chưa đọc.")
        return
    found.columns += read_columns(table, head)
    DelegateSheet(table, head, reader, found).read()


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
