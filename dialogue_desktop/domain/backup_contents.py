"""What a person is told of a backup before it is put back (G4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class BackupContents:
    """Titles of the conferences that are not removed, newest first; when the last act was (UTC), and how many
    acts there are."""

    titles: tuple[str, ...]
    last: datetime | None
    acts: int
