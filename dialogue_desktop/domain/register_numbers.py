"""Numbers of papers: which series one belongs to, which number is free next (NĐ 30/2020; 36-HD/VPTW)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dialogue_desktop.domain.register_kinds import LETTER
from dialogue_desktop.domain.text_vi import fold, one_line

_PARTS = re.compile(r"[-/]")
_VALUE = re.compile(r"(\d{1,5})\s*([a-zđ]{0,2})$")
_PARTY = "/"  # "TB/ĐU": the Party writes a slash where the State writes a hyphen
#: Signs of the kinds of papers (NĐ 30/2020, Phụ lục III; 36-HD/VPTW), so that "UBND-VP" is known as a letter.
CODES = frozenset(
    "NQ QĐ CT QC QYĐ TB HD CTR KH PA ĐA DA BC BB TTR HĐ CV CĐ BGN BTT GUQ GM GGT GNP PG PC PB KL QĐI".split()
)
#: The committees of the Party at commune level are elected in the middle of a year that ends in 0 or 5.
_TERM_YEARS, _TERM_MONTH = 5, 7


@dataclass(frozen=True, slots=True, order=True)
class Series:
    """Papers that are numbered one after another: of one sign and body, in one year, or in one term of the
    committee for the Party's."""

    code: str
    body: str
    period: str

    @property
    def words(self) -> str:
        """ "TB năm 2026", "công văn năm 2026", "TB nhiệm kỳ 2025-2030"."""
        name = "công văn" if self.code == LETTER else self.code
        return f"{name} {self.period}"


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A number as it is counted: 12, or 12a that was put in between."""

    value: int
    letter: str = ""


@lru_cache(maxsize=4096)
def read_number(text: str) -> Number | None:
    """The number that a person wrote; None where it is none ("", "12/TB")."""
    found = _VALUE.fullmatch(fold(one_line(text)))
    return Number(int(found[1]), found[2]) if found and int(found[1]) > 0 else None


@lru_cache(maxsize=4096)
def series_of(symbol: str, day: date | None, year: int) -> Series | None:
    """The series of a symbol; None for a paper without one. `year` counts where there is no date yet."""
    plain = one_line(symbol)
    if not plain:
        return None
    party = _PARTY in plain
    parts = [part for part in _PARTS.split(plain) if part]
    if parts and parts[0].upper() in CODES:
        code, rest = parts[0].upper(), parts[1:]
    else:
        code, rest = LETTER, parts
    period = term_of(day or date(year, 12, 31)) if party else f"năm {day.year if day else year}"
    return Series(code, rest[0].upper() if rest else "", period)


def term_of(day: date) -> str:
    """ "nhiệm kỳ 2025-2030"."""
    first = day.year - day.year % _TERM_YEARS
    if first == day.year and day.month < _TERM_MONTH:
        first -= _TERM_YEARS
    return f"nhiệm kỳ {first}-{first + _TERM_YEARS}"


def next_free(taken: Iterable[Number]) -> str:
    """The number after the highest: "01" opens a series."""
    return f"{max((one.value for one in taken), default=0) + 1:02}"


def running(first: str, count: int) -> tuple[str, ...]:
    """So many numbers from the first one on; empty where the first is no number. One with a letter stands
    alone."""
    start = read_number(first)
    if start is None or (start.letter and count > 1):
        return ()
    if start.letter:
        return (one_line(first),)
    return tuple(f"{start.value + n:02}" for n in range(count))


def shown(number: str, symbol: str) -> str:
    """ "12/TB-UBND", "12-TB/ĐU"; "" without a number."""
    value = read_number(number)
    if not number.strip():
        return ""
    digits = number if value is None or value.letter else f"{value.value:02}"
    if not symbol:
        return digits
    return f"{digits}{'-' if _PARTY in symbol else '/'}{symbol}"
