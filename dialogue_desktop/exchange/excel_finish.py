"""The last step of every workbook: the same content gives the same bytes, and formulas carry their values."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from dialogue_desktop.exchange.excel_style import LongTable

if TYPE_CHECKING:
    from openpyxl import Workbook

_ROWS_AT_ONCE = 500
_BEGINNING = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_FIXED_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
_FORMULA = re.compile(
    rb'<c r="(?P<cell>[A-Z]+[0-9]+)"(?P<style>[^>]*)>(?P<formula><f>[^<]*</f>)(?:<v></v>|<v ?/>)'
)
#: openpyxl cannot say that a chart's numbers have a form of their own; without it the cells' form is taken.
_CHART_FORMAT = re.compile(rb'(<(?:c:)?numFmt formatCode="[^"]*") ?/>')
_DIMENSION = re.compile(rb'(<dimension ref=")[^"]*"')


def finished(
    workbook: Workbook,
    values: Mapping[tuple[str, str], float | str],
    *,
    long: Mapping[str, LongTable] = MappingProxyType({}),
    growing: Collection[str] = (),
) -> bytes:
    """XLSX bytes. `values` are the results of formulas by (sheet, cell): Excel counts anew on opening, but
    a mail's preview, a telephone or Excel's protected view shows what is kept. `long` are the tables whose
    rows are put in here, by sheet.

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
            elif name.startswith("xl/charts/chart"):
                data = _CHART_FORMAT.sub(rb'\g<1> sourceLinked="0"/>', data)
            elif name in files:
                data = _with_values(data, files[name], values)
                if files[name] in growing:
                    data = _FIXED_HEIGHT.sub(rb"\1", data)
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as part:
                table = long.get(files.get(name, ""))
                for piece in (data,) if table is None else _with_rows(data, table):
                    part.write(piece)
    return result.getvalue()


def _with_values(data: bytes, sheet: str, values: Mapping[tuple[str, str], float | str]) -> bytes:
    def put(match: re.Match[bytes]) -> bytes:
        value = values.get((sheet, match["cell"].decode()))
        kind, shown = b"", b""
        if isinstance(value, str):
            kind, shown = b' t="str"', escape(value).encode()
        elif value is not None:
            shown = repr(value).encode()
        return b'<c r="%b"%b%b>%b<v>%b</v>' % (match["cell"], match["style"], kind, match["formula"], shown)

    return _FORMULA.sub(put, data)


def _with_rows(data: bytes, table: LongTable) -> Iterator[bytes]:
    """The sheet in pieces: many rows need no memory a second time."""
    from openpyxl.utils import get_column_letter

    head, mark, tail = data.partition(b"</sheetData>")
    whole = f"A1:{get_column_letter(table.columns)}{table.last_row}"
    head = _DIMENSION.sub(rb'\g<1>%b"' % whole.encode(), head)
    yield head
    for first in range(0, len(table.rows), _ROWS_AT_ONCE):
        yield b"".join(table.rows[first : first + _ROWS_AT_ONCE])
    # A letter's number, a year that a citizen wrote: texts, and no mistake to be marked in a cell's corner.
    known = f'<ignoredErrors><ignoredError sqref="{whole}" numberStoredAsText="1" twoDigitTextYear="1"/>'
    yield mark + tail.replace(b"</worksheet>", f"{known}</ignoredErrors></worksheet>".encode())
