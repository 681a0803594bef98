"""The form of Party documents around 2026 (P2, standards §2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.domain.party_form import is_unsure, party_style, usual_style, with_usual_style
from dialogue_desktop.domain.plan import Issuer, IssuerKind, Plan


def party_plan(year: int, day: date | None, style: str) -> Plan:
    issuer = Issuer(IssuerKind.PARTY_COMMITTEE, name="Hiệp Hòa", style=style)
    return Plan("dang_uy_2026", year, issuer=issuer, issued_on=day)


@pytest.mark.parametrize(
    ("year", "day", "style"),
    [
        (2023, None, "dang_36"),
        (2025, None, "dang_36"),
        (2026, None, "dang_05"),
        (2026, date(2025, 12, 30), "dang_36"),
        (2026, date(2026, 1, 8), "dang_36"),
        (2026, date(2026, 1, 9), "dang_05"),
        (2025, date(2026, 3, 2), "dang_05"),
        (2027, date(2027, 2, 1), "dang_05"),
    ],
)
def test_the_day_decides_and_the_year_while_there_is_none(year: int, day: date | None, style: str) -> None:
    """P2: 36-HD before Quy định 399-QĐ/TW of 09/01/2026, 05-HD after."""
    assert party_style(year, day) == style
    assert usual_style(party_plan(year, day, "dang_36")) == style


def test_the_months_in_which_both_were_in_use() -> None:
    """P2: accounts of 05-HD give two dates; between them nobody can tell the office which to take."""
    unsure = [date(2026, 1, 9), date(2026, 4, 1), date(2026, 5, 26)]
    sure = [None, date(2025, 12, 31), date(2026, 1, 8), date(2026, 5, 27), date(2027, 4, 1)]
    assert all(map(is_unsure, unsure))
    assert not any(map(is_unsure, sure))


def test_the_form_follows_the_day_unless_it_was_chosen() -> None:
    """P2: a plan of 2025 is dated into 2026 and back; the form that the office took itself stays."""
    old = party_plan(2025, None, "dang_36")
    new = with_usual_style(old, replace(old, issued_on=date(2026, 6, 1)))
    assert new.issuer.style == "dang_05"
    assert with_usual_style(new, replace(new, issued_on=date(2025, 6, 1))).issuer.style == "dang_36"
    chosen = replace(new, issuer=replace(new.issuer, style="dang_36"))
    assert with_usual_style(chosen, replace(chosen, issued_on=date(2026, 7, 1))).issuer.style == "dang_36"
    state = Plan("ubnd_nhan_dan", 2025)
    assert with_usual_style(state, replace(state, year=2026)).issuer.style == "nd30"
