"""All stations of the way through the program, by the page that they belong to."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.vietnamese import stations_before as before
from tests.ui.vietnamese import stations_day as day
from tests.ui.vietnamese import stations_office as office
from tests.ui.vietnamese.stations_plan import plan
from tests.ui.vietnamese.stations_register import documents
from tests.ui.vietnamese.walk import Walk

Station = Callable[[Walk], None]

#: One for every page that `ui.page_factories` builds.
PAGES: dict[str, Station] = {
    "home": office.home,
    "new_plan": office.new_plan,
    "old_plan": office.old_plan,
    "plan": plan,
    "preparation": before.preparation,
    "opinions": before.opinions,
    "opinion_import": before.opinion_import,
    "sorting": before.sorting,
    "answers": before.answers,
    "answer_import": before.answer_import,
    "invite": before.invite,
    "delegate_import": before.delegate_import,
    "papers": before.papers,
    "live": day.live,
    "end": day.end,
    "documents": documents,
    "follow_up": day.follow_up,
    "review": day.review,
    "search": day.search,
    "settings": office.settings,
    "calendar": office.calendar,
    "library": office.library,
    "keys": office.keys,
    "years": office.years,
    "merge": office.merge,
}
#: Windows that are no page, and the sentences that no field had yet.
OTHERS: dict[str, Station] = {"questions": office.questions}
LAST = "the rest"
STATIONS: dict[str, Station] = {**PAGES, **OTHERS, LAST: day.all_the_rest}


class Visits:
    """Goes to each station once, whoever asks for it first."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self._been: dict[str, tuple[str, ...]] = {}

    def faults(self, name: str) -> tuple[str, ...]:
        """What went wrong there."""
        if name == LAST:
            for other in STATIONS:
                if other != LAST:
                    self.faults(other)
        if name not in self._been:
            before = len(self.walk.faults)
            STATIONS[name](self.walk)
            self._been[name] = tuple(self.walk.faults[before:])
        return self._been[name]

    def everywhere(self) -> Walk:
        """All of them."""
        self.faults(LAST)
        return self.walk
