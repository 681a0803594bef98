"""What the first screen shows: tasks that are due and a card for each conference.

Named tuples and not dataclasses: three of those take as long to define as the rows take to read.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

#: The kind of the line that tells of overdue prepared answers; its `item_id` is how many they are.
ANSWERS = "answers"
#: The kind of a line that is a promise made to the people; its `item_id` is the id of the promise.
PROMISE = "promise"


class TaskRow(NamedTuple):
    """One dated line of a checklist; `state` is "late", "today", "soon" (within seven days) or "later".

    `id` is unique among all conferences; `kind` and `item_id` name the line within its own. A line of kind
    ANSWERS is no item that is ticked: it goes when the answers are there.
    """

    id: str
    conference_id: str
    title: str
    unit: str
    conference_label: str
    due: date | None
    state: str
    done: bool
    kind: str = ""
    item_id: str = ""


class ConferenceCard(NamedTuple):
    """One conference; `stage` 0–5 in the order of `Stage`, `stage_fraction` 0–1 within it.

    `next_action` names where the button leads: "plan", "live", "end" or "follow_up".
    """

    id: str
    title: str
    when_text: str
    stage: int
    stage_fraction: float
    next_text: str
    next_action_text: str
    next_action: str


class HomeView(NamedTuple):
    """The whole first screen; `last_backup` in local time."""

    today: date
    tasks: tuple[TaskRow, ...] = ()
    cards: tuple[ConferenceCard, ...] = ()
    late: int = 0
    due_today: int = 0
    last_backup: datetime | None = None
