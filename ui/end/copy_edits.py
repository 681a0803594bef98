"""Changes of the list of copies: tick, words, number, one more, one less (M2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_desktop.domain.plan import CopyPurpose

Copies = tuple[CopyPurpose, ...]

MOST = 50  # of one purpose: more is a slip of the finger


def toggled(copies: Sequence[CopyPurpose], index: int) -> Copies:
    return _with(copies, index, replace(copies[index], chosen=not copies[index].chosen))


def edited(copies: Sequence[CopyPurpose], index: int, *, label: str, count: int, posted: bool) -> Copies:
    """ValueError with a Vietnamese sentence where the words or the number cannot be."""
    if not label.strip():
        raise ValueError("Cần ghi bản này dùng để làm gì.")
    if not 1 <= count <= MOST:
        raise ValueError(f"Số bản từ 1 đến {MOST}.")
    return _with(
        copies, index, replace(copies[index], label=label.strip(), count=count, posted=posted, chosen=True)
    )


def added(copies: Sequence[CopyPurpose], label: str = "") -> Copies:
    """One more purpose at the end, ticked; its id is the first free one."""
    known = {copy.id for copy in copies}
    number = next(n for n in range(1, len(known) + 2) if f"ban-{n}" not in known)
    return (*copies, CopyPurpose(f"ban-{number}", label))


def removed(copies: Sequence[CopyPurpose], index: int) -> Copies:
    return (*copies[:index], *copies[index + 1 :])


def read_count(text: str) -> int:
    """ValueError with a sentence."""
    digits = text.strip().removesuffix("bản").strip()
    if not digits.isdecimal():
        raise ValueError("Số bản ghi bằng chữ số.")
    return int(digits)


def _with(copies: Sequence[CopyPurpose], index: int, copy: CopyPurpose) -> Copies:
    return (*copies[:index], copy, *copies[index + 1 :])
