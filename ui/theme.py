"""Colour roles and the two themes that give each role its colour."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Role(StrEnum):
    """What a colour is for (design tokens); widgets name roles, never colours."""

    CANVAS = "canvas"
    SURFACE = "surface"
    SUNKEN = "sunken"
    HOVER = "hover"
    LINE = "line"
    BORDER = "border"
    FIELD = "field"
    TEXT = "text"
    TEXT2 = "text2"
    TEXT3 = "text3"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ON_ACCENT = "on_accent"
    ACCENT_SOFT = "accent_soft"
    FOCUS = "focus"
    OK = "ok"
    OK_SOFT = "ok_soft"
    WARN = "warn"
    WARN_SOFT = "warn_soft"
    BAD = "bad"
    BAD_SOFT = "bad_soft"
    WAIT = "wait"
    WAIT_SOFT = "wait_soft"
    MUTE = "mute"
    MUTE_SOFT = "mute_soft"
    MARK = "mark"
    INVERSE = "inverse"
    ON_INVERSE = "on_inverse"
    INVERSE_ACCENT = "inverse_accent"
    INVERSE_LINE = "inverse_line"
    PAPER = "paper"
    INK = "ink"

    @property
    def soft(self) -> Role:
        """The soft background that belongs to a state colour; itself where there is none."""
        return _SOFT.get(self, self)


_SOFT: Mapping[Role, Role] = {
    Role.ACCENT: Role.ACCENT_SOFT,
    Role.OK: Role.OK_SOFT,
    Role.WARN: Role.WARN_SOFT,
    Role.BAD: Role.BAD_SOFT,
    Role.WAIT: Role.WAIT_SOFT,
    Role.MUTE: Role.MUTE_SOFT,
    Role.TEXT: Role.MUTE_SOFT,
    Role.TEXT2: Role.MUTE_SOFT,
    Role.TEXT3: Role.MUTE_SOFT,
}


class Theme(NamedTuple):
    """A name and one "#RRGGBB" per role."""

    name: str
    colors: Mapping[Role, str]

    @property
    def dark(self) -> bool:
        return self.name == "dark"


def load(path: Path) -> Theme:
    """Read a theme file; ValueError names what is missing or unknown.

    The files are TOML, and read without tomllib: its import alone costs more than the whole file
    before the first paint. Only `key = "value"` lines and comments may stand in them; a test reads
    them with tomllib too and compares.
    """
    pairs: dict[str, str] = {}
    for raw in path.read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        key, _, rest = line.partition("=")
        pairs[key.strip()] = rest.strip().strip('"')
    name = pairs.pop("name", "")
    known = {str(role) for role in Role}
    if not name or pairs.keys() != known:
        wrong = ", ".join(sorted(pairs.keys() ^ known)) or "name"
        raise ValueError(f"{path.name}: {wrong}")
    return Theme(name, {Role(key): value for key, value in pairs.items()})
