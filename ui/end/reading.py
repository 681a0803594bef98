"""What the end page reads from the core, all at once."""

from __future__ import annotations

from typing import Any

from ui.end.desk import printed_key
from ui.end.screen import EndData


def read(services: Any, conference_id: str) -> EndData:
    """Everything the page asks of the core at once; on the database's thread."""
    view = services.planning.view(conference_id)
    changed = services.closing.changed_since_freeze(conference_id)
    shown = services.documents.minutes_view(conference_id, draft=changed)
    newest = services.live.history(conference_id, 1)
    return EndData(
        view,
        shown,
        services.closing.check(conference_id),
        changed,
        services.settings.get(printed_key(conference_id), 0),
        newest[0].at if newest else None,
    )
