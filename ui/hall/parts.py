"""What a picture of the hall is made of: pieces with their places, and the pen that sets them down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QRect

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.digits import digits_width

#: Lines of one sentence stand 1.4 em apart: enough for Ể over Ệ (see `ui.type_scale`).
_PITCH_EM = 1.4


class Tick(StrEnum):
    """Which part of the clock a piece shows; it is drawn again with each change of it."""

    DIGITS = "digits"
    LIMIT = "limit"
    WORDS = "words"
    BAR = "bar"
    WALL = "wall"


@dataclass(frozen=True, slots=True)
class Text:
    """One line; `align` "l", "c" or "r"."""

    box: QRect
    words: str
    kind: Type
    role: Role = Role.TEXT
    align: str = "l"


@dataclass(frozen=True, slots=True)
class Block:
    """A filled place; `radius` in u."""

    box: QRect
    role: Role
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon, `units` u wide, in the middle of its box."""

    box: QRect
    name: str
    role: Role
    units: float


@dataclass(frozen=True, slots=True)
class Running:
    """A place for something that ticks."""

    box: QRect
    shows: Tick
    kind: Type = Type.HALL_CLOCK
    role: Role = Role.TEXT


Piece = Text | Block | Sign | Running


_PLACES = frozenset(("thôn", "xóm", "bản", "làng", "ấp", "buôn", "khu", "tổ", "phố", "xã", "phường"))


def _named(word: str) -> bool:
    """ "Thượng", "Ế", but not "UBND": part of a name of a person or a place."""
    return word[:1].isupper() and (len(word) == 1 or not word.isupper())


def _units(look: Look, text: str, kind: Type, room: int) -> list[str]:
    """Words, with those of one name together: "thôn Thượng Vĩnh Ổn", "Nguyễn Thị Thanh Nguyệt"."""
    units: list[list[str]] = []
    for word in text.split():
        last = units[-1][-1] if units else ""
        goes_on = last[-1:].isalpha() and _named(word) and (_named(last) or last.lower() in _PLACES)
        if goes_on and look.advance(" ".join((*units[-1], word)), kind) <= room:
            units[-1].append(word)
        else:
            units.append([word])
    return [" ".join(unit) for unit in units]


def wrapped(look: Look, text: str, kind: Type, room: int) -> list[str]:
    """The words in lines that fit into `room` pixels, never broken inside a name that has room on one line;
    a word that is wider than that is cut."""
    lines: list[str] = []
    line = ""
    for word in _units(look, text, kind, room):
        longer = f"{line} {word}" if line else word
        if line and look.advance(longer, kind) > room:
            lines.append(line)
            longer = word
        line = longer
    if line:
        lines.append(line)
    return [look.elided(one, kind, room) for one in lines]


def balanced(look: Look, text: str, kind: Type, room: int) -> list[str]:
    """As many lines as `wrapped` makes, but of much the same width: for words in the middle."""
    lines = wrapped(look, text, kind, room)
    # Never narrower than the longest name: it would be broken.
    longest = max((ceil(look.advance(unit, kind)) for unit in _units(look, text, kind, room)), default=0)
    low, high = max(room // max(1, len(lines)), longest - 1), room
    while low + 1 < high:
        middle = (low + high) // 2
        found = wrapped(look, text, kind, middle)
        if len(found) > len(lines) or any(line.endswith("…") for line in found):
            low = middle
        else:
            high, lines = middle, found
    return lines


def pitch(look: Look, kind: Type) -> int:
    """From one line to the next."""
    return ceil(_PITCH_EM * look.metrics.em_of(kind.pt))


def paragraph_height(look: Look, lines: int, kind: Type) -> int:
    return look.line(kind) + (lines - 1) * pitch(look, kind) if lines else 0


class Pen:
    """Collects the pieces of one picture of `width` × `height` pixels."""

    def __init__(self, look: Look, width: int, height: int) -> None:
        self.look, self.width, self.height = look, width, height
        self.pieces: list[Piece] = []

    def px(self, units: float) -> int:
        return self.look.px(units)

    def block(self, box: QRect, role: Role, radius: float = 0) -> None:
        self.pieces.append(Block(box, role, radius))

    def sign(self, box: QRect, name: str, role: Role, units: float) -> None:
        self.pieces.append(Sign(box, name, role, units))

    def running(self, box: QRect, shows: Tick, kind: Type, role: Role = Role.TEXT) -> None:
        self.pieces.append(Running(box, shows, kind, role))

    def line(self, box: QRect, words: str, kind: Type, role: Role = Role.TEXT, align: str = "l") -> None:
        """One line in the middle of the box's height, ended by "…" where it is too long."""
        words = self.look.elided(words, kind, box.width())
        self.pieces.append(Text(box, words, kind, role, align))

    def paragraph(
        self,
        place: tuple[int, int, int],
        words: str,
        kind: Type,
        role: Role = Role.TEXT,
        *,
        align: str = "l",
        most: int = 99,
    ) -> int:
        """Wrapped words at (x, y, width), at most so many lines; the height that they take."""
        x, y, room = place
        look = self.look
        lines = wrapped(look, words, kind, room)
        if align == "c":
            lines = balanced(look, words, kind, room)
        if len(lines) > most:
            rest = " ".join(lines[most - 1 :])
            lines = [*lines[: most - 1], look.elided(rest, kind, room)]
        for number, line in enumerate(lines):
            box = QRect(x, y + number * pitch(look, kind), room, look.line(kind))
            self.pieces.append(Text(box, line, kind, role, align))
        return paragraph_height(look, len(lines), kind)

    def clock_width(self, letters: int, kind: Type) -> int:
        """Of "02:34" (5 letters), "+10:18" (6), "1:02:09" (7)."""
        signs = 2 if letters >= 7 else 1
        return digits_width(self.look, "0" * (letters - signs) + ":" * signs, kind)
