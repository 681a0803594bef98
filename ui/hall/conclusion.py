"""The picture of one conclusion of the chair: as large as it can be read at once, else in pages (L8, L10)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect

from ui.hall import frame
from ui.hall.density import Sizes
from ui.hall.parts import Pen, paragraph_height, pitch, wrapped
from ui.hall.scene import HallScreen
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type

_KINDS = (Type.HALL_HEADING, Type.HALL_PLACE, Type.HALL, Type.HALL_LABEL)
_ICON = "gavel"


def draw(pen: Pen, sizes: Sizes, screen: HallScreen) -> None:
    top = frame.header(pen, sizes, screen)
    _Conclusion(pen, sizes, screen, top).draw()


def pages(look: Look, sizes: Sizes, screen: HallScreen, width: int, height: int) -> int:
    """On how many pages it stands."""
    pen = Pen(look, width, height)
    top = frame.header(pen, sizes, screen)
    return len(_Conclusion(pen, sizes, screen, top).pages)


class _Laid(NamedTuple):
    kind: Type
    pages: list[list[str]]


class _Conclusion:
    """State above, the words in the middle, unit and day below on every page."""

    def __init__(self, pen: Pen, sizes: Sizes, screen: HallScreen, top: int) -> None:
        self._pen, self._sizes, self._screen = pen, sizes, screen
        px, look = pen.px, pen.look
        self._margin = px(sizes.margin)
        self._room = pen.width - 2 * self._margin
        self._top = top + px(sizes.gap)
        self._head = look.line(sizes.state) + px(sizes.gap)
        self._facts = self._facts_height()
        self._high = pen.height - self._top - self._head - self._facts - 2 * px(sizes.gap)
        self._laid = self._lay(screen.lines[0] if screen.lines else screen.heading)

    @property
    def pages(self) -> list[list[str]]:
        return self._laid.pages

    def _lay(self, words: str) -> _Laid:
        """The largest type in which all lines are seen at once; in the smallest pages of much one length."""
        look = self._pen.look
        for kind in _KINDS:
            lines = wrapped(look, words, kind, self._room)
            cut = any(line.endswith("…") and not words.endswith("…") for line in lines)
            if not cut and paragraph_height(look, len(lines), kind) <= self._high:
                return _Laid(kind, [lines])
        kind = _KINDS[-1]
        lines = wrapped(look, words, kind, self._room)
        most = max(1, 1 + (self._high - look.line(kind)) // pitch(look, kind))
        count = -(-len(lines) // most)
        each = -(-len(lines) // count)
        return _Laid(kind, [lines[at : at + each] for at in range(0, len(lines), each)])

    # --- unit and day --------------------------------------------------------------------------------

    def _labels(self) -> int:
        look, sizes = self._pen.look, self._sizes
        widest = max((look.width(f.label, sizes.next_label) for f in self._screen.facts), default=0)
        return widest + self._pen.px(8)

    def _facts_height(self) -> int:
        facts = self._screen.facts
        if not facts:
            return 0
        look, kind = self._pen.look, self._sizes.next
        room = self._room - self._labels()
        lines = sum(paragraph_height(look, len(wrapped(look, f.text, kind, room)), kind) for f in facts)
        return lines + self._pen.px(2 * self._sizes.gap)

    # --- drawing -------------------------------------------------------------------------------------

    def draw(self) -> None:
        pen, sizes, screen, look, px = self._pen, self._sizes, self._screen, self._pen.look, self._pen.px
        x, y, high = self._margin, self._top, look.line(sizes.state)
        icon = round(look.metrics.em_of(sizes.state.pt) * 1.1)
        pen.sign(QRect(x, y, icon, high), _ICON, Role.ACCENT, icon / look.u)
        beside = x + icon + px(4)
        count = len(self._laid.pages)
        at = screen.page % count
        paged = f"Trang {at + 1}/{count}" if count > 1 else ""
        taken = look.width(paged, sizes.foot_strong) + px(8) if paged else 0
        pen.line(
            QRect(beside, y, self._room - (beside - x) - taken, high), screen.state, sizes.state, Role.ACCENT
        )
        if paged:
            box = QRect(x + self._room - taken, y, taken, high)
            pen.line(box, paged, sizes.foot_strong, Role.TEXT2, "r")
        lines = self._laid.pages[at]
        kind = self._laid.kind
        spare = max(0, self._high - paragraph_height(look, len(lines), kind))
        y += self._head + min(spare // 3, px(16))
        for number, line in enumerate(lines):
            pen.line(QRect(x, y + number * pitch(look, kind), self._room, look.line(kind)), line, kind)
        self._draw_facts()

    def _draw_facts(self) -> None:
        pen, sizes, look, px = self._pen, self._sizes, self._pen.look, self._pen.px
        if not self._screen.facts:
            return
        y = pen.height - self._facts
        pen.block(QRect(self._margin, y, self._room, look.edge), Role.BORDER)
        y += px(sizes.gap)
        labels = self._labels()
        for fact in self._screen.facts:
            label = QRect(self._margin, y, labels, look.line(sizes.next))
            pen.line(label, fact.label, sizes.next_label, Role.TEXT2)
            place = (self._margin + labels, y, self._room - labels)
            y += pen.paragraph(place, fact.text, sizes.next)
