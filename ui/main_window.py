"""The one window: navigation at the left, one page at a time, each built when first opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.look import Look
from ui.qt_later import Qt
from ui.shell.navigation import Navigation
from ui.theme import Role
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

MIN_UNITS = (120, 80)  # the window may not get smaller; above it every page keeps its words
_NARROW_UNITS = 300  # 1200 px at 100 %
_NARROW_SCALE = 1.5

#: Builds a page for a conference ("" where it belongs to none). Imports happen inside.
PageFactory = Callable[[str], QWidget]


class MainWindow(QWidget):
    """`pages` by id; `go` opens one. A page of another conference takes the place of the old one.

    A page is a widget; what else it has is used: `plain = True` (fills the window, no navigation),
    `for_all = True` (stays as it is whichever conference is open), `focus_first()`, `panes()` (what F6 walks
    along), `may_leave()` (False: it stays open).
    """

    page_shown = Signal(str, str)  # page id, conference id
    closing = Signal()

    def __init__(
        self, look: Look, pages: Mapping[str, PageFactory], *, title: str = "Đối thoại với Nhân dân"
    ) -> None:
        super().__init__()
        self._look = look
        self._factories = dict(pages)
        self._built: dict[str, tuple[str, QWidget]] = {}
        self._page_id, self._conference_id = "", ""
        self.setWindowTitle(title)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        # Pages fit themselves to the window, never the window to a page: a laptop's screen does not grow.
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.navigation = Navigation(look, frozenset(pages))
        self.navigation.go.connect(self._go_from_navigation)
        self._stack = QStackedWidget()
        self._row.addWidget(self.navigation)
        self._row.addWidget(self._stack, 1)
        self._toast: Toast | None = None
        for key, walk in (("F6", self._next_pane), ("Shift+F6", self._last_pane)):
            action = QAction(self)
            action.setProperty("shortcut", key)  # as in `ui.actions`: by property, without dear enums
            action.triggered.connect(walk)
            self.addAction(action)
        look.changed.connect(self._relook)
        self._relook()

    # --- pages --------------------------------------------------------------------------------

    @property
    def page_id(self) -> str:
        return self._page_id

    @property
    def conference_id(self) -> str:
        return self._conference_id

    @property
    def page(self) -> QWidget | None:
        return self._stack.currentWidget()

    @property
    def toast(self) -> Toast:
        """Made at the first word: it is not needed for the first paint."""
        if self._toast is None:
            self._toast = Toast(self._look, self._stack)
        return self._toast

    def built(self, page_id: str) -> QWidget | None:
        """A page that was opened before, else None."""
        found = self._built.get(page_id)
        return found[1] if found is not None else None

    def go(self, page_id: str, conference_id: str | None = None) -> QWidget | None:
        """Show a page, of the open conference where none is named; None when the old page stays."""
        wanted = self._conference_id if conference_id is None else conference_id
        old = self.page
        if old is not None and page_id != self._page_id and not _may_leave(old):
            return None
        page = self._get(page_id, wanted)
        if self._toast is not None:
            self._toast.dismiss()
            self._toast.stand_on(None)
        self._page_id, self._conference_id = page_id, wanted
        self.navigation.show_page(page_id)
        self.navigation.setVisible(not getattr(page, "plain", False))
        self._stack.setCurrentWidget(page)
        self._focus_first()
        self.page_shown.emit(page_id, wanted)
        return page

    def drop(self, page_id: str) -> None:
        """Forget a page, so that it is built anew when it is opened again."""
        found = self._built.pop(page_id, None)
        if found is not None:
            from PySide6.QtCore import QCoreApplication, QEvent

            self._stack.removeWidget(found[1])
            found[1].deleteLater()
            QCoreApplication.sendPostedEvents(found[1], QEvent.Type.DeferredDelete.value)

    def _get(self, page_id: str, conference_id: str) -> QWidget:
        found = self._built.get(page_id)
        if found is not None and (found[0] == conference_id or getattr(found[1], "for_all", False)):
            return found[1]
        self.drop(page_id)  # first: the verbs of the old page give their names free
        page = self._factories[page_id](conference_id)
        self._built[page_id] = (conference_id, page)
        self._stack.addWidget(page)
        return page

    def _go_from_navigation(self, page_id: str) -> None:
        if page_id != self._page_id:
            self.go(page_id)

    # --- focus --------------------------------------------------------------------------------

    def _focus_first(self) -> None:
        focus = getattr(self.page, "focus_first", None)
        if focus is not None:
            focus()

    def _next_pane(self) -> None:
        self._walk(1)

    def _last_pane(self) -> None:
        self._walk(-1)

    def _walk(self, way: int) -> None:
        """F6: navigation, then the panes of the page, around."""
        named = getattr(self.page, "panes", None)
        panes = [pane for pane in (named() if named is not None else ()) if pane.isVisible()]
        if self.navigation.isVisible():
            panes.insert(0, self.navigation)
        if not panes:
            return
        at = next((n for n, pane in enumerate(panes) if _holds_focus(pane)), -1 if way > 0 else 0)
        target = panes[(at + way) % len(panes)]
        if target is self.navigation:
            item = self.navigation.item(self._page_id)
            (item or self.navigation).setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            _focus_into(target)

    # --- look ---------------------------------------------------------------------------------

    def _relook(self) -> None:
        self.setMinimumSize(self._look.px(MIN_UNITS[0]), self._look.px(MIN_UNITS[1]))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._look.color(Role.SURFACE))
        self.setPalette(palette)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        few = self.width() < self._look.px(_NARROW_UNITS) or self._look.scale >= _NARROW_SCALE
        self.navigation.set_narrow(few)

    def set_icon(self) -> None:
        """The icon of window and taskbar, and the tool tips; after the first paint."""
        from PySide6.QtGui import QIcon

        self._look.dress_tool_tips()
        self.setWindowIcon(QIcon(self._look.icon("people_chat_filled", Role.ACCENT, 16)))

    def close_previews(self) -> None:
        """Let go of the papers that pages hold open; after the last task."""
        for _, page in self._built.values():
            for child in cast("Iterable[QWidget]", page.findChildren(QWidget)):
                close = getattr(child, "close_paper", None)
                if close is not None:
                    close()

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.page
        if page is not None and not _may_leave(page):
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)


def _may_leave(page: QWidget) -> bool:
    ask = getattr(page, "may_leave", None)
    return ask is None or bool(ask())


def _holds_focus(pane: QWidget) -> bool:
    focused: QWidget | None = pane.window().focusWidget()  # the stubs forget that there may be none
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))


def _focus_into(pane: QWidget) -> None:
    """The pane itself where it takes the focus, else the first thing in it that does."""
    reason = Qt.FocusReason.ShortcutFocusReason
    if pane.focusPolicy() != Qt.FocusPolicy.NoFocus or pane.focusProxy() is not None:
        pane.setFocus(reason)
        return
    for child in cast("Iterable[QWidget]", pane.findChildren(QWidget)):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
            child.setFocus(reason)
            return
