"""Filling pages with slices: where each page ends, what is repeated on it and where blocks came to stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_desktop.documents.flow import Place, Pulse, Sheaf, unhurried
from dialogue_desktop.documents.ink import Glyphs, Ink, moved
from dialogue_desktop.documents.lines import Breaker
from dialogue_desktop.documents.row_slices import Slice, split_row
from dialogue_desktop.documents.sheet import MM, Sheet
from dialogue_desktop.documents.slices import Slicer

_EPS = 0.01


@dataclass(slots=True)
class LaidPage:
    """One page: size in points and its ink, with y counted down from the top edge."""

    width: float
    height: float
    ink: list[Ink] = field(default_factory=list)


@dataclass(slots=True)
class Laid:
    """A document laid out; `places` and `starts` (of its sections) count pages through the whole document."""

    pages: list[LaidPage] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


def lay_out(sheaves: tuple[Sheaf, ...], sheet: Sheet, breaker: Breaker, pulse: Pulse = unhurried) -> Laid:
    """Pages of all sections; each section starts a page and its page numbers start at 1."""
    laid = Laid()
    slicer = Slicer(sheet, breaker)
    for sheaf in sheaves:
        pulse()
        laid.starts.append(len(laid.pages) + 1)
        _Filler(sheaf, sheet, slicer, laid).fill()
    return laid


class _Filler:
    def __init__(self, sheaf: Sheaf, sheet: Sheet, slicer: Slicer, laid: Laid) -> None:
        self.sheaf = sheaf
        self.sheet = sheet
        self.slicer = slicer
        self.laid = laid
        self.bottom = sheaf.height - sheaf.bottom
        self.room = self.bottom - sheaf.top
        self.y = sheaf.top
        self.count = 0
        self.page = LaidPage(0.0, 0.0)
        self.boxes: dict[str, list[float]] = {}

    def fill(self) -> None:
        slices = self.slicer.slices(self.sheaf.pieces, self.sheaf.text_width)
        self.new_page()
        at = 0
        while at < len(slices):
            end = at + 1
            while end < len(slices) and slices[end].join:
                end += 1
            self.group(slices[at:end])
            at = end
        self.close_places()

    # --- pages --------------------------------------------------------------------------------

    def new_page(self) -> None:
        self.close_places()
        self.page = LaidPage(self.sheaf.width, self.sheaf.height)
        self.laid.pages.append(self.page)
        self.count += 1
        self.y = self.sheaf.top
        if self.count > 1:
            style = self.sheet.text("page_number")
            face = style.bold + 2 * style.italic
            text = str(self.count)
            breaker = self.slicer.breaker
            middle = self.sheaf.left + self.sheaf.text_width / 2
            x = middle - breaker.width(face, text) * style.size / 2
            y = self.sheet.page.number_top * MM + breaker.fonts.faces[face].ascent * style.size
            self.page.ink.append(Glyphs(x, y, style.size, ((face, False, text),)))

    @property
    def at_top(self) -> bool:
        return self.y <= self.sheaf.top + _EPS

    def left_over(self) -> float:
        return self.bottom - self.y

    def height_of(self, group: list[Slice], *, top: bool) -> float:
        total = sum(one.before + one.height for one in group) + group[-1].foot
        return total - group[0].before if top else total

    # --- groups -------------------------------------------------------------------------------

    def group(self, group: list[Slice]) -> None:
        """Place slices that belong together: here, on the next page, or cut where nothing else helps."""
        first = group[0]
        if first.new_page and not self.at_top:
            self.start_page(first)
        if self.height_of(group, top=self.at_top) <= self.left_over() + _EPS:
            self.put_all(group)
            return
        row = group[-1].row
        big = group[-1].height > self.sheet.table.split_over * self.room
        if row is not None and row.ruled and big and self.cut(group):
            return
        if not self.at_top:
            self.start_page(first)
            self.group(group)
            return
        self.spill(group)

    def start_page(self, first: Slice) -> None:
        """A new page before this slice; inside a table its header comes first."""
        self.new_page()
        if first.head is not None and first.head.height < self.room / 2:
            for one in first.head.slices:
                self.put(one)
        first.before = 0.0

    def cut(self, group: list[Slice]) -> bool:
        """Place the group with its last row cut at the foot of this page; False when that cannot be."""
        *before, row = group
        used = self.height_of(before, top=self.at_top) if before else 0.0
        parts = split_row(
            self.sheet, row, self.left_over() - used - (row.before if before or not self.at_top else 0.0)
        )
        if parts is None:
            return False
        self.put_all([*before, parts[0]])
        self.start_page(parts[1])
        self.group([parts[1]])
        return True

    def spill(self, group: list[Slice]) -> None:
        """A group higher than a page: line by line, with as few rules kept as must be."""
        for one in group:
            if one.height + (0.0 if self.at_top else one.before) > self.left_over() + _EPS:
                if one.row is not None and self.cut([one]):
                    continue
                if not self.at_top:
                    self.start_page(one)
            self.put(one)

    def put_all(self, group: list[Slice]) -> None:
        for one in group:
            self.put(one)

    def put(self, one: Slice) -> None:
        """Draw a slice at the present height and go down by it."""
        if not self.at_top:
            self.y += one.before
        x, y = self.sheaf.left, self.y
        self.page.ink.extend([moved(item, x, y) for item in one.ink])
        self.y += one.height
        if one.anchor:
            box = self.boxes.setdefault(one.anchor, [x, y, x + one.right, self.y])
            box[3] = self.y

    def close_places(self) -> None:
        """Write down where the blocks of the page that is being left stand."""
        height = self.page.height
        for anchor, (x0, top, x1, bottom) in self.boxes.items():
            self.laid.places.append(
                Place(anchor, len(self.laid.pages), x0, height - bottom, x1, height - top)
            )
        self.boxes = {}
