"""What the papers made from collected questions and invited people share (C3, C7–C11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.office_words import joined
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import Heading, Letterhead, Level
from dialogue_desktop.domain.paper_choices import USUAL, PaperChoices
from dialogue_desktop.domain.petition_results import EarlierConference
from dialogue_desktop.domain.privacy import may_name
from dialogue_desktop.domain.records import Delegate, Opinion, Records, Voice
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import date_short, weekday_date

# Duties that end with slips in the office's hands, and with answers there (folded words of the duty).
SLIPS_BACK = ("thu phieu", "nop phieu", "thu y kien")
ANSWERS_IN = ("noi dung tra loi", "van ban tra loi", "du thao tra loi", "tra loi")


@dataclass(frozen=True, slots=True)
class RecordPaper:
    """A paper with the records that it is made from.

    `public`: only those are named who agreed to it, and `records` have been through `privacy.posted`.
    """

    paper: Paper
    records: Records
    choices: PaperChoices = USUAL
    public: bool = False
    earlier: EarlierConference | None = None

    def letterhead(self, code: str, number: str | None = None) -> Letterhead:
        """The head with the number and the date that were chosen."""
        choices = self.choices
        return self.paper.letterhead(
            code, choices.number if number is None else number, dated_on=choices.issued_on
        )

    def section(self, number: int, key: str) -> Heading:
        """A heading "I. …" with the words of this paper under `key`."""
        shown = number_of(self.paper.sheet, Level.SECTION, number)
        return Heading(Level.SECTION, shown, self.paper.phrases(key), key)

    def day_of(self, signs: Iterable[str]) -> date | None:
        """The plan's own day for a duty before the conference that has one of these words in its name."""
        day = self.paper.plan.day
        for sign in signs:
            for line in self.paper.duties:
                words = fold(line.duty.summary or line.duty.text)
                if sign in words and line.due is not None and day is not None and line.due < day:
                    return line.due
        return None

    def recipients(self, key: str = "recipients") -> tuple[str, ...]:
        """Those whom the paper goes to; the line of the file as the plan has it."""
        paper = self.paper
        kept = [r for r in paper.plan.recipients[-1:] if r.lstrip("- ").startswith("Lưu")]
        filed = paper.filled(kept[0]) if kept else paper.phrases("file_party" if paper.party else "file")
        unit = paper.plan.issuer.unit_kind.value
        return (*(name.format(unit=unit, heads=paper.heads) for name in paper.phrases.list(key)), filed)

    # --- people behind opinions

    def who(self, opinion: Opinion) -> str:
        """Everybody behind an opinion with their places, or nobody: one who did not put a name to it, and
        one who asked not to be named, are never named; in public only one who agreed."""
        common = self.paper.common
        if opinion.anonymous:
            places = _places(opinion)
            return f"{common('unnamed')} ({places})" if places else common("unnamed")
        if opinion.consent is False or (self.public and not may_name(opinion)):
            places = _places(opinion)
            words = common("citizen_of", place=places) if places else common("citizen")
            return words if self.public else f"{words} {common('asked')}"
        people = list(self._people(opinion.voices))
        if opinion.group_note.strip():
            people.append(opinion.group_note.strip())
        return "; ".join(people) or common("nameless")

    def _people(self, voices: Iterable[Voice]) -> Iterator[str]:
        """ "ông An, bà Bình (xóm Đình, thôn Phú Ấp)": those of one address after one another share it."""
        for address, found in groupby(voices, key=lambda voice: voice.address):
            names = ", ".join(voice.shown if voice.name else self.paper.common("citizen") for voice in found)
            yield f"{names} ({address})" if address else names


def beside(office: str, delegate: Delegate, within: str = "") -> str:
    """The address that stands after an office: the thôn that the office names, or `within` which a list
    stands, is not named again."""
    named = fold(delegate.locality)
    known = named and (named in fold(office) or named == fold(within))
    return delegate.hamlet if known else delegate.address


def locality_of(opinion: Opinion) -> str:
    """The thôn of the first who has one."""
    return next((voice.locality for voice in opinion.voices if voice.locality), "")


def numbers(opinions: Iterable[Opinion]) -> str:
    """ "2, 5 và 6"."""
    return joined([str(opinion.number) for opinion in opinions])


def on_day(day: date) -> str:
    """ "thứ Sáu 17/4/2026"."""
    return weekday_date(day)


def short_day(day: date | None) -> str:
    return date_short(day) if day else ""


def _places(opinion: Opinion) -> str:
    return joined(tuple(dict.fromkeys(voice.locality for voice in opinion.voices if voice.locality)))
