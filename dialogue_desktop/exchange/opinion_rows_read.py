"""Lists of opinions in all their shapes, read into one report; nothing is kept (C4)."""

from __future__ import annotations

from collections.abc import Mapping

from dialogue_desktop.exchange import opinion_rows_doubles
from dialogue_desktop.exchange.list_head import assigned_head, find_head
from dialogue_desktop.exchange.list_sheet import Found, read_columns
from dialogue_desktop.exchange.list_types import Assigned
from dialogue_desktop.exchange.opinion_columns import OPINIONS
from dialogue_desktop.exchange.opinion_rows_check import Office, RowReader
from dialogue_desktop.exchange.opinion_rows_guess import unread_opinions
from dialogue_desktop.exchange.opinion_rows_sheet import OpinionSheet
from dialogue_desktop.exchange.opinion_rows_types import OpinionSheetReport, ReadRow
from dialogue_desktop.exchange.table_text import fit_texts
from dialogue_desktop.exchange.table_types import Table, TableFile


def read_opinions(
    file: TableFile,
    office: Office,
    *,
    conference_id: str,
    file_name: str = "",
    hidden_sheets: bool = False,
    assigned: Mapping[str, Assigned] | None = None,
) -> OpinionSheetReport:
    """The report on a file. Hidden sheets are told of, and read only when asked for; `assigned` gives the
    columns of sheets (by name) whose heads were not recognised."""
    found: Found[ReadRow] = Found(notes=list(file.notes))
    reader = RowReader(office)
    for table in file.tables:
        if table.own or not table.rows:
            continue
        if table.hidden and not hidden_sheets:
            found.notes.append(
                f"Trang “{table.name}” đang bị ẩn, có {len(table.rows)} dòng; chưa đọc trang này."
            )
            continue
        _read_table(table, reader, (assigned or {}).get(table.name), found)
    rows = opinion_rows_doubles.marked(found.rows, office.kept)
    return OpinionSheetReport(
        conference_id,
        file_name,
        file.kind,
        rows,
        tuple(found.columns),
        tuple(found.outside),
        tuple(found.unread),
        tuple(dict.fromkeys(found.notes)),
    )


def _read_table(raw: Table, reader: RowReader, assigned: Assigned | None, found: Found[ReadRow]) -> None:
    table = fit_texts(raw)
    found.notes += table.notes
    head = (
        assigned_head(assigned.columns, assigned.first, table)
        if assigned is not None
        else find_head(table, OPINIONS)
    )
    if head is None:
        found.unread.append(unread_opinions(table, reader))
        where = f"{'Trang' if table.letters else 'Bảng'} “{table.name}”" if table.name else "Tệp"
        found.notes.append(f"{where}: không thấy dòng tên cột có cột nội dung ý kiến; chưa đọc.")
        return
    found.columns += read_columns(table, head)
    OpinionSheet(table, head, reader, found).read()
