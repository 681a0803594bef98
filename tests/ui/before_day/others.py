"""What other people do with the files between two sittings of the secretary: a trưởng thôn, a unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl


def fill_in(path: Path, head: str, rows: Sequence[Mapping[str, str]]) -> None:
    """Write cells, by the head of their column, into the rows below the heads; `head` is that of the first.

    A head is met by its beginning, as a person reads it.
    """
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    top = next(row for row in sheet.iter_rows() if row[0].value == head)
    columns = {str(cell.value): cell.column for cell in top if cell.value}
    below = int(top[0].row or 0) + 1
    for number, row in enumerate(rows, start=below):
        for beginning, value in row.items():
            column = next(place for name, place in columns.items() if name.startswith(beginning))
            sheet.cell(number, column).value = value
    book.save(path)
