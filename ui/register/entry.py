"""What stands in the form of one paper of the register, and how it becomes the paper's fields (M4–M7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.domain.after_records import Paper, PaperPart, StoredFile
from dialogue_desktop.domain.paper_parts_after import PartWords
from dialogue_desktop.domain.register_rows import RegisterRow
from dialogue_desktop.domain.words_vi import date_short
from ui.invite.entry import read_sent


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """The form as it stands; everything as typed. `row` is the key of the line in the register, empty for a
    paper that is put in now; `parts` are (key, words) as they stand on the page."""

    row: str = ""
    conference_id: str = ""
    title: str = ""
    number: str = ""
    symbol: str = ""
    day: str = ""
    sender: str = ""
    note: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    files: tuple[StoredFile, ...] = ()
    incoming: bool = True


def entry_of(row: RegisterRow, parts: tuple[PartWords, ...]) -> PaperEntry:
    """The form of a line: where the office has no words of its own, the drafted ones stand."""
    paper = row.paper
    known = {part.key for part in parts}
    shown = [(part.key, plain(part.own or part.drafted)) for part in parts]
    shown += [(part.key, part.text) for part in paper.parts if part.key not in known]
    return PaperEntry(
        row.key,
        row.conference_id,
        paper.title,
        paper.number,
        paper.symbol,
        date_short(paper.dated_on) if paper.dated_on else "",
        "\n".join(paper.recipients),
        paper.note,
        tuple(shown),
    )


def plain(text: str) -> str:
    """As a field gives it back: a blank that does not break is a blank."""
    return text.replace("\u00a0", " ")


def own_parts(entry: PaperEntry, parts: tuple[PartWords, ...]) -> tuple[PaperPart, ...]:
    """The office's own words: what differs from the drafted ones."""
    drafted = {part.key: plain(part.drafted).strip() for part in parts}
    return tuple(
        PaperPart(key, words.strip())
        for key, words in entry.parts
        if words.strip() and words.strip() != drafted.get(key, "")
    )


def paper_of(entry: PaperEntry, paper: Paper, parts: tuple[PartWords, ...], today: date) -> Paper:
    """The paper with what was typed in its form. A paper from elsewhere is told by `kind` ""."""
    if paper.kind:
        return replace(paper, symbol=entry.symbol, note=entry.note, parts=own_parts(entry, parts))
    return replace(
        paper,
        title=entry.title,
        number=entry.number,
        symbol=entry.symbol,
        dated_on=read_day(entry.day, today),
        recipients=tuple(line for line in entry.sender.splitlines() if line.strip()),
        note=entry.note,
    )


def read_day(text: str, today: date) -> date | None:
    """A day as typed; None for nothing. ValueError with one sentence."""
    return read_sent(text, today)


def typed_since(entry: PaperEntry, base: PaperEntry) -> bool:
    return _trimmed(entry) != _trimmed(base)


def _trimmed(entry: PaperEntry) -> PaperEntry:
    names = ("title", "number", "symbol", "day", "sender", "note")
    values = {name: getattr(entry, name).strip() for name in names}
    parts = tuple((key, words.strip()) for key, words in entry.parts)
    return replace(entry, parts=parts, **values)
