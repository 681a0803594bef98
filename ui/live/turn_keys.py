"""The verbs of several opinions and several answers: what their keys and chips do on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ui.live import verbs
from ui.live.drawers.side_host import Side

if TYPE_CHECKING:
    from ui.live.page import LivePage


class TurnVerbs:
    """Reads the boxes, speaks to the presenter, and puts the cursor where the next word belongs."""

    def __init__(
        self, page: LivePage, open_side: Callable[[Side], None], close_side: Callable[[], None]
    ) -> None:
        self._page, self._open_side, self._close_side = page, open_side, close_side

    def reactions(self) -> dict[str, Callable[[], object]]:
        page = self._page
        return {
            verbs.SPLIT.id: self._split,
            verbs.MORE.id: lambda: page.live().answer_more(),
            verbs.JOINT.id: self._joint,
            verbs.EARLIER.id: lambda: page.live().walk(-1),
            verbs.LATER.id: lambda: page.live().walk(+1),
            verbs.UNANSWERED.id: lambda: page.live().next_unanswered(),
            verbs.COLLECTED.id: lambda: page.live().next_collected(),
            verbs.MATCH_ON.id: lambda: page.live().next_prepared(+1),
            verbs.MATCH_BACK.id: lambda: page.live().next_prepared(-1),
            verbs.TIE.id: lambda: page.live().tie(),
        }

    def connect(self) -> None:
        page = self._page
        page.work.opinion.chips.wanted.connect(lambda opinion_id: page.live().go_to(opinion_id))
        page.side.joint.chosen.connect(self._joined)
        page.side.joint.parted.connect(self._parted)

    def _split(self) -> None:
        """Ctrl+T: at the cursor of the opinion box, or what is marked there."""
        page = self._page
        editor = page.work.opinion.editor
        text, cursor = editor.toPlainText(), editor.textCursor()
        start, end = (_letters(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        if page.live().split(start, end):
            cursor = editor.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            editor.setTextCursor(cursor)
            editor.ensureCursorVisible()

    def _joint(self) -> None:
        page = self._page
        if page.side.side is Side.JOINT and page.frame.side_open:
            self._close_side()
            return
        view = page.live().joint()
        if view is not None:
            page.side.joint.show_view(view)
            self._open_side(Side.JOINT)

    def _joined(self, others: Sequence[str]) -> None:
        self._page.frame.close_side()
        self._page.live().answer_jointly(others)

    def _parted(self) -> None:
        self._page.frame.close_side()
        self._page.live().answer_apart()


def _letters(text: str, place: int) -> int:
    """Qt counts a letter outside the first plane as two."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))
