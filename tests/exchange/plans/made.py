"""The shape of an invented plan: its paragraphs as its author wrote them, and what is to be found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind

CONFERENCE, NOTICE, PLAN_DATE = "conference_day", "notice_of_conclusion", "plan_date"


@dataclass(frozen=True)
class OldPlan:
    """One invented plan. Participants: (level, expected, text); units: (unit, texts of its duties); due:
    (unit, wording, rule or (day, inclusive), hour, doubt); doubts: all, without their lines."""

    name: str
    paragraphs: tuple[str, ...]
    kind: IssuerKind
    unit_kind: UnitKind
    commune: str
    title: str
    number: str = ""
    symbol: str = ""
    place: str = ""
    issued_on: date | None = None
    superior: str = ""
    bases: tuple[str, ...] = ()
    lead_in: str = ""
    sections: tuple[str, ...] = ()
    closing: str = ""
    localities: tuple[str, ...] = ()
    time: tuple[TimeKind, date | None, time | None, time | None, int | None, tuple[int, ...]] = (
        TimeKind.LATER, None, None, None, None, (),
    )  # fmt: skip
    places: tuple[str, ...] = ()
    form: str = ""
    chairs: tuple[tuple[str, str, ChairRole], ...] = ()
    secretaries: tuple[tuple[str, str, bool], ...] = ()
    participants: tuple[tuple[Level, int | None, str], ...] = ()
    people: int | None = None
    per_session: int | None = None
    topics: tuple[str, ...] = ()
    programme: tuple[tuple[str, str, int | None, tuple[str, ...]], ...] = ()
    units: tuple[tuple[str, tuple[str, ...]], ...] = ()
    due: tuple[tuple, ...] = ()
    recipients: tuple[str, ...] = ()
    signature: tuple[tuple[str, ...], str] = ((), "")
    doubts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)
