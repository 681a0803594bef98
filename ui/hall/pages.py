"""The pictures that are read: welcome, the whole programme, the rules of the house, thanks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect

from ui.hall import frame
from ui.hall.density import Sizes
from ui.hall.parts import Pen, paragraph_height, wrapped
from ui.hall.scene import Fact, HallScreen, Scene, StepState
from ui.theme import Role
from ui.type_scale import Type

_LARGE = (Type.HALL_NAME, Type.HALL_HEADING, Type.HALL_STRONG, Type.HALL_ROW_STRONG)
_READ = (Type.HALL, Type.HALL_ROW, Type.HALL_SMALL)
_CENTRED = 0.86  # of the width for words in the middle


class _Entry(NamedTuple):
    """One paragraph of a list: `mark` is its number, or the state of a step."""

    mark: str
    words: str
    under: str = ""
    state: StepState | None = None


def draw(pen: Pen, sizes: Sizes, screen: HallScreen) -> None:
    top = frame.header(pen, sizes, screen, titled=screen.scene is not Scene.WELCOME)
    if screen.scene in (Scene.WELCOME, Scene.THANKS):
        _centred(pen, sizes, screen, top)
        return
    if screen.scene is Scene.PROGRAMME:
        entries = [_Entry("", row.text, row.lead, row.state) for row in screen.programme]
    else:
        entries = [_Entry(f"{number}.", words) for number, words in enumerate(screen.lines, 1)]
    _List(pen, sizes, entries, top).draw(screen.heading, screen.page)


# --- in the middle -----------------------------------------------------------------------------------


def _centred(pen: Pen, sizes: Sizes, screen: HallScreen, top: int) -> None:
    """A welcome: small words, the large name, facts. Thanks: the large words, then a sentence."""
    look, px = pen.look, pen.px
    room = round(pen.width * _CENTRED)
    x, space = (pen.width - room) // 2, pen.height - top - 2 * px(sizes.gap)
    welcome = screen.scene is Scene.WELCOME
    small = sizes.next_label if welcome else (Type.HALL if sizes.roomy else Type.HALL_ROW)
    large = screen.lines[0] if welcome and screen.lines else screen.heading
    above = screen.heading if welcome else ""
    below = () if welcome else screen.lines
    gap = px(12 if sizes.roomy else 5)

    def high(words: str, kind: Type) -> int:
        return paragraph_height(look, len(wrapped(look, words, kind, room)), kind) if words else 0

    facts = _Facts(pen, sizes, screen.facts, room)
    small_high = high(above, small) + sum(high(words, small) for words in below)
    most = 4 if welcome else 3
    kind = next(
        (
            k
            for k in _LARGE
            if len(wrapped(look, large, k, room)) <= most
            and high(large, k) + small_high + facts.height + 2 * gap <= space
        ),
        _LARGE[-1],
    )
    total = high(large, kind) + small_high + facts.height + gap * (1 + bool(screen.facts))
    y = top + px(sizes.gap) + max(0, (space - total) // 2)
    if above:
        y += pen.paragraph((x, y, room), above, small, Role.TEXT2, align="c") + px(2)
    y += pen.paragraph((x, y, room), large, kind, Role.ACCENT if welcome else Role.TEXT, align="c") + gap
    for words in below:
        y += pen.paragraph((x, y, room), words, small, Role.TEXT2, align="c")
    facts.draw(x, y)


class _Facts:
    """Labelled lines, set in the middle as one block; as many as there is room for."""

    def __init__(self, pen: Pen, sizes: Sizes, facts: Sequence[Fact], room: int) -> None:
        self._pen, self._facts = pen, facts
        look = pen.look
        self._kind = Type.HALL if sizes.roomy else Type.HALL_ROW
        self._label = Type.HALL_LABEL if sizes.roomy else Type.HALL_SMALL
        self._labels = max((look.width(f.label, self._label) for f in facts), default=0)
        self._labels += pen.px(10 if sizes.roomy else 6)
        longest = max((look.width(f.text, self._kind) for f in facts), default=0)
        self._texts = min(longest, room - self._labels)
        self._room = room
        self.height = sum(
            paragraph_height(look, len(wrapped(look, f.text, self._kind, self._texts)), self._kind)
            for f in facts
        )

    def draw(self, x: int, y: int) -> None:
        pen, look = self._pen, self._pen.look
        x += (self._room - self._labels - self._texts) // 2
        for fact in self._facts:
            label = QRect(x, y, self._labels, look.line(self._kind))
            pen.line(label, fact.label, self._label, Role.TEXT2)
            y += pen.paragraph((x + self._labels, y, self._texts), fact.text, self._kind)


# --- lists -------------------------------------------------------------------------------------------


class _Setting(NamedTuple):
    kind: Type
    columns: int
    under: bool


class _List:
    """Paragraphs in the largest type in which all are seen at once, in one column or two; else in pages."""

    def __init__(self, pen: Pen, sizes: Sizes, entries: Sequence[_Entry], top: int) -> None:
        self._pen, self._sizes, self._entries = pen, sizes, entries
        self._margin = pen.px(sizes.margin)
        self._top = top + pen.px(sizes.gap)
        self._head = pen.look.line(sizes.next)
        self._high = pen.height - self._top - self._head - 2 * pen.px(sizes.gap)
        kinds = _READ if sizes.roomy else _READ[1:]
        tries = [
            _Setting(kind, columns, under)
            for under in ((True, False) if any(e.under for e in entries) else (False,))
            for kind in kinds
            for columns in (1, 2)
            if columns == 1 or pen.width >= pen.px(300)
        ]
        self._setting = next((t for t in tries if len(self._pages(t)) <= 1), tries[-1])

    def _columns_width(self, columns: int) -> int:
        inner = self._pen.width - 2 * self._margin
        return (inner - (columns - 1) * self._pen.px(12)) // columns

    def _mark_width(self, kind: Type) -> int:
        return self._pen.look.width("00.", kind) + self._pen.px(3)

    def _entry_height(self, entry: _Entry, setting: _Setting) -> int:
        look = self._pen.look
        room = self._columns_width(setting.columns) - self._mark_width(setting.kind)
        high = paragraph_height(look, len(wrapped(look, entry.words, setting.kind, room)), setting.kind)
        if setting.under and entry.under:
            high += look.line(Type.HALL_SMALL)
        return high + self._pen.px(self._sizes.row_gap / 2)

    def _pages(self, setting: _Setting) -> list[list[list[_Entry]]]:
        """Pages of columns of entries, filled in order."""
        columns: list[list[_Entry]] = [[]]
        used = 0
        for entry in self._entries:
            high = self._entry_height(entry, setting)
            if used + high > self._high and columns[-1]:
                columns.append([])
                used = 0
            columns[-1].append(entry)
            used += high
        step = setting.columns
        if step == 2 and len(columns) == 2:
            columns = self._balanced(setting)
        return [columns[at : at + step] for at in range(0, len(columns), step)]

    def _balanced(self, setting: _Setting) -> list[list[_Entry]]:
        """Two columns of much the same height; the left one is never the lower one."""
        highs = [self._entry_height(entry, setting) for entry in self._entries]
        left = 0
        for at, high in enumerate(highs):
            left += high
            if left >= sum(highs) - left:
                if left > self._high:
                    break
                return [list(self._entries[: at + 1]), list(self._entries[at + 1 :])]
        half = (len(highs) + 1) // 2
        return [list(self._entries[:half]), list(self._entries[half:])]

    def draw(self, heading: str, page: int) -> None:
        pen, sizes = self._pen, self._sizes
        pages = self._pages(self._setting)
        at = page % len(pages)
        inner = pen.width - 2 * self._margin
        title = QRect(self._margin, self._top, inner, self._head)
        pen.line(title, heading, sizes.next, Role.TEXT2)
        if len(pages) > 1:
            pen.line(title, f"Trang {at + 1}/{len(pages)}", sizes.foot_strong, Role.TEXT2, "r")
        x = self._margin
        wide = self._columns_width(self._setting.columns)
        for column in pages[at]:
            y = self._top + self._head + pen.px(sizes.gap)
            for entry in column:
                self._draw_entry(entry, QRect(x, y, wide, self._entry_height(entry, self._setting)))
                y += self._entry_height(entry, self._setting)
            x += wide + pen.px(12)

    def _draw_entry(self, entry: _Entry, box: QRect) -> None:
        pen, look, setting = self._pen, self._pen.look, self._setting
        gap = pen.px(self._sizes.row_gap / 2)
        mark = self._mark_width(setting.kind)
        now = entry.state is StepState.NOW
        if now:
            edge = pen.px(2)
            back = QRect(box.x() - edge, box.y(), box.width() + 2 * edge, box.height())
            pen.block(back, Role.ACCENT_SOFT, 1.5)
        y = box.y() + gap // 2
        first = QRect(box.x(), y, mark, look.line(setting.kind))
        if entry.state is not None:
            side = round(look.metrics.em_of(setting.kind.pt) * 1.1)
            frame.step_sign(pen, QRect(box.x(), y, side, first.height()), entry.state)
        else:
            pen.line(first, entry.mark, setting.kind, Role.TEXT2)
        role = Role.ACCENT if now else Role.TEXT2 if entry.state is StepState.DONE else Role.TEXT
        room = box.width() - mark
        y += pen.paragraph((box.x() + mark, y, room), entry.words, setting.kind, role)
        if setting.under and entry.under:
            under = QRect(box.x() + mark, y, room, look.line(Type.HALL_SMALL))
            pen.line(under, entry.under, Type.HALL_SMALL, Role.TEXT2)
