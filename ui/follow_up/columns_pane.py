"""The same promises as columns by state: cards that are moved by Ctrl+← → or by the mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from dialogue_desktop.domain.after_records import CommitmentState
from ui.follow_up.cards import CardList
from ui.follow_up.looks import STATES
from ui.follow_up.screen import Screen
from ui.follow_up.words import card_of
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.text import Label

_LEAST = 38  # u of a column
#: From the first word to the last, as they stand from left to right.
ORDER = (
    CommitmentState.NOT_BEGUN, CommitmentState.DOING, CommitmentState.PART_DONE, CommitmentState.PUT_OFF,
    CommitmentState.WAITING, CommitmentState.DONE,
)  # fmt: skip


class ColumnsPane(Pane):
    """`selected` and `opened` carry the key of a card, `moved` a key and its new state."""

    selected = Signal(str)
    opened = Signal(str)
    moved = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setAccessibleName("Cam kết theo tình trạng")
        row = HBox(look, (6, 2, 6, 3), 1.5)
        self.setLayout(row)
        self._first = 0  # of the columns on view, where not all of them find room
        self._before, self._behind = (
            Button(look, kind=Kind.QUIET, icon=f"chevron_{way}", small=True, name=f"Cột {words}")
            for way, words in (("left", "trước"), ("right", "sau"))
        )
        self._before.clicked.connect(lambda: self._shift(-1))
        self._behind.clicked.connect(lambda: self._shift(1))
        row.addWidget(self._before)
        self.lists: dict[CommitmentState, CardList] = {}
        self._columns: dict[CommitmentState, Pane] = {}
        self._heads: dict[CommitmentState, Label] = {}
        for state in ORDER:
            column = Pane(look, Role.CANVAS)
            box = VBox(look, (1.5, 1, 1.5, 1), 1)
            column.setLayout(box)
            look_of = STATES[state]
            head = Label(
                look, look_of.words, Type.MEDIUM, look_of.role, icon=f"{look_of.icon}_16", elide=True
            )
            cards = CardList(look, state, look_of.words)
            cards.opened.connect(self.opened)
            cards.chosen.connect(self.selected)
            cards.moved.connect(partial(self._move, state))
            cards.walked.connect(partial(self._walk, state))
            cards.dropped.connect(partial(self._drop, state))
            box.addWidget(head)
            box.addWidget(cards, 1)
            row.addWidget(column, 1)
            self.lists[state], self._heads[state], self._columns[state] = cards, head, column
        row.addWidget(self._behind)

    def show_cards(self, screen: Screen) -> None:
        for state, cards in self.lists.items():
            rows = [row for row in screen.rows if row.commitment.state is state]
            cards.set_cards([card_of(row, screen.today) for row in rows])
            look = STATES[state]
            self._heads[state].setText(f"{look.short if self.look.scale >= 1.5 else look.words} {len(rows)}")
            self._heads[state].setToolTip(look.words)
            cards.set_current(screen.selected)
        held = self.focused()
        if held is not None and not held.current_key():
            self.focus_cards()  # the card went to another column, and the cursor with it

    # --- room -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _room(self) -> int:
        """How many columns are wide enough to be read."""
        return max(1, min(len(ORDER), (self.width() - self.look.px(20)) // self.look.px(_LEAST)))

    def _fit(self) -> None:
        room = self._room()
        self._first = min(self._first, len(ORDER) - room)
        for at, state in enumerate(ORDER):
            self._columns[state].setVisible(self._first <= at < self._first + room)
        all_seen = room == len(ORDER)
        self._before.setVisible(not all_seen)
        self._behind.setVisible(not all_seen)
        self._before.setEnabled(self._first > 0)
        self._behind.setEnabled(self._first + room < len(ORDER))

    def _shift(self, way: int) -> None:
        self._first = max(0, min(self._first + way, len(ORDER) - self._room()))
        self._fit()

    def _go(self, state: CommitmentState) -> None:
        """To a column, which comes into view."""
        at, room = ORDER.index(state), self._room()
        if not self._first <= at < self._first + room:
            self._first = min(at, len(ORDER) - room) if at < self._first else at - room + 1
            self._fit()
        self.lists[state].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_cards(self) -> None:
        """The column with the card in hand, else the first that has any."""
        target = next((one for one in ORDER if self.lists[one].current_key()), None)
        self._go(target or next((one for one in ORDER if self.lists[one].cards), ORDER[0]))

    def focused(self) -> CardList | None:
        return next((one for one in self.lists.values() if one.hasFocus()), None)

    def _walk(self, state: CommitmentState, way: int) -> None:
        """To the next column that has cards."""
        at = ORDER.index(state) + way
        while 0 <= at < len(ORDER):
            if self.lists[ORDER[at]].cards:
                self._go(ORDER[at])
                return
            at += way

    def _move(self, state: CommitmentState, key: str, way: int) -> None:
        at = ORDER.index(state) + way
        if 0 <= at < len(ORDER):
            self.moved.emit(key, ORDER[at])

    def _drop(self, state: CommitmentState, key: str) -> None:
        self.moved.emit(key, state)
