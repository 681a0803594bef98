"""Marks of plans: so that two machines know whether one plan came from the other (L11)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from dialogue_desktop.codec import to_json
from dialogue_desktop.domain.plan import Plan


def mark_of(plan: Plan) -> str:
    """A short name of what a plan says; equal plans have equal marks."""
    return hashlib.sha256(to_json(plan)).hexdigest()[:16]


def with_mark(past: Iterable[str], plan: Plan) -> tuple[str, ...]:
    """The marks of a plan's past with its own, sorted."""
    return tuple(sorted({*past, mark_of(plan)}))
