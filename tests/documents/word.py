"""Word files opened by LibreOffice with the shipped font, all in one go, and their pages read back."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from installer import libre_office
from tests.documents.conftest import RESOURCES

_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>{tinos}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>"""
_TOP_MARGIN = 52.0  # points; what stands above is the page number
_ONE_ROW = 7.0


@dataclass(frozen=True)
class Row:
    """What stands at one height of a page: middle and left edge in points from the page's, and its words."""

    y: float
    left: float
    words: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    rows: tuple[Row, ...]

    @property
    def words(self) -> list[str]:
        return [word for row in self.rows for word in row.words]


def pages(pdf: bytes) -> list[Page]:
    """The pages of a PDF as rows of words, without page numbers."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Page:
    height = page.get_height()
    letters = page.get_textpage()
    found: list[tuple[float, float, str]] = []
    for index in range(letters.count_rects()):
        left, bottom, right, top = letters.get_rect(index)
        words = letters.get_text_bounded(left, bottom, right, top)
        middle = height - (bottom + top) / 2
        if middle > _TOP_MARGIN and words.strip():
            found.append((middle, left, words))
    rows: list[Row] = []
    group: list[tuple[float, float, str]] = []
    for one in [*sorted(found), (float("inf"), 0.0, "")]:
        if group and one[0] - group[0][0] > _ONE_ROW:
            group.sort(key=_left)
            words = tuple(word for _, _, text in group for word in text.split())
            rows.append(Row(min(y for y, _, _ in group), group[0][1], words))
            group = []
        group.append(one)
    return Page(page.get_width(), height, tuple(rows))


def _left(one: tuple[float, float, str]) -> float:
    return one[1]


def opened(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The PDF that LibreOffice Writer makes of each DOCX.

    Without LibreOffice the test is skipped on a developer's own machine and fails where all must be checked.
    """
    office = libre_office.find()
    if office is None:
        if os.environ.get("CI"):
            pytest.fail(f"LibreOffice Writer is missing: install {libre_office.PACKAGE}")
        pytest.skip(f"LibreOffice Writer is missing: install {libre_office.PACKAGE}")
    tinos = RESOURCES / "fonts" / "tinos"
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTS.format(tinos=tinos, cache=folder / "cache"), encoding="utf-8")
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    command = [office, f"-env:UserInstallation=file://{folder / 'profile'}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", "made", *(f"{name}.docx" for name in files)]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        check=False,
        capture_output=True,
        text=True,
        timeout=280,
    )
    made = {name: folder / "made" / f"{name}.pdf" for name in files}
    missing = [name for name, path in made.items() if not path.exists()]
    assert not missing, f"LibreOffice did not open {missing}: {done.stdout[-500:]} {done.stderr[-500:]}"
    return {name: path.read_bytes() for name, path in made.items()}
