"""The frame of the pages of import: a list is looked at row by row, then kept (C4, C7, C11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.actions import Verb
from ui.context import Context
from ui.list_import.columns_pane import ColumnsPane
from ui.list_import.kind import ListKind, Words
from ui.list_import.mend_pane import MendPane
from ui.list_import.presenter import ListPresenter
from ui.list_import.report_pane import ReportPane
from ui.list_import.screen import Screen
from ui.list_import.start_pane import StartPane
from ui.page_runner import PageRunner
from ui.prompter import Choice, FileQuestion, Question
from ui.shell.header import Header
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox, follow, framed
from ui.widgets.scroll import Scroll

_FILTERS = (("Danh sách (Excel, Word, CSV)", "*.xlsx *.xlsm *.docx *.csv *.txt"),)
_EXCEL = (("Tệp Excel", "*.xlsx"),)
_MEND_UNITS = 82
_BESIDE_FROM = 300
_TURNS_FROM_SCALE = 1.5


class ListImportPage(QWidget):
    """`left`: back to where it was opened from; `done`: back there, with words on what was kept."""

    left = Signal(str)
    done = Signal(str, str)

    def __init__(self, context: Context, conference_id: str, kind: ListKind[Any, Any]) -> None:
        super().__init__()
        self._context, self._id, self._kind = context, conference_id, kind
        self._mending = self._report_on = False
        self._sheet_asked = -1
        self._add_verbs(kind.words)
        run = PageRunner(context.tasks, self)
        self.presenter: ListPresenter[Any, Any] = ListPresenter(kind, self, run)
        self._build(kind.words)
        self.setAcceptDrops(True)
        follow(context.look, self._arrange)
        self.show_screen(Screen())

    def _add_verbs(self, words: Words) -> None:
        own = words.id

        def add(name: str, say: str, react: Callable[[], object], key: str = "", icon: str = "") -> None:
            verb = Verb(f"{own}.{name}", say, key, icon)
            self._verbs[name] = self._context.actions.add(self, verb, react)

        self._verbs: dict[str, Any] = {}
        add("open", "Mở tệp…", self.open_file, "Ctrl+O", "folder_open")
        add("paste", "Đọc các dòng đã dán", self.read_paste, icon="clipboard_paste")
        add("keep", f"{words.keep} các dòng đã chọn", self._keep, "Ctrl+Return", "save")
        add("bad_rows", "Xuất dòng phải sửa…", self._write_bad_rows, icon="document_table")
        add("back", words.back, self._go_back, icon="arrow_left")
        add("undo", "Hoàn tác việc nhập", self._undo, "Ctrl+Z", "arrow_undo")
        self._verbs["keep"].setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])

    def _build(self, words: Words) -> None:
        look, verbs = self._context.look, self._verbs
        column = VBox(look)
        self.setLayout(column)
        self.back_button = Button.of(look, verbs["back"])
        self.bad_button = Button.of(look, verbs["bad_rows"])
        # Not bound to its verb: the same key also takes the cell that is being mended.
        self.keep_button = Button(look, words.keep, kind=Kind.PRIMARY, icon="save", key="Ctrl+Enter")
        self.keep_button.clicked.connect(self.presenter.save)
        buttons = (self.back_button, self.bad_button, self.keep_button)
        self.header = Header(look, words.title, words.lead, buttons=buttons)
        self.header.set_title(words.title, words.short)
        column.addWidget(self.header)
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle")
        self._trouble_row = framed(look, self.trouble)
        column.addWidget(self._trouble_row)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self.start = StartPane(look, words, open_file=verbs["open"], read_paste=verbs["paste"])
        self.start.form_wanted.connect(self._write_form)
        self._start_area = Scroll(look, self.start)
        self._stack.addWidget(self._start_area)
        both = Pane(look)
        row = HBox(look)
        both.setLayout(row)
        self.report = ReportPane(look, words, self._kind.states)
        self.mend = MendPane(look, words.sums)
        row.addWidget(self.report, 1)
        row.addWidget(self.mend)
        self._stack.addWidget(both)
        presenter = self.presenter
        self.columns = ColumnsPane(look)
        self._stack.addWidget(self.columns)
        self.columns.column_said.connect(presenter.say_column)
        self.columns.first_said.connect(presenter.begin_at)
        self.columns.read_wanted.connect(presenter.read_said)
        self.columns.skip_wanted.connect(presenter.skip_sheet)
        self.report.view_wanted.connect(presenter.show)
        self.report.selected.connect(presenter.select)
        self.report.ticked.connect(presenter.tick)
        self.report.opened.connect(lambda _key: self._begin_mending())
        self.report.option_chosen.connect(presenter.choose)
        self.mend.mended.connect(self._mend)
        self.mend.left.connect(self._leave_mending)

    # --- verbs ----------------------------------------------------------------------------------------

    def open_file(self) -> None:
        path = self._context.prompter.open_file(
            FileQuestion(self._kind.words.open_title, _FILTERS, accept="Mở tệp")
        )
        if path is not None and self._may_drop_mended():
            self.presenter.open_file(path)

    def read_paste(self) -> None:
        self.presenter.paste(self.start.paste.toPlainText())

    def _keep(self) -> None:
        """Ctrl+Enter: in the cell being mended it takes the cell, in the pasted text it reads it."""
        if self.mend.typing():
            self.mend.take.click()
        elif self._report_on:
            self.presenter.save()
        elif self._sheet_asked >= 0:
            self.presenter.read_said()
        elif self.start.paste.hasFocus():
            self.read_paste()

    def _write_bad_rows(self) -> None:
        words = self._kind.words
        path = self._ask_where(words.bad_title, words.bad_file)
        if path is not None:
            self.presenter.write_bad_rows(path)

    def _write_form(self, form_id: str) -> None:
        words = self._kind.words
        path = self._ask_where(words.form_title, words.form_file)
        if path is not None:
            self.presenter.write_form(path, form_id)

    def _ask_where(self, title: str, name: str) -> Path | None:
        return self._context.prompter.save_file(
            FileQuestion(title, _EXCEL, Path.home() / name, ".xlsx", "Ghi tệp")
        )

    def _undo(self) -> None:
        if self._context.toast.words:
            self.presenter.take_back()

    def _go_back(self) -> None:
        if not self._report_on and self._sheet_asked < 0:
            self.left.emit(self._id)
        elif self._may_drop_mended():
            self.presenter.start_again()
            self.focus_first()

    def _may_drop_mended(self) -> bool:
        """Cells that were put right here stand in no file: ask before they go."""
        rows = self.presenter.unsaved
        if not rows:
            return True
        question = Question(
            "Bỏ các ô đã sửa?",
            f"Đã sửa {rows} dòng trên trang này mà chưa {self._kind.words.keep.lower()}."
            " Tệp gốc vẫn còn nguyên; chữ vừa sửa thì không có trong tệp nào.",
            (Choice("stay", "Ở lại"), Choice("drop", "Bỏ các ô đã sửa", "danger")),
            safe="stay",
        )
        return self._context.prompter.ask(question) == "drop"

    def _begin_mending(self) -> None:
        self._mending = True
        self._arrange()
        self.mend.begin()

    def _mend(self, column: str, text: str) -> None:
        self.presenter.mend(column, text)
        self._leave_mending()

    def _leave_mending(self) -> None:
        self._mending = False
        self._arrange()
        self.report.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- a file dropped on the page -------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            if self._may_drop_mended():
                self.presenter.open_file(path)

    # --- the presenter's view -------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        words = self._kind.words
        asked = screen.sheet.at if screen.sheet is not None else -1
        turned = (screen.report, asked) != (self._report_on, self._sheet_asked)
        self._report_on, self._sheet_asked = screen.report, asked
        self._stack.setCurrentIndex(1 if screen.report else 2 if asked >= 0 else 0)
        self._trouble_row.setVisible(bool(screen.trouble))
        if screen.trouble:
            self.trouble.set_words("Chưa làm được." if not screen.report else "Lưu ý.", screen.trouble)
        self.back_button.set_words("Tệp khác" if screen.report or asked >= 0 else words.back)
        self.bad_button.setVisible(screen.report and screen.bad > 0 and self._kind.gives_back)
        self.keep_button.setVisible(screen.report)
        self.keep_button.set_words(f"{words.keep} {screen.chosen} dòng" if screen.chosen else words.keep)
        self.keep_button.setEnabled(bool(screen.chosen) and not screen.busy)
        facts = screen.busy or screen.facts or words.lead
        self.header.set_facts(facts, facts.partition(":")[0])  # last: it fits the buttons' words
        self.start.open_button.setEnabled(not screen.busy)
        self.start.read_button.setEnabled(not screen.busy)
        if screen.sheet is not None:
            self.columns.show_sheet(screen.sheet, busy=bool(screen.busy))
        if screen.report:
            self.report.show_screen(screen)
            self.mend.show_sums(screen.sums)
            if screen.detail is not None:
                self.mend.show_detail(screen.detail)
        self.mend.setEnabled(screen.detail is not None)
        self._arrange()
        if turned:
            self.focus_first()

    def show_forms(self, forms: tuple[tuple[str, str], ...]) -> None:
        self.start.show_forms(forms)

    def finished(self, words: str) -> None:
        self.start.paste.set_value("")
        self.presenter.start_again()
        self.done.emit(self._id, words)

    def warn(self, sentence: str) -> None:
        self._context.prompter.tell("Còn một việc phải làm lại", sentence, icon="warning")

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self._context.toast.say(words, back)

    # --- the window's side ----------------------------------------------------------------------------

    def focus_first(self) -> None:
        if self._report_on:
            self.report.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._sheet_asked >= 0:
            self.columns.begin()
        else:
            self.start.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        if self._report_on:
            return (self.report, self.mend, self.header)
        return (self.columns if self._sheet_asked >= 0 else self.start, self.header)

    def leave(self) -> bool:
        """The list stays open behind the other pages, with all that was ticked and mended."""
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """For whom forms can be made may have changed since."""
        super().showEvent(event)
        self.presenter.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The row in hand beside the list, or in its place where there is no room."""
        look = self._context.look
        beside = self.window().width() >= look.px(_BESIDE_FROM) and look.scale < _TURNS_FROM_SCALE
        self.mend.setVisible(beside or self._mending)
        self.report.setVisible(beside or not self._mending)
        self.mend.set_width(_MEND_UNITS if beside else None)


def _dropped_file(event: QDropEvent) -> Path | None:
    """The one file that is dragged; None for several, for a folder and for text."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return None if path.is_dir() else path
