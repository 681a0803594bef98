"""The pictures in which somebody has the floor: who speaks and the clock, who is next, the step."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect

from ui.hall import frame
from ui.hall.density import Sizes
from ui.hall.parts import Pen, Tick, paragraph_height, wrapped
from ui.hall.scene import HallScreen, Scene, StepState, Upcoming
from ui.theme import Role
from ui.type_scale import Type

_SIDE_FROM = 300  # u: narrower screens have the step of the moment in one line instead
_CLOCK_EM, _BAR = 1.12, 4.0
_NAME_LINES, _STEP_LINES = 2, 4
_WORDS = (Type.HALL_NAME, Type.HALL_HEADING, Type.HALL_STRONG)


class _Way(NamedTuple):
    """One way to share the room; the first that fits is taken."""

    side: bool
    after: int
    foot: bool


_WAYS = (
    _Way(True, 2, True), _Way(True, 1, True), _Way(False, 2, True), _Way(False, 1, True),
    _Way(False, 1, False), _Way(False, 0, False),
)  # fmt: skip


class _Row(NamedTuple):
    """Words that are never cut: smaller where they have no room, at last on several lines."""

    words: str
    kind: Type
    lines: int


class _Main(NamedTuple):
    """What stands large at the left."""

    state: str
    icon: str
    words: str
    under: tuple[str, ...]


def draw(pen: Pen, sizes: Sizes, screen: HallScreen, letters: int) -> None:
    """`letters` of the clock's digits: "+10:18" takes more room than "02:34"."""
    top = frame.header(pen, sizes, screen)
    main, upcoming = _main(screen)
    ways = [w for w in _WAYS if not w.side or (pen.width >= pen.px(_SIDE_FROM) and screen.programme)]
    if not upcoming:
        ways = [way._replace(after=0) for way in ways]
    for way in ways:
        floor = _Floor(pen, sizes, screen, main, upcoming[: way.after], way, letters, top)
        if floor.needed <= floor.height or way is ways[-1]:
            floor.draw()
            return


def _main(screen: HallScreen) -> tuple[_Main, tuple[Upcoming, ...]]:
    """What is large, and who comes after that."""
    if screen.scene is Scene.SPEAKER and screen.person is not None:
        under = tuple(words for words in (capital(screen.person.place), screen.answerer) if words)
        return _Main(screen.state, screen.icon, screen.person.name, under), screen.upcoming
    if screen.scene is Scene.NEXT and screen.upcoming:
        first = screen.upcoming[0].person
        under = (capital(first.place),) if first.place else ()
        return _Main("Mời chuẩn bị phát biểu", "people", first.name, under), screen.upcoming[1:]
    number = next((i for i, r in enumerate(screen.programme, 1) if r.state is StepState.NOW), 0)
    state = f"Bước {number} trên {len(screen.programme)}" if screen.scene is Scene.STEP else ""
    return _Main(state, "clipboard_task" if state else "", screen.heading, screen.lines), ()


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class _Floor:
    """One try: measures itself first, and is drawn when it fits."""

    def __init__(
        self, pen: Pen, sizes: Sizes, screen: HallScreen, main: _Main, upcoming: tuple[Upcoming, ...],
        way: _Way, letters: int, top: int,
    ) -> None:  # fmt: skip
        self._pen, self._sizes, self._screen, self._main = pen, sizes, screen, main
        self._upcoming, self._way, self._letters, self._top = upcoming, way, letters, top
        px, look = pen.px, pen.look
        self._margin = px(sizes.margin)
        inner = pen.width - 2 * self._margin
        self._side = round(pen.width * 0.312) if way.side else 0
        self._room = inner - (self._side + px(16 if sizes.roomy else 9) if way.side else 0)
        self._strip = not way.side and bool(self._step_words())
        self._foot = way.foot and bool(screen.rule or screen.waiting)
        self.height = pen.height - top - (px(sizes.footer) if self._foot else 0)
        self._kind = self._kind_of_words()
        smaller = (sizes.place, sizes.next, sizes.row)
        self._under = [self._fitted(words, smaller, self._room) for words in main.under]
        labels = [look.width(one.label, sizes.next_label) for one in upcoming]
        self._labels = max(labels, default=0) + px(10 if sizes.roomy else 6)
        self._rows = [
            self._fitted(
                one.person.line,
                (sizes.after if number else sizes.next, sizes.row, sizes.foot),
                self._room - self._labels,
            )
            for number, one in enumerate(upcoming)
        ]
        lines = len(wrapped(look, main.words, self._kind, self._room))
        self._lines = min(lines, self._most_lines())
        self.needed = self._head_height() + self._clock_height() + self._next_height() + 2 * px(sizes.gap)

    def _fitted(self, words: str, kinds: tuple[Type, ...], room: int) -> _Row:
        look = self._pen.look
        kind = next((k for k in kinds if look.advance(words, k) <= room), kinds[-1])
        return _Row(words, kind, len(wrapped(look, words, kind, room)))

    def _most_lines(self) -> int:
        named = self._screen.timed and self._kind is Type.HALL_NAME
        return _NAME_LINES if named else _STEP_LINES

    def _kind_of_words(self) -> Type:
        """As large as a name, unless it takes too many lines."""
        look, text = self._pen.look, self._main.words
        most = _NAME_LINES if self._screen.timed else _STEP_LINES
        for kind in _WORDS:
            words = wrapped(look, text, kind, self._room)
            if len(words) <= most and not any(line.endswith("…") for line in words):
                return kind
        return _WORDS[-1]

    def _step_words(self) -> str:
        rows = self._screen.programme
        now = next(((n, r) for n, r in enumerate(rows, 1) if r.state is StepState.NOW), None)
        if now is None or self._screen.scene is Scene.STEP:
            return ""
        return f"Bước {now[0]}/{len(rows)}: {now[1].short}"

    # --- measures ------------------------------------------------------------------------------------

    def _head_height(self) -> int:
        look, sizes, px = self._pen.look, self._sizes, self._pen.px
        high = look.line(sizes.row) + px(1) if self._strip else 0
        high += look.line(sizes.state) if self._main.state else 0
        high += paragraph_height(look, self._lines, self._kind)
        return high + sum(paragraph_height(look, row.lines, row.kind) for row in self._under)

    def _clock_kind(self) -> Type:
        pen, kind = self._pen, Type.HALL_CLOCK
        beside = pen.look.width("Còn 30 giây", self._sizes.warning) + pen.px(8)
        return kind if pen.clock_width(self._letters, kind) + beside <= self._room else Type.HALL_NAME

    def _clock_height(self) -> int:
        if not self._screen.timed:
            return 0
        digits = round(_CLOCK_EM * self._pen.look.metrics.em_of(Type.HALL_CLOCK.pt))
        return digits + self._pen.px(_BAR + 3 + self._sizes.gap)

    def _next_height(self) -> int:
        if not self._upcoming:
            return 0
        look = self._pen.look
        rows = sum(paragraph_height(look, row.lines, row.kind) for row in self._rows)
        return rows + self._pen.px(self._sizes.gap)

    # --- drawing -------------------------------------------------------------------------------------

    def draw(self) -> None:
        pen, sizes, screen, px = self._pen, self._sizes, self._screen, self._pen.px
        if self._foot:
            frame.foot(pen, sizes, (screen.rule, screen.short_rule), screen.waiting)
        top = self._top + px(sizes.gap)
        bottom = self._top + self.height
        if self._way.side:
            x = pen.width - self._margin - self._side
            frame.programme(pen, sizes, QRect(x, top, self._side, bottom - top), screen.programme)
        spare = max(0, self.height - self.needed)
        y = self._draw_head(top + (min(spare // 6, px(4)) if sizes.roomy else 0))
        if screen.timed:
            self._draw_clock(y + px(sizes.gap) + min(spare // 3, px(12)))
        if self._upcoming:
            self._draw_next(bottom - px(sizes.gap) - self._next_height())

    def _draw_head(self, y: int) -> int:
        pen, sizes, main, look = self._pen, self._sizes, self._main, self._pen.look
        x, room = self._margin, self._room
        if self._strip:
            high = look.line(sizes.row)
            pen.line(QRect(x, y, room, high), self._step_words(), sizes.row, Role.TEXT2)
            y += high + pen.px(1)
        if main.state:
            high, icon = look.line(sizes.state), round(look.metrics.em_of(sizes.state.pt) * 1.1)
            pen.sign(QRect(x, y, icon, high), main.icon, Role.ACCENT, icon / look.u)
            box = QRect(x + icon + pen.px(4), y, room - icon - pen.px(4), high)
            pen.line(box, main.state, sizes.state, Role.ACCENT)
            y += high
        y += pen.paragraph((x, y, room), main.words, self._kind, most=self._most_lines())
        for row in self._under:
            y += pen.paragraph((x, y, room), row.words, row.kind, Role.TEXT2)
        return y

    def _draw_clock(self, y: int) -> None:
        pen, sizes, look, px = self._pen, self._sizes, self._pen.look, self._pen.px
        kind = self._clock_kind()
        high = round(_CLOCK_EM * look.metrics.em_of(Type.HALL_CLOCK.pt))
        wide = pen.clock_width(self._letters, kind)
        pen.running(QRect(self._margin, y, wide, high), Tick.DIGITS, kind)
        x = self._margin + wide + px(8)
        room = self._margin + self._room - x
        first, second = look.line(sizes.limit), look.line(sizes.warning)
        base = y + high - px(3) - first - second
        pen.running(QRect(x, base, room, first), Tick.LIMIT, sizes.limit, Role.TEXT2)
        pen.running(QRect(x, base + first, room, second), Tick.WORDS, sizes.warning)
        bar = QRect(self._margin, y + high + px(3), self._room, px(_BAR))
        pen.running(bar, Tick.BAR, kind)

    def _draw_next(self, y: int) -> None:
        pen, sizes, look, px = self._pen, self._sizes, self._pen.look, self._pen.px
        pen.block(QRect(self._margin, y, self._room, look.edge), Role.BORDER)
        y += px(sizes.gap)
        for one, row in zip(self._upcoming, self._rows, strict=True):
            label = QRect(self._margin, y, self._labels, look.line(row.kind))
            pen.line(label, one.label, sizes.next_label, Role.TEXT2)
            place = (self._margin + self._labels, y, self._room - self._labels)
            y += pen.paragraph(place, row.words, row.kind)
