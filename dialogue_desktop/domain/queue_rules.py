"""What an act does to a turn: its state and the stretches of speech (L2, L7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogue_desktop.domain.live import TurnAct
from dialogue_desktop.domain.records import Span, Turn, TurnState

#: Turns in which nothing was said.
UNHEARD = frozenset({TurnState.ABSENT, TurnState.WITHDRAWN, TurnState.WAITING})


def closed_spans(spans: Sequence[Span], at: datetime) -> tuple[Span, ...]:
    """The same stretches, an open one ended; never before it began."""
    return tuple(span if span.end else replace(span, end=max(at, span.start)) for span in spans)


def spoken(spans: Sequence[Span], now: datetime) -> timedelta:
    """Time spoken so far, an open stretch counted to `now`."""
    total = timedelta()
    for span in spans:
        total += max((span.end or now) - span.start, timedelta())
    return total


def state_after(
    turn: Turn, act: TurnAct, now: datetime
) -> tuple[TurnState, tuple[Span, ...], datetime | None]:
    """(state, spans, called_at) after the act."""
    closed = closed_spans(turn.spans, now)
    opened = (*closed, Span(now))
    called = turn.called_at
    match act:
        case TurnAct.START:
            return TurnState.SPEAKING, opened, called or now
        case TurnAct.RESUME:
            return TurnState.SPEAKING, opened, called
        case TurnAct.PAUSE:
            return TurnState.PAUSED, closed, called
        case TurnAct.ANSWER:
            return TurnState.ANSWERING, closed, called
        case TurnAct.FINISH:
            return TurnState.DONE, closed, called
        case TurnAct.ABSENT:
            return TurnState.ABSENT, closed, now
        case TurnAct.WITHDRAW:
            return TurnState.WITHDRAWN, closed, called
        case TurnAct.WAIT:
            return TurnState.WAITING, closed, None
        case TurnAct.AGAIN:
            return turn.state, turn.spans, called
