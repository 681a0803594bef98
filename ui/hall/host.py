"""Keeps the window on the second screen: opens it, follows the plug, never lets it fall on the operator."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

from ui.hall.canvas import HallCanvas
from ui.hall.density import FULL_SIZE
from ui.hall.presenter import HallPresenter
from ui.hall.scene import HallScreen
from ui.hall.screens import ScreenInfo, Screens, chosen, usable
from ui.hall.window import HallWindow, PreviewWindow
from ui.look import Look

PULLED = "Màn hình hội trường đã ngắt. Khi cắm lại, chương trình chiếu tiếp."
COVERED = "Cửa sổ làm việc đang nằm trên màn hình hội trường nên chưa chiếu ở đó."
BACK = "Đã chiếu lại lên màn hình hội trường."


class HallHost(QObject):
    """`changed`: shown, hidden, or another choice of screens. `said`: a line for the operator.

    `remember` gets the key of a screen that the operator chose. While the hall is wanted it comes back by
    itself when the screen does: after a loose plug, after the computer slept.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(
        self,
        operator: QWidget,
        look: Look,
        screens: Screens,
        presenter: HallPresenter,
        remember: Callable[[str], None] = lambda key: None,
    ) -> None:
        super().__init__(operator)
        self._operator, self._look, self._screens = operator, look, screens
        self._presenter, self._remember = presenter, remember
        self._window: HallWindow | None = None
        self._preview: PreviewWindow | None = None
        self._views: list[HallCanvas] = []
        self._wanted, self._key, self._last = False, "", ""
        self._watched: QObject | None = None
        presenter.changed = self._show_screen
        screens.changed.connect(self._screens_changed)
        # Size and place of a new screen settle a moment after it is announced.
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.settle)
        operator.destroyed.connect(self._forget)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._focus_went)

    # --- what there is -------------------------------------------------------------------------------

    @property
    def window(self) -> HallWindow | None:
        """The window while it is on a screen."""
        return self._window

    @property
    def preview_window(self) -> PreviewWindow | None:
        return self._preview

    @property
    def shown_on(self) -> ScreenInfo | None:
        if self._window is None:
            return None
        return next((s for s in self._screens.all() if s.key == self._key), None)

    @property
    def wanted(self) -> bool:
        """On view, or waiting for its screen to come back."""
        return self._wanted

    @property
    def in_use(self) -> bool:
        """Somebody sees the picture: the hall, or the operator in a small view."""
        return any(view.isVisible() for view in self._all_views())

    def choices(self) -> tuple[ScreenInfo, ...]:
        """Screens that may show the hall."""
        return usable(self._screens.all(), self._screens.under(self._operator))

    @property
    def certain(self) -> bool:
        """Only one screen can be meant: there is but one, or it is the one used before."""
        free = self.choices()
        return len(free) == 1 or any(screen.key == self._last for screen in free)

    def conclusion_pages(self) -> int:
        """On how many pages the hall sees the conclusion."""
        return self._window.canvas.conclusion_pages() if self._window is not None else 1

    def set_last(self, key: str) -> None:
        """The screen that was used on another day."""
        self._last = key

    def pixels(self) -> QSize:
        """Of the screen that shows the hall, or would."""
        screen = self.shown_on or chosen(self._screens.all(), self._screens.under(self._operator), self._last)
        return QSize(*screen.pixels) if screen is not None else QSize(*FULL_SIZE)

    # --- opening and closing -------------------------------------------------------------------------

    def show(self, key: str = "") -> bool:
        """On the screen named, or the usual one; False where there is no second screen."""
        if key:
            self._last = key
        screen = chosen(self._screens.all(), self._screens.under(self._operator), self._last)
        if screen is None:
            self.changed.emit()
            return False
        self._wanted = True
        self._watch_operator()
        if key:
            self._remember(screen.key)
        self._close_preview()
        self._put_on(screen)
        return True

    def _watch_operator(self) -> None:
        """Her window may be pulled over to the hall's screen."""
        handle: QWindow | None = self._operator.window().windowHandle()  # None before it is first shown
        if handle is not None and handle is not self._watched:
            handle.screenChanged.connect(self._screens_changed)
            self._watched = handle

    def hide(self) -> None:
        """The operator takes it away."""
        self._wanted = False
        self._take_off()
        self._close_preview()
        self.changed.emit()

    def open_preview(self) -> None:
        """The same picture in a small window of the operator's."""
        if self._preview is None:
            preview = PreviewWindow(self._look.another(), self.pixels(), self._operator, self._look.u)
            preview.closed.connect(self._close_preview)
            self._preview = preview
            self._fill(preview.canvas)
        self._preview.show()
        self.changed.emit()

    def small_view(self) -> HallCanvas:
        """A view for a drawer, kept up to date as the window is."""
        view = HallCanvas(self._look.another(), pixels=self.pixels())
        self._views.append(view)
        self._fill(view)
        return view

    def _put_on(self, screen: ScreenInfo) -> None:
        if self._window is None:
            self._window = HallWindow(self._look.another())
            self._window.installEventFilter(self)
            self._fill(self._window.canvas)
        if self._key != screen.key or self._window.geometry() != screen.box or self._window.isHidden():
            self._key = screen.key
            self._screens.cover(self._window, screen.key)
        self._resize_views()
        self.changed.emit()

    def _take_off(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.removeEventFilter(self)
            window.hide()  # at once: what follows may take a moment
            window.deleteLater()
        self._key = ""

    def _close_preview(self) -> None:
        preview, self._preview = self._preview, None
        if preview is not None:
            preview.closed.disconnect(self._close_preview)
            preview.hide()
            preview.deleteLater()
            self.changed.emit()

    def _forget(self) -> None:
        """The page goes: nothing of it stays on the projector."""
        self._wanted = False
        self._take_off()

    # --- the plug ------------------------------------------------------------------------------------

    def _screens_changed(self) -> None:
        self.settle()
        self._again.start()

    def settle(self) -> None:
        """Put the window where it belongs now, or take it away."""
        if not self._wanted:
            self._resize_views()
            self.changed.emit()
            return
        free = self.choices()
        was = self._window is not None
        kept = self._key or self._last
        screen = next((s for s in free if s.key == kept), None)
        if screen is None and was:
            # Its screen has gone. Another one may be somebody's own: the operator chooses, not a plug.
            there = any(s.key == self._key for s in self._screens.all())
            self._last = self._key
            self._take_off()
            self.said.emit(COVERED if there else PULLED)
            self.changed.emit()
            return
        if screen is None:
            return
        self._put_on(screen)
        if not was:
            self.said.emit(BACK)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The system moved the window by itself: on to the operator's screen it must not come."""
        window = self._window
        moved = event.type() in (QEvent.Type.Move, QEvent.Type.WindowStateChange)
        if moved and window is not None and watched is window:
            own = next((s for s in self._screens.all() if s.key == self._screens.under(self._operator)), None)
            if own is not None and window.geometry().intersects(own.box):
                window.hide()
                self._again.start()
        return False

    def _focus_went(self, window: QWindow | None) -> None:
        """Some window managers give the keys to every new window: back to where one types."""
        own = [view.windowHandle() for view in (self._window, self._preview) if view is not None]
        if window is not None and window in own:
            self._operator.window().activateWindow()

    # --- the picture ---------------------------------------------------------------------------------

    def tick(self) -> None:
        """The clocks, several times a second."""
        views = [view for view in self._all_views() if view.isVisible()]
        if views:
            clock = self._presenter.clock()
            for view in views:
                view.show_clock(clock)

    def _all_views(self) -> list[HallCanvas]:
        found = list(self._views)
        if self._window is not None:
            found.append(self._window.canvas)
        if self._preview is not None:
            found.append(self._preview.canvas)
        return found

    def _show_screen(self, screen: HallScreen) -> None:
        for view in self._all_views():
            view.show_screen(screen)
            view.show_clock(self._presenter.clock())
        self.changed.emit()

    def _fill(self, view: HallCanvas) -> None:
        view.show_screen(self._presenter.screen)
        view.show_clock(self._presenter.clock())

    def _resize_views(self) -> None:
        pixels = self.pixels()
        for view in self._views:
            view.set_pixels(pixels)
