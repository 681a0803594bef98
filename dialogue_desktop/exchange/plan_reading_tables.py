"""Tables in the text of an old plan: rows by what their columns are (P9, P10, P11)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_types import ReadBlock

_CELLS = re.compile(r"\s*\|\s*")
#: What a column is, by the words of its head; the first that fits.
_COLUMNS = (
    ("number", r"^(?:s?\s?t\s?t|so tt|so thu tu)\b"),
    ("with", r"phoi hop"),
    ("money", r"kinh phi|thanh tien|don gia"),
    ("place", r"dia diem|noi to chuc"),
    ("people", r"so (?:luong|nguoi|dai bieu)|nguoi du"),
    ("when", r"thoi (?:gian|han)|tien do|\bhan\b|hoan thanh|\bngay\b"),
    ("locality", r"dia ban|^(?:ten |cac )*(?:thon|xom|to dan pho|ap|khom|ban|buon|lang|khu pho|khoi)\b"),
    (
        "unit",
        r"don vi|chu tri|bo phan|co quan|nguoi (?:thuc hien|phu trach|dieu hanh)|phan cong|thuc hien"
        r"|phu trach",
    ),
    ("content", r"noi dung|nhiem vu|cong viec|dau viec|chuong trinh"),
    ("note", r"ghi chu"),
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its cells by column kind and in their order."""

    line: int
    cells: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def goes_on(self) -> bool:
        """The rest of a row cut by the end of a page: no number, nothing but words of the content."""
        said = [kind for cell, kind in zip(self.cells, self.kinds, strict=False) if cell]
        return "number" in self.kinds and said == ["content"]

    def with_rest(self, rest: TableRow) -> TableRow:
        cells = [" ".join(filter(None, pair)) for pair in zip(self.cells, rest.cells, strict=False)]
        return replace(self, cells=(*cells, *self.cells[len(cells) :]))

    def get(self, kind: str) -> str:
        return next((cell for cell, own in zip(self.cells, self.kinds, strict=False) if own == kind), "")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head that was understood, in part at least."""

    line: int
    heads: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[TableRow, ...]

    @property
    def is_tasks(self) -> bool:
        return "content" in self.kinds and "unit" in self.kinds and not self.is_sessions

    @property
    def is_programme(self) -> bool:
        return "content" in self.kinds and "when" in self.kinds and not self.is_sessions

    @property
    def is_sessions(self) -> bool:
        return "when" in self.kinds and "locality" in self.kinds


def cells_of(text: str) -> tuple[str, ...]:
    """The cells of a row; a dash alone is an empty one."""
    cells = (cell.strip() for cell in _CELLS.split(text))
    return tuple("" if cell in ("-", "–", "…") else cell for cell in cells)


def is_row(text: str) -> bool:
    return " | " in text or text.endswith(" |") or text.startswith("| ")


def tables_of(blocks: Sequence[ReadBlock]) -> Iterator[Table]:
    """Runs of rows whose first says what the columns are."""
    run: list[ReadBlock] = []
    for block in (*blocks, ReadBlock(0, "")):
        if is_row(block.text):
            run.append(block)
            continue
        if len(run) > 1 and (table := _table(run)) is not None:
            yield table
        run = []


def _table(run: Sequence[ReadBlock]) -> Table | None:
    heads = cells_of(run[0].text)
    kinds = _kinds(heads)
    if sum(bool(kind) for kind in kinds) < 2:
        return None
    rows: list[TableRow] = []
    for block in run[1:]:
        row = TableRow(block.line, cells_of(block.text), kinds)
        if row.cells == heads:  # said again on the next page
            continue
        if rows and row.goes_on:
            rows[-1] = rows[-1].with_rest(row)
        else:
            rows.append(row)
    return Table(run[0].line, heads, kinds, tuple(rows))


def _kinds(heads: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for head in heads:
        key = fold(head)
        kind = next((kind for kind, words in _COLUMNS if re.search(words, key)), "")
        found.append(kind if kind not in found else "")
    return tuple(found)
