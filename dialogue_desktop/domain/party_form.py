"""Which form a Party document takes: Hướng dẫn 36-HD/VPTW, or 05-HD/VPTW in its place from 2026 (P2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.plan import IssuerKind, Plan

#: Quy định 399-QĐ/TW is of 09/01/2026. 05-HD is known at second hand only, and dated 12/01 or 27/5/2026:
#: until the later day both forms were in use, and the office chooses.
_NEW_FROM = date(2026, 1, 9)
_SURE_FROM = date(2026, 5, 27)


def party_style(year: int, day: date | None = None) -> str:
    """The sheet of a Party document by its day, or by its year while it has none."""
    new = day >= _NEW_FROM if day is not None else year >= _NEW_FROM.year
    return "dang_05" if new else "dang_36"


def is_unsure(day: date | None) -> bool:
    """Whether on this day both forms were in use."""
    return day is not None and _NEW_FROM <= day < _SURE_FROM


def usual_style(plan: Plan) -> str:
    """The sheet that the plan's issuer and day ask for."""
    if plan.issuer.kind is IssuerKind.PEOPLE_COMMITTEE:
        return "nd30"
    return party_style(plan.year, plan.issued_on)


def with_usual_style(old: Plan, new: Plan) -> Plan:
    """The new plan in the form that its day asks for; a form that the office chose itself stays."""
    style = usual_style(new)
    if old.issuer.style != usual_style(old) or new.issuer.style == style:
        return new
    return replace(new, issuer=replace(new.issuer, style=style))
