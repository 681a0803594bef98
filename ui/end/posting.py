"""The posting of the minutes in the register: issued as they were signed, then put up (M2, M3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from dialogue_desktop.domain.next_papers import MINUTES, NextPaper
from dialogue_desktop.domain.notice_proof import ProofForm, usual_places
from dialogue_desktop.domain.register_rows import Group
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short, weekday_date
from dialogue_desktop.errors import BadInput, UserError
from dialogue_desktop.services.register import AHEAD, TOO_EARLY
from ui.context import Context
from ui.end.next_card import NextCard
from ui.end.post_form import PostForm, Posting
from ui.end.screen import EndData
from ui.tasks import Lane


class PostingDesk(QObject):
    """`busy` says what is being done, `written`: read again; why it was not stands in the form. `data` is
    what the page shows."""

    busy = Signal(str)
    written = Signal()
    failed = Signal(object)

    def __init__(
        self,
        context: Context,
        conference_id: str,
        card: NextCard,
        data: Callable[[], EndData | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._id, self._card, self._data = context, conference_id, card, data
        card.new_form = self._form
        card.posted.connect(self.post)

    def _form(self, paper: NextPaper) -> PostForm:
        """Filled with what is known: the number of the plan, the day of the session, the usual places."""
        number, held, places = "", None, tuple[str, ...]()
        data = self._data()
        if data is not None:
            plan, started = data.view.plan, data.view.records.session.started_at
            number, places = plan.minutes_number, usual_places(plan, ProofForm.OFFICE)
            held = on_wall(started).date() if started is not None else plan.day
        today = self._context.clock.today
        return PostForm(self._context.look, paper, places, today, number=number, held_on=held)

    def post(self, posting: Posting) -> None:
        """Issue the minutes where they are not yet (their bytes are kept), and note where they hang."""
        app = self._context.services.get()
        self.busy.emit("Đang ghi sổ")

        def read() -> tuple[str, Any]:
            self._check(posting)
            row = self._row(app)
            if row.issued:
                return row.id, None
            paper = replace(row.paper, number=posting.number, dated_on=posting.dated_on)
            return row.id, app.issuing.read(self._id, [paper])

        def is_read(found: tuple[str, Any]) -> None:
            paper_id, source = found
            if source is None:
                self._put_up(paper_id, posting)
            else:
                self._run(
                    lambda: app.issuing.draw(source),
                    lambda drawn: self._run(
                        lambda: app.issuing.issue(drawn),
                        lambda _issued: self._put_up(paper_id, posting),
                        Lane.DATABASE,
                    ),
                    Lane.GENERAL,
                )

        self._run(read, is_read, Lane.DATABASE)

    def _check(self, posting: Posting) -> None:
        """Before anything is issued: the day of the posting can be."""
        today = self._context.clock.today()
        if posting.day > today:
            raise BadInput(AHEAD.format(day=date_short(posting.day), today=weekday_date(today)))
        if posting.day < posting.dated_on:
            days = {"day": date_short(posting.day), "dated": date_short(posting.dated_on)}
            raise BadInput(TOO_EARLY.format(**days))

    def _row(self, app: Any) -> Any:
        """The line of the minutes in force, or of the version that is still to be issued."""
        rows = [
            row
            for row in app.register.rows(self._id)
            if row.kind.name == MINUTES and row.group is not Group.OLD
        ]
        if not rows:
            raise BadInput("Sổ văn bản chưa có biên bản của hội nghị này. Hãy chốt biên bản rồi ghi lại.")
        return next((row for row in rows if not row.issued), rows[-1])

    def _put_up(self, paper_id: str, posting: Posting) -> None:
        register, here = self._context.services.get().register, self._id

        def done(_result: object) -> None:
            self.busy.emit("")
            where = "; ".join(posting.places)
            self._context.toast.say(
                f"Đã ghi niêm yết ngày {date_short(posting.day)} tại {where}",
                lambda: self._run(
                    lambda: register.posted(here, [paper_id], None), self._again, Lane.DATABASE
                ),
            )
            self.written.emit()

        self._run(lambda: register.posted(here, [paper_id], posting.day, posting.places), done, Lane.DATABASE)

    def _again(self, _result: object) -> None:
        self.written.emit()

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None], lane: Lane) -> None:
        self._context.tasks.run(work, done, self._failed, lane=lane, owner=self)

    def _failed(self, error: Exception) -> None:
        self.busy.emit("")
        if isinstance(error, UserError):
            self._card.complain(error.sentence)
        else:
            self.failed.emit(error)
