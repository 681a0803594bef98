"""The index of a dossier, and the page by which its files are checked (F5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.letterhead import two_digits
from dialogue_desktop.documents.office_words import capital
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Column,
    Document,
    Orientation,
    Role,
    Row,
    SignatureBlock,
    Signer,
    Table,
    cell,
    para,
)
from dialogue_desktop.domain.dossier import DossierLine, FileSum, LineKind, lines_of, summed
from dialogue_desktop.domain.words_vi import count2, date_short

#: The columns of NĐ 30/2020, Phụ lục V, with the pages from and to.
_COLUMNS = (
    Column(11, Align.CENTER),
    Column(32, Align.LEFT),
    Column(24, Align.CENTER),
    Column(),
    Column(38, Align.LEFT),
    Column(16, Align.CENTER),
    Column(22, Align.CENTER),
    Column(40, Align.LEFT),
)
_CHECKS = (Column(11, Align.CENTER), Column(), Column(26, Align.RIGHT), Column(94, Align.LEFT))
_GROUP = 16


def build(source: AfterPaper) -> Document:
    """The index of what the register and the promises hold."""
    return index(source.paper, lines_of(source.records))


def index(paper: Paper, lines: Sequence[DossierLine], enclosed: Sequence[str] = ()) -> Document:
    """The index of these lines; `enclosed` are sentences on what lies beside the documents."""
    phrases = paper.phrases
    blocks: list[Block] = [paper.letterhead(), paper.title(paper.conference)]
    sums = summed(tuple(lines))
    counts = phrases("counts", papers=count2(sums.papers), evidence=count2(sums.evidence))
    pages = phrases("pages", pages=count2(sums.pages)) if sums.pages else ""
    days = ""
    if sums.first_day is not None and sums.last_day is not None:
        days = phrases("days", first=date_short(sums.first_day), last=date_short(sums.last_day))
    blocks.append(para(f"{counts}{pages}{days}.", Role.LEFT, "counts"))
    header = Row(tuple(cell(words) for words in phrases.list("columns")))
    blocks.append(Table(_COLUMNS, tuple(_rows(paper, lines)), (header,)))
    blocks += [para(sentence, Role.BODY, f"enclosed:{n}") for n, sentence in enumerate(enclosed)]
    blocks.append(para(paper.ended(phrases("closing", count=count2(len(lines)))), Role.CLOSING, "closing"))
    blocks.append(_signed(paper))
    return paper.document(blocks, subject=paper.conference, orientation=Orientation.LANDSCAPE)


def _rows(paper: Paper, lines: Sequence[DossierLine]) -> Iterator[Row]:
    phrases = paper.phrases
    kinds = {line.kind for line in lines}
    shown: set[LineKind] = set()
    for line in lines:
        if len(kinds) > 1 and line.kind not in shown:
            shown.add(line.kind)
            head = cell(phrases(line.kind.value), Align.LEFT, span=len(_COLUMNS))
            yield Row((head,), bold=True, keep_next=True)
        pages = str(line.pages) if line.pages else ""
        at = "" if not line.first else str(line.first)
        if line.last > line.first:
            at = f"{line.first}–{line.last}"
        yield Row(
            (
                cell(str(line.number)),
                cell(_symbol(paper, line)),
                cell(date_short(line.dated_on) if line.dated_on else ""),
                cell(line.title),
                cell(capital(paper.body) if line.by_office else ""),
                cell(pages),
                cell(at),
                cell(line.note),
            ),
            anchor=f"line:{line.number}",
        )


def _symbol(paper: Paper, line: DossierLine) -> str:
    """ "03/BB-UBND" as the issuer writes it; a letter from outside as it came."""
    if not line.bare:
        return line.symbol
    number = two_digits(line.bare)
    if not line.symbol:
        return number
    written = paper.sheet.words.number.format(number=number, symbol=line.symbol)
    return written.removeprefix("Số").lstrip(": ").strip()


def checks(paper: Paper, files: Sequence[FileSum]) -> Document:
    """The page that lists every file with its size and its SHA-256, for eyes."""
    phrases = paper.phrases
    header = Row(tuple(cell(words) for words in phrases.list("check_columns")))
    rows = tuple(
        Row((cell(str(n)), cell(one.name), cell(size_words(one.size)), cell(_grouped(one.sha256))))
        for n, one in enumerate(files, start=1)
    )
    title = paper.title(paper.conference)
    blocks: list[Block] = [
        paper.letterhead(),
        type(title)(phrases("check_kind"), title.subject, title.anchor),
        para(phrases("check_how"), Role.BODY, "how"),
        Table(_CHECKS, rows, (header,)),
        para(paper.ended(phrases("check_closing", count=count2(len(files)))), Role.CLOSING, "closing"),
        _signed(paper),
    ]
    return paper.document(blocks, subject=paper.conference, orientation=Orientation.LANDSCAPE)


def size_words(size: int) -> str:
    """ "38 KB", "4,9 MB"."""
    if size < 2**20:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 2**20:.1f} MB".replace(".", ",")


def _grouped(digest: str) -> str:
    """Four groups: eyes compare them, and the line can be broken between them."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def _signed(paper: Paper) -> SignatureBlock:
    return SignatureBlock(Signer("", paper.phrases("signer")), (), "signature")
