"""The list: which opinions are shown, in which groups and order, which are selected and ticked (C6, G3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dialogue_desktop.domain.assigned import answering_unit
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Apart, Opinion
from dialogue_desktop.domain.text_vi import fold, name_sort_key, sort_key
from dialogue_desktop.services.grouping import ProposedGroup
from ui.opinions import matching, words
from ui.opinions.matching import Filters
from ui.opinions.sections import SINGLE, Head, RowSource, Section, Together, sections, together

_STATES = {state: place for place, state in enumerate(matching.ANSWER_WORDS)}
_ORDERS: Mapping[str, Callable[[matching.Indexed], Any]] = {
    "number": lambda row: row.opinion.number,
    "who": lambda row: name_sort_key(_first_name(row.opinion)),
    "unit": lambda row: sort_key(words.short_unit(answering_unit(row.opinion))),
    "state": lambda row: _STATES[row.state],
}


class Listing:
    """Narrowed by `filters`, ordered by a column, equal ones by number; with `grouped` by what belongs
    together. Rows are made when they are looked at, so that thousands of them cost a key next to nothing."""

    def __init__(self) -> None:
        self._index: tuple[matching.Indexed, ...] = ()
        self._by_number: tuple[matching.Indexed, ...] = ()
        self._today = date.min
        self._localities: tuple[Locality, ...] = ()
        self._proposals: tuple[ProposedGroup, ...] = ()
        self._apart: tuple[Apart, ...] = ()
        self._source: RowSource | None = None
        self._heads: dict[str, Head] = {}
        self._order: tuple[str, ...] = ()
        self._made: tuple[tuple[object, ...], tuple[Section, ...]] | None = None
        self._chips = words.Chips()
        self.facts = ("", "")
        self.opinions: tuple[Opinion, ...] = ()
        self.by_id: dict[str, Opinion] = {}
        self.whole = Together()
        self.filters = Filters()
        self.order, self.down = "number", False
        self.grouped = True
        self.shown: tuple[Opinion, ...] = ()
        self.selected = ""
        self.heading = ""  # the section whose heading has the cursor, "" while a row has it
        self.ticked: frozenset[str] = frozenset()

    def take(
        self,
        opinions: tuple[Opinion, ...],
        localities: tuple[Locality, ...],
        apart: tuple[Apart, ...],
        today: date,
    ) -> None:
        """Fresh opinions; filters, order, selection and ticks stay."""
        known = {row.opinion.id: row for row in self._index} if today == self._today else {}
        fresh = {o.id: o for o in opinions if not _same(known, o)}
        made = {row.opinion.id: row for row in matching.index(fresh.values(), today)}
        self._index = tuple(made.get(o.id) or known[o.id] for o in opinions)
        self._today, self._localities, self._apart = today, localities, apart
        self.opinions = opinions = tuple(row.opinion for row in self._index)
        self._by_number = tuple(sorted(self._index, key=_ORDERS["number"]))
        self.by_id = {opinion.id: opinion for opinion in opinions}
        self.ticked &= self.by_id.keys()
        self.facts = words.facts_words(self._index)
        self._chips = words.Chips(
            matching.place_choices(opinions, localities),
            matching.field_choices(opinions),
            matching.source_choices(opinions),
            matching.answer_choices(self._index),
            matching.unit_choices(opinions),
        )
        self._put_together()
        self._arrange()

    def propose(self, proposals: tuple[ProposedGroup, ...]) -> None:
        """What may be one thing, as it was just found out."""
        self._proposals = proposals
        self._put_together()

    def _put_together(self) -> None:
        self.whole = together(self.opinions, self._proposals, self._apart)

    # --- narrowing and order --------------------------------------------------------------------------

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
        found = list(matching.matching(self._by_number, self.filters))
        if self.order != "number" or self.down:
            found.sort(key=_ORDERS[self.order], reverse=self.down)
        self.shown = tuple(row.opinion for row in found)

    # --- selection and ticks --------------------------------------------------------------------------

    def settle(self) -> None:
        """Select the first row where the selected one is no longer shown."""
        order = self.ids()
        if self.selected not in order:
            self.selected = order[0] if order else ""
        if self.heading and self.section(self.heading) is None:
            self.heading = ""

    def tick(self, ids: frozenset[str], on: bool) -> None:
        known = ids & self.by_id.keys()
        self.ticked = self.ticked | known if on else self.ticked - known

    def tick_shown(self) -> None:
        """All that are shown; none where they all are ticked already."""
        shown = frozenset(one.id for one in self.shown)
        self.ticked = self.ticked - shown if shown and shown <= self.ticked else self.ticked | shown

    def targets(self) -> tuple[Opinion, ...]:
        """What an act is done to: what is ticked, else all of the heading in hand, else the selected one;
        by number."""
        section = self.section(self.heading) if self.heading else None
        if self.ticked:
            ids: frozenset[str] = self.ticked
        elif section is not None:
            ids = frozenset(section.ids)
        else:
            ids = frozenset((self.selected,))
        return tuple(sorted((o for o in self.opinions if o.id in ids), key=lambda o: o.number))

    def section(self, section_id: str) -> Section | None:
        return next((one for one in self._made[1] if one.id == section_id), None) if self._made else None

    def section_of_group(self, group_id: str) -> str:
        """The id of the shown section of a confirmed group."""
        made = self._made[1] if self._made else ()
        return next((one.id for one in made if one.id.endswith(f"group:{group_id}")), "")

    def ids(self) -> tuple[str, ...]:
        """The rows from top to bottom."""
        return self._order if self._made is not None else tuple(one.id for one in self.shown)

    def beside(self, gone: frozenset[str]) -> str:
        """The row that takes the place of removed ones."""
        ids = self.ids()
        at = ids.index(self.selected) if self.selected in ids else 0
        after = [one for one in ids[at:] if one not in gone]
        before = [one for one in ids[:at] if one not in gone]
        return after[0] if after else (before[-1] if before else "")

    def below(self, opinion_id: str) -> str:
        """The next row; "" after the last."""
        ids = self.ids()
        at = ids.index(opinion_id) + 1 if opinion_id in ids else len(ids)
        return ids[at] if at < len(ids) else ""

    def slip_warning(self, slip_number: str, opinion_id: str) -> str:
        """The slip was entered before: a sentence, never a refusal."""
        number = fold(slip_number)
        for opinion in self.opinions:
            if number and opinion.id != opinion_id and fold(opinion.slip_number) == number:
                return f"Phiếu này đã nhập ở ý kiến số {opinion.number}."
        return ""

    # --- what is shown --------------------------------------------------------------------------------

    @property
    def groupable(self) -> bool:
        """There is something that belongs together, or may."""
        return bool(self.whole.groups or self.whole.proposals)

    def sections(self, lying: frozenset[str]) -> tuple[Section, ...]:
        """`lying` are the opinions whose form was left half typed. One section without a heading where
        nothing belongs together, or where the groups are not wanted."""
        query = self.filters.query
        now: tuple[object, ...] = (self.shown, self.whole, self.grouped, lying, query, self._today)
        if self._made is not None and _identical(self._made[0], now):
            return self._made[1]
        source = RowSource(self.by_id, query, self._localities, self._today, lying, self._source)
        self._source = source
        if self.grouped and self.groupable:
            made = sections(self.shown, self.whole, source, self._heads, found=bool(query.strip()))
        else:
            ids = tuple(one.id for one in self.shown)
            made = (Section("", SINGLE, "", "", shown=ids, source=source, ids=ids),)
        self._made = (now, made)
        self._order = tuple(one for section in made for one in section.shown)
        return made

    def chips(self) -> words.Chips:
        chosen = tuple(
            (name, next((c.words for c in getattr(self._chips, name) if c.value == value), value))
            for name in words.CHIP_NAMES
            if (value := getattr(self.filters, name))
        )
        return replace(self._chips, chosen=chosen)


def _first_name(opinion: Opinion) -> str:
    return opinion.voices[0].name if opinion.voices and not opinion.anonymous else ""


def _same(known: Mapping[str, matching.Indexed], opinion: Opinion) -> bool:
    """Folded before and not changed since: after one act only one opinion is folded again."""
    row = known.get(opinion.id)
    return row is not None and (row.opinion is opinion or row.opinion == opinion)


def _identical(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """The same things, without looking into thousands of opinions."""
    return all(
        a is b or (isinstance(a, str | bool | frozenset | date) and a == b)
        for a, b in zip(one, other, strict=True)
    )
