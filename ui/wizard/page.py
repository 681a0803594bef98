"""The wizard's window: rail, step, page of the plan, bottom bar (design "plan-wizard"; P1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.context import Context
from ui.printing.printers import PrintShop, SystemPrinters
from ui.tasks import Lane
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox, follow, framed
from ui.widgets.text import Label, Paragraph
from ui.wizard.autosave import SaveKind, SaveState, sentence_of
from ui.wizard.checks import Gap
from ui.wizard.desk import WizardDesk
from ui.wizard.doubts_desk import DoubtsDesk
from ui.wizard.foot_bar import FootBar
from ui.wizard.leaving import leaving_unsaved, once_saved
from ui.wizard.office_watch import OfficeWatch
from ui.wizard.opening import Opened, read, saving_on
from ui.wizard.page_keys import VERBS, add_verb
from ui.wizard.paper_desk import PaperDesk
from ui.wizard.presenter import PlanChange, WizardPresenter
from ui.wizard.preview_pane import PreviewPane, QtDelay
from ui.wizard.rail_pane import RailPane
from ui.wizard.step_maker import make_step
from ui.wizard.step_review import ReviewStep
from ui.wizard.step_view import StepView
from ui.wizard.steps import StepId, info_of, read_step
from ui.wizard.undo_gate import UndoGate

PREVIEW_UNITS = 102.0  # the text's width at 10 px letters, the gaps and the scroll bar
_NARROW_UNITS = 300  # 1200 px at 100 %
_NARROW_SCALE = 1.5


class WizardPage(QWidget):
    """`left` and `finished` carry the conference, `session_opened` another one under the same plan; the plan
    is committed before any of them is heard."""

    plain = True  # the rail stands where the navigation is on other pages

    left = Signal(str)
    finished = Signal(str)
    ready = Signal()
    calendar_asked = Signal()
    session_opened = Signal(str)

    def __init__(self, context: Context, conference_id: str, *, shop: PrintShop | None = None) -> None:
        super().__init__()
        self._context, self._id = context, conference_id
        self._shop = shop or SystemPrinters()
        self._views: dict[StepId, StepView] = {}
        self._presenter: WizardPresenter | None = None
        self._desk: WizardDesk | None = None
        self._narrow = False
        self._page_open = False  # the page stands in place of the step (narrow windows)
        self._undo_gate = UndoGate(self)
        self._paper: PaperDesk | None = None
        self.preview: PreviewPane | None = None
        self._build()
        follow(context.look, self._arrange)
        services = context.services.get()
        context.tasks.run(
            lambda: read(services, conference_id, context.clock.today()),
            self._opened,
            self._not_opened,
            lane=Lane.DATABASE,
            owner=self,
        )

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._context.look
        whole = HBox(look)
        self.setLayout(whole)
        self.rail = RailPane(look)
        self.rail.back.connect(self.leave)
        self.rail.chosen.connect(self._step_chosen)
        whole.addWidget(self.rail)
        right = VBox(look)
        whole.addLayout(right, 1)
        self._across = HBox(look)
        right.addLayout(self._across, 1)
        self.work = Pane(look)
        column = VBox(look, gap=2)
        self.work.setLayout(column)
        head = VBox(look, (5, 2.5, 5, 0))
        top = HBox(look, gap=2)
        self.title = Label(look, "", Type.TITLE)
        top.addWidget(self.title)
        top.addStretch(1)
        self.page_button = Button(look, "Xem trang", kind=Kind.BAR, icon="document_search", key="Ctrl+P")
        self.page_button.clicked.connect(self.toggle_page)
        top.addWidget(self.page_button)
        head.addLayout(top)
        self._lead = Paragraph(look, "", role=Role.TEXT2)
        head.addWidget(self._lead)
        column.addLayout(head)
        self.retry = Button(look, "Lưu lại")
        self.retry.clicked.connect(self._save_again)
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle", buttons=(self.retry,))
        self._trouble_row = framed(look, self.trouble, (5, 0, 5, 0))
        column.addWidget(self._trouble_row)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self._across.addWidget(self.work, 1)
        self.foot = FootBar(look)
        self.foot.close_button.clicked.connect(self.leave)
        self.foot.back_button.clicked.connect(self._back)
        self.foot.next_button.clicked.connect(self._next)
        right.addWidget(self.foot)
        self._build_verbs()

    def _build_verbs(self) -> None:
        next_, finish, page, save = self._on, self._finish_by_key, self.toggle_page, self._save_again
        reactions = (next_, finish, self._back, self.undo, self.redo, page, save)
        for verb, react in zip(VERBS, reactions, strict=True):
            add_verb(self._context.actions, self, verb, react)

    # --- opening --------------------------------------------------------------------------------------

    def _opened(self, opened: Opened) -> None:
        context = self._context
        services = context.services.get()
        presenter = WizardPresenter(
            self._id,
            opened.plan,
            step=opened.step,
            store=services.planning,
            run=saving_on(context.tasks, self),
            delay=QtDelay(self),
            facts=opened.facts,
        )
        self._presenter = presenter
        office = OfficeWatch(context, presenter, opened.lists, self)
        self._desk = WizardDesk(
            context.look, presenter, office, self.say, self.calendar_asked.emit, self._open_session
        )
        self.preview = PreviewPane(context, presenter, services.documents.preview_plan)
        self._paper = PaperDesk(context, presenter, self.preview, self._shop, self._failed, self)
        self._across.addWidget(self.preview)
        self.doubts = DoubtsDesk(
            context,
            self._id,
            self.rail,
            self._stack,
            go=self._to_step,
            head=self._say_head,
            failed=self._failed,
        )
        presenter.on_plan(self._plan_changed)
        presenter.on_step(self._step_changed)
        presenter.on_save(self._save_changed)
        self._arrange()
        self._step_changed(presenter.step)
        self.focus_first()
        self.ready.emit()

    def _not_opened(self, error: Exception) -> None:
        self.title.setText("Chưa mở được kế hoạch")
        self._lead.set_words(sentence_of(error))

    @property
    def presenter(self) -> WizardPresenter:
        """RuntimeError before the plan was read."""
        if self._presenter is None:
            raise RuntimeError("the plan is not read yet")
        return self._presenter

    @property
    def view(self) -> StepView:
        """The step on view."""
        return self._views[self.presenter.step]

    # --- steps ----------------------------------------------------------------------------------------

    def _step_chosen(self, name: str) -> None:
        if self._presenter is not None:
            self._to_step(name)

    def _to_step(self, name: str) -> None:
        """To a step, "" for the one that was left; also from the list of what was not understood."""
        if name:
            self.presenter.go(read_step(name))
        if self.doubts.on_view:
            self._step_changed(self.presenter.step)
        self.focus_first()

    def _say_head(self, title: str, lead: str) -> None:
        self.title.setText(title)
        self._lead.set_words(lead)

    def _back(self) -> None:
        if self._presenter is not None:
            self.presenter.go_on(-1)
            self.focus_first()

    def _on(self) -> None:
        """Ctrl+PgDn stops at the last step: one who leafs through must not finish the plan."""
        if self._presenter is not None:
            self.presenter.go_on()
            self.focus_first()

    def _next(self) -> None:
        (self._finish if self._at_end else self._on)()

    def _finish_by_key(self) -> None:
        if self._at_end:
            self._finish()

    @property
    def _at_end(self) -> bool:
        return self._presenter is not None and self.presenter.step is StepId.REVIEW

    def _step_changed(self, step: StepId) -> None:
        view = self._views.get(step)
        if view is None:
            assert self._desk is not None
            view = make_step(step, self._desk)
            self._views[step] = view
            self._stack.addWidget(view)
            self._undo_gate.watch(view)
            if isinstance(view, ReviewStep) and self._paper is not None:
                self._paper.serve(view)
                view.gap_asked.connect(self.go_to)
        self._stack.setCurrentWidget(view)
        self.title.setText(info_of(step).title)
        self.foot.show_step(step)
        self._show(PlanChange(self.presenter.plan, self.presenter.plan))
        if self._page_open:
            self.toggle_page()
        if self.preview is not None:
            self.preview.show_step(step)

    def _plan_changed(self, change: PlanChange) -> None:
        self._show(change)
        if self.preview is not None:
            self.preview.show_plan(change)

    def _show(self, change: PlanChange) -> None:
        presenter = self.presenter
        self.view.show_plan(change)
        if not self.doubts.on_view:
            self._lead.set_words(self.view.lead(change.plan) or info_of(presenter.step).lead)
        self.rail.show_plan(change.plan, presenter)
        self.foot.show_missing(sum(not gap.warning for gap in presenter.gaps()) if self._at_end else 0)

    def go_to(self, gap: Gap) -> None:
        """Turn to the step of a gap and into its field."""
        self._to_step(gap.step.value)
        self.view.go_to(gap.field, gap.row)

    # --- undo -----------------------------------------------------------------------------------------

    def say(self, words: str) -> None:
        self._context.toast.stand_on(self.preview)
        self._context.toast.say(words, self.undo)

    def undo(self) -> None:
        act = None if self._presenter is None else self.presenter.undo()
        if act is not None:
            self._context.toast.say(act.undone)

    def redo(self) -> None:
        act = None if self._presenter is None else self.presenter.redo()
        if act is not None:
            self._context.toast.say(act.label or "Đã làm lại lần sửa")

    # --- saving and leaving ---------------------------------------------------------------------------

    def _save_changed(self, state: SaveState) -> None:
        failed = state.kind is SaveKind.FAILED
        self._trouble_row.setVisible(failed)
        if failed:
            self.trouble.set_words("Chưa lưu được.", state.sentence.removeprefix("Chưa lưu được. "))
        self.foot.show_saved(state)

    def _save_again(self) -> None:
        if self._presenter is not None:
            self.presenter.flush()

    def leave(self) -> None:
        """Save and go back; the page stays when it could not be saved."""
        if self._presenter is None:
            self.left.emit(self._id)
            return
        self.presenter.flush(lambda clean: self.left.emit(self._id) if clean else None)

    def may_leave(self) -> bool:
        """Asked before another page opens or the window closes; what is typed is handed over to be saved."""
        if self._presenter is None:
            return True
        self.presenter.flush()
        state = self.presenter.save_state
        if state.kind is not SaveKind.FAILED:
            return True
        return self._context.prompter.ask(leaving_unsaved(state.sentence)) == "lose"

    def _finish(self) -> None:
        if self.presenter.complete:
            services, cid = self._context.services.get(), self._id
            finished = self.finished.emit
            self._once_saved(lambda: services.planning.finish_plan(cid), lambda _: finished(cid))

    def _open_session(self, session_id: str) -> None:
        """To the conference of another session under this plan (P5)."""
        services, cid = self._context.services.get(), self._id
        opened = self.session_opened.emit
        self._once_saved(lambda: services.planning.open_session(cid, session_id), opened)

    def _once_saved(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        once_saved(self.presenter, self._context.tasks, self, work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._trouble_row.setVisible(True)
        self.trouble.set_words("Chưa làm được.", sentence_of(error))

    # --- focus and room -------------------------------------------------------------------------------

    def focus_first(self) -> None:
        if self._presenter is not None:
            self.doubts.focus_first() if self.doubts.on_view else self.view.focus_first()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks along. Where the page has no room of its own, F6 opens it instead."""
        if self._narrow:
            return (self.rail.rail, self.work, self.foot) if not self._page_open else (self.preview_page(),)
        return (self.rail.rail, self.work, self.preview_page(), self.foot)

    def preview_page(self) -> QWidget:
        return self.preview.page if self.preview is not None else self.work

    def toggle_page(self) -> None:
        """Ctrl+P: into the page beside the step, or the page in place of the step where there is no room."""
        if self.preview is None:
            return
        if not self._narrow:
            if self.preview.page.hasFocus():
                self.focus_first()
            else:
                self.preview.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._page_open = not self._page_open
        self._arrange()
        if self._page_open:
            self.preview_page().setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focus_first()

    def event(self, event: QEvent) -> bool:
        """F6 opens the page where it has no room of its own; elsewhere the window walks its panes with it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_F6 and self._narrow:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F6 and self._narrow:
            self.toggle_page()
            return
        if event.key() == Qt.Key.Key_Escape and self._page_open:
            self.toggle_page()
            return
        if event.key() == Qt.Key.Key_Escape and self.preview is not None and self.preview.page.hasFocus():
            self.focus_first()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = self._context.look
        self._narrow = self.width() < look.px(_NARROW_UNITS) or look.scale >= _NARROW_SCALE
        self._page_open = self._page_open and self._narrow
        self.rail.set_narrow(self._narrow)
        self.page_button.setVisible(self._narrow)
        self.foot.set_narrow(self._narrow)
        self.work.setVisible(not self._page_open)
        if self.preview is not None:
            self.preview.set_width(None if self._page_open else PREVIEW_UNITS)
            self.preview.setVisible(self._page_open or not self._narrow)
        if self._presenter is not None:
            self.rail.show_plan(self.presenter.plan, self.presenter)
