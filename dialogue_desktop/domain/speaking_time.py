"""Who has spoken how long: per thôn and for the whole session (L7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dialogue_desktop.domain.queue_rules import spoken
from dialogue_desktop.domain.records import Turn, TurnState
from dialogue_desktop.domain.text_vi import fold

ELSEWHERE = "Chưa rõ thôn"


@dataclass(frozen=True, slots=True)
class Share:
    """Of one thôn, or of all: turns that were spoken, how many of them by the clock, how long, and how much
    of it was over time."""

    locality: str = ""
    turns: int = 0
    clocked: int = 0
    time: timedelta = timedelta()
    over: timedelta = timedelta()

    @property
    def average(self) -> timedelta:
        """Of the turns that a clock was started for."""
        return self.time / self.clocked if self.clocked else timedelta()

    def with_turn(self, turn: Turn, now: datetime) -> Share:
        time = spoken(turn.spans, now)
        limit = timedelta(seconds=turn.limit_seconds)
        over = max(timedelta(), time - limit) if limit else timedelta()
        return replace(
            self,
            turns=self.turns + 1,
            clocked=self.clocked + bool(turn.spans),
            time=self.time + time,
            over=self.over + over,
        )


@dataclass(frozen=True, slots=True)
class SpeakingTime:
    """`shares`: the thôn of the plan in its order, then the others as they came. `silent`: those of the plan
    from which nobody has spoken."""

    whole: Share = Share()
    shares: tuple[Share, ...] = ()
    silent: tuple[str, ...] = ()


def speaking_time(turns: Iterable[Turn], localities: Sequence[str], now: datetime) -> SpeakingTime:
    """From the clocks of the turns; one that is running counts up to now."""
    whole = Share()
    found = {fold(label): Share(label) for label in localities}
    for turn in turns:
        if not turn.spans and turn.state is not TurnState.DONE:
            continue
        label = turn.voice.locality or ELSEWHERE
        whole = whole.with_turn(turn, now)
        found[fold(label)] = found.get(fold(label), Share(label)).with_turn(turn, now)
    spoke = tuple(share for share in found.values() if share.turns)
    return SpeakingTime(whole, spoke, tuple(one.locality for one in found.values() if not one.turns))
