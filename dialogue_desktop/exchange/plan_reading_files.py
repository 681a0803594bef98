"""Files that a plan may come in, as numbered lines of text: DOCX, TXT, PDF with a text layer."""

from __future__ import annotations

import codecs
import io
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dialogue_desktop.errors import BadInput, NotFound

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

MAX_FILE_BYTES = 30 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_PAGES = 60
MAX_LETTERS = 400_000
#: Fewer letters than this in a whole PDF: its pages are pictures.
FEWEST_LETTERS = 50

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The lines of a file in reading order. `whole_paragraphs`: each line is one paragraph of the author's
    (DOCX), so that none is broken in the middle."""

    lines: tuple[str, ...]
    whole_paragraphs: bool = False


#: What python-docx lets through where the parts of a file are not what it takes them for.
_NO_WORD_INSIDE = (KeyError, ValueError, AttributeError, TypeError, IndexError, NotImplementedError)


class _Refused(ValueError):
    """The Vietnamese reason, to stand after "Không đọc được …: "."""


def source_text(path: Path) -> SourceText:
    """The text of a file. NotFound; BadInput with one sentence for everything that holds no plan in text."""
    try:
        data = _bytes_of(path)
        source = _by_content(data)
        letters = sum(map(len, source.lines))
        if letters > MAX_LETTERS:
            raise _Refused("tệp dài hơn nhiều so với một kế hoạch")
        if not any(line.strip() for line in source.lines):
            raise _Refused("tệp không có chữ nào")
    except _Refused as error:
        raise BadInput(f"Không đọc được “{path.name}”: {error}.") from error
    return source


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _Refused("đây không phải là tệp")
        if status.st_size > MAX_FILE_BYTES:
            raise _Refused(f"tệp lớn hơn {MAX_FILE_BYTES // 2**20} MB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"Không có tệp “{path}”.") from error
    except OSError as error:
        raise _Refused("máy không cho đọc tệp này") from error


def _by_content(data: bytes) -> SourceText:
    """By what the file is, not by what it is called."""
    if not data.strip():
        raise _Refused("tệp trống")
    if data.startswith(b"PK\x03\x04"):
        return _word(data)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return _pdf(data)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _Refused("tệp Word này có mật khẩu, hãy mở bằng Word, bỏ mật khẩu rồi ghi lại")
        raise _Refused("đây là tệp Word đời cũ, hãy mở bằng Word rồi ghi lại dạng .docx")
    if data.startswith(b"{\\rtf"):
        raise _Refused("đây là tệp RTF, hãy mở bằng Word rồi ghi lại dạng .docx")
    if data.startswith(_PICTURES):
        raise _Refused("đây là tệp ảnh, không có chữ để đọc")
    return SourceText(tuple(_plain(data).splitlines()))


def _plain(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise _Refused("tệp bị hỏng") from error
    if b"\0" in data:
        raise _Refused("đây không phải là tệp văn bản")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Refused("bảng mã của tệp không phải Unicode, hãy ghi lại bằng UTF-8") from error
    hidden = sum(1 for letter in text if ord(letter) < 32 and letter not in "\t\n\r\f\v")
    if hidden > len(text) // 50:
        raise _Refused("đây không phải là tệp văn bản")
    return text


# --- DOCX -----------------------------------------------------------------------------------------


def _word(data: bytes) -> SourceText:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED_BYTES or len(names) > 5000:
                raise _Refused("nội dung mở ra lớn hơn nhiều so với một kế hoạch")
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise _Refused("tệp bị hỏng") from error
    if "word/document.xml" not in names:
        raise _Refused("chỉ đọc được kế hoạch dạng DOCX, TXT hoặc PDF có chữ")
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        lines = tuple(line for text in _paragraphs(document) for line in text.split("\n"))
    except (OpcError, LxmlError, zipfile.BadZipFile, OSError, EOFError, *_NO_WORD_INSIDE) as error:
        raise _Refused("tệp Word bị hỏng") from error
    return SourceText(lines, whole_paragraphs=True)


def _paragraphs(document: WordDocument) -> Iterator[str]:
    """Paragraphs and table cells in reading order; numbers that Word makes by itself are written out."""
    from docx.table import Table

    numbers = _Numbers(document)
    for item in document.iter_inner_content():
        if isinstance(item, Table) and len(item.columns) > 2:  # figures, not the frame of a letterhead
            for row in item.rows:
                yield " | ".join(" ".join(cell.text.split()) for cell in row.cells)
        elif isinstance(item, Table):
            for row in item.rows:
                seen: set[Any] = set()
                for cell in row.cells:
                    if cell._tc in seen:  # a merged cell comes once for every column
                        continue
                    seen.add(cell._tc)
                    yield from (numbers.numbered(paragraph) for paragraph in cell.paragraphs)
        else:
            yield numbers.numbered(item)


class _Numbers:
    """Counts the automatic lists of a Word file, whose numbers are not part of the text."""

    def __init__(self, document: WordDocument) -> None:
        self._counts: dict[tuple[str, int], int] = {}
        self._formats: dict[tuple[str, int], tuple[str, str]] = {}
        self._read_formats(document)

    def _read_formats(self, document: WordDocument) -> None:
        from docx.oxml.ns import qn

        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        levels: dict[str, list[tuple[int, str, str]]] = {}
        for abstract in root.findall(qn("w:abstractNum")):
            found = []
            for level in abstract.findall(qn("w:lvl")):
                form, text = level.find(qn("w:numFmt")), level.find(qn("w:lvlText"))
                if form is not None and text is not None:
                    shape = (form.get(qn("w:val")) or "", text.get(qn("w:val")) or "")
                    found.append((int(level.get(qn("w:ilvl"), "0")), *shape))
            levels[abstract.get(qn("w:abstractNumId"), "")] = found
        for number in root.findall(qn("w:num")):
            reference = number.find(qn("w:abstractNumId"))
            if reference is None:
                continue
            for index, form, text in levels.get(reference.get(qn("w:val"), ""), []):
                self._formats[(number.get(qn("w:numId"), ""), index)] = (form, text)

    def numbered(self, paragraph: Any) -> str:
        text = str(paragraph.text)
        numbering = _numbering(paragraph)
        if numbering is None or not text.strip():
            return text
        number, level = numbering.numId, numbering.ilvl
        key = (str(number.val) if number is not None else "", int(level.val) if level is not None else 0)
        if key not in self._formats:
            return text
        self._counts[key] = self._counts.get(key, 0) + 1
        for other in self._counts:
            if other[0] == key[0] and other[1] > key[1]:
                self._counts[other] = 0
        return f"{self._label(key)} {text}"

    def _label(self, key: tuple[str, int]) -> str:
        form, pattern = self._formats[key]
        if form == "bullet":
            return "+" if key[1] else "-"
        for index in range(key[1] + 1):
            own = self._formats.get((key[0], index), ("decimal", ""))[0]
            value = _written(max(self._counts.get((key[0], index), 1), 1), own)
            pattern = pattern.replace(f"%{index + 1}", value)
        return pattern


def _numbering(paragraph: Any) -> Any:
    """The list that a paragraph belongs to, by itself or by its style; None outside lists."""
    properties = paragraph._p.pPr
    if properties is not None and properties.numPr is not None:
        return properties.numPr
    style = paragraph.style
    while style is not None:
        properties = style.element.pPr
        if properties is not None and properties.numPr is not None:
            return properties.numPr
        style = style.base_style
    return None


def _written(value: int, form: str) -> str:
    from dialogue_desktop.domain.words_vi import roman

    if form == "upperRoman":
        return roman(value)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    return str(value)


# --- PDF ------------------------------------------------------------------------------------------


def _pdf(data: bytes) -> SourceText:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise _Refused("tệp PDF có mật khẩu") from error
        raise _Refused("tệp PDF bị hỏng") from error
    try:
        if len(document) > MAX_PAGES:
            raise _Refused(f"tệp có {len(document)} trang, dài hơn nhiều so với một kế hoạch")
        lines: list[str] = []
        for index in range(len(document)):
            page = document[index]
            text_page = page.get_textpage()
            lines += str(text_page.get_text_bounded()).splitlines()
            text_page.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise _Refused("tệp PDF bị hỏng") from error
    finally:
        document.close()
    if sum(letter.isalpha() for line in lines for letter in line) < FEWEST_LETTERS:
        raise _Refused("tệp PDF này chỉ là ảnh chụp, không có chữ để đọc; hãy dùng tệp Word hoặc gõ lại")
    return SourceText(tuple(lines))
