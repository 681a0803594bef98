"""Which kind of table a file is, by its content and not by its name, and what to do about the others."""

from __future__ import annotations

import stat
from pathlib import Path

from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.exchange import table_csv, table_docx, table_xlsx
from dialogue_desktop.exchange.table_types import Refused, TableFile
from dialogue_desktop.exchange.table_zip import DAMAGED, PASSWORD, OfficeZip

MAX_FILE_BYTES = 50 * 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
_SAVE_AS_XLSX = "hãy mở bằng Excel rồi ghi lại dạng “Excel Workbook (.xlsx)”"


def read_tables(path: Path) -> TableFile:
    """The tables of an XLSX, XLSM, DOCX or CSV file. NotFound; BadInput with one sentence for all others.

    Nothing is kept open, so that Excel can have the file at the same time.
    """
    try:
        return _by_content(_bytes_of(path))
    except Refused as error:
        raise BadInput(f"Không đọc được “{path.name}”: {error}. Chưa lưu gì.") from error


def read_pasted(text: str) -> TableFile:
    """The table in pasted rows. BadInput where there is none."""
    if not text.strip():
        raise BadInput("Chưa có dòng nào để đọc. Hãy chép các dòng trong Excel hoặc Word rồi dán vào đây.")
    try:
        return table_csv.read_pasted(text)
    except Refused as error:
        raise BadInput(f"Không đọc được đoạn đã dán: {error}. Chưa lưu gì.") from error


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Refused("đây không phải là tệp")
        if status.st_size > MAX_FILE_BYTES:
            raise Refused(
                f"tệp lớn hơn {MAX_FILE_BYTES // 2**20} MB; hãy bỏ ảnh trong tệp hoặc chia thành nhiều tệp"
            )
        if path.name.startswith("~$"):
            raise Refused(
                "đây là tệp tạm mà Excel hoặc Word tự tạo khi đang mở; hãy chọn tệp cùng tên không có “~$”"
            )
        with path.open("rb") as stream:
            # No more than there is: a buffer is made for as much as one asks for.
            return stream.read(status.st_size + 1)
    except FileNotFoundError as error:
        raise NotFound(f"Không có tệp “{path}”.") from error
    except PermissionError as error:
        raise Refused(
            "tệp đang được chương trình khác giữ hoặc máy không cho đọc; hãy đóng tệp trong Excel rồi làm lại"
        ) from error
    except OSError as error:
        raise Refused("máy không đọc được tệp này; hãy chép tệp sang máy rồi làm lại") from error


def _by_content(data: bytes) -> TableFile:
    if not data.strip():
        raise Refused("tệp trống")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _office(data)
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        raise Refused("đây là tệp PDF; hãy xin tệp Excel hoặc Word gốc, hoặc chép bảng rồi dán vào ô nhập")
    if data.startswith(_OLE):
        raise Refused(_old_office(data))
    if head.startswith(b"{\\rtf"):
        raise Refused("đây là tệp RTF; hãy mở bằng Word rồi ghi lại dạng .docx")
    if data.startswith(_PICTURES):
        raise Refused("đây là tệp ảnh, không có chữ để đọc; hãy gõ lại vào mẫu Excel của chương trình")
    if data.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise Refused("đây là tệp nén; hãy giải nén rồi chọn tệp bên trong")
    low = head[:1024].lower()
    if low.startswith((b"<!doctype html", b"<html")) or b"<table" in low or b"<html" in low:
        raise Refused(f"đây là trang web mang tên tệp Excel; {_SAVE_AS_XLSX}")
    if low.startswith((b"<?xml", b"\xff\xfe<\0?\0x\0m\0l")):
        raise Refused(f"đây là tệp XML; {_SAVE_AS_XLSX}")
    return table_csv.read_csv(data)


def _office(data: bytes) -> TableFile:
    names = OfficeZip(data).names
    if "xl/workbook.bin" in names:
        raise Refused(f"đây là tệp Excel dạng nhị phân (.xlsb); {_SAVE_AS_XLSX}")
    if any(name.startswith("xl/") for name in names):
        return table_xlsx.read(data)
    if "word/document.xml" in names:
        return table_docx.read(data)
    if "content.xml" in names and "mimetype" in names:
        raise Refused(f"đây là tệp OpenDocument; {_SAVE_AS_XLSX}")
    if any(name.startswith("ppt/") for name in names):
        raise Refused("đây là tệp PowerPoint, không có bảng để đọc")
    if any(name.startswith("index/") for name in names):
        raise Refused("đây là tệp Numbers của máy Mac; hãy xuất ra dạng Excel rồi chọn tệp ấy")
    if not names:
        raise Refused(DAMAGED)
    raise Refused("đây là tệp nén; hãy giải nén rồi chọn tệp Excel, Word hoặc CSV bên trong")


def _old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return PASSWORD
    if "WordDocument".encode("utf-16-le") in data:
        return "đây là tệp Word đời cũ (.doc); hãy mở bằng Word rồi ghi lại dạng .docx"
    return f"đây là tệp Excel đời cũ (.xls); {_SAVE_AS_XLSX}"
