"""Documents as PDF bytes: one, labelled copies that share one layout, and all copies as one print job."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desktop.documents.compose import compose, label_para
from dialogue_desktop.documents.flow import Place, Pulse, RenderReport, RenderResult, unhurried
from dialogue_desktop.documents.fonts import FontSet
from dialogue_desktop.documents.lines import Breaker
from dialogue_desktop.documents.pages import Laid, lay_out
from dialogue_desktop.documents.pdf_file import Meta, Part, PdfFile
from dialogue_desktop.documents.sheet import Sheet
from dialogue_desktop.documents.sight import Sight
from dialogue_desktop.documents.tree import Document

Labelled = tuple[Document, str]
"""A document and the label of one copy of it ("" for none)."""


def render(document: Document, sheet: Sheet, fonts: FontSet, pulse: Pulse = unhurried) -> RenderResult:
    """One document with its own label."""
    (result,) = render_copies([(document, document.label)], sheet, fonts, pulse)
    return result


def render_copies(
    copies: Sequence[Labelled], sheet: Sheet, fonts: FontSet, pulse: Pulse = unhurried
) -> tuple[RenderResult, ...]:
    """A file for each copy. Copies of the same document differ in nothing but the label's box."""
    results: dict[int, RenderResult] = {}
    for document, places in _grouped(copies):
        sight, laid = _laid(document, sheet, fonts, pulse)
        pdf = PdfFile(fonts, Meta(document.title, document.author, document.created))
        part = Part(laid, sheet)
        codes = [_code(pdf, part, copies[k][1], sight) for k in places]
        report = sight.report()
        if len({bool(code) for code in codes}) > 1:
            # Some with a box, some without: the latter keep an empty stream of the same length.
            codes = [code or "\n" for code in codes]
        size = max(len(code) for code in codes)
        codes = [code.ljust(size) for code in codes]
        pdf.add(part, codes[0], pulse)
        data = pdf.bytes()
        at = data.index(codes[0].encode("ascii")) if codes[0] else 0
        for k, code in zip(places, codes, strict=True):
            patched = data if code == codes[0] else data[:at] + code.encode("ascii") + data[at + size :]
            results[k] = RenderResult(
                patched, len(laid.pages), report, tuple(laid.places), tuple(laid.starts)
            )
    return tuple(results[k] for k in range(len(copies)))


def render_job(copies: Sequence[Labelled], sheet: Sheet, fonts: FontSet) -> RenderResult:
    """All copies one after another in one file, each with its own page numbers; `places` go on counting."""
    if not copies:
        raise ValueError("a print job needs at least one copy")
    first = copies[0][0]
    pdf = PdfFile(fonts, Meta(first.title, first.author, first.created))
    layouts: dict[int, tuple[Sight, Laid]] = {}
    for document, indices in _grouped(copies):
        laid = _laid(document, sheet, fonts)
        layouts.update(dict.fromkeys(indices, laid))
    pages = 0
    places: list[Place] = []
    sights: dict[int, Sight] = {}
    for k, (_, label) in enumerate(copies):
        sight, laid_out = layouts[k]
        part = Part(laid_out, sheet)
        pdf.add(part, _code(pdf, part, label, sight))
        places += [
            Place(place.anchor, place.page + pages, place.x0, place.y0, place.x1, place.y1)
            for place in laid_out.places
        ]
        pages += len(laid_out.pages)
        sights[id(sight)] = sight
    missing = tuple(dict.fromkeys(glyph for sight in sights.values() for glyph in sight.report().missing))
    return RenderResult(pdf.bytes(), pages, RenderReport(missing), tuple(places))


def _laid(document: Document, sheet: Sheet, fonts: FontSet, pulse: Pulse = unhurried) -> tuple[Sight, Laid]:
    sight = Sight(fonts)
    sheaves = compose(document, sheet, fonts, sight, pulse)
    return sight, lay_out(sheaves, sheet, Breaker(fonts), pulse)


def _code(pdf: PdfFile, part: Part, label: str, sight: Sight) -> str:
    if not label:
        return ""
    return pdf.label_code(Part(part.laid, part.sheet, label_para(sight.seen(label), part.sheet)))


def _grouped(copies: Sequence[Labelled]) -> list[tuple[Document, list[int]]]:
    """The different documents with the places of their copies; the label of a document plays no part."""
    groups: list[tuple[Document, list[int]]] = []
    for k, (document, _) in enumerate(copies):
        for known, indices in groups:
            if known is document or known.labelled("") == document.labelled(""):
                indices.append(k)
                break
        else:
            groups.append((document, [k]))
    return groups
