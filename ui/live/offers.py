"""What the fields of the live screen offer: from the plan first, then from the office's lists."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Outcome
from dialogue_desktop.lists import OfficeLists
from ui.live.session.item_desk import REASONED
from ui.live.session.screen_words import capital, official_words
from ui.widgets.suggestions import Suggestion


class OfferBook:
    """Made once when the session is opened; each list in the order in which it is offered."""

    def __init__(self, plan: Plan | None = None, office: OfficeLists | None = None) -> None:
        self._plan, self._office = plan, office
        officials = []
        if plan is not None:
            officials = [chair.official for chair in plan.chairs] + list(plan.officials)
        people: dict[str, str] = {}
        for official in officials:
            if official.name:
                people.setdefault(official_words(official), official.unit)
        self._people = [Suggestion(words, unit) for words, unit in people.items()]
        units = [*(plan.units if plan else ()), *(o.unit for o in officials)]
        self._units = _offered((*units, *(office.units if office else ())))

    def fields(self) -> list[Suggestion]:
        if self._plan is not None and self._plan.fields:
            return _offered(self._plan.fields)
        return _offered(self._office.fields if self._office else ())

    def people(self) -> list[Suggestion]:
        return self._people

    def units(self) -> list[Suggestion]:
        return self._units

    def bodies(self) -> list[Suggestion]:
        return _offered(self._office.receiving_bodies if self._office else ())

    def reasons(self, outcome: Outcome | None) -> list[Suggestion]:
        """Why it was refused, or is off topic."""
        known = self._office.outcome_phrases if self._office and outcome in REASONED else {}
        return _offered(known.get(outcome, ()) if outcome is not None else ())

    def honorifics(self) -> list[Suggestion]:
        return _offered(self._office.honorifics if self._office else ("ông", "bà"))

    def localities(self) -> list[Suggestion]:
        known = self._plan.localities if self._plan is not None else ()
        return [
            Suggestion(
                capital(x.label), f"Trưởng thôn {x.head}" if x.head and x.kind == "thôn" else x.head, x.label
            )
            for x in known
        ]


def _offered(words: Iterable[str]) -> list[Suggestion]:
    return [Suggestion(text) for text in dict.fromkeys(words) if text]
