"""The zip form of a package: read with limits against hostile files, written the same way every time."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from dialogue_desktop.exchange.package import JSON_NAME, PackageFault
from dialogue_desktop.exchange.package_json import MAX_JSON_BYTES, shown

MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_ENTRIES = 2_000
SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")

_UNIX = 3
_REGULAR_FILE = (stat.S_IFREG | 0o644) << 16
_BEGINNING = (1980, 1, 1, 0, 0, 0)


def unpack(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    """The JSON and the other files by name. Nothing is ever written to the disk by name.

    PackageFault for a broken or encrypted zip, names that lead out of the folder, links, names used twice,
    too many files, or more than `MAX_UNPACKED_BYTES` unpacked, whatever the zip itself says of its sizes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = _read_all(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        if isinstance(error, PackageFault):
            raise
        raise PackageFault("tệp zip bị hỏng") from error
    if JSON_NAME not in files:
        raise PackageFault(f"trong tệp zip không có {JSON_NAME}")
    return files.pop(JSON_NAME), files


def _read_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise PackageFault(f"tệp zip có quá {MAX_ENTRIES} tệp bên trong")
    files: dict[str, bytes] = {}
    left = MAX_UNPACKED_BYTES
    for entry in entries:
        _check_entry(entry)
        if entry.is_dir():
            continue
        if entry.filename in files:
            raise PackageFault(f"tệp zip có hai tệp cùng tên “{shown(entry.filename)}”")
        limit = min(left, MAX_JSON_BYTES) if entry.filename == JSON_NAME else left
        with archive.open(entry) as stream:
            content = stream.read(limit + 1)
        if len(content) > limit:
            raise PackageFault(f"nội dung mở ra lớn hơn {limit // 2**20} MB")
        left -= len(content)
        files[entry.filename] = content
    return files


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


def pack(json_data: bytes, files: Mapping[str, bytes]) -> bytes:
    """The same content always gives the same bytes: order by name, no time, no owner, fixed permissions."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in ((JSON_NAME, json_data), *sorted(files.items())):
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.create_system = _UNIX
            entry.external_attr = _REGULAR_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=6)
    return buffer.getvalue()
