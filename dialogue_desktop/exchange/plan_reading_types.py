"""What is understood of an old plan, as frozen values in the words of the domain (P13)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from dialogue_desktop.domain.deadlines import FixedDate, Rule
from dialogue_desktop.domain.plan import (
    Bullet,
    Chair,
    CopyPurpose,
    Issuer,
    LegalBasis,
    Locality,
    ParticipantGroup,
    ProgrammeStep,
    Secretary,
    Signature,
    TimePlan,
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that was left out or not understood, with the reason; lines count from 1."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was understood but should be looked at by a person."""

    line: int
    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """One paragraph of the office's own wording, its broken lines joined.

    `label` is the number or letter that it began with ("1-", "(2).", "a)"), empty for bullets and plain
    paragraphs. A row of a table is one block, its cells parted by " | ".
    """

    line: int
    text: str
    bullet: Bullet = Bullet.PARAGRAPH
    label: str = ""


@dataclass(frozen=True, slots=True)
class ReadSection:
    """A heading as numbered in the old plan ("II", "2.1"), what stands under it and its parts."""

    line: int
    number: str
    heading: str
    blocks: tuple[ReadBlock, ...] = ()
    children: tuple[ReadSection, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """One unit of "Tổ chức thực hiện" with its duties as written.

    `heading` is how the plan addresses it, empty where a numbered paragraph names nobody; `unit` the body
    without "Giao", "Đề nghị" …, empty where it is not sure to be one.
    """

    line: int
    number: str
    heading: str
    unit: str
    duties: tuple[ReadBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadOrganiser:
    """One line of the organising board: what it is there ("Trưởng ban", "thành viên") and its wording."""

    line: int
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadSession:
    """One of several conferences under the plan; `lines` are all on which it is said."""

    line: int
    localities: tuple[Locality, ...]
    time: TimePlan
    time_text: str
    places: tuple[str, ...] = ()
    people: int | None = None
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedDuty:
    """A duty with a deadline: a rule or a fixed date, and the words that it was read from.

    `text` is the sentence; `at` the hour where one is given; `doubt` is empty when the words are plain.
    """

    line: int
    unit: str
    text: str
    wording: str
    rule: Rule | None = None
    fixed: FixedDate | None = None
    at: time | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class PlanReading:
    """An old plan, read. Empty where the plan does not say it or it was not found.

    `head` holds the lines above "KẾ HOẠCH" as written. `time_text` and `form` are the plan's own words;
    `people_per_session` is the number meant for each conference where the plan says so.
    """

    head: tuple[str, ...] = ()
    title: str = ""
    issuer: Issuer = field(default_factory=Issuer)
    number: str = ""
    symbol: str = ""
    place: str = ""
    date_text: str = ""
    issued_on: date | None = None
    year: int | None = None
    bases: tuple[LegalBasis, ...] = ()
    lead_in: str = ""
    sections: tuple[ReadSection, ...] = ()
    closing: str = ""
    whole_commune: bool = True
    localities: tuple[Locality, ...] = ()
    time: TimePlan = field(default_factory=TimePlan)
    time_text: str = ""
    places: tuple[str, ...] = ()
    form: str = ""
    sessions: tuple[ReadSession, ...] = ()
    chairs: tuple[Chair, ...] = ()
    secretaries: tuple[Secretary, ...] = ()
    organisers: tuple[ReadOrganiser, ...] = ()
    participants: tuple[ParticipantGroup, ...] = ()
    expected_people: int | None = None
    people_per_session: int | None = None
    topics: tuple[str, ...] = ()
    programme: tuple[ProgrammeStep, ...] = ()
    units: tuple[ReadUnit, ...] = ()
    dated_duties: tuple[DatedDuty, ...] = ()
    copies: tuple[CopyPurpose, ...] = ()
    backdrop: str = ""
    recipients: tuple[str, ...] = ()
    signature: Signature = field(default_factory=lambda: Signature((), ""))
    doubts: tuple[Doubt, ...] = ()
    not_understood: tuple[Unread, ...] = ()
