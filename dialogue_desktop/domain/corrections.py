"""What a later version put right, short enough for one line of the minutes, without names and values (M3)."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.version_changes import VersionChange


def correction_words(changes: Iterable[VersionChange]) -> tuple[str, ...]:
    """("giờ kết thúc", "số người dự", "ý kiến số 3: nội dung, thời hạn"), in the order of the page.

    The line stands on the posted copy too: who said something and what it said before are no part of it.
    """
    parts: dict[str, list[str]] = {}
    for change in changes:
        head, _, part = change.what.partition(": ")
        if change.record is RecordKind.ATTENDANCE:
            head, part = "số người dự", ""
        elif change.record is RecordKind.OPINION and not part:
            head = head.partition(" của ")[0]
        found = parts.setdefault(head[:1].lower() + head[1:], [])
        if part and part not in found:
            found.append(part)
    return tuple(f"{head}: {', '.join(found)}" if found else head for head, found in parts.items())
