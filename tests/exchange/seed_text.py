"""The words of the five real plans, found in their files when a test asks for them: none is kept here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

with_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the five real plans (../shared/seeds) are not here"
)


def seed_file(seed: str) -> Path:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    return path


def seed_words(seed: str, left_out: tuple[str, ...]) -> str:
    """The file as one line, without the signs of Markdown and the lines that `left_out` begins."""
    waiting = list(left_out)
    kept: list[str] = []
    for line in seed_file(seed).read_text(encoding="utf-8").splitlines():
        bare = " ".join(re.sub(r"^\s*#+\s+", "", line).replace("*", "").split())
        bare = unicodedata.normalize("NFC", bare)
        if waiting and bare.startswith(waiting[0]):
            del waiting[0]
        else:
            kept.append(bare)
    assert not waiting, f"lines that are not there: {waiting}"
    return " ".join(" ".join(kept).split())


@dataclass(slots=True)
class Reader:
    """Finds "begin … middle … end" one after the other in the words of a plan."""

    text: str
    at: int = 0

    def next(self, span: str) -> tuple[str, str]:
        """(what stands between the last one found and this one, the words of this one)."""
        parts = [part for piece in span.split("…") if (part := piece.strip())]
        start = self.text.find(parts[0], self.at)
        assert start >= 0, f"“{parts[0]}” is not there behind “{self.text[max(0, self.at - 40) : self.at]}”"
        stop = start + len(parts[0])
        for part in parts[1:]:
            found = self.text.find(part, stop)
            assert found >= 0, f"“{part}” is not there behind “{parts[0]}”"
            stop = found + len(part)
        between, self.at = self.text[self.at : start], stop
        return between, self.text[start:stop]


def anywhere(text: str, span: str) -> str:
    """The words of "begin … end", which must be there once or mean the same each time."""
    return Reader(text).next(span)[1]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
