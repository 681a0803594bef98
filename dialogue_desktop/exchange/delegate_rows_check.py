"""One row of a list as those whom it invites, and everything that is to be said about its cells (C11)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.plan import Level, Plan
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.domain.seats import OTHERS
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange import list_cells
from dialogue_desktop.exchange.delegate_rows_groups import Groups
from dialogue_desktop.exchange.delegate_rows_types import DelegateRow
from dialogue_desktop.exchange.delegate_rows_who import Who, joined_office, read_honorific, read_who
from dialogue_desktop.exchange.list_cells import flat, short_of
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_places import Place, Places
from dialogue_desktop.exchange.list_reading import Days, RowReading, Taken, taken_again
from dialogue_desktop.exchange.list_types import Severity

NOBODY = "Chưa ghi họ tên hoặc tên cơ quan, chức vụ được mời."
_MOST_SEATS = 9_999
_NUMBER = re.compile(r"0*(\d{1,6})(?:[.,]0+)?\s*(?:người|đại biểu|chỗ|đồng chí|đ/c)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RawDelegate:
    """A row before it is understood; `place`, `hamlet` and `group` come from headings."""

    taken: Taken
    place: str = ""
    hamlet: str = ""
    group: str = ""


class DelegateReader:
    """Understands rows for one plan. `default_group`: where rows go whose group the list does not say."""

    def __init__(self, plan: Plan, today: date, default_group: str | None = None) -> None:
        self.plan, self.days, self.default_group = plan, Days(today), default_group
        self.places = Places(plan.localities, plan.issuer.unit)
        self.groups = Groups(plan)
        self.levels = {group.id: group.level for group in self.groups.all}
        self._hamlets = _hamlets_of(plan)
        self._called: dict[tuple[str, str], str] = {}
        self._who: dict[tuple[str, str], Who] = {}

    def read(self, raw: RawDelegate, key: int) -> DelegateRow:
        return _Reading(self, raw).row(key)

    def who(self, name: str, office: str) -> Who:
        found = self._who.get((name, office))
        if found is None:
            found = self._who[name, office] = read_who(name, office)
        return found

    def hamlet(self, locality: str, text: str) -> str:
        """The xóm as the plan calls it: "Đình" is "xóm Đình" where that has seats."""
        found = self._called.get((locality, text))
        if found is None:
            found = self._hamlets.get((fold(locality), _bare(text)), text)
            self._called[locality, text] = found
        return found


def again(reader: DelegateReader, row: DelegateRow, column: Column, text: str) -> DelegateRow:
    """The row with another text in one cell, understood anew; what the file itself said of others stays."""
    taken = taken_again(row, column, text)
    return reader.read(RawDelegate(taken, row.place, row.hamlet, row.group), row.key)


class _Reading(RowReading):
    """The state while one row is understood as those whom it invites."""

    def __init__(self, reader: DelegateReader, raw: RawDelegate) -> None:
        super().__init__(raw.taken)
        self._reader, self._raw = reader, raw

    def row(self, key: int) -> DelegateRow:
        raw, taken = self._raw, self._taken
        unit = self._shown(Column.UNIT)
        unit_place = self._reader.places.exact(unit) if unit else ""
        who = self._who("" if unit_place else unit)
        group, said = self._group(who)
        place = self._where(who, unit_place, group)
        phone = self._said(Column.PHONE, list_cells.read_phone(self._value(Column.PHONE)))
        sent = self._said(Column.SENT, self._reader.days.read(self._value(Column.SENT)))
        shared = Delegate(
            "",
            group_id=group,
            office=who.office,
            locality=place.locality,
            hamlet=place.hamlet,
            count=self._count(who),
            through_locality=bool(place.locality) and group == self._reader.groups.seats,
            letter_number=flat(self._shown(Column.LETTER)),
            sent_on=sent if isinstance(sent, date) else None,
            note=self._note(who),
        )
        return DelegateRow(
            key,
            taken.sheet,
            taken.number,
            self._texts(),
            self._delegates(shared, who),
            str(phone or ""),
            place.house,
            said,
            tuple(self._problems),
            place=raw.place,
            hamlet=raw.hamlet,
            group=raw.group,
            cells=taken.cells,
        )

    # --- who

    def _who(self, unit: str) -> Who:
        name = self._shown(Column.NAME)
        who = self._reader.who(name, joined_office(self._shown(Column.OFFICE), unit))
        for sentence in who.doubts:
            self._add(Severity.DOUBT, Column.NAME, sentence)
        for sentence in who.notes:
            self._add(Severity.NOTE, Column.NAME, sentence)
        if not (who.persons or who.office) and Column.NAME not in self._faulty:
            self._add(Severity.ERROR, Column.NAME, NOBODY)
        if len(who.persons) > 1:
            sentence = f"Ô họ tên có {len(who.persons)} người; sẽ ghi thành {len(who.persons)} đại biểu."
            self._add(Severity.DOUBT, Column.NAME, sentence)
        return who

    def _delegates(self, shared: Delegate, who: Who) -> tuple[Delegate, ...]:
        own = read_honorific(self._shown(Column.HONORIFIC))
        if not who.persons:
            return (shared,) if who.office else ()
        return tuple(_named(shared, said or own, name) for said, name in who.persons)

    def _count(self, who: Who) -> int:
        text = self._shown(Column.COUNT).strip()
        if not text or text in "-–xX":
            return 1
        found = _NUMBER.fullmatch(text)
        count = int(found[1]) if found else 0
        if not 1 <= count <= _MOST_SEATS:
            sentence = f"Không đọc được số lượng “{short_of(text)}”: ghi số từ 1 đến 9.999."
            self._add(Severity.ERROR, Column.COUNT, sentence)
            return 1
        if who.persons and count != len(who.persons):
            sentence = f"Dòng có họ tên nên ghi {len(who.persons)} chỗ, không ghi {count} chỗ."
            self._add(Severity.DOUBT, Column.COUNT, sentence)
            return 1
        return count

    def _note(self, who: Who) -> str:
        return "; ".join(part for part in (flat(self._shown(Column.NOTE)), who.beside) if part)

    # --- group

    def _group(self, who: Who) -> tuple[str, bool]:
        """Its id, and whether the list says it."""
        reader, raw = self._reader, self._raw
        groups = reader.groups
        text, column = self._shown(Column.GROUP), Column.GROUP
        if not text:
            text = raw.group
        if text:
            found = groups.read(text)
            if found.group_id is None:
                sentence = (
                    f"Nhóm “{short_of(text)}” không có trong kế hoạch; tạm xếp vào “{groups.short(OTHERS)}”."
                )
                self._add(Severity.DOUBT, column, sentence, found.choices)
                return OTHERS, True
            by_office = None
            if found.among and who.office:
                by_office = groups.of_office_among(who.office, found.among)
            if by_office is not None:
                return by_office, True
            if not found.sure:
                sentence = f"Nhóm “{short_of(text)}” được hiểu là “{groups.short(found.group_id)}”."
                self._add(Severity.DOUBT, column, sentence, found.choices)
            return found.group_id, True
        if reader.default_group is not None:
            return reader.default_group, False
        return self._guessed(who), False

    def _guessed(self, who: Who) -> str:
        """By the office; who has none and lives in a thôn is of its people."""
        groups = self._reader.groups
        by_office = groups.of_office(who.office) if who.office else None
        if by_office is not None:
            self._add(
                Severity.NOTE,
                Column.GROUP,
                f"Chưa ghi nhóm; theo chức vụ, xếp vào “{groups.short(by_office)}”.",
            )
            return by_office
        placed = self._raw.place or self._shown(Column.PLACE) or self._reader.places.only
        if groups.seats and (placed or not who.office):
            if placed:
                words = f"Chưa ghi nhóm; người của thôn, xếp vào “{groups.short(groups.seats)}”."
                self._add(Severity.NOTE, Column.GROUP, words)
            return groups.seats
        self._add(
            Severity.DOUBT,
            Column.GROUP,
            f"Chưa ghi nhóm; tạm xếp vào “{groups.short(OTHERS)}”.",
            groups.names[:4],
        )
        return OTHERS

    # --- place

    def _where(self, who: Who, unit_place: str, group: str) -> Place:
        reader, raw = self._reader, self._raw
        written, hamlet = self._shown(Column.PLACE), self._shown(Column.HAMLET)
        column = Column.PLACE
        address = reader.places.read(self._shown(Column.HOUSE)) if self._shown(Column.HOUSE) else Place()
        if not written and unit_place:
            written = unit_place
        if not written and who.address:
            written, column = who.address, Column.NAME
        if hamlet:
            hamlet = f"xóm {hamlet}" if hamlet.isdigit() else hamlet
        found = reader.places.read(written) if written else Place()
        in_house = bool(address.locality) and not address.doubt
        headed = raw.place if self._level(group) not in (Level.HIGHER, Level.COMMUNE) else ""
        locality = found.locality or headed or (address.locality if in_house else "")
        if found.doubt and headed and not found.choices:
            # A name that no thôn has, under the heading of one: a xóm of it.
            hamlet, locality = hamlet or found.locality, headed
            found = Place(hamlet=found.hamlet)
        of_people = self._is_of_people(group)
        if not locality and of_people:
            locality = reader.places.only
        elif not locality and self._level(group) is Level.LOCALITY:
            inside = reader.places.named_in(who.office)  # "Trưởng thôn Phú Ấp"
            locality = inside[0] if len(inside) == 1 else ""
        if found.doubt:
            severity = Severity.DOUBT if of_people else Severity.NOTE
            self._add(severity, column, found.doubt, found.choices)
        elif of_people and not locality and reader.plan.localities and Column.PLACE not in self._faulty:
            self._add(Severity.DOUBT, Column.PLACE, "Chưa ghi thôn.", self._labels())
        hamlet = hamlet or found.hamlet or raw.hamlet or address.hamlet
        hamlet = reader.hamlet(locality, flat(hamlet))
        return Place(locality, hamlet, self._house(found, address, in_house))

    def _house(self, found: Place, address: Place, in_house: bool) -> str:
        """What of the address is no thôn and no xóm; all of it where it is somewhere else."""
        whole = flat(self._shown(Column.HOUSE))
        return ", ".join(part for part in (found.house, address.house if in_house else whole) if part)

    def _level(self, group: str) -> Level | None:
        return self._reader.levels.get(group)

    def _is_of_people(self, group: str) -> bool:
        return group == self._reader.groups.seats or self._level(group) is Level.PEOPLE

    def _labels(self) -> tuple[str, ...]:
        labels = tuple(one.label for one in self._reader.plan.localities)
        return labels if len(labels) <= 4 else ()


def _hamlets_of(plan: Plan) -> dict[tuple[str, str], str]:
    labels = {one.id: fold(one.label) for one in plan.localities}
    return {
        (labels[quota.locality_id], _bare(quota.hamlet)): quota.hamlet
        for quota in plan.quotas
        if quota.hamlet and quota.locality_id in labels
    }


def _bare(hamlet: str) -> str:
    """ "xóm Đình" and "Đình" are one."""
    return fold(hamlet).removeprefix("xom ").strip(" .")


def _named(shared: Delegate, honorific: str, name: str) -> Delegate:
    return Delegate(
        "",
        group_id=shared.group_id,
        honorific=honorific,
        name=name,
        office=shared.office,
        locality=shared.locality,
        hamlet=shared.hamlet,
        through_locality=shared.through_locality,
        letter_number=shared.letter_number,
        sent_on=shared.sent_on,
        note=shared.note,
    )
