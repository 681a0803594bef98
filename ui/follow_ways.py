"""The ways to the board of promises and the review meeting, and from there to their papers (F1, F2, F4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.home_view import PROMISE, HomeView, TaskRow
from ui.context import Context
from ui.main_window import PageFactory
from ui.tasks import Lane
from ui.theme import Role

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.pages.follow_up import FollowUpPage

PAGE, REVIEW = "follow_up", "review"


class FollowWays:
    """Builds the pages for the window; their modules are imported when they are first opened."""

    def __init__(
        self, desk: Desk, context: Callable[[], Context], open_paper: Callable[[str, str, str], None]
    ) -> None:
        """`open_paper` leads to a paper in the register: conference, kind, which letter of a series."""
        self._desk, self._context, self._open_paper = desk, context, open_paper

    def table(self) -> dict[str, PageFactory]:
        return {PAGE: self._build, REVIEW: self._build_review}

    def _build(self, _conference_id: str) -> QWidget:
        from ui.pages.follow_up import FollowUpPage

        page = FollowUpPage(self._context())
        page.remind_wanted.connect(self._remind)
        page.sheet_wanted.connect(lambda conference: self._open_paper(conference, "supervision", ""))
        page.review_wanted.connect(self.open_review)
        if not self._context().services.ready:
            self._desk.when_ready(page.start)
        return page

    def _build_review(self, conference_id: str) -> QWidget:
        from ui.pages.review import ReviewPage

        page = ReviewPage(self._context(), conference_id)
        page.left.connect(lambda: self._desk.window.go(PAGE))
        page.paper_wanted.connect(lambda conference: self._open_paper(conference, "review", ""))
        return page

    def _remind(self, conference_id: str, unit: str) -> None:
        """The draft of the reminder to a unit, with all that it owes."""
        from dialogue_desktop.domain.letters import reminder_subject

        self._open_paper(conference_id, "reminders", reminder_subject(unit))

    def open_review(self, conference_id: str) -> None:
        """The review meeting of a conference, which becomes the open one."""
        if conference_id:
            self._desk.open_conference(conference_id, REVIEW)

    def open_conference(self, conference_id: str) -> None:
        """The promises of one conference alone."""
        self._with_page(lambda page: page.show_conference(conference_id))

    def open_task(self, row: TaskRow, *, done: bool = False) -> None:
        """To a promise of the first screen; with `done` to the form that says that it is kept."""
        self._with_page(lambda page: page.show_promise(f"{row.conference_id}/{row.item_id}", done=done))

    def _with_page(self, then: Callable[[FollowUpPage], object]) -> None:
        def go() -> None:
            from ui.pages.follow_up import FollowUpPage

            page = self._desk.window.go(PAGE)
            if isinstance(page, FollowUpPage):
                then(page)

        self._desk.when_ready(go)

    # --- what the window says of them ------------------------------------------------------------------

    def note_late(self, view: HomeView) -> None:
        """ "2 trễ" beside the page, over all conferences."""
        late = sum(task.kind == PROMISE and task.state == "late" for task in view.tasks)
        self._desk.window.navigation.show_notes({PAGE: (f"{late} trễ" if late else "", Role.BAD)})

    def keep(self) -> None:
        """Once after the start: promises of minutes that an older program froze are written down."""
        services = self._context().services

        def done(kept: bool) -> None:
            if kept:
                self._desk.refresh_home()

        self._context().tasks.run(
            lambda: services.get().follow_up.keep_quietly(), done, lane=Lane.DATABASE, owner=self._desk
        )
