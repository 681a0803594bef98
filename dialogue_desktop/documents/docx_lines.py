"""Runs, empty room and the lines of a form as WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from dialogue_desktop.documents.docx_styles import style_id, twips
from dialogue_desktop.documents.flow import Blanks, Dots
from dialogue_desktop.documents.tree import Run


def run_xml(run: Run, bold: bool, italic: bool, underline: bool) -> str:
    """A run; only what differs from the paragraph's style is said."""
    face = ""
    if run.bold != bold:
        face += "<w:b/><w:bCs/>" if run.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    if run.italic != italic:
        face += "<w:i/><w:iCs/>" if run.italic else '<w:i w:val="0"/><w:iCs w:val="0"/>'
    if run.underline != underline:
        face += f'<w:u w:val="{"single" if run.underline else "none"}"/>'
    props = f"<w:rPr>{face}</w:rPr>" if face else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'


def room(height: float) -> str:
    """A paragraph without text that is exactly so high."""
    return (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{twips(height)}" w:lineRule="exact"/>'
        '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
    )


def form_lines(piece: Blanks | Dots, width: float, gap: float, line: float) -> str:
    """A line with labels, or lines to write on; `line` is the height of the type, `gap` the room above."""
    return _blanks(piece, gap, line) if isinstance(piece, Blanks) else _dots(piece, width, gap, line)


def _blanks(line: Blanks, gap: float, high: float) -> str:
    """Labels each followed by a tab that draws its dots; `high` is the height of the type."""
    style = line.style
    before = f'<w:spacing w:before="{twips(style.before + gap + max(line.pitch - high, 0.0))}"/>'
    tabs = "".join(f'<w:tab w:val="left" w:leader="dot" w:pos="{twips(part.end)}"/>' for part in line.parts)
    words = "".join(
        ('<w:r><w:t xml:space="preserve"> </w:t></w:r>' if k else "")
        + run_xml(part.runs[0], style.bold, style.italic, style.underline)
        + "<w:r><w:tab/></w:r>"
        for k, part in enumerate(line.parts)
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(style.name)}"/><w:tabs>{tabs}</w:tabs>{before}</w:pPr>'
        f"{words}</w:p>"
    )


def _dots(dots: Dots, width: float, gap: float, line: float) -> str:
    """A paragraph for each line to write on, of one tab that draws dots; `line` is the height of its type.

    The room stands before the line: LibreOffice does not hold an exact height where there is only a tab.
    """
    code = []
    for k in range(dots.count):
        before = dots.pitch - line + (dots.style.before + gap if k == 0 else 0.0)
        code.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style_id(dots.style.name)}"/><w:tabs>'
            f'<w:tab w:val="left" w:leader="dot" w:pos="{twips(width)}"/></w:tabs>'
            f'<w:spacing w:before="{twips(before)}"/></w:pPr><w:r><w:tab/></w:r></w:p>'
        )
    return "".join(code)
