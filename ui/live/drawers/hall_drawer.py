"""The drawer of the hall: what its screen shows now, where, and what the operator holds there (L10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from ui.hall.canvas import HallCanvas
from ui.hall.scene import HELD, SCENE_WORDS, Scene
from ui.hall.screens import ScreenInfo
from ui.live.drawers.drawer import Drawer
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label, Paragraph

NO_SCREEN = (
    "Chưa có màn hình thứ hai: cắm máy chiếu, nhấn phím Windows và P rồi chọn Mở rộng; "
    "trong lúc chờ có thể xem trước trong cửa sổ nhỏ."
)
_AUTOMATIC = "Theo phiên"
_PREVIEW, _PREVIEW_SHORT = "Xem trước trong cửa sổ nhỏ", "Xem trước"


@dataclass(frozen=True, slots=True)
class HallState:
    """What the drawer says; `on` the screen that shows the hall, `free` those that may."""

    on: ScreenInfo | None = None
    wanted: bool = False
    free: tuple[ScreenInfo, ...] = ()
    preview: bool = False
    held: Scene | None = None
    scene: Scene = Scene.WELCOME
    hidden: str = ""
    may_ask: bool = False


class HallDrawer(Drawer):
    """`held` with a `Scene` or None for what the session asks; `shown` with the key of a screen or ""."""

    held = Signal(object)
    shown = Signal(str)
    taken_off = Signal()
    preview_wanted = Signal()
    consent_given = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Màn hình hội trường")
        self._state, self._follows = HallState(), _AUTOMATIC
        self._look = look
        self._view = VBox(look)
        self.body.addLayout(self._view)
        self.where = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        self.body.addWidget(self.where)
        self._buttons = HBox(look, gap=1.5)
        self.show_button = Button(look, "Chiếu", icon="projection_screen", small=True)
        self.show_button.clicked.connect(lambda: self.shown.emit(""))
        self.off_button = Button(look, "Thôi chiếu", icon="dismiss", small=True)
        self.off_button.clicked.connect(self.taken_off)
        self.preview_button = Button(look, _PREVIEW, name=_PREVIEW, icon="desktop", small=True)
        self.preview_button.clicked.connect(self.preview_wanted)
        for button in (self.show_button, self.off_button, self.preview_button):
            self._buttons.addWidget(button)
            self.keep_in_sight(button)
        self._buttons.addStretch(1)
        self.body.addLayout(self._buttons)
        self._screens = VBox(look, gap=1)
        self.body.addLayout(self._screens)
        self._screen_buttons: list[Button] = []
        self.hint = Paragraph(look, "", Type.CAPTION, Role.WARN)
        self.consent = Button(look, "Đồng ý nêu tên", icon="checkmark", small=True)
        self.consent.clicked.connect(self.consent_given)
        self.keep_in_sight(self.consent)
        hint = VBox(look, gap=1)
        hint.addWidget(self.hint)
        hint.addWidget(self.consent, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(hint)
        lines = VBox(look, gap=0.75)
        lines.addWidget(Label(look, "Hiện trên màn hình", Type.STRONG))
        self.scenes: dict[Scene | None, _SceneButton] = {}
        for scene, words in ((None, _AUTOMATIC), *HELD):
            button = _SceneButton(look, words, self)
            button.clicked.connect(lambda _=False, wanted=scene: self._choose(wanted))
            lines.addWidget(button)
            self.keep_in_sight(button)
            self.scenes[scene] = button
        self.body.addLayout(lines)
        self.body.addStretch(1)
        self.show_state(self._state)

    def set_view(self, view: HallCanvas) -> None:
        """The small picture of what the hall sees."""
        self._view.addWidget(view)

    def _choose(self, scene: Scene | None) -> None:
        self._mark(self._state.held)  # a press alone changes nothing: what is held comes back as a state
        self.held.emit(scene)

    def show_state(self, state: HallState) -> None:
        self._state = state
        one = len(state.free) == 1
        if state.on is not None:
            self.where.set_words(f"Đang chiếu trên {state.on.words} ({state.on.size_words}).")
        elif state.wanted:
            self.where.set_words("Màn hình hội trường đã ngắt, cắm lại thì chương trình chiếu tiếp.")
        elif not state.free:
            self.where.set_words(NO_SCREEN)
        else:
            names = state.free[0].words if one else f"{len(state.free)} màn hình"
            self.where.set_words(f"Chưa chiếu. Có thể chiếu trên {names}.")
        self.show_button.setVisible(state.on is None and one)
        self.off_button.setVisible(state.wanted)
        self.preview_button.setVisible(state.on is None and not state.preview)
        self._show_screens(state.free if len(state.free) > 1 else (), state.on)
        self.hint.set_words(state.hidden)
        self.hint.setVisible(bool(state.hidden))
        self.consent.setVisible(state.may_ask)
        words = SCENE_WORDS[state.scene]
        self._follows = _AUTOMATIC if state.held is not None else f"{_AUTOMATIC}: {words.lower()}"
        self._fit()
        self._mark(state.held)

    def _mark(self, held: Scene | None) -> None:
        for scene, button in self.scenes.items():
            button.setChecked(scene is held)

    def _show_screens(self, screens: Sequence[ScreenInfo], on: ScreenInfo | None) -> None:
        """Several screens: each has its button."""
        shown = [button.property("screen") for button in self._screen_buttons]
        if shown != [screen.key for screen in screens]:
            for button in self._screen_buttons:
                self._screens.removeWidget(button)
                button.deleteLater()
            self._screen_buttons = []
            for screen in screens:
                words = f"Chiếu trên {screen.words} ({screen.size_words})"
                button = Button(self._look, words, kind=Kind.DEFAULT, small=True, spread=True)
                button.setProperty("screen", screen.key)
                button.setProperty("whole", words)
                button.clicked.connect(lambda _=False, key=screen.key: self.shown.emit(key))
                self._screens.addWidget(button)
                self.keep_in_sight(button)
                self._screen_buttons.append(button)
        for button in self._screen_buttons:
            used = on is not None and button.property("screen") == on.key
            button.set_kind(Kind.SOFT if used else Kind.DEFAULT)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shorter words where the drawer is narrow: a wider button would push everything to the side."""
        look = self._look
        room = self.width() - look.px(3 + 2.5 + 3)
        beside = (self.show_button, self.off_button, self.preview_button)
        for words in (_PREVIEW, _PREVIEW_SHORT):
            self.preview_button.set_words(words)
            shown = [button.sizeHint().width() for button in beside if not button.isHidden()]
            if sum(shown) + look.px(1.5 * len(shown)) <= room:
                break
        for words in (self._follows, _AUTOMATIC):
            self.scenes[None].set_words(words)
            if self.scenes[None].sizeHint().width() <= room:
                break
        for button in self._screen_buttons:
            whole = str(button.property("whole"))
            for words in (whole, whole.partition(" (")[0]):
                button.set_words(words)
                if button.sizeHint().width() <= room:
                    break

    @property
    def screen_buttons(self) -> tuple[Button, ...]:
        return tuple(self._screen_buttons)

    def focus_first(self) -> None:
        self.scenes[self._state.held].setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, button: _SceneButton, way: int) -> None:
        every = list(self.scenes.values())
        every[(every.index(button) + way) % len(every)].setFocus(Qt.FocusReason.TabFocusReason)


class _SceneButton(Button):
    """One of the scenes; ↑ ↓ go along them and change nothing yet, Enter or Space shows the scene."""

    def __init__(self, look: Look, words: str, drawer: HallDrawer) -> None:
        super().__init__(look, words, kind=Kind.BAR, small=True, spread=True, checkable=True)
        self._drawer = drawer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if way is not None:
            self._drawer.step(self, way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
