"""Breaking a paragraph into lines: greedy, at spaces, long words inside themselves, as Word does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogue_desktop.documents.fonts import FontSet
from dialogue_desktop.documents.tree import NBSP, Runs

Part = tuple[int, bool, str]
"""Face number, underlined, text."""

_SOFT = frozenset("/-_.,;:?&=@+")
_LONG = 24
_EPS = 0.01


@dataclass(slots=True)
class TextLine:
    """One line: its parts, natural width in points, number of spaces that may be stretched."""

    parts: tuple[Part, ...]
    width: float
    spaces: int
    last: bool = False


@dataclass(slots=True)
class _Word:
    """A stretch without break; `gap` is the face of the space before it, None when it follows directly."""

    width: float
    parts: list[Part]
    gap: tuple[int, bool] | None


class Breaker:
    """Breaks paragraphs for one font set and keeps the widths of words that it has seen."""

    def __init__(self, fonts: FontSet) -> None:
        self.fonts = fonts
        self._seen: tuple[dict[str, float], ...] = ({}, {}, {}, {})
        self._space = tuple(face.widths[" "] for face in fonts.faces)
        self._balanced: dict[tuple[str, int, float, float], list[str]] = {}

    def width(self, face: int, text: str) -> float:
        """Width in em of text in one face."""
        seen = self._seen[face]
        found = seen.get(text)
        if found is None:
            found = seen[text] = self.fonts.faces[face].width(text)
        return found

    def lines(self, runs: Runs, size: float, first: float, rest: float) -> list[TextLine]:
        """The lines of a paragraph whose first line is `first` and the others `rest` points wide.

        An empty paragraph is one empty line.
        """
        if len(runs) == 1:
            run = runs[0]
            plain = self._single(run.bold + 2 * run.italic, run.underline, run.text, size, first, rest)
            if plain is not None:
                return plain
        return self._several(self._words(runs, size), size, first, rest)

    def balanced(self, text: str, face: int, size: float, width: float) -> list[str]:
        """The fewest lines that hold a centred text, as even as can be; "\\n" always ends a line."""
        key = (text, face, size, width)
        if key in self._balanced:
            return self._balanced[key]
        result = self._balanced[key] = []
        for piece in text.split("\n"):
            words = piece.split(" ")
            count = len(self._greedy(words, face, size, width))
            low, high = width / (count + 1), width
            for _ in range(12):
                middle = (low + high) / 2
                if len(self._greedy(words, face, size, middle)) <= count and self._fits(
                    words, face, size, middle
                ):
                    high = middle
                else:
                    low = middle
            result.extend(self._greedy(words, face, size, high))
        return result

    def _fits(self, words: Sequence[str], face: int, size: float, width: float) -> bool:
        return all(self.width(face, word) * size <= width for word in words)

    def _greedy(self, words: Sequence[str], face: int, size: float, width: float) -> list[str]:
        lines: list[str] = []
        for word in words:
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.fonts.faces[face].width(longer) * size <= width + _EPS:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _single(
        self, face: int, under: bool, text: str, size: float, first: float, rest: float
    ) -> list[TextLine] | None:
        """The quick way for a paragraph in one face; None when a word needs care."""
        words = text.split(" ")
        seen = self._seen[face]
        space = self._space[face] * size
        limit = min(first, rest)
        lines: list[TextLine] = []
        start, room, used = 0, first, -space
        for i, word in enumerate(words):
            em = seen.get(word)
            if em is None:
                em = self.width(face, word)
            width = em * size
            if width > limit or len(word) > _LONG:
                return None
            if used + space + width > room + _EPS:
                lines.append(self._line(face, under, words[start:i], used))
                start, room, used = i, rest, width
            else:
                used += space + width
        lines.append(self._line(face, under, words[start:], max(used, 0.0)))
        lines[-1].last = True
        return lines

    @staticmethod
    def _line(face: int, under: bool, words: list[str], width: float) -> TextLine:
        text = " ".join(words)
        return TextLine(((face, under, text),), width, len(words) - 1 + text.count(NBSP))

    def _words(self, runs: Runs, size: float) -> list[_Word]:
        words: list[_Word] = []
        current: _Word | None = None
        for run in runs:
            face, under = run.bold + 2 * run.italic, run.underline
            for k, piece in enumerate(run.text.split(" ")):
                if k or current is None:
                    current = _Word(0.0, [], (face, under))
                    words.append(current)
                for j, bit in enumerate(_soft_pieces(piece)):
                    if j:
                        current = _Word(0.0, [], None)
                        words.append(current)
                    if bit:
                        current.parts.append((face, under, bit))
                        current.width += self.width(face, bit) * size
        return words

    def _several(self, words: Iterable[_Word], size: float, first: float, rest: float) -> list[TextLine]:
        lines: list[TextLine] = []
        line: list[_Word] = []
        room, used = first, 0.0

        def flush() -> None:
            nonlocal line, room, used
            lines.append(_joined(line, used))
            line, room, used = [], rest, 0.0

        for word in words:
            gap = self._space[word.gap[0]] * size if word.gap and line else 0.0
            if used + gap + word.width <= room + _EPS:
                line.append(word)
                used += gap + word.width
                continue
            if line:
                flush()
            for piece in self._cut(word, size, room, rest):
                if line:
                    flush()
                line, used = [piece], piece.width
        lines.append(_joined(line, used))
        lines[-1].last = True
        return lines

    def _cut(self, word: _Word, size: float, room: float, rest: float) -> list[_Word]:
        """A word that is longer than the line, cut between letters (never before a combining mark)."""
        if word.width <= room:
            return [word]
        pieces = [_Word(0.0, [], word.gap)]
        for face, under, text in word.parts:
            start, used = 0, pieces[-1].width
            for i, char in enumerate(text):
                step = self.width(face, char) * size
                if used + step > room + _EPS and step and (i > start or pieces[-1].parts):
                    _add(pieces[-1], (face, under, text[start:i]), used)
                    pieces.append(_Word(0.0, [], None))
                    start, used, room = i, 0.0, rest
                used += step
            _add(pieces[-1], (face, under, text[start:]), used)
        return pieces


def _add(word: _Word, part: Part, width: float) -> None:
    if part[2]:
        word.parts.append(part)
        word.width = width


def _soft_pieces(word: str) -> list[str]:
    """A long web address or the like, cut after its signs so that lines can end there."""
    if len(word) <= _LONG:
        return [word]
    pieces, start = [], 0
    for i, char in enumerate(word[:-1]):
        if char in _SOFT and word[i + 1] not in _SOFT and i - start >= 2:
            pieces.append(word[start : i + 1])
            start = i + 1
    pieces.append(word[start:])
    return pieces


def _joined(words: list[_Word], width: float) -> TextLine:
    """A line of words, neighbours in the same face made one part."""
    parts: list[Part] = []
    spaces = 0

    def add(face: int, under: bool, text: str) -> None:
        if parts and parts[-1][:2] == (face, under):
            parts[-1] = (face, under, parts[-1][2] + text)
        else:
            parts.append((face, under, text))

    for i, word in enumerate(words):
        if i and word.gap is not None:
            add(word.gap[0], word.gap[1], " ")
            spaces += 1
        for face, under, text in word.parts:
            add(face, under, text)
            spaces += text.count(NBSP)
    return TextLine(tuple(parts), width, spaces)
