"""A conference (hội nghị đối thoại): its identity, its stage and what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dialogue_desktop.domain.plan import Plan, TimeKind
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.stage import STAGE_LABELS as STAGE_LABELS
from dialogue_desktop.domain.stage import Stage as Stage


@dataclass(frozen=True, slots=True)
class ConferenceInfo:
    """The line of a conference in a list."""

    id: str
    title: str
    stage: Stage
    day: date | None
    when: str
    place: str
    updated_at: datetime
    plan_step: str = ""


@dataclass(frozen=True, slots=True)
class ConferenceView:
    """One conference as documents and pages see it. Of a frozen version that is not the first, `corrected`
    says what is not as in the one before ("nội dung ý kiến số 3"). `contacts` are there where a page is to
    be kept free of them."""

    id: str
    title: str
    stage: Stage
    plan: Plan
    records: Records
    corrected: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a citizen or a delegate; kept apart from the journal so that it can be erased.

    `opinion_id` is the id of the opinion, or of the delegate: no two records have the same.
    """

    opinion_id: str
    phone: str = ""
    house_address: str = ""


def default_title(plan: Plan) -> str:
    """A short name for lists: the localities, or the whole commune."""
    if plan.localities and not plan.whole_commune:
        return " – ".join(locality.name for locality in plan.localities)
    unit = plan.issuer.unit
    return f"{unit[:1].upper()}{unit[1:]} {plan.year}".strip()


def when_text(plan: Plan) -> str:
    """The time as far as it is known, for lists: "24/4/2026", "Trước tháng 9/2024"."""
    time = plan.time
    year = time.year or plan.year
    if time.kind is TimeKind.EXACT and time.day is not None:
        return f"{time.day.day}/{time.day.month}/{time.day.year}"
    if time.kind is TimeKind.BEFORE_MONTH and time.month:
        return f"Trước tháng {time.month}/{year}"
    if time.kind is TimeKind.MONTH and time.month:
        return f"Tháng {time.month}/{year}"
    if time.kind is TimeKind.QUARTERS and time.quarters:
        roman = {1: "I", 2: "II", 3: "III", 4: "IV"}
        return f"Quý {', '.join(roman[q] for q in time.quarters)}/{year}"
    return "Chưa định ngày"
