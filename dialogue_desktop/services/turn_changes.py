"""What acts on turns change: edits with the opinions that follow, a turn again, who registered (L2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dialogue_desktop.domain.journal import Change
from dialogue_desktop.domain.records import RecordKind, Records, Turn, TurnState, Voice
from dialogue_desktop.domain.registering import registered_turns
from dialogue_desktop.services.acts import changed, created
from dialogue_desktop.services.live_changes import new_id, place_in_queue

#: Fields that an opinion has from its turn, until it says otherwise itself.
_SHARED = ("consent", "source", "anonymous")


def turn_edit(records: Records, turn: Turn, wanted: dict[str, Any]) -> tuple[Change, ...]:
    """All of one edit. Who is not to be named keeps no name; an opinion of the turn in which something
    else stands stays as it is."""
    if wanted.get("anonymous"):
        wanted["voice"] = unnamed(wanted.get("voice", turn.voice))
    elif wanted.get("voice", Voice()).name and turn.anonymous and "anonymous" not in wanted:
        wanted["anonymous"] = False
    changes = changed(RecordKind.TURN, turn, **wanted)
    after = replace(turn, **wanted)
    for opinion in records.opinions:
        if opinion.turn_id != turn.id:
            continue
        same: dict[str, object] = {
            name: getattr(after, name) for name in _SHARED if getattr(opinion, name) == getattr(turn, name)
        }
        if opinion.voices == (turn.voice,):
            same["voices"] = (after.voice,)
        changes += changed(RecordKind.OPINION, opinion, **same)
    return changes


def turn_again(records: Records, turn: Turn) -> tuple[Change, ...]:
    """A second turn for who has spoken, at the end of the queue."""
    again = replace(
        turn,
        id=new_id(),
        number=max(t.number for t in records.turns) + 1,
        position=place_in_queue(records.turns, first=False),
        state=TurnState.WAITING,
        spans=(),
        again=turn.again + 1,
        called_at=None,
    )
    return created(RecordKind.TURN, again)


def turns_registered(records: Records, opinion_ids: Sequence[str], limit_seconds: int) -> tuple[Change, ...]:
    """A turn for each who registered with one of these collected opinions."""
    made = registered_turns(records, opinion_ids, limit_seconds, iter(new_id, ""))
    return tuple(change for turn in made for change in created(RecordKind.TURN, turn))


def unnamed(voice: Voice) -> Voice:
    """The thôn alone: not even the honorific or the xóm tell who it was."""
    return Voice(locality=voice.locality)
