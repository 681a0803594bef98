"""Changes to a list of frozen rows: put in, take out, move, replace; always a new tuple."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import uuid4

R = TypeVar("R")


def new_id() -> str:
    """An id that no row ever had: records of the session may still point to a removed row."""
    return uuid4().hex[:12]


def inserted(rows: Sequence[R], at: int, row: R) -> tuple[R, ...]:
    """`row` stands at place `at` (0 … len)."""
    return (*rows[:at], row, *rows[at:])


def removed(rows: Sequence[R], at: int) -> tuple[R, ...]:
    return (*rows[:at], *rows[at + 1 :])


def replaced(rows: Sequence[R], at: int, row: R) -> tuple[R, ...]:
    return (*rows[:at], row, *rows[at + 1 :])


def moved(rows: Sequence[R], at: int, by: int) -> tuple[R, ...]:
    """Row `at` goes `by` places on; beyond an end nothing changes."""
    to = at + by
    if not (0 <= at < len(rows) and 0 <= to < len(rows)):
        return tuple(rows)
    rest = list(rows)
    row = rest.pop(at)
    rest.insert(to, row)
    return tuple(rest)


def updated(rows: Sequence[R], at: int, change: Callable[[R], R]) -> tuple[R, ...]:
    return replaced(rows, at, change(rows[at]))
