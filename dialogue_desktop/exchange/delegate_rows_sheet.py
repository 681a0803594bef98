"""The rows of a list of delegates: under a group, a thôn or a xóm, one for each who is invited (C11)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dialogue_desktop.domain.text_vi import fold, one_line
from dialogue_desktop.exchange.delegate_columns import DELEGATES
from dialogue_desktop.exchange.delegate_rows_check import DelegateReader, RawDelegate
from dialogue_desktop.exchange.delegate_rows_groups import bare
from dialogue_desktop.exchange.delegate_rows_types import DelegateRow
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_head import Head
from dialogue_desktop.exchange.list_lines import is_sum
from dialogue_desktop.exchange.list_reading import Taken
from dialogue_desktop.exchange.list_sheet import KIND_WORD, Found, ListSheet
from dialogue_desktop.exchange.table_types import Row, Table, Value

_LONGEST_GROUP = 200
_MARK = re.compile(r"(?:[IVX]+|[A-HĐ]|[*+-])[.)/]?")
_LEADING_MARK = re.compile(r"^(?:[IVX]+|[A-HĐ])\s*[.)/:-]\s*|^(\d{1,2})\s*[.)/:-]\s*|^[-+*]\s+")
#: "Danh sách đại biểu thôn Phú Ấp", but not "Hội nghị đối thoại tại thôn Phú Ấp".
_LIST_OF = re.compile(r"\b(?:danh sach|dai bieu|nhan dan)\b")
_HELD_AT = re.compile(r"\b(?:tai|hoi nghi|dia diem)\b")
_HAMLET = re.compile(r"^(?:xom|cum|doi|ngo|to)\s+\S")


class DelegateSheet(ListSheet[DelegateRow]):
    """Reads the rows of one table under its head."""

    vocabulary = DELEGATES
    prefilled = frozenset(
        {
            Column.NUMBER, Column.PLACE, Column.HAMLET, Column.GROUP, Column.COUNT,
            Column.LETTER, Column.SENT, Column.REASON,
        }
    )  # fmt: skip
    ditto = frozenset(
        {
            Column.HONORIFIC, Column.OFFICE, Column.UNIT, Column.PLACE, Column.HAMLET, Column.GROUP,
            Column.HOUSE, Column.SENT, Column.NOTE,
        }
    )  # fmt: skip

    def __init__(self, table: Table, head: Head, reader: DelegateReader, found: Found[DelegateRow]) -> None:
        super().__init__(table, head, reader.places, found)
        self._reader = reader
        self._group = self._group_hamlet = ""

    def _under(self, table: Table, head: Head) -> DelegateSheet:
        following = DelegateSheet(table, head, self._reader, self._found)
        following._group, following._group_hamlet = self._group, self._group_hamlet
        return following

    def _understood(self, taken: Taken) -> DelegateRow:
        raw = RawDelegate(taken, self._group_place or self._place, self._group_hamlet, self._group)
        return self._reader.read(raw, len(self._found.rows))

    def _may_be_foot(self, row: Row, values: Mapping[Column, Value]) -> bool:
        """ "Trưởng thôn" in the column of offices is invited, unless rows have numbers and this has none."""
        numbered = Column.NUMBER in self._places
        office = Column.OFFICE in values and not is_sum(row)
        return super()._may_be_foot(row, values) and (numbered or not office)

    def _headed_place(self) -> str:
        """The thôn whose list this says it is; not the one in which the conference is held."""
        own = [text for text in self._texts_above() if not _HELD_AT.search(fold(text))]
        return self._place_said(own) or self._place_named(t for t in own if _LIST_OF.search(fold(t)))

    # --- groups

    def _is_group(self, row: Row, values: Mapping[Column, Value]) -> bool:
        """A row that says nothing but a group, a thôn or a xóm: what follows belongs to it."""
        cells = row.cells
        if len(cells) - cells.count(None) - cells.count("") > 3:
            return False
        filled = [(place, value) for place, value in enumerate(cells) if value not in (None, "")]
        if not filled:
            return False
        texts = [
            (p, v) for p, v in filled if isinstance(v, str) and not _MARK.fullmatch(v) and not v.isdigit()
        ]
        marks = [v for p, v in filled if (p, v) not in texts]
        if len(texts) != 1 or len(texts[0][1]) > _LONGEST_GROUP:
            return False
        place, text = texts[0]
        led = _LEADING_MARK.match(text)
        name = bare(_LEADING_MARK.sub("", one_line(text)))
        heads = self._is_heading(row, place, marks, led)
        return bool(name) and (
            self._as_place(name, place, heads, bool(marks)) or self._as_group(name, row, place, heads)
        )

    def _is_heading(self, row: Row, place: int, marks: Sequence[Value], led: re.Match[str] | None) -> bool:
        """Whether the row looks like one, whatever it says: a Roman mark, a wide cell, a text as number."""
        roman = any(isinstance(mark, str) and _MARK.fullmatch(mark) for mark in marks)
        numbered = led is not None and led[1] is None
        as_number = self._head.columns.get(place) is Column.NUMBER
        return roman or numbered or as_number or self._is_wide(row, place)

    def _as_place(self, name: str, place: int, heads: bool, marked: bool) -> bool:
        places = self._reader.places
        if marked and not heads and self._head.columns.get(place) is Column.PLACE:
            return False  # a numbered row of the form in which only the thôn stands
        label = places.exact(name)
        if not label and places.empty and KIND_WORD.match(fold(name)) and len(name) < 50:
            label = places.read(name).locality
        if not label:
            inside = places.named_in(name)
            spoken = self._reader.groups.is_heading(name) or fold(name).startswith("nhan dan")
            if heads and len(inside) == 1 and spoken:  # "Đại biểu Nhân dân thôn Phú Ấp"
                self._group_place, self._group_hamlet = inside[0], ""
                self._group = name if self._reader.groups.read(name).group_id is not None else self._group
                return True
        if label:
            self._group_place, self._group_hamlet = label, ""
            if self._group and not self._may_hold_places():
                self._group = ""
            return True
        if heads and _HAMLET.match(fold(name)) and (self._group_place or self._place):
            self._group_hamlet = name[:1].lower() + name[1:]
            return True
        return False

    def _may_hold_places(self) -> bool:
        """Whether a thôn may stand under the group's heading: not under the province's."""
        groups = self._reader.groups
        said = groups.read(self._group).group_id
        level = next((one.level for one in groups.all if one.id == said), None)
        return level is None or level.value not in ("cấp trên", "cấp xã")

    def _as_group(self, name: str, row: Row, place: int, heads: bool) -> bool:
        groups = self._reader.groups
        known = groups.read(name)
        if not (heads or groups.is_heading(name)):
            return False
        if self._head.columns.get(place) in (Column.NOTE, Column.PHONE, Column.HOUSE):
            return False
        self._group, self._group_place, self._group_hamlet = name, "", ""
        if known.group_id is None:
            where = f"{self._where()}, dòng {row.number}"
            self._found.notes.append(f"{where}: nhóm “{name}” không có trong kế hoạch.")
        return True
