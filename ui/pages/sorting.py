"""The page "Xếp lĩnh vực": fields and competence of opinions, suggested, taken by one key each (C6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.events import LibraryChanged, PlanSaved
from ui.actions import Verb
from ui.context import Context
from ui.page_runner import PageRunner
from ui.shell.header import Header
from ui.sorting.choice_pane import ChoicePane
from ui.sorting.core import Part, SortingCore
from ui.sorting.list_pane import SortListPane
from ui.sorting.presenter import SortingPresenter
from ui.sorting.screen import Screen
from ui.sorting.words import PART_WORDS
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox, follow, framed
from ui.widgets.segment import Segment

ALL = Verb("sorting.all", "Nhận gợi ý chắc", "Ctrl+Return", "checkmark")
UNSORTED = Verb("sorting.unsorted", PART_WORDS[Part.UNSORTED], "Ctrl+1", "tag")
DIFFERS = Verb("sorting.differs", PART_WORDS[Part.DIFFERS], "Ctrl+2", "branch_fork")
BEYOND = Verb("sorting.beyond", PART_WORDS[Part.BEYOND], "Ctrl+3", "arrow_circle_up")
FIND = Verb("sorting.find", "Tìm lĩnh vực", "Ctrl+F", "search")
UNDO = Verb("sorting.undo", "Hoàn tác việc vừa làm", "Ctrl+Z", "arrow_undo")
REDO = Verb("sorting.redo", "Làm lại việc vừa hoàn tác", "Ctrl+Y", "arrow_redo")
LEAVE = Verb("sorting.leave", "Danh sách ý kiến", "", "arrow_left")
BACK = Verb("sorting.back", "Các ý kiến cần xếp", "", "arrow_left")
VERBS = (ALL, UNSORTED, DIFFERS, BEYOND, FIND, UNDO, REDO, LEAVE, BACK)

_PARTS = {Part.UNSORTED: UNSORTED, Part.DIFFERS: DIFFERS, Part.BEYOND: BEYOND}
_PANE_UNITS = 92
_BESIDE_FROM = 300  # u of the window (1200 px at 100 %); in a narrower one the panes take turns
_TURNS_FROM_SCALE = 1.5


class SortingPage(QWidget):
    """Passive: `SortingPresenter` decides, panes show. One page is for one conference."""

    title = "Xếp lĩnh vực"
    left = Signal(str)  # back to the opinions of this conference

    def __init__(self, context: Context, conference_id: str | None = None) -> None:
        super().__init__()
        self._context = context
        self._run = PageRunner(context.tasks, self)
        self._id = ""
        self._presenter: SortingPresenter | None = None
        self._beside, self._right_open, self._there = True, False, False
        self._focus_wanted = False
        reactions: dict[Verb, Callable[[], object]] = {
            ALL: lambda: self._do(lambda p: p.take_all()),
            UNSORTED: lambda: self.show_part(Part.UNSORTED),
            DIFFERS: lambda: self.show_part(Part.DIFFERS),
            BEYOND: lambda: self.show_part(Part.BEYOND),
            FIND: self.ask_choice,
            UNDO: lambda: self._do(lambda p: p.acts.undo()),
            REDO: lambda: self._do(lambda p: p.acts.redo()),
            LEAVE: lambda: self.left.emit(self._id),
            BACK: self._back,
        }
        self.actions_by_verb = {
            verb: context.actions.add(self, verb, react) for verb, react in reactions.items()
        }
        # The keypad's Enter too.
        self.actions_by_verb[ALL].setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._build()
        context.bridge.heard.connect(self._heard)
        follow(context.look, self._arrange)
        self.open(conference_id)

    def _build(self) -> None:
        look, of = self._context.look, self.actions_by_verb.__getitem__
        whole = VBox(look)
        self.setLayout(whole)
        self.leave_button = Button.of(look, of(LEAVE))
        self.all_button = Button.of(look, of(ALL), kind=Kind.PRIMARY)
        self.header = Header(look, self.title, buttons=(self.leave_button, self.all_button))
        whole.addWidget(self.header)
        again = Button(look, "Đọc lại")
        again.clicked.connect(lambda: self._do(lambda p: p.try_again()))
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle", buttons=(again,))
        self._banner = framed(look, self.trouble)
        whole.addWidget(self._banner)
        self._bar = Pane(look, lines="b")
        row = HBox(look, (6, 1.5, 6, 1.5), 2)
        self._bar.setLayout(row)
        views = [(part.value, verb.words, verb.icon) for part, verb in _PARTS.items()]
        keys = {part.value: verb.key for part, verb in _PARTS.items()}
        self.parts = Segment(look, views, name="Phần đang xem", keys=keys)
        self.parts.chosen.connect(lambda part: self.show_part(Part(part)))
        row.addWidget(self.parts)
        row.addStretch(1)
        whole.addWidget(self._bar)
        body = HBox(look)
        whole.addLayout(body, 1)
        self.list = SortListPane(look)
        self.choice = ChoicePane(look, back=of(BACK))
        self.choice.hide()
        body.addWidget(self.list, 1)
        body.addWidget(self.choice)

    def _connect(self, presenter: SortingPresenter) -> None:
        self.list.selected.connect(presenter.select)
        self.list.taken.connect(presenter.take)
        self.list.digit.connect(presenter.digit)
        self.list.letters.connect(self._find)
        self.list.all_taken.connect(presenter.take_all)
        self.list.other_asked.connect(lambda: self.left.emit(self._id))
        self.choice.taken.connect(presenter.take)
        self.choice.kept.connect(presenter.keep)
        self.choice.chosen.connect(self._chosen)
        self.choice.searched.connect(presenter.find)
        self.choice.back.connect(self._back)

    # --- the window's side ----------------------------------------------------------------------------

    def open(self, conference_id: str | None) -> None:
        """Show the opinions of this conference."""
        if not conference_id or conference_id == self._id:
            return
        self._id = conference_id
        core = SortingCore(self._context.services.get(), conference_id)
        self._presenter = SortingPresenter(core, self, self._run)
        self._connect(self._presenter)
        self._presenter.open()

    def leave(self) -> bool:
        """Everything is on the disk already; the page may always be left."""
        self._do(lambda p: p.leave())
        return True

    may_leave = leave

    def focus_first(self) -> None:
        """The list, as soon as it is there."""
        if self._presenter is None or self._presenter.loaded is None:
            self._focus_wanted = True
        else:
            self.list.focus_list()

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return (self.list, self.choice)

    def show_part(self, part: Part) -> None:
        """One of the three views; the focus goes along."""
        self.parts.set_value(part.value)
        self._right_open = False
        self._do(lambda p: p.show_part(part))
        self._arrange()
        self.focus_first()

    def _do(self, act: Callable[[SortingPresenter], object]) -> None:
        if self._presenter is not None:
            act(self._presenter)

    def _heard(self, event: object) -> None:
        ours = isinstance(event, PlanSaved) and event.conference_id == self._id
        if (ours or isinstance(event, LibraryChanged)) and self.isVisible():
            self._do(lambda p: p.come_back())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._do(lambda p: p.come_back())

    # --- the presenter's view -------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        self.header.set_facts(screen.facts, screen.facts_short)
        for part, verb in _PARTS.items():
            count = screen.counts.get(part, 0)
            self.parts.set_words(part.value, f"{verb.words} ({count})" if screen.loaded else verb.words)
        self._banner.setVisible(screen.trouble is not None)
        if screen.trouble is not None:
            self.trouble.set_words(screen.trouble.fact, screen.trouble.sentence)
        self.all_button.setVisible(screen.part is Part.UNSORTED and screen.sure > 0)
        self.actions_by_verb[ALL].setEnabled(screen.sure > 0)
        self.actions_by_verb[ALL].setText(f"Nhận {screen.sure} gợi ý chắc")
        holds = self._holds_focus(self.list) or self._holds_focus(self.choice)
        self.list.show_screen(screen)
        self.choice.show_screen(screen)
        if screen.detail is None:
            self._right_open = False
        self._arrange(there=screen.detail is not None)
        if screen.loaded and (self._focus_wanted or (holds and not screen.rows)):
            self._focus_wanted = False
            self.list.focus_list()

    def ask_choice(self) -> None:
        self._find("")

    def show_saved(self, at: datetime) -> None:
        self.header.show_saved(at)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self._context.toast.say(words, back)

    # --- verbs ----------------------------------------------------------------------------------------

    def _find(self, letters: str) -> None:
        """Where a field is found by typing: beside the list, or in its place."""
        if self.list.table.isHidden():
            return
        self._right_open = True
        self._arrange()
        self.choice.begin(letters)

    def _chosen(self, value: str) -> None:
        self._do(lambda p: p.choose(value))
        self._back()

    def _back(self) -> None:
        self._right_open = False
        self._arrange()
        self.list.focus_list()

    # --- room -----------------------------------------------------------------------------------------

    def _holds_focus(self, pane: QWidget) -> bool:
        focused: QWidget | None = self.window().focusWidget()  # the stubs forget that there may be none
        return focused is not None and pane.isAncestorOf(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, there: bool | None = None) -> None:
        """List and pane side by side, or one at a time in a narrow window or with large letters."""
        look = self._context.look
        self._beside = self.window().width() >= look.px(_BESIDE_FROM) and look.scale < _TURNS_FROM_SCALE
        if there is not None:
            self._there = there
        right = self._there and (self._beside or self._right_open)
        self.choice.setVisible(right)
        self.choice.set_alone(not self._beside)
        self.choice.set_width(_PANE_UNITS if self._beside else None)
        self.list.setVisible(self._beside or not right)
        self._bar.setVisible(self._beside or not right)
        self.parts.fit(self.width() - look.px(12))
