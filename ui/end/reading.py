"""What the end page reads from the core, all at once."""

from __future__ import annotations

from typing import Any

from dialogue_desktop.domain.next_papers import next_papers
from ui.end.keys import masks_key, printed_key, reason_key, seen_key
from ui.end.screen import EndData


def read(services: Any, conference_id: str, viewed: int = 0) -> EndData:
    """Everything the page asks of the core at once; on the database's thread. `viewed`: the number of a
    frozen version whose pages are wanted in the place of the newest ones."""
    view = services.planning.view(conference_id)
    closing, settings = services.closing, services.settings
    corrections = closing.corrections(conference_id)
    changed = bool(corrections) or closing.changed_since_freeze(conference_id)
    frozen = closing.frozen(conference_id, viewed) if viewed else None
    shown = frozen or services.documents.minutes_view(conference_id, draft=changed)
    newest = services.live.history(conference_id, 1)
    return EndData(
        view,
        shown,
        closing.check(conference_id),
        changed,
        settings.get(printed_key(conference_id), 0),
        newest[0].at if newest else None,
        viewed if frozen is not None else 0,
        corrections,
        settings.get(reason_key(conference_id), ""),
        frozenset(settings.get(seen_key(conference_id), [])),
        settings.get(masks_key(conference_id), ""),
        next_papers(view.records, services.register.facts(conference_id).asked)
        if view.records.versions
        else (),
        services.library.lists(),
    )
