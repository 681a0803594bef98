"""The page "Giấy mời, đại biểu": who is invited, and the slips handed out before the day (C3, C10, C11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dialogue_desktop.events import JournalAppended, PlanSaved
from ui.context import Context
from ui.invite.view import PeopleView
from ui.slips.view import SlipsView


class InvitePage(QWidget):
    """Two views of one conference, switched at the head of their lists. One page is for one conference."""

    title = "Giấy mời, đại biểu"
    import_wanted = Signal(str)
    paper_wanted = Signal(str, str, tuple)  # conference, name of the paper, for whom (() for all)

    def __init__(self, context: Context, conference_id: str | None = None) -> None:
        super().__init__()
        self._id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        column.addWidget(self._stack)
        self.people = PeopleView(context)
        self.people.import_wanted.connect(self.import_wanted)
        self.slips = SlipsView(context)
        for view in (self.people, self.slips):
            view.switched.connect(self.switch)
            view.papers.wanted.connect(self._paper)
            self._stack.addWidget(view)
        context.bridge.heard.connect(self._heard)
        self.open(conference_id)

    @property
    def view(self) -> PeopleView | SlipsView:
        """The one that is shown."""
        return self.slips if self._stack.currentWidget() is self.slips else self.people

    def open(self, conference_id: str | None) -> None:
        """Show the people and slips of this conference."""
        if conference_id and conference_id != self._id:
            self._id = conference_id
            self.people.open(conference_id)
            self.slips.open(conference_id)

    def imported(self, words: str) -> None:
        """A list of people was put on: to their list, which says so."""
        self.switch("people")
        self.people.imported(words)

    def switch(self, view: str) -> None:
        """To "people" or "slips"; what is half typed in the other stays there."""
        wanted = self.slips if view == "slips" else self.people
        if wanted is self.view:
            return
        self.view.leave()
        self._stack.setCurrentWidget(wanted)
        for one, name in ((self.people, "people"), (self.slips, "slips")):
            one.segment.set_value(name)
        wanted.focus_first()

    def choose(self, delegate_id: str) -> None:
        """Go to the line of one who is invited."""
        self.switch("people")
        self.people.choose(delegate_id)

    def leave(self) -> bool:
        """What is half typed is on its way to the disk; the page may always be left."""
        self.people.leave()
        self.slips.leave()
        return True

    may_leave = leave

    def focus_first(self) -> None:
        self.view.focus_first()

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return self.view.panes()

    def _paper(self, name: str, only: tuple[str, ...]) -> None:
        self.paper_wanted.emit(self._id, name, only)

    def _heard(self, event: object) -> None:
        if isinstance(event, JournalAppended | PlanSaved) and event.conference_id == self._id:
            if self.isVisible():
                self.view.refresh()
