"""The page "Lịch làm việc": days off and made up of each year, what an edit moves, the law's limits (P10)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desktop.calendar_data import CULTURE_DAY
from dialogue_desktop.domain.own_calendar import BookRow, OwnCalendar, YearTable
from dialogue_desktop.domain.work_calendar import CalendarDay
from dialogue_desktop.errors import UserError
from dialogue_desktop.services.calendar_book import CalendarChange
from ui.calendar.day_form import DayForm
from ui.calendar.limits_box import LimitsBox
from ui.calendar.moved_list import MovedList
from ui.calendar.sharing import Sharing
from ui.calendar.words import change_words, day_row, leaving_unkept, own_words, taken_words, year_words
from ui.context import Context
from ui.shell.header import Header
from ui.tasks import Lane
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.panes import HBox, Pane, VBox, follow
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Column
from ui.widgets.scroll import Scroll
from ui.widgets.segment import Segment
from ui.widgets.text import Label, Paragraph

FIRST_SHOWN, LAST_SHOWN = 2023, 2028
_COLUMNS = (
    Column("day", "Ngày", 22, keep=True),
    Column("kind", "Loại", 34, keep=True),
    Column("name", "Tên và căn cứ"),
    Column("whose", "Nguồn", 26, keep=True),
)
_RIGHT_UNITS = 118
_TWO_COLUMNS_FROM = 250  # u of the page
_PAUSE_MS = 250
_AROUND, _AROUND_NARROW = 52, 50  # u above and below the table
_LEAST = 34  # u of the table: its heading and two rows
_LOW = 120  # u of the page under which only the first lines of what moves are shown


class CalendarPage(QWidget):
    """Edits gather in a draft, and what they would move is shown; "Ghi lịch" keeps them, nothing else does.

    Keys in the list: Ctrl+N a new day, Enter into the fields, Delete takes a day away or brings it back.
    Ctrl+S keeps the draft. `left` asks for the page from which one came.
    """

    title = "Lịch làm việc"
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._kept = self._draft = OwnCalendar()
        self._tables: tuple[YearTable, ...] = ()
        self._year = context.clock.today().year
        self._rows: dict[str, BookRow] = {}
        self._asked = 0
        self._seen: CalendarChange | None = None
        self._busy = False
        self._sharing = Sharing(context, self._run, self._taken)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask_preview)
        look = context.look
        whole = VBox(look)
        self.setLayout(whole)
        back = Button(look, "Trở về", icon="arrow_left", kind=Kind.BAR)
        back.clicked.connect(self.left)
        take = Button(look, "Nhập tệp…", icon="arrow_import")
        take.clicked.connect(lambda: self._sharing.take(self._draft))
        give = Button(look, "Xuất tệp…", icon="arrow_export")
        give.clicked.connect(lambda: self._sharing.give(self._draft, self._year))
        self.take_button, self.give_button = take, give
        self.header = Header(look, self.title, buttons=(back, take, give))
        whole.addWidget(self.header)
        above = VBox(look, (6, 3, 6, 0), 2)  # what was read or would move stays on view
        whole.addLayout(above)
        self.notice = Banner(look)
        self.notice.hide()
        above.addWidget(self.notice)
        self.keep_button = Button(look, "Ghi lịch", icon="save", kind=Kind.PRIMARY, key="Ctrl+S")
        self.keep_button.clicked.connect(self.keep)
        self.drop_button = Button(look, "Bỏ các sửa đổi", kind=Kind.BAR)
        self.drop_button.clicked.connect(self._drop_draft)
        self.moved = MovedList(look, (self.keep_button, self.drop_button))
        self.moved.hide()
        above.addWidget(self.moved)
        inner = Pane(look)
        column = VBox(look, (6, 1, 6, 4), 3)
        inner.setLayout(column)
        self._columns = HBox(look, gap=8)
        self._left, self._right = QWidget(), QWidget()
        self._left.setLayout(self._build_left())
        self._right.setLayout(self._build_right())
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self._right)
        column.addLayout(self._columns, 1)
        self._scroll = Scroll(look, inner)
        whole.addWidget(self._scroll, 1)
        follow(look, self._arrange)

    # --- building -------------------------------------------------------------------------------------

    def _build_left(self) -> QBoxLayout:
        look = self._context.look
        column = VBox(look, gap=2)
        last = max(LAST_SHOWN, self._year + 1)
        years = [(str(year), str(year), "") for year in range(FIRST_SHOWN, last + 1)]
        self.years = Segment(look, years, name="Năm")
        self.years.set_value(str(self._year))
        self.years.chosen.connect(self._set_year)
        head = HBox(look, gap=2)
        head.addWidget(self.years)
        head.addStretch(1)
        self.add_button = Button(look, "Thêm ngày", icon="add", kind=Kind.BAR, key="Ctrl+N", small=True)
        self.add_button.clicked.connect(self.new_day)
        head.addWidget(self.add_button)
        column.addLayout(head)
        self.state = Paragraph(look, "", role=Role.TEXT2)
        column.addWidget(self.state)
        self.announced = CheckBox(look, "Lịch năm này đã công bố")
        self.announced.clicked.connect(self._set_announced)
        column.addWidget(self.announced)
        self.table = RowTable(look, _COLUMNS, name="Ngày nghỉ và ngày làm bù", two_lines=True)
        self.table.rows.current_row.connect(self._show_row)
        self.table.rows.opened.connect(self._focus_form)
        column.addWidget(self.table)
        self.culture = CheckBox(look, "Ngày 24/11, Ngày Văn hóa Việt Nam, là ngày nghỉ")
        self.culture.clicked.connect(lambda on: self._edit(self._draft.with_switch(CULTURE_DAY, on)))
        column.addWidget(self.culture)
        column.addStretch(1)
        return column

    def _build_right(self) -> QBoxLayout:
        look = self._context.look
        column = VBox(look, gap=2)
        column.addWidget(Label(look, "Ngày đang chọn", Type.SECTION))
        self.form = DayForm(look)
        self.form.put.connect(self._put_day)
        self.form.dropped.connect(self._drop_day)
        column.addWidget(self.form)
        column.addSpacing(look.px(2))
        self.limits = LimitsBox(look)
        self.limits.changed.connect(lambda kind, days: self._edit(self._draft.with_limit(kind, days)))
        column.addWidget(self.limits)
        column.addStretch(1)
        return column

    # --- the window's side ----------------------------------------------------------------------------

    def open(self, conference_id: str | None = None) -> None:
        """Read what is kept; the conference does not matter here. A draft that was begun stays."""
        if self._context.services.ready and self._draft == self._kept and not self._busy:
            book = self._context.services.get().calendar_book
            self._run(lambda: (book.own(), book.tables()), self._read)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.open()

    def leave(self) -> bool:
        """What is not kept yet is asked about; False when one stays."""
        if self._draft == self._kept:
            return True
        answer = self._context.prompter.ask(leaving_unkept())
        if answer == "keep":
            self._keep()
        elif answer == "drop":
            self._drop_draft()
        return answer != "stay"

    may_leave = leave

    def focus_first(self) -> None:
        self.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._reveal)

    def _focus_form(self, _row: str = "") -> None:
        self.form.focus_day()
        QTimer.singleShot(0, self, self._reveal)

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return (self._left, self._right)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_N:
            self.new_day()
        elif control and event.key() == Qt.Key.Key_S:
            self.keep()
        elif event.key() == Qt.Key.Key_Delete and self.table.rows.hasFocus():
            self._drop_current()
        elif event.key() == Qt.Key.Key_Escape:
            if self.table.rows.hasFocus():
                self.left.emit()
            else:
                self.focus_first()
        else:
            super().keyPressEvent(event)

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
            self._right.setFixedWidth(look.px(_RIGHT_UNITS))
        else:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(16_777_215)
        self.table.set_hidden(() if self.width() >= look.px(200) else ("kind",))
        room = self.height() - look.px(_AROUND if beside else _AROUND_NARROW)
        if not self.moved.isHidden():
            room -= self.moved.sizeHint().height()
        self.table.setFixedHeight(min(self.table.fitted_height(), max(room, look.px(_LEAST))))
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        """Once everything has its place: the row in hand, and the part that has the focus."""
        rows = self.table.rows
        rows.scrollTo(rows.currentIndex())
        for focused, wanted in ((rows, self.table), (self.form.day, self.form)):
            if focused.hasFocus():
                self._scroll.ensureWidgetVisible(wanted, 0, 0)

    # --- what is shown --------------------------------------------------------------------------------

    def _read(self, found: tuple[OwnCalendar, tuple[YearTable, ...]]) -> None:
        self._kept, self._tables = found
        self._draft = self._kept
        self._show()
        self.table.rows.set_first_current()

    def _show(self) -> None:
        year, draft = self._year, self._draft
        rows = draft.rows(self._tables, year)
        self._rows = {row.row.day.isoformat(): row for row in rows}
        self.table.set_items([day_row(row) for row in rows])
        self.state.set_words(year_words(draft, self._tables, year))
        shipped = any(table.year == year and table.announced for table in self._tables)
        self.announced.setVisible(not shipped)
        self.announced.setChecked(year in draft.announced)
        self.culture.setChecked(CULTURE_DAY not in draft.off_switches)
        self.limits.show_own(draft, self._context.clock.today())
        self.header.set_facts(own_words(draft))
        self.moved.setVisible(draft != self._kept)
        self._arrange()
        self._show_row(self.table.rows.current_id())

    def _show_row(self, row_id: str) -> None:
        self.form.show_row(self._rows.get(row_id), self._year)

    def _set_year(self, year: str) -> None:
        self._year = int(year)
        self._show()
        self.table.rows.set_first_current()
        self._show_row(self.table.rows.current_id())

    # --- edits of the draft ---------------------------------------------------------------------------

    def new_day(self) -> None:
        """An empty form; nothing is in the list until it is put there."""
        self.form.show_row(None, self._year)
        self._focus_form()

    def _put_day(self, row: CalendarDay, instead_of: date | None) -> None:
        self._edit(self._draft.with_day(row, instead_of=instead_of))
        self.table.rows.set_current(row.day.isoformat())
        self.focus_first()

    def _drop_current(self) -> None:
        found = self._rows.get(self.table.rows.current_id())
        if found is not None:
            self._drop_day(found.row.day)

    def _drop_day(self, day: date) -> None:
        """An own row goes and what was shipped for the day comes back; a shipped one is taken away."""
        found = self._rows[day.isoformat()]
        draft = self._draft
        if found.gone and day not in draft.removed:  # left out by its switch
            self._edit(draft.with_switch(CULTURE_DAY, True))
        elif found.gone or found.own:
            self._edit(draft.as_shipped(day))
        else:
            self._edit(draft.without_day(day))
        self.focus_first()

    def _set_announced(self, on: bool) -> None:
        self._edit(self._draft.with_announced(self._year, on))

    def _edit(self, draft: OwnCalendar) -> None:
        if draft == self._draft:
            return
        self.notice.hide()
        self._draft, self._seen = draft, None
        self._asked += 1
        self._show()
        if draft != self._kept:
            self.moved.show_words("Đang tính các hạn thay đổi.", (), warn=False)
            self._pause.start()

    def _ask_preview(self) -> None:
        draft, asked = self._draft, self._asked
        book = self._context.services.get().calendar_book

        def done(change: CalendarChange) -> None:
            if asked == self._asked:
                self._seen = change
                low = self.height() < self._context.look.px(_LOW)
                words = change_words(change, most=1 if low else 6)
                self.moved.show_words(words.fact, words.lines, warn=bool(words.lines))
                self._arrange()

        self._run(lambda: book.preview(draft), done)

    def _drop_draft(self) -> None:
        self._pause.stop()
        self._edit(self._kept)
        self.focus_first()

    def keep(self) -> None:
        """Keep the draft once it has been shown what moves; asked for sooner, that is shown first."""
        if self._draft == self._kept or self._busy:
            return
        if self._seen is None:
            self._pause.stop()
            self._ask_preview()
        else:
            self._keep()

    def _keep(self) -> None:
        self._pause.stop()
        self._busy = True
        draft = self._draft
        book = self._context.services.get().calendar_book

        def done(change: CalendarChange) -> None:
            self._busy = False
            self._kept = draft
            self._show()
            self._context.toast.say(f"Đã ghi lịch. {change_words(change).fact}")
            self.focus_first()

        def failed(error: Exception) -> None:
            self._busy = False
            self._complain(error)

        self._run(lambda: book.keep(draft), done, failed)

    # --- files ----------------------------------------------------------------------------------------

    def _taken(self, taken: OwnCalendar, year: int, name: str) -> None:
        self._year = year
        self.years.set_value(str(year))
        self._edit(taken)
        self._show()
        self.notice.set_state(Role.ACCENT, "info")
        self.notice.set_words(taken_words(year, name))
        self.notice.show()
        self.focus_first()

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
