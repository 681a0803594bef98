"""The page "Nhập bản hội trường": a copy goes out, comes home, and what both changed is chosen (L11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.actions import Verb
from ui.context import Context
from ui.merging.choice_pane import ChoicePane
from ui.merging.core import MergeCore
from ui.merging.list_pane import ListPane
from ui.merging.presenter import MergePresenter
from ui.merging.screen import Mode, Screen
from ui.merging.start_pane import StartPane
from ui.page_runner import PageRunner
from ui.prompter import FileQuestion
from ui.shell.header import Header
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox, follow, framed
from ui.widgets.scroll import Scroll

OPEN = Verb("merge.open", "Mở bản mang về…", "Ctrl+O", "folder_open")
TAKE = Verb("merge.take_along", "Mang đi hội trường…", "", "usb_stick")
KEEP = Verb("merge.keep", "Gộp vào hội nghị", "Ctrl+Return", "merge")
BACK = Verb("merge.back", "Quay lại", "", "arrow_left")

FILES = FileQuestion("Mở bản mang về", (("Bản hội nghị", "*.zip *.json"),), accept="Mở tệp")
_TITLE = "Nhập bản hội trường"
_LIST_UNITS = 110
_BESIDE_FROM = 270  # u of the page
_TURNS_FROM_SCALE = 1.5


class MergePage(QWidget):
    """`left`: back to where one came from; `merged`: the conference has other rows now, so other pages of
    it are of the past; `opened`: a conference that was not here came in."""

    left = Signal()
    merged = Signal(str)
    opened = Signal(str)

    def __init__(self, context: Context, conference_id: str) -> None:
        super().__init__()
        self._context, self._choosing = context, False
        self._shown = Screen()
        reactions: dict[Verb, Callable[[], object]] = {
            OPEN: self.open_file, TAKE: self.take_along, KEEP: self._keep, BACK: self._go_back,
        }  # fmt: skip
        self._verbs = {verb: context.actions.add(self, verb, react) for verb, react in reactions.items()}
        self._verbs[KEEP].setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._run = PageRunner(context.tasks, self)
        self.core = MergeCore(context.services.get())
        self.presenter = MergePresenter(self.core, conference_id, self, self._run)
        self._build()
        follow(context.look, self._arrange)
        self.show_screen(Screen())
        self.presenter.open()

    def _build(self) -> None:
        look, verbs = self._context.look, self._verbs
        column = VBox(look)
        self.setLayout(column)
        self.back_button = Button.of(look, verbs[BACK])
        self.keep_button = Button.of(look, verbs[KEEP], kind=Kind.PRIMARY, cap=True)
        self.header = Header(look, _TITLE, buttons=(self.back_button, self.keep_button))
        column.addWidget(self.header)
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle")
        self._trouble_row = framed(look, self.trouble)
        column.addWidget(self._trouble_row)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self.start = StartPane(look, open_file=verbs[OPEN], take_along=verbs[TAKE])
        self.start.left_wanted.connect(self._show_left)
        self.start.copies_closed.connect(self.presenter.close_copies)
        self._start_area = Scroll(look, self.start)
        self._stack.addWidget(self._start_area)
        both = Pane(look)
        row = HBox(look)
        both.setLayout(row)
        self.choice = ChoicePane(look)
        self.list = ListPane(look, self.choice.handle)
        row.addWidget(self.list)
        row.addWidget(self.choice, 1)
        self._stack.addWidget(both)
        presenter = self.presenter
        self.list.selected.connect(presenter.select)
        self.list.opened.connect(lambda _key: self._begin_choosing())
        self.choice.chosen.connect(presenter.choose)
        self.choice.turned.connect(presenter.turn)
        self.choice.stepped.connect(presenter.step)
        self.choice.left.connect(self._leave_choosing)

    # --- verbs ----------------------------------------------------------------------------------------

    def open_file(self) -> None:
        path = self._context.prompter.open_file(FILES)
        if path is not None:
            self.presenter.look_at(path)

    def take_along(self) -> None:
        """Ask for the stick, write, read back."""
        conference_id = self.presenter.conference_id
        if not conference_id:
            return

        def ask(name: str) -> None:
            question = FileQuestion(
                "Ghi bản mang đi hội trường", (("Bản hội nghị", "*.zip"),), Path.home() / name, ".zip", "Ghi"
            )
            path = self._context.prompter.save_file(question)
            if path is not None:
                self.presenter.take_along(path)

        self._run(lambda: self.core.file_name(conference_id), ask, lambda _: None)

    def _keep(self) -> None:
        if self._shown.can_keep and not self._shown.busy:
            self.presenter.keep()

    def _show_left(self) -> None:
        self.presenter.show_left()
        self.focus_first()

    def _go_back(self) -> None:
        if self.presenter.back():
            self.focus_first()
        else:
            self.left.emit()

    def _begin_choosing(self) -> None:
        self._choosing = True
        self._arrange()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_choosing(self) -> None:
        self._choosing = False
        self._arrange()
        self.list.focus_list()

    # --- the presenter's view -------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        turned = screen.mode is not self._shown.mode
        self._shown = screen
        at_start = screen.mode is Mode.START
        self._stack.setCurrentIndex(0 if at_start else 1)
        self._trouble_row.setVisible(bool(screen.trouble))
        if screen.trouble:
            self.trouble.set_words("Chưa làm được.", screen.trouble)
        self.keep_button.setVisible(not at_start)
        self.keep_button.set_words(screen.keep_words or "Gộp vào hội nghị")
        self.keep_button.setEnabled(screen.can_keep and not screen.busy)
        self.start.open_button.setEnabled(not screen.busy)
        self.start.take_button.setEnabled(not screen.busy)
        self.header.set_facts(*((screen.busy,) if screen.busy else _facts(screen)))
        if at_start:
            self._choosing = False
            self.start.show_screen(screen)
        else:
            self.list.show_screen(screen)
            if screen.detail is not None:
                self.choice.show_detail(screen.detail)
        self._arrange()
        if turned:
            self.focus_first()

    def came(self, conference_id: str, *, new: bool) -> None:
        if new:
            self.opened.emit(conference_id)
        else:
            self.merged.emit(conference_id)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self._context.toast.say(words, back)

    # --- the window's side ----------------------------------------------------------------------------

    def focus_first(self) -> None:
        if self._shown.mode is Mode.START:
            first = self.start.left_button if self._shown.left else self.start.open_button
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._start_area.verticalScrollBar().setValue(0)  # what was done is read first
        elif self._shown.rows:
            self.list.focus_list()
        elif self._shown.can_keep:
            self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        at_start = self._shown.mode is Mode.START
        return (self.start, self.header) if at_start else (self.list, self.choice, self.header)

    def leave(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The two sides beside the list, or in its place where there is no room."""
        look = self._context.look
        there = self._shown.detail is not None
        beside = self.width() >= look.px(_BESIDE_FROM) and look.scale < _TURNS_FROM_SCALE
        self.choice.setVisible(there and (beside or self._choosing))
        self.list.setVisible(beside or not (self._choosing and there))
        self.list.set_width(_LIST_UNITS if beside and there else None)


def _facts(screen: Screen) -> tuple[str, str]:
    """One sentence, and a shorter one for a narrow window."""
    if screen.mode is Mode.START or not screen.of:
        return screen.facts, screen.facts
    chosen = f"Đã chọn {screen.chosen} trên {screen.of} chỗ"
    return f"{chosen}. {screen.facts}", chosen
