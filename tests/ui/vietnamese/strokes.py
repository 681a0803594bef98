"""The exact stream that reaches a field while a text is typed: by UniKey-type tools and by input methods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from tests.ui.vietnamese.engine import Method
from tests.ui.vietnamese.keys_of import Habit, keys_of, pieces, states

#: OpenKey and EVKey send it, and a Backspace for it, so that a browser's own completion goes away first.
EMPTY = "\u202f"


class Act(Enum):
    """What one stroke is to the window."""

    KEY = "a key of the keyboard that types its own letter"
    BACK = "Backspace"
    LETTERS = "letters without a key, each an event"
    SELECT = "Shift and the arrow to the left, so many times"
    PASTE = "the letters over the clipboard"
    OPEN = "the open word of an input method as it stands now"
    COMMIT = "what an input method hands over, in place of so many letters before the cursor"


@dataclass(frozen=True, slots=True)
class Stroke:
    """`word_open`: the word is not finished after it, so nobody may touch what stands in the field."""

    act: Act
    text: str = ""
    times: int = 0
    word_open: bool = True


class Rewrite(Enum):
    """How a tool brings a changed word into the field."""

    BACKSPACE = "Backspaces and letters (UniKey)"
    EMPTY = "an empty letter first (OpenKey, EVKey)"
    SELECT = "selected and typed over (in browsers)"
    CLIPBOARD = "Backspaces and the clipboard (UniKey's option)"
    FORWARD = "Backspaces and a commit (ibus)"
    SURROUNDING = "a commit in place of letters (ibus-bamboo, fcitx5)"
    PREEDIT = "an open word, committed as a whole (Windows, ibus)"


@dataclass(frozen=True, slots=True)
class Tool:
    """One program on one machine and the habit of the person before it."""

    method: Method
    habit: Habit
    rewrite: Rewrite

    @property
    def name(self) -> str:
        return f"{self.method.value}, {self.habit.value}, {self.rewrite.name.lower()}"


#: In turn: any seven that follow each other hold every way of rewriting.
TOOLS: tuple[Tool, ...] = (
    Tool(Method.TELEX, Habit.TONE_LAST, Rewrite.BACKSPACE),
    Tool(Method.VNI, Habit.ALL_LAST, Rewrite.PREEDIT),
    Tool(Method.TELEX, Habit.ALL_LAST, Rewrite.EMPTY),
    Tool(Method.VNI, Habit.AT_ONCE, Rewrite.SURROUNDING),
    Tool(Method.TELEX, Habit.AT_ONCE, Rewrite.SELECT),
    Tool(Method.VNI, Habit.TONE_LAST, Rewrite.FORWARD),
    Tool(Method.TELEX, Habit.ALL_LAST, Rewrite.CLIPBOARD),
    Tool(Method.VNI, Habit.AT_ONCE, Rewrite.BACKSPACE),
    Tool(Method.TELEX, Habit.AT_ONCE, Rewrite.PREEDIT),
    Tool(Method.VNI, Habit.TONE_LAST, Rewrite.EMPTY),
    Tool(Method.TELEX, Habit.ALL_LAST, Rewrite.SURROUNDING),
    Tool(Method.VNI, Habit.ALL_LAST, Rewrite.SELECT),
    Tool(Method.TELEX, Habit.AT_ONCE, Rewrite.FORWARD),
    Tool(Method.VNI, Habit.ALL_LAST, Rewrite.CLIPBOARD),
)


def strokes(text: str, tool: Tool) -> Iterator[Stroke]:
    """One after the other; what stands in the field at the end is the text."""
    rest = list(pieces(text))
    for place, (piece, is_word) in enumerate(rest):
        if not is_word:
            yield from _sign(piece, tool)
            continue
        keys, modern = keys_of(piece, tool.method, tool.habit)
        shown = ["", *states(keys, tool.method, modern)]
        if tool.rewrite is not Rewrite.PREEDIT:
            for key, (before, after) in zip(keys, pairwise(shown), strict=True):
                yield from _step(key, before, after, tool.rewrite)
            continue
        yield from (Stroke(Act.OPEN, word) for word in shown[1:])
        # Some hand over the word and let the key of the blank through, others give both together.
        follows = rest[place + 1][0] if place + 1 < len(rest) else ""
        if follows == " " and place % 4 == 0:
            rest[place + 1] = ("", False)
            piece += " "
        yield Stroke(Act.COMMIT, piece, word_open=False)


def _sign(sign: str, tool: Tool) -> Iterator[Stroke]:
    if not sign:
        return
    if sign == "\n" or 0x20 <= ord(sign) < 0x7F:
        yield Stroke(Act.KEY, sign, word_open=False)
    elif tool.rewrite in (Rewrite.PREEDIT, Rewrite.SURROUNDING):
        yield Stroke(Act.COMMIT, sign, word_open=False)
    else:
        yield Stroke(Act.LETTERS, sign, word_open=False)


def _step(key: str, before: str, after: str, rewrite: Rewrite) -> Iterator[Stroke]:
    """From one state of the word to the next; a key that only adds its letter goes through untouched."""
    if after == before + key:
        yield Stroke(Act.KEY, key)
        return
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    gone, new = len(before) - same, after[same:]
    if rewrite is Rewrite.SURROUNDING:
        yield Stroke(Act.COMMIT, new, gone)
        return
    if rewrite is Rewrite.SELECT and new:
        if gone:
            yield Stroke(Act.SELECT, times=gone)
        yield Stroke(Act.LETTERS, new)
        return
    if rewrite is Rewrite.EMPTY and gone:
        yield Stroke(Act.LETTERS, EMPTY)
        gone += 1
    yield from (Stroke(Act.BACK) for _ in range(gone))
    if new and rewrite is Rewrite.CLIPBOARD:
        yield Stroke(Act.PASTE, new)
    elif new and rewrite is Rewrite.FORWARD:
        yield Stroke(Act.COMMIT, new)
    elif new:
        yield Stroke(Act.LETTERS, new)


def stands(stream: Iterator[Stroke]) -> str:
    """What a field that keeps to the rules shows after the stream: the model of the field."""
    text = open_word = ""
    selected = 0
    for stroke in stream:
        match stroke.act:
            case Act.KEY | Act.LETTERS | Act.PASTE:
                text = text[: len(text) - selected] + stroke.text
                selected = 0
            case Act.BACK:
                text = text[:-1]
            case Act.SELECT:
                selected = stroke.times
            case Act.OPEN:
                open_word = stroke.text
            case Act.COMMIT:
                text = text[: len(text) - stroke.times] + stroke.text
                open_word = ""
    assert not open_word
    return text
