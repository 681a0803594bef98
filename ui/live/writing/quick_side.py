"""Abbreviations and ready sentences in the editors of the hall (L1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogue_desktop.domain.quick_text import ANSWERING, ASKING, ReadyPlace
from dialogue_desktop.domain.records import Outcome
from ui.context import Context
from ui.live.session.screen import Notice
from ui.quick_text.desk import QuickTextDesk
from ui.widgets.editor import Editor

if TYPE_CHECKING:
    from ui.live.page import LivePage

_OF_OUTCOME = {
    Outcome.WRITTEN: ReadyPlace.WRITTEN,
    Outcome.ESCALATED: ReadyPlace.SENT_UP,
    Outcome.OFF_TOPIC: ReadyPlace.REFUSED,
    Outcome.REFUSED: ReadyPlace.REFUSED,
}


class QuickSide(QuickTextDesk):
    """Which sentences come first: those of the box that is written in, and of the outcome chosen already."""

    def __init__(self, page: LivePage, context: Context, conference_id: str) -> None:
        super().__init__(page, context, lambda words: page.say(Notice(words)), self._first)
        self._page = page
        page.opened.connect(lambda: self.take(conference_id))

    def _first(self, editor: Editor) -> Sequence[ReadyPlace]:
        work = self._page.work
        if editor is work.opinion.editor:
            return ASKING
        if editor is not work.answer.editor:
            return (ReadyPlace.CONCLUSION,)
        outcome = self._page.live().desk.item.outcome
        chosen = _OF_OUTCOME.get(outcome) if outcome is not None else None
        return (chosen, *(place for place in ANSWERING if place is not chosen)) if chosen else ANSWERING

    def pick(self) -> None:
        self._to_text()
        super().pick()

    def shorten(self) -> None:
        self._to_text()
        super().shorten()

    def _to_text(self) -> None:
        """From a list or a field to the box that was written in last."""
        if self.editor is None:
            self._page.focus_box(self._page.boxes.last)
