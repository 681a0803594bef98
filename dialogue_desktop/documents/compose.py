"""Turning a tree into drawn pieces by the measures and words of its sheet: the only reader of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from dialogue_desktop.documents import compose_ends
from dialogue_desktop.documents.compose_forms import form_line, ticks, writing_lines
from dialogue_desktop.documents.compose_grid import grid
from dialogue_desktop.documents.flow import (
    Gap,
    Line,
    NewPage,
    Para,
    Piece,
    Pulse,
    Sheaf,
    Side,
    Whole,
    unhurried,
)
from dialogue_desktop.documents.fonts import FontSet
from dialogue_desktop.documents.leaves import bind
from dialogue_desktop.documents.lines import Breaker
from dialogue_desktop.documents.sheet import MM, Sheet, TextStyle
from dialogue_desktop.documents.sight import Sight, fit
from dialogue_desktop.documents.tree import (
    Addressee,
    Align,
    Appendix,
    Block,
    Chart,
    Columns,
    Document,
    FormLine,
    Heading,
    Item,
    KeepTogether,
    Letterhead,
    Level,
    MinutesSignature,
    Orientation,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Section,
    SignatureBlock,
    Spacer,
    Table,
    Ticks,
    Title,
    WritingLines,
)

#: Points beside the line of place and date: LibreOffice draws blanks in a row wider than they are.
_PEN_ROOM = 24.0
#: Letters of a paragraph of at most two lines, which Word moves whole as we do.
_LEAD_IN = 150
_LEVELS = {Level.PART: "part", Level.SECTION: "section", Level.CLAUSE: "clause", Level.POINT: "point"}


def compose(
    document: Document,
    sheet: Sheet,
    fonts: FontSet,
    sight: Sight | None = None,
    pulse: Pulse = unhurried,
) -> tuple[Sheaf, ...]:
    """The pieces of every section; with `sight` characters that the fonts lack are replaced by the mark.

    ValueError for table columns wider than the page's text.
    """
    composers: dict[tuple[int, Orientation], Composer] = {}

    def pieces(section: Section, own: Sheet) -> tuple[Piece, ...]:
        pulse()
        key = (id(own), section.orientation)
        composer = composers.get(key)
        if composer is None:
            composer = composers[key] = Composer(own, fonts, section.orientation, sight)
        return composer.section(section)

    return tuple(bind(document.sections, sheet, fonts, pieces))


def label_para(label: str, sheet: Sheet) -> Para:
    """The words in the box of a labelled copy."""
    style = sheet.text("label")
    words = fit(label).replace("\n", " ").strip()
    return Para(style, (Run(words.upper() if style.upper else words, style.bold, style.italic),))


class Composer:
    """Composes the blocks of sections on one kind of paper."""

    def __init__(self, sheet: Sheet, fonts: FontSet, orientation: Orientation, sight: Sight | None) -> None:
        self.sheet = sheet
        self.sight = sight
        self.fonts = fonts
        self.breaker = Breaker(fonts)
        page = sheet.page
        self.width = (sheet.paper(orientation)[0] - page.left - page.right) * MM
        self._made: dict[int, tuple[Piece, ...]] = {}
        self._heads: dict[tuple[tuple[str, ...], tuple[str, ...], tuple[float, float]], Side] = {}

    def section(self, section: Section) -> tuple[Piece, ...]:
        """The pieces of a section. What letters of a series share is one block for all of them: it is made
        once (the document holds its blocks, so that an id stays one block's)."""
        found: list[Piece] = []
        for block in section.blocks:
            made = self._made.get(id(block))
            if made is None:
                made = self._made[id(block)] = tuple(self.block(block))
            found += made
        return tuple(found)

    def pieces(self, blocks: Iterable[Block]) -> Iterator[Piece]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[Piece]:
        match block:
            case Letterhead():
                yield from self.letterhead(block)
            case Title():
                yield from self.title(block)
            case Appendix():
                yield from self.appendix(block)
            case Addressee():
                yield from self.addressee(block)
            case Heading():
                yield from self.heading(block)
            case Paragraph():
                made = self.paras(block.role.value, block.runs, anchor=block.anchor)
                yield from _last_kept(made) if block.keep_next else made
            case Item():
                runs = (Run(f"{block.mark.value} "), *block.runs)
                made = self.paras("item", runs, anchor=block.anchor)
                yield from _last_kept(made) if block.keep_next else made
            case Table() | Chart():
                yield grid(block, self.sheet, self.width, self.runs)
            case Columns() | FormLine() | WritingLines() | Ticks():
                yield from self.form(block)
            case SignatureBlock() | MinutesSignature():
                yield from compose_ends.end(self, block)
            case KeepTogether():
                yield Whole(tuple(self.pieces(block.blocks)))
            case Spacer():
                yield Gap(block.height * MM)
            case PageBreak():
                yield NewPage()
            case _:
                assert_never(block)

    def form(self, block: Columns | FormLine | WritingLines | Ticks) -> Iterator[Piece]:
        """What is filled in by hand, and what stands beside it."""
        match block:
            case Columns():
                yield self.columns(block)
            case FormLine():
                yield form_line(block, self.sheet, self.breaker, self.width)
            case WritingLines():
                yield writing_lines(block, self.sheet)
            case Ticks():
                labels = tuple(self.fit(label) for label in block.labels)
                yield from ticks(labels, block.lead, self.sheet, self.breaker, self.width)

    # --- text ---------------------------------------------------------------------------------

    def fit(self, words: str) -> str:
        """Words fit for this paper."""
        words = fit(words)
        return words if self.sight is None else self.sight.seen(words)

    def runs(self, style: TextStyle, runs: Runs) -> Iterator[Runs]:
        """The runs with the style's face and case, one tuple for each line of the text; no empty ones."""
        line: list[Run] = []
        for run in runs:
            words = self.fit(run.text)
            if style.upper:
                words = words.upper()
            face = (run.bold or style.bold, run.italic or style.italic, run.underline or style.underline)
            for k, piece in enumerate(words.split("\n")):
                if k:
                    yield from _trimmed(line)
                    line = []
                line.append(Run(piece, *face))
        yield from _trimmed(line)

    def paras(
        self,
        name: str,
        runs: Runs,
        *,
        anchor: str = "",
        keep_next: bool = False,
        first_before: float | None = None,
    ) -> Iterator[Para]:
        style = self.sheet.text(name)
        if style.prefix:
            runs = (Run(style.prefix), *runs)
        before = first_before
        for line in self.runs(style, runs):
            yield Para(style, line, anchor, keep_next or _leads_in(line), before=before)
            before = None

    def words(self, name: str, words: str, *, keep_next: bool = False) -> Iterator[Para]:
        return self.paras(name, (Run(words),), keep_next=keep_next)

    def width_of(self, para: Para) -> float:
        """Width of a one-line paragraph in points."""
        return sum(self.breaker.width(r.bold + 2 * r.italic, r.text) for r in para.runs) * para.style.size

    def lines_of(self, name: str, words: str, width: float) -> list[Para]:
        """Centred words as balanced lines, each a paragraph of its own that stays with the next."""
        style = self.sheet.text(name)
        words = self.fit(words.upper() if style.upper else words)
        face = style.bold + 2 * style.italic
        lines = self.breaker.balanced(words, face, style.size, width)
        return [
            Para(
                style,
                (Run(line, style.bold, style.italic, style.underline),),
                keep_next=True,
                before=None if k == 0 else 0.0,
            )
            for k, line in enumerate(line for line in lines if line)
        ]

    def line_under(self, paras: Iterable[Para], share: float) -> Line:
        """The drawn line under some text: a share of its longest line."""
        longest = max((self.width_of(para) for para in paras), default=0.0)
        rules = self.sheet.rules
        return Line(longest * share, rules.weight, rules.gap, rules.after)

    # --- head ---------------------------------------------------------------------------------

    def scaled(self, widths: tuple[float, float]) -> tuple[float, float]:
        """Column widths in points, stretched to the text width of this page."""
        factor = self.width / sum(widths)
        return widths[0] * factor, widths[1] * factor

    def letterhead(self, head: Letterhead) -> Iterator[Piece]:
        words = self.sheet.words
        left_width, _ = widths = self.letterhead_widths(head)
        yield self.issuer(head.superior, head.issuer, widths)
        left: list[Piece] = []
        right: list[Piece] = []
        if head.number:
            left.extend(self.words("number", head.number))
        if head.subject:
            left.extend(self.lines_of("subject", words.subject.format(subject=head.subject), left_width))
        if head.place_date:
            right.extend(self.words("place_date", head.place_date))
        if left or right:
            yield Gap(self.sheet.room.head_rows)
            yield Side(widths, (tuple(left), tuple(right)), keep_next=True)

    def letterhead_widths(self, head: Letterhead) -> tuple[float, float]:
        """The sheet's columns; the right one grows where a long name of the place would break the date."""
        left, right = self.scaled(self.sheet.columns.letterhead)
        dated = max((self.width_of(para) for para in self.words("place_date", head.place_date)), default=0.0)
        wanted = max(right, dated + _PEN_ROOM)
        return (left + right - wanted, wanted) if wanted < 0.75 * self.width else (left, right)

    def issuer(self, superior: tuple[str, ...], issuer: tuple[str, ...], widths: tuple[float, float]) -> Side:
        """The upper row of the head: one for all letters of a series."""
        known = self._heads.get((superior, issuer, widths))
        if known is not None:
            return known
        words = self.sheet.words
        left: list[Piece] = []
        for name in superior:
            left.extend(self.lines_of("superior", name, widths[0]))
        paras = [para for name in issuer for para in self.lines_of("issuer", name, widths[0])]
        left.extend(paras)
        if words.star:
            left.extend(self.words("star", words.star))
        elif paras:
            left.append(self.line_under(paras, self.sheet.rules.issuer))
        right: list[Piece] = list(self.words("nation", words.nation)) if words.nation else []
        motto = list(self.words("motto", words.motto))
        right.extend((*motto, self.line_under(motto, self.sheet.rules.motto)))
        made = Side(widths, (tuple(left), tuple(right)), keep_next=True)
        self._heads[(superior, issuer, widths)] = made
        return made

    def title(self, title: Title) -> Iterator[Piece]:
        room, rules = self.sheet.room, self.sheet.rules
        yield Gap(room.before_title)
        kind = self.lines_of("title_kind", title.kind, self.width)
        subject = self.lines_of("title_subject", title.subject, self.width * 0.86) if title.subject else []
        for para in (*kind, *subject):
            yield replace(para, anchor=title.anchor)
        if rules.title_text:
            yield from self.words("title_subject", rules.title_text, keep_next=True)
        else:
            yield self.line_under(subject or kind, rules.title)
        yield Gap(room.after_title)

    def appendix(self, head: Appendix) -> Iterator[Piece]:
        yield from self.lines_of("appendix_number", head.number, self.width)
        title = self.lines_of("appendix_title", head.title, self.width * 0.86)
        reference = self.lines_of("appendix_reference", head.reference, self.width) if head.reference else []
        yield from title
        yield from reference
        yield self.line_under(title, self.sheet.rules.title)
        yield Gap(self.sheet.room.after_title)

    def addressee(self, addressee: Addressee) -> Iterator[Piece]:
        names = [name.strip(" .;") for name in addressee.names if name.strip(" .;")]
        word = self.sheet.words.addressee
        style = self.sheet.text("addressee")
        if len(names) <= 1:
            yield from self.words("addressee", " ".join([word, *names]))
            return
        # The dashes stand under the colon; the whole is centred as one block.
        lines = [f"- {name}{'.' if k == len(names) - 1 else ';'}" for k, name in enumerate(names)]
        face = style.bold + 2 * style.italic
        lead = self.breaker.width(face, word.rstrip(":")) * style.size
        longest = max(self.breaker.width(face, self.fit(line)) for line in lines) * style.size
        left = max((self.width - lead - longest) / 2, 0.0)
        for para in self.words("addressee", word, keep_next=True):
            yield replace(para, align=Align.LEFT, left=left)
        for line in lines:
            for para in self.words("addressee", line):
                yield replace(para, align=Align.LEFT, left=min(left + lead, self.width / 2), before=0.0)

    def heading(self, heading: Heading) -> Iterator[Piece]:
        if heading.level is Level.PART:
            if heading.number:
                yield from self.paras("part", (Run(heading.number),), anchor=heading.anchor, keep_next=True)
            for para in self.lines_of("part_title", heading.text, self.width):
                yield replace(para, anchor=heading.anchor)
            return
        words = f"{heading.number} {heading.text}".strip()
        yield from self.paras(_LEVELS[heading.level], (Run(words),), anchor=heading.anchor, keep_next=True)

    def columns(self, columns: Columns) -> Side:
        """Blocks side by side; each column composes for its own width."""
        fixed = sum(columns.widths) * MM
        free = sum(1 for width in columns.widths if not width)
        widths = tuple(w * MM if w else (self.width - fixed) / free for w in columns.widths)
        whole = self.width
        cells: list[tuple[Piece, ...]] = []
        for width, blocks in zip(widths, columns.cells, strict=True):
            self.width = width
            cells.append(tuple(self.pieces(blocks)))
        self.width = whole
        return Side(widths, tuple(cells))


def _last_kept(made: Iterable[Para]) -> Iterator[Para]:
    """Of a text of several paragraphs the last stays with what follows; all of a long letter could not."""
    paras = list(made)
    yield from paras[:-1]
    yield from (replace(last, keep_next=True) for last in paras[-1:])


def _leads_in(line: Runs) -> bool:
    """Whether the words announce what follows ("như sau:"): they do not stand alone at the foot of a page."""
    words = line[-1].text
    return words.endswith(":") and sum(len(run.text) for run in line) < _LEAD_IN


def _trimmed(line: list[Run]) -> Iterator[Runs]:
    """The runs of a line without blanks at its ends and without empty runs; nothing for a blank line."""
    words = "".join(run.text for run in line)
    stripped = words.strip(" ")
    if not stripped:
        return
    start = len(words) - len(words.lstrip(" "))
    end = start + len(stripped)
    result: list[Run] = []
    at = 0
    for run in line:
        kept = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if not kept:
            continue
        face = (run.bold, run.italic, run.underline)
        if result and (result[-1].bold, result[-1].italic, result[-1].underline) == face:
            result[-1] = replace(result[-1], text=result[-1].text + kept)
        else:
            result.append(replace(run, text=kept))
    yield tuple(result)
