"""Lists of opinions in all their shapes, read into one report; nothing is kept (C4)."""

from __future__ import annotations

from collections.abc import Mapping

from dialogue_desktop.exchange import opinion_rows_doubles
from dialogue_desktop.exchange.list_read import ListReading
from dialogue_desktop.exchange.list_types import Assigned
from dialogue_desktop.exchange.opinion_columns import OPINIONS
from dialogue_desktop.exchange.opinion_rows_check import Office, RowReader
from dialogue_desktop.exchange.opinion_rows_guess import unread_opinions
from dialogue_desktop.exchange.opinion_rows_sheet import OpinionSheet
from dialogue_desktop.exchange.opinion_rows_types import OpinionSheetReport
from dialogue_desktop.exchange.table_types import TableFile


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
    reader = RowReader(office)
    reading = ListReading(
        OPINIONS,
        "nội dung ý kiến",
        lambda table, head, found: OpinionSheet(table, head, reader, found),
        lambda table: unread_opinions(table, reader),
    )
    found = reading.read(file, assigned, hidden_sheets=hidden_sheets)
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
