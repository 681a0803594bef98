"""Word files made part by part, for what no writing library puts into them: changes, boxes, notes, lists."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = {
    "numbering": "numbering",
    "styles": "styles",
    "footnotes": "footnotes",
    "header1": "header",
    "footer1": "footer",
}


def run(text: str, properties: str = "") -> str:
    more = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{more}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    more = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{more}{inside}</w:p>"


def plain(text: str, properties: str = "") -> str:
    return paragraph(run(text), properties)


def listed(text: str, number: int, level: int = 0) -> str:
    return plain(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def table(rows: Sequence[Sequence[str]], *, ruled: bool = False) -> str:
    """Cells are text; one that begins with "^" goes on from the cell above."""
    found = []
    for at, row in enumerate(rows):
        cells = []
        for place, text in enumerate(row):
            merge = ""
            if text.startswith("^"):
                merge, text = "<w:vMerge/>", ""
            elif at + 1 < len(rows) and place < len(rows[at + 1]) and rows[at + 1][place].startswith("^"):
                merge = '<w:vMerge w:val="restart"/>'
            inside = "".join(map(plain, text.split("\n")))
            cells.append(f"<w:tc><w:tcPr>{merge}</w:tcPr>{inside}</w:tc>")
        found.append(f"<w:tr>{''.join(cells)}</w:tr>")
    borders = f"<w:tblBorders>{_SIDES}</w:tblBorders>" if ruled else ""
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid/>{''.join(found)}</w:tbl>"


def levels(*forms: tuple[str, str], name: int = 1) -> str:
    """A list in which each depth has a form of number and a pattern ("upperRoman", "%1.")."""
    inside = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText '
        f'w:val="{pattern}"/></w:lvl>'
        for depth, (form, pattern) in enumerate(forms)
    )
    return f'<w:abstractNum w:abstractNumId="{name}">{inside}</w:abstractNum>'


def used(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def write(path: Path, body: Sequence[str], **parts: str) -> Path:
    """`parts`: the inside of numbering, styles, footnotes, header1, footer1."""
    roots = {
        "numbering": "numbering",
        "styles": "styles",
        "footnotes": "footnotes",
        "header1": "hdr",
        "footer1": "ftr",
    }
    links = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{_KINDS[name]}" Target="{name}.xml"/>'
        for at, name in enumerate(parts)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "[Content_Types].xml",
            f'{head}<Types xmlns="{package}/content-types"><Default Extension="rels" '
            f'ContentType="application/'
            'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/>'
            '<Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
        )
        made.writestr(
            "_rels/.rels",
            f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        made.writestr(
            "word/_rels/document.xml.rels",
            f'{head}<Relationships xmlns="{package}/relationships">{links}</Relationships>',
        )
        made.writestr(
            "word/document.xml",
            f"{head}<w:document {_W} {_MORE}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
        )
        for name, inside in parts.items():
            made.writestr(f"word/{name}.xml", f"{head}<w:{roots[name]} {_W}>{inside}</w:{roots[name]}>")
    return path
