"""The page "Nhập danh sách ý kiến": a list that came back is looked at row by row, then kept (C4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desktop.errors import UserError
from ui.actions import Verb
from ui.context import Context
from ui.opinion_import.core import ImportCore
from ui.opinion_import.mend_pane import MendPane
from ui.opinion_import.presenter import ImportPresenter
from ui.opinion_import.report_pane import ReportPane
from ui.opinion_import.screen import Screen
from ui.opinion_import.start_pane import StartPane
from ui.prompter import FileQuestion
from ui.shell.header import Header
from ui.tasks import Lane
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox, follow
from ui.widgets.scroll import Scroll

OPEN = Verb("opinion_import.open", "Mở tệp…", "Ctrl+O", "folder_open")
PASTE = Verb("opinion_import.paste", "Đọc các dòng đã dán", "", "clipboard_paste")
KEEP = Verb("opinion_import.keep", "Nhập các dòng đã chọn", "Ctrl+Return", "save")
BAD_ROWS = Verb("opinion_import.bad_rows", "Xuất dòng phải sửa…", "", "document_table")
_BACK_WORDS = "Ý kiến thu thập"
BACK = Verb("opinion_import.back", _BACK_WORDS, "", "arrow_left")
UNDO = Verb("opinion_import.undo", "Hoàn tác việc nhập", "Ctrl+Z", "arrow_undo")

FILES = FileQuestion(
    "Mở danh sách ý kiến",
    (("Danh sách (Excel, Word, CSV)", "*.xlsx *.xlsm *.docx *.csv *.txt"),),
    accept="Mở tệp",
)
_EXCEL = (("Tệp Excel", "*.xlsx"),)
_TITLE, _LEAD = "Nhập danh sách ý kiến", "Xem từng dòng trước khi lưu; dòng sai được chỉ rõ ô và lý do."
_MEND_UNITS = 82
_BESIDE_FROM = 300
_TURNS_FROM_SCALE = 1.5


class OpinionImportPage(QWidget):
    """`left`: back to the opinions; `done`: back there, with words on what was kept."""

    left = Signal(str)
    done = Signal(str, str)

    def __init__(self, context: Context, conference_id: str) -> None:
        super().__init__()
        self._context, self._id = context, conference_id
        self._mending = self._report_on = False
        reactions: dict[Verb, Callable[[], object]] = {
            OPEN: self.open_file,
            PASTE: self.read_paste,
            KEEP: self._keep,
            BAD_ROWS: self._write_bad_rows,
            BACK: self._go_back,
            UNDO: self._undo,
        }
        self._verbs = {verb: context.actions.add(self, verb, react) for verb, react in reactions.items()}
        self._verbs[KEEP].setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        core = ImportCore(context.services.get(), conference_id)
        self.presenter = ImportPresenter(core, self, self._run)
        self._build()
        self._run(core.localities, self.start.show_localities, lambda _: None)
        follow(context.look, self._arrange)
        self.show_screen(Screen())

    def _build(self) -> None:
        look, verbs = self._context.look, self._verbs
        column = VBox(look)
        self.setLayout(column)
        self.back_button = Button.of(look, verbs[BACK])
        self.bad_button = Button.of(look, verbs[BAD_ROWS])
        # Not bound to its verb: the same key also takes the cell that is being mended.
        self.keep_button = Button(look, "Nhập", kind=Kind.PRIMARY, icon="save", key="Ctrl+Enter")
        self.keep_button.clicked.connect(self.presenter.save)
        self.header = Header(
            look, _TITLE, _LEAD, buttons=(self.back_button, self.bad_button, self.keep_button)
        )
        self.header.set_title(_TITLE, "Nhập danh sách")
        column.addWidget(self.header)
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle")
        self._trouble_row = QWidget()
        inside = HBox(look, (6, 3, 6, 0))
        self._trouble_row.setLayout(inside)
        inside.addWidget(self.trouble)
        column.addWidget(self._trouble_row)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self.start = StartPane(look, open_file=verbs[OPEN], read_paste=verbs[PASTE])
        self.start.form_wanted.connect(self._write_form)
        self._start_area = Scroll(look, self.start)
        self._stack.addWidget(self._start_area)
        both = Pane(look)
        row = HBox(look)
        both.setLayout(row)
        self.report = ReportPane(look)
        self.mend = MendPane(look)
        row.addWidget(self.report, 1)
        row.addWidget(self.mend)
        self._stack.addWidget(both)
        presenter = self.presenter
        self.report.view_wanted.connect(presenter.show)
        self.report.selected.connect(presenter.select)
        self.report.ticked.connect(presenter.tick)
        self.report.opened.connect(lambda _key: self._begin_mending())
        self.report.source_chosen.connect(presenter.set_source)
        self.report.split_wanted.connect(presenter.set_split)
        self.report.speakers_wanted.connect(presenter.set_speakers)
        self.mend.mended.connect(self._mend)
        self.mend.left.connect(self._leave_mending)

    def _run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        def broken(error: Exception) -> None:
            failed(error)
            if not isinstance(error, UserError):
                self._context.tasks.lost.emit(error)

        self._context.tasks.run(work, done, broken, lane=Lane.DATABASE, owner=self)

    # --- verbs ----------------------------------------------------------------------------------------

    def open_file(self) -> None:
        path = self._context.prompter.open_file(FILES)
        if path is not None:
            self.presenter.open_file(path)

    def read_paste(self) -> None:
        self.presenter.paste(self.start.paste.toPlainText())

    def _keep(self) -> None:
        """Ctrl+Enter: in the cell being mended it takes the cell, in the pasted text it reads it."""
        if self.mend.typing():
            self.mend.take.click()
        elif self._report_on:
            self.presenter.save()
        elif self.start.paste.hasFocus():
            self.read_paste()

    def _write_bad_rows(self) -> None:
        path = self._ask_where("Ghi các dòng phải sửa", "cac-dong-phai-sua.xlsx")
        if path is not None:
            self.presenter.write_bad_rows(path)

    def _write_form(self, locality_id: str) -> None:
        path = self._ask_where("Lưu mẫu gửi thôn", "mau-y-kien.xlsx")
        if path is not None:
            self.presenter.write_form(path, locality_id)

    def _ask_where(self, title: str, name: str) -> Path | None:
        return self._context.prompter.save_file(
            FileQuestion(title, _EXCEL, Path.home() / name, ".xlsx", "Ghi tệp")
        )

    def _undo(self) -> None:
        if self._context.toast.words:
            self.presenter.take_back()

    def _go_back(self) -> None:
        if self._report_on:
            self.presenter.start_again()
            self.focus_first()
        else:
            self.left.emit(self._id)

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

    # --- the presenter's view -------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        turned = screen.report != self._report_on
        self._report_on = screen.report
        self._stack.setCurrentIndex(1 if screen.report else 0)
        self._trouble_row.setVisible(bool(screen.trouble))
        if screen.trouble:
            self.trouble.set_words("Chưa làm được." if not screen.report else "Lưu ý.", screen.trouble)
        self.back_button.set_words("Tệp khác" if screen.report else _BACK_WORDS)
        self.bad_button.setVisible(screen.report and screen.bad > 0)
        self.keep_button.setVisible(screen.report)
        self.keep_button.set_words(f"Nhập {screen.chosen} dòng" if screen.chosen else "Nhập")
        self.keep_button.setEnabled(bool(screen.chosen) and not screen.busy)
        self.header.set_facts(screen.busy or screen.facts or _LEAD)  # last: it fits the words of the buttons
        self.start.open_button.setEnabled(not screen.busy)
        self.start.read_button.setEnabled(not screen.busy)
        if screen.report:
            self.report.show_screen(screen)
            if screen.detail is not None:
                self.mend.show_detail(screen.detail)
        self.mend.setEnabled(screen.detail is not None)
        self._arrange()
        if turned:
            self.focus_first()

    def finished(self, words: str) -> None:
        self.start.paste.set_value("")
        self.presenter.start_again()
        self.done.emit(self._id, words)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self._context.toast.say(words, back)

    # --- the window's side ----------------------------------------------------------------------------

    def focus_first(self) -> None:
        if self._report_on:
            self.report.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.start.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return (self.report, self.mend, self.header) if self._report_on else (self.start, self.header)

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
        """The row in hand beside the list, or in its place where there is no room."""
        look = self._context.look
        beside = self.window().width() >= look.px(_BESIDE_FROM) and look.scale < _TURNS_FROM_SCALE
        self.mend.setVisible(beside or self._mending)
        self.report.setVisible(beside or not self._mending)
        self.mend.set_width(_MEND_UNITS if beside else None)
