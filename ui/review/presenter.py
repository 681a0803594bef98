"""What the page "Họp rút kinh nghiệm" does, without Qt: one form, always open (F4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.date_words import weekday_date
from dialogue_desktop.services.reviews import BEFORE, HOURS
from ui.draft_keeper import Timer
from ui.follow_up.entry import EntryError
from ui.form_desk import Trouble
from ui.reading_presenter import RowsPresenter
from ui.review.core import Loaded, Reviewing
from ui.review.entry import ID, ReviewEntry, entry_of, review_of
from ui.runner import Runner


@dataclass(frozen=True, slots=True)
class Screen:
    """`typed`: something in the form is not saved yet."""

    loaded: bool = False
    facts: str = ""
    facts_short: str = ""
    typed: bool = False
    trouble: Trouble | None = None


class View(Protocol):
    """The page as the presenter sees it."""

    def show_review(self, screen: Screen, /) -> None: ...
    def fill_form(self, entry: ReviewEntry, focus: str, /) -> None: ...
    def complain(self, form_field: str, sentence: str, /) -> None: ...
    def show_saved(self, at: datetime, /) -> None: ...
    def show_kept(self, at: datetime, /) -> None: ...
    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...


class ReviewPresenter(RowsPresenter[Loaded, ReviewEntry]):
    """One conference. What is half typed is on the disk within a second; saving is one act."""

    gone_words = "Chữ đang gõ vẫn được giữ."
    not_read_words = "Chưa đọc được biên bản họp rút kinh nghiệm."

    _core: Reviewing
    _view: View

    def __init__(
        self,
        core: Reviewing,
        view: View,
        clock: Clock,
        run: Runner,
        timer: Timer,
        rescue: Callable[[ReviewEntry], bool],
    ) -> None:
        super().__init__(core, view, clock, run, timer, rescue, ReviewEntry())

    def _arrange(self, loaded: Loaded) -> None:
        """There is nothing to look up."""

    def _show_read(self, loaded: Loaded) -> None:
        if not self.form.key:
            self.form.begin_edit(ID, "")
        else:
            self.show()

    def save(self) -> bool:
        """False where it complains. The form stays open."""
        if self.form.save(go_on=False) is None:
            return False
        self.form.begin_edit(ID, "")
        return True

    # --- what the form desk asks ------------------------------------------------------------------------

    def id_of(self, entry: ReviewEntry) -> str:
        return entry.id

    def as_new(self, entry: ReviewEntry) -> ReviewEntry:
        return entry

    def entry_of(self, row_id: str) -> ReviewEntry | None:
        return entry_of(self._data.review) if self._data is not None else None

    def blank(self, last: ReviewEntry | None) -> ReviewEntry:
        return ReviewEntry(ID)

    def complaint(self, entry: ReviewEntry) -> tuple[str, str] | None:
        try:
            review = review_of(entry, self.today)
        except EntryError as error:
            return error.field, error.sentence
        held_on = self._data.held_on if self._data is not None else None
        if review.day is not None and held_on is not None and review.day < held_on:
            return "day", BEFORE.format(day=weekday_date(held_on))
        if review.starts_at and review.ends_at and review.ends_at <= review.starts_at:
            return "ends_at", HOURS
        return None

    def differs(self, entry: ReviewEntry, base: ReviewEntry) -> bool:
        return entry != base

    def below(self, row_id: str) -> str:
        return ""

    def write(self, entry: ReviewEntry, base: ReviewEntry) -> str:
        return self._core.save(entry)

    def written(self, entry: ReviewEntry, row_id: str, new: bool) -> None:
        self.acts.acted("Đã ghi họp rút kinh nghiệm")

    # --- what is shown ----------------------------------------------------------------------------------

    def show(self) -> None:
        data = self._data
        if data is None:
            self._view.show_review(Screen(trouble=self.trouble))
            return
        held = f", họp {weekday_date(data.held_on)}" if data.held_on else ""
        typed = self.form.shelf.get(ID) is not None
        facts = f"Hội nghị {data.title}{held}"
        self._view.show_review(Screen(True, facts, data.title, typed, self.trouble))
