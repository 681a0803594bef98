"""What is half typed in the drawers goes into the draft with each letter (L9)."""

from __future__ import annotations

from collections.abc import Callable

from ui.live.drawers.side_host import SideHost
from ui.live.session.keeping_verbs import KeepingVerbs


def keep_half_typed(side: SideHost, live: Callable[[], KeepingVerbs]) -> None:
    """Join the drawers to it."""
    side.attendance.typed.connect(lambda rows: live().type_attendance(rows))
    side.attendance.changed.connect(lambda _rows: live().type_attendance(None))
    side.conclusions.typed.connect(lambda rows: live().type_conclusions(rows))
    side.conclusions.changed.connect(lambda _rows: live().type_conclusions(None))
    side.speaker.typed.connect(lambda half: live().type_speaker(half))
