"""The film of the evening: a picture after each event, in four dresses of the window, and sheets of them.

python -m tests.ui.evening.film build/evening-film [sáng tối 150 200]
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from dialogue_desktop.paths import resources_dir
from tests.ui.evening import nights

#: Settings of the office for each film.
DRESSES: dict[str, dict[str, str | float]] = {
    "sáng": {"ui.theme": "light"},
    "tối": {"ui.theme": "dark"},
    "150": {"ui.theme": "light", "ui.scale": 1.5},
    "200": {"ui.theme": "dark", "ui.scale": 2.0},
}
_COLUMNS, _ROWS = 2, 3
_WIDE = 900  # of one picture on a sheet
_GAP, _LINE = 12, 26


def shoot(folder: Path, dress: str) -> list[Path]:
    """Play the evening in one dress; the pictures in their order."""
    here = folder / dress
    here.mkdir(parents=True, exist_ok=True)
    for old in here.glob("*.png"):
        old.unlink()
    os.environ["MAIN_JOB_PICTURES"] = str(here.resolve())
    try:
        with tempfile.TemporaryDirectory(prefix="buoi-toi-") as scratch:
            nights.play(Path(scratch), DRESSES[dress])
    finally:
        del os.environ["MAIN_JOB_PICTURES"]
    return sorted(here.glob("*.png"))


def sheets(pictures: Sequence[Path], folder: Path, dress: str) -> list[Path]:
    """Contact sheets, each picture with its name above it."""
    font = ImageFont.truetype(str(next((resources_dir() / "fonts").rglob("BeVietnamPro_400Regular*"))), 18)
    made: list[Path] = []
    for first in range(0, len(pictures), _COLUMNS * _ROWS):
        group = [Image.open(path) for path in pictures[first : first + _COLUMNS * _ROWS]]
        high = max(round(one.height * _WIDE / one.width) for one in group) + _LINE
        size = (_COLUMNS * (_WIDE + _GAP) + _GAP, _ROWS * (high + _GAP) + _GAP)
        sheet = Image.new("RGB", size, "#777777")
        pen = ImageDraw.Draw(sheet)
        for place, (one, path) in enumerate(zip(group, pictures[first:], strict=False)):
            x = _GAP + place % _COLUMNS * (_WIDE + _GAP)
            y = _GAP + place // _COLUMNS * (high + _GAP)
            pen.text((x, y), path.stem, font=font, fill="white")
            small = one.convert("RGB").resize((_WIDE, round(one.height * _WIDE / one.width)))
            sheet.paste(small, (x, y + _LINE))
        made.append(folder / f"{dress}-{len(made) + 1:02}.png")
        sheet.save(made[-1])
    return made


def main() -> None:
    folder = Path(sys.argv[1])
    for dress in sys.argv[2:] or DRESSES:
        pictures = shoot(folder, dress)
        made = sheets(pictures, folder, dress)
        sys.stdout.write(f"{dress}: {len(pictures)} pictures on {len(made)} sheets in {folder}\n")


if __name__ == "__main__":
    main()
