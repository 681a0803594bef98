"""What an opinion takes over from the turn in which it is said (L2)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Turn, Voice


def inherited(item: LiveItem, turn: Turn) -> LiveItem:
    """A new item on its way to the records; what it says itself stands."""
    anonymous = item.anonymous or turn.anonymous
    voices = item.voices or ((turn.voice,) if turn.voice != Voice() or not anonymous else ())
    if anonymous:
        voices = tuple(Voice(locality=voice.locality) for voice in voices if voice.locality)
    return replace(
        item, turn_id=turn.id, source=turn.source, anonymous=anonymous, voices=voices,
        consent=turn.consent if item.consent is None else item.consent,
    )  # fmt: skip


def followed(item: LiveItem, turn: Turn, fields: dict[str, Any]) -> dict[str, Any]:
    """What changes of an item in the boxes when its turn is put right; stored ones follow in the service."""
    same: dict[str, Any] = {
        name: fields[name]
        for name in ("consent", "source", "anonymous")
        if name in fields and getattr(item, name) == getattr(turn, name)
    }
    if item.voices == (turn.voice,) and ("voice" in fields or fields.get("anonymous")):
        voice = fields.get("voice", turn.voice)
        same["voices"] = (Voice(locality=voice.locality) if fields.get("anonymous") else voice,)
    return same
