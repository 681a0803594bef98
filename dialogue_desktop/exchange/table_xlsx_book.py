"""What stands around the sheets of an XLSX file: their names, shared texts, styles that show a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

from dialogue_desktop.exchange.table_types import MAX_CELLS, MAX_LETTERS, Refused
from dialogue_desktop.exchange.table_zip import OfficeZip, feed, guarded_parser

TOO_MANY_CELLS = "bảng có nhiều ô hơn hẳn một danh sách của xã"
#: Values that mean yes in an attribute.
TRUE = ("1", "true", "on")

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def _walk(
    archive: OfficeZip, part: str, start: Callable[[str, dict[str, str]], None], limit: int = 20 * 2**20
) -> None:
    """Every element of a small part: its name without namespace, its attributes without namespace."""
    parser = guarded_parser()

    def begun(name: str, attributes: dict[str, str]) -> None:
        start(local_name(name), {local_name(key): value for key, value in attributes.items()})

    parser.StartElementHandler = begun
    feed(parser, archive.read(part, limit), last=True)


def local_name(name: str) -> str:
    return name.rpartition("}")[2]


def _relations(archive: OfficeZip, part: str) -> dict[str, tuple[str, str]]:
    """Relation id → (kind, name of the part) of what a part refers to inside the file."""
    found: dict[str, tuple[str, str]] = {}
    folder = dirname(part)
    rels = join(folder, "_rels", part.rpartition("/")[2] + ".rels")
    if rels.lower() not in archive.names:
        return found

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode", "").lower() != "external":
            target = attributes.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], whole)

    _walk(archive, rels, start)
    return found


def main_part(archive: OfficeZip) -> str:
    for kind, target in _relations(archive, "").values():
        if kind == "officeDocument" and target.lower() in archive.names:
            return target
    return "xl/workbook.xml"


class Book:
    """Sheets as (name, state, part), where texts and styles are, and from which year days are counted."""

    def __init__(self, archive: OfficeZip, part: str) -> None:
        relations = _relations(archive, part)
        self.sheets: list[tuple[str, str, str]] = []
        self.since_1904 = False

        def start(name: str, attributes: dict[str, str]) -> None:
            if name == "sheet":
                kind, target = relations.get(attributes.get("id", ""), ("", ""))
                if kind == "worksheet":  # not a sheet that is one chart
                    state = attributes.get("state", "visible")
                    self.sheets.append((attributes.get("name", ""), state, target))
            elif name == "workbookPr":
                self.since_1904 = attributes.get("date1904", "0").lower() in TRUE

        _walk(archive, part, start)
        by_kind = dict(relations.values())
        names = archive.names
        self.strings = by_kind.get("sharedStrings", "")
        self.styles = by_kind.get("styles", "")
        if self.strings.lower() not in names:
            self.strings = ""
        if self.styles.lower() not in names:
            self.styles = ""


def day_styles(archive: OfficeZip, part: str) -> frozenset[str]:
    """Numbers of the cell styles that show a day."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS, is_datetime

    formats: dict[str, str] = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    used: list[str] = []
    inside = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if name == "numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name in ("cellXfs", "cellStyleXfs", "cellStyles"):
            inside = name == "cellXfs"
        elif name == "xf" and inside:
            used.append(attributes.get("numFmtId", "0"))

    try:
        _walk(archive, part, start)
    except Refused:
        return frozenset()  # without styles a day is a number, which the columns of days understand too
    # 27 to 36 and 50 to 58 are days in the Far Eastern editions of Excel.
    eastern = {str(number) for number in (*range(27, 37), *range(50, 59))}
    return frozenset(
        str(index)
        for index, number in enumerate(used)
        if number in eastern or is_datetime(formats.get(number, "")) in ("date", "datetime")
    )


def shared_texts(archive: OfficeZip, part: str) -> list[str]:
    """The texts that cells refer to by number, without the readings that stand over Han letters."""
    parser = guarded_parser()
    found: list[str] = []
    pieces: list[str] = []
    letters = 0
    t = si = phonetic = ""
    silent = False

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal t, si, phonetic, silent
        if not si:
            space = name.rpartition("}")[0]
            prefix = f"{space}}}" if space else ""
            t, si, phonetic = f"{prefix}t", f"{prefix}si", f"{prefix}rPh"
        if name == t:
            if not silent:
                parser.CharacterDataHandler = pieces.append
        elif name == phonetic:
            silent = True

    def end(name: str) -> None:
        nonlocal silent, letters
        if name == t:
            parser.CharacterDataHandler = None
        elif name == phonetic:
            silent = False
        elif name == si:
            text = "".join(pieces)
            letters += len(text)
            if letters > MAX_LETTERS or len(found) > MAX_CELLS:
                raise Refused(TOO_MANY_CELLS)
            found.append(unescaped(text))
            pieces.clear()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    for chunk in archive.chunks(part):
        feed(parser, chunk)
    feed(parser, b"", last=True)
    return found


def unescaped(text: str) -> str:
    """Excel's "_x000D_" for characters that XML cannot hold."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
