"""Which screens there are and which of them may show the hall; a seam, so that a test can pull the plug."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """`key` names it from one day to the next, `words` is for people; `pixels` are those of the screen
    itself, `box` its place on the desk in the system's own measure."""

    key: str
    words: str
    box: QRect
    pixels: tuple[int, int]

    @property
    def size_words(self) -> str:
        """ "1920 × 1080"."""
        return f"{self.pixels[0]} × {self.pixels[1]}"


def usable(screens: Sequence[ScreenInfo], operator: str) -> tuple[ScreenInfo, ...]:
    """Every screen but the operator's. One that shows the same picture (duplicated) would cover her too."""
    own = next((s for s in screens if s.key == operator), None)
    if own is None:
        return ()  # nobody knows where she sits: better none than hers
    return tuple(s for s in screens if s.key != operator and not s.box.intersects(own.box))


def chosen(screens: Sequence[ScreenInfo], operator: str, remembered: str) -> ScreenInfo | None:
    """The screen that was used before, else the first that is not the operator's."""
    free = usable(screens, operator)
    return next((s for s in free if s.key == remembered), free[0] if free else None)


class Screens(QObject):
    """`changed`: one was plugged in or pulled out, or its size or place is another. This one has none."""

    changed = Signal()

    def all(self) -> tuple[ScreenInfo, ...]:
        return ()

    def under(self, window: QWidget) -> str:
        """The key of the screen on which most of a window lies; "" when nobody knows."""
        return ""

    def cover(self, window: QWidget, key: str) -> None:
        """Show the window over all of a screen, without making it the active one."""


class SystemScreens(Screens):
    """Those of the computer."""

    def __init__(self) -> None:
        super().__init__()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._added)
            application.screenRemoved.connect(self._told)
            application.primaryScreenChanged.connect(self._told)
            for screen in application.screens():
                self._watch(screen)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._told)
        screen.physicalDotsPerInchChanged.connect(self._told)

    def _added(self, screen: QScreen) -> None:
        self._watch(screen)
        self.changed.emit()

    def _told(self, _what: object = None) -> None:
        self.changed.emit()

    def all(self) -> tuple[ScreenInfo, ...]:
        screens = QGuiApplication.screens()
        return tuple(_info(screen, number, screens) for number, screen in enumerate(screens, 1))

    def under(self, window: QWidget) -> str:
        screen: QScreen | None = window.window().screen()  # the stubs forget that there may be none
        return _key(screen, QGuiApplication.screens()) if screen is not None else ""

    def cover(self, window: QWidget, key: str) -> None:
        screens = QGuiApplication.screens()
        screen = next((s for s in screens if _key(s, screens) == key), None)
        if screen is None:
            return
        window.hide()
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        # Not showFullScreen(): that asks for the focus too.
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        window.show()


def _key(screen: QScreen, screens: Sequence[QScreen]) -> str:
    """What the device says of itself; two of the same make are told apart by the system's name."""
    made = _made(screen)
    alone = sum(_made(other) == made for other in screens) == 1
    return made if made and alone else f"{made} {screen.name()}".strip()


def _made(screen: QScreen) -> str:
    return " ".join(part for part in (screen.manufacturer(), screen.model(), screen.serialNumber()) if part)


def _info(screen: QScreen, number: int, screens: Sequence[QScreen]) -> ScreenInfo:
    box, ratio = screen.geometry(), screen.devicePixelRatio()
    words = " ".join(part for part in (screen.manufacturer(), screen.model()) if part) or f"Màn hình {number}"
    pixels = (round(box.width() * ratio), round(box.height() * ratio))
    return ScreenInfo(_key(screen, screens), words, box, pixels)
