"""Which pages there are, how each is built, and where their buttons lead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.home_view import ANSWERS, PROMISE, HomeView
from dialogue_desktop.domain.stage import Stage
from ui.context import Context
from ui.follow_ways import FollowWays
from ui.invite_pages import InvitePages
from ui.main_window import PageFactory
from ui.merge_ways import MergeWays
from ui.office_pages import OfficePages
from ui.opinion_pages import OpinionPages
from ui.pages.home import HomePage
from ui.register_ways import RegisterWays
from ui.shell.navigation import OpenConference
from ui.tasks import Lane
from ui.theme import Role

if TYPE_CHECKING:
    from dialogue_desktop.domain.conference import ConferenceInfo
    from ui.desk import Desk
    from ui.gap_ways import GapWays
    from ui.search_ways import SearchWays

#: The page on which the work of each stage is done.
_PAGE_OF: dict[Stage, str] = {
    Stage.PLAN: "plan",
    Stage.OPINIONS: "opinions",
    Stage.INVITE: "invite",
    Stage.SESSION: "live",
    Stage.CONCLUDE: "end",
    Stage.FOLLOW_UP: "end",
}

#: Pages whose work is done before each stage: the ticks in the navigation.
_DONE_BEFORE: dict[Stage, frozenset[str]] = {
    Stage.PLAN: frozenset(),
    Stage.OPINIONS: frozenset({"plan"}),
    Stage.INVITE: frozenset({"plan", "opinions"}),
    Stage.SESSION: frozenset({"plan", "opinions", "invite"}),
    Stage.CONCLUDE: frozenset({"plan", "opinions", "invite", "live"}),
    Stage.FOLLOW_UP: frozenset({"plan", "opinions", "invite", "live", "end"}),
}


class PageFactories:
    """Builds pages for the window; modules of a page are imported when it is first opened."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._context: Context | None = None
        self._home: HomePage | None = None
        self.home_view = HomeView(date.min)
        self.merge_ways = MergeWays(desk, lambda: self.context, self._newest)
        self._in_navigation = ""  # the conference whose stages are shown there
        self._gap_ways: GapWays | None = None
        self._invite_pages = InvitePages(desk, lambda: self.context)
        self._opinion_pages = OpinionPages(desk, lambda: self.context, self._invite_pages.open_paper)
        self._office_pages = OfficePages(desk, lambda: self.context)
        self.register_ways = RegisterWays(desk, lambda: self.context)
        self.follow_ways = FollowWays(desk, lambda: self.context, self.register_ways.open)
        self._search_ways: SearchWays | None = None

    def start(self, context: Context, view: HomeView) -> None:
        """Given once, before the first page is shown."""
        self._context, self.home_view = context, view

    @property
    def search_ways(self) -> SearchWays:
        """Made at the window's first page, so that the way back is known."""
        if self._search_ways is None:
            from ui.search_ways import SearchWays

            self._search_ways = SearchWays(self._desk)
        return self._search_ways

    @property
    def context(self) -> Context:
        if self._context is None:
            raise RuntimeError("the desk has not started")
        return self._context

    def table(self) -> dict[str, PageFactory]:
        """Every page of this version; what is not here is not in the navigation."""
        return {
            "home": self._build_home,
            "new_plan": self._build_new_plan,
            "plan": self._build_plan,
            "preparation": self._build_preparation,
            **self._opinion_pages.table(),
            **self._office_pages.table(),
            **self._invite_pages.table(),
            **self.register_ways.table(),
            **self.follow_ways.table(),
            "live": self._build_live,
            "end": self._build_end,
            "search": self._build_search,
            "old_plan": self._build_old_plan,
            "merge": self.merge_ways.build,
        }

    @staticmethod
    def page_of(stage: Stage) -> str:
        return _PAGE_OF[stage]

    # --- home

    def _build_home(self, _conference_id: str) -> QWidget:
        commands: dict[str, Callable[[], object]] = {
            "home.new_plan": self.new_plan,
            "home.copy_plan": self.copy_plan,
            "home.open_sample": self.open_sample,
            "home.enter_form": lambda: self._open_newest("opinions", _enter_slip),
            "home.take_along": self.merge_ways.open,
            "home.open_live": lambda: self._open_newest("live"),
            "home.years": self._office_pages.open_years,
        }
        page = HomePage(self.context, self.home_view, commands)
        page.ticked.connect(self._tick)
        page.opened.connect(self._open_task)
        page.pressed.connect(self._press)
        self._home = page
        return page

    def show_home(self, view: HomeView) -> None:
        self.home_view = view
        if self._home is not None:
            self._home.show_view(view)
        self._note_late()
        self.register_ways.note_late()
        self.follow_ways.note_late(view)

    def show_saved(self, at: datetime) -> None:
        if self._home is not None:
            self._home.show_saved(at)

    def new_plan(self) -> None:
        """The kinds of plan to begin with; the wizard follows."""
        self._desk.go("new_plan", "")

    def _build_new_plan(self, conference_id: str) -> QWidget:
        from ui.pages.new_plan import NewPlanPage

        page = NewPlanPage(self.context)
        page.made.connect(lambda made: self._desk.open_conference(made, "plan"))
        page.left.connect(lambda: self._back_home(conference_id))
        page.library_asked.connect(self._office_pages.open_library)
        return page

    def copy_plan(self) -> None:
        """The page that starts from an old plan: one of the conferences, a file, or pasted text."""
        self._desk.go("old_plan", "")

    def open_sample(self) -> None:
        """The sample conference, to look around in."""
        self._make(lambda services: services.exchange.sample(), page_id="")

    def _make(self, work: Callable[[Any], str], page_id: str = "plan") -> None:
        services = self.context.services

        def start() -> None:
            self.context.tasks.run(
                lambda: work(services.get()),
                lambda conference_id: self._desk.open_conference(conference_id, page_id),
                lane=Lane.DATABASE,
                owner=self._desk,
            )

        self._desk.when_ready(start)

    def _newest(self) -> str:
        return self.home_view.cards[0].id if self.home_view.cards else ""

    def _open_newest(self, page_id: str, then: Callable[[QWidget], object] | None = None) -> None:
        """A quick action works on the open conference, else on the first card."""
        conference_id = self._desk.window.conference_id or self._newest()
        if conference_id:
            self._desk.open_conference(conference_id, page_id, then)

    def _tick(self, task_id: str, done: bool) -> None:
        task = self._home.task(task_id) if self._home is not None else None
        if task is None:
            return
        services, row = self.context.services, task
        if row.kind == PROMISE:  # done or not is said with its evidence
            self.follow_ways.open_task(row, done=True)
            return

        def work() -> None:
            from dialogue_desktop.domain.checklist import ItemKind

            app = services.get()
            day = app.clock.today() if done else None
            app.checklist.set_done(row.conference_id, ItemKind(row.kind), row.item_id, day)

        def start() -> None:
            self.context.tasks.run(work, lane=Lane.DATABASE, owner=self._desk)

        self._desk.when_ready(start)

    def _open_task(self, task_id: str) -> None:
        """The page of the checklist, with the very item in hand; of overdue answers that of the units."""
        task = self._home.task(task_id) if self._home is not None else None
        if task is None:
            return
        row = task
        if row.kind == PROMISE:
            self.follow_ways.open_task(row)
            return
        if row.kind == ANSWERS:
            self._desk.open_conference(row.conference_id, "answers")
            return

        def show(page: QWidget) -> None:
            from ui.pages.preparation import PreparationPage

            if isinstance(page, PreparationPage):
                page.show_item(row.kind, row.item_id)

        self._desk.open_conference(row.conference_id, "preparation", show)

    def _press(self, conference_id: str, page_id: str) -> None:
        """The button of a card."""
        if page_id == "follow_up":
            self.follow_ways.open_conference(conference_id)
        else:
            self._desk.open_conference(conference_id, page_id)

    # --- pages of one conference

    def _build_plan(self, conference_id: str) -> QWidget:
        from ui.wizard.page import WizardPage

        page = WizardPage(self.context, conference_id)
        page.left.connect(self._back_from_plan)
        page.finished.connect(lambda done: self._desk.open_conference(done))
        page.calendar_asked.connect(self._office_pages.open_calendar)
        page.session_opened.connect(lambda other: self._desk.open_conference(other, "plan"))
        return page

    def _build_preparation(self, conference_id: str) -> QWidget:
        from ui.pages.preparation import PreparationPage

        page = PreparationPage(self.context, conference_id)
        page.plan_asked.connect(lambda duty: self._open_duty(conference_id, duty))
        return page

    def _open_duty(self, conference_id: str, duty_id: str) -> None:
        """From a line of the checklist to the duty in the plan."""
        from ui.wizard.checks import Gap as PlanGap
        from ui.wizard.page import WizardPage
        from ui.wizard.steps import StepId

        page = self._desk.window.go("plan", conference_id)
        if isinstance(page, WizardPage):
            wanted, wizard = PlanGap(StepId.TASKS, "tasks", "", row=duty_id), page
            if page.preview is None:  # not read yet
                page.ready.connect(lambda: wizard.go_to(wanted))
            else:
                page.go_to(wanted)

    def _build_live(self, conference_id: str) -> QWidget:
        from ui.live.page import LivePage

        page = LivePage(
            self.context,
            conference_id,
            leave=lambda: self._back_from_live(conference_id),
            ended=lambda: self._desk.open_conference(conference_id, "end"),
            travel=self.merge_ways.open,
        )
        self._desk.window.page_shown.connect(page.hall.page_shown)
        self._desk.window.closing.connect(page.hall.host.hide)
        return page

    def _build_end(self, conference_id: str) -> QWidget:
        from ui.pages.end import EndPage

        if self._gap_ways is None:
            from ui.gap_ways import GapWays

            self._gap_ways = GapWays(self._desk.window)
        page = EndPage(
            self.context, conference_id, self._gap_ways.open, open_register=self.register_ways.open
        )
        page.frame.travel.clicked.connect(self.merge_ways.open)
        return page

    def _build_old_plan(self, _conference_id: str) -> QWidget:
        from ui.pages.old_plan import OldPlanPage

        page = OldPlanPage(self.context)
        page.made.connect(lambda made: self._desk.open_conference(made, "plan"))
        page.left.connect(lambda: self._back_home(""))
        return page

    def _build_search(self, _conference_id: str) -> QWidget:
        from ui.pages.search import SearchPage

        page = SearchPage(self.context)
        page.wanted.connect(self.search_ways.open)
        page.left.connect(self.search_ways.back)
        if not self.context.services.ready:
            self._desk.when_ready(page.start)
        return page

    def _back_from_live(self, conference_id: str) -> None:
        """Once the session is over one comes from its minutes to put something right, and goes back there."""
        from ui.live.page import LivePage

        page = self._desk.window.page
        if isinstance(page, LivePage) and page.seen.ended:
            self._desk.open_conference(conference_id, "end")
        else:
            self._back_home(conference_id)

    def _back_from_plan(self, conference_id: str) -> None:
        if self._gap_ways is not None and self._gap_ways.leads_back(conference_id):
            self._desk.open_conference(conference_id, "end")
        else:
            self._back_home(conference_id)

    def _back_home(self, _conference_id: str) -> None:
        self._desk.window.go("home", "")
        self._desk.refresh_home()

    # --- navigation

    def show_in_navigation(self, conference_id: str, infos: Sequence[ConferenceInfo]) -> None:
        """The open conference with the stages that are done, and the others to switch to."""
        today = self.context.clock.today()
        shown = {info.id: OpenConference(info.id, info.title, _when(info, today)) for info in infos}
        stage = next((info.stage for info in infos if info.id == conference_id), Stage.PLAN)
        others = [found for key, found in shown.items() if key != conference_id]
        navigation = self._desk.window.navigation
        navigation.show_conference(shown.get(conference_id), _DONE_BEFORE[stage], others)
        self._in_navigation = conference_id
        self._note_late()

    def _note_late(self) -> None:
        """ "2 trễ" beside the checklist of the open conference, and beside its opinions for answers."""
        late = [
            task
            for task in self.home_view.tasks
            if task.conference_id == self._in_navigation and task.state == "late"
        ]
        answers = sum(int(task.item_id) for task in late if task.kind == ANSWERS)
        items = sum(task.kind not in (ANSWERS, PROMISE) for task in late)
        notes = {"preparation": items, "opinions": answers}
        self._desk.window.navigation.show_notes(
            {page: (f"{many} trễ" if many else "", Role.BAD) for page, many in notes.items()}
        )


def _enter_slip(page: QWidget) -> None:
    """The quick action of the first screen leads into an empty form, not only to its page."""
    from ui.pages.opinions import OpinionsPage

    if isinstance(page, OpinionsPage):
        page.enter_slip()


def _when(info: ConferenceInfo, today: date) -> str:
    """ "24/4/2026, còn 9 ngày"."""
    if info.day is None:
        return info.when
    left = (info.day - today).days
    if left > 0:
        return f"{info.when}, còn {left} ngày"
    return f"{info.when}, hôm nay" if left == 0 else f"Đã họp {info.when}"
