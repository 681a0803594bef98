"""Between the page and the card that asks why it is frozen again, or with gaps (M3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.end.desk import MinutesDesk
from ui.end.frame import EndFrame
from ui.end.screen import EndData, EndScreen, Phase

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_KEEP_MS = 600  # from the last letter until the reason is kept


class FreezeSide(QObject):
    """`asked`: why it is frozen with gaps is being asked. `redraw` shows the page again."""

    def __init__(
        self, frame: EndFrame, desk: MinutesDesk, redraw: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._redraw = frame, desk, redraw
        self.asked = False
        self._busy = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_KEEP_MS)
        self._later.timeout.connect(self._keep)
        frame.freeze.wanted.connect(self._freeze)
        frame.freeze.left.connect(self._leave)
        frame.freeze.typed.connect(self._typed)
        frame.foot.force.connect(self._ask)

    def show(self, screen: EndScreen, data: EndData, busy: str) -> None:
        """Over the lists, in the state that needs it."""
        card, self._busy = self._frame.freeze, busy
        self.asked = self.asked and screen.phase is Phase.CHECK
        shown = (screen.phase is Phase.CHANGED or self.asked) and not data.viewed
        if shown and not card.isVisibleTo(self._frame):
            card.set_reason(data.reason)
        if screen.phase is Phase.CHANGED:
            card.show_corrections(data.version + 1, data.corrections)
        elif self.asked:
            card.show_gaps(len(data.check.missing))
        card.setVisible(shown)
        card.lock(busy)

    def done(self) -> None:
        """It was frozen: card and "Vẫn chốt…" go with the state that they belong to."""
        self.asked = False
        foot, card = self._frame.foot, self._frame.freeze
        focused: QWidget | None = self._frame.window().focusWidget()
        if focused is foot.force_button or (focused is not None and card.isAncestorOf(focused)):
            foot.button.setFocus()
        card.reason.set_value("")

    def _ask(self) -> None:
        self.asked = True
        self._redraw()
        self._frame.freeze.focus_reason()

    def _leave(self) -> None:
        self.asked = False
        self._redraw()
        self._frame.foot.force_button.setFocus()

    def _freeze(self, reason: str) -> None:
        if not self._busy:
            self._later.stop()
            self._desk.freeze(reason)

    def _typed(self, _words: str) -> None:
        self._later.start()

    def keep_now(self) -> None:
        """The page is left: what stands there half typed is kept at once."""
        if self._later.isActive():
            self._later.stop()
            self._keep()

    def _keep(self) -> None:
        self._desk.keep_reason(self._frame.freeze.reason.value())
