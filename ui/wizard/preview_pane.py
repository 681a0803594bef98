"""The plan's page beside the step: drawn off-thread, following what is edited (P1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.plan import Plan, SectionKind
from dialogue_desktop.domain.words_vi import date_short
from ui.context import Context
from ui.printing.pdf_pages import Mark
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.page_preview import PagePreview, PreviewBar
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.text import Label
from ui.wizard.changed_words import changed_words
from ui.wizard.presenter import PlanChange, WizardPresenter
from ui.wizard.preview_feed import PreviewFeed
from ui.wizard.sections import walk
from ui.wizard.steps import StepId

if TYPE_CHECKING:
    from dialogue_desktop.documents.flow import RenderResult

#: The documents are set on A4 (ISO 216), in points.
PAGE_HEIGHT = 841.89

NOT_DRAWN = "Chưa vẽ được trang này. Nội dung đã nhập vẫn còn nguyên."


class QtDelay:
    """A one-shot timer of Qt."""

    def __init__(self, owner: QWidget) -> None:
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._act: Callable[[], None] | None = None
        self._timer.timeout.connect(self._fire)

    def start(self, milliseconds: int, act: Callable[[], None]) -> None:
        self._act = act
        self._timer.start(milliseconds)

    def stop(self) -> None:
        self._timer.stop()

    def _fire(self) -> None:
        if self._act is not None:
            self._act()


class PreviewPane(Pane):
    """Bar and page. `draw` makes the PDF in a worker; the page keeps its place unless an edit leads away.

    On the last step another paper may stand in the plan's place (`show_paper`). `drawn` says how many pages
    the newest drawing has.
    """

    drawn = Signal(int)

    def __init__(
        self, context: Context, presenter: WizardPresenter, draw: Callable[[Plan], RenderResult]
    ) -> None:
        look = context.look
        super().__init__(look, Role.SUNKEN, lines="l")
        self._presenter = presenter
        self._result: RenderResult | None = None
        self._step_shown: StepId | None = None
        self._draw = draw
        self._chosen: Callable[[Plan], RenderResult] | None = None
        self._instead: Callable[[Plan], RenderResult] | None = None
        column = VBox(look, (0, 2, 0, 0), 1)
        self.setLayout(column)
        self.page = PagePreview(look, context.tasks, name="Trang kế hoạch")
        self.bar = PreviewBar(look, self.page)
        top = HBox(look, (4, 0, 3, 0))
        top.addWidget(self.bar)
        column.addLayout(top)
        self._missing = Label(
            look, "", Type.CAPTION, Role.WARN, icon="warning_16", icon_role=Role.WARN, elide=True
        )
        self._missing.hide()
        note = HBox(look, (4, 0, 4, 0))
        note.addWidget(self._missing)
        column.addLayout(note)
        column.addWidget(self.page, 1)
        self.setAccessibleName("Xem trang kế hoạch")
        tasks = context.tasks

        def run(
            work: Callable[[], RenderResult],
            done: Callable[[RenderResult], None],
            failed: Callable[[Exception], None],
        ) -> None:
            if not tasks.closed:  # the wait before a drawing may end while the program does
                tasks.run(work, done, failed, owner=self)

        self.feed: PreviewFeed[RenderResult] = PreviewFeed(
            self._make, run, QtDelay(self), self._drawn, self._not_drawn
        )

    @property
    def result(self) -> RenderResult | None:
        """The newest drawing: its bytes are what would be printed."""
        return self._result

    def show_plan(self, change: PlanChange) -> None:
        self.feed.want(change.plan, change.anchor)

    def show_step(self, step: StepId) -> None:
        """Another step: the page where its part begins."""
        self._step_shown = None
        before = self._instead
        self._instead = self._chosen if step is StepId.REVIEW else None
        if self._result is None or self._instead is not before:
            self.feed.want(self._presenter.plan, now=True)
            return
        self._turn_to(step)

    def show_paper(self, draw: Callable[[Plan], RenderResult] | None) -> None:
        """What the last step shows instead of the plan; None: the plan."""
        self._chosen = self._instead = draw
        self._step_shown = None
        self.feed.want(self._presenter.plan, now=True)

    def _make(self, plan: Plan) -> RenderResult:
        return (self._instead or self._draw)(plan)

    def _turn_to(self, step: StepId) -> None:
        self._step_shown = step
        if self._result is None:
            return
        for anchor in _anchors_of(step, self._presenter.plan):
            for place in self._result.places:
                if place.anchor == anchor:
                    self.page.go_to(place.page)
                    return
        if self._instead is not None:
            self.page.go_to(1)

    def _drawn(self, result: RenderResult, touched: tuple[str, ...]) -> None:
        self._result = result
        marks = self._marks(result, touched[-1]) if touched else ()
        self.page.show_pdf(result.data, marks=marks, follow=bool(marks))
        missing = {glyph.char for glyph in result.report.missing}
        letters = " ".join(sorted(missing))
        self._missing.setText(f"Không in được ký tự: {letters}. Thay bằng chữ khác.")
        self._missing.setVisible(bool(missing))
        if not marks and self._step_shown is not self._presenter.step:
            self._turn_to(self._presenter.step)
        self.drawn.emit(result.pages)

    def _marks(self, result: RenderResult, anchor: str) -> tuple[Mark, ...]:
        words = self._words(anchor)
        return tuple(
            Mark(words, place.page - 1, PAGE_HEIGHT - place.y1, PAGE_HEIGHT - place.y0)
            for place in result.places
            if place.anchor == anchor
        )

    def _words(self, anchor: str) -> tuple[str, ...]:
        """The date of a duty whose rule changed, else the words just typed."""
        act = self._presenter.last_act
        plan = self._presenter.plan
        if act is None:
            return ()
        if anchor.startswith("duty:"):
            duty_id = anchor.removeprefix("duty:")
            for line in self._presenter.facts.schedule(plan):
                if line.duty.id == duty_id and line.due is not None:
                    return (date_short(line.due),)
        words = changed_words(act.before, plan)
        return (words,) if words else ()

    def _not_drawn(self, error: Exception) -> None:
        self.page.clear(NOT_DRAWN)


def _anchors_of(step: StepId, plan: Plan) -> tuple[str, ...]:
    """Where the part of a step may begin on the page, the likeliest first."""
    match step:
        case StepId.ISSUER | StepId.REVIEW:
            return ("title",)
        case StepId.PURPOSE:
            return tuple(p.section.id for p in walk(plan.sections) if p.section.kind is SectionKind.TEXT)
        case StepId.TIME_PLACE:
            return ("time", "places")
        case StepId.PARTICIPANTS:
            return ("chairs:chair", "secretaries", *(f"group:{group.id}" for group in plan.participants))
        case StepId.PROGRAMME:
            return tuple(f"step:{one.id}" for one in plan.programme)
        case StepId.TASKS:
            return tuple(f"unit:{unit.id}" for unit in plan.tasks)
        case StepId.BUDGET:
            return ("budget_note", *(f"budget:{line.id}" for line in plan.budget))
        case StepId.RECIPIENTS:
            return ("signature",)
