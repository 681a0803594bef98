"""Turning a tree into drawn pieces by the measures and words of its sheet: the only reader of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from dialogue_desktop.documents.compose_grid import grid
from dialogue_desktop.documents.flow import (
    Gap,
    Line,
    NewPage,
    Para,
    Piece,
    Sheaf,
    Side,
    Whole,
)
from dialogue_desktop.documents.fonts import FontSet
from dialogue_desktop.documents.lines import Breaker
from dialogue_desktop.documents.sheet import MM, Sheet, TextStyle
from dialogue_desktop.documents.sight import Sight, fit
from dialogue_desktop.documents.tree import (
    NBSP,
    Addressee,
    Align,
    Appendix,
    Block,
    Chart,
    Document,
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
    Signer,
    Spacer,
    Table,
    Title,
)

#: Points beside the line of place and date: LibreOffice draws blanks in a row wider than they are.
_PEN_ROOM = 24.0
_LEVELS = {Level.PART: "part", Level.SECTION: "section", Level.CLAUSE: "clause", Level.POINT: "point"}


def compose(
    document: Document, sheet: Sheet, fonts: FontSet, sight: Sight | None = None
) -> tuple[Sheaf, ...]:
    """The pieces of every section; with `sight` characters that the fonts lack are replaced by the mark.

    ValueError for table columns wider than the page's text.
    """
    return tuple(_Composer(sheet, fonts, section, sight).sheaf() for section in document.sections)


def label_para(label: str, sheet: Sheet) -> Para:
    """The words in the box of a labelled copy."""
    style = sheet.text("label")
    words = fit(label).replace("\n", " ").strip()
    return Para(style, (Run(words.upper() if style.upper else words, style.bold, style.italic),))


class _Composer:
    def __init__(self, sheet: Sheet, fonts: FontSet, section: Section, sight: Sight | None) -> None:
        self.sheet = sheet
        self.sight = sight
        self.fonts = fonts
        self.breaker = Breaker(fonts)
        page = sheet.page
        lying = section.orientation is Orientation.LANDSCAPE
        self.section = section
        self.paper = (page.height, page.width) if lying else (page.width, page.height)
        self.width = (self.paper[0] - page.left - page.right) * MM

    def sheaf(self) -> Sheaf:
        page = self.sheet.page
        return Sheaf(
            width=self.paper[0] * MM,
            height=self.paper[1] * MM,
            top=page.top * MM,
            bottom=page.bottom * MM,
            left=page.left * MM,
            right=page.right * MM,
            pieces=tuple(self.pieces(self.section.blocks)),
        )

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
                yield from self.paras(
                    block.role.value, block.runs, anchor=block.anchor, keep_next=block.keep_next
                )
            case Item():
                runs = (Run(f"{block.mark.value} "), *block.runs)
                yield from self.paras("item", runs, anchor=block.anchor)
            case Table() | Chart():
                yield grid(block, self.sheet, self.width, self.runs)
            case SignatureBlock():
                yield from self.signature(block)
            case MinutesSignature():
                yield from self.minutes_signature(block)
            case KeepTogether():
                yield Whole(tuple(self.pieces(block.blocks)))
            case Spacer():
                yield Gap(block.height * MM)
            case PageBreak():
                yield NewPage()
            case _:
                assert_never(block)

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
            yield Para(style, line, anchor, keep_next, before=before)
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
        left: list[Piece] = []
        for name in head.superior:
            left.extend(self.lines_of("superior", name, left_width))
        issuer = [para for name in head.issuer for para in self.lines_of("issuer", name, left_width)]
        left.extend(issuer)
        if words.star:
            left.extend(self.words("star", words.star))
        elif issuer:
            left.append(self.line_under(issuer, self.sheet.rules.issuer))
        right: list[Piece] = list(self.words("nation", words.nation)) if words.nation else []
        motto = list(self.words("motto", words.motto))
        right.extend((*motto, self.line_under(motto, self.sheet.rules.motto)))
        yield Side(widths, (tuple(left), tuple(right)), keep_next=True)
        left, right = [], []
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

    # --- end ----------------------------------------------------------------------------------

    def recipients(self, names: tuple[str, ...]) -> Iterator[Para]:
        shown = [name.strip(" ;.").removeprefix("- ") for name in names if name.strip(" ;.-")]
        if not shown:
            return
        yield from self.words("recipients_title", self.sheet.words.recipients, keep_next=True)
        for k, name in enumerate(shown):
            yield from self.words("recipients", f"- {name}{'.' if k == len(shown) - 1 else ';'}")

    def signature(self, block: SignatureBlock) -> Iterator[Piece]:
        widths = self.scaled(self.sheet.columns.foot)
        signer = block.signer
        right: list[Piece] = []
        for line in signer.capacity:
            right.extend(self.lines_of("sign_capacity", line, widths[1]))
        if signer.position:
            right.extend(self.lines_of("sign_position", signer.position, widths[1]))
        right.append(Gap(self.sheet.room.sign * MM))
        right.extend(self.words("sign_name", signer.name or NBSP))
        yield Gap(self.sheet.room.before_sign)
        left = tuple(self.recipients(block.recipients))
        yield Side(widths, (left, tuple(right)), ends=True, anchor=block.anchor)

    def minutes_signature(self, block: MinutesSignature) -> Iterator[Piece]:
        """Names stand in rows, so that the second of each side are level whatever stands above them."""
        words, room = self.sheet.words, self.sheet.room
        widths = self.scaled(self.sheet.columns.minutes)
        tail = tuple(self.recipients(block.recipients))
        # Without a name there is still room to sign and to write it.
        sides = (
            (block.heads[0] or words.secretary, block.secretaries or (Signer(),)),
            (block.heads[1] or words.chair, block.chairs or (Signer(),)),
        )
        rows = max(len(signers) for _, signers in sides)
        yield Gap(room.before_sign)
        for k in range(rows):
            cells: list[tuple[Piece, ...]] = []
            for (title, signers), width in zip(sides, widths, strict=True):
                head = self.lines_of("sign_position", title, width) if k == 0 else []
                gap = Gap((room.sign_more if k else room.sign) * MM)
                name = tuple(self.signed(signers[k], width)) if k < len(signers) else ()
                cells.append((*head, gap, *name))
            keep = bool(tail) or k < rows - 1
            yield Side(widths, tuple(cells), ends=k == 0, keep_next=keep, anchor=block.anchor)
        if tail:
            yield Gap(room.before_sign)
            yield Whole(tail)

    def signed(self, signer: Signer, width: float) -> Iterator[Para]:
        """A name with the position under it."""
        yield from self.words("sign_name", signer.name or NBSP)
        if signer.position:
            yield from self.lines_of("sign_under", signer.position, width)


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
