"""Rows that name again who is on the list already, or stands higher up in the file (C11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dialogue_desktop.domain.inviting import is_open
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.delegate_rows_types import DelegateRow
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import Problem, Severity

_key = lru_cache(maxsize=20_000)(fold)


@dataclass(frozen=True, slots=True)
class _There:
    """One who is there, and in which row of the file; 0: on the list already."""

    one: Delegate
    row: int = 0

    @property
    def words(self) -> str:
        where = ", ".join(
            part for part in (self.one.office if self.one.name else "", self.one.address) if part
        )
        return f"{self.one.shown} ({where})" if where else self.one.shown


class _Known:
    """Who is there so far, by name or, without one, by body."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[_There]] = defaultdict(list)

    def add(self, there: _There) -> None:
        self._by_name[_name_of(there.one)].append(there)

    def same(self, one: Delegate) -> _There | None:
        """Who must be the same: the same name at the same place, or with the same office."""
        return next((there for there in self._by_name.get(_name_of(one), ()) if _same(there.one, one)), None)

    def namesake(self, one: Delegate) -> _There | None:
        """Who has the same name; bodies of one name at two places are two."""
        found = self._by_name.get(_name_of(one), ())
        return found[0] if found and one.name else None


def marked(rows: Sequence[DelegateRow], known: Iterable[Delegate]) -> tuple[DelegateRow, ...]:
    """The rows with `repeats_row`, `repeats_known` and `double` set anew."""
    there, before = _Known(), _Known()
    for one in known:
        if not is_open(one):
            there.add(_There(one))
    result: list[DelegateRow] = []
    for row in rows:
        marks = _marks(row, there, before)
        for one in row.delegates:
            before.add(_There(one, row.number))
        if (row.repeats_row, row.repeats_known, row.double) != marks:
            row = replace(row, repeats_row=marks[0], repeats_known=marks[1], double=marks[2])
        result.append(row)
    return tuple(result)


def _marks(row: DelegateRow, there: _Known, before: _Known) -> tuple[int, str, Problem | None]:
    kept = [there.same(one) for one in row.delegates]
    higher = [before.same(one) for one in row.delegates]
    found = [a or b for a, b in zip(kept, higher, strict=True)]
    first = next((one for one in found if one is not None), None)
    if first is not None and all(found):
        return (first.row, "", None) if first.row else (0, first.words, None)
    if first is not None:
        return 0, "", _problem(row, f"Trong ô này, {_who(first)}.")
    for one in row.delegates:
        other = there.namesake(one) or before.namesake(one)
        if other is not None:
            return 0, "", _problem(row, f"Trùng họ tên: {_who(other)}; hãy xem có phải một người không.")
    return 0, "", None


def _who(there: _There) -> str:
    place = f"đã có ở dòng {there.row} của tệp" if there.row else "đã có trong danh sách"
    return f"{there.words} {place}"


def _problem(row: DelegateRow, sentence: str) -> Problem:
    where = row.cells.of(Column.NAME, row.number)
    return Problem(Severity.DOUBT, Column.NAME, where, sentence, row.text_of(Column.NAME))


def _name_of(one: Delegate) -> str:
    return _key(one.name) if one.name else f"={_key(one.office)}"


def _same(one: Delegate, other: Delegate) -> bool:
    places = (_key(one.locality), _key(one.hamlet)), (_key(other.locality), _key(other.hamlet))
    if not one.name:
        return places[0][0] == places[1][0]
    offices = _key(one.office), _key(other.office)
    if offices[0] and offices[0] == offices[1]:
        return not (places[0][0] and places[1][0]) or places[0][0] == places[1][0]
    if offices[0] and offices[1]:
        return False
    hamlets = not (places[0][1] and places[1][1]) or places[0][1] == places[1][1]
    return places[0][0] == places[1][0] and hamlets
