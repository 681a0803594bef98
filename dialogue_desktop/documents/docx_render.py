"""Documents as DOCX bytes: python-docx gives the package, the body is written as one piece of XML."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

import docx
from docx.oxml import parse_xml

from dialogue_desktop.documents.compose import compose, label_para
from dialogue_desktop.documents.docx_body import SECTION_END, TINY, BodyWriter
from dialogue_desktop.documents.docx_lines import run_xml
from dialogue_desktop.documents.docx_styles import NAMESPACES, style_id, styles_xml, twips
from dialogue_desktop.documents.flow import RenderResult, Sheaf
from dialogue_desktop.documents.fonts import FontSet
from dialogue_desktop.documents.lines import Breaker
from dialogue_desktop.documents.sheet import MM, Sheet
from dialogue_desktop.documents.tree import Document

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument

_SETTINGS = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    "</w:settings>"
)


def render(document: Document, sheet: Sheet, fonts: FontSet) -> RenderResult:
    """One document with its own label. The same tree gives the same bytes."""
    breaker = Breaker(fonts)
    sheaves = compose(document, sheet, fonts)
    more = {style.name: style for sheaf in sheaves for style in sheaf.styles}
    package = docx.Document()
    _replace(package.styles.element, styles_xml(sheet, more.values()))
    _replace(package.settings.element, _SETTINGS)
    numbered = _header(package, _number_xml(sheet))
    empty = _header(package, f'<w:p><w:pPr><w:pStyle w:val="{style_id("page_number")}"/></w:pPr></w:p>')
    first = (
        _header(package, _label_xml(document.label, sheet, breaker, sheaves[0])) if document.label else empty
    )
    none = _header(package, TINY.format(more=""))
    code = []
    for k, sheaf in enumerate(sheaves):
        last = k == len(sheaves) - 1
        code.append(BodyWriter(sheaf, sheet, breaker).body(followed=not last))
        heads = (numbered, empty if k else first) if sheaf.numbered else (none, none)
        properties = _section_xml(sheaf, sheet, heads)
        code.append(properties if last else SECTION_END.format(more=properties))
    _replace(package.element.body, f"<w:body {NAMESPACES}>{''.join(code)}</w:body>")
    _describe(package, document)
    return RenderResult(_packed(package), 0)


def _replace(element: Any, xml: str) -> None:
    """Put the children of `xml` in the place of the element's own."""
    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(xml)))


def _header(package: DocxDocument, xml: str) -> str:
    """A new header part; its relation id."""
    part, relation = package.part.add_header_part()  # type: ignore[no-untyped-call]  # of python-docx
    _replace(part.element, f"<w:hdr {NAMESPACES}>{xml}</w:hdr>")
    return str(relation)


def _number_xml(sheet: Sheet) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id("page_number")}"/></w:pPr>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _label_xml(label: str, sheet: Sheet, breaker: Breaker, sheaf: Sheaf) -> str:
    """The boxed label: a bordered paragraph as wide as its words, at the right margin."""
    para = label_para(label, sheet)
    look, style = sheet.label, para.style
    side, edge = look.padding[0] * MM, look.padding[1] * MM
    room = sheaf.text_width - 2 * side
    lines = breaker.lines(para.runs, style.size, room, room)
    inner = max(line.width for line in lines) + 1.0  # a little more than measured, lest Word wrap it
    left = max(sheaf.text_width - side - inner, side)
    border = f'w:val="single" w:sz="{round(look.weight * 8)}" w:color="auto"'
    box = "".join(
        f'<w:{name} {border} w:space="{round(space)}"/>'
        for name, space in (("top", edge), ("left", side), ("bottom", edge), ("right", side))
    )
    runs = "".join(run_xml(run, style.bold, style.italic, style.underline) for run in para.runs)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(style.name)}"/><w:pBdr>{box}</w:pBdr>'
        f'<w:ind w:left="{twips(left)}" w:right="{twips(side)}"/></w:pPr>{runs}</w:p>'
    )


def _section_xml(sheaf: Sheaf, sheet: Sheet, heads: tuple[str, str]) -> str:
    """Paper, margins and the headers of the later pages and of the first."""
    lying = ' w:orient="landscape"' if sheaf.width > sheaf.height else ""
    # A header that reaches into the text would push it down.
    head = twips(sheet.page.number_top * MM if sheaf.numbered else sheaf.top / 2)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id={quoteattr(heads[0])}/>'
        f'<w:headerReference w:type="first" r:id={quoteattr(heads[1])}/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(sheaf.width)}" w:h="{twips(sheaf.height)}"{lying}/>'
        f'<w:pgMar w:top="{twips(sheaf.top)}" w:right="{twips(sheaf.right)}" '
        f'w:bottom="{twips(sheaf.bottom)}" w:left="{twips(sheaf.left)}" '
        f'w:header="{head}" w:footer="{head}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _describe(package: DocxDocument, document: Document) -> None:
    """Metadata of the file; python-docx's template has its own, which goes."""
    core = package.core_properties
    core.title = document.title[:255]
    core.author = core.last_modified_by = document.author[:255]
    core.created = core.modified = document.created.replace(tzinfo=None)
    core.comments = core.keywords = core.subject = core.category = ""
    core.language = "vi-VN"
    core.revision = 1
    relations = package.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def _packed(package: DocxDocument) -> bytes:
    """The package as bytes that depend on nothing but its content: fixed times, fixed order."""
    raw = BytesIO()
    package.save(raw)
    out = BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            entry = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(item))
    return out.getvalue()
