"""Signs of Markdown and HTML taken out of the lines of an old plan, rows of tables kept as rows (P13)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from dialogue_desktop.exchange.plan_reading_marks import starts_item

#: Parts the cells of a table's row.
CELL = " | "

_MARKDOWN_ROW = re.compile(r"\s*\|(?P<cells>.+)\|\s*")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|center|p|div|span|sup|sub|font|small|big|h[1-6]|ul|ol|li|html|body|head|tbody|thead|a"
    r"|hr|section|article)(?:\s[^<>]{0,200})?/?>",
    re.I,
)
_TABLE = re.compile(r"<table\b", re.I)
_TABLE_END = re.compile(r"</table\s*>", re.I)
_ROW = re.compile(r"<tr\b[^>]*>(?P<inside>.*?)(?=</tr\s*>|<tr\b|$)", re.I | re.S)
_TD = re.compile(r"<t[dh]\b[^>]*>(?P<inside>.*?)(?=</t[dh]\s*>|<t[dh]\b|$)", re.I | re.S)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,5}|#x[0-9a-f]{1,5});", re.I)


def without_markup(raw: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(number, text): a raw line may give several, those of an HTML table one for each row."""
    at = 0
    while at < len(raw):
        if _TABLE.search(raw[at]):
            end = next((n for n in range(at, len(raw)) if _TABLE_END.search(raw[n])), None)
            if end is not None:
                yield from _rows("\n".join(raw[at : end + 1]), at + 1)
                at = end + 1
                continue
        yield from ((at + 1, text) for text in _line(raw[at]))
        at += 1


def _rows(text: str, number: int) -> Iterator[tuple[int, str]]:
    begins = _TABLE.search(text)
    start = begins.start() if begins is not None else 0
    ends = _TABLE_END.search(text)
    stop = ends.end() if ends is not None else len(text)
    if text[:start].strip():
        yield number, text[:start]
    for row in _ROW.finditer(text[start:stop]):
        cells = [_cell(cell["inside"]) for cell in _TD.finditer(row["inside"])]
        line = number + text.count("\n", 0, start + row.start())
        yield line, CELL.join(cells) if len(cells) > 1 else "".join(cells)
    if text[stop:].strip():
        yield number + text.count("\n", 0, stop), text[stop:]


def _cell(text: str) -> str:
    return " ".join(_plain(_BREAK.sub(" ", text)).split())


def _plain(text: str) -> str:
    """Without tags, entities and stars."""
    text = _TAG.sub("", text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return text.replace("*", "")


def _line(text: str) -> Iterator[str]:
    """Without the signs; cells of a row parted by tabs or bars are parted by `CELL`."""
    row = _MARKDOWN_ROW.fullmatch(text)
    if row is not None and not re.fullmatch(r"[\s|:–-]*", row["cells"]):
        yield CELL.join(_cell(cell) for cell in row["cells"].split("|"))
        return
    for part in _BREAK.split(text) if "<" in text else (text,):
        yield _unmarked(part)


def _unmarked(text: str) -> str:
    text = re.sub(r"^\s*#{1,6}\s+", "", text)
    star = re.match(r"\s*(?:\*{1,3})\s+(?P<rest>.*)", text)
    if star:
        return "* " + _plain(star["rest"])
    text = _plain(text)
    bare = text.strip()
    if "\t" in bare and len(cells := re.split(r"\s*\t+\s*", bare)) >= 3:
        if len(cells) > 3 or not starts_item(" ".join(cells)):
            return CELL.join(cells)
    return text
