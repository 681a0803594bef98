"""The last step of every workbook: the same content gives the same bytes, and formulas carry their values."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

_BEGINNING = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_FIXED_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
_FORMULA = re.compile(rb'(<c r="(?P<cell>[A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)(?:<v></v>|<v ?/>)')


def finished(
    workbook: Workbook, values: Mapping[tuple[str, str], int | float], *, growing: Collection[str] = ()
) -> bytes:
    """XLSX bytes. `values` are the results of formulas by (sheet, cell); Excel counts anew on opening.

    Rows of the `growing` sheets have their heights for now: Excel fits them anew to what is typed, as it does
    with heights that it found itself.
    """
    buffer = io.BytesIO()
    workbook.save(buffer)
    files = {f"xl/worksheets/sheet{n}.xml": sheet.title for n, sheet in enumerate(workbook.worksheets, 1)}
    result = io.BytesIO()
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(result, "w") as archive:
        for name in sorted(made.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            data = made.read(name)
            if name == "docProps/core.xml":
                data = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", data)
            elif name in files:
                data = _with_values(data, files[name], values)
                if files[name] in growing:
                    data = _FIXED_HEIGHT.sub(rb"\1", data)
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=6)
    return result.getvalue()


def _with_values(data: bytes, sheet: str, values: Mapping[tuple[str, str], int | float]) -> bytes:
    def put(match: re.Match[bytes]) -> bytes:
        value = values.get((sheet, match["cell"].decode()))
        return match[1] + (f"<v>{value!r}</v>".encode() if value is not None else b"<v></v>")

    return _FORMULA.sub(put, data)
