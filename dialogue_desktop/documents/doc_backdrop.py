"""The backdrop of the hall (maket, tip chữ): one landscape page in big type for its maker (C1)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from dialogue_desktop.documents.letterhead import date_words
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.sheet import MM
from dialogue_desktop.documents.tree import (
    Block,
    Document,
    Orientation,
    Paragraph,
    Role,
    Section,
    Spacer,
    text,
)

# A line of a banner ends where the sense does.
_SENSE = re.compile(r"\s+(?=(?:giữa|với|cùng)\s)|\s+(?=năm \d{4}$)")

_LINE = 34  # letters in a line of the banner
_MOST_LINES = 5
_LINE_HEIGHT = 1.15  # of a letter's size
_LEAST_GAPS = (10.0, 6.0)  # above the kind, above the day; millimetres
_MOST_SPARE = 40.0


def build(paper: Paper) -> Document:
    """Who holds it, the kind in the biggest letters, the name in lines by sense, place and day."""
    plan = paper.plan
    kind = paper.phrases("kind")
    name = paper.conference.strip(" .")
    rest = name[len(kind) :].strip() if name.casefold().startswith(kind.casefold()) else name
    lines = _by_sense(rest)
    # A long name in the smaller letters still stands on the one page.
    high = sum(math.ceil(len(line) / _LINE) for line in lines)
    role = Role.BANNER if high <= _MOST_LINES else Role.BANNER_ISSUER
    top = (paper.phrases("party"), paper.body) if paper.party else (paper.body,)
    place = plan.issuer.place or paper.common("place_name")
    day = f"{place}, {date_words(paper.sheet, plan.day, plan.time.year or plan.year)}"
    rows = [
        *((Role.BANNER_ISSUER, 1) for _ in top),
        (Role.BANNER_KIND, 1),
        *((role, math.ceil(len(line) / _LINE)) for line in lines),
        (Role.BANNER_DAY, 1),
    ]
    spare = _spare(paper, rows) / 2
    blocks: list[Block] = [
        *(_line(words, Role.BANNER_ISSUER, paper) for words in top),
        Spacer(_LEAST_GAPS[0] + spare),
        _line(kind, Role.BANNER_KIND, paper),
        *(_line(words, role, paper) for words in lines),
        Spacer(_LEAST_GAPS[1] + spare),
        _line(day, Role.BANNER_DAY, paper),
    ]
    title = paper.phrases("title", conference=paper.conference)
    section = Section(tuple(blocks), Orientation.LANDSCAPE)
    return Document((section,), plan.issuer.style, title=title, author=plan.issuer.body)


def _spare(paper: Paper, rows: Sequence[tuple[Role, int]]) -> float:
    """Millimetres that are left on the page, shared out so that the name stands in its middle.

    A line is kept back, lest a name of wide letters goes over the page.
    """
    page = paper.sheet.page
    used = sum(_LEAST_GAPS)
    for role, count in rows:
        style = paper.sheet.text(role.value)
        used += (style.before + style.size * _LINE_HEIGHT * count) / MM
    reserve = paper.sheet.text(Role.BANNER.value).size * _LINE_HEIGHT / MM
    return min(max(page.width - page.top - page.bottom - used - reserve, 0.0), _MOST_SPARE)


def _line(words: str, role: Role, paper: Paper) -> Paragraph:
    return Paragraph(text(paper.whole(words)), role, role.value)


def _by_sense(name: str) -> list[str]:
    """ "trao đổi, đối thoại" / "giữa …" / "với Nhân dân" / "thôn Đồng Vạn và thôn Phú Ấp" / "năm 2026"."""
    lines: list[str] = []
    for line in _SENSE.split(name):
        parts = [line] if len(line) <= _LINE else line.split("Nhân dân ", 1)
        lines += [line] if len(parts) == 1 else [f"{parts[0]}Nhân dân", parts[1]]
    return [line.strip() for line in lines if line.strip()]
