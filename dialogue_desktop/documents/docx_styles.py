"""The sheet's text styles as Word styles, and measures in Word's units."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from dialogue_desktop.documents.sheet import MM, Sheet, TextStyle
from dialogue_desktop.documents.tree import Align

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
JUSTIFY = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def style_id(name: str) -> str:
    """The id of a sheet's text style in the file ("title_kind" → "TitleKind")."""
    return "".join(part.capitalize() for part in name.split("_"))


def styles_xml(sheet: Sheet, more: Iterable[TextStyle] = ()) -> str:
    """The whole styles part: defaults, the plain style, one style for each component, and `more`."""
    family = quoteattr(sheet.font.family)
    line = round(240 * sheet.font.spacing)
    body = sheet.text("body")
    fonts = f"<w:rFonts w:ascii={family} w:hAnsi={family} w:eastAsia={family} w:cs={family}/>"
    styles = "".join(_style_xml(style) for style in (*sheet.texts.values(), *more))
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="{round(body.size * 2)}"/><w:szCs w:val="{round(body.size * 2)}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        f"{styles}</w:styles>"
    )


def _style_xml(style: TextStyle) -> str:
    indent = ""
    if style.first or style.left:
        indent = f'<w:ind w:left="{twips(style.left * MM)}" w:firstLine="{twips(style.first * MM)}"/>'
    line = f' w:line="{twips(style.line)}" w:lineRule="atLeast"' if style.line else ""
    outline = f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else ""
    face = "".join(
        tag
        for tag, on in (
            ("<w:b/><w:bCs/>", style.bold),
            ("<w:i/><w:iCs/>", style.italic),
        )
        if on
    )
    under = '<w:u w:val="single"/>' if style.underline else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(style.name)}">'
        f'<w:name w:val={quoteattr(style.title)}/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        f'<w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}"{line}/>{indent}'
        f'<w:jc w:val="{JUSTIFY[style.align]}"/>{outline}</w:pPr><w:rPr>{face}'
        f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>{under}</w:rPr>'
        "</w:style>"
    )
