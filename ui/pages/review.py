"""The page "Họp rút kinh nghiệm": the meeting that looks back on the conference, and its minutes (F4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.events import JournalAppended, PlanSaved
from dialogue_desktop.services.rescue import RescueFolder
from ui.actions import Verb
from ui.context import Context
from ui.field_undo import FieldUndo
from ui.page_runner import PageRunner
from ui.qt_timer import QtTimer
from ui.review.core import Reviewing
from ui.review.entry import ReviewEntry, rescue_of
from ui.review.form import ReviewForm
from ui.review.presenter import ReviewPresenter, Screen
from ui.shell.header import Header
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import VBox, framed

SAVE = Verb("review.save", "Lưu", "Ctrl+S", "save")
PAPER = Verb("review.paper", "Biên bản họp", "Ctrl+P", "document_text")
LEAVE = Verb("review.leave", "Theo dõi cam kết", "Ctrl+R", "arrow_left")
UNDO = Verb("review.undo", "Hoàn tác việc vừa làm", "Ctrl+Z", "arrow_undo")
REDO = Verb("review.redo", "Làm lại việc vừa hoàn tác", "Ctrl+Y", "arrow_redo")
VERBS = (SAVE, PAPER, LEAVE, UNDO, REDO)


class ReviewPage(QWidget):
    """Passive: `ReviewPresenter` decides. One page is for one conference."""

    title = "Họp rút kinh nghiệm"
    left = Signal()
    paper_wanted = Signal(str)

    def __init__(self, context: Context, conference_id: str | None = None) -> None:
        super().__init__()
        self._context = context
        self._run = PageRunner(context.tasks, self)
        self._id = ""
        self._presenter: ReviewPresenter | None = None
        self._screen = Screen()
        reactions: dict[Verb, Callable[[], object]] = {
            SAVE: lambda: self._do(lambda p: p.save()),
            PAPER: self._paper,
            LEAVE: self.left.emit,
            UNDO: lambda: self._do(lambda p: p.acts.undo()),
            REDO: lambda: self._do(lambda p: p.acts.redo()),
        }
        self.actions_by_verb = {
            verb: context.actions.add(self, verb, react) for verb, react in reactions.items()
        }
        self._build()
        context.bridge.heard.connect(self._heard)
        self.open(conference_id)

    def _build(self) -> None:
        look, of = self._context.look, self.actions_by_verb.__getitem__
        whole = VBox(look)
        self.setLayout(whole)
        self.leave_button = Button.of(look, of(LEAVE), cap=False)
        self.paper_button = Button.of(look, of(PAPER), cap=False)
        self.save_button = Button.of(look, of(SAVE), kind=Kind.PRIMARY)
        self.header = Header(
            look, self.title, buttons=(self.leave_button, self.paper_button, self.save_button)
        )
        self.header.set_title(self.title, "Rút kinh nghiệm")
        whole.addWidget(self.header)
        self._again = Button(look, "Lưu lại")
        self._again.clicked.connect(lambda: self._do(lambda p: p.try_again()))
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle", buttons=(self._again,))
        self._banner = framed(look, self.trouble)
        whole.addWidget(self._banner)
        self.form = ReviewForm(look, self._units)
        self.form.setEnabled(False)
        whole.addWidget(self.form, 1)
        undo = FieldUndo(self._context, self)
        undo.watch(self.form.fields())
        self.form.grown.connect(undo.watch)

    # --- the window's side ----------------------------------------------------------------------------

    def open(self, conference_id: str | None) -> None:
        if not conference_id or conference_id == self._id:
            return
        self._id = conference_id
        services = self._context.services.get()
        rescue = RescueFolder((services.paths.rescue, Path.home()), conference_id)

        def keep(entry: ReviewEntry) -> bool:
            return rescue.write("rut-kinh-nghiem", rescue_of(entry))

        core = Reviewing(services, conference_id)
        self._presenter = ReviewPresenter(core, self, self._context.clock, self._run, QtTimer(self), keep)
        self.form.changed.connect(self._presenter.form.typed)
        self._presenter.open()

    def leave(self) -> bool:
        """What is half typed is on its way to the disk; the page may always be left."""
        self._do(lambda p: p.leave())
        return True

    may_leave = leave

    def focus_first(self) -> None:
        self.form.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return (self.form,)

    def _units(self) -> Sequence[str]:
        loaded = self._presenter.loaded if self._presenter is not None else None
        return loaded.units if loaded is not None else ()

    def _do(self, act: Callable[[ReviewPresenter], object]) -> None:
        if self._presenter is not None:
            act(self._presenter)

    def _paper(self) -> None:
        """What is typed is saved first: the paper is made of what is saved."""
        if self._presenter is not None and (not self._screen.typed or self._presenter.save()):
            self.paper_wanted.emit(self._id)

    def _heard(self, event: object) -> None:
        if isinstance(event, JournalAppended | PlanSaved) and event.conference_id == self._id:
            if self.isVisible():
                self._do(lambda p: p.refresh())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._do(lambda p: p.refresh())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    # --- the presenter's view -------------------------------------------------------------------------

    def show_review(self, screen: Screen) -> None:
        self._screen = screen
        first = screen.loaded and not self.form.isEnabled()
        self.form.setEnabled(screen.loaded)
        self.header.set_facts(screen.facts, screen.facts_short)
        self.actions_by_verb[SAVE].setEnabled(screen.typed)
        self.actions_by_verb[PAPER].setEnabled(screen.loaded)
        self._banner.setVisible(screen.trouble is not None)
        if screen.trouble is not None:
            self.trouble.set_words(screen.trouble.fact, screen.trouble.sentence)
            self._again.set_words(screen.trouble.act)
        if first and self.isVisible():
            self.focus_first()

    def fill_form(self, entry: ReviewEntry, focus: str) -> None:
        self.form.fill(entry)

    def complain(self, form_field: str, sentence: str) -> None:
        self.form.complain(form_field, sentence)

    def show_saved(self, at: datetime) -> None:
        self.header.show_saved(at)

    def show_kept(self, at: datetime) -> None:
        """The header tells of what is saved; what is half typed is on the disk without a word."""

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self._context.toast.say(words, back)
