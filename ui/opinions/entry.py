"""What stands in the form of one collected opinion, and how it becomes the fields of an opinion (C5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.date_words import weekday_date
from dialogue_desktop.domain.live import LiveDraft, LiveItem, Round
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Opinion, OpinionKind, Source, Voice
from dialogue_desktop.domain.slips import next_number
from dialogue_desktop.domain.text_vi import clean, one_line
from dialogue_desktop.domain.words_vi import make_date, parse_date
from ui.live.session.quick_add import match_locality, split_honorific

#: Sources of what came before the day, in the order in which they are offered.
SOURCES = (Source.VILLAGE_HEAD, Source.SLIP, Source.VIA_SECRETARY, Source.ONLINE)

CONSENT = ((None, "Chưa hỏi"), (True, "Đồng ý nêu tên"), (False, "Không đồng ý nêu tên"))
COMPETENCE = ((False, "Thuộc thẩm quyền"), (True, "Vượt thẩm quyền"))

_DAY_AND_MONTH = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person as typed: `name` with the honorific ("bà Lê Thị Ổn"), `locality` name or label."""

    name: str = ""
    hamlet: str = ""
    locality: str = ""

    @property
    def blank(self) -> bool:
        return not (self.name.strip() or self.hamlet.strip() or self.locality.strip())


@dataclass(frozen=True, slots=True)
class Entry:
    """The form as it stands; `opinion_id` is empty for a new one. `received` stays as typed."""

    opinion_id: str = ""
    source: Source = Source.SLIP
    slip_number: str = ""
    received: str = ""
    people: tuple[PersonLine, ...] = (PersonLine(),)
    anonymous: bool = False
    group_note: str = ""
    text: str = ""
    field: str = ""
    kind: OpinionKind = OpinionKind.PETITION
    consent: bool | None = None
    beyond: bool = False
    receiving_body: str = ""
    prepared_answer: str = ""
    prepared_by: str = ""
    withheld: bool = False
    phone: str = ""
    house_address: str = ""

    @property
    def nobody(self) -> bool:
        """A new form in which nobody is named yet: the thôn in it is only what stayed from the last slip."""
        return not self.opinion_id and not any(line.name.strip() for line in self.people)


class EntryError(ValueError):
    """Something must be put right before the opinion can be kept; `field` is the form's field."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence = field, sentence


def entry_of(opinion: Opinion, contact: Contact | None = None) -> Entry:
    """The form of an opinion that is kept already."""
    people = tuple(PersonLine(v.shown, v.hamlet, v.locality) for v in opinion.voices)
    return Entry(
        opinion_id=opinion.id,
        source=opinion.source,
        slip_number=opinion.slip_number,
        received=write_day(opinion.received_on),
        people=people or (PersonLine(),),
        anonymous=opinion.anonymous,
        group_note=opinion.group_note,
        text=opinion.text,
        field=opinion.field,
        kind=opinion.kind,
        consent=opinion.consent,
        beyond=opinion.beyond_competence,
        receiving_body=opinion.receiving_body,
        prepared_answer=opinion.prepared_answer,
        prepared_by=opinion.prepared_by,
        withheld=opinion.withheld,
        phone=contact.phone if contact else "",
        house_address=contact.house_address if contact else "",
    )


def blank_after(last: Entry | None, taken: Iterable[str] = ()) -> Entry:
    """An empty form in which source, day, thôn and field stay from the last one: slips come in piles. The
    number goes on; `taken` are those that are entered already."""
    if last is None:
        return Entry()
    places = [line.locality for line in last.people if line.locality.strip()]
    return Entry(
        source=last.source,
        slip_number=next_number(last.slip_number, taken) if last.source is Source.SLIP else "",
        received=last.received,
        people=(PersonLine(locality=places[0] if places else ""),),
        field=last.field,
    )


def rescue_of(entry: Entry) -> LiveDraft:
    """The same words as the rescue file takes them, when the database cannot."""
    answer = Round(answerer=entry.prepared_by, text=entry.prepared_answer)
    item = LiveItem(
        source=entry.source,
        text=entry.text,
        field=entry.field,
        kind=entry.kind,
        voices=voices_of(entry, ()),
        group_note=entry.group_note,
        anonymous=entry.anonymous,
        consent=entry.consent,
        receiving_body=entry.receiving_body,
        rounds=(answer,),
    )
    return LiveDraft(item)


def contact_of(entry: Entry, opinion_id: str) -> Contact:
    return Contact(opinion_id, entry.phone, entry.house_address)


# --- reading what was typed ---------------------------------------------------------------------------


def read_day(text: str, today: date) -> date | None:
    """A day received; without a year the last such day up to today. ValueError with one sentence."""
    if not text.strip():
        return None
    short = _DAY_AND_MONTH.fullmatch(text)
    if short is None:
        return parse_date(text)
    day = make_date(int(short[1]), int(short[2]), today.year)
    return day if day <= today else make_date(int(short[1]), int(short[2]), today.year - 1)


def write_day(day: date | None) -> str:
    """With its weekday, as it reads back: "thứ Sáu 17/4/2026"."""
    return weekday_date(day) if day else ""


def place_label(text: str, localities: Sequence[Locality]) -> str:
    """The label of the locality that was meant ("phu ap" gives "thôn Phú Ấp"); else the text itself."""
    known = match_locality(text, localities)
    return known.label if known is not None else one_line(text)


def voice_of(line: PersonLine, localities: Sequence[Locality]) -> Voice:
    honorific, name = split_honorific(one_line(line.name))
    return Voice(name, honorific, place_label(line.locality, localities), one_line(line.hamlet))


def voices_of(entry: Entry, localities: Sequence[Locality]) -> tuple[Voice, ...]:
    """The people of the form; of the anonymous only the thôn is kept, each thôn once."""
    voices = tuple(voice_of(line, localities) for line in entry.people if not line.blank)
    if entry.anonymous:
        places = dict.fromkeys(voice.locality for voice in voices if voice.locality)
        return tuple(Voice(locality=place) for place in places)
    return voices


def facts_of(entry: Entry, localities: Sequence[Locality], today: date) -> dict[str, object]:
    """The opinion's fields. EntryError where the form cannot be kept as it is."""
    text = clean(entry.text).text.strip()
    if not text:
        raise EntryError("text", "Chưa ghi nội dung ý kiến.")
    try:
        received_on = read_day(entry.received, today)
    except ValueError as wrong:
        raise EntryError("received", str(wrong)) from wrong
    return {
        "source": entry.source,
        "slip_number": one_line(entry.slip_number),
        "received_on": received_on,
        "voices": voices_of(entry, localities),
        "anonymous": entry.anonymous,
        "group_note": one_line(entry.group_note),
        "text": text,
        "field": one_line(entry.field),
        "kind": entry.kind,
        "consent": entry.consent,
        "beyond_competence": entry.beyond,
        "receiving_body": one_line(entry.receiving_body) if entry.beyond else "",
        "prepared_answer": clean(entry.prepared_answer).text.strip(),
        "prepared_by": one_line(entry.prepared_by),
        "withheld": entry.withheld,
    }


def typed_since(entry: Entry, base: Entry) -> bool:
    """Whether anything was typed or chosen since the form was filled; spaces at the ends do not count."""
    return _trimmed(entry) != _trimmed(base)


def _trimmed(entry: Entry) -> Entry:
    people = tuple(
        PersonLine(line.name.strip(), line.hamlet.strip(), line.locality.strip()) for line in entry.people
    )
    return replace(
        entry,
        people=people,
        text=entry.text.strip(),
        prepared_answer=entry.prepared_answer.strip(),
        received=entry.received.strip(),
    )
