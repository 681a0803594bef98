"""The live page: joins the presenter to the parts of the screen, and the keys to both (L1–L10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from dialogue_desktop.domain.conclusion_draft import Drafting
from dialogue_desktop.domain.live import LiveDraft
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import RecordKind, TurnState
from dialogue_desktop.events import JournalAppended, PlanSaved
from ui.collecting import HeldStill
from ui.context import Context
from ui.hall.screens import Screens
from ui.live import verbs
from ui.live.drawers.conclusions_side import ConclusionsSide
from ui.live.drawers.half_typed import keep_half_typed
from ui.live.drawers.hall_side import HallNeeds, HallSide, needs_of
from ui.live.drawers.side_host import SideHost
from ui.live.drawers.speaking_side import SpeakingSide
from ui.live.offers import OfferBook
from ui.live.page_boxes import PageBoxes
from ui.live.page_frame import PageFrame
from ui.live.page_keys import PageKeys
from ui.live.page_offers import page_offers
from ui.live.page_verbs import PageVerbs
from ui.live.queue.queue_panel import QueuePanel
from ui.live.session.known_names import KnownNames
from ui.live.session.presenter import LivePresenter
from ui.live.session.promised_days import promised_days
from ui.live.session.screen import LiveScreen, Notice
from ui.live.top_bar import TopBar
from ui.live.writing.speaker_header import STOP_WORDS
from ui.live.writing.work_panel import WorkPanel
from ui.qt_timer import QtTimer
from ui.tasks import Lane
from ui.widgets.open_word import end_open_word

_TICK_MS = 250


class LivePage(QWidget):
    """Fills the window. `leave` goes back to the conference, `ended` to the page of the minutes, `travel` to
    that of the hall's copies; `screens` are those of the computer, but in tests."""

    plain = True
    opened = Signal()  # the records are there and the draft stands in its box

    def __init__(
        self,
        context: Context,
        conference_id: str,
        *,
        leave: Callable[[], None],
        ended: Callable[[], None],
        travel: Callable[[], object] = lambda: None,
        screens: Screens | None = None,
    ) -> None:
        super().__init__()
        self._context, self._cid = context, conference_id
        self._alive = alive = [True]
        self.destroyed.connect(lambda: alive.clear())
        self._leave, self._ended, self.travel = leave, ended, travel
        self.look = look = context.look
        self._book = OfferBook()
        self._presenter: LivePresenter | None = None
        self.seen = LiveScreen()
        self._version = -1
        self.setAccessibleName("Phiên đối thoại")
        self.menu = QMenu(self)
        self._verbs = PageVerbs(self, context, conference_id)
        self.keys = PageKeys(self, context.actions, self._verbs.reactions())
        known = self.keys.actions
        self.queue = QueuePanel(look, known, lambda line: self.live().suggestions(line))
        self.work = WorkPanel(look, known, page_offers(self, context, lambda: self._book))
        self.side = SideHost(
            look, known, lambda: self._book, now=context.clock.now,
            today=context.clock.today,
        )  # fmt: skip
        self.top = TopBar(look, known)
        self.frame = PageFrame(look, self.top, self.queue, self.work, self.side, known)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.conclude = ConclusionsSide(self, self._verbs, self.side.conclusions, column)
        self.boxes = PageBoxes(
            self, self.frame, lambda: self._presenter, lambda: [one.text for one in self._book.people()]
        )
        self.keys.renamed.connect(self._show_keys)
        self._show_keys()
        self.hall = HallSide(self, self.side.hall, keep=self.keep, screens=screens)
        self.speaking = SpeakingSide(self)
        self._connect()
        self.opened.connect(HeldStill(self).ready)
        self._clock_timer = QTimer(self)
        self._clock_timer.setInterval(_TICK_MS)
        self._clock_timer.timeout.connect(self._tick)
        self._plan_stale = self._records_stale = self._read = False
        context.bridge.heard.connect(self._heard)
        look.changed.connect(self._show_theme)
        self._show_theme()
        self._load()

    # --- opening -------------------------------------------------------------------------------------

    def _run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """On the database's thread. Without an owner: a page that goes must not take its last save along."""
        alive = self._alive

        def arrived(result: Any) -> None:
            if alive:
                done(result)

        def broken(error: Exception) -> None:
            if alive:
                failed(error)

        self._context.tasks.run(work, arrived, broken, lane=Lane.DATABASE)

    def _load(self) -> None:
        self._loading = True
        app = self._context.services.get()

        def work() -> tuple[Plan, OfferBook, HallNeeds, Drafting]:
            plan = app.planning.plan(self._cid)
            app.deadlines.calendar()  # read from its files here, not with the first outcome
            drafting = app.concluding.drafting(plan)
            return plan, OfferBook(plan, app.library.lists()), needs_of(app, plan), drafting

        self._run(work, self._loaded, self._not_loaded)

    def _not_loaded(self, error: Exception) -> None:
        sentence = getattr(error, "sentence", "")
        if not sentence:
            raise error
        self.work.banner.set_words("Chưa mở được phiên.", sentence)
        self.work.banner.show()

    def _loaded(self, result: tuple[Plan, OfferBook, HallNeeds, Drafting]) -> None:
        plan, self._book, needs, drafting = result
        self._loading = False
        self.hall.take(needs)
        self.conclude.take(drafting)
        self.speaking.take(needs.warn_seconds)
        app, clock = self._context.services.get(), self._context.clock
        day_of = promised_days(plan, app.deadlines, clock.today())
        if self._presenter is not None:
            # Never a new one: what is being typed, or put right for the minutes, stands in this one.
            self._presenter.take_plan(plan, day_of)
            return
        live = LivePresenter(
            app.steady,
            self._cid,
            clock,
            plan,
            timer=QtTimer(self),
            run=self._run,
            day_of=day_of,
        )
        live.changed = self.show_screen
        live.notify = self.say
        live.keys = self.keys.names
        live.focus = self.focus_box
        live.left, live.warn_seconds = self._ended, needs.warn_seconds
        aside = partial(self._context.tasks.run, lane=Lane.GENERAL)
        live.elsewhere = KnownNames(app.known_people, aside).named
        self._presenter = live
        self.queue.set_example(plan.localities[0].name if plan.localities else "")
        live.open(self._opened)

    def _opened(self, draft: LiveDraft) -> None:
        self._read = True
        self.boxes.restore(draft)
        self._clock_timer.start()
        self._tick()
        self.opened.emit()

    def live(self) -> LivePresenter:
        if self._presenter is None:
            raise RuntimeError("the session is not open yet")
        return self._presenter

    @property
    def presenter(self) -> LivePresenter | None:
        """None until the records have been read."""
        return self._presenter

    def focus_first(self) -> None:
        """Called by the window when the page is shown."""
        if self._presenter is not None:
            self.boxes.focus_again()

    def may_leave(self) -> bool:
        """Never holds anybody up: what is typed is sent to the disk first."""
        self._put_all()
        return True

    def _heard(self, event: object) -> None:
        """What other pages write while this one is not on view is read when it is shown again."""
        if isinstance(event, PlanSaved) and event.conference_id == self._cid:
            self._plan_stale = True
        elif isinstance(event, JournalAppended) and event.conference_id == self._cid:
            self._records_stale = self._records_stale or not self.isVisible()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._plan_stale:
            self._load()
        elif self._records_stale and self._presenter is not None:
            self._presenter.refresh()
        self._plan_stale = self._records_stale = False

    def hideEvent(self, event: QHideEvent) -> None:
        self._put_all()
        if not event.spontaneous():  # not when the window is only made small
            self.hall.page_left(ended=bool(self.seen.ended))
        super().hideEvent(event)

    def _put_all(self) -> None:
        if self._presenter is not None:
            end_open_word()
            self.side.take_all()
            self._presenter.save_draft_now()

    def open_record(self, kind: RecordKind, record_id: str, field: str = "") -> None:
        """Go to the very field that the list of gaps names."""
        self._verbs.open_record(kind, record_id, field)

    def open_when_read(self, kind: RecordKind, record_id: str, field: str = "") -> None:
        """The same, as soon as the records are there, also what another page has just written."""
        if not self._read:
            self.opened.connect(lambda: self.open_record(kind, record_id, field))
        elif self.live().idle and not self._loading:
            self.open_record(kind, record_id, field)
        else:
            self._asked_for = (kind, record_id, field)

    # --- from the presenter to the screen ------------------------------------------------------------

    def show_screen(self, screen: LiveScreen) -> None:
        """Each part compares and changes only what differs."""
        live = self.live()
        self.seen = screen
        self.queue.show_screen(screen)
        self.work.show_screen(screen)
        self.top.show_screen(screen)
        self.side.panel.show_screen(screen)
        self.speaking.show(screen, live)
        if live.idle and screen.trouble is None:
            # Rows changed here whose act is still under way, or was refused, are newer than the records.
            self.side.attendance.show_rows(live.records.attendance)
            self.conclude.follow()
            self._verbs.follow_speaker()
        self.frame.show_waiting(screen.waiting)
        turn = live.turn()
        words, icon = STOP_WORDS[turn.state if turn and screen.started else None]
        self.keys.rename(verbs.START_STOP.id, words if screen.started else "Bắt đầu phiên", icon)
        self.keys.actions[verbs.END.id].setEnabled(screen.started and not screen.ended)
        going_on = turn is not None and turn.state in (TurnState.PAUSED, TurnState.ANSWERING)
        self.keys.rename(
            verbs.PAUSE.id, "Nói tiếp" if going_on else "Tạm dừng", "play" if going_on else "pause"
        )
        if screen.item.version != self._version:
            self._version = screen.item.version
            self.boxes.fill(live)
        if live.quick_line != self.queue.quick.text() and not self.queue.quick.hasFocus():
            self.boxes.show_quick(live.quick_line)
        self.hall.follow()
        self._tick()
        if self._asked_for is not None and live.idle and not self._loading:
            asked, self._asked_for = self._asked_for, None
            self.open_record(*asked)

    def _tick(self) -> None:
        live = self._presenter
        self.hall.tick()
        if live is None or not self.isVisible():
            return
        self.work.header.show_clock(live.clock())
        self.speaking.tick()
        hour = live.wall_clock()
        if hour != self._hour:
            self._hour = hour
            self.top.show_hour(hour)
            self.top.show_programme(live.programme())
            self.speaking.minute(live)

    _hour = ""
    _asked_for: tuple[RecordKind, str, str] | None = None
    _loading = False

    def say(self, notice: Notice) -> None:
        """A line for the operator."""
        self.frame.toast.say(notice)
        self.conclude.say(notice.text)
        self.frame.place_toast()

    def toast_elsewhere(self, line: str) -> None:
        """A line for whatever page is on view now."""
        self._context.toast.say(line)

    def now(self) -> datetime:
        return self._context.clock.now()

    def keep(self, key: str, value: str) -> None:
        """One of the office's settings."""
        app = self._context.services.get()
        self._context.tasks.run(lambda: app.settings.set(key, value), lane=Lane.DATABASE)

    def _show_keys(self) -> None:
        """Caps, hints and tool tips name the keys that work."""
        work, side = self.work, self.side
        for part in (
            work.header, work.opinion, work.answer, work.outcomes, self.queue, self.frame.toast,
            side.keys, self.conclude,
        ):  # fmt: skip
            part.show_keys(self.keys.names)

    def _show_theme(self) -> None:
        self.top.show_theme(self.look.theme.dark)

    # --- from the screen to the presenter ------------------------------------------------------------

    def _connect(self) -> None:
        opinion, answer, outcomes = self.work.opinion, self.work.answer, self.work.outcomes
        opinion.field.chosen.connect(lambda text: self.live().set_field(text))
        opinion.kind.chosen.connect(lambda kind: self.live().set_kind(kind))
        opinion.remove_wanted.connect(lambda: self.live().remove_edited())
        opinion.mark_wanted.connect(lambda: self.live().mark())
        answer.answerer.chosen.connect(lambda text: self.live().set_answerer(text))
        answer.round_wanted.connect(lambda at: self.live().show_round(at))
        outcomes.chosen.connect(lambda outcome: self.live().set_outcome(outcome))
        outcomes.unit.chosen.connect(lambda text: self.live().set_unit(text))
        outcomes.day.picked.connect(lambda day: self.live().set_deadline(day))
        outcomes.body.chosen.connect(lambda text: self.live().set_receiving_body(text))
        outcomes.reason.chosen.connect(lambda text: self.live().set_reason(text))
        self.work.retry.connect(lambda: self.live().retry())
        self.work.reopen.connect(lambda: self.live().reopen())
        self.work.take_rescued.connect(lambda: self.live().take_rescued())
        self.work.put_off_rescued.connect(lambda: self.live().put_off_rescued())
        self.work.left.connect(self._go_back)
        self.queue.quick.entered.connect(self._verbs.quick_entered)
        self.queue.quick.went_back.connect(self._verbs.come_back)
        self.queue.list.opened.connect(self._verbs.row_opened)
        self.queue.list.withdrawn.connect(lambda turn_id: self.live().withdraw(turn_id))
        self.queue.list.menu_wanted.connect(self._verbs.row_menu)
        panel = self.side.panel
        panel.prepared.next_wanted.connect(lambda: self.live().next_prepared())
        panel.entries.opened.connect(lambda opinion_id: self.live().edit(opinion_id))
        self.side.closed.connect(self._verbs.close_side)
        self._verbs.turns.connect()
        self.side.attendance.changed.connect(lambda rows: self.live().set_attendance(rows))
        self.side.conclusions.changed.connect(lambda rows: self.live().set_conclusions(rows))
        keep_half_typed(self.side, self.live)
        self.side.speaker.voice_changed.connect(self._verbs.voice_changed)
        self.side.speaker.fields_changed.connect(self._verbs.fields_changed)
        self.side.speaker.spans_changed.connect(self._verbs.spans_changed)
        self.frame.toast.undo_wanted.connect(lambda: self.live().undo())
        self.frame.toast.redo_wanted.connect(lambda: self.live().redo())
        self.top.left.connect(self._go_back)
        self.frame.rearranged.connect(self._rearranged)

    def _go_back(self) -> None:
        self._put_all()
        self._leave()

    # --- focus ---------------------------------------------------------------------------------------

    def focus_box(self, name: str) -> None:
        self.boxes.focus(name)

    def _rearranged(self) -> None:
        if self._presenter is not None:
            self.work.set_open(self.boxes.last)
            self.queue.show_screen(self.seen)
            self.top.show_screen(self.seen)
            self.work.show_screen(self.seen)
            self._tick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what lies over the queue, and leads back to the minutes when the session is over;
        it never touches a text."""
        if event.key() == Qt.Key.Key_Escape and self.frame.side_open:
            self._verbs.close_side()
            return
        if event.key() == Qt.Key.Key_Escape and self.seen.ended:
            self._go_back()
            return
        super().keyPressEvent(event)
