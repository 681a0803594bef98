"""Whether what was promised with an opinion was kept, also in a later conference."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from dialogue_desktop.domain.after_records import CommitmentState

#: Columns of a promise whose change can change this.
WATCHED = ("state", "carried_to", "dropped", "opinion_ids")
_OF_OPINION = (
    "SELECT m.id, m.state, m.carried_to FROM commitment m, json_each(m.opinion_ids) j"
    " WHERE m.conference_id = ? AND m.alive = 1 AND coalesce(m.dropped, '') = '' AND j.value = ?"
)
_NEXT = (
    "SELECT id, state, carried_to FROM commitment"
    " WHERE conference_id = ? AND carried_from = ? AND alive = 1 AND coalesce(dropped, '') = ''"
)
_ONE = "SELECT opinion_ids, carried_from FROM commitment WHERE conference_id = ? AND id = ?"
_DEPTH = 50  # conferences that one promise is carried through; a circle in a wrong package ends here


def is_kept(db: sqlite3.Connection, conference_id: str, opinion_id: str) -> bool:
    """Something was promised with it, and all of it is done."""
    found = db.execute(_OF_OPINION, (conference_id, opinion_id)).fetchall()
    return bool(found) and all(_done(db, conference_id, *row) for row in found)


def _done(
    db: sqlite3.Connection, conference_id: str, commitment_id: str, state: str | None, to: str | None
) -> bool:
    for _ in range(_DEPTH):
        if state == CommitmentState.DONE.value or not to:
            break
        row = db.execute(_NEXT, (to, f"{conference_id}/{commitment_id}")).fetchone()
        if row is None:
            break
        conference_id, (commitment_id, state, to) = to, row
    return state == CommitmentState.DONE.value


def opinions_of(db: sqlite3.Connection, conference_id: str, commitment_id: str) -> Iterator[tuple[str, str]]:
    """(conference, opinion) of all that wait for a promise, from where it was made first."""
    for _ in range(_DEPTH):
        row = db.execute(_ONE, (conference_id, commitment_id)).fetchone()
        if row is None:
            return
        for opinion_id in json.loads(row[0]) if row[0] else ():
            yield conference_id, str(opinion_id)
        if not row[1]:
            return
        conference_id, _, commitment_id = row[1].partition("/")
