"""What the tree comes to on paper: a short list of drawn things, the same for PDF, DOCX and plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from dialogue_desktop.documents.sheet import TextStyle
from dialogue_desktop.documents.tree import Align, Runs, Shade


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph without line ends. The runs' faces are final; `align` and `left` override the style.

    `left` is in points. `keep_next` holds its last lines on the page of what follows.
    """

    style: TextStyle
    runs: Runs
    anchor: str = ""
    keep_next: bool = False
    align: Align | None = None
    left: float | None = None
    before: float | None = None

    @property
    def aligned(self) -> Align:
        return self.style.align if self.align is None else self.align

    @property
    def space_before(self) -> float:
        return self.style.before if self.before is None else self.before


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn line of `length` points, centred in its column, kept with the text above and below."""

    length: float
    weight: float
    gap: float
    after: float


@dataclass(frozen=True, slots=True)
class BlankPart:
    """A label of a form line: its words, where it begins, and from where to where its dots go, in points."""

    runs: Runs
    x: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Blanks:
    """One line of labels with dotted lines between them, `pitch` points high at the least."""

    style: TextStyle
    parts: tuple[BlankPart, ...]
    pitch: float


@dataclass(frozen=True, slots=True)
class Dots:
    """Dotted lines over the whole width, `pitch` points apart; with `fill` as many as there is room for, and
    where it can be as many as are `wanted`."""

    style: TextStyle
    count: int
    pitch: float
    fill: bool = False
    wanted: int = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty room in points, dropped at the top of a page."""

    height: float


@dataclass(frozen=True, slots=True)
class Side:
    """Columns side by side without lines, whole on one page; widths in points.

    `tail` are the paragraphs below that stay with it. `ends` marks the signature: at least two lines
    of the text before must stand on the same page.
    """

    widths: tuple[float, ...]
    cells: tuple[tuple[Piece, ...], ...]
    ends: bool = False
    keep_next: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """`tight` cells have next to no room at their sides."""

    paras: tuple[Para, ...]
    span: int = 1
    shade: Shade = Shade.NONE
    tight: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """`height` is the least, in points."""

    cells: tuple[GridCell, ...]
    anchor: str = ""
    keep_next: bool = False
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; column widths in points, `edge` the room above and below the words of a row.

    `chart` tables are read by their shades as much as by words.
    """

    widths: tuple[float, ...]
    header: tuple[GridRow, ...]
    rows: tuple[GridRow, ...]
    edge: float
    chart: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """Pieces that stand on one page where one page can hold them."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Pieces that stand at the top of a box `height` points high, `lead` below its upper edge.

    The room under them stays empty; `cut` draws a line to cut along at its foot.
    """

    pieces: tuple[Piece, ...]
    height: float
    lead: float = 0.0
    cut: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page break."""


Piece: TypeAlias = Para | Line | Gap | Side | Grid | Whole | NewPage | Blanks | Dots | Frame


@dataclass(frozen=True, slots=True)
class Sheaf:
    """One section: paper and margins in points, and what stands on it.

    `styles` are text styles of the pieces that the sheet does not have. `numbered` pages have their number
    from the second on.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    pieces: tuple[Piece, ...]
    styles: tuple[TextStyle, ...] = ()
    numbered: bool = True

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character that the font lacks: the character, "U+1F600 GRINNING FACE", and words around it."""

    char: str
    name: str
    context: str


@dataclass(frozen=True, slots=True)
class RenderReport:
    """What the reader of the page should be told."""

    missing: tuple[MissingGlyph, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: page from 1, rectangle in points from the page's lower left corner."""

    anchor: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class RenderResult:
    """A finished file. `pages`, `places` and `starts` are known for PDF only (0 and empty for DOCX).

    `starts` are the pages, from 1, where a section begins: a letter of a series, the sheet of a unit.
    """

    data: bytes
    pages: int
    report: RenderReport = RenderReport()
    places: tuple[Place, ...] = ()
    starts: tuple[int, ...] = ()


Pulse: TypeAlias = Callable[[], None]
"""Called between the parts of long work; what it raises ends the work there."""


def unhurried() -> None:
    """The pulse of work that nobody stops."""
