"""The list: which opinions are shown, in which order, and which of them is selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import fold, name_sort_key
from ui.opinions import matching, words
from ui.opinions.matching import Filters

_ORDERS: Mapping[str, Callable[[Opinion], Any]] = {
    "number": lambda o: o.number,
    "who": lambda o: name_sort_key(o.voices[0].name if o.voices and not o.anonymous else ""),
    "state": matching.answer_state,
}


class Listing:
    """Narrowed by `filters`, ordered by a column; equal ones by number."""

    def __init__(self) -> None:
        self._index: tuple[matching.Indexed, ...] = ()
        self.opinions: tuple[Opinion, ...] = ()
        self.by_id: dict[str, Opinion] = {}
        self.filters = Filters()
        self.order, self.down = "number", False
        self.shown: tuple[Opinion, ...] = ()
        self.selected = ""

    def take(self, opinions: tuple[Opinion, ...]) -> None:
        """Fresh opinions; filters, order and selection stay."""
        known = {row.opinion.id: row for row in self._index}
        fresh = {row.opinion.id: row for row in matching.index(o for o in opinions if not _same(known, o))}
        self._index = tuple(fresh.get(o.id) or known[o.id] for o in opinions)
        self.opinions = opinions
        self.by_id = {opinion.id: opinion for opinion in opinions}
        self._arrange()

    def narrow(self, **wanted: str) -> None:
        self.filters = replace(self.filters, **wanted)
        self._arrange()

    def widen(self) -> None:
        self.filters = Filters()
        self._arrange()

    def sort(self, order: str) -> None:
        """The same column again turns the order round."""
        if order in _ORDERS:
            self.down = order == self.order and not self.down
            self.order = order
            self._arrange()

    def _arrange(self) -> None:
        found = sorted(matching.matching(self._index, self.filters), key=lambda o: o.number)
        self.shown = tuple(sorted(found, key=_ORDERS[self.order], reverse=self.down))

    def settle(self) -> None:
        """Select the first row where the selected one is no longer shown."""
        if all(opinion.id != self.selected for opinion in self.shown):
            self.selected = self.shown[0].id if self.shown else ""

    def beside(self, opinion_id: str) -> str:
        """The row that takes the place of a removed one."""
        ids = [opinion.id for opinion in self.shown]
        if opinion_id not in ids:
            return self.selected
        at = ids.index(opinion_id)
        rest = ids[:at] + ids[at + 1 :]
        return rest[min(at, len(rest) - 1)] if rest else ""

    def below(self, opinion_id: str) -> str:
        """The next row; "" after the last."""
        ids = [opinion.id for opinion in self.shown]
        at = ids.index(opinion_id) + 1 if opinion_id in ids else len(ids)
        return ids[at] if at < len(ids) else ""

    def slip_warning(self, slip_number: str, opinion_id: str) -> str:
        """The slip was entered before: a sentence, never a refusal."""
        number = fold(slip_number)
        for opinion in self.opinions:
            if number and opinion.id != opinion_id and fold(opinion.slip_number) == number:
                return f"Phiếu này đã nhập ở ý kiến số {opinion.number}."
        return ""

    def rows(self, localities: tuple[Locality, ...], lying: frozenset[str]) -> tuple[words.OpinionRow, ...]:
        """`lying` are the opinions whose form was left half typed."""
        query = self.filters.query
        return tuple(words.row_of(o, query, localities, typing=o.id in lying) for o in self.shown)

    def chips(self, localities: tuple[Locality, ...]) -> words.Chips:
        chips = words.Chips(
            matching.place_choices(self.opinions, localities),
            matching.field_choices(self.opinions),
            matching.source_choices(self.opinions),
            matching.answer_choices(self.opinions),
        )
        chosen = tuple(
            (name, next((c.words for c in getattr(chips, name) if c.value == value), value))
            for name in words.CHIP_NAMES
            if (value := getattr(self.filters, name))
        )
        return replace(chips, chosen=chosen)


def _same(known: Mapping[str, matching.Indexed], opinion: Opinion) -> bool:
    """Folded before and not changed since: after one act only one opinion is folded again."""
    row = known.get(opinion.id)
    return row is not None and row.opinion == opinion
