"""Taking passages out of a text so that each is known: what stood there and what stands there now (M2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class CutKind(StrEnum):
    """What a passage gives away, in the word that the list for the secretary begins with."""

    NAME = "Tên"
    ADDRESS = "Địa chỉ"
    NUMBER = "Số"
    MAIL = "Thư điện tử"
    ACCOUNT = "Tài khoản mạng"
    BIRTH = "Ngày sinh"
    PASSAGE = "Đoạn"
    WHOLE = "Nội dung"
    PERSON = "Người phiên dịch"


@dataclass(frozen=True, slots=True)
class Cut:
    """A passage to be taken out: its place in the text, and what stands there instead."""

    start: int
    end: int
    kind: CutKind
    shown: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A passage that was taken out."""

    kind: CutKind
    words: str
    shown: str


def cut_out(text: str, cuts: Iterable[Cut]) -> tuple[str, tuple[Removed, ...]]:
    """The text without the passages, and each of them in the order of the text.

    Passages that lie over each other go as one, with the kind and the words of the one that was named first:
    so nothing of the other is left standing.
    """
    merged: list[Cut] = []
    for cut in cuts:
        if cut.start >= cut.end:
            continue
        touching = [one for one in merged if one.start < cut.end and cut.start < one.end]
        if touching:
            first = touching[0]
            cut = Cut(
                min(cut.start, *(one.start for one in touching)),
                max(cut.end, *(one.end for one in touching)),
                first.kind,
                first.shown,
            )
            merged = [one for one in merged if one not in touching]
        merged.append(cut)
    parts: list[str] = []
    removed: list[Removed] = []
    at = 0
    for cut in sorted(merged, key=lambda one: one.start):
        parts += [text[at : cut.start], cut.shown]
        removed.append(Removed(cut.kind, text[cut.start : cut.end], cut.shown))
        at = cut.end
    return "".join((*parts, text[at:])), tuple(removed)
