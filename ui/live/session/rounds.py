"""The rounds of one opinion as they are counted: by what was said again, not by how many answered (L4)."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desktop.domain.live import Round


def asked_in(rounds: Sequence[Round], index: int) -> int:
    """The round in which was said what the round at `index` answers."""
    while index > 0 and rounds[index].added:
        index -= 1
    return index


def number_of(rounds: Sequence[Round], index: int) -> int:
    """Its number among the real rounds, from 1."""
    return sum(not one.added for one in rounds[1 : index + 1]) + 1


def round_words(rounds: Sequence[Round], index: int) -> str:
    """ "Vòng 1", "Vòng 2/3", or "Trả lời thêm (2)" for the second who answers in that round."""
    if not 0 <= index < len(rounds):
        return "Vòng 1"
    if index and rounds[index].added:
        return f"Trả lời thêm ({index - asked_in(rounds, index) + 1})"
    count = number_of(rounds, len(rounds) - 1)
    return f"Vòng {number_of(rounds, index)}" + (f"/{count}" if count > 1 else "")
