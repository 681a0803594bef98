"""How the frozen versions read in the list: number, hour, the short mark of the hash, why (M3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_desktop.domain.records import Version
from dialogue_desktop.domain.version_changes import VersionChange
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short, time_hm

#: So many signs of the hash are enough to tell versions apart by eye.
MARK = 8


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version as it is listed; `viewed`: its pages are the ones on view."""

    number: int
    title: str
    mark: str
    sha256: str
    reason: str = ""
    viewed: bool = False


def version_lines(versions: Sequence[Version], viewed: int = 0) -> tuple[VersionLine, ...]:
    """The newest first."""
    return tuple(
        VersionLine(
            one.number, version_title(one), one.sha256[:MARK], one.sha256, one.reason, one.number == viewed
        )
        for one in sorted(versions, key=lambda one: -one.number)
    )


def version_title(version: Version) -> str:
    """ "Lần 1, 09:12 ngày 24/4/2026"."""
    if version.frozen_at is None:
        return f"Lần {version.number}"
    at = on_wall(version.frozen_at)
    return f"Lần {version.number}, {time_hm(at.time())} ngày {date_short(at.date())}"


def count_words(changes: Sequence[VersionChange]) -> str:
    return f"{len(changes)} chỗ sửa"
