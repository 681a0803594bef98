"""One row of a list as an opinion, and everything that is to be said about its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.person_words import HONORIFICS
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.privacy import mask_numbers
from dialogue_desktop.domain.records import Opinion, OpinionKind, Voice
from dialogue_desktop.exchange import list_cells
from dialogue_desktop.exchange import opinion_rows_cells as cells
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_people import People, read_people
from dialogue_desktop.exchange.list_places import Places
from dialogue_desktop.exchange.list_reading import Days, RowReading, Taken, taken_again
from dialogue_desktop.exchange.list_types import Severity
from dialogue_desktop.exchange.opinion_rows_types import ReadOpinion, ReadRow, SpeakingForm

#: Fewer letters than this are hardly an opinion.
_SHORTEST = 8
#: Where a telephone may be: enough digits in a row, before the exact search.
_LONG_NUMBER = re.compile(r"\d[ .-]?\d[ .-]?\d[ .-]?\d[ .-]?\d[ .-]?\d")


@dataclass(frozen=True, slots=True)
class Office:
    """What the conference knows: its thôn, the office's fields, the commune ("xã Minh Khê"), what is kept."""

    localities: tuple[Locality, ...]
    fields: tuple[str, ...]
    unit: str
    today: date
    kept: tuple[Opinion, ...] = ()


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row before it is understood; `place` and `field` come from a group row or a heading."""

    taken: Taken
    place: str = ""
    field: str = ""


class RowReader:
    """Understands rows for one conference."""

    def __init__(self, office: Office) -> None:
        self.places = Places(office.localities, office.unit)
        self.fields = cells.Fields(office.fields)
        self.days = Days(office.today)
        self._people: dict[str, People] = {}

    def read(self, raw: RawRow, key: int) -> ReadRow:
        return _Reading(self, raw).row(key)

    def people(self, text: str) -> People:
        found = self._people.get(text)
        if found is None:
            found = self._people[text] = read_people(text)
        return found


def again(reader: RowReader, row: ReadRow, column: Column, text: str) -> ReadRow:
    """The row with another text in one cell, understood anew; what the file itself said of others stays."""
    return reader.read(RawRow(taken_again(row, column, text), row.place, row.field), row.key)


class _Reading(RowReading):
    """The state while one row is understood as an opinion."""

    def __init__(self, reader: RowReader, raw: RawRow) -> None:
        super().__init__(raw.taken)
        self._reader, self._raw = reader, raw

    def row(self, key: int) -> ReadRow:
        raw, taken = self._raw, self._taken
        text = self._text()
        people = self._who()
        locality, hamlet, house = self._where(people)
        consent = self._consent()
        if people.anonymous:
            consent = None
        form = self._said(Column.FORM, cells.read_form(self._shown(Column.FORM)))
        phone = self._said(Column.PHONE, list_cells.read_phone(self._value(Column.PHONE)))
        received = self._said(Column.RECEIVED, self._reader.days.read(self._value(Column.RECEIVED)))
        parts = cells.single_opinions(text) if len(text) > 30 else ()
        if parts:
            sentence = (
                f"Ô nội dung có vẻ gồm {len(parts)} ý kiến; có thể tách thành {len(parts)} ý kiến riêng."
            )
            self._add(Severity.NOTE, Column.TEXT, sentence)
        kind = cells.read_kind(self._shown(Column.KIND))
        opinion = ReadOpinion(
            text=text,
            voices=self._voices(people, locality, hamlet),
            group_note="" if people.anonymous else people.group,
            anonymous=people.anonymous,
            field=self._field(),
            kind=kind or (OpinionKind.QUESTION if form is SpeakingForm.QUESTION else OpinionKind.PETITION),
            consent=consent,
            received_on=received if isinstance(received, date) else None,
            slip_number=" ".join(self._shown(Column.SLIP).split()),
            source=cells.read_source(self._shown(Column.SOURCE)),
            form=form if isinstance(form, SpeakingForm) else None,
            collected_by=" ".join(self._shown(Column.COLLECTOR).split()),
            prepared_answer=self._shown(Column.ANSWER).strip(),
            prepared_by=" ".join(self._shown(Column.ANSWERER).split()),
            phone=str(phone or ""),
            house=house,
        )
        return ReadRow(
            key,
            taken.sheet,
            taken.number,
            self._texts(),
            opinion,
            tuple(self._problems),
            parts,
            no_opinion=bool(text) and cells.says_nothing(text),
            place=raw.place,
            field=raw.field,
            cells=taken.cells,
        )

    # --- single cells ---------------------------------------------------------------------------------

    def _text(self) -> str:
        text = self._shown(Column.TEXT).strip()
        if Column.TEXT in self._faulty:
            return ""
        if not text:
            self._add(Severity.ERROR, Column.TEXT, "Chưa ghi nội dung ý kiến.")
        elif cells.says_nothing(text):
            self._add(Severity.DOUBT, Column.TEXT, "Dòng này ghi là không có ý kiến.")
        elif len(text) < _SHORTEST:
            self._add(Severity.DOUBT, Column.TEXT, "Nội dung quá ngắn, hãy xem có đủ chữ không.")
        elif _LONG_NUMBER.search(text) and mask_numbers(text)[1]:
            self._add(
                Severity.NOTE,
                Column.TEXT,
                "Trong nội dung có số điện thoại hoặc số định danh; bản niêm yết sẽ che số ấy.",
            )
        return text

    def _who(self) -> People:
        people = self._reader.people(self._shown(Column.NAME))
        for sentence in people.doubts:
            self._add(Severity.DOUBT, Column.NAME, sentence)
        for sentence in people.notes:
            self._add(Severity.NOTE, Column.NAME, sentence)
        for position in people.positions:
            sentence = f"Chức danh “{position}” không có ô riêng trong chương trình nên không lưu."
            self._add(Severity.NOTE, Column.NAME, sentence)
        if not (people.persons or people.group or people.anonymous or Column.NAME in self._faulty):
            choices = (self._taken.before,) if self._taken.before else ()
            hint = f" Có phải vẫn là {self._taken.before} ở dòng trên không?" if choices else ""
            self._add(Severity.DOUBT, Column.NAME, f"Chưa ghi họ tên.{hint}", choices)
        return people

    def _where(self, people: People) -> tuple[str, str, str]:
        """Label of the thôn, xóm, house."""
        places = self._reader.places
        written, hamlet = self._shown(Column.PLACE), self._shown(Column.HAMLET)
        if hamlet:
            written = f"{hamlet}, {written}" if written else hamlet
        column = Column.PLACE
        if not written and people.address:
            written, column = people.address, Column.NAME
        found = places.read(written)
        locality = found.locality
        hamlet = found.hamlet
        if hamlet and self._taken.values.get(Column.HAMLET) and hamlet.isdigit():
            hamlet = f"xóm {hamlet}"
        if not locality:
            locality = self._raw.place or places.only
        elif self._raw.place and found.doubt and not found.choices:
            # A name that no thôn has, in a list of one thôn: a xóm of it.
            return self._raw.place, ", ".join(t for t in (hamlet, locality) if t), found.house
        if found.doubt and (found.locality or not locality):
            self._add(Severity.DOUBT, column, found.doubt, found.choices)
        elif not locality and Column.PLACE not in self._faulty:
            self._add(Severity.DOUBT, Column.PLACE, "Chưa ghi thôn.")
        return locality, hamlet, found.house

    def _voices(self, people: People, locality: str, hamlet: str) -> tuple[Voice, ...]:
        """Of the unnamed only the thôn is kept."""
        if people.anonymous or not people.persons:
            return (Voice(locality=locality),) if locality else ()
        own = self._shown(Column.HONORIFIC).strip(" .:").lower()
        honorific = own if own in HONORIFICS else ""
        return tuple(Voice(name, said or honorific, locality, hamlet) for said, name in people.persons)

    def _consent(self) -> bool | None:
        if cells.read_ticked(self._value(Column.REFUSAL)):
            if cells.read_consent(self._value(Column.CONSENT)).value is True:
                sentence = "Cả hai ô Có và Không đều được đánh dấu; tạm coi là không đồng ý công khai."
                self._add(Severity.DOUBT, Column.CONSENT, sentence, ("Có", "Không"))
            return False
        value = self._said(Column.CONSENT, cells.read_consent(self._value(Column.CONSENT)))
        return value if isinstance(value, bool) else None

    def _field(self) -> str:
        text = self._shown(Column.FIELD)
        if not text:
            return self._raw.field
        return str(self._said(Column.FIELD, self._reader.fields.read(text)) or "")
