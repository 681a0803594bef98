"""What the page asks of the core for one conference; every call runs on the database's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dialogue_desktop.domain.after_records import Review
from ui.review.entry import ReviewEntry, review_of
from ui.rows_core import RowsCore


@dataclass(frozen=True, slots=True)
class Loaded:
    """The review as it is kept or proposed; `units` are offered for its tasks."""

    review: Review
    title: str
    held_on: date | None
    units: tuple[str, ...] = ()
    shelf: tuple[ReviewEntry, ...] = ()
    saved_at: datetime | None = None


class Reviewing(RowsCore[ReviewEntry]):
    """Of `services`, the core's App, `reviews`, `planning`, `library`, `live`, `clock` and `settings` are
    used."""

    page = "review"

    def __init__(self, services: Any, conference_id: str) -> None:
        super().__init__(services, conference_id, ReviewEntry)

    def load(self, *, shelf: bool = True) -> Loaded:
        services, cid = self._services, self._id
        plan = services.planning.plan(cid)
        newest = services.live.history(cid, 1)
        info = next(one for one in services.planning.list() if one.id == cid)
        return Loaded(
            services.reviews.of(cid),
            info.title,
            info.day,
            tuple(plan.units or services.library.lists().units),
            self._shelf() if shelf else (),
            newest[0].at if newest else None,
        )

    def save(self, entry: ReviewEntry) -> str:
        review = review_of(entry, self._services.clock.today())
        self._services.reviews.save(self._id, review)
        return review.id
