"""Files that a plan may come in, as numbered lines of text: DOCX, TXT, PDF with a text layer."""

from __future__ import annotations

import stat
from dataclasses import dataclass, replace
from pathlib import Path

from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.exchange.plan_reading_codes import RECODED, in_unicode
from dialogue_desktop.exchange.plan_reading_lines import PAGE
from dialogue_desktop.exchange.vietnamese_encodings import UnknownEncoding, decoded

MAX_FILE_BYTES = 30 * 1024 * 1024
MAX_LETTERS = 400_000

NO_LETTERS = "tệp không có chữ nào; nếu kế hoạch là ảnh chụp thì hãy dùng tệp gốc hoặc gõ lại"
NOT_UNICODE = "bảng mã của tệp không phải Unicode, hãy mở tệp rồi ghi lại bằng UTF-8"
NO_TEXT = "đây không phải là tệp văn bản; chỉ đọc được kế hoạch dạng DOCX, TXT hoặc PDF có chữ"
TOO_LONG = "tệp dài hơn nhiều so với một kế hoạch, hãy tách riêng kế hoạch ra một tệp"
TOO_BIG = f"tệp lớn hơn {MAX_FILE_BYTES // 2**20} MB, hãy chép chữ của kế hoạch rồi dán vào chương trình"
WORDS_OWN = "đây là tệp tạm của Word, hãy chọn tệp kế hoạch (tên không có “~$” ở đầu)"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8", b"BM", b"RIFF")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The lines of a file in reading order. `whole_paragraphs`: each line is one paragraph of the author's
    (DOCX), so that none is broken in the middle. `beside`: what stands in the file outside its text, each
    with the reason why it is left out. `notes`: what there is to look at in the file as a whole."""

    lines: tuple[str, ...]
    whole_paragraphs: bool = False
    beside: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


class _Refused(ValueError):
    """The Vietnamese reason, to stand after "Không đọc được …: "."""


def source_text(path: Path) -> SourceText:
    """The text of a file. NotFound; BadInput with one sentence for everything that holds no plan in text."""
    try:
        data = _bytes_of(path)
        if path.name.startswith("~$") and len(data) < 1024:
            raise _Refused(WORDS_OWN)
        source = _by_content(data)
        letters = sum(map(len, source.lines))
        if letters > MAX_LETTERS:
            raise _Refused(TOO_LONG)
        if not any(line.strip() for line in source.lines):
            raise _Refused(NO_LETTERS)
    except _Refused as error:
        raise BadInput(f"Không đọc được “{path.name}”: {error}.") from error
    lines, recoded = in_unicode(source.lines)
    if recoded:
        return replace(source, lines=tuple(lines), notes=(*source.notes, recoded))
    return source


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _Refused("đây không phải là tệp, hãy chọn một tệp Word, PDF hoặc văn bản")
        if status.st_size > MAX_FILE_BYTES:
            raise _Refused(TOO_BIG)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"Không có tệp “{path}”.") from error
    except OSError as error:
        raise _Refused("máy không cho đọc tệp này, hãy đóng tệp ở chương trình khác rồi làm lại") from error


def _by_content(data: bytes) -> SourceText:
    """By what the file is, not by what it is called."""
    if not data.strip():
        raise _Refused("tệp trống, hãy xem lại đã chọn đúng tệp chưa")
    if data.startswith(b"PK\x03\x04"):
        return _word(data)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return _pdf(data)
    if data.startswith(_OLE):
        raise _Refused(_old_office(data))
    if data.lstrip().startswith(b"{\\rtf"):
        raise _Refused("đây là tệp RTF, hãy mở bằng Word rồi ghi lại dạng .docx")
    if data.startswith(_PICTURES) or data[4:8] == b"ftyp":
        raise _Refused("đây là tệp ảnh, không có chữ để đọc; hãy dùng tệp Word hoặc gõ lại")
    if data.startswith(_ARCHIVES):
        raise _Refused("đây là tệp nén, hãy giải nén rồi chọn tệp kế hoạch bên trong")
    text, notes = _plain(data)
    if text.lstrip()[:200].lower().startswith(("<!doctype html", "<html", "<?xml")):
        raise _Refused("đây là trang web đã ghi lại, hãy mở ra, chép chữ rồi dán vào chương trình")
    return SourceText(tuple(text.replace("\f", f"\n{PAGE}").split("\n")), notes=notes)


def _old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "tệp Word này có mật khẩu, hãy mở bằng Word, bỏ mật khẩu rồi ghi lại"
    if "Workbook".encode("utf-16-le") in data:
        return "đây là tệp Excel; hãy chọn tệp Word của kế hoạch, hoặc chép chữ rồi dán vào chương trình"
    if "PowerPoint Document".encode("utf-16-le") in data:
        return "đây là tệp PowerPoint; hãy chọn tệp Word của kế hoạch"
    return "đây là tệp Word đời cũ (.doc), hãy mở bằng Word rồi ghi lại dạng .docx"


def _plain(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and what is to be said of its code."""
    try:
        found = decoded(data)
    except UnknownEncoding as error:
        raise _Refused(NO_TEXT if b"\0" in data else NOT_UNICODE) from error
    hidden = sum(1 for letter in found.text if ord(letter) < 32 and letter not in "\t\n\r\f\v")
    if hidden > len(found.text) // 50:
        raise _Refused(NO_TEXT)
    return _lines(found.text), (RECODED.format(font=found.old),) if found.old else ()


def _lines(text: str) -> str:
    """Lines as Windows, old Macs and Word's soft breaks end them, all ended by one sign."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")


def _word(data: bytes) -> SourceText:
    from dialogue_desktop.exchange.plan_reading_docx import word_text
    from dialogue_desktop.exchange.plan_reading_docx_parts import NotWord

    try:
        found = word_text(data)
    except NotWord as error:
        raise _Refused(str(error)) from error
    return SourceText(tuple(found.lines), True, tuple(found.beside), tuple(found.notes))


def _pdf(data: bytes) -> SourceText:
    from dialogue_desktop.exchange.plan_reading_pdf import NotPdf, pdf_text

    try:
        found = pdf_text(data)
    except NotPdf as error:
        raise _Refused(str(error)) from error
    return SourceText(found.lines, notes=found.notes)
