"""The first screen: what is due, the conferences with their next step, five quick actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.home_view import HomeView, TaskRow
from ui.actions import Verb
from ui.context import Context
from ui.pages import home_rows as words
from ui.pages.home_card import CardView
from ui.shell.command_bar import CommandBar
from ui.shell.header import Header
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, Space, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

NEW_PLAN = Verb("home.new_plan", "Lập kế hoạch mới", "Ctrl+N", "add")
COPY_PLAN = Verb("home.copy_plan", "Lập từ kế hoạch cũ…", "", "document_add")
OPEN_SAMPLE = Verb("home.open_sample", "Mở hội nghị mẫu", "", "folder_open")
TRAVEL = Verb("home.take_along", "Mang đi, nhập bản hội trường", "", "usb_stick")
QUICK = (
    Verb("home.enter_form", "Nhập phiếu ý kiến", "Ctrl+I", "chat_add"),
    Verb("home.print_invitations", "In giấy mời", "", "print"),
    Verb("home.new_document", "Lập văn bản", "", "document_add"),
    TRAVEL,
    Verb("home.open_live", "Mở phiên đối thoại", "", "mic"),
    Verb("home.years", "So sánh các năm", "", "data_bar_vertical"),
)
VERBS = (NEW_PLAN, COPY_PLAN, OPEN_SAMPLE, *QUICK)

_CARDS_UNITS = 112
_NARROW_CARDS_UNITS = 95
_WIDE_CARDS_FROM = 262  # u: below it the cards get narrower
_ONE_COLUMN_BELOW = 225  # u: below it tasks and conferences take turns, so that no title is cut


class HomePage(QWidget):
    """`commands`: what each verb of `VERBS` does; a verb that has no command is not shown.

    `ticked`: task id, done or not. `opened`: task id. `pressed`: conference id and where its button leads.
    """

    ticked = Signal(str, bool)
    opened = Signal(str)
    pressed = Signal(str, str)

    def __init__(
        self, context: Context, view: HomeView, commands: Mapping[str, Callable[[], object]]
    ) -> None:
        super().__init__()
        self._look = look = context.look
        self._view = view
        self._everything = False
        self._cards: list[CardView] = []
        self._segment: QWidget | None = None
        self._shown = "tasks"
        self._actions = {
            verb.id: context.actions.add(self, verb, commands[verb.id])
            for verb in VERBS
            if verb.id in commands
        }
        column = VBox(look)
        self.setLayout(column)
        self.header = Header(look, line=False, buttons=self._header_buttons())
        column.addWidget(self.header)
        bar = Pane(look, lines="b")
        bar_row = HBox(look, (3.25, 0, 4, 2.25))
        bar.setLayout(bar_row)
        quick: list[QAction] = [self._actions[verb.id] for verb in QUICK if verb.id in self._actions]
        self.commands = CommandBar(look, quick)
        bar_row.addWidget(self.commands)
        column.addWidget(bar)
        self._bar = bar
        self._body = Pane(look)
        self._body_box = VBox(look, (6, 2, 6, 4), 2)
        self._body.setLayout(self._body_box)
        column.addWidget(self._body, 1)
        self._columns: QWidget | None = None
        self._empty: QWidget | None = None
        self.show_view(view)

    def _header_buttons(self) -> list[Button]:
        return [
            Button.of(self._look, self._actions[verb.id])
            for verb in (COPY_PLAN, NEW_PLAN)
            if verb.id in self._actions
        ]

    # --- what is shown ------------------------------------------------------------------------

    @property
    def view(self) -> HomeView:
        return self._view

    def show_view(self, view: HomeView) -> None:
        """Show fresh rows; the current row and the scroll stay."""
        self._view = view
        self.header.set_title(words.title_words(view.today), words.short_title_words(view.today))
        first_run = not view.cards and not view.tasks
        self.header.set_facts(*(("", "") if first_run else words.facts_words(view)))
        for button in self.header.buttons:
            button.setVisible(not first_run)
        self._bar.setVisible(not first_run and bool(self.commands.buttons))
        if first_run:
            self._show_empty()
            return
        if self._empty is not None:
            self._empty.hide()
        if self._columns is None:
            self._build_columns()
        self._fill()

    def show_saved(self, at: datetime | None) -> None:
        self.header.show_saved(at)

    def focus_first(self) -> None:
        """The first late task, or the first row of what is due."""
        if self._empty is not None and not self._empty.isHidden():
            self._empty.setFocus()
        elif self._columns is not None:
            if not self._table.rows.current_id():
                self._table.rows.set_first_current()
            self._table.rows.setFocus()

    def _show_empty(self) -> None:
        if self._columns is not None:
            self._columns.hide()
        if self._empty is None:
            from ui.widgets.empty import EmptyState

            buttons = [
                Button.of(
                    self._look,
                    self._actions[verb.id],
                    kind=kind,
                    # Nothing is there yet that could go out.
                    text="Nhập bản hội trường…" if verb is TRAVEL else "",
                    cap=kind is Kind.PRIMARY,
                )
                for verb, kind in (
                    (NEW_PLAN, Kind.PRIMARY),
                    (COPY_PLAN, Kind.DEFAULT),
                    (OPEN_SAMPLE, Kind.DEFAULT),
                    (TRAVEL, Kind.DEFAULT),
                )
                if verb.id in self._actions
            ]
            self._empty = EmptyState(
                self._look,
                "people_chat",
                "Chưa có hội nghị nào",
                "Bắt đầu bằng kế hoạch của hội nghị, hoặc xem trước một hội nghị mẫu đã làm đủ các bước.",
                buttons,
                framed=False,
            )
            if buttons:
                self._empty.setFocusProxy(buttons[0])
            self._body_box.addWidget(self._empty, 1)
        self._empty.show()

    # --- the two columns ----------------------------------------------------------------------

    def _build_columns(self) -> None:
        look = self._look
        self._columns = QWidget()
        row = HBox(look, gap=6)
        self._columns.setLayout(row)
        self._left = QWidget()
        left = VBox(look, gap=1.25)
        self._left.setLayout(left)
        head = HBox(look, gap=2)
        self._tasks_title = Label(look, "Việc cần làm", Type.SECTION)
        head.addWidget(self._tasks_title)
        head.addStretch(1)
        self._all = Button(look, kind=Kind.QUIET, small=True)
        self._all.clicked.connect(self._toggle_all)
        head.addWidget(self._all)
        self._tasks_head = head
        left.addLayout(head)
        self._table = RowTable(look, words.COLUMNS, name="Việc cần làm")
        self._table.rows.ticked.connect(self.ticked.emit)
        self._table.rows.opened.connect(self.opened.emit)
        self._table.rows.rows.modelReset.connect(self._fit_table)
        left.addWidget(self._table, 100)
        left.addStretch(1)
        self._right = QWidget()
        right = VBox(look, gap=1.25)
        self._right.setLayout(right)
        head = HBox(look, gap=2)
        self._cards_title = Label(look, "Hội nghị", Type.SECTION)
        head.addWidget(self._cards_title)
        head.addStretch(1)
        head.addWidget(Space(look, height=7))  # as high as the button of the other column
        right.addLayout(head)
        stack = Pane(look)
        self._stack = VBox(look, gap=2.25)
        stack.setLayout(self._stack)
        self._stack.addStretch(1)
        self._scroll = Scroll(look, stack)
        right.addWidget(self._scroll, 1)
        self._backup = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        right.addWidget(self._backup)
        row.addWidget(self._left, 1)
        row.addWidget(self._right)
        self._body_box.addWidget(self._columns, 1)
        look.changed.connect(self._arrange)
        self._arrange()

    def _fill(self) -> None:
        view = self._view
        if self._columns is None:
            return
        self._columns.show()
        items = words.task_items(view.tasks, view.today, everything=self._everything)
        self._table.set_items(items)
        self._all.set_words("Chỉ 7 ngày tới" if self._everything else f"Tất cả {len(view.tasks)} việc")
        self._table.setVisible(bool(items))
        self._tasks_title.setText("Việc cần làm" if items else "Không có việc đến hạn trong 7 ngày tới")
        if [card.card for card in self._cards] != list(view.cards):
            self._fill_cards()
        self._backup.setText(words.backup_words(view.last_backup, view.today))
        there = view.last_backup is not None
        self._backup.set_icon(
            "shield_checkmark_16" if there else "warning_16", Role.OK if there else Role.WARN
        )
        self._arrange()

    def _fill_cards(self) -> None:
        for card in self._cards:
            card.setParent(None)
            card.deleteLater()
        self._cards = []
        before: QWidget = self._table.rows
        for number, shown in enumerate(self._view.cards):
            card = CardView(self._look, shown, primary=number == 0)
            card.pressed.connect(self.pressed.emit)
            self._stack.insertWidget(number, card)
            self._cards.append(card)
            # Focus goes from the tasks to the cards, then to the quick actions.
            self.setTabOrder(before, card.button)
            before = card.button
        for button in (*self.commands.buttons, *self.header.buttons):
            self.setTabOrder(before, button)
            before = button

    def _toggle_all(self) -> None:
        self._everything = not self._everything
        self._fill()

    def _fit_table(self) -> None:
        """The frame ends with the last row; what does not fit is scrolled."""
        self._table.setMaximumHeight(self._table.fitted_height())

    def task(self, task_id: str) -> TaskRow | None:
        return next((task for task in self._view.tasks if task.id == task_id), None)

    # --- room ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two columns, narrower cards, or one column at a time, by the room counted in u."""
        if self._columns is None or not self.isVisible():
            return  # before it is shown the page has no width of its own yet
        room = self.width() / self._look.u
        both = room >= _ONE_COLUMN_BELOW
        units = _CARDS_UNITS if room >= _WIDE_CARDS_FROM else _NARROW_CARDS_UNITS
        if both:
            self._right.setFixedWidth(self._look.px(units))
        else:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(16_777_215)
        if not both and self._segment is None:
            self._add_segment()
        if self._segment is not None:
            self._segment.setVisible(not both)
            # The button stands where the heading of its list is.
            (self._tasks_head if both else self._segment_row).addWidget(self._all)
        tasks, cards = both or self._shown == "tasks", both or self._shown == "cards"
        self._all.setVisible(tasks and self._has_more())
        self._tasks_title.setVisible(both or not self._table.rows.rows.items())
        self._cards_title.setVisible(both)
        self._left.setVisible(tasks)
        self._right.setVisible(cards)
        self._fit_table()

    def _has_more(self) -> bool:
        tasks = self._view.tasks
        return len(tasks) > sum(1 for task in tasks if task.state in words.NEAR)

    def _add_segment(self) -> None:
        from ui.widgets.segment import Segment

        segment = Segment(
            self._look,
            [("tasks", "Việc cần làm", "clipboard_task"), ("cards", "Hội nghị", "people_chat")],
            name="Xem",
        )
        segment.chosen.connect(self._choose)
        self._segment_row = HBox(self._look, gap=2)
        self._segment_row.addWidget(segment)
        self._segment_row.addStretch(1)
        self._body_box.insertLayout(0, self._segment_row)
        self._segment = segment

    def _choose(self, shown: str) -> None:
        self._shown = shown
        self._arrange()
