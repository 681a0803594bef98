"""The zip form of a package: read with limits against hostile files, written the same way every time.

Photographs and scans of a conference may be many: apart from `conference.json` only one file is in memory at
a time, on the way in and on the way out.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import ItemsView, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from dialogue_desktop.exchange.package import JSON_NAME, PackageFault
from dialogue_desktop.exchange.package_json import MAX_JSON_BYTES, shown

#: What a package may hold unpacked, and one file of it: forty times a large conference with photographs.
MAX_UNPACKED_BYTES = 2 * 1024**3
MAX_FILE_BYTES = 64 * 1024**2
MAX_ENTRIES = 2_000
SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")

_UNIX = 3
_REGULAR_FILE = (stat.S_IFREG | 0o644) << 16
_BEGINNING = (1980, 1, 1, 0, 0, 0)
#: What is compressed in itself: trying again takes long and gains nothing.
_DENSE = frozenset(
    {".jpg", ".jpeg", ".png", ".pdf", ".docx", ".xlsx", ".pptx", ".zip", ".mp4", ".mp3", ".webp"}
)


class ZipFiles(Mapping[str, bytes]):
    """The files of a zip that was looked over, each read when it is asked for. PackageFault where one turns
    out to be broken. Nothing is ever written to the disk by name."""

    def __init__(self, source: Path | bytes, names: tuple[str, ...]) -> None:
        self._source, self._names = source, names

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        with _opened(self._source) as archive:
            return _content(archive, name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def items(self) -> ItemsView[str, bytes]:
        """All of them one after another, with the zip opened once."""
        return _Items(self)

    def each(self) -> Iterator[tuple[str, bytes]]:
        with _opened(self._source) as archive:
            for name in self._names:
                yield name, _content(archive, name)


class _Items(ItemsView[str, bytes]):
    _mapping: ZipFiles

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        return self._mapping.each()


def unpack(source: Path | bytes) -> tuple[bytes, ZipFiles]:
    """The JSON and the other files by name, of a file or of its bytes.

    PackageFault for a broken or encrypted zip, names that lead out of the folder, links, names used twice,
    too many files, or more than `MAX_UNPACKED_BYTES` unpacked, whatever the zip itself says of its sizes.
    """
    with _opened(source) as archive:
        names = _looked_over(archive)
        if JSON_NAME not in names:
            raise PackageFault(f"trong tệp zip không có {JSON_NAME}")
        json_data = _content(archive, JSON_NAME)
    return json_data, ZipFiles(source, tuple(name for name in names if name != JSON_NAME))


@contextmanager
def _opened(source: Path | bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(source if isinstance(source, Path) else io.BytesIO(source)) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        if isinstance(error, PackageFault):
            raise
        raise PackageFault("tệp zip bị hỏng") from error


def _looked_over(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """The names, after every entry was checked. The sizes that a zip gives are those at which `zipfile` stops
    reading, so that their sum is a true limit."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise PackageFault(f"tệp zip có quá {MAX_ENTRIES} tệp bên trong")
    names: dict[str, None] = {}
    left = MAX_UNPACKED_BYTES
    for entry in entries:
        _check_entry(entry)
        if entry.is_dir():
            continue
        if entry.filename in names:
            raise PackageFault(f"tệp zip có hai tệp cùng tên “{shown(entry.filename)}”")
        left -= entry.file_size
        if left < 0:
            raise PackageFault(f"nội dung mở ra lớn hơn {MAX_UNPACKED_BYTES // 2**20} MB")
        names[entry.filename] = None
    return tuple(names)


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    limit = MAX_JSON_BYTES if name == JSON_NAME else MAX_FILE_BYTES
    with archive.open(name) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise PackageFault(f"tệp “{shown(name)}” bên trong mở ra lớn hơn {limit // 2**20} MB")
    return content


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    # What the archive really says; zipfile itself turns the separators of Windows.
    raw = entry.orig_filename
    parts = PurePosixPath(name).parts
    leads_out = (
        not parts
        or name.startswith(("/", "\\"))
        or "\\" in raw
        or "\0" in raw
        or ":" in name
        or any(part in ("..", ".") for part in name.split("/"))
    )
    if leads_out:
        raise PackageFault(f"tên “{shown(raw)}” trong tệp zip không dùng được")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackageFault(f"“{shown(name)}” trong tệp zip là liên kết, không phải tệp")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise PackageFault(f"“{shown(name)}” trong tệp zip nén bằng cách lạ")
    if entry.flag_bits & 0x1:
        raise PackageFault("tệp zip có mật khẩu")


def pack_into(stream: BinaryIO, json_data: bytes, files: Mapping[str, bytes]) -> None:
    """The same content always gives the same bytes: order by name, no time, no owner, fixed permissions."""
    with zipfile.ZipFile(stream, "w") as archive:
        add(archive, JSON_NAME, json_data)
        for name in sorted(files):
            add(archive, name, files[name])


def add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """One file, always written alike."""
    archive.writestr(like(name), content, compresslevel=6)


def like(name: str) -> zipfile.ZipInfo:
    """The head of an entry that is the same on every machine."""
    entry = zipfile.ZipInfo(name, _BEGINNING)
    entry.create_system = _UNIX
    entry.external_attr = _REGULAR_FILE
    dense = PurePosixPath(name).suffix.lower() in _DENSE
    entry.compress_type = zipfile.ZIP_STORED if dense else zipfile.ZIP_DEFLATED
    return entry
