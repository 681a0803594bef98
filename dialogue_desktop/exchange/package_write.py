"""A package to its file, the same bytes for the same content (G5)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from dialogue_desktop import codec
from dialogue_desktop.errors import BadInput
from dialogue_desktop.exchange import package_zip
from dialogue_desktop.exchange.file_out import write_whole
from dialogue_desktop.exchange.package import Package

NO_FILES: Mapping[str, bytes] = MappingProxyType({})


def to_json(package: Package) -> bytes:
    """Readable JSON, UTF-8, in the order of the types."""
    return codec.pretty(codec.to_json(package))


def to_zip(package: Package, files: Mapping[str, bytes] = NO_FILES) -> bytes:
    """`conference.json` and the files that `package.documents` names."""
    return package_zip.pack(to_json(package), files)


def write_package(
    package: Package, path: Path, *, as_zip: bool, files: Mapping[str, bytes] = NO_FILES
) -> None:
    """Write the file whole or not at all. BadInput where the place cannot be written, or where issued
    documents would be lost because JSON has no room for them."""
    if package.documents and not as_zip:
        raise BadInput("Hội nghị này có văn bản đã phát hành, chỉ xuất được dạng zip.")
    write_whole(path, to_zip(package, files) if as_zip else to_json(package))
