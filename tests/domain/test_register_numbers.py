"""Numbers of papers: series, what is free next, running numbers (M4–M7)."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_desktop.domain.plan import Issuer, IssuerKind, Plan
from dialogue_desktop.domain.register_kinds import symbol_of
from dialogue_desktop.domain.register_numbers import (
    Number,
    next_free,
    read_number,
    running,
    series_of,
    shown,
    term_of,
)

STATE = Plan("p", 2026, issuer=Issuer(name="Minh Khê"))
PARTY = Plan(
    "p",
    2026,
    issuer=Issuer(IssuerKind.PARTY_COMMITTEE, name="Minh Khê"),
    symbol="KH/ĐU",
    minutes_symbol="BB/ĐU",
)


@pytest.mark.parametrize(
    ("name", "state", "party"),
    [
        ("plan", "KH-UBND", "KH/ĐU"),
        ("minutes", "BB-UBND", "BB/ĐU"),
        ("conclusion", "TB-UBND", "TB/ĐU"),
        ("report", "BC-UBND", "BC/ĐU"),
        ("replies", "UBND-VP", "CV/ĐU"),
        ("escalations", "UBND-VP", "CV/ĐU"),
        ("supervision", "", ""),
    ],
)
def test_each_kind_has_its_usual_symbol(name: str, state: str, party: str) -> None:
    """An official letter of the State has no sign of its kind, the Party's has (NĐ 30/2020; 36-HD/VPTW)."""
    assert symbol_of(STATE, name) == state
    assert symbol_of(PARTY, name) == party


def test_a_series_is_of_one_sign_body_and_year() -> None:
    day, next_year = date(2026, 5, 4), date(2027, 1, 4)
    assert series_of("TB-UBND", day, 2026) == series_of(" TB-UBND ", None, 2026)
    assert series_of("TB-UBND", day, 2026) != series_of("TB-UBND", next_year, 2026)
    assert series_of("TB-UBND", day, 2026) != series_of("BC-UBND", day, 2026)
    assert series_of("UBND-VP", day, 2026) == series_of("UBND-VX", day, 2026)  # letters share their numbers
    assert series_of("TB/ĐU", day, 2026) == series_of("TB/ĐU", next_year, 2026)  # one term of the committee
    assert series_of("", day, 2026) is None


def test_the_party_counts_by_term() -> None:
    assert term_of(date(2025, 6, 30)) == "nhiệm kỳ 2020-2025"
    assert term_of(date(2025, 7, 1)) == "nhiệm kỳ 2025-2030"
    assert term_of(date(2029, 12, 31)) == "nhiệm kỳ 2025-2030"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", Number(12)),
        (" 05 ", Number(5)),
        ("12a", Number(12, "a")),
        ("12 A", Number(12, "a")),
        ("0", None),
        ("", None),
        ("12/TB", None),
        ("mười hai", None),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str, number: Number | None) -> None:
    assert read_number(text) == number


def test_numbers_run_on_with_their_zero() -> None:
    assert running("08", 3) == ("08", "09", "10")
    assert running("12a", 1) == ("12a",)
    assert running("12a", 2) == ()
    assert running("x", 2) == ()
    assert next_free([]) == "01"
    assert next_free([Number(3), Number(11, "a")]) == "12"


def test_a_number_is_shown_with_its_symbol() -> None:
    assert shown("5", "TB-UBND") == "05/TB-UBND"
    assert shown("12a", "TB-UBND") == "12a/TB-UBND"
    assert shown("95", "TB/ĐU") == "95-TB/ĐU"
    assert shown("", "TB-UBND") == ""
