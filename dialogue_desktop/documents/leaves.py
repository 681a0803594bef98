"""Binding sections into sheaves: pages that flow, leaves that are filled, halves in pairs on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from math import inf

from dialogue_desktop.documents.flow import Dots, Frame, Piece, Sheaf
from dialogue_desktop.documents.fonts import FontSet
from dialogue_desktop.documents.lines import Breaker
from dialogue_desktop.documents.sheet import MM, Sheet
from dialogue_desktop.documents.slices import Slicer
from dialogue_desktop.documents.tree import Leaf, Section

Compose = Callable[[Section, Sheet], tuple[Piece, ...]]
"""The pieces of a section by the measures of a sheet."""


def bind(sections: Sequence[Section], sheet: Sheet, fonts: FontSet, compose: Compose) -> Iterator[Sheaf]:
    """One sheaf for each section, for each pair of halves one; in their order."""
    halves = _Halves(sections, sheet, fonts, compose)
    waiting: list[Frame] = []
    measures: dict[float, _Measure] = {}
    for k, section in enumerate(sections):
        frame = halves.frame(k)
        if frame is not None:
            waiting.append(frame)
            if len(waiting) == 2:
                yield halves.page(waiting)
                waiting = []
            continue
        if waiting:
            yield halves.page(waiting)
            waiting = []
        made = sheaf(section, sheet, compose(section, sheet))
        if section.leaf is Leaf.PAGE:
            measure = measures.setdefault(made.text_width, _Measure(sheet, fonts, made.text_width))
            made = _filled(made, sheet, measure)
        yield made
    if waiting:
        yield halves.page(waiting)


def sheaf(section: Section, sheet: Sheet, pieces: tuple[Piece, ...]) -> Sheaf:
    """Pages of the sheet's paper with these pieces."""
    page = sheet.page
    width, height = sheet.paper(section.orientation)
    return Sheaf(
        width=width * MM,
        height=height * MM,
        top=page.top * MM,
        bottom=page.bottom * MM,
        left=page.left * MM,
        right=page.right * MM,
        pieces=pieces,
    )


@lru_cache(maxsize=64)
def half_sheet(sheet: Sheet, step: int) -> Sheet:
    """The sheet of half a page, its type made smaller by so many steps; sizes are whole half points, lines as
    close as the font has them."""
    half = sheet.half
    size, air, sign = half.steps[step]
    texts = {
        name: replace(
            style,
            name=f"half_{name}",
            title=f"{style.title} (nửa trang)",
            size=round(style.size * size * 2) / 2,
            first=round(style.first * size, 1),
            left=round(style.left * size, 1),
            before=round(style.before * air, 1),
            after=round(style.after * air, 1),
            line=0.0,
        )
        for name, style in sheet.texts.items()
    }
    room = replace(
        sheet.room,
        sign=sign,
        sign_more=min(sheet.room.sign_more, sign),
        head_rows=sheet.room.head_rows * air,
        before_title=sheet.room.before_title * air,
        after_title=sheet.room.after_title * air,
        before_sign=sheet.room.before_sign * air,
    )
    page = replace(sheet.page, top=half.top, bottom=half.bottom, left=half.left, right=half.right)
    form = replace(sheet.form, pitch=half.pitch, line=half.line)
    return replace(sheet, page=page, texts=texts, room=room, form=form)


def _filled(made: Sheaf, sheet: Sheet, measure: _Measure) -> Sheaf:
    """The sheaf with as many lines to write on as its one page has room for."""
    room = made.height - made.top - made.bottom - sheet.half.spare * MM
    spare = room - measure.height(made.pieces)
    return replace(made, pieces=_with_lines(made.pieces, spare, measure.lines))


def _with_lines(
    pieces: tuple[Piece, ...], spare: float, known: dict[tuple[int, int], Dots]
) -> tuple[Piece, ...]:
    """The first piece to be filled takes the spare room, if there is any; alike ones are one and `known`."""
    for k, piece in enumerate(pieces):
        if isinstance(piece, Dots) and piece.fill:
            more = max(int(spare // piece.pitch), 0)
            lines = known.setdefault((id(piece), more), replace(piece, count=piece.count + more, fill=False))
            return (*pieces[:k], lines, *pieces[k + 1 :])
    return pieces


class _Measure:
    """Heights of pieces in points, for one width; `lines` are those to write on that were made so far."""

    def __init__(self, sheet: Sheet, fonts: FontSet, width: float) -> None:
        self._slicer = Slicer(sheet, Breaker(fonts))
        self._width = width
        self.lines: dict[tuple[int, int], Dots] = {}

    def height(self, pieces: tuple[Piece, ...]) -> float:
        slices = self._slicer.slices(pieces, self._width)
        return sum(one.before + one.height for one in slices)


class _Halves:
    """The sections that share a page, all in the same size of type."""

    def __init__(self, sections: Sequence[Section], sheet: Sheet, fonts: FontSet, compose: Compose) -> None:
        self._box = sheet.page.height / 2 * MM
        self._sections = sections
        self._lines: dict[tuple[int, int], Dots] = {}
        places = [k for k, section in enumerate(sections) if section.leaf is Leaf.HALF]
        last = len(sheet.half.steps) - 1
        self._own = half_sheet(sheet, last)
        smallest = self._measured(places, self._own, fonts, compose)
        held = [k for k, (_, height) in smallest.items() if height <= self._room(self._own)]
        self._made = {k: smallest[k] for k in held}
        for step in range(last):
            own = half_sheet(sheet, step)
            made = self._measured(held, own, fonts, compose, until=self._room(own))
            if len(made) == len(held):
                self._own, self._made = own, made
                if sheet.half.steps[step + 1][0] < sheet.half.comfort or self._enough():
                    break

    def _enough(self) -> bool:
        """Whether every leaf has as many lines to write on as it wants."""
        room = self._room(self._own)
        return all(
            piece.wanted <= piece.count + int((room - height) // piece.pitch)
            for pieces, height in self._made.values()
            for piece in pieces
            if isinstance(piece, Dots)
        )

    def _measured(
        self,
        places: Sequence[int],
        own: Sheet,
        fonts: FontSet,
        compose: Compose,
        until: float = inf,
    ) -> dict[int, tuple[tuple[Piece, ...], float]]:
        """The pieces of sections with their height, up to the first that is higher than `until`."""
        measure = _Measure(own, fonts, self._width(own))
        made: dict[int, tuple[tuple[Piece, ...], float]] = {}
        for k in places:
            pieces = compose(self._sections[k], own)
            made[k] = pieces, (height := measure.height(pieces))
            if height > until:
                del made[k]
                break
        return made

    @staticmethod
    def _width(own: Sheet) -> float:
        return (own.page.width - own.page.left - own.page.right) * MM

    def _room(self, own: Sheet) -> float:
        return self._box - (own.page.top + own.page.bottom + own.half.spare) * MM

    def frame(self, place: int) -> Frame | None:
        """The frame of a section that stands on half a page, None for one that does not."""
        found = self._made.get(place)
        if found is None:
            return None
        pieces, height = found
        filled = _with_lines(pieces, self._room(self._own) - height, self._lines)
        return Frame(filled, self._box, anchor=self._sections[place].anchor)

    def page(self, frames: Sequence[Frame]) -> Sheaf:
        """A page with one frame or two; the page's own margins are those of the upper half."""
        own = self._own
        top = own.page.top * MM
        bound = [replace(frames[0], height=self._box - top, cut=True)]
        if len(frames) > 1:
            bound.append(replace(frames[1], height=self._box - own.page.bottom * MM, lead=top))
        return Sheaf(
            width=own.page.width * MM,
            height=own.page.height * MM,
            top=top,
            bottom=own.page.bottom * MM,
            left=own.page.left * MM,
            right=own.page.right * MM,
            pieces=tuple(bound),
            styles=tuple(own.texts.values()),
            numbered=False,
        )
