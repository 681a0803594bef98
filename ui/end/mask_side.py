"""Between the page and the list of what the posted copy leaves out: seen first, more or less of it (M2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dialogue_desktop.domain.records import Opinion
from ui.end.desk import MinutesDesk
from ui.end.frame import EndFrame
from ui.end.mask_words import masked_key
from ui.end.screen import CopyPages, EndData, EndScreen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class MaskSide(QObject):
    """`copy` gives the chosen copy; `refresh` reads the page again."""

    def __init__(
        self,
        frame: EndFrame,
        desk: MinutesDesk,
        copy: Callable[[], CopyPages | None],
        refresh: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._copy, self._refresh = frame, desk, copy, refresh
        self._screen: EndScreen | None = None
        self._data: EndData | None = None
        self._then: Callable[[], None] | None = None
        frame.copies.masks_wanted.connect(self.open)
        frame.privacy.accepted.connect(self._seen)
        frame.privacy.left.connect(self._leave)
        frame.privacy.hidden.connect(self._hide)
        frame.privacy.withheld.connect(self._withhold)
        frame.privacy.placed.connect(self._turn_to)

    def show(self, screen: EndScreen, data: EndData) -> None:
        """The page as it is now."""
        self._screen, self._data = screen, data
        if self._frame.privacy_shown:
            self._frame.privacy.show_masked(screen.masked, data.shown.records, self._accept())

    def _accept(self) -> str:
        if self._then is None or self._screen is None:
            return "Đã xem danh sách"
        words = self._screen.foot.words
        return f"Đã xem, {words[:1].lower()}{words[1:]}"

    def open(self, then: Callable[[], None] | None = None, *, opinion_id: str = "") -> None:
        """In the place of the lists, beside the posted copy; `then` follows when it was seen."""
        if self._screen is None or self._data is None:
            return
        self._then = then
        at = next((k for k, card in enumerate(self._screen.cards) if card.purpose.posted), None)
        if at is not None:
            self._frame.copies.choose(at)
        self._frame.privacy.show_masked(self._screen.masked, self._data.shown.records, self._accept())
        self._frame.show_privacy(True)
        if opinion_id:
            self._frame.privacy.go_to(opinion_id)

    def _seen(self) -> None:
        if self._screen is None:
            return
        then, self._then = self._then, None

        def noted() -> None:
            self._close()
            self._refresh()
            if then is not None:
                then()

        self._desk.note_masks(masked_key(self._screen.masked), noted)

    def _leave(self) -> None:
        self._then = None
        self._close()

    def _close(self) -> None:
        self._frame.show_privacy(False)
        foot = self._frame.foot.button
        if foot.isEnabled():
            foot.setFocus()
        else:
            self._frame.focus_first()

    def _hide(self, opinion_id: str, parts: tuple[str, ...]) -> None:
        self._desk.edit_opinion(opinion_id, "Đã đổi đoạn che trên bản niêm yết", hidden_parts=parts)

    def _withhold(self, opinion_id: str, withheld: bool) -> None:
        said = "Ý kiến này không niêm yết" if withheld else "Ý kiến này được niêm yết lại"
        self._desk.edit_opinion(opinion_id, said, withheld=withheld)

    def _turn_to(self, opinion: Opinion) -> None:
        """The page on which an opinion begins, where the pages are seen."""
        copy = self._copy()
        if copy is not None and self._data is not None:
            self._frame.pages.turn_to(copy, opinion, self._data.shown.records)
