"""The page "Việc chuẩn bị": the checklist, and the proof that the conference was announced (P14, C12, C2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desktop.errors import UserError
from dialogue_desktop.events import CalendarChanged, ChecklistChanged, PlanSaved
from ui.actions import Verb
from ui.context import Context
from ui.page_runner import PageRunner
from ui.preparation.checklist_part import ChecklistPart
from ui.preparation.core import Core
from ui.preparation.part import Part
from ui.preparation.presenter import ChecklistPresenter
from ui.preparation.proof_part import ProofPart
from ui.preparation.proof_presenter import ProofPresenter
from ui.preparation.screen import ListScreen, ProofScreen
from ui.prompter import FileQuestion
from ui.qt_timer import QtTimer
from ui.shell.header import Header
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.segment import Segment

NEW = Verb("preparation.new", "Thêm việc", "Ctrl+N", "add")
TASKS = Verb("preparation.tasks", "Việc cần làm", "Ctrl+1", "checkbox_checked")
PROOF = Verb("preparation.proof", "Thông báo, niêm yết", "Ctrl+2", "megaphone")
UNDO = Verb("preparation.undo", "Hoàn tác việc vừa làm", "Ctrl+Z", "arrow_undo")
REDO = Verb("preparation.redo", "Làm lại việc vừa hoàn tác", "Ctrl+Y", "arrow_redo")
UP = Verb("preparation.up", "Chuyển lên", "Ctrl+Shift+Up", "arrow_up")
DOWN = Verb("preparation.down", "Chuyển xuống", "Ctrl+Shift+Down", "arrow_down")
RECORD = Verb("preparation.record", "Xuất biên bản niêm yết…", "", "document_text")
VERBS = (NEW, TASKS, PROOF, UNDO, REDO, UP, DOWN, RECORD)

_NEW_WORDS = {"tasks": "Thêm việc", "proof": "Thêm nơi thông báo"}


class PreparationPage(QWidget):
    """Passive: a presenter decides in each of the two parts. One page is for one conference.

    `plan_asked` carries the id of a duty that is to be opened in the plan.
    """

    title = "Việc chuẩn bị"
    plan_asked = Signal(str)

    def __init__(self, context: Context, conference_id: str | None = None) -> None:
        super().__init__()
        self._context = context
        self._run = PageRunner(context.tasks, self)
        self._id = ""
        self.checklist: ChecklistPresenter | None = None
        self.proof: ProofPresenter | None = None
        self._focus_wanted = self._empty = self._proven = False
        self._facts: dict[str, tuple[str, str]] = {}
        reactions: dict[Verb, Callable[[], object]] = {
            NEW: lambda: self._act(lambda p: p.begin_new()),
            TASKS: lambda: self.show_part("tasks"),
            PROOF: lambda: self.show_part("proof"),
            UNDO: lambda: self._act(lambda p: p.steps.undo()),
            REDO: lambda: self._act(lambda p: p.steps.redo()),
            UP: lambda: self._move(-1),
            DOWN: lambda: self._move(1),
            RECORD: self._write_record,
        }
        self.actions_by_verb = {
            verb: context.actions.add(self, verb, react) for verb, react in reactions.items()
        }
        self._build()
        context.bridge.heard.connect(self._heard)
        self.open(conference_id)

    def _build(self) -> None:
        look = self._context.look
        whole = VBox(look)
        self.setLayout(whole)
        self.new_button = Button.of(look, self.actions_by_verb[NEW], kind=Kind.PRIMARY)
        self.record_button = Button.of(look, self.actions_by_verb[RECORD])
        self.record_button.hide()
        self.header = Header(look, self.title, buttons=(self.record_button, self.new_button))
        whole.addWidget(self.header)
        bar = Pane(look, lines="b")
        row = HBox(look, (6, 1.5, 6, 1.5), 2)
        bar.setLayout(row)
        views = [(part, verb.words, verb.icon) for part, verb in (("tasks", TASKS), ("proof", PROOF))]
        self.parts = Segment(look, views, name="Phần đang xem", keys={"tasks": TASKS.key, "proof": PROOF.key})
        self.parts.chosen.connect(self.show_part)
        row.addWidget(self.parts)
        row.addStretch(1)
        whole.addWidget(bar)
        self.tasks = ChecklistPart(look)
        self.places = ProofPart(look, self.actions_by_verb[NEW])
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tasks)
        self._stack.addWidget(self.places)
        whole.addWidget(self._stack, 1)
        for part in (self.tasks, self.places):
            part.saved.connect(self._show_saved)
            part.said.connect(self._say)
        self.tasks.shown.connect(self._tasks_shown)
        self.places.shown.connect(self._places_shown)

    def _connect(self, checklist: ChecklistPresenter, proof: ProofPresenter) -> None:
        tasks, places = self.tasks, self.places
        tasks.selected.connect(checklist.select)
        tasks.table.rows.ticked.connect(checklist.tick)
        tasks.removed.connect(checklist.remove)
        tasks.again.connect(checklist.try_again)
        tasks.taken_back.connect(checklist.take_back)
        tasks.item.changed.connect(checklist.typed)
        tasks.item.left.connect(checklist.settle)
        tasks.item.back.connect(self._back)
        tasks.item.removed.connect(lambda: self._removed(checklist, tasks))
        tasks.item.usual_asked.connect(checklist.use_usual_day)
        tasks.item.plan_asked.connect(self.plan_asked)
        places.selected.connect(proof.select)
        places.removed.connect(proof.remove)
        places.again.connect(proof.try_again)
        places.ticked.connect(proof.tick_notice)
        places.put_off.connect(proof.tick_later)
        places.place.changed.connect(proof.typed)
        places.place.left.connect(proof.settle)
        places.place.back.connect(self._back)
        places.place.removed.connect(lambda: self._removed(proof, places))

    # --- the window's side ----------------------------------------------------------------------------

    def open(self, conference_id: str | None) -> None:
        """Show the checklist of this conference."""
        if not conference_id or conference_id == self._id:
            return
        self._id = conference_id
        core = Core(self._context.services.get(), conference_id)
        clock = self._context.clock
        self.checklist = ChecklistPresenter(core, self.tasks, clock, self._run, QtTimer(self))
        self.proof = ProofPresenter(core, self.places, clock, self._run, QtTimer(self))
        self._connect(self.checklist, self.proof)
        self._refresh()

    def show_item(self, kind: str, item_id: str) -> None:
        """Go to an item of the checklist (from the first screen)."""
        self.show_part("tasks")
        if self.checklist is not None:
            self.checklist.want(kind, item_id)

    def show_part(self, part: str) -> None:
        """ "tasks" or "proof"; the focus goes along."""
        self._settle()
        self.parts.set_value(part)
        self._stack.setCurrentWidget(self.tasks if part == "tasks" else self.places)
        self.actions_by_verb[NEW].setText(_NEW_WORDS[part])
        self._refresh_facts()
        self._part.arrange()
        self.focus_first()

    @property
    def _part(self) -> Part:
        return self.tasks if self.parts.value() == "tasks" else self.places

    def leave(self) -> bool:
        """What is typed is on its way to the disk; the page may always be left."""
        for presenter in (self.checklist, self.proof):
            if presenter is not None:
                presenter.leave()
        return True

    may_leave = leave

    def focus_first(self) -> None:
        """The list, as soon as it is there."""
        if self.checklist is None or self.checklist.loaded is None:
            self._focus_wanted = True
        else:
            self._part.focus_list()

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return self._part.panes()

    def _heard(self, event: object) -> None:
        ours = isinstance(event, ChecklistChanged | PlanSaved) and event.conference_id == self._id
        if (ours or isinstance(event, CalendarChanged)) and self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        for presenter in (self.checklist, self.proof):
            if presenter is not None:
                presenter.refresh()

    # --- what the parts show --------------------------------------------------------------------------

    def _tasks_shown(self, screen: ListScreen) -> None:
        self._facts["tasks"] = (screen.facts, screen.short_facts)
        self._refresh_facts()
        if self._focus_wanted and screen.loaded:
            self._focus_wanted = False
            self._part.focus_list()

    def _places_shown(self, screen: ProofScreen) -> None:
        self._facts["proof"] = (screen.facts, screen.short_facts)
        empty = screen.loaded and screen.view is not None and not screen.view.proofs
        self._empty = empty and screen.detail is None
        self._proven = screen.view is not None and bool(screen.view.proofs)
        self._refresh_facts()

    def _refresh_facts(self) -> None:
        part = self.parts.value()
        # One filled button on the page: with nothing in the list it stands in the list's place.
        self.new_button.setVisible(part == "tasks" or not self._empty)
        self.record_button.setVisible(part == "proof" and self._proven)
        # Last: the header then knows how many buttons want room.
        self.header.set_facts(*self._facts.get(part, ("", "")))

    def _show_saved(self, at: datetime) -> None:
        self.header.show_saved(at)

    def _say(self, words: str, back: Callable[[], None] | None) -> None:
        self._context.toast.say(words, back)

    # --- verbs ----------------------------------------------------------------------------------------

    def _act(self, act: Callable[[Any], object]) -> None:
        presenter = self.checklist if self.parts.value() == "tasks" else self.proof
        if presenter is not None:
            act(presenter)

    def _settle(self) -> None:
        for presenter in (self.checklist, self.proof):
            if presenter is not None:
                presenter.settle()

    def _move(self, way: int) -> None:
        if self.checklist is not None and self.parts.value() == "tasks":
            self.checklist.move(way)

    def _write_record(self) -> None:
        """The record of posting as PDF and Word, into a folder that is asked for."""
        self._settle()
        folder = self._context.prompter.choose_folder(FileQuestion("Chọn thư mục để ghi biên bản niêm yết"))
        if folder is None:
            return
        documents, cid = self._context.services.get().documents, self._id

        def done(paths: tuple[Path, ...]) -> None:
            self._context.toast.say(f"Đã ghi {len(paths)} tệp vào thư mục {folder.name}")

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self._context.prompter.tell("Chưa ghi được biên bản", error.sentence, icon="warning")

        # After what is typed, on the same lane.
        self._run(lambda: documents.export(cid, documents=("posting-record",), out=folder), done, failed)

    def _back(self) -> None:
        """From the form to the list; a new row in which nothing stands is dropped."""
        self._act(lambda p: p.drop_new())
        self._part.focus_list()

    def _removed(self, presenter: Any, part: Part) -> None:
        presenter.remove()
        part.focus_list()
