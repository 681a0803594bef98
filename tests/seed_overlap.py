"""Words that a shipped text shares with the seed plans, names of bodies and laws left out."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"

#: Twelve words in a row are a sentence copied, not a turn of phrase that every office uses.
RUN = 12

# Names of bodies and laws, and the opening words of a plan's last sentence, cannot be said otherwise.
_FORMULAS = (
    "luật sửa đổi bổ sung một số điều của luật tổ chức chính phủ và luật tổ chức chính quyền địa phương",
    "luật tổ chức chính quyền địa phương",
    "luật thực hiện dân chủ ở cơ sở",
    "hội đồng nhân dân",
    "ủy ban nhân dân",
    "ủy ban mặt trận tổ quốc việt nam",
    "mặt trận tổ quốc",
    "các tổ chức chính trị xã hội",
    "trên đây là kế hoạch tổ chức hội nghị",
)


def copied(path: Path) -> list[str]:
    """Runs of twelve words that any text of the JSON file shares with any seed."""
    if not SEEDS.is_dir():
        pytest.skip("Không có ../shared/seeds: không so được lời văn với các kế hoạch mẫu.")
    known = _seed_runs()
    texts = _texts(json.loads(path.read_text(encoding="utf-8")))
    return [" ".join(run) for text in texts for run in _runs(text) if run in known]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))
    for formula in _FORMULAS:
        words = words.replace(formula, "*")
    found = words.split()
    return (tuple(found[i : i + RUN]) for i in range(len(found) - RUN + 1))


@cache
def _seed_runs() -> frozenset[tuple[str, ...]]:
    return frozenset(run for path in SEEDS.glob("*.txt") for run in _runs(path.read_text(encoding="utf-8")))
