"""Who registered with a slip or through the thôn: ticked, and into the queue in that order (L2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from dialogue_desktop.domain.records import Source
from dialogue_desktop.domain.registering import Registration
from dialogue_desktop.domain.text_vi import fold
from ui.live.drawers.drawer import Drawer
from ui.live.session.screen import LiveScreen
from ui.live.session.screen_words import capital
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field
from ui.widgets.panes import VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.text import Paragraph

_NONE = (
    "Không còn ai đăng ký trước mà chưa có trong danh sách. Người đăng ký là người có tên trong các ý kiến "
    "gửi trước hội nghị."
)
_CAME = {
    Source.VILLAGE_HEAD: "qua thôn",
    Source.SLIP: "phiếu",
    Source.VIA_SECRETARY: "qua thư ký",
    Source.ONLINE: "trực tuyến",
    Source.HALL: "",
}


class RegisteredDrawer(Drawer):
    """`wanted` carries the collected opinions of those who were ticked.

    Space ticks, Enter takes the ticked ones, or the one under the cursor where nobody is ticked.
    """

    wanted = Signal(object)  # tuple[str, ...]

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Người đăng ký trước")
        self._people: tuple[Registration, ...] = ()
        self._words: dict[str, str] = {}
        self._filled = False
        self._ticked: set[str] = set()
        self.search = Field(
            look, name="Tìm người đăng ký", placeholder="tìm tên, thôn, số phiếu", leading="search_16",
            clearable=True,
        )  # fmt: skip
        columns = (Column("tick", units=6, gap=2), Column("who", gap=1))
        self.table = RowTable(look, columns, name="Người đăng ký trước")
        self._none = Paragraph(look, _NONE, Type.BODY, Role.TEXT2)
        self.all_button = Button(look, "", kind=Kind.QUIET, small=True)
        self.all_button.clicked.connect(self._tick_all)
        self.take_button = Button(look, "", kind=Kind.SOFT, icon="person_add", spread=True, key="Enter")
        self.take_button.clicked.connect(self._take)
        middle = VBox(look, (3, 1, 3, 1), 2)
        middle.addWidget(self.search)
        middle.addWidget(self.table, 1)
        middle.addWidget(self._none)
        middle.addStretch(0)
        column = self.layout()
        assert isinstance(column, VBox)
        column.insertLayout(1, middle, 1)
        self.scroller.hide()  # the table scrolls by itself
        self.foot.addWidget(self.all_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.foot.addWidget(self.take_button)
        rows = self.table.rows
        rows.ticked.connect(self._tick)
        rows.opened.connect(lambda _row: self._take())
        rows.current_row.connect(lambda _row: self._show_buttons())
        self.search.settled.connect(lambda _text: self._fill())
        self.search.returnPressed.connect(self._into_list)
        self.search.installEventFilter(self)

    def show_screen(self, screen: LiveScreen) -> None:
        if self._filled and screen.registered == self._people:
            return
        self._filled = True
        self._people = screen.registered
        self._words = {one.opinion.id: fold(_words(one)) for one in self._people}
        self._ticked &= self._words.keys()
        self._fill()

    @property
    def ticked(self) -> tuple[str, ...]:
        """In the order in which they registered; those that the search hides too."""
        return tuple(one.opinion.id for one in self._people if one.opinion.id in self._ticked)

    # --- the list ------------------------------------------------------------------------------------

    def _shown(self) -> Sequence[Registration]:
        parts = fold(self.search.value()).split()
        return [one for one in self._people if all(part in self._words[one.opinion.id] for part in parts)]

    def _fill(self) -> None:
        shown = self._shown()
        self.table.set_items(self._row(one) for one in shown)
        self.table.setVisible(bool(self._people))
        self.search.setVisible(bool(self._people))
        self._none.setVisible(not self._people)
        self._show_buttons()

    def _row(self, one: Registration) -> Row:
        ticked = one.opinion.id in self._ticked
        return Row(one.opinion.id, (Cell(tick=ticked), Cell(one.voice.name, _note(one))))

    def _tick(self, opinion_id: str, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(opinion_id)
        one = next(one for one in self._people if one.opinion.id == opinion_id)
        self.table.rows.set_row(self._row(one))
        self._show_buttons()

    def _tick_all(self) -> None:
        shown = {one.opinion.id for one in self._shown()}
        self._ticked = self._ticked - shown if shown <= self._ticked else self._ticked | shown
        self._fill()

    def _show_buttons(self) -> None:
        shown = {one.opinion.id for one in self._shown()}
        self.all_button.setVisible(len(shown) > 1)
        self.all_button.set_words("Bỏ chọn" if shown <= self._ticked else f"Chọn cả {len(shown)} người")
        count = len(self._ticked)
        self.take_button.set_words(f"Thêm {count} người" if count else "Thêm người này")
        self.take_button.setEnabled(bool(count or self.table.rows.current_id()))
        self.take_button.setVisible(bool(self._people))

    def _take(self) -> None:
        current = self.table.rows.current_id()
        chosen = self.ticked or ((current,) if current else ())
        if chosen:
            self._ticked.clear()
            self.search.set_value("")
            self.wanted.emit(chosen)

    # --- the keys ------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        (self.search if self._people else self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _into_list(self) -> None:
        if self._shown():
            self.table.rows.set_first_current()
            self.table.rows.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↓ goes from the search into the list."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Down and not self.search.composing:  # type: ignore[attr-defined]
            self._into_list()
            return True
        return False


def _words(one: Registration) -> str:
    return f"{one.voice.shown} {one.voice.address} {_note(one)}"


def _note(one: Registration) -> str:
    """ "Phú Ấp, phiếu 031, đường trục thôn"."""
    opinion = one.opinion
    came = f"phiếu {opinion.slip_number}" if opinion.slip_number else _CAME[opinion.source]
    more = f"{one.count} ý kiến" if one.count > 1 else ""
    place = one.voice.locality.removeprefix("thôn ")
    return capital(", ".join(part for part in (place, came, more, one.topic) if part))
