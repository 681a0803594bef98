"""Files that a plan may come in, as numbered lines of text: DOCX, TXT, PDF with a text layer."""

from __future__ import annotations

import codecs
import stat
from dataclasses import dataclass
from pathlib import Path

from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.exchange.plan_reading_codes import NOT_UNICODE, old_code
from dialogue_desktop.exchange.plan_reading_lines import PAGE

MAX_FILE_BYTES = 30 * 1024 * 1024
MAX_LETTERS = 400_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8", b"BM", b"RIFF")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The lines of a file in reading order. `whole_paragraphs`: each line is one paragraph of the author's
    (DOCX), so that none is broken in the middle. `beside`: what stands in the file outside its text, each
    with the reason why it is left out."""

    lines: tuple[str, ...]
    whole_paragraphs: bool = False
    beside: tuple[tuple[str, str], ...] = ()


class _Refused(ValueError):
    """The Vietnamese reason, to stand after "Không đọc được …: "."""


def source_text(path: Path) -> SourceText:
    """The text of a file. NotFound; BadInput with one sentence for everything that holds no plan in text."""
    try:
        source = _by_content(_bytes_of(path))
        letters = sum(map(len, source.lines))
        if letters > MAX_LETTERS:
            raise _Refused("tệp dài hơn nhiều so với một kế hoạch")
        if not any(line.strip() for line in source.lines):
            raise _Refused("tệp không có chữ nào")
        if old := old_code("\n".join(source.lines)):
            raise _Refused(old)
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
        raise _Refused(_old_office(data))
    if data.lstrip().startswith(b"{\\rtf"):
        raise _Refused("đây là tệp RTF, hãy mở bằng Word rồi ghi lại dạng .docx")
    if data.startswith(_PICTURES):
        raise _Refused("đây là tệp ảnh, không có chữ để đọc; hãy dùng tệp Word hoặc gõ lại")
    if data.startswith(_ARCHIVES):
        raise _Refused("đây là tệp nén, hãy giải nén rồi chọn tệp kế hoạch bên trong")
    text = _plain(data)
    if text.lstrip()[:200].lower().startswith(("<!doctype html", "<html", "<?xml")):
        raise _Refused("đây là trang web đã ghi lại, hãy mở ra, chép chữ rồi dán vào ô")
    return SourceText(tuple(text.replace("\f", f"\n{PAGE}").split("\n")))


def _old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "tệp Word này có mật khẩu, hãy mở bằng Word, bỏ mật khẩu rồi ghi lại"
    if "Workbook".encode("utf-16-le") in data:
        return "đây là tệp Excel; hãy chọn tệp Word của kế hoạch, hoặc chép chữ rồi dán vào ô"
    if "PowerPoint Document".encode("utf-16-le") in data:
        return "đây là tệp PowerPoint; hãy chọn tệp Word của kế hoạch"
    return "đây là tệp Word đời cũ (.doc), hãy mở bằng Word rồi ghi lại dạng .docx"


def _plain(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return _lines(data.decode("utf-16"))
        except UnicodeDecodeError as error:
            raise _Refused("tệp bị hỏng") from error
    if b"\0" in data:
        raise _Refused("đây không phải là tệp văn bản")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Refused(old_code(data.decode("latin-1")) or NOT_UNICODE) from error
    hidden = sum(1 for letter in text if ord(letter) < 32 and letter not in "\t\n\r\f\v")
    if hidden > len(text) // 50:
        raise _Refused("đây không phải là tệp văn bản")
    return _lines(text)


def _lines(text: str) -> str:
    """Lines as Windows, old Macs and Word's soft breaks end them, all ended by one sign."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")


def _word(data: bytes) -> SourceText:
    from dialogue_desktop.exchange.plan_reading_docx import NotWord, word_text

    try:
        found = word_text(data)
    except NotWord as error:
        raise _Refused(str(error)) from error
    return SourceText(tuple(found.lines), whole_paragraphs=True, beside=tuple(found.beside))


def _pdf(data: bytes) -> SourceText:
    from dialogue_desktop.exchange.plan_reading_pdf import NotPdf, pdf_lines

    try:
        return SourceText(pdf_lines(data))
    except NotPdf as error:
        raise _Refused(str(error)) from error
