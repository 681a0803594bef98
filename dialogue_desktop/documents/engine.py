"""The press: fonts, sheets and phrases of the resources folder, and every way to render a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dialogue_desktop.documents import fonts as font_files
from dialogue_desktop.documents import sheet as sheets
from dialogue_desktop.documents.flow import Pulse, RenderResult, unhurried
from dialogue_desktop.documents.fonts import FontSet
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.documents.sheet import Sheet
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.lists import house_rules


class Engine:
    """Renders documents with the sheet that each names. May be used from several threads.

    `system_fonts=False` keeps to the shipped font, so that bytes are the same on every machine.
    """

    def __init__(self, resources: Path, *, system_fonts: bool = True) -> None:
        self._resources = resources
        self.fonts: FontSet = font_files.find(resources / "fonts" / "tinos", system=system_fonts)

    def sheet(self, style: str) -> Sheet:
        """The sheet "nd30", "dang_36" or "dang_05". ValueError for another name."""
        if style not in sheets.STYLES:
            raise ValueError(f"no sheet named {style!r}")
        return sheets.load(self._resources / "styles", style)

    def phrases(self, name: str) -> Phrases:
        """The words of a form, from resources/phrases/<name>.toml."""
        return Phrases(self._resources / "phrases", name)

    def house_rules(self) -> tuple[str, ...]:
        """The rules of a conference that come with the program."""
        return house_rules(self._resources / "lists")

    def pdf(self, document: Document, pulse: Pulse = unhurried) -> RenderResult:
        """One PDF with the document's own label, its page count, places and missing characters."""
        from dialogue_desktop.documents.pdf_render import render

        return render(document, self.sheet(document.style), self.fonts, pulse)

    def pdf_copies(self, copies: Sequence[tuple[Document, str]]) -> tuple[RenderResult, ...]:
        """A PDF for each (document, label); copies of an equal document are laid out and written once."""
        from dialogue_desktop.documents.pdf_render import render_copies

        if not copies:
            return ()
        return render_copies(copies, self._common_sheet(copies), self.fonts)

    def pdf_job(self, copies: Sequence[tuple[Document, str]]) -> RenderResult:
        """All copies one after another in one PDF; each numbers its own pages."""
        from dialogue_desktop.documents.pdf_render import render_job

        return render_job(copies, self._common_sheet(copies), self.fonts)

    def join(self, files: Sequence[bytes]) -> bytes:
        """Finished PDF files one after another as one; the same files give the same bytes."""
        from dialogue_desktop.documents.pdf_join import join

        return join(files)

    def docx(self, document: Document) -> RenderResult:
        """One DOCX with the document's own label; `pages` is 0, for only Word knows them."""
        from dialogue_desktop.documents.docx_render import render

        return render(document, self.sheet(document.style), self.fonts)

    def text(self, document: Document) -> str:
        """The document as plain text."""
        from dialogue_desktop.documents.plain import render

        return render(document, self.sheet(document.style), self.fonts)

    def _common_sheet(self, copies: Sequence[tuple[Document, str]]) -> Sheet:
        styles = {document.style for document, _ in copies}
        if len(styles) != 1:
            raise ValueError("copies in one job need one sheet")
        return self.sheet(styles.pop())
