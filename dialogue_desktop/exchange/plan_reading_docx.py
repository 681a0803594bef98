"""The text of a Word file as one sees it: numbers written out, deleted and hidden words left out (P13)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_docx_numbers import Numbers
from dialogue_desktop.exchange.plan_reading_docx_parts import BROKEN, WORD, NotWord, Parts
from dialogue_desktop.exchange.plan_reading_joins import RECIPIENTS, is_title
from dialogue_desktop.exchange.plan_reading_lines import CELL

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

HEADER = "đầu trang hoặc chân trang của tệp Word"
PICTURES = "tệp có {count} hình; không đọc được chữ trong hình, hãy xem và gõ thêm"
CHANGES = "tệp còn chỗ sửa chưa duyệt (Track Changes); đọc như mọi chỗ sửa đã được chấp nhận"
FOOTNOTE = "chú thích cuối trang của tệp Word"

#: Removed by tracked changes, or never part of the text.
_SKIPPED = frozenset(
    f"{WORD}{name}"
    for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sectPr", "tblPr",
                 "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "footnoteReference", "endnoteReference",
                 "commentReference", "annotationRef", "object")
)  # fmt: skip
_CHANGED = tuple(f"{WORD}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
#: A picture as large as this (in English Metric Units: 8 by 4 cm) may be a page that was photographed.
_LARGE = (8 * 360_000, 4 * 360_000)
_SIGNED = re.compile(r"^\s*(?:TM|T/M|KT|K/T|TL|TUQ)\s?[./]?\s*[A-ZĐ]{2}|^\s*(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ)\s*$")


@dataclass(slots=True)
class WordText:
    """The lines of the body; what stands in the file beside it with the reason why it is left out; and what
    is to be said of the file."""

    lines: list[str] = field(default_factory=list)
    beside: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def word_text(data: bytes) -> WordText:
    """NotWord with one Vietnamese reason for what is no whole Word file."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Word(Parts(archive)).text()
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, KeyError, ValueError) as error:
        raise NotWord(BROKEN) from error
    except RuntimeError as error:  # zipfile's word for a part with a password
        raise NotWord("tệp Word này có mật khẩu, hãy mở bằng Word, bỏ mật khẩu rồi ghi lại") from error
    except etree.LxmlError as error:
        raise NotWord(BROKEN) from error


def _is_large(extent: Any) -> bool:
    width, height = str(extent.get("cx")), str(extent.get("cy"))
    drawn = next(extent.getparent().iter("{*}pic"), None) is not None
    return (
        drawn
        and width.isdigit()
        and height.isdigit()
        and int(width) >= _LARGE[0]
        and int(height) >= _LARGE[1]
    )


class _Word:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._styles = _Styles(next(iter(parts.linked("styles")), None))
        self._numbers = Numbers(next(iter(parts.linked("numbering")), None), self._styles.numbering)
        self._titled = False

    def text(self) -> WordText:
        found = WordText()
        body = self._parts.xml(self._parts.main).find(f"{WORD}body")
        if body is None:
            raise NotWord(BROKEN)
        found.lines = list(self._blocks(body))
        heads = [line for root in self._parts.linked("header") for line in self._blocks(root) if line.strip()]
        feet = [line for root in self._parts.linked("footer") for line in self._blocks(root) if line.strip()]
        if _is_letterhead(heads) and not _is_letterhead(found.lines[:12]):
            found.lines[:0], heads = heads, []
        found.beside += [(line, HEADER) for line in dict.fromkeys((*heads, *feet)) if _has_word(line)]
        for kind in ("footnotes", "endnotes"):
            for root in self._parts.linked(kind):
                found.beside += [(line, FOOTNOTE) for line in self._blocks(root) if _has_word(line)]
        pictures = sum(_is_large(extent) for extent in body.iter(f"{_DRAWING}extent"))
        if pictures:
            found.notes.append(PICTURES.format(count=pictures))
        if next(body.iter(*_CHANGED), None) is not None:
            found.notes.append(CHANGES)
        return found

    # --- blocks

    def _blocks(self, parent: Any) -> Iterator[str]:
        """Paragraphs and tables in reading order. A paragraph whose end was deleted goes on in the next."""
        waiting = ""
        for block in _inside(parent):
            if block.tag == f"{WORD}p":
                lines = self._paragraph(block)
                if waiting:
                    lines[0] = f"{waiting}{lines[0]}"
                    waiting = ""
                if _end_deleted(block):
                    waiting = lines.pop()
                yield from lines
                yield from self._boxes(block)
            elif block.tag == f"{WORD}tbl":
                yield from self._table(block)
        if waiting:
            yield waiting

    def _paragraph(self, paragraph: Any) -> list[str]:
        """The lines of a paragraph with the number or bullet that Word draws before it."""
        text = "".join(self._runs(paragraph, self._styles.capitals(paragraph)))
        if not text.strip():
            return [text]
        if is_title(text) or fold(text).startswith("ke hoach "):
            self._titled = True
        label = self._numbers.label(paragraph)
        return (f"{label} {text}" if label else text).split("\n")

    def _runs(self, parent: Any, capitals: bool) -> Iterator[str]:
        for node in parent:
            tag = node.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag == f"{WORD}r":
                if not self._styles.hidden(node):
                    upper = self._styles.run_capitals(node, capitals)
                    yield from (text.upper() if upper else text for text in _run_text(node))
            elif tag not in (f"{WORD}p", f"{WORD}tbl", f"{_MC}Fallback"):
                yield from self._runs(node, capitals)

    def _boxes(self, paragraph: Any) -> Iterator[str]:
        """Text boxes that hang on a paragraph; where they are drawn in two ways, the first."""
        for box in paragraph.iter(f"{WORD}txbxContent"):
            if any(above.tag == f"{_MC}Fallback" for above in box.iterancestors()):
                continue
            if any(above.tag == f"{WORD}txbxContent" for above in box.iterancestors()):
                continue
            yield from (line for line in self._blocks(box) if line.strip())

    # --- tables

    def _table(self, table: Any) -> Iterator[str]:
        titled = self._titled
        rows = [
            [_Cell(cell, "\n".join(self._blocks(cell)).strip("\n")) for cell in _cells(row)]
            for row in _rows(table)
        ]
        rows = [row for row in rows if row]
        if self._is_frame(rows, titled):
            for row in rows:
                for cell in row:
                    yield from ([] if cell.goes_on else cell.text.split("\n"))
            return
        above: dict[int, str] = {}
        for row in rows:
            texts, at = [], 0
            for cell in row:
                own = above.get(at, "") if cell.goes_on else " ".join(cell.text.split())
                above[at] = own
                texts.append(own)
                at += cell.span
            yield CELL.join(texts)

    def _is_frame(self, rows: list[list[_Cell]], titled: bool) -> bool:
        """A table that only puts texts side by side: letterhead (above the title), signature, a box around a
        paragraph."""
        columns = max((len(row) for row in rows), default=0)
        lines = [line for row in rows for cell in row for line in cell.text.split("\n")]
        if columns >= 3 and fold(rows[0][0].text) in ("tt", "stt", "so tt"):
            return False
        if columns <= 1 or not titled:
            return True
        if columns <= 3 and any(RECIPIENTS.match(line.strip()) or _SIGNED.match(line) for line in lines):
            return True
        return columns == 2 and len(rows) == 1


@dataclass(frozen=True, slots=True)
class _Cell:
    node: Any
    text: str

    @property
    def span(self) -> int:
        found = self.node.find(f"{WORD}tcPr/{WORD}gridSpan")
        value = found.get(f"{WORD}val") if found is not None else "1"
        return int(value) if str(value).isdigit() else 1

    @property
    def goes_on(self) -> bool:
        """Merged with the cell above."""
        found = self.node.find(f"{WORD}tcPr/{WORD}vMerge")
        return found is not None and found.get(f"{WORD}val", "continue") == "continue"


def _inside(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those inside content controls and inserted blocks."""
    for node in parent:
        if not isinstance(node.tag, str) or node.tag in _SKIPPED or node.tag == f"{_MC}Fallback":
            continue
        if node.tag in (f"{WORD}p", f"{WORD}tbl"):
            yield node
        elif node.tag != f"{WORD}r":
            yield from _inside(node)


def _rows(table: Any) -> Iterator[Any]:
    for node in table:
        if node.tag == f"{WORD}tr":
            if node.find(f"{WORD}trPr/{WORD}del") is None:
                yield node
        elif isinstance(node.tag, str) and node.tag not in _SKIPPED:
            yield from _rows(node)


def _cells(row: Any) -> Iterator[Any]:
    for node in row:
        if node.tag == f"{WORD}tc":
            yield node
        elif isinstance(node.tag, str) and node.tag not in _SKIPPED:
            yield from _cells(node)


def _run_text(run: Any) -> Iterator[str]:
    for node in run:
        name = node.tag.removeprefix(WORD) if isinstance(node.tag, str) else ""
        if name == "t":
            yield node.text or ""
        elif name in ("tab", "ptab"):
            yield " "
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "sym":
            yield _symbol(node.get(f"{WORD}char") or "")


def _symbol(code: str) -> str:
    """A letter of a symbol font; those that offices use are bullets."""
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""


def _end_deleted(paragraph: Any) -> bool:
    """The end of the paragraph was taken away by a tracked change."""
    return any(
        paragraph.find(f"{WORD}pPr/{WORD}rPr/{WORD}{name}") is not None for name in ("del", "moveFrom")
    )


def _on(properties: Any, name: str) -> bool | None:
    """An on/off property; None where it is not said."""
    found = properties.find(f"{WORD}{name}") if properties is not None else None
    if found is None:
        return None
    return str(found.get(f"{WORD}val", "true")) not in ("false", "0", "off")


class _Styles:
    """What styles say of hiding, capitals and lists, through the styles that they are based on."""

    def __init__(self, root: Any) -> None:
        styles = root.iter(f"{WORD}style") if root is not None else ()
        self._known = {style.get(f"{WORD}styleId", ""): style for style in styles}
        self._default = next(
            (
                name
                for name, style in self._known.items()
                if style.get(f"{WORD}type") == "paragraph" and style.get(f"{WORD}default") in ("1", "true")
            ),
            "",
        )

    def _chain(self, name: str) -> Iterator[Any]:
        seen: set[str] = set()
        while name in self._known and name not in seen:
            seen.add(name)
            style = self._known[name]
            yield style
            based = style.find(f"{WORD}basedOn")
            name = based.get(f"{WORD}val", "") if based is not None else ""

    def _said(self, name: str, what: str) -> bool:
        return next(
            (
                said
                for style in self._chain(name)
                if (said := _on(style.find(f"{WORD}rPr"), what)) is not None
            ),
            False,
        )

    def capitals(self, paragraph: Any) -> bool:
        return self._said(self._name(paragraph), "caps")

    def run_capitals(self, run: Any, paragraph: bool) -> bool:
        said = _on(run.find(f"{WORD}rPr"), "caps")
        return paragraph if said is None else said

    def hidden(self, run: Any) -> bool:
        properties = run.find(f"{WORD}rPr")
        said = _on(properties, "vanish")
        if said is None and properties is not None:
            style = properties.find(f"{WORD}rStyle")
            said = self._said(style.get(f"{WORD}val", ""), "vanish") if style is not None else None
        return bool(said)

    def numbering(self, paragraph: Any) -> Any:
        """The list of a paragraph by its style, None without one."""
        for style in self._chain(self._name(paragraph)):
            found = style.find(f"{WORD}pPr/{WORD}numPr")
            if found is not None:
                return found
        return None

    def _name(self, paragraph: Any) -> str:
        found = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        return str(found.get(f"{WORD}val", "")) if found is not None else self._default


def _is_letterhead(lines: list[str]) -> bool:
    return any("CỘNG HÒA" in line.upper() or "CỘNG HOÀ" in line.upper() for line in lines)


def _has_word(line: str) -> bool:
    return sum(letter.isalpha() for letter in line) >= 3
