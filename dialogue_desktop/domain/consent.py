"""Who may be named in public: only with consent given (M2, L10; Luật 91/2025, Điều 16)."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desktop.domain.records import Opinion, Turn


def may_name(opinion: Opinion) -> bool:
    """Whether the posted copy may name who spoke: only with consent given."""
    return opinion.consent is True and not opinion.anonymous


def may_name_speaker(turn: Turn, opinions: Iterable[Opinion]) -> bool:
    """Whether the hall may read who speaks: consent given, and no opinion of the turn says otherwise."""
    said = [opinion for opinion in opinions if opinion.turn_id == turn.id]
    held_back = any(o.anonymous or o.withheld or o.consent is False for o in said)
    return turn.consent is True and bool(turn.voice.name) and not turn.anonymous and not held_back


def wants_no_place(turn: Turn, opinions: Iterable[Opinion]) -> bool:
    """Whether not even the thôn is said: the opinion was handed in without a name.

    One who stands up in the hall without giving a name is called by the thôn that was given.
    """
    if turn.anonymous:
        return False
    return any(opinion.anonymous for opinion in opinions if opinion.turn_id == turn.id)
