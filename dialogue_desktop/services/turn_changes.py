"""What an edit of a turn changes: the turn itself, and the opinions of it that said the same (L2)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dialogue_desktop.domain.journal import Change
from dialogue_desktop.domain.records import RecordKind, Records, Turn, Voice
from dialogue_desktop.services.acts import changed

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


def unnamed(voice: Voice) -> Voice:
    """The thôn alone: not even the honorific or the xóm tell who it was."""
    return Voice(locality=voice.locality)
