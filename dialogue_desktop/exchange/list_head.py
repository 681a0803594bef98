"""Where the names of the columns stand in a table, and which column is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dialogue_desktop.exchange.list_columns import Column, Vocabulary, head_key
from dialogue_desktop.exchange.table_types import Merge, Row, Table, Value

#: Rows with something in them that are looked through for the heads.
_ROWS_LOOKED_AT = 20
_MOST_HEAD_ROWS = 3


@dataclass(frozen=True)
class Head:
    """`columns` by place from 0; `texts` are the heads as they stand, `single` the texts of their cells; data
    begins behind row `last`.

    `first` and `last` are row numbers of the table, both 0 when the columns were assigned by hand.
    """

    columns: Mapping[int, Column]
    texts: Mapping[int, str]
    first: int = 0
    last: int = 0
    single: frozenset[str] = frozenset()

    @property
    def places(self) -> dict[Column, int]:
        return {column: place for place, column in self.columns.items()}

    def repeated(self, row: Row) -> bool:
        """Whether a row says the heads again, as on every page of a printed list."""
        said = self._said
        first = next((value for value in row.cells if isinstance(value, str) and value), None)
        if first is None or first not in said:
            return False  # nearly every row
        texts = {value for value in row.cells if isinstance(value, str) and value}
        return len(texts) >= 2 and texts <= said

    @cached_property
    def _said(self) -> frozenset[str]:
        return frozenset((*self.texts.values(), *self.single))


def find_head(table: Table, vocabulary: Vocabulary) -> Head | None:
    """The first head of the table that has the column without which it is no such list; None where there is
    none."""
    rows = table.rows[:_ROWS_LOOKED_AT]
    best: tuple[tuple[int, int], Head] | None = None
    for at, first in enumerate(rows):
        if best is not None and first.number > best[1].last:
            break  # a better one further down is the head of a second list
        if sum(1 for value in first.cells if value not in (None, "")) < 2:
            continue  # a title
        for size in range(1, _MOST_HEAD_ROWS + 1):
            block = rows[at : at + size]
            if len(block) < size or block[-1].number - block[0].number >= _MOST_HEAD_ROWS:
                break
            found = _head_of(block, table.merges, vocabulary)
            if found is not None and (best is None or (found[0], -size) > best[0]):
                best = ((found[0], -size), found[1])
    return best[1] if best is not None else None


def _head_of(
    block: Sequence[Row], merges: Sequence[Merge], vocabulary: Vocabulary
) -> tuple[int, Head] | None:
    """How good these rows are as a head, and the head; None where they are none."""
    parts = _parts(block, merges)
    columns, score, surest = _columns(parts, vocabulary)
    few = len(columns) < 2 or len(columns) * 3 < len(parts)
    if vocabulary.wanted not in columns.values() or few or surest < 2:
        return None
    if len(block) > 1 and _has_data(block[1:], merges, vocabulary):
        return None
    texts = {place: " ".join(own) for place, own in parts.items()}
    return score, Head(columns, texts, block[0].number, block[-1].number, _single(block))


def assigned_head(columns: Sequence[Column | None], first: int, table: Table) -> Head:
    """The columns as a person said they are; `first` rows that hold something stand over the list."""
    block = table.rows[:first][-1:]
    chosen = {place: column for place, column in enumerate(columns) if column is not None}
    last = block[0].number if block else 0
    parts = _parts(block, table.merges) if block else {}
    texts = {place: " ".join(own) for place, own in parts.items()}
    return Head(chosen, texts, last, last, _single(block))


def _single(block: Sequence[Row]) -> frozenset[str]:
    return frozenset(value for row in block for value in row.cells if isinstance(value, str) and value)


def _text(cells: Sequence[Value], place: int) -> str:
    value = cells[place] if place < len(cells) else None
    return value if isinstance(value, str) else ""


def _parts(block: Sequence[Row], merges: Sequence[Merge]) -> dict[int, tuple[str, ...]]:
    """The heads of the columns from above; a head merged over several columns stands over each of them."""
    numbers = {row.number: row for row in block}
    found: dict[int, list[str]] = {}
    width = max((len(row.cells) for row in block), default=0)
    spread = [m for m in merges if m.top in numbers and m.right > m.left and m.bottom <= block[-1].number]
    width = max([width, *(m.right + 1 for m in spread if m.right < 200)])
    for row in block:
        over = {
            place: _text(row.cells, merge.left)
            for merge in spread
            if merge.top == row.number
            for place in range(merge.left, min(merge.right + 1, width))
        }
        for place in range(width):
            text = _text(row.cells, place) or over.get(place, "")
            if text and text not in found.setdefault(place, []):
                found[place].append(text)
    return {place: tuple(texts) for place, texts in found.items() if texts}


def _meant(parts: Sequence[str], vocabulary: Vocabulary) -> tuple[Column | None, int]:
    """What a head of one or more lines names: all lines together, else the lowest that says something."""
    column_of = vocabulary.column_of
    column, sure = column_of(" ".join(parts))
    if sure == 2 or len(parts) == 1:
        return column, sure
    lowest, own = column_of(parts[-1])
    if own:
        return lowest, own
    for part in reversed(parts[:-1]):
        above, known = column_of(part)
        if known:
            return above, 1
    return column, sure


def _columns(
    parts: Mapping[int, Sequence[str]], vocabulary: Vocabulary
) -> tuple[dict[int, Column], int, int]:
    """Places of the columns that are recognised, how good the head is, and how sure its surest column."""
    claims: dict[Column, tuple[int, int]] = {}
    for place, own in sorted(parts.items()):
        column, sure = _meant(own, vocabulary)
        if column is None or sure <= claims.get(column, (0, 0))[0]:
            continue
        claims[column] = (sure, place)
    places = {column: place for column, (_, place) in claims.items()}
    if vocabulary.knows(Column.REFUSAL):
        _yes_and_no({place: " ".join(own) for place, own in parts.items()}, places)
    for column, wanted in vocabulary.instead.items():
        if column in places and wanted not in places:
            places[wanted] = places.pop(column)
    score = sum(2 + sure for sure, _ in claims.values()) + 2 * (Column.REFUSAL in places)
    surest = max((sure for sure, _ in claims.values()), default=0)
    in_order = sorted(places.items(), key=lambda item: item[1])
    return {place: column for column, place in in_order}, score, surest


def _yes_and_no(texts: Mapping[int, str], places: dict[Column, int]) -> None:
    """One head "Đồng ý công khai" over two columns "Có" and "Không"."""
    for place, text in texts.items():
        key = head_key(text)
        if "cong khai" not in key and "dong y" not in key:
            continue
        if key.endswith(" co"):
            places[Column.CONSENT] = place
        elif key.endswith(" khong"):
            places[Column.REFUSAL] = place


def _has_data(rows: Sequence[Row], merges: Sequence[Merge], vocabulary: Vocabulary) -> bool:
    """Whether rows that are to belong to the head hold a row of the list already."""
    for row in rows:
        covered = {p for m in merges if m.top < row.number <= m.bottom for p in range(m.left, m.right + 1)}
        filled = [place for place, value in enumerate(row.cells) if value not in (None, "")]
        free = [place for place in filled if place not in covered]
        if len(free) < 2 or any(not isinstance(row.cells[place], str) for place in free):
            return True  # a single text is a group, as "Thôn Đồng Vạn"
        known = [place for place in free if vocabulary.column_of(_text(row.cells, place))[0]]
        short = [
            place for place in free if head_key(_text(row.cells, place)) in ("co", "khong", "(co)", "(khong)")
        ]
        if free and not known and not short:
            return True
        if any(len(_text(row.cells, place)) > 60 for place in free):
            return True
    return False
