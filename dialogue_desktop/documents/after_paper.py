"""What the papers after the session share: what they are made from, their head, their own words (M4–F5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dialogue_desktop.documents.letterhead import two_digits
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import Letterhead
from dialogue_desktop.domain.after_records import Commitment
from dialogue_desktop.domain.after_records import Paper as Line
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.figures import Figures
from dialogue_desktop.domain.letters import ReplyWay
from dialogue_desktop.domain.notice_proof import NoticeProof
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.register import in_force, newest
from dialogue_desktop.domain.words_vi import date_short


@dataclass(frozen=True, slots=True)
class AfterPaper:
    """A paper with all that it is made from, as of one moment.

    `paper` has plan, sheet and words. `records` are those of the newest frozen minutes (the present ones
    before the first), with the papers, promises and the review as they stand now. `only` are the subjects of
    a series that are wanted, all where it is empty. `today` is the day that the paper speaks of. `proofs` say
    how the conference was announced, `contacts` what no page may say. `asked` hears which parts may be
    reworded: (subject, key) → draft.
    """

    name: str
    paper: Paper
    records: Records
    commitments: tuple[Commitment, ...]
    figures: Figures
    today: date
    only: tuple[str, ...] = ()
    way: ReplyWay = ReplyWay.MATTER
    proofs: tuple[NoticeProof, ...] = ()
    asked: dict[tuple[str, str], str] | None = field(default=None, compare=False)
    contacts: tuple[Contact, ...] = ()

    def public(self, records: Records) -> Records:
        """The records as they may be posted (`domain.privacy`)."""
        plan = self.paper.plan
        office = [*plan.officials, *(chair.official for chair in plan.chairs)]
        office += [secretary.official for secretary in plan.secretaries]
        return posted(records, [official.name for official in office], self.contacts).records

    def line(self, subject: str = "") -> Line:
        """Its line in the register: number, date, the office's own words; an empty one without any."""
        return newest(self.records.papers, self.name, subject) or Line("", self.name, subject)

    def letterhead(self, code: str, subject: str = "") -> Letterhead:
        """The issuer's head with the number and the date of the register. `code` ("TB") gives the symbol."""
        line = self.line(subject)
        return self.paper.letterhead(code, line.number, dated_on=line.dated_on)

    def words(self, key: str, drafted: str, subject: str = "") -> str:
        """The office's own words for a part (`domain.paper_parts_after`), else the drafted ones."""
        if self.asked is not None:
            self.asked.setdefault((subject, key), drafted)
        return self.line(subject).part(key).strip() or drafted

    def cited(self, kind: str, subject: str = "") -> str:
        """ "số 12/TB-UBND ngày 04/5/2026" of an issued paper, or of a draft that has its number already;
        "" where it has none, so that the sentence does without."""
        found = in_force(self.records.papers, kind, subject) or newest(self.records.papers, kind, subject)
        if found is None or not found.number:
            return ""
        sheet = self.paper.sheet
        number = sheet.words.number.format(number=two_digits(found.number), symbol=found.symbol)
        number = number.removeprefix("Số").lstrip(": ").strip()
        return f"số {number}" + (f" ngày {date_short(found.dated_on)}" if found.dated_on else "")
