"""From a list to the papers made from it: a menu that leads to their page with what is chosen (C10, C11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class PaperWay:
    """One entry of the menu: a document of the core by `name`, for those of `only` or for all."""

    words: str
    name: str
    only: tuple[str, ...] = ()


class PaperWays(QObject):
    """`wanted` carries the name of a paper and for whom it is."""

    wanted = Signal(str, tuple)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner

    def offer(self, ways: Sequence[PaperWay], below: QWidget) -> None:
        """The menu under a button."""
        menu = QMenu(self._owner)
        menu.setObjectName("papers")
        for way in ways:
            action = menu.addAction(way.words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, one=way: self.wanted.emit(one.name, one.only))
        menu.aboutToHide.connect(menu.deleteLater)
        corner = below.mapToGlobal(QPoint(below.width() - menu.sizeHint().width(), below.height()))
        menu.popup(corner)
        menu.setActiveAction(menu.actions()[0])
