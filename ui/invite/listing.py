"""The list: which delegates are shown, in which sections and order, which are selected and ticked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dialogue_desktop.domain.inviting import SeatCount, SendLimit, counted, is_open
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.domain.seats import SeatMap
from dialogue_desktop.domain.text_vi import fold, name_sort_key, sort_key
from ui.invite import matching, words
from ui.invite.matching import CHIPS, Filters, Indexed
from ui.opinions.words import capital

_ORDERS: Mapping[str, Callable[[Indexed], Any]] = {
    "number": lambda row: 0,
    "who": lambda row: name_sort_key(row.one.name) if row.one.name else sort_key(row.one.office),
    "letter": lambda row: sort_key(row.one.letter_number),
    "state": lambda row: list(type(row.state)).index(row.state),
}


class Listing:
    """Narrowed by `filters`; inside each section ordered by a column, equal ones as they are printed."""

    def __init__(self) -> None:
        self.seat_map = SeatMap(Plan("", 0))
        self._index: tuple[Indexed, ...] = ()
        self._plan = Plan("", 0)
        self.delegates: tuple[Delegate, ...] = ()
        self.by_id: dict[str, Delegate] = {}
        self.filters = Filters()
        self.order, self.down = "number", False
        self.shown: tuple[Indexed, ...] = ()
        self.selected = ""
        self.ticked: frozenset[str] = frozenset()

    def take(self, plan: Plan, delegates: tuple[Delegate, ...], limit: SendLimit, today: date) -> None:
        """Fresh delegates in printed order; filters, order, selection and ticks stay."""
        self._plan = plan
        self.seat_map = SeatMap(plan)
        self._index = matching.index(delegates, self.seat_map, limit, today)
        self.delegates = delegates
        self.by_id = {one.id: one for one in delegates}
        self.ticked &= self.by_id.keys()
        self._arrange()

    # --- narrowing and order --------------------------------------------------------------------------

    def narrow(self, **wanted: str) -> None:
        self.filters = replace(self.filters, **wanted)
        self._arrange()

    def widen(self) -> None:
        self.filters = Filters()
        self._arrange()

    def sort(self, order: str) -> None:
        """The same column again turns the order round; a third time it is as printed."""
        if order not in _ORDERS:
            return
        if order == self.order and self.down:
            self.order, self.down = "number", False
        else:
            self.down = order == self.order
            self.order = order
        self._arrange()

    def _arrange(self) -> None:
        found = matching.matching(self._index, self.filters)
        places = {self._section(row): n for n, row in reversed(list(enumerate(self._index)))}
        ordered = sorted(found, key=_ORDERS[self.order], reverse=self.down)
        # Seats without a name stand last whatever the order.
        ordered.sort(key=lambda row: (places[self._section(row)], is_open(row.one)))
        self.shown = tuple(ordered)

    def _section(self, row: Indexed) -> tuple[str, str]:
        return words.section_key(row.one, self.seat_map)

    # --- selection and ticks --------------------------------------------------------------------------

    def settle(self) -> None:
        """Select the first row where the selected one is no longer shown."""
        if all(row.one.id != self.selected for row in self.shown):
            self.selected = self.shown[0].one.id if self.shown else ""

    def tick(self, delegate_id: str, on: bool) -> None:
        self.ticked = self.ticked | {delegate_id} if on else self.ticked - {delegate_id}

    def tick_shown(self) -> None:
        """All that are shown; none where they all are ticked already."""
        shown = frozenset(row.one.id for row in self.shown)
        self.ticked = frozenset() if shown and shown <= self.ticked else self.ticked | shown

    def targets(self) -> tuple[Delegate, ...]:
        """What an act is done to: the ticked lines in printed order, else the selected one."""
        if self.ticked:
            return tuple(one for one in self.delegates if one.id in self.ticked)
        one = self.by_id.get(self.selected)
        return (one,) if one is not None else ()

    def beside(self, gone: frozenset[str]) -> str:
        """The row that takes the place of removed ones."""
        ids = [row.one.id for row in self.shown]
        at = ids.index(self.selected) if self.selected in ids else 0
        after = [key for key in ids[at:] if key not in gone]
        before = [key for key in ids[:at] if key not in gone]
        return after[0] if after else (before[-1] if before else "")

    def below(self, delegate_id: str) -> str:
        """The next row; "" after the last."""
        ids = [row.one.id for row in self.shown]
        at = ids.index(delegate_id) + 1 if delegate_id in ids else len(ids)
        return ids[at] if at < len(ids) else ""

    # --- what is shown --------------------------------------------------------------------------------

    def sections(self, lying: frozenset[str]) -> tuple[words.Section, ...]:
        """`lying` are the lines whose form was left half typed."""
        counts = self.section_counts()
        titles = {group.id: group.title for group in self.seat_map.groups}
        labels = {fold(x.label): x.label for x in self._plan.localities}
        found: dict[tuple[str, str], list[Indexed]] = {}
        for row in self.shown:
            found.setdefault(self._section(row), []).append(row)
        made: list[words.Section] = []
        for key, rows in found.items():
            group, place = key
            label = labels.get(place, rows[0].one.locality) if place else ""
            count = counts.get(key, SeatCount())
            made.append(
                words.Section(
                    f"{group}|{place}",
                    words.section_title(titles[group], label),
                    count.words,
                    count.over > 0,
                    tuple(self._row(row, lying) for row in rows),
                )
            )
        return tuple(made)

    def _row(self, row: Indexed, lying: frozenset[str]) -> words.DelegateRow:
        key = row.one.id
        return words.row_of(
            row, self.filters.query, self._plan.localities, typing=key in lying, ticked=key in self.ticked
        )

    def section_counts(self) -> dict[tuple[str, str], SeatCount]:
        """Seats by section, those of the xóm added to their thôn."""
        found: dict[tuple[str, str], SeatCount] = {}
        for place, count in counted(self.seat_map, self.delegates).items():
            thon = fold(place.locality) if place.group_id == self.seat_map.seats_group else ""
            key = (place.group_id, thon)
            found[key] = found.get(key, SeatCount()) + count
        return found

    def seats_beside(self, one: Delegate) -> tuple[tuple[str, SeatCount], ...]:
        """The seats of the line's thôn with each of its xóm, or of its group."""
        group, place = words.section_key(one, self.seat_map)
        counts = self.section_counts()
        whole = counts.get((group, place), SeatCount())
        label = one.locality if place else "Nhóm này"
        found = [(capital(label), whole)]
        hamlets = [
            (spot.hamlet or "Còn lại của thôn", count)
            for spot, count in counted(self.seat_map, self.delegates).items()
            if spot.group_id == group and fold(spot.locality) == place and place
        ]
        if any(spot_label != "Còn lại của thôn" for spot_label, _ in hamlets):
            found += [(capital(spot_label), count) for spot_label, count in hamlets]
        return tuple(found)

    def indexed(self, delegate_id: str) -> Indexed | None:
        return next((row for row in self._index if row.one.id == delegate_id), None)

    def chips(self) -> words.Chips:
        chips = words.Chips(
            matching.group_choices(self._index, self.seat_map),
            matching.place_choices(self._index, self._plan.localities),
            matching.letter_choices(self._index),
            matching.reply_choices(self._index),
            matching.way_choices(self._index),
        )
        chosen = tuple(
            (name, next((c.words for c in getattr(chips, name) if c.value == value), value))
            for name in CHIPS
            if (value := getattr(self.filters, name))
        )
        return replace(chips, chosen=chosen)


def known_names(delegates: Sequence[Delegate], one: Delegate) -> tuple[Delegate, ...]:
    """Others of the same name: perhaps the same person twice."""
    name = fold(one.name)
    return tuple(x for x in delegates if name and fold(x.name) == name and x.id != one.id)
