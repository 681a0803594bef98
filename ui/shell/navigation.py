"""The left side of the window: the pages of all conferences, then the open conference and its stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look import Look
from ui.qt_later import Qt
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.panes import Pane, Rule, Space, VBox
from ui.widgets.text import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent, QResizeEvent

WIDE_UNITS, NARROW_UNITS = 54, 13


class Place(NamedTuple):
    """An item of the navigation: `id` of its page, words, 20 icon with a _filled form, key if any."""

    id: str
    words: str
    icon: str
    key: str = ""


ALL_CONFERENCES = (
    Place("home", "Trang chính", "home"),
    Place("follow_up", "Theo dõi cam kết", "flag"),
    Place("documents", "Sổ văn bản", "folder"),
)
ONE_CONFERENCE = (
    Place("plan", "Kế hoạch", "clipboard_task"),
    Place("preparation", "Việc chuẩn bị", "checkbox_checked"),
    Place("opinions", "Ý kiến thu thập", "chat_multiple"),
    Place("invite", "Giấy mời, đại biểu", "mail"),
    Place("papers", "Văn bản, in ấn", "document_text"),
    Place("live", "Phiên đối thoại", "mic"),
    Place("end", "Kết thúc, biên bản", "document_checkmark"),
)
BELOW = (
    Place("search", "Tìm tất cả", "search", "Ctrl+K"),
    Place("settings", "Cài đặt", "settings"),
    Place("help", "Trợ giúp", "question_circle", "F1"),
)
#: Pages that are reached from another one and belong to its place.
_PART_OF = {
    "opinion_import": "opinions",
    "answers": "opinions",
    "answer_import": "opinions",
    "delegate_import": "invite",
    "review": "follow_up",
}
MORE = Place("more", "Việc khác", "more_horizontal")


class OpenConference(NamedTuple):
    """What the switcher shows: "Đồng Vạn – Phú Ấp", "24/4/2026, còn 9 ngày"."""

    id: str
    title: str
    when: str


class NavItem(QAbstractButton):
    """Icon, words, and a count, a key or a tick at the right; only the icon when the side is narrow."""

    def __init__(self, look: Look, place: Place) -> None:
        super().__init__()
        self._look, self.place = look, place
        self._note, self._note_role, self._done = "", Role.TEXT2, False
        self._narrow, self._low = False, False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._say()
        look.changed.connect(self.updateGeometry)

    def set_note(self, note: str, role: Role = Role.TEXT2) -> None:
        self._note, self._note_role = note, role
        self._say()
        self.update()

    def set_done(self, done: bool) -> None:
        self._done = done
        self._say()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._say()
        self.updateGeometry()

    def set_low(self, low: bool) -> None:
        if low != self._low:
            self._low = low
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        side = self.parent()
        if way is not None and isinstance(side, Navigation):
            side.move_focus(way)
            return
        super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """The page that is shown decides what is checked, not the click."""

    def _say(self) -> None:
        words = [self.place.words, self._note, "đã xong" if self._done else ""]
        spoken = ", ".join(word for word in words if word)
        self.setAccessibleName(spoken)
        key = f" ({self.place.key})" if self.place.key else ""
        self.setToolTip(spoken + key if self._narrow else "")

    def sizeHint(self) -> QSize:
        look = self._look
        return QSize(look.px(9 if self._narrow else 40), look.px(7 if self._low else 8.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(8), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, h = self._look, self._look.px, self.height()
        painter = QPainter(self)
        on = self.isChecked()
        if on or self.underMouse():
            look.draw_box(painter, self.rect(), fill=Role.ACCENT_SOFT if on else Role.HOVER)
        if on:
            bar = QRect(0, (h - px(4.5)) // 2, px(0.75), px(4.5))
            look.draw_box(painter, bar, fill=Role.ACCENT, radius=0.375)
        role = Role.ACCENT if on else Role.TEXT
        icon_x = (self.width() - px(5)) // 2 if self._narrow else px(2.5)
        name = f"{self.place.icon}_filled" if on and self.place.icon != MORE.icon else self.place.icon
        look.draw_icon(painter, QRect(icon_x, 0, px(5), h), name, role)
        if not self._narrow:
            kind = Type.STRONG if on else Type.BODY
            box = QRect(px(10), 0, self.width(), h)
            look.draw_text(painter, box, self.place.words, kind, role)
            self._draw_end(painter, self.width() - px(2.5))
        elif self._done:
            look.draw_icon(
                painter, QRect(self.width() - px(3.5), 0, px(3), px(4)), "checkmark_16", Role.OK, 3
            )
        if self.hasFocus():
            look.draw_box(painter, self.rect(), edge=Role.FOCUS, width=look.ring)

    def _draw_end(self, painter: QPainter, right: int) -> None:
        look, px, h = self._look, self._look.px, self.height()
        if self._done:
            look.draw_icon(painter, QRect(right - px(4), 0, px(4), h), "checkmark_16", Role.OK, 4)
            right -= px(7)
        words = self._note or self.place.key
        if words:
            wide = look.width(words, Type.CAPTION_STRONG)
            role = self._note_role if self._note else Role.TEXT2
            look.draw_text(painter, QRect(right - wide, 0, wide, h), words, Type.CAPTION_STRONG, role)


class Switcher(QAbstractButton):
    """The open conference in a box; a click offers the others."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown = OpenConference("", "", "")
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_conference(self, conference: OpenConference) -> None:
        self._shown = conference
        self._say()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._say()
        self.updateGeometry()

    def _say(self) -> None:
        self.setAccessibleName(f"Hội nghị đang mở: {self._shown.title}, {self._shown.when}")
        words = f"{self._shown.title}\n{self._shown.when}"
        cut = self._look.width(self._shown.title, Type.STRONG) > self._look.px(WIDE_UNITS - 14)
        self.setToolTip(words if self._narrow or cut else "")

    def sizeHint(self) -> QSize:
        look = self._look
        return QSize(look.px(9 if self._narrow else 40), look.px(9 if self._narrow else 12.75))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(8), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        fill = Role.HOVER if self.underMouse() else Role.SURFACE
        focused = self.hasFocus()
        look.draw_box(
            painter, self.rect(), fill=fill, edge=Role.FOCUS if focused else Role.BORDER,
            width=look.ring if focused else 0,
        )  # fmt: skip
        if self._narrow:
            look.draw_icon(painter, self.rect(), "chevron_up_down", Role.TEXT)
            return
        first, second = look.line(Type.STRONG), look.line(Type.CAPTION)
        top = (self.height() - first - second) // 2
        room = QRect(px(2.5), top, self.width() - px(10), first)
        look.draw_text(painter, room, self._shown.title, Type.STRONG, elide=True)
        room = QRect(px(2.5), top + first, self.width() - px(10), second)
        look.draw_text(painter, room, self._shown.when, Type.CAPTION, Role.TEXT2, elide=True)
        box = QRect(self.width() - px(7), 0, px(5), self.height())
        look.draw_icon(painter, box, "chevron_up_down", Role.TEXT)


class Navigation(Pane):
    """`go` asks for a page; `switch` for another conference. Only places with a page are shown."""

    go = Signal(str)
    switch = Signal(str)

    def __init__(self, look: Look, known: frozenset[str]) -> None:
        super().__init__(look, Role.CANVAS, lines="r", width=WIDE_UNITS)
        self._known = known
        self._narrow = False
        self._others: tuple[OpenConference, ...] = ()
        self._items: dict[str, NavItem] = {}
        self.setAccessibleName("Điều hướng")
        column = VBox(look, (2, 3, 2.25, 2), 0.5)
        self.setLayout(column)
        self._add(column, ALL_CONFERENCES)
        self._rule = QWidget()
        between = VBox(look, (0, 2.5, 0, 2.5))
        between.addWidget(Rule(look))
        self._rule.setLayout(between)
        column.addWidget(self._rule)
        self._caption = Label(look, "Hội nghị đang mở", Type.CAPTION, Role.TEXT2)
        self._switcher = Switcher(look)
        self._switcher.clicked.connect(self._offer)
        column.addWidget(self._caption)
        column.addWidget(self._switcher)
        self._gap = Space(look, height=1)
        column.addWidget(self._gap)
        self._add(column, ONE_CONFERENCE)
        column.addStretch(1)
        self._add(column, BELOW)
        self._more = NavItem(look, MORE)
        self._more.clicked.connect(self._offer_more)
        self._more.hide()
        column.addWidget(self._more)
        self.show_conference(None)

    def _add(self, column: VBox, places: Sequence[Place]) -> None:
        for place in places:
            if place.id in self._known:
                item = NavItem(self.look, place)
                item.clicked.connect(self._clicked)
                column.addWidget(item)
                self._items[place.id] = item

    def _clicked(self) -> None:
        item = self.sender()
        if isinstance(item, NavItem):
            self.go.emit(item.place.id)

    def item(self, page_id: str) -> NavItem | None:
        return self._items.get(page_id)

    def show_page(self, page_id: str) -> None:
        shown = _PART_OF.get(page_id, page_id)
        for key, item in self._items.items():
            item.setChecked(key == shown)

    def show_notes(self, notes: Mapping[str, tuple[str, Role]]) -> None:
        """Counts beside pages ("46", or "2 trễ" in BAD)."""
        for key, (note, role) in notes.items():
            if key in self._items:
                self._items[key].set_note(note, role)

    def show_conference(
        self,
        conference: OpenConference | None,
        done: frozenset[str] = frozenset(),
        others: Sequence[OpenConference] = (),
    ) -> None:
        """The open conference, its stages that are done (page ids), and what can be switched to."""
        self._others = tuple(others)
        there = conference is not None
        if conference is not None:
            self._switcher.show_conference(conference)
        self._switcher.setVisible(there)
        self._caption.setVisible(there and not self._narrow)
        self._rule.setVisible(there)
        self._gap.setVisible(there)
        for place in ONE_CONFERENCE:
            item = self._items.get(place.id)
            if item is not None:
                item.setVisible(there)
                item.set_done(place.id in done)
        self._fit_height()

    def set_narrow(self, narrow: bool) -> None:
        """Icons with tool tips only."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.set_width(NARROW_UNITS if narrow else WIDE_UNITS)
        self._caption.setVisible(not narrow and not self._switcher.isHidden())
        self._switcher.set_narrow(narrow)
        for item in (*self._items.values(), self._more):
            item.set_narrow(narrow)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """Where a low screen has no room for all, the lowest three stand in a menu and the rest closer."""
        layout = self.layout()
        below = [self._items[place.id] for place in BELOW if place.id in self._items]
        if layout is None or not below:
            return
        for low, menu in ((False, False), (False, True), (True, True)):
            for item in (*self._items.values(), self._more):
                item.set_low(low)
            for item in below:
                item.setVisible(not menu)
            self._more.setVisible(menu)
            layout.invalidate()
            if layout.minimumSize().height() <= self.height():
                break

    def _offer_more(self) -> None:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in BELOW:
            if place.id in self._items:
                words = f"{place.words}\t{place.key}" if place.key else place.words
                menu.addAction(words).setData(place.id)
        menu.triggered.connect(self._went)
        menu.popup(self._more.mapToGlobal(QPoint(self._more.width(), 0)))

    def _went(self, action: QAction) -> None:
        self.go.emit(str(action.data()))

    def _offer(self) -> None:
        """The other conferences in a menu below the box."""
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        for conference in self._others:
            action = menu.addAction(f"{conference.title}   {conference.when}".replace("&", "&&"))
            action.setData(conference.id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._switched)
        menu.popup(self._switcher.mapToGlobal(QPoint(0, self._switcher.height())))

    def _switched(self, action: QAction) -> None:
        self.switch.emit(str(action.data()))

    def move_focus(self, way: int) -> None:
        """To the next place (1) or the one before (-1), around."""
        shown = [item for item in (*self._items.values(), self._more) if not item.isHidden()]
        at = next((n for n, item in enumerate(shown) if item.hasFocus()), -1)
        if at >= 0:
            shown[(at + way) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
