"""What the fields of the page offer: asked when a list is opened, so that they follow plan and lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.context import Context
from ui.live.offers import OfferBook
from ui.live.session.promised_days import off_words
from ui.live.writing.work_panel import Offers

if TYPE_CHECKING:
    from ui.live.page import LivePage


def page_offers(page: LivePage, context: Context, book: Callable[[], OfferBook]) -> Offers:
    return Offers(
        fields=lambda: book().fields(),
        people=lambda: book().people(),
        units=lambda: book().units(),
        bodies=lambda: book().bodies(),
        reasons=lambda: book().reasons(page.live().desk.item.outcome),
        today=context.clock.today,
        day_note=lambda day: off_words(context.services.get().deadlines.calendar(), day),
    )
