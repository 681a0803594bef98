"""A package to its file, the same bytes for the same content (G5)."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from dialogue_desktop import codec
from dialogue_desktop.errors import BadInput
from dialogue_desktop.exchange import package_zip
from dialogue_desktop.exchange.file_out import write_through, write_whole
from dialogue_desktop.exchange.package import Package

ONLY_ZIP = (
    "Hội nghị này có văn bản đã phát hành hoặc tệp minh chứng mà gói JSON không chứa được; "
    "chưa ghi tệp nào, dữ liệu không thay đổi. Hãy xuất gói dạng zip."
)
NO_FILES: Mapping[str, bytes] = MappingProxyType({})


def to_json(package: Package) -> bytes:
    """Readable JSON, UTF-8, in the order of the types."""
    return codec.pretty(codec.to_json(package))


def to_zip(package: Package, files: Mapping[str, bytes] = NO_FILES) -> bytes:
    """`conference.json` and the files that `package.documents` names."""
    buffer = io.BytesIO()
    package_zip.pack_into(buffer, to_json(package), files)
    return buffer.getvalue()


def write_package(
    package: Package, path: Path, *, as_zip: bool, files: Mapping[str, bytes] = NO_FILES
) -> None:
    """Write the file whole or not at all; `files` are asked for one by one. BadInput where the place cannot
    be written, or where issued documents would be lost because JSON has no room for them."""
    if not as_zip:
        refuse_json(package)
        write_whole(path, to_json(package))
        return
    text = to_json(package)
    write_through(path, lambda stream: package_zip.pack_into(stream, text, files))


def refuse_json(package: Package) -> None:
    """BadInput for a conference with kept files."""
    if any(not one.absent for one in package.documents):
        raise BadInput(ONLY_ZIP)
