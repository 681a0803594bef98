"""What stands in the form of one batch of slips, and how it becomes the batch's fields (C3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import SlipBatch
from dialogue_desktop.domain.slips import number_words, refusal, slip_number
from dialogue_desktop.domain.text_vi import one_line
from ui.invite.entry import EntryError, read_sent, write_day
from ui.opinions.entry import place_label
from ui.wizard.reading import read_count


@dataclass(frozen=True, slots=True)
class SlipEntry:
    """The form as it stands; everything as typed. `batch_id` is empty for a new one."""

    batch_id: str = ""
    locality: str = ""
    collector: str = ""
    first: str = ""
    last: str = ""
    handed: str = ""
    due: str = ""
    returned: str = ""
    returned_on: str = ""
    note: str = ""


def entry_of(batch: SlipBatch) -> SlipEntry:
    return SlipEntry(
        batch.id,
        batch.locality,
        batch.collector,
        number_words(batch.first),
        number_words(batch.last),
        write_day(batch.handed_on),
        write_day(batch.due_on),
        "" if batch.returned is None else str(batch.returned),
        write_day(batch.returned_on),
        batch.note,
    )


def blank_after(last: SlipEntry | None, first: int, today: date, due: date | None) -> SlipEntry:
    """The next batch: thôn and days stay, as many slips again from the first free number on."""
    if last is None:
        start = SlipEntry(handed=write_day(today), due=write_day(due))
        return replace(start, first=number_words(first))
    low, high = slip_number(last.first), slip_number(last.last)
    many = high - low if low is not None and high is not None and high >= low else None
    return SlipEntry(
        locality=last.locality,
        first=number_words(first),
        last="" if many is None else number_words(first + many),
        handed=last.handed,
        due=last.due,
    )


def facts_of(entry: SlipEntry, localities: Sequence[Locality], today: date) -> dict[str, object]:
    """The batch's fields. EntryError where the form cannot be kept as it is."""
    place = place_label(entry.locality, localities)
    collector = one_line(entry.collector)
    if not (place or collector):
        raise EntryError("collector", "Chưa ghi thôn hoặc người phát, thu phiếu.")
    returned = _read("returned", lambda: read_count(entry.returned))
    returned_on = _read("returned_on", lambda: read_sent(entry.returned_on, today))
    if returned is not None and returned_on is None:
        returned_on = today
    return {
        "locality": place,
        "collector": collector,
        "first": _number("first", entry.first),
        "last": _number("last", entry.last),
        "handed_on": _read("handed", lambda: read_sent(entry.handed, today)),
        "due_on": _read("due", lambda: read_sent(entry.due, today)),
        "returned": returned,
        "returned_on": returned_on if returned is not None else None,
        "note": one_line(entry.note),
    }


def complaint(
    entry: SlipEntry, localities: Sequence[Locality], others: Sequence[SlipBatch], today: date
) -> tuple[str, str] | None:
    """(field, sentence) where these slips cannot be handed out so."""
    try:
        facts = facts_of(entry, localities, today)
    except EntryError as wrong:
        return wrong.field, wrong.sentence
    sentence = refusal(SlipBatch(entry.batch_id, **facts), others)  # type: ignore[arg-type]
    if not sentence:
        return None
    if "thu về" in sentence:
        return ("returned_on" if sentence.startswith("Ngày") else "returned"), sentence
    return ("due" if sentence.startswith("Hạn") else "last"), sentence


def typed_since(entry: SlipEntry, base: SlipEntry) -> bool:
    return _trimmed(entry) != _trimmed(base)


def _trimmed(entry: SlipEntry) -> SlipEntry:
    return SlipEntry(*(getattr(entry, f.name).strip() for f in fields(entry)))


def _number(name: str, text: str) -> int:
    found = slip_number(text)
    if found is None:
        raise EntryError(name, "Chưa ghi số phiếu, ví dụ 031.")
    return found


def _read(name: str, read: Callable[[], object]) -> object:
    try:
        return read()
    except ValueError as wrong:
        raise EntryError(name, str(wrong)) from wrong
