"""How the table of the five real plans is written: one plan, one dated duty, the words they share (P13).

A span "begin … end" is looked up in the plan's own file by the tests. The outline has a line for each heading
(number, heading) and for each paragraph under it, in the order of the page: "-" and "+" items, "=" plain
paragraphs, "1-" or "(1)." items that are numbered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time

from dialogue_desktop.domain.deadlines import FixedDate
from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, UnitKind

CONFERENCE, NOTICE = "conference_day", "notice_of_conclusion"
BEFORE, AFTER = "before", "after"
CALENDAR, WORKING = "calendar", "working"
UNSAID = "không ghi tính từ ngày nào; hiểu là từ ngày họp"
FIRST_DAY = "đây là ngày bắt đầu"


@dataclass(frozen=True)
class Due:
    """One dated duty: whose, the span of its sentence, the wording of its deadline and what it means: a rule
    (anchor, direction, n, unit of days, extension) or a fixed date; the hour; the doubt beside it."""

    unit: str
    sentence: str
    wording: str
    rule: tuple | None = None
    fixed: FixedDate | None = None
    at: time | None = None
    doubt: str = ""


@dataclass(frozen=True)
class Seed:
    """One plan. `participants`: (level, expected, span); `units`: (number, heading, unit, number of duties);
    `topics` and `programme`: the number of the part whose items they are; `doubts`: all of them, in order."""

    issuer: tuple[IssuerKind, UnitKind, str]
    title: str
    bases: tuple[str, ...]
    lead_in: str
    outline: str
    closing: str
    time: tuple
    place: str
    recipients: tuple[str, ...]
    signature: tuple[tuple[str, ...], str]
    chairs: tuple[tuple[str, ChairRole], ...]
    units: tuple[tuple[str, str, str, int], ...]
    due: tuple[Due, ...]
    head: tuple[str, ...] = ()
    symbol: str = ""
    date_text: str = ""
    carried_out: tuple[int, ...] = ()
    secretaries: tuple[tuple[str, bool], ...] = ()
    organisers: tuple[tuple[str, str], ...] = ()
    localities: tuple[str, ...] = ()
    time_text: str = ""
    form: str = ""
    participants: tuple[tuple[Level, int | None, str], ...] = ()
    people: int | None = None
    per_session: int | None = None
    topics: str = ""
    programme: str = ""
    copies: tuple[tuple[int, str, bool], ...] = ()
    backdrop: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = field(default=())
