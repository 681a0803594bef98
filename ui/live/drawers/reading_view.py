"""The conclusions large and calm, one after the other, for whoever reads them back to the hall (L8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label, Paragraph

_KINDS = (Type.CLOCK, Type.HALL_SMALL, Type.WALL_CLOCK, Type.TITLE, Type.EDITOR)
_WIDEST = 235  # u of a line that the eye still follows
_ON = {Qt.Key.Key_Down, Qt.Key.Key_PageDown}
_BACK = {Qt.Key.Key_Up, Qt.Key.Key_PageUp}


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One conclusion as it is read: `part` says whether it is settled, `words` are without figures, `facts`
    are unit and day in figures, to be checked with one look."""

    row_id: str
    part: str
    words: str
    facts: str = ""


class ReadingView(Pane):
    """`shown` carries the id of the conclusion on view, "" for the page behind the last one; `edit_wanted`
    the one to be put right."""

    shown = Signal(str)
    left = Signal()
    edit_wanted = Signal(str)
    adopt_wanted = Signal(bool)
    hall_wanted = Signal()
    page_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Role.SURFACE)
        self.setAccessibleName("Đọc lại kết luận")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows: tuple[ReadRow, ...] = ()
        self._at = 0
        self._adopted = False
        self._adopt_key = ""
        self.count = Label(look, "", Type.SECTION)
        self.line = Label(look, "", Type.BODY, Role.OK, elide=True)
        self.hall = Button(look, "Chiếu lên hội trường", icon="projection_screen", kind=Kind.BAR)
        self.page = Button(look, "Trang sau trên màn hình", icon="next", key="Phím cách", kind=Kind.BAR)
        self.close_button = Button(look, "Thôi đọc", icon="dismiss", key="Esc", kind=Kind.BAR)
        head = HBox(look, (6, 2, 4, 2), 2)
        head.addWidget(self.count)
        head.addWidget(self.line, 1)
        for button in (self.page, self.hall, self.close_button):
            head.addWidget(button)
        self.part = Label(look, "", Type.STRONG, Role.TEXT2)
        self.words = {kind: Paragraph(look, "", kind) for kind in _KINDS}
        self.facts = Label(look, "", Type.SECTION, Role.TEXT2, icon="people_team", elide=True)
        content = Pane(look, Role.SURFACE)
        self._column = VBox(look, (0, 0, 0, 0), 5)
        self._column.addStretch(1)
        self._column.addWidget(self.part)
        for paragraph in self.words.values():
            self._column.addWidget(paragraph)
        self._column.addWidget(self.facts)
        self._column.addStretch(2)
        content.setLayout(self._column)
        self._content = content
        self.scroller = Scroll(look, content)
        self.before = Button(look, "Trước", icon="arrow_up", key="↑")
        self.next = Button(look, "Tiếp", icon="arrow_down", key="↓", kind=Kind.PRIMARY)
        self.edit = Button(look, "Sửa kết luận này", icon="edit", key="Enter")
        self.adopt = Button(look, "Thông qua", icon="checkmark")
        foot = HBox(look, (6, 2, 6, 4), 2)
        foot.addWidget(self.before)
        foot.addWidget(self.next)
        foot.addWidget(self.edit)
        foot.addStretch(1)
        foot.addWidget(self.adopt)
        column = VBox(look)
        column.addLayout(head)
        column.addWidget(self.scroller, 1)
        column.addLayout(foot)
        self.setLayout(column)
        self.before.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(+1))
        self.edit.clicked.connect(self._edit)
        self.adopt.clicked.connect(lambda: self.adopt_wanted.emit(not self._adopted))
        self.close_button.clicked.connect(self.left)
        self.hall.clicked.connect(self.hall_wanted)
        self.page.clicked.connect(self.page_wanted)
        for button in (
            self.before,
            self.next,
            self.edit,
            self.adopt,
            self.hall,
            self.page,
            self.close_button,
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.scroller.viewport().installEventFilter(self)
        look.changed.connect(self._fit)
        self.show_hall(on=False, pages=1)

    # --- what is shown -------------------------------------------------------------------------------

    @property
    def row_id(self) -> str:
        """Of the conclusion on view; "" behind the last one."""
        return self._rows[self._at].row_id if self._at < len(self._rows) else ""

    def open(self, rows: Sequence[ReadRow], row_id: str = "") -> None:
        """Begin at a conclusion, the first where none is named."""
        self._rows = tuple(rows)
        self._at = next((i for i, row in enumerate(self._rows) if row.row_id == row_id), 0)
        self.say("")
        self._show()

    def show_rows(self, rows: Sequence[ReadRow]) -> None:
        """They were changed meanwhile: the same one stays on view."""
        if tuple(rows) != self._rows:
            here, end = self.row_id, self._at >= len(self._rows)
            self._rows = tuple(rows)
            found = next((i for i, row in enumerate(self._rows) if row.row_id == here), None)
            self._at = len(self._rows) if end else min(self._at, len(self._rows)) if found is None else found
            self._show()

    def show_keys(self, hall: str, adopt: str) -> None:
        """The reader's own keys for the two verbs of the page that work here too."""
        self._adopt_key = adopt
        self.hall.set_key(hall)
        self.adopt.set_key("" if self._adopted else adopt)

    def show_adopted(self, adopted: bool) -> None:
        self._adopted = adopted
        self.adopt.set_words("Bỏ ghi thông qua" if adopted else "Thông qua")
        self.adopt.set_icon("arrow_undo" if adopted else "checkmark")
        self.adopt.set_key("" if adopted else self._adopt_key)
        self._show()

    def show_hall(self, *, on: bool, pages: int) -> None:
        """Whether the hall sees the conclusion too, and on how many pages."""
        self.hall.set_words("Đang chiếu kết luận" if on else "Chiếu lên hội trường")
        self.hall.set_kind(Kind.SOFT if on else Kind.BAR)
        self.page.setVisible(on and pages > 1)
        self._fit_buttons()

    def say(self, line: str) -> None:
        self.line.setText(line)

    def _show(self) -> None:
        end = self._at >= len(self._rows)
        if end:
            row = ReadRow("", "", _end_words(len(self._rows), adopted=self._adopted))
        else:
            row = self._rows[self._at]
        self.count.setText(
            "Đọc lại kết luận" if end else f"Đọc lại kết luận {self._at + 1} trên {len(self._rows)}"
        )
        self.part.setText(row.part)
        for paragraph in self.words.values():
            paragraph.set_words(row.words)
        self.facts.setText(row.facts)
        self.facts.setVisible(bool(row.facts))
        self.part.setVisible(bool(row.part))
        self.before.setEnabled(self._at > 0)
        self.next.setEnabled(not end)
        self.edit.setEnabled(not end)
        self.next.set_kind(Kind.DEFAULT if end else Kind.PRIMARY)
        self.adopt.set_kind(Kind.PRIMARY if end and not self._adopted else Kind.DEFAULT)
        self.scroller.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(f"{row.part}. {row.words}" if row.part else row.words)
        self._fit()

    def _fit(self) -> None:
        """The largest letters in which all of it is seen at once; the smallest scroll."""
        look, view = self.look, self.scroller.viewport()
        side = max(look.px(6), (view.width() - look.px(_WIDEST)) // 2)
        self._column.setContentsMargins(side, look.px(3), side, look.px(3))
        room = view.width() - 2 * side
        others = [label.sizeHint().height() for label in (self.part, self.facts) if not label.isHidden()]
        high = view.height() - look.px(6 + 5 * (len(others) + 2)) - sum(others)
        best = next((kind for kind in _KINDS if self.words[kind].heightForWidth(room) <= high), _KINDS[-1])
        for kind, paragraph in self.words.items():
            paragraph.setFixedHeight(paragraph.heightForWidth(room))
            paragraph.setVisible(kind is best)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """At 200 % the line between the buttons needs the room of their keys."""
        narrow = self.width() < self.look.px(230)
        for button in (self.before, self.next, self.edit, self.adopt, self.hall, self.page):
            button.set_cap_shown(not narrow)
        for button in (self.page, self.hall, self.close_button):
            button.set_words_shown(not narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.scroller.viewport() and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    # --- keys ----------------------------------------------------------------------------------------

    def step(self, steps: int) -> None:
        to = min(max(0, self._at + steps), len(self._rows))
        if to != self._at:
            self._at = to
            self.say("")
            self._show()
            self.shown.emit(self.row_id)

    def _edit(self) -> None:
        if self.row_id:
            self.edit_wanted.emit(self.row_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _ON or key in _BACK:
            self._scroll_or_step(+1 if key in _ON else -1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.step(+1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step((-1 if key == Qt.Key.Key_Home else +1) * (len(self._rows) + 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._edit()
        elif key == Qt.Key.Key_Space:
            self.page_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _scroll_or_step(self, way: int) -> None:
        """What does not fit is scrolled first, so that nothing is passed over."""
        bar = self.scroller.verticalScrollBar()
        edge = bar.maximum() if way > 0 else bar.minimum()
        if bar.value() == edge:
            self.step(way)
        else:
            bar.setValue(bar.value() + way * max(1, round(bar.pageStep() * 0.8)))


def _end_words(count: int, *, adopted: bool) -> str:
    if adopted:
        return "Hội nghị đã thông qua kết luận và biên bản."
    return f"Đã đọc hết {count} kết luận. Hội nghị có ý kiến gì thêm không?"
