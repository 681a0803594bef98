"""`python -m tests.screenshots FOLDER`: the windows in every dress, and the documents page by page."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui import tour

#: Pixels per point: 110 dpi, enough to read a page on the screen.
_SCALE = 110 / 72


def draw_pages(folder: Path) -> list[Path]:
    """Every page of every PDF in the folder as PNG beside it: "bien-ban-1-trang-01.png"."""
    from ui.printing.page_raster import PageRaster

    pictures: list[Path] = []
    for paper in sorted(folder.glob("*.pdf")):
        with PageRaster(paper.read_bytes()) as pages:
            for number in range(pages.count):
                picture = folder / f"{paper.stem}-trang-{number + 1:02}.png"
                if not pages.render(number, _SCALE).save(str(picture)):
                    raise RuntimeError(f"not written: {picture}")
                pictures.append(picture)
    return pictures


def main(arguments: list[str]) -> int:
    out = Path(arguments[0] if arguments else "build/screenshots")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shutil.rmtree(out, ignore_errors=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    code = tour.run(application, out / "du-lieu", out)
    pictures = draw_pages(out)
    print(f"{len(list(out.glob('*.png')))} ảnh, trong đó {len(pictures)} trang văn bản, ở {out}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
