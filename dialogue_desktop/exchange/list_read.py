"""The sheets of one file, each under the heads that are known or were said, whatever the list (C4, C11)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic

from dialogue_desktop.exchange.list_columns import Vocabulary
from dialogue_desktop.exchange.list_head import Head, assigned_head, find_head
from dialogue_desktop.exchange.list_sheet import Found, ListSheet, read_columns
from dialogue_desktop.exchange.list_types import Assigned, RowT, UnreadSheet
from dialogue_desktop.exchange.table_text import fit_texts
from dialogue_desktop.exchange.table_types import Table, TableFile


@dataclass(frozen=True, slots=True)
class ListReading(Generic[RowT]):
    """How one kind of list is read. `needed` names in words the column without which a sheet is none;
    `unread` guesses what the columns of such a sheet may be."""

    vocabulary: Vocabulary
    needed: str
    sheet: Callable[[Table, Head, Found[RowT]], ListSheet[RowT]]
    unread: Callable[[Table], UnreadSheet]

    def read(
        self, file: TableFile, assigned: Mapping[str, Assigned] | None, *, hidden_sheets: bool = False
    ) -> Found[RowT]:
        """Hidden sheets are told of, and read only when asked for; `assigned` gives the columns of sheets (by
        name) whose heads were not recognised."""
        found: Found[RowT] = Found(notes=list(file.notes))
        for table in file.tables:
            if table.own or not table.rows:
                continue
            if table.hidden and not hidden_sheets:
                words = f"Trang “{table.name}” đang bị ẩn, có {len(table.rows)} dòng; chưa đọc trang này."
                found.notes.append(words)
                continue
            self._read(fit_texts(table), (assigned or {}).get(table.name), found)
        return found

    def _read(self, table: Table, assigned: Assigned | None, found: Found[RowT]) -> None:
        found.notes += table.notes
        head = (
            assigned_head(assigned.columns, assigned.first, table)
            if assigned is not None
            else find_head(table, self.vocabulary)
        )
        if head is None:
            found.unread.append(self.unread(table))
            found.notes.append(no_heads(table, self.needed))
            return
        found.columns += read_columns(table, head)
        self.sheet(table, head, found).read()


def no_heads(table: Table, needed: str) -> str:
    """Why a sheet was not read; `needed` is the column without which it is no list."""
    where = f"{'Trang' if table.letters else 'Bảng'} “{table.name}”" if table.name else "Tệp"
    return f"{where}: không thấy dòng tên cột có cột {needed}; chưa đọc."
