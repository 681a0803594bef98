"""What every conference needs beside the plan's own duties, and which of it a plan already orders (C12)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from dialogue_desktop.domain.deadlines import Rule
from dialogue_desktop.domain.placeholders import fill
from dialogue_desktop.domain.plan import Duty, IssuerKind, Plan
from dialogue_desktop.domain.text_vi import nfc

_SIGNS = re.compile(r"\W+")
_CLAUSE_END = re.compile(r"[.;:\n]")


@dataclass(frozen=True, slots=True)
class Preparation:
    """A usual item of preparation: who does it and how many days before the day.

    `unit` may hold {xa}; `party_unit` is who does it where the Party committee holds the conference. A unit
    of the plan itself that begins with one of the words of `seek` comes first. `covered_by`: groups of words;
    a plan that has all words of one group in one clause of a duty orders the item itself.
    """

    id: str
    text: str
    rule: Rule
    unit: str = ""
    party_unit: str = ""
    seek: tuple[str, ...] = ()
    hour: time | None = None
    covered_by: tuple[tuple[str, ...], ...] = ()

    def unit_for(self, plan: Plan) -> str:
        """Who does it in this plan."""
        there = [unit.unit for unit in plan.tasks]
        for word in self.seek:
            for unit in there:
                if f"{_words(unit)} ".startswith(f"{_words(word)} "):
                    return unit
        party = plan.issuer.kind is IssuerKind.PARTY_COMMITTEE
        issuer = plan.issuer
        commune = issuer.unit if issuer.name else issuer.unit_kind.value
        return fill(self.party_unit if party and self.party_unit else self.unit, {"xa": commune})

    def ordered_in(self, duty: Duty) -> bool:
        """Whether this duty of the plan says the same."""
        clauses = [f" {_words(clause)} " for clause in _CLAUSE_END.split(f"{duty.summary}.{duty.text}")]
        return any(
            all(f" {_words(word)} " in clause for word in group)
            for group in self.covered_by
            for clause in clauses
        )

    def ordered_by(self, duties: Iterable[Duty]) -> bool:
        """Whether one of these duties says the same."""
        return any(self.ordered_in(duty) for duty in duties)


def _words(text: str) -> str:
    """Whole words without signs between them. Accents stay: "họp" is not "hợp"."""
    return " ".join(_SIGNS.sub(" ", nfc(text).casefold()).split())
