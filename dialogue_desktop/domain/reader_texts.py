"""What the readers of a letter or a sheet may read of a text: those whom it concerns, the level above, all
others (M5, M6, F1, F2; Luật 91/2025)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dialogue_desktop.domain.consent import may_name
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.posted_copy import people_known, redacted
from dialogue_desktop.domain.private_names import NameFinder, given_name, key_of, unconsenting
from dialogue_desktop.domain.private_words import number_cuts
from dialogue_desktop.domain.records import Opinion, Records, Voice
from dialogue_desktop.domain.redaction import cut_out


@dataclass(frozen=True, slots=True)
class ReaderTexts:
    """Made once for a paper; `finder` knows everybody who did not agree to be named."""

    finder: NameFinder

    @classmethod
    def of(cls, records: Records, plan: Plan | None = None) -> ReaderTexts:
        """`plan` names people in office: "ông Đức" may mean one of them."""
        officials = officials_of(plan) if plan is not None else ()
        return cls(NameFinder(tuple(unconsenting(records)), people_known(records, officials)))

    def for_all(self, text: str, about: Sequence[Opinion]) -> str:
        """As the posted minutes have it: no name without consent, no number, no house, nothing that was
        marked. `about` are the opinions that the text belongs to."""
        return redacted(text, self.finder, about)[0]

    def for_higher_level(self, text: str, about: Sequence[Opinion]) -> str:
        """Without the names of those who did not agree; numbers that somebody gave with consent stay, for
        the body may look him up by them."""
        allowed = {key_of(voice) for one in about if may_name(one) for voice in one.voices}
        own = [voice for one in about if not may_name(one) for voice in one.voices]
        cuts = list(self.finder.cuts(text, allowed, own))
        if not (about and all(may_name(one) for one in about)):
            cuts += number_cuts(text)
        return cut_out(text, cuts)[0]

    def for_themselves(self, text: str, readers: Iterable[Voice]) -> str:
        """For a letter to these people: all but the names of others who did not agree to be named."""
        mine = tuple(readers)
        known = self.finder.known | {given_name(voice.name) for voice in mine}
        finder = replace(self.finder, known=known) if known != self.finder.known else self.finder
        return cut_out(text, finder.cuts(text, {key_of(voice) for voice in mine}))[0]


def officials_of(plan: Plan) -> tuple[str, ...]:
    """Names of everybody in office whom the plan knows."""
    people = (
        *plan.officials,
        *(chair.official for chair in plan.chairs),
        *(one.official for one in plan.secretaries),
    )
    return tuple(name for name in (*(one.name for one in people), plan.signature.name) if name.strip())
