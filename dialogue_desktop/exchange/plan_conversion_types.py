"""What comes of an old plan: a plan of the program and what a person has to look at (P13)."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desktop.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something not understood, or understood but not certain.

    `text` is the old plan's own wording, `reason` says what to look at, `step` is the step of the plan
    where it is put right ("issuer", "purpose", "time_place", "participants", "programme", "tasks",
    "budget", "recipients"). Where the program has changed the wording, `text` has a
    line "old → new" for each place.
    """

    text: str
    reason: str
    step: str


@dataclass(frozen=True, slots=True)
class Converted:
    """A plan with the doubts that belong to it, in the order of the old plan."""

    plan: Plan
    doubts: tuple[Doubt, ...] = ()
