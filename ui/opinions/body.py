"""The room of the page: the list with one pane at its side, or one of both, or the comparison instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.opinions.list_pane import ListPane
from ui.widgets.panes import HBox, Pane, VBox, follow

_BESIDE_FROM = 300  # u of the window (1200 px at 100 %); in a narrower one the panes take turns
_TURNS_FROM_SCALE = 1.5


class Body(QWidget):
    """`side` is the pane beside the list, "" for none. One that is `held` (something is being filled in)
    stands in the place of the list where both find no room, another only when it was asked for
    (`right_open`)."""

    def __init__(
        self,
        look: Look,
        above: QWidget,
        list_pane: ListPane,
        panes: Mapping[str, tuple[Pane, float]],
        compare: Pane,
    ) -> None:
        """`panes` with their widths in u beside the list; `above` stands over the list."""
        super().__init__()
        self._look, self._list, self._panes, self._compare = look, list_pane, dict(panes), compare
        self.side = ""
        self.held = self.comparing = self.right_open = False
        self.beside = True
        row = HBox(look)
        self.setLayout(row)
        self._left = Pane(look)
        left = VBox(look)
        self._left.setLayout(left)
        left.addWidget(above)
        left.addWidget(list_pane, 1)
        row.addWidget(self._left, 1)
        for pane, _ in self._panes.values():
            pane.hide()
            row.addWidget(pane)
        compare.hide()
        row.addWidget(compare, 1)
        follow(look, self.arrange)

    def show_side(self, side: str, *, held: bool, comparing: bool) -> None:
        """When the pane with the cursor goes, the cursor goes to the list."""
        before = self._with_focus()
        self.side, self.held, self.comparing = side, held, comparing
        if not side:
            self.right_open = False
        self.arrange()
        if before is not None and before.isHidden():
            self.back_to_list()

    def back_to_list(self) -> None:
        self.right_open = False
        self.arrange()
        self._list.focus_list()

    def open_side(self) -> None:
        """In the place of the list, where there is no room for both."""
        self.right_open = True
        self.arrange()

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        if self.comparing:
            return (self._compare,)
        side = self._panes.get(self.side)
        return (self._list, side[0]) if side is not None else (self._list,)

    def _with_focus(self) -> QWidget | None:
        focused: QWidget | None = self.window().focusWidget()  # the stubs forget that there may be none
        panes = [*(pane for pane, _ in self._panes.values()), self._compare]
        return next((one for one in panes if focused is not None and one.isAncestorOf(focused)), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """List and pane side by side, or one at a time in a narrow window or with large letters."""
        look = self._look
        self.beside = self.window().width() >= look.px(_BESIDE_FROM) and look.scale < _TURNS_FROM_SCALE
        right = bool(self.side) and (self.beside or self.held or self.right_open) and not self.comparing
        for name, (pane, wide) in self._panes.items():
            alone = getattr(pane, "set_alone", None)
            if alone is not None:
                alone(not self.beside)
            pane.set_width(wide if self.beside else None)
            pane.setVisible(right and name == self.side)
        self._left.setVisible(not self.comparing and (self.beside or not right))
        self._compare.setVisible(self.comparing)
