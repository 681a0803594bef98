"""Parts of an Office file (XLSX, DOCX) taken out within limits; a document type declaration is refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers import expat

from dialogue_desktop.exchange.table_types import Refused

MAX_PARTS = 5_000
#: One sheet whose empty rows go to the end of Excel unpacks to about 300 MB.
MAX_SHEET_BYTES = 1024 * 1024 * 1024
MAX_PART_BYTES = 200 * 1024 * 1024
_CHUNK = 1 << 18
_STEP = 1 << 12
#: What stands before the first element; real files have a few hundred bytes there.
_MAX_PROLOG = 1 << 16

DAMAGED = "tệp bị hỏng hoặc chưa chép hết, hãy chép lại từ nơi gửi"
PASSWORD = "tệp có mật khẩu, hãy mở bằng Excel hoặc Word, bỏ mật khẩu rồi ghi lại"
TOO_BIG = "nội dung mở ra lớn hơn nhiều so với một danh sách của xã"
DECLARED = "trong tệp có khai báo lạ mà Excel và Word không bao giờ ghi (có thể gây hại); tệp không được mở"


class OfficeZip:
    """The parts by name. Nothing is ever written to the disk."""

    def __init__(self, data: bytes) -> None:
        with _faults():
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        entries = self._archive.infolist()
        if len(entries) > MAX_PARTS:
            raise Refused(TOO_BIG)
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise Refused(PASSWORD)
        self._entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}

    @property
    def names(self) -> frozenset[str]:
        """In small letters, as Office compares them."""
        return frozenset(self._entries)

    def chunks(self, name: str, limit: int = MAX_PART_BYTES) -> Iterator[bytes]:
        """A part in pieces, whatever the zip says of its size. Refused beyond `limit` bytes."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Refused(DAMAGED)
        taken = 0
        with _faults(), self._archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                taken += len(chunk)
                if taken > limit:
                    raise Refused(TOO_BIG)
                yield chunk

    def read(self, name: str, limit: int = MAX_PART_BYTES) -> bytes:
        return b"".join(self.chunks(name, limit))

    def refuse_declarations(self) -> None:
        """No part may declare entities: that is what every expansion attack needs. Refused."""
        for name in self._entries:
            if name.endswith((".xml", ".rels")):
                self._refuse_declaration(name)

    def _refuse_declaration(self, name: str) -> None:
        parser = guarded_parser()
        begun = False

        def start(_tag: str, _attributes: dict[str, str]) -> None:
            nonlocal begun
            begun = True
            parser.StartElementHandler = None

        parser.StartElementHandler = start
        fed = 0
        for chunk in self.chunks(name, MAX_SHEET_BYTES):
            for at in range(0, len(chunk), _STEP):
                feed(parser, chunk[at : at + _STEP])
                fed += _STEP
                if begun:
                    return
                if fed >= _MAX_PROLOG:
                    raise Refused(DECLARED)


def guarded_parser() -> expat.XMLParserType:
    """An XML parser that raises Refused at a document type declaration, before any entity is read.

    Names of elements come as "namespace}name"; the text of an element comes in one piece.
    """
    parser = expat.ParserCreate(namespace_separator="}")

    def declared(*_: object) -> None:
        raise Refused(DECLARED)

    parser.StartDoctypeDeclHandler = declared
    parser.EntityDeclHandler = declared
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    return parser


def feed(parser: expat.XMLParserType, data: bytes, *, last: bool = False) -> None:
    """Parse some more. Refused for XML that is not whole or in an encoding that Office never writes."""
    try:
        parser.Parse(data, last)
    except Refused:
        raise
    except (expat.ExpatError, LookupError, ValueError, OverflowError) as error:
        raise Refused(DAMAGED) from error


@contextmanager
def _faults() -> Iterator[None]:
    """What a damaged zip raises, as one sentence."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as error:
        raise Refused(DAMAGED) from error
    except ValueError as error:
        if isinstance(error, Refused):
            raise
        raise Refused(DAMAGED) from error
