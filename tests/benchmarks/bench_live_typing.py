"""Typing an opinion while it is saved on every key, beside the same page without any saving (L9).

One page, one run: blocks of keys without saving, with saving, and with a flush of 15 ms as an office disk
needs, turn about, so that a busy machine slows all of them alike. Each figure is the middle of the ratios of
the blocks that stood beside each other.
"""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from dialogue_desktop.domain.live import LiveDraft
from tests.benchmarks.live_evening import Evening, evening
from tests.benchmarks.many_opinions import examples
from tests.benchmarks.result import Result, percentile
from ui import draft_keeper

_BLOCKS, _KEYS = 9, 200
_PAUSE = 0.025  # seconds between two keys: quicker than anybody types
_FLUSH = 0.015
_NEVER = 10**9
#: Name of the block, whether every key is saved, and how long the flush takes.
_KINDS = (("none", False, 0.0), ("saved", True, 0.0), ("flushed", True, _FLUSH))


class Slow:
    """The live service on a disk that needs its time for each flush, which holds up nobody but the writer."""

    def __init__(self, service: Any) -> None:
        self._service, self._disk, self.flush, self.saves = service, threading.Event(), 0.0, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._service, name)

    def save_draft(self, conference_id: str, draft: LiveDraft) -> datetime:
        at: datetime = self._service.save_draft(conference_id, draft)
        # The writer's thread is held without the interpreter's lock, as by the flush of a slow disk.
        self._disk.wait(self.flush)
        self.saves += 1
        return at


class Typed(NamedTuple):
    """Milliseconds from each key to its letter on the screen, and the longest time before the next key in
    which the event loop did not turn."""

    keys: list[float]
    gaps: list[float]


def run() -> list[Result]:
    with tempfile.TemporaryDirectory() as folder, evening(Path(folder), slow=Slow) as stage:
        slow: Slow = stage.service
        stage.press("F5")
        stage.rest()
        text = " ".join(examples())
        blocks: dict[str, list[Typed]] = defaultdict(list)
        usual = draft_keeper.PAUSE_MS, draft_keeper.LONGEST_MS
        try:
            for number in range(_BLOCKS + 1):
                for name, every, flush in _KINDS:
                    draft_keeper.PAUSE_MS = draft_keeper.LONGEST_MS = 0 if every else _NEVER
                    slow.flush, slow.saves = flush, 0
                    typed = _type(stage, text[number * _KEYS : (number + 1) * _KEYS])
                    if every and slow.saves < _KEYS / 2:
                        raise RuntimeError(f"only {slow.saves} saves of {_KEYS} keys")
                    if not every and slow.saves:
                        raise RuntimeError("something was saved without being asked for")
                    if number:  # the first round warms up
                        blocks[name].append(typed)
                    _clear(stage)
        finally:
            draft_keeper.PAUSE_MS, draft_keeper.LONGEST_MS = usual
    return [
        *_compared("Gõ, mỗi phím một lần lưu", blocks["saved"], blocks["none"]),
        *_compared("Gõ, mỗi phím một lần lưu, đĩa 15 ms", blocks["flushed"], blocks["none"]),
        Result("Gõ không lưu, từ phím đến chữ, 99 %", _all(blocks["none"], 0, 0.99), None, "ms"),
        Result("Gõ không lưu, vòng sự kiện đứng, 99 %", _all(blocks["none"], 1, 0.99), None, "ms"),
        Result("Gõ có lưu, đĩa 15 ms, từ phím đến chữ, 99 %", _all(blocks["flushed"], 0, 0.99), None, "ms"),
        Result("Gõ có lưu, đĩa 15 ms, vòng sự kiện đứng, 99 %", _all(blocks["flushed"], 1, 0.99), None, "ms"),
    ]


def _compared(words: str, ours: list[Typed], floor: list[Typed]) -> list[Result]:
    return [
        Result(f"{words}: {what}, so với không lưu", _ratio(ours, floor, at), 2)
        for at, what in ((0, "phím 99 %"), (1, "vòng sự kiện 99 %"))
    ]


def _ratio(ours: list[Typed], floor: list[Typed], at: int) -> float:
    return statistics.median(
        percentile(one[at], 0.99) / percentile(other[at], 0.99)
        for one, other in zip(ours, floor, strict=True)
    )


def _all(blocks: list[Typed], at: int, share: float) -> float:
    return percentile([value for typed in blocks for value in typed[at]], share)


def _type(stage: Evening, text: str) -> Typed:
    from PySide6.QtCore import QTimer

    typed, last, longest = Typed([], []), time.perf_counter(), 0.0

    def tick() -> None:
        nonlocal last, longest
        now = time.perf_counter()
        longest = max(longest, now - last)
        last = now

    beat = QTimer()
    beat.timeout.connect(tick)
    beat.start(1)
    last = time.perf_counter()
    for letter in text:
        begun, longest = time.perf_counter(), 0.0
        typed.keys.append(stage.see_letter(letter).wall)
        stage.until(lambda rest=begun + _PAUSE: time.perf_counter() >= rest)  # type: ignore[misc]
        typed.gaps.append(longest * 1000)
    beat.stop()
    return typed


def _clear(stage: Evening) -> None:
    """An empty box again, saved as such."""
    stage.press("Ctrl+A")
    stage.letter("\b")
    stage.rest()
