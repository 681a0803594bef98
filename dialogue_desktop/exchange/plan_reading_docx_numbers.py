"""The numbers and bullets that Word draws before paragraphs, which are no part of its text (P13)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from dialogue_desktop.domain.words_vi import roman
from dialogue_desktop.exchange.plan_reading_docx_parts import WORD


@dataclass(slots=True)
class _Level:
    """How one depth of a list is numbered."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restarts: bool = True
    style: str = ""  # the paragraph style that stands on this level


@dataclass(slots=True)
class _List:
    """One list and its levels; `key` is shared by lists that count together."""

    key: str
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbers:
    """Counts the automatic lists of one file, in the order of its paragraphs."""

    def __init__(self, root: Any, by_style: Callable[[Any], Any]) -> None:
        self._by_style = by_style
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        abstract = {
            one.get(f"{WORD}abstractNumId", ""): _levels(one) for one in root.findall(f"{WORD}abstractNum")
        }
        for one in root.findall(f"{WORD}num"):
            name = one.get(f"{WORD}numId", "")
            reference = one.find(f"{WORD}abstractNumId")
            of = reference.get(f"{WORD}val", "") if reference is not None else ""
            levels = dict(abstract.get(of, {}))
            overridden = False
            for override in one.findall(f"{WORD}lvlOverride"):
                at = _number(override.get(f"{WORD}ilvl"), 0)
                own = override.find(f"{WORD}lvl")
                if own is not None:
                    levels[at] = _level(own)
                start = override.find(f"{WORD}startOverride")
                if start is not None and at in levels:
                    level = levels[at]
                    value = _number(start.get(f"{WORD}val"), 1)
                    levels[at] = replace(level, start=value)
                    overridden = True
            # lists of one kind count together unless one of them begins anew
            self._lists[name] = _List(f"num {name}" if overridden else f"abstract {of}", levels)

    def label(self, paragraph: Any) -> str:
        """ "II.", "2.1.", "-", or nothing outside lists."""
        numbering = paragraph.find(f"{WORD}pPr/{WORD}numPr")
        if numbering is None:
            numbering = self._by_style(paragraph)
        if numbering is None:
            return ""
        name = _value(numbering, "numId") or _value(self._by_style(paragraph), "numId")
        own = self._lists.get(name)
        if own is None:
            return ""
        at = _depth(numbering, paragraph, own)
        if at not in own.levels:
            return ""
        level = own.levels[at]
        if level.form == "bullet":
            return _bullet(level.text, at)
        counts = self._counts.setdefault(own.key, {})
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [other for other in counts if other > at and own.levels.get(other, level).restarts]:
            del counts[deeper]
        if level.form == "none" or not level.text:
            return ""
        return _written(level, own, counts)


def _depth(numbering: Any, paragraph: Any, own: _List) -> int:
    """The level said by the paragraph, else the one that belongs to its style."""
    said = _value(numbering, "ilvl")
    if said:
        return _number(said, 0)
    style = _value(paragraph.find(f"{WORD}pPr"), "pStyle")
    return next((at for at, level in own.levels.items() if style and level.style == style), 0)


def _levels(abstract: Any) -> dict[int, _Level]:
    return {_number(one.get(f"{WORD}ilvl"), 0): _level(one) for one in abstract.findall(f"{WORD}lvl")}


def _level(node: Any) -> _Level:
    return _Level(
        _value(node, "numFmt") or "decimal",
        _value(node, "lvlText"),
        _number(_value(node, "start"), 1),
        node.find(f"{WORD}isLgl") is not None,
        _value(node, "lvlRestart") != "0",
        _value(node, "pStyle"),
    )


def _value(node: Any, name: str) -> str:
    found = node.find(f"{WORD}{name}") if node is not None else None
    return str(found.get(f"{WORD}val", "")) if found is not None else ""


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() else default


def _bullet(sign: str, depth: int) -> str:
    """Dashes and pluses as they are; other signs by their depth."""
    sign = sign.strip()
    if sign == "+" or (depth and sign not in ("-", "–", "−")):
        return "+"
    return "*" if sign == "*" else "-"


def _written(level: _Level, own: _List, counts: dict[int, int]) -> str:
    text = level.text
    for depth in range(9):
        sign = f"%{depth + 1}"
        if sign in text:
            other = own.levels.get(depth, level)
            value = max(counts.get(depth, other.start), 0)
            text = text.replace(sign, _form(value, "decimal" if level.legal else other.form))
    return text.strip()


def _form(value: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        written = roman(value) if value > 0 else "0"
        return written if form == "upperRoman" else written.lower()
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{value:02}"
    return str(value)
