"""The rows of a list of opinions: under a thôn or a field, one for each opinion (C4)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dialogue_desktop.domain.text_vi import fold, one_line
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_head import Head
from dialogue_desktop.exchange.list_reading import Taken
from dialogue_desktop.exchange.list_sheet import KIND_WORD, LONGEST_HEAD, Found, ListSheet
from dialogue_desktop.exchange.opinion_columns import OPINIONS
from dialogue_desktop.exchange.opinion_rows_check import RawRow, RowReader
from dialogue_desktop.exchange.opinion_rows_types import ReadRow
from dialogue_desktop.exchange.table_types import Row, Table, Value

_LONGEST_GROUP = 150
_ROMAN = re.compile(r"(?:[IVX]+|[A-HĐ])[.)]?")
_GROUP_MARK = re.compile(r"^(?:[IVX]+|[A-HĐ]|\d{1,2})\s*[.)/:-]\s*")
_GROUP_COUNT = re.compile(
    r"[\s:;,]*\(?\s*\d+\s*(?:ý kiến|kiến nghị|người|phiếu|câu hỏi)[^)]*\)?\s*$|[\s:;.]+$"
)
_GROUP_FIELD = re.compile(
    r"^(?:(?:các|những)\s+)?(?:lĩnh vực|ý kiến về|về|nhóm|nội dung|vấn đề|ý kiến)\s*:?\s+", re.IGNORECASE
)


class OpinionSheet(ListSheet[ReadRow]):
    """Reads the rows of one table under its head."""

    vocabulary = OPINIONS
    prefilled = frozenset(
        {
            Column.NUMBER, Column.PLACE, Column.HAMLET, Column.FIELD, Column.FORM, Column.CONSENT,
            Column.RECEIVED, Column.COLLECTOR, Column.SLIP, Column.SOURCE, Column.KIND, Column.REASON,
            Column.HONORIFIC, Column.OPINION,
        }
    )  # fmt: skip
    ditto = frozenset(
        {
            Column.NAME,
            Column.PLACE,
            Column.HAMLET,
            Column.FIELD,
            Column.RECEIVED,
            Column.COLLECTOR,
            Column.FORM,
        }
    )

    def __init__(self, table: Table, head: Head, reader: RowReader, found: Found[ReadRow]) -> None:
        super().__init__(table, head, reader.places, found)
        self._reader = reader
        self._field = ""

    def _under(self, table: Table, head: Head) -> OpinionSheet:
        following = OpinionSheet(table, head, self._reader, self._found)
        following._field = self._field
        return following

    def _understood(self, taken: Taken) -> ReadRow:
        raw = RawRow(taken, self._group_place or self._place, self._field)
        return self._reader.read(raw, len(self._found.rows))

    def _is_group(self, row: Row, values: Mapping[Column, Value]) -> bool:
        """A row that says nothing but a thôn or a field: what follows belongs to it."""
        if len(row.cells) - row.cells.count(None) - row.cells.count("") > 2:
            return False
        filled = [(place, value) for place, value in enumerate(row.cells) if value not in (None, "")]
        marks = [v for _, v in filled if isinstance(v, int) or (isinstance(v, str) and _ROMAN.fullmatch(v))]
        texts = [(place, v) for place, v in filled if isinstance(v, str) and not _ROMAN.fullmatch(v)]
        if len(texts) != 1 or len(marks) != len(filled) - 1 or len(marks) > 1:
            return False
        place, text = texts[0]
        if len(text) > _LONGEST_GROUP:
            return False
        number = values.get(Column.NUMBER)
        if isinstance(number, int) and self._head.columns.get(place) is Column.PLACE:
            return False  # a numbered row of the form in which only the thôn stands
        name = _GROUP_COUNT.sub("", _GROUP_MARK.sub("", one_line(text)))
        label = self._reader.places.exact(name)
        if not label and len(name) < 50 and self._reader.places.empty and KIND_WORD.match(fold(name)):
            label = self._reader.places.read(name).locality
        if label:
            self._group_place, self._before = label, ""
            return True
        if self._head.columns.get(place) is Column.FIELD:
            return False
        topic = self._reader.fields.exact(name) or self._reader.fields.exact(_GROUP_FIELD.sub("", name))
        if topic:
            self._field, self._before = topic, ""
            return True
        if self._head.columns.get(place) is Column.TEXT:
            return False  # an opinion of somebody who is not named
        if len(name) <= LONGEST_HEAD and (
            any(isinstance(m, str) for m in marks) or self._is_wide(row, place)
        ):
            # A heading that names neither: what the last one said does not hold any more.
            self._field, self._before = "", ""
            if KIND_WORD.match(fold(name)):
                self._group_place = self._reader.places.read(name).locality
                self._found.notes.append(f"{self._where()}: “{name}” không phải thôn của hội nghị này.")
            self._outside(row)
            return True
        return False
