"""The page "Tìm tất cả": every opinion of every conference in one list, found as one types (G3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.words_vi import thousands
from dialogue_desktop.errors import UserError
from dialogue_desktop.events import ConferenceListChanged, JournalAppended, PlanSaved
from dialogue_desktop.services.search import EXPORTED
from ui.actions import Verb
from ui.context import Context
from ui.page_runner import PageRunner
from ui.prompter import FileQuestion
from ui.qt_timer import QtTimer
from ui.search.choices import Choice
from ui.search.detail_pane import DetailPane
from ui.search.list_pane import ListPane
from ui.search.presenter import SearchPresenter, Service
from ui.search.screen import Screen, Target
from ui.search.words import Line
from ui.shell.header import Header
from ui.tasks import Lane
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.panes import HBox, Pane, VBox, follow, framed

OPEN = Verb("search.open", "Mở", "", "open")
COPY = Verb("search.copy", "Sao chép nội dung", "Ctrl+C", "copy")
FIND = Verb("search.find", "Tìm", "Ctrl+F", "search")
INSIDE = Verb("search.inside", "Tìm trong hội nghị này", "", "search")
EXPORT = Verb("search.export", "Xuất Excel…", "Ctrl+E", "document_table")
BACK = Verb("search.back", "Danh sách", "", "arrow_left")
VERBS = (OPEN, COPY, FIND, INSIDE, EXPORT, BACK)

_EXCEL = ("Tệp Excel", "*.xlsx")
_DETAIL_UNITS = 79
_BESIDE_FROM = 300  # u of the window (1200 px at 100 %); in a narrower one the panes take turns
_TURNS_FROM_SCALE = 1.5


class SearchPage(QWidget):
    """Passive: `SearchPresenter` decides, panes show. One page serves all conferences."""

    title = "Tìm tất cả"
    for_all = True  # stays as it is whichever conference is open
    wanted = Signal(object)  # Target: the record to go to
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._runner = PageRunner(context.tasks, self)
        self._right_open, self._beside, self._stale = False, True, False
        self._has_detail = False
        reactions: dict[Verb, Callable[[], object]] = {
            OPEN: self._open,
            COPY: lambda: self.presenter.copy(),
            FIND: self.find_words,
            INSIDE: self._search_inside,
            EXPORT: self._export,
            BACK: self._back_to_list,
        }
        self.actions_by_verb = {
            verb: context.actions.add(self, verb, react) for verb, react in reactions.items()
        }
        services = context.services
        self.presenter = SearchPresenter(
            lambda: cast(Service, services.get().search), self, context.clock, self._run, QtTimer(self)
        )
        self._build()
        self._connect()
        context.bridge.heard.connect(self._heard)
        follow(context.look, self._arrange)
        if services.ready:
            self.start()

    def _build(self) -> None:
        look, of = self._context.look, self.actions_by_verb.__getitem__
        whole = VBox(look)
        self.setLayout(whole)
        self.export_button = Button.of(look, of(EXPORT))
        self.header = Header(look, self.title, buttons=(self.export_button,))
        whole.addWidget(self.header)
        again = Button(look, "Tìm lại")
        again.clicked.connect(lambda: self.presenter.refresh())
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle", buttons=(again,))
        self._banner = framed(look, self.trouble)
        whole.addWidget(self._banner)
        body = HBox(look)
        whole.addLayout(body, 1)
        self._left = Pane(look)
        left = VBox(look)
        self._left.setLayout(left)
        self.list = ListPane(look)
        left.addWidget(self.list, 1)
        body.addWidget(self._left, 1)
        self.detail = DetailPane(look, open_it=of(OPEN), copy=of(COPY), inside=of(INSIDE), back=of(BACK))
        self.detail.hide()
        body.addWidget(self.detail)

    def _connect(self) -> None:
        presenter, tools = self.presenter, self.list.tools
        self.list.searched.connect(presenter.search)
        self.list.sorted_by.connect(presenter.sort)
        self.list.selected.connect(presenter.select)
        self.list.opened.connect(self._open_row)
        self.list.ended.connect(presenter.more)
        self.list.widened_all.connect(self._widen_all)
        tools.chip_asked.connect(presenter.offer)
        tools.chosen.connect(self._chosen)
        tools.widened.connect(presenter.widen)
        tools.ordered.connect(presenter.sort)

    # --- the window's side ----------------------------------------------------------------------------

    def start(self) -> None:
        """The services are there."""
        self.presenter.open()

    def find_words(self) -> None:
        """Ctrl+K, from anywhere: the search line, its words ready to be typed over."""
        self._back_to_list()
        self.list.focus_line()

    focus_first = find_words

    def leave(self) -> bool:
        """Nothing is typed here that could be lost."""
        return True

    may_leave = leave

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return (self.list.tools, self.list.table, self.detail)

    def _run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None],
        lane: Lane = Lane.DATABASE,
    ) -> None:  # fmt: skip
        if not self._context.tasks.closed:  # a timer may ring while the program ends
            self._runner(work, done, failed, lane)

    def _heard(self, event: object) -> None:
        """What is written elsewhere is read when the page is seen again."""
        if isinstance(event, JournalAppended | PlanSaved | ConferenceListChanged):
            self._stale = True
            if self.isVisible():
                self._freshen()

    def _freshen(self) -> None:
        if self._stale:
            self._stale = False
            self.presenter.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._freshen()

    # --- the presenter's view -------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        self.header.set_facts(screen.facts)
        self.list.show_screen(screen)
        self._has_detail = screen.detail is not None
        if screen.detail is not None:
            self.detail.show_detail(screen.detail)
        elif self._right_open:
            self._right_open = False
        for verb in (OPEN, COPY):
            self.actions_by_verb[verb].setEnabled(self._has_detail)
        self.actions_by_verb[INSIDE].setEnabled(screen.detail is not None and screen.detail.inside)
        self.actions_by_verb[EXPORT].setEnabled(bool(screen.lines))
        self._banner.setVisible(screen.trouble is not None)
        if screen.trouble is not None:
            self.trouble.set_words(screen.trouble.fact, screen.trouble.sentence)
        self._arrange()

    def show_more(self, lines: Sequence[Line]) -> None:
        self.list.show_more(lines)

    def show_choices(self, chip: str, choices: Sequence[Choice]) -> None:
        if self.isVisible():
            self.list.tools.show_choices(chip, choices)

    def clear_line(self) -> None:
        self.list.search.clear()

    def open_hit(self, target: Target) -> None:
        self.wanted.emit(target)

    def copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._context.toast.say(said)

    # --- verbs ----------------------------------------------------------------------------------------

    def _open(self) -> None:
        self.presenter.open_selected()

    def _open_row(self, line_id: str) -> None:
        """Enter on a row: its record; where the detail is not beside the list, first the detail."""
        if self._beside:
            self.presenter.open_selected(line_id)
            return
        self.presenter.show_detail()
        self._right_open = True
        self._arrange()
        self.detail.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_list(self) -> None:
        if self._right_open:
            self._right_open = False
            self._arrange()
            self.list.focus_list()

    def _chosen(self, choice: Choice) -> None:
        self.presenter.choose(choice)
        self.list.focus_list()

    def _search_inside(self) -> None:
        self._back_to_list()
        self.presenter.search_inside()
        self.list.focus_line()

    def _widen_all(self) -> None:
        self.presenter.widen_all()
        self.list.focus_line()

    def _export(self) -> None:
        """The hits in the order on view, as a workbook."""
        query, filters, order = self.presenter.wanted()
        name = "Ý kiến tìm thấy.xlsx"
        path = self._context.prompter.save_file(
            FileQuestion(
                "Xuất ý kiến tìm thấy", (_EXCEL,), _documents_folder() / name, ".xlsx", accept="Lưu tệp"
            )
        )
        if path is None:
            return
        service = self._context.services.get().search

        def work() -> int:
            from dialogue_desktop.exchange.file_out import write_whole

            data, rows = service.workbook(query, filters, order=order)
            write_whole(path, data)
            return int(rows)

        def done(rows: int) -> None:
            which = f"{thousands(rows)} ý kiến đầu" if rows >= EXPORTED else f"{thousands(rows)} ý kiến"
            self._context.toast.say(f"Đã ghi {which} vào tệp {path.name}")

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self._context.prompter.tell("Chưa xuất được", error.sentence, icon="warning")

        self._run(work, done, failed, Lane.GENERAL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the detail opens its hit; Esc leads from there to the list, else back to where one was."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._in_detail():
            self._open()
            return
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            if not self._beside and self._right_open:
                self._back_to_list()
            else:
                self.left.emit()
            return
        super().keyPressEvent(event)

    def _in_detail(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()  # the stubs forget that there may be none
        return focused is not None and self.detail.isAncestorOf(focused)

    # --- room -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """List and detail side by side, or one at a time in a narrow window or with large letters."""
        look = self._context.look
        self._beside = self.window().width() >= look.px(_BESIDE_FROM) and look.scale < _TURNS_FROM_SCALE
        right = self._has_detail and (self._beside or self._right_open)
        self.list.tools.set_few(not self._beside)
        self.detail.setVisible(right)
        self.detail.set_alone(not self._beside)
        self._left.setVisible(self._beside or not right)
        self.detail.set_width(_DETAIL_UNITS if self._beside else None)


def _documents_folder() -> Path:
    folder = Path.home() / "Documents"
    return folder if folder.is_dir() else Path.home()
