"""The parts of a Word file: what is read of the package, and how much at most (P13)."""

from __future__ import annotations

import posixpath
import zipfile
from typing import Any

MAX_UNPACKED_BYTES = 200 * 1024 * 1024
#: Pictures may be large; the text of a plan is not.
MAX_XML_BYTES = 20 * 1024 * 1024
MAX_PARTS = 5000

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

BROKEN = "tệp Word bị hỏng, hãy mở bằng Word, ghi lại thành tệp mới rồi làm lại"
TOO_LARGE = "nội dung mở ra lớn hơn nhiều so với một kế hoạch, hãy xem lại đã chọn đúng tệp chưa"


class NotWord(Exception):
    """The Vietnamese reason, to stand after "Không đọc được …: "."""


class Parts:
    """The XML parts of the package, each read once and never longer than it says."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        entries = archive.infolist()
        if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
            raise NotWord(TOO_LARGE)
        self._archive = archive
        self._names = {entry.filename for entry in entries}
        self.main = self._main()
        self._links = self._relations(self.main)

    def _main(self) -> str:
        linked = self._relations("")
        main = next((target for kind, target in linked if kind == "officeDocument"), "word/document.xml")
        if main not in self._names or not main.startswith("word/"):
            raise NotWord(_what_it_is(self._names))
        return main

    def _relations(self, part: str) -> list[tuple[str, str]]:
        """(kind, target) of a part's links."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self._names:
            return []
        found = []
        for one in self.xml(path).iter(_RELATION):
            if one.get("TargetMode") == "External":
                continue
            target = one.get("Target") or ""
            target = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found.append(((one.get("Type") or "").rsplit("/", 1)[-1], posixpath.normpath(target)))
        return found

    def linked(self, kind: str) -> list[Any]:
        """The roots of the parts of a kind that the main part names."""
        return [self.xml(target) for known, target in self._links if known == kind and target in self._names]

    def xml(self, name: str) -> Any:
        from lxml import etree

        if self._archive.getinfo(name).file_size > MAX_XML_BYTES:
            raise NotWord(TOO_LARGE)
        data = self._archive.read(name)
        if b"<!DOCTYPE" in data[:2000]:
            raise NotWord(BROKEN)
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)


def _what_it_is(names: set[str]) -> str:
    """What a zip that is no Word file is, and what to do with it."""
    if "xl/workbook.xml" in names:
        return "đây là tệp Excel; hãy chọn tệp Word của kế hoạch, hoặc chép chữ rồi dán vào chương trình"
    if any(name.startswith("ppt/") for name in names):
        return "đây là tệp PowerPoint; hãy chọn tệp Word của kế hoạch"
    if "content.xml" in names and "mimetype" in names:
        return "đây là tệp OpenDocument (.odt); hãy mở bằng Word hoặc LibreOffice rồi ghi lại dạng .docx"
    return "đây là tệp nén, hãy giải nén rồi chọn tệp kế hoạch bên trong"
