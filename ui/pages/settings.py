"""The page "Cài đặt": look, who types, where the data lies, safety copies (G4, G6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from dialogue_desktop.errors import UserError
from dialogue_desktop.services.maintenance import damage
from ui.context import Context
from ui.prompter import Choice, Question
from ui.settings.author_part import AuthorPart
from ui.settings.backup_words import BackupLine, facts_words, found_words, listed_backups
from ui.settings.data_buttons import DataButtons
from ui.settings.dossier_check import DossierChecker
from ui.settings.keys_part import KeysPart
from ui.settings.office_buttons import OfficeButtons
from ui.settings.restoring import restore_and_end
from ui.settings.support_part import SupportMaker
from ui.shell.header import Header
from ui.tasks import Lane
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.panes import HBox, Pane, VBox, follow
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.scroll import Scroll
from ui.widgets.segment import Segment
from ui.widgets.text import Label, Paragraph

THEME_KEY, SCALE_KEY, AUTHOR_KEY = "ui.theme", "ui.scale", "author"
SCALES = (100, 110, 125, 150, 175, 200)

_COLUMNS = (
    Column("when", "Thời gian", 46, keep=True),
    Column("note", "Ghi chú"),
    Column("size", "Dung lượng", 24, right=True, keep=True),
)
_COPIES = "Chương trình tự sao lưu khi mở và khi đóng. Nên chép thư mục sao lưu sang USB mỗi tuần một lần."
_LEFT_UNITS = 112
_TWO_COLUMNS_FROM = 230  # u of the page


def open_folder(folder: Path) -> None:
    """In the system's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class SettingsPage(QWidget):
    """Everything is applied and kept at once; there is nothing to confirm.

    `request_restore` gets the file to be restored: it closes the database and ends the program.
    """

    title = "Cài đặt"

    def __init__(
        self,
        context: Context,
        *,
        request_restore: Callable[[Path], None] | None = None,
        show_folder: Callable[[Path], None] = open_folder,
        open_calendar: Callable[[], object] = lambda: None,
        open_library: Callable[[], object] = lambda: None,
        open_keys: Callable[[], object] = lambda: None,
        open_merge: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__()
        self._context = context
        self._restore = request_restore or self._restore_here
        self._show_folder = show_folder
        self.office = OfficeButtons(context.look, open_calendar, open_library)
        self.keys = KeysPart(context.look, open_keys)
        checker = DossierChecker(context, self)
        support = SupportMaker(context, self).ask
        self.data = DataButtons(context.look, self._open_data, self._check, open_merge, checker.ask, support)
        self._copies: tuple[BackupLine, ...] = ()
        self._author = ""
        self._busy = False
        look = context.look
        whole = VBox(look)
        self.setLayout(whole)
        self.header = Header(look, self.title)
        whole.addWidget(self.header)
        inner = Pane(look)
        column = VBox(look, (6, 4, 6, 4), 4)
        inner.setLayout(column)
        self.notice = Banner(look)
        self.notice.hide()
        column.addWidget(self.notice)
        self._columns = HBox(look, gap=8)
        self._left, self._right = QWidget(), QWidget()
        self._left.setLayout(self._build_left())
        self._right.setLayout(self._build_right())
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._right, 1)
        column.addLayout(self._columns, 1)
        whole.addWidget(Scroll(look, inner), 1)
        self._lock_copies()
        follow(look, self._relook)

    # --- building -------------------------------------------------------------------------------------

    def _build_left(self) -> QBoxLayout:
        look = self._context.look
        column = VBox(look, gap=2)
        column.addWidget(Label(look, "Giao diện", Type.SECTION))
        self.theme = Segment(
            look, [("light", "Sáng", "weather_sunny"), ("dark", "Tối", "weather_moon")], name="Nền màn hình"
        )
        self.theme.chosen.connect(self._set_theme)
        column.addWidget(Label(look, "Nền màn hình", Type.CAPTION, Role.TEXT2))
        column.addWidget(self.theme)
        self.scale = Segment(look, [(str(s), f"{s} %", "") for s in SCALES], name="Cỡ chữ")
        self.scale.chosen.connect(self._set_scale)
        column.addWidget(Label(look, "Cỡ chữ", Type.CAPTION, Role.TEXT2))
        column.addWidget(self.scale)
        column.addSpacing(look.px(3))
        column.addLayout(self.keys)
        column.addSpacing(look.px(3))
        self.authors = AuthorPart(look)
        self.authors.named.connect(self._keep_author)
        self.author = self.authors.field
        column.addWidget(self.authors)
        column.addSpacing(look.px(3))
        column.addWidget(Label(look, "Lịch, mẫu và danh mục của cơ quan", Type.SECTION))
        column.addLayout(self.office)
        column.addSpacing(look.px(3))
        column.addWidget(Label(look, "Dữ liệu", Type.SECTION))
        column.addWidget(Label(look, "Thư mục dữ liệu", Type.CAPTION, Role.TEXT2))
        self.folder = Paragraph(look)
        column.addWidget(self.folder)
        column.addLayout(self.data)
        self.found = Banner(look)
        self.found.hide()
        column.addWidget(self.found)
        column.addStretch(1)
        return column

    def _build_right(self) -> QBoxLayout:
        look = self._context.look
        column = VBox(look, gap=2)
        head = HBox(look, gap=2)
        head.addWidget(Label(look, "Sao lưu", Type.SECTION))
        head.addStretch(1)
        self.restore_button = Button(look, "Khôi phục…", icon="history", small=True)
        self.restore_button.clicked.connect(self._ask_restore)
        self.backup_button = Button(look, "Sao lưu ngay", icon="save", small=True)
        self.backup_button.clicked.connect(self._back_up)
        head.addWidget(self.restore_button)
        head.addWidget(self.backup_button)
        column.addLayout(head)
        column.addWidget(Paragraph(look, _COPIES, Type.CAPTION, Role.TEXT2))
        self.table = RowTable(look, _COLUMNS, name="Các bản sao lưu", two_lines=False)
        self.table.rows.opened.connect(self._ask_restore)
        self.table.rows.current_row.connect(self._lock_copies)
        column.addWidget(self.table, 100)
        self._empty = EmptyState(
            look, "shield_checkmark", "Chưa có bản sao lưu nào", "Bản đầu tiên được làm khi bấm Sao lưu ngay."
        )
        self._empty.hide()
        column.addWidget(self._empty)
        column.addStretch(1)
        return column

    # --- the window's side ----------------------------------------------------------------------------

    def open(self, conference_id: str | None = None) -> None:
        """Read everything that is shown; the conference does not matter here."""
        look = self._context.look
        self.theme.set_value(look.theme.name)
        self.scale.set_value(str(round(look.scale * 100)))
        if not self._context.services.ready:
            return
        services, today = self._context.services.get(), self._context.clock.today()
        self._run(services.traces.authors, self.authors.show_names)
        self.folder.set_words(str(services.paths.root))
        self._run(
            lambda: (services.settings.author(), listed_backups(services.maintenance, today)),
            self._read,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.open()

    def leave(self) -> bool:
        self.authors.flush()
        return True

    may_leave = leave

    def focus_first(self) -> None:
        buttons = list[Button](self.theme.findChildren(Button))
        buttons[1 if self._context.look.theme.dark else 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return (self._left, self._right)

    def _read(self, found: tuple[str, tuple[BackupLine, ...]]) -> None:
        self._author, self._copies = found
        if not self.author.hasFocus():
            self.author.set_value(self._author)
            self.authors.show_names()
        self.header.set_facts(facts_words(self._copies))
        self.table.set_items(
            [Row(line.path.name, (Cell(line.when), Cell(line.note, role=Role.TEXT2), Cell(line.size)))
             for line in self._copies]
        )  # fmt: skip
        self.table.setVisible(bool(self._copies))
        self.table.setMaximumHeight(self.table.fitted_height())
        self._empty.setVisible(not self._copies)
        if self._copies and not self.table.rows.current_id():
            self.table.rows.set_first_current()
        self._lock_copies()

    # --- look -----------------------------------------------------------------------------------------

    def _set_theme(self, name: str) -> None:
        self._context.look.set_theme(name)
        self._dress()
        self._keep(THEME_KEY, name)

    def _set_scale(self, percent: str) -> None:
        scale = int(percent) / 100
        self._context.look.set_scale(scale)
        self._dress()
        self._keep(SCALE_KEY, scale)

    def _dress(self) -> None:
        """Qt's own widgets (menus, tool tips) follow too."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self._context.look.dress(application)

    def _relook(self) -> None:
        look = self._context.look
        self.theme.set_value(look.theme.name)
        shown = min(SCALES, key=lambda percent: abs(percent - look.scale * 100))
        self.scale.set_value(str(shown))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two columns, or one above the other where the room is short."""
        look = self._context.look
        beside = self.width() >= look.px(_TWO_COLUMNS_FROM)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if beside else way.TopToBottom)
        if beside:
            self._left.setFixedWidth(look.px(_LEFT_UNITS))
        else:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(16_777_215)
        self.table.setMaximumHeight(self.table.fitted_height())

    # --- who types ------------------------------------------------------------------------------------

    def _keep_author(self, name: str) -> None:
        if name != self._author and self._context.services.ready:
            self._author = name
            self._keep(AUTHOR_KEY, name)

    def _keep(self, key: str, value: object) -> None:
        if self._context.services.ready:
            services, clock = self._context.services.get(), self._context.clock
            self._run(partial(_set, services, key, value, clock.now()), self.header.show_saved)

    # --- data and copies ------------------------------------------------------------------------------

    def _open_data(self) -> None:
        self._show_folder(Path(self._context.services.get().paths.root))

    def _check(self) -> None:
        if self._busy:
            return
        # Not locked while it runs: a locked button hands the focus on, and the next Space would hit another.
        self._busy = True
        services, now = self._context.services.get(), self._context.clock.now()
        self.found.set_state(Role.ACCENT, "clock")
        self.found.set_words("Đang kiểm tra.", "Có thể mất một phút.")
        self.found.show()

        def done(found: tuple[tuple[str, ...], int]) -> None:
            self._busy = False
            whole = not found[0]
            self.found.set_state(Role.OK if whole else Role.WARN, "checkmark_circle" if whole else "warning")
            self.found.set_words(*found_words(found[0], found[1], now))

        def failed(error: Exception) -> None:
            self._busy = False
            self.found.hide()
            self._complain(error)

        self._run(lambda: (damage(services.paths), len(services.maintenance.backups())), done, failed)

    def _back_up(self) -> None:
        if self._busy:
            return
        self._busy = True
        services, today = self._context.services.get(), self._context.clock.today()

        def work() -> tuple[str, tuple[BackupLine, ...]]:
            services.maintenance.backup()
            return services.settings.author(), listed_backups(services.maintenance, today)

        def done(found: tuple[str, tuple[BackupLine, ...]]) -> None:
            self._busy = False
            self.notice.hide()
            self._read(found)
            if self._copies:
                self.table.rows.set_current(self._copies[0].path.name)
            self._context.toast.say("Đã sao lưu dữ liệu")

        def failed(error: Exception) -> None:
            self._busy = False
            self._complain(error)

        self._run(work, done, failed)

    def _lock_copies(self, _row: str = "") -> None:
        self.restore_button.lock("" if self._chosen() else "Chọn một bản sao lưu trong danh sách.")

    def _chosen(self) -> BackupLine | None:
        wanted = self.table.rows.current_id()
        return next((line for line in self._copies if line.path.name == wanted), None)

    def _ask_restore(self, _row: object = None) -> None:
        line = self._chosen()
        if line is None:
            return
        answer = self._context.prompter.ask(
            Question(
                f"Khôi phục bản sao lưu {line.when}?",
                f"{line.inside}Dữ liệu hiện tại được cất vào một bản sao lưu riêng, rồi bản này thay vào "
                "chỗ của nó. Những gì ghi sau lúc đó không còn trong chương trình. Chương trình sẽ đóng lại "
                "để mở lại.",
                (
                    Choice("restore", "Khôi phục và đóng chương trình", "danger"),
                    Choice("keep", "Giữ dữ liệu hiện tại"),
                ),
                icon="history",
            )
        )  # fmt: skip
        if answer == "restore":
            self._restore(line.path)

    def _restore_here(self, file: Path) -> None:
        restore_and_end(self._context, file, self.window().close)

    # --- work off the main thread ---------------------------------------------------------------------

    def _run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._context.tasks.run(work, done, failed or self._complain, lane=Lane.DATABASE, owner=self)

    def _complain(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._context.tasks.lost.emit(error)
            return
        self.notice.set_state(Role.BAD, "error_circle")
        self.notice.set_words("Chưa làm được.", error.sentence)
        self.notice.show()


def _set(services: Any, key: str, value: object, at: datetime) -> datetime:
    services.settings.set(key, value)
    return at
