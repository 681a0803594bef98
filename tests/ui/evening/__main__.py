"""One run of the program in its own process: `until_dark`, which is killed, and `to_the_end`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QTextEdit

from tests.ui.evening.hands import CountingHands
from tests.ui.evening.kinds import Speaks
from tests.ui.evening.player import Player
from tests.ui.evening.script import EVENTS, POWER_CUT
from tests.ui.evening.wall import WallClock
from tests.ui.main_job.program import Program

#: The program is there again after the power cut.
BACK_AT = "20:40"


class Evening(Program):
    """The program with the clock on the wall of the hall."""

    hands_of = CountingHands

    def __init__(self, folder: Path, out: Path, start: str) -> None:
        super().__init__(folder, out, WallClock(start))
        self.wall: Any = self.clock

    def player(self) -> Player:
        assert isinstance(self.hands, CountingHands)
        return Player(self, self.hands, self.wall)

    def opened(self) -> None:
        self.come_to("live")
        self.hands.until(lambda: self.page.presenter is not None, "the session")
        self.hands.rest()


def until_dark(evening: Evening) -> None:
    """From the open window to the middle of a word."""
    evening.hands.at = "opening"
    evening.hands.push("Mở phiên đối thoại")
    evening.opened()
    player = evening.player()
    for number, event in enumerate(EVENTS[:POWER_CUT], start=1):
        player.play(number, event)


def to_the_end(evening: Evening) -> None:
    """The program opens where it was; the answer is finished and the evening goes on."""
    hands = evening.hands
    hands.at = "after the power cut"
    evening.opened()
    hands.expect("Trả lời")
    editor = hands.focused
    assert isinstance(editor, QTextEdit)
    kept = editor.toPlainText()
    evening.say("back", text=kept, cursor=editor.textCursor().position())
    player = evening.player()
    cut = EVENTS[POWER_CUT - 1]
    assert isinstance(cut, Speaks)
    player.go_on(POWER_CUT, cut, len(kept))
    for number, event in enumerate(EVENTS[POWER_CUT:], start=POWER_CUT + 1):
        player.play(number, event)


RUNS: dict[str, tuple[str, Callable[[Any], None]]] = {
    "until_dark": ("18:05", until_dark),
    "to_the_end": (BACK_AT, to_the_end),
}


if __name__ == "__main__":
    name, folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    start, work = RUNS[name]
    sys.exit(Evening(folder, out, start).run(work))
