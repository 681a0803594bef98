"""What is filled in by hand as drawn pieces: dotted lines after labels, lines to write on, things to tick."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desktop.documents.flow import BlankPart, Blanks, Dots, Para, Piece, Side
from dialogue_desktop.documents.lines import Breaker
from dialogue_desktop.documents.sheet import MM, Sheet, TextStyle
from dialogue_desktop.documents.tree import NBSP, FormLine, Run, WritingLines

BOX = "□"
_SLACK = 0.5  # points; a cell that is as wide as its words to a hair may wrap them in other programs


def form_line(line: FormLine, sheet: Sheet, breaker: Breaker, width: float) -> Blanks:
    """The labels with their dots. ValueError where they leave no room to write."""
    style, gap = sheet.text("form"), sheet.form.gap
    face = style.bold + 2 * style.italic
    wide = [breaker.width(face, blank.label) * style.size for blank in line.blanks]
    room = width - sum(wide) - gap * (2 * len(wide) - 1)
    if room < style.size * len(wide):
        raise ValueError(f"no room to write after the labels {[blank.label for blank in line.blanks]}")
    shares = sum(blank.share for blank in line.blanks)
    parts: list[BlankPart] = []
    x = 0.0
    for blank, label in zip(line.blanks, wide, strict=True):
        start = x + label + gap
        end = start + room * blank.share / shares
        runs = (Run(blank.label, style.bold, style.italic, style.underline),)
        parts.append(BlankPart(runs, x, start, end))
        x = end + gap
    return Blanks(style, tuple(parts), sheet.form.line * MM)


def writing_lines(lines: WritingLines, sheet: Sheet) -> Dots:
    """Dotted lines as far apart as the sheet has them."""
    return Dots(sheet.text("form"), lines.least, sheet.form.pitch * MM, fill=True, wanted=lines.wanted)


def ticks(
    labels: tuple[str, ...], lead: str, sheet: Sheet, breaker: Breaker, width: float
) -> Iterator[Piece]:
    """The words before them in bold and the boxes, in columns each as wide as it needs; line by line, each
    with its own widths, where that takes fewer lines."""
    style = sheet.text("form")
    boxes = [(f"{BOX}{NBSP}{label}", style.bold) for label in labels if label.strip()]
    if not boxes:
        return
    words = [(lead, True), *boxes] if lead else boxes
    needs = [breaker.width(bold + 2 * style.italic, one) * style.size + _SLACK for one, bold in words]
    between = sheet.form.between
    lines = min(_lines(needs, between, width), _grid(needs, between, width), key=len)
    at = 0
    for k, widths in enumerate(lines):
        row = words[at : at + len(widths)]
        at += len(row)
        row += [("", False)] * (len(widths) - len(row))
        before = style.before / 2 if k else style.before
        yield Side(widths, tuple((_para(one, bold, style, before),) if one else () for one, bold in row))


def _grid(needs: list[float], between: float, width: float) -> list[tuple[float, ...]]:
    """Column widths of each line, alike, for as many columns as fit."""
    for count in range(len(needs), 1, -1):
        found = [max(needs[k::count]) for k in range(count)]
        if sum(found) + between * (count - 1) <= width:
            return [_spread(found, between, width)] * -(-len(needs) // count)
    return [(width,)] * len(needs)


def _lines(needs: list[float], between: float, width: float) -> list[tuple[float, ...]]:
    """Column widths of each line, filled one after the other."""
    lines: list[list[float]] = []
    used = 0.0
    for need in needs:
        if lines and used + between + need <= width:
            lines[-1].append(need)
            used += between + need
        else:
            lines.append([need])
            used = need
    return [_spread(line, between, width) for line in lines]


def _spread(needs: list[float], between: float, width: float) -> tuple[float, ...]:
    """Each what it needs and the room after it, the last one the rest of the line."""
    widths = [need + between for need in needs[:-1]]
    return (*widths, width - sum(widths))


def _para(words: str, bold: bool, style: TextStyle, before: float) -> Para:
    return Para(style, (Run(words, bold, style.italic, style.underline),), before=before)
