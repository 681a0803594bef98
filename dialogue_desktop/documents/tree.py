"""The tree of an office document: frozen nodes that say what a page holds, never how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, IntEnum, StrEnum
from typing import TypeAlias

from dialogue_desktop.documents.form_nodes import Blank as Blank
from dialogue_desktop.documents.form_nodes import FormLine as FormLine
from dialogue_desktop.documents.form_nodes import Ticks as Ticks
from dialogue_desktop.documents.form_nodes import WritingLines as WritingLines

NBSP = "\u00a0"


class Role(StrEnum):
    """What a paragraph is; the sheet says how each role looks (`[paragraphs.<role>]`)."""

    BODY = "body"
    BASIS = "basis"
    LEFT = "left"
    CENTRED = "centred"
    RIGHT = "right"
    NOTE = "note"
    CLOSING = "closing"
    CELL = "cell"
    CELL_HEAD = "cell_head"
    FORM = "form"
    FORM_CENTRED = "form_centred"
    FORM_NOTE = "form_note"
    READ_ALOUD = "read_aloud"
    BANNER_ISSUER = "banner_issuer"
    BANNER_KIND = "banner_kind"
    BANNER = "banner"
    BANNER_DAY = "banner_day"


class Level(IntEnum):
    """Levels of a heading (NĐ 30/2020, Phụ lục I, Phần I, II.6): `Phần I`, `I.`, `1.`, `a)`."""

    PART = 0
    SECTION = 1
    CLAUSE = 2
    POINT = 3


class Mark(StrEnum):
    """The sign before an item of a list."""

    DASH = "-"
    PLUS = "+"


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Orientation(Enum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face; `text` is data and never markup. "\\n" ends the paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of page 1 (components 1–4 and 5b of NĐ 30/2020, Phụ lục I, Phần I).

    `superior` (upright) and `issuer` (bold) are the lines of the left column, in any case: the sheet
    prints them in capitals. `number` and `place_date` are whole lines as made by `letterhead`;
    empty ones are left out (minutes have no place and date). `subject` is the "V/v …" of a letter.
    """

    issuer: tuple[str, ...]
    superior: tuple[str, ...] = ()
    number: str = ""
    place_date: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """Tên loại and trích yếu with the line under them; "\\n" in `subject` breaks a line by hand."""

    kind: str
    subject: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Appendix:
    """The head of an appendix: `Phụ lục I`, its title and "(Kèm theo …)"."""

    number: str
    title: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Addressee:
    """`Kính gửi:` with one recipient on its line, or each on a line of its own with a dash."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading; `number` is as printed ("I.", "1.", "a)") and may be empty."""

    level: Level
    number: str
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. Line ends within the runs make further paragraphs of the same role; `keep_next` is said
    of the last of them."""

    runs: Runs
    role: Role = Role.BODY
    anchor: str = ""
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A dash or plus item."""

    runs: Runs
    mark: Mark = Mark.DASH
    anchor: str = ""
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; `width` in millimetres, 0 shares what the others leave of the text width."""

    width: float = 0.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `align` None takes the column's. `span` counts columns."""

    runs: Runs
    align: Align | None = None
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One table row. `bold` sets the whole row bold (group and total rows); `keep_next` keeps it on one
    page with the beginning of the row under it. `height` is the least in millimetres, room for the pen."""

    cells: tuple[Cell, ...]
    bold: bool = False
    anchor: str = ""
    keep_next: bool = False
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; the header rows are repeated on every page, long rows are split."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header: tuple[Row, ...] = ()


class Shade(Enum):
    """What fills a cell of a chart; told apart on a black and white print."""

    NONE = "none"
    LIGHT = "light"
    HATCH = "hatch"
    MIDDLE = "middle"
    NAMED = "named"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class Tick:
    """One step of a chart's line: the words above it, what fills its column, and what the words stand on."""

    text: str
    shade: Shade = Shade.NONE
    head: Shade = Shade.NONE


@dataclass(frozen=True, slots=True)
class TickMark:
    """What stands in a row on one step, counted from 0."""

    place: int
    shade: Shade
    text: str = ""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row of a chart: a text for each of its columns, then its marks on the line."""

    labels: tuple[str, ...]
    marks: tuple[TickMark, ...] = ()
    bold: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A line of steps of equal width with a row for each thing that stands on it, ruled, its head repeated.

    `columns` are those of the labels, one of width 0 for what the line leaves of the text width; `above` are
    words over several steps (words, number of steps), led by `above_head`; `widest` the most that a step
    takes, in millimetres; `small` sets the words of the steps small, for one on each day.
    """

    columns: tuple[Column, ...]
    heads: tuple[str, ...]
    ticks: tuple[Tick, ...]
    rows: tuple[ChartRow, ...]
    above_head: str = ""
    above: tuple[tuple[str, int], ...] = ()
    widest: float = 6.0
    small: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side without lines; widths in millimetres, 0 shares what the others leave."""

    widths: tuple[float, ...]
    cells: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: `capacity` lines (`TM. …`, `KT. …`), `position` (`CHỦ TỊCH`), and the name.

    All lines are printed in capitals but the name. An empty name leaves room to write it.
    """

    name: str = ""
    position: str = ""
    capacity: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The end of form 1.4: Nơi nhận on the left, the signer on the right, whole on one page."""

    signer: Signer
    recipients: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class MinutesSignature:
    """The end of form 1.9: secretaries left, chairs right, `Nơi nhận` below; names in order of signing.

    `position` of a signer is printed under the name here, in lower case; `capacity` is not used. `heads` are
    the words over left and right where they are not the sheet's own ("THƯ KÝ", "CHỦ TỌA").
    """

    secretaries: tuple[Signer, ...]
    chairs: tuple[Signer, ...]
    recipients: tuple[str, ...] = ()
    anchor: str = ""
    heads: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stand on one page where one page can hold them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty room in millimetres; dropped at the top of a page."""

    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page; the page numbers go on."""


Block: TypeAlias = (
    Letterhead
    | Title
    | Appendix
    | Addressee
    | Heading
    | Paragraph
    | Item
    | Table
    | Chart
    | Columns
    | FormLine
    | WritingLines
    | Ticks
    | SignatureBlock
    | MinutesSignature
    | KeepTogether
    | Spacer
    | PageBreak
)


class Leaf(Enum):
    """How much paper a section takes."""

    PAGES = "pages"
    """As many pages as it needs."""
    PAGE = "page"
    """One page; its writing lines fill it."""
    HALF = "half"
    """The upper or lower half of a portrait page, with a line between to cut along. The type is made smaller,
    alike in the whole document, until all fit; one that never fits takes pages of its own."""


@dataclass(frozen=True, slots=True)
class Section:
    """Pages numbered from 1, the first without number: the document, an appendix, one letter of a series.

    `anchor` names a section on a leaf of fixed size.
    """

    blocks: tuple[Block, ...]
    orientation: Orientation = Orientation.PORTRAIT
    leaf: Leaf = Leaf.PAGES
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `style` names the sheet; `label` is boxed at the top right of page 1 when set.

    `title`, `author` and `created` are the metadata of the file (`created` must be given for the same
    tree to give the same bytes).
    """

    sections: tuple[Section, ...]
    style: str = "nd30"
    title: str = ""
    author: str = ""
    created: datetime = datetime(2020, 3, 5)
    label: str = ""

    def labelled(self, label: str) -> Document:
        """The same document with another label."""
        return replace(self, label=label)


def text(words: str, *, bold: bool = False, italic: bool = False) -> Runs:
    """One run, or none for empty words."""
    return (Run(words, bold, italic),) if words else ()


def cell(words: str, align: Align | None = None, *, bold: bool = False, span: int = 1) -> Cell:
    """A cell with plain words."""
    return Cell(text(words, bold=bold), align, span)


def para(words: str, role: Role = Role.BODY, anchor: str = "") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(text(words), role, anchor)


def plain(runs: Runs) -> str:
    """The words alone."""
    return "".join(run.text for run in runs)
