"""The page "Giao và thu câu trả lời": by unit what was given, what came back, and the answer in hand (C7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.quick_text import ANSWERING
from dialogue_desktop.events import CalendarChanged, JournalAppended, PlanSaved
from dialogue_desktop.services.rescue import RescueFolder
from ui.actions import Verb
from ui.answers import verbs
from ui.answers.asking import ask_day, ask_move
from ui.answers.core import Answers, Move
from ui.answers.entry import AnswerEntry, rescue_of
from ui.answers.form import AnswerForm
from ui.answers.matters_pane import MattersPane
from ui.answers.presenter import AnswersPresenter
from ui.answers.screen import Screen
from ui.answers.units_pane import UnitsPane
from ui.context import Context
from ui.field_undo import FieldUndo
from ui.opinions.words import capital
from ui.page_runner import PageRunner
from ui.paper_menu import Paper, PaperMenu, registered
from ui.qt_timer import QtTimer
from ui.quick_text.desk import QuickTextDesk
from ui.shell.header import Header
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.empty import EmptyState
from ui.widgets.panes import HBox, Pane, VBox, follow, framed

_FORM_UNITS = 122
_BESIDE_FROM = 300  # u of the window (1200 px at 100 %); in a narrower one the panes take turns
_TURNS_FROM_SCALE = 1.5
_UNITS_SHARE = 0.45  # of the height, where units and opinions do not all fit
_FORMATS = (("pdf", "PDF"), ("docx", "Word"), ("xlsx", "Excel"))


class AnswersPage(QWidget):
    """Passive: `AnswersPresenter` decides, panes show. One page is for one conference."""

    title = "Giao và thu câu trả lời"
    import_wanted = Signal(str)
    left = Signal(str)
    give_wanted = Signal(str, str)  # conference, opinion

    def __init__(self, context: Context, conference_id: str | None = None) -> None:
        super().__init__()
        self._context = context
        self._run = PageRunner(context.tasks, self)
        self._id = ""
        self._presenter: AnswersPresenter | None = None
        self._screen = Screen()
        self._beside = True
        self._place = "units"  # which pane is shown where there is room for one
        self._focus_wanted = False
        self._opinion_wanted = ""
        reactions: dict[Verb, Callable[[], object]] = {
            verbs.ANSWER: self._write_answer,
            verbs.SAVE: lambda: self._save(go_on=True),
            verbs.SAVE_CLOSE: lambda: self._save(go_on=False),
            verbs.READY_TEXT: lambda: self.quick.pick(),
            verbs.IMPORT: lambda: self.import_wanted.emit(self._id),
            verbs.PAPERS: self._export,
            verbs.MOVE: self._move,
            verbs.TAKE_BACK: lambda: self._do(lambda p: p.take_back()),
            verbs.GIVE: lambda: self.give_wanted.emit(self._id, self._screen.matter),
            verbs.LEAVE: lambda: self.left.emit(self._id),
            verbs.UNITS: lambda: self._go("units"),
            verbs.LIST: lambda: self._go("matters"),
            verbs.UNDO: lambda: self._do(lambda p: p.acts.undo()),
            verbs.REDO: lambda: self._do(lambda p: p.acts.redo()),
        }
        self.actions_by_verb = {
            verb: context.actions.add(self, verb, react) for verb, react in reactions.items()
        }
        # The keypad's Enter saves too.
        keys = [QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")]
        self.actions_by_verb[verbs.SAVE].setShortcuts(keys)
        self._build()
        context.bridge.heard.connect(self._heard)
        follow(context.look, self._arrange)
        self.open(conference_id)

    def _build(self) -> None:
        look, of = self._context.look, self.actions_by_verb.__getitem__
        whole = VBox(look)
        self.setLayout(whole)
        self.leave_button = Button.of(look, of(verbs.LEAVE))
        self.papers_button = Button(
            look, verbs.PAPERS.words, icon=verbs.PAPERS.icon, key=verbs.PAPERS.key, chevron=True
        )
        self.papers_button.clicked.connect(self._export)
        self.import_button = Button.of(look, of(verbs.IMPORT))
        self.header = Header(
            look, self.title, buttons=(self.leave_button, self.import_button, self.papers_button)
        )
        self.header.set_title(self.title, "Câu trả lời")
        whole.addWidget(self.header)
        self.papers = PaperMenu(self._context, self)
        self.papers.failed = lambda error: self._do(lambda p: p.act_failed(error))
        self._again = Button(look, "Lưu lại")
        self._again.clicked.connect(lambda: self._do(lambda p: p.try_again()))
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle", buttons=(self._again,))
        resume = Button(look, "Gõ tiếp")
        resume.clicked.connect(self._resume)
        discard = Button(look, "Bỏ", kind=Kind.QUIET)
        discard.clicked.connect(lambda: self._do(lambda p: p.form.discard()))
        self.lying = Banner(look, role=Role.ACCENT, icon="edit", buttons=(resume, discard))
        self._banners = [framed(look, banner) for banner in (self.trouble, self.lying)]
        for banner in self._banners:
            whole.addWidget(banner)
        body = HBox(look)
        whole.addLayout(body, 1)
        self._left = Pane(look)
        column = VBox(look)
        self._left.setLayout(column)
        self.units = UnitsPane(look, move=of(verbs.MOVE))
        self.matters = MattersPane(
            look, back=of(verbs.UNITS), take_back=of(verbs.TAKE_BACK), give=of(verbs.GIVE)
        )
        column.addWidget(self.units, 100)
        column.addWidget(self.matters, 100)
        give = Button.of(look, of(verbs.LEAVE), kind=Kind.PRIMARY, text="Nhập ý kiến", icon="chat_add")
        self._none = EmptyState(
            look, "chat_multiple", "Chưa có ý kiến nào gửi trước hội nghị",
            "Nhập ý kiến, rồi giao cho từng đơn vị chuẩn bị câu trả lời.", (give,),
        )  # fmt: skip
        self._none_frame = framed(look, self._none)
        self._none_button = give
        column.addWidget(self._none_frame)
        column.addStretch(1)
        body.addWidget(self._left, 1)
        self.form = AnswerForm(
            look, save=of(verbs.SAVE), save_close=of(verbs.SAVE_CLOSE), back=of(verbs.LIST)
        )
        self.quick = QuickTextDesk(self.form, self._context, self._context.toast.say, lambda _: ANSWERING)
        self.form.hide()
        body.addWidget(self.form)
        FieldUndo(self._context, self).watch(self.form.fields())

    def _connect(self, presenter: AnswersPresenter) -> None:
        self.units.selected.connect(presenter.select_unit)
        self.units.opened.connect(lambda _: self._go("matters"))
        self.units.removed.connect(presenter.take_back_unit)
        self.matters.selected.connect(presenter.select)
        self.matters.opened.connect(lambda _: self._write_answer())
        self.matters.removed.connect(presenter.take_back)
        self.form.changed.connect(presenter.form.typed)
        self.form.offer(lambda: presenter.loaded.preparers if presenter.loaded else ())

    # --- the window's side ----------------------------------------------------------------------------

    def open(self, conference_id: str | None) -> None:
        """Show what the units of this conference owe."""
        if not conference_id or conference_id == self._id:
            return
        self._id = conference_id
        self.quick.take(conference_id)
        services = self._context.services.get()
        rescue = RescueFolder((services.paths.rescue, Path.home()), conference_id)

        def keep(entry: AnswerEntry) -> bool:
            return rescue.write("tra-loi", rescue_of(entry))

        core = Answers(services, conference_id)
        self._presenter = AnswersPresenter(core, self, self._context.clock, self._run, QtTimer(self), keep)
        self._connect(self._presenter)
        self._presenter.open()

    def show_opinion(self, opinion_id: str) -> None:
        """Go to the answer of one opinion."""
        if self._presenter is None or self._presenter.loaded is None:
            self._opinion_wanted = opinion_id
        else:
            self._place = "form"
            self._presenter.show_opinion(opinion_id)

    def imported(self, words: str) -> None:
        """Answers were read from a file and kept: say so, and let Ctrl+Z take them back here."""
        self._do(lambda p: p.acts.acted(words))

    def leave(self) -> bool:
        """What is half typed is on its way to the disk; the page may always be left."""
        self._do(lambda p: p.leave())
        return True

    may_leave = leave

    def focus_first(self) -> None:
        """The units, as soon as they are there; where one came to type, the answer."""
        if not self._screen.loaded:
            self._focus_wanted = True
        elif self._screen.empty:
            self._none_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go("form" if not self._beside and self._place == "form" else "units")

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return (self.units, self.matters, self.form)

    def _save(self, *, go_on: bool) -> None:
        self.quick.end_word()
        self._do(lambda p: p.save(go_on=go_on))

    def _do(self, act: Callable[[AnswersPresenter], object]) -> None:
        if self._presenter is not None:
            act(self._presenter)

    def _heard(self, event: object) -> None:
        mine = isinstance(event, JournalAppended | PlanSaved) and event.conference_id == self._id
        if (mine or isinstance(event, CalendarChanged)) and self.isVisible():
            self._do(lambda p: p.refresh())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._do(lambda p: p.refresh())

    # --- the presenter's view -------------------------------------------------------------------------

    def show_answers(self, screen: Screen) -> None:
        self._screen = screen
        self.header.set_facts(screen.facts, screen.facts_short)
        self.units.show_units(screen)
        self.matters.show_matters(screen)
        if screen.view is not None:
            self.form.show_view(screen.view)
        there = screen.view is not None
        for verb, enabled in (
            (verbs.ANSWER, there), (verbs.SAVE, there), (verbs.SAVE_CLOSE, there),
            (verbs.MOVE, screen.can_move), (verbs.TAKE_BACK, screen.can_take_back),
            (verbs.GIVE, bool(screen.unit)), (verbs.IMPORT, screen.loaded and not screen.empty),
            (verbs.PAPERS, screen.can_print),
        ):  # fmt: skip
            self.actions_by_verb[verb].setEnabled(enabled)
        self.papers_button.setEnabled(screen.can_print)
        self._banners[1].setVisible(bool(screen.shelf))
        self.lying.set_words("Đang gõ dở:", f"{screen.shelf}.")
        self._banners[0].setVisible(screen.trouble is not None)
        if screen.trouble is not None:
            self.trouble.set_words(screen.trouble.fact, screen.trouble.sentence)
            self._again.set_words(screen.trouble.act)
        self._arrange()
        if screen.loaded and self._opinion_wanted:
            wanted, self._opinion_wanted = self._opinion_wanted, ""
            self._focus_wanted = False
            self.show_opinion(wanted)
        elif self._focus_wanted and screen.loaded:
            self._focus_wanted = False
            self.focus_first()

    def fill_form(self, entry: AnswerEntry, focus: str) -> None:
        if focus:
            self._place = "form"
            self._arrange()
        self.form.fill(entry, focus)

    def go_to_list(self) -> None:
        self._go("matters")

    def ask_move(self, move: Move, unit: str, in_unit: int) -> str:
        return ask_move(self._context.prompter, move, unit, in_unit)

    def complain(self, form_field: str, sentence: str) -> None:
        self.form.complain(sentence)

    def show_saved(self, at: datetime) -> None:
        self.header.show_saved(at)

    def show_kept(self, at: datetime) -> None:
        self.form.show_kept(at)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self._context.toast.say(words, back)

    # --- verbs ----------------------------------------------------------------------------------------

    def _write_answer(self) -> None:
        self._do(lambda p: p.write_answer())

    def _resume(self) -> None:
        self._do(lambda p: p.resume())

    def _move(self) -> None:
        presenter = self._presenter
        if presenter is None or presenter.loaded is None:
            return
        due = presenter.loaded.due
        day = ask_day(self._context.prompter, presenter.today, due.day, due.explanation)
        if day is not None:
            presenter.move_to(day)

    def _export(self) -> None:
        papers = self.paper_list()
        if papers:
            self.papers.offer(papers, self._id, self.papers_button)

    def paper_list(self) -> Sequence[Paper]:
        """The sheet of the chosen unit, then those of all units, then the report on all answers."""
        services, unit = self._context.services.get(), self._screen.unit_name
        core = Answers(services, self._id)
        own = [
            Paper(
                f"Phiếu giao của {capital(unit)}, {words}",
                make=lambda one=name: core.sheet(unit, one),  # type: ignore[misc]
            )
            for name, words in _FORMATS
            if unit
        ]
        every = [
            Paper(f"Phiếu giao của mọi đơn vị, {words}", "assigned-questions", name)
            for name, words in _FORMATS
        ]
        return (*own, *every, *registered(services, ("prepared-report",)))

    # --- places and keys ------------------------------------------------------------------------------

    def _go(self, place: str) -> None:
        """To one of the panes; in a narrow window it takes the place of the others."""
        self._place = place
        self._arrange()
        if place == "form":
            self.form.go_to("answer")
        else:
            (self.units if place == "units" else self.matters).focus_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back: from the answer to the list, from the list to the units; what is typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            if self._holds_focus(self.form):
                self._go("matters")
                return
            if self._holds_focus(self.matters):
                self._go("units")
                return
        super().keyPressEvent(event)

    def _holds_focus(self, pane: QWidget) -> bool:
        focused: QWidget | None = self.window().focusWidget()  # the stubs forget that there may be none
        return focused is not None and pane.isAncestorOf(focused)

    # --- room -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """All panes side by side, or one at a time in a narrow window or with large letters."""
        look, screen = self._context.look, self._screen
        self._beside = self.window().width() >= look.px(_BESIDE_FROM) and look.scale < _TURNS_FROM_SCALE
        there = screen.loaded and not screen.empty
        has_form = there and screen.view is not None
        place = "matters" if self._place == "form" and not has_form else self._place
        self._none_frame.setVisible(screen.loaded and screen.empty)
        self.units.setVisible(there and (self._beside or place == "units"))
        self.matters.setVisible(there and (self._beside or place == "matters"))
        self.form.setVisible(has_form and (self._beside or place == "form"))
        self._left.setVisible(self._beside or place != "form")
        self.matters.set_alone(not self._beside)
        self.form.set_alone(not self._beside)
        self.form.set_width(_FORM_UNITS if self._beside else None)
        self._share_height()

    def _share_height(self) -> None:
        """The units get what the opinions leave, and never less than their part."""
        both = self.units.isVisibleTo(self) and self.matters.isVisibleTo(self)
        room = self._left.height()
        if not both or not room:
            self.units.setMaximumHeight(16_777_215)
            self.units.setMinimumHeight(0)
            return
        least = int(room * _UNITS_SHARE)
        high = min(self.units.wanted_height(), max(least, room - self.matters.wanted_height()))
        self.units.setFixedHeight(high)
