"""Putting finished PDF files one after another (pypdf: it copies pages with their streams as they are)."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter


def join(files: Sequence[bytes]) -> bytes:
    """One PDF with all pages; metadata of the first. ValueError without files."""
    if not files:
        raise ValueError("nothing to join")
    writer = PdfWriter()
    for data in files:
        writer.append(BytesIO(data), import_outline=False)
    metadata = PdfReader(BytesIO(files[0])).metadata
    if metadata:
        writer.add_metadata({key: str(value) for key, value in metadata.items()})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
