"""A series of kills on one data folder: recovery after recovery, and what it cost."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dialogue_desktop.domain.journal import fold, is_alive
from dialogue_desktop.domain.live import LiveDraft, Round
from dialogue_desktop.domain.records import RecordKind
from tests.live.hall import Hall
from tests.ui.live.kills import diary as diaries
from tests.ui.live.kills.checks import Left, Line, check
from ui.desk import PLACE_KEY

ROOT = Path(__file__).resolve().parents[4]
_PATIENCE_S = 60.0
_TEXTS_A_RUN = 1000


@dataclass(slots=True)
class Tally:
    """Of the whole series."""

    kills: int = 0
    at_start: int = 0  # of them before the page was there
    acts: int = 0
    letters: int = 0
    lost_acts: int = 0
    worst_ms: float = 0.0
    back: int = 0  # openings after a kill
    right: int = 0  # of them with the same texts, box and cursor
    wrong: list[str] = field(default_factory=list)

    def words(self) -> str:
        return (
            f"{self.kills} kills ({self.at_start} while opening), {self.acts} acts acknowledged, "
            f"{self.lost_acts} lost, {self.letters} letters typed, at most {self.worst_ms:.0f} ms of typing "
            f"lost, {self.right} of {self.back} recoveries with texts, box and cursor right, "
            f"{len(self.wrong)} faults"
        )


class Series:
    """Kills in the same folder; `folder` is made ready with a conference whose session opens by itself."""

    def __init__(self, beside: Path, seed: int) -> None:
        self._beside, self._rng = beside, random.Random(seed)
        self._folder = beside / "Dữ liệu xã"
        self._folder.mkdir(parents=True)
        hall = Hall(self._folder)
        hall.collect(
            "Đề nghị sửa đường trục thôn.", "Nguyễn Đức Ưởng", "thôn Phú Ấp", answer="Đã có kế hoạch."
        )
        hall.app.settings.set(PLACE_KEY, f"live {hall.cid}")
        hall.app.close()
        self._cid = hall.cid
        self._left: Left | None = None
        self.tally = Tally()

    def kill(self, trap: str = "", *, longest_s: float = 4.0) -> None:
        """One run to its death, and everything that can be said of it."""
        number = self.tally.kills
        path = self._beside / f"nhat-ky-{number}.jsonl"
        errors = self._beside / "loi.txt"
        with errors.open("wb") as stderr:
            child = subprocess.Popen(
                [
                    sys.executable, "-m", "tests.ui.live.kills.robot", str(self._folder), str(path),
                    str(self._rng.randrange(1 << 30)), str(number * _TEXTS_A_RUN), trap,
                ],
                cwd=ROOT, stderr=stderr,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
            )  # fmt: skip
        killed_ns = self._let_live(child, path, trap, longest_s)
        diary = diaries.read(path)
        if trap and diary:
            killed_ns = diary[-1]["t"]
        self._compare_restored(diary)
        self._left, found = check(self._folder, self._beside, self._cid, diary, killed_ns, self._left)
        if child.returncode != -signal.SIGKILL:
            found.wrong.append(f"ended by itself: {child.returncode} {errors.read_text()[-1500:]}")
        tally = self.tally
        tally.kills += 1
        tally.acts += found.acts
        tally.letters += found.letters
        tally.lost_acts += found.lost_acts
        tally.worst_ms = max(tally.worst_ms, found.lost_ms)
        tally.wrong += [f"kill {number} {trap}: {one}" for one in found.wrong]

    def _let_live(self, child: subprocess.Popen[bytes], path: Path, trap: str, longest_s: float) -> int:
        """Until its hour; the moment of the kill."""
        opening = not trap and self._rng.random() < 0.1
        if opening:
            self.tally.at_start += 1
            span = self._rng.uniform(0.2, 1.5)
        else:
            self._until_restored(child, path)
            # A trap shuts by itself; the time is only so that a robot which never meets it ends too.
            span = _PATIENCE_S if trap else self._rng.uniform(0.0, longest_s)
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(timeout=span)
        killed_ns = time.monotonic_ns()
        child.kill()
        child.wait()
        return killed_ns

    def _until_restored(self, child: subprocess.Popen[bytes], path: Path) -> None:
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end:
            if path.exists() and b'"restored"' in path.read_bytes():
                return
            try:
                child.wait(timeout=0.02)
                return
            except subprocess.TimeoutExpired:
                pass

    # --- opening again --------------------------------------------------------------------------------

    def _compare_restored(self, diary: list[Line]) -> None:
        """The page that was opened after the last kill stands as the data on the disk said."""
        line = next((line for line in diary if line["what"] == "restored"), None)
        if line is None or self._left is None:
            return
        wanted = expected(self._left)
        self.tally.back += 1
        differing = {
            name: (line[name], value)
            for name, value in wanted.items()
            if value is not None and line[name] != value
        }
        if differing:
            self.tally.wrong.append(f"opened after kill {self.tally.kills - 1}: {differing}")
        else:
            self.tally.right += 1


def expected(left: Left) -> dict[str, Any]:
    """What the boxes hold after a start, by the draft and the journal alone."""
    draft = left.draft
    if _saved_already(left):
        draft = LiveDraft(quick_add=draft.quick_add)
    item = draft.item
    spoken = item.rounds[min(draft.round_index, len(item.rounds) - 1)] if item.rounds else Round()
    texts = {
        "opinion": item.text if draft.round_index == 0 else spoken.follow_up,
        "answer": spoken.text,
        "quick": draft.quick_add,
    }
    in_box = draft.focus in ("opinion", "answer")
    return {
        **texts,
        "focus": draft.focus if in_box or draft.focus == "quick_add" else None,
        "cursor": min(draft.cursor, len(texts[draft.focus])) if in_box else None,
    }


def _saved_already(left: Left) -> bool:
    """The opinion of the draft is in the journal: the power went before its draft was cleared."""
    item = left.draft.item
    if item.opinion_id:
        return False
    row = fold(left.entries).get((RecordKind.OPINION, item.new_id), {})
    return is_alive(row)


def run(beside: Path, kills: int, *, seed: int, traps: Sequence[str] = (), every: int = 0,
        longest_s: float = 4.0, tell: Callable[[str], None] = lambda words: None) -> Tally:  # fmt: skip
    """So many kills; `traps` one after the other with every so manieth of them."""
    series = Series(beside, seed)
    for number in range(kills):
        trap = traps[(number // every) % len(traps)] if every and number % every == every - 1 else ""
        series.kill(trap, longest_s=longest_s)
        tell(series.tally.words())
    return replace(series.tally)
