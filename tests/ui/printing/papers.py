"""Small PDF files for tests of printing, made without the program's own engine."""

from __future__ import annotations

from io import BytesIO

A4 = (595.2756, 841.8898)


def paper(*texts: str, size: tuple[float, float] = A4) -> bytes:
    """One page per text, the text near the top and a thin frame 20 mm from the edges."""
    from reportlab.pdfgen.canvas import Canvas

    held = BytesIO()
    canvas = Canvas(held, pagesize=size, invariant=1)
    for text in texts:
        canvas.setFont("Times-Roman", 14)
        canvas.drawString(85, size[1] - 90, text)
        canvas.setLineWidth(0.7)
        canvas.rect(56.7, 56.7, size[0] - 113.4, size[1] - 113.4)
        canvas.showPage()
    canvas.save()
    return held.getvalue()
