"""The ends of documents as drawn pieces: Nơi nhận and who signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dialogue_desktop.documents.flow import Gap, Para, Piece, Side, Whole
from dialogue_desktop.documents.sheet import MM
from dialogue_desktop.documents.tree import NBSP, MinutesSignature, SignatureBlock, Signer

if TYPE_CHECKING:
    from dialogue_desktop.documents.compose import Composer


def end(composer: Composer, block: SignatureBlock | MinutesSignature) -> Iterator[Piece]:
    """Who signs, by the form of the document."""
    if isinstance(block, SignatureBlock):
        return _signature(composer, block)
    return _minutes_signature(composer, block)


def _recipients(composer: Composer, names: tuple[str, ...]) -> Iterator[Para]:
    shown = [name.strip(" ;.").removeprefix("- ") for name in names if name.strip(" ;.-")]
    if not shown:
        return
    yield from composer.words("recipients_title", composer.sheet.words.recipients, keep_next=True)
    for k, name in enumerate(shown):
        yield from composer.words("recipients", f"- {name}{'.' if k == len(shown) - 1 else ';'}")


def _signature(composer: Composer, block: SignatureBlock) -> Iterator[Piece]:
    """Form 1.4: Nơi nhận on the left, the signer on the right."""
    sheet = composer.sheet
    widths = composer.scaled(sheet.columns.foot)
    signer = block.signer
    right: list[Piece] = []
    for line in signer.capacity:
        right.extend(composer.lines_of("sign_capacity", line, widths[1]))
    if signer.position:
        right.extend(composer.lines_of("sign_position", signer.position, widths[1]))
    right.append(Gap(sheet.room.sign * MM))
    right.extend(composer.words("sign_name", signer.name or NBSP))
    yield Gap(sheet.room.before_sign)
    left = tuple(_recipients(composer, block.recipients))
    yield Side(widths, (left, tuple(right)), ends=True, anchor=block.anchor)


def _minutes_signature(composer: Composer, block: MinutesSignature) -> Iterator[Piece]:
    """Names stand in rows, so that the second of each side are level whatever stands above them."""
    words, room = composer.sheet.words, composer.sheet.room
    widths = composer.scaled(composer.sheet.columns.minutes)
    tail = tuple(_recipients(composer, block.recipients))
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
            head = composer.lines_of("sign_position", title, width) if k == 0 else []
            gap = Gap((room.sign_more if k else room.sign) * MM)
            name = tuple(_signed(composer, signers[k], width)) if k < len(signers) else ()
            cells.append((*head, gap, *name))
        keep = bool(tail) or k < rows - 1
        yield Side(widths, tuple(cells), ends=k == 0, keep_next=keep, anchor=block.anchor)
    if tail:
        yield Gap(room.before_sign)
        yield Whole(tail)


def _signed(composer: Composer, signer: Signer, width: float) -> Iterator[Para]:
    """A name with the position under it."""
    yield from composer.words("sign_name", signer.name or NBSP)
    if signer.position:
        yield from composer.lines_of("sign_under", signer.position, width)
