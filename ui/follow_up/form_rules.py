"""What the form begins with for a row, and what is wrong with it before it is kept; without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dialogue_desktop.domain.board import BoardRow
from dialogue_desktop.domain.following import faults
from ui.follow_up.entry import (
    EntryError,
    FollowEntry,
    What,
    edit_entry,
    parts_of,
    promise_facts,
    step_entry,
    step_facts,
    update_entry,
    update_of,
)


def entry_of(form: str, known: Mapping[str, BoardRow], today: date) -> FollowEntry | None:
    """The form of what is kept; None where one of its rows, or the line, is gone."""
    what, keys, step_id = parts_of(form)
    rows = [known[key] for key in keys if key in known]
    if not rows or len(rows) < len(keys):
        return None
    if what is What.UPDATE:
        return update_entry(keys, today)
    if what is What.EDIT:
        return edit_entry(keys[0], rows[0].commitment)
    step = next((step for step in rows[0].steps if step.id == step_id), None)
    return step_entry(keys[0], step) if step is not None else None


def complaint(entry: FollowEntry, known: Mapping[str, BoardRow], today: date) -> tuple[str, str] | None:
    """(field, sentence) for the first thing that has to be put right."""
    try:
        if entry.what in (What.ADD, What.EDIT):
            promise_facts(entry, today)
        elif entry.what is What.STEP:
            step_facts(entry, today)
        else:
            update = update_of(entry, today)
            for row in (known[key] for key in entry.keys if key in known):
                wrong = faults(update, row.commitment, held_on=row.held_on, today=today)
                if wrong:
                    return next(iter(wrong.items()))
    except EntryError as error:
        return error.field, error.sentence
    return None
