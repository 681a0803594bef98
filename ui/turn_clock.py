"""The clock of a turn: what it shows at a moment. Advice only; nothing here stops anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dialogue_desktop.domain.records import Span, Turn, TurnState

WARN_SECONDS = 30
#: Seconds left at which an office may want to be warned.
WARN_CHOICES = (15, 30, 60, 120)
ANSWER_SECONDS = 300


class Level(StrEnum):
    """How near the end is; each has its own colour, icon and words."""

    STILL = "still"
    NORMAL = "normal"
    WARN = "warn"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class ClockView:
    """`digits` "02:34" or "+0:18"; `limit` "3:00"; `part` 0–1 of the bar; `words` the badge."""

    digits: str = "00:00"
    limit: str = ""
    level: Level = Level.STILL
    words: str = ""
    icon: str = "clock"
    part: float = 0.0
    running: bool = False


def spoken_seconds(spans: tuple[Span, ...], now: datetime) -> int:
    """Whole seconds of speech; an open span runs until now. Never negative (a clock set back)."""
    total = sum(((span.end or now) - span.start).total_seconds() for span in spans)
    return max(0, int(total))


def answered_since(turn: Turn) -> datetime | None:
    """When the speaker stopped, which is when the answer began."""
    return turn.spans[-1].end if turn.spans else None


def minutes_text(seconds: int) -> str:
    """ "2:48", "12:05", "1:02:09"."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def clock_view(turn: Turn | None, now: datetime, warn: int = WARN_SECONDS) -> ClockView:
    """The clock as it stands at `now` (UTC); `warn` is how many seconds before the end it says so."""
    if turn is None:
        return ClockView()
    limit = turn.limit_seconds
    if turn.state is TurnState.ANSWERING:
        since = answered_since(turn)
        seconds = max(0, int((now - since).total_seconds())) if since is not None else 0
        return _running(seconds, ANSWER_SECONDS, "Đang trả lời", "chat", warn)
    seconds = spoken_seconds(turn.spans, now)
    if turn.state is TurnState.SPEAKING:
        return _running(seconds, limit, "Đang nói", "mic", warn)
    words, icon = _STILL[turn.state]
    part = min(1.0, seconds / limit) if limit else 0.0
    return ClockView(_digits(seconds), minutes_text(limit), Level.STILL, words, icon, part)


_STILL = {
    TurnState.WAITING: ("Chờ phát biểu", "clock"),
    TurnState.PAUSED: ("Tạm dừng", "pause"),
    TurnState.DONE: ("Đã xong", "checkmark_circle"),
    TurnState.ABSENT: ("Vắng khi gọi", "person_prohibited"),
    TurnState.WITHDRAWN: ("Đã rút", "person_delete"),
    TurnState.SPEAKING: ("Đang nói", "mic"),
    TurnState.ANSWERING: ("Đang trả lời", "chat"),
}


def warn_seconds(kept: str) -> int:
    """What the office keeps; the usual 30 where it is none of the choices."""
    return next((seconds for seconds in WARN_CHOICES if str(seconds) == kept), WARN_SECONDS)


def _running(seconds: int, limit: int, words: str, icon: str, warn: int) -> ClockView:
    left = limit - seconds
    shown_limit = minutes_text(limit) if limit else ""
    if limit and left < 0:
        digits = f"+{minutes_text(-left)}"
        return ClockView(digits, shown_limit, Level.OVER, "Quá giờ", "error_circle", 1.0, True)
    part = min(1.0, seconds / limit) if limit else 0.0
    if limit and left <= warn:
        return ClockView(_digits(seconds), shown_limit, Level.WARN, f"Còn {left} giây", "clock", part, True)
    return ClockView(_digits(seconds), shown_limit, Level.NORMAL, words, icon, part, True)


def _digits(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes:02}:{rest:02}"
