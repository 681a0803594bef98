"""The page "Phím tắt": the session's verbs with their keys, and another key for the chosen one (G6)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.keys.catcher import KeyCatcher
from ui.keys.kept import KEYS_KEY
from ui.keys.presenter import KeyBook, KeyRow, Trial
from ui.shell.header import Header
from ui.tasks import Lane
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Group, Item, Row
from ui.widgets.text import Label, Paragraph

_COLUMNS = (
    Column("words", "Việc", 0),
    Column("key", "Phím", 34, keep=True),
    Column("usual", "Phím thường dùng", 40, keep=True),
)
_NO_KEY = "–"
_INVITATION = "Enter hoặc bấm vào một dòng, rồi nhấn phím mới."


class KeysPage(QWidget):
    """Each change works at once and is kept; the caps on the buttons and the sheet of F1 follow.

    In the list Enter goes to the field of the new key, Delete takes the key away. There Enter gives the key,
    Esc goes back.
    """

    title = "Phím tắt của phiên đối thoại"
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self.book = KeyBook(context.actions.own_keys())
        self.book.changed = self._changed
        self._verb, self._trial = "", Trial()
        whole = VBox(look)
        self.setLayout(whole)
        back = Button(look, "Trở về", icon="arrow_left")
        back.clicked.connect(self.left)
        self.reset_all_button = Button(look, "Về phím thường dùng cho mọi việc", icon="arrow_undo")
        self.reset_all_button.clicked.connect(self._reset_all)
        facts = "Phím đổi ở đây hiện ngay trên nút và trên bảng phím F1 của phiên."
        # The way back at the right: where the room ends its words stay and the rare act stands as its icon.
        self.header = Header(look, self.title, buttons=(self.reset_all_button, back))
        self.header.set_facts(facts, "Phím đổi ở đây hiện ngay trên nút.")
        whole.addWidget(self.header)
        column = VBox(look, (6, 3, 6, 3), 2)
        self.table = RowTable(look, _COLUMNS, name="Các việc và phím", two_lines=False)
        self.table.rows.current_row.connect(self._choose)
        self.table.rows.opened.connect(self._open)
        column.addWidget(self.table, 1)
        whole.addLayout(column, 1)
        self.foot = Pane(look, Role.CANVAS, lines="t")
        self.name = Label(look, "", Type.STRONG, elide=True)
        self.catcher = KeyCatcher(look)
        self.catcher.pressed.connect(self._pressed)
        self.catcher.agreed.connect(self._give)
        self.catcher.left.connect(self._go_back)
        self.give_button = Button(look, "Dùng phím này", kind=Kind.PRIMARY, key="Enter")
        self.give_button.clicked.connect(self._give)
        self.reset_button = Button(look, "Về phím thường dùng", icon="arrow_undo")
        self.reset_button.clicked.connect(self._reset)
        self.none_button = Button(look, "Không dùng phím", key="Delete")
        self.none_button.clicked.connect(self._take_away)
        row = HBox(look, gap=2)
        row.addWidget(self.catcher, 1)
        for button in (self.give_button, self.reset_button, self.none_button):
            row.addWidget(button)
        self.sentence = Paragraph(look, _INVITATION, Type.BODY, Role.TEXT2, lines=2)
        inner = VBox(look, (6, 2.5, 6, 3), 1.5)
        inner.addWidget(self.name)
        inner.addLayout(row)
        inner.addWidget(self.sentence)
        self.foot.setLayout(inner)
        whole.addWidget(self.foot)
        self._show_rows()
        self.table.rows.set_first_current()
        look.changed.connect(self._fit)

    def focus_first(self) -> None:
        self.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.foot)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.book.take(self._context.actions.own_keys())
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The field of the new key keeps its room: the caps of the buttons go first, then one's words."""
        look = self._context.look
        buttons = (self.give_button, self.reset_button, self.none_button)
        for caps, words in ((True, True), (False, True), (False, False)):
            for button in buttons:
                button.set_cap_shown(caps)
            self.reset_button.set_words_shown(words)
            used = sum(button.sizeHint().width() for button in buttons) + look.px(2 * len(buttons) + 12)
            if used + self.catcher.sizeHint().width() <= self.width():
                break

    # --- what is shown --------------------------------------------------------------------------------

    def _show_rows(self) -> None:
        items: list[Item] = []
        group = ""
        for row in self.book.rows():
            if row.group != group:
                group = row.group
                items.append(Group(f"group {group}", group))
            items.append(_row(row))
        self.table.set_items(items)
        self.reset_all_button.lock("" if self.book.any_own else "Mọi việc đang dùng phím thường dùng.")
        self._show_verb()

    def _choose(self, verb_id: str) -> None:
        if verb_id and verb_id != self._verb:
            self._verb = verb_id
            self._try("")
            self._show_verb()

    def _show_verb(self) -> None:
        row = next((r for r in self.book.rows() if r.id == self._verb), None)
        self.name.setText(f"Phím mới cho “{row.words}”" if row is not None else "")
        self.reset_button.lock("" if row is not None and row.own else "Việc này đang dùng phím thường dùng.")
        self.none_button.lock("" if row is not None and row.key else "Việc này không có phím.")
        self.give_button.lock("" if self._trial.good else "Nhấn một phím mới trong ô bên cạnh trước.")

    def _try(self, key: str) -> None:
        self._trial = self.book.trial(self._verb, key) if key and self._verb else Trial()
        self.catcher.set_key(key)
        role = Role.TEXT2 if not key else Role.WARN if self._trial.rival else Role.OK
        self.sentence.set_role(role if self._trial.good or not key else Role.BAD)
        self.sentence.set_words(self._trial.sentence or _INVITATION)
        self._show_verb()

    # --- what is done ---------------------------------------------------------------------------------

    def _open(self, verb_id: str) -> None:
        self._choose(verb_id)
        self.catcher.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self, key: str) -> None:
        self._try(key)

    def _go_back(self) -> None:
        self._try("")
        self.focus_first()

    def _give(self) -> None:
        trial, words = self._trial, self.book.words(self._verb) if self._verb else ""
        if not trial.good:
            return
        lost = self.book.words(trial.rival) if trial.rival else ""
        self.book.give(self._verb, trial.key)
        line = f"Đã đổi phím của “{words}”"
        self._done(f"{line}; “{lost}” không còn phím" if lost else line)

    def _reset(self) -> None:
        lost = self.book.reset(self._verb)
        line = f"“{self.book.words(self._verb)}” đã về phím thường dùng"
        self._done(f"{line}; “{lost}” không còn phím" if lost else line)

    def _take_away(self) -> None:
        if self.book.key(self._verb):
            self.book.take_away(self._verb)
            self._done(f"“{self.book.words(self._verb)}” không còn phím, nút vẫn dùng được")

    def _reset_all(self) -> None:
        self.book.reset_all()
        self._done("Mọi việc đã về phím thường dùng")

    def _done(self, line: str) -> None:
        self._context.toast.say(line)
        self._try("")
        self.focus_first()

    def _changed(self, own: dict[str, str]) -> None:
        """It works at once in every page that is open, and is kept."""
        self._context.actions.take_own_keys(own)
        self._show_rows()
        if self._context.services.ready:
            app = self._context.services.get()
            clock = self._context.clock

            def keep() -> None:
                app.settings.set(KEYS_KEY, own)

            self._context.tasks.run(
                keep, lambda _: self.header.show_saved(clock.now()), lane=Lane.DATABASE, owner=self
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.rows.hasFocus():
            self._take_away()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _row(row: KeyRow) -> Row:
    own = Cell(row.key or _NO_KEY, strong=row.own, role=Role.ACCENT if row.own else Role.TEXT)
    return Row(row.id, (Cell(row.words), own, Cell(row.usual or _NO_KEY, role=Role.TEXT2)))
