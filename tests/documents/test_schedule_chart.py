"""The line of days on the paper of duties, measured in its shades (P10)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pdfplumber
import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.sheet import STYLES
from dialogue_desktop.documents.tree import Chart, Shade
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.domain.schedule_line import Off, Scale, ScheduleLine, schedule_line
from tests.documents.paper import read_pdf
from tests.documents.paper_plans import LETTERHEADS, built, busy, calendar, minh_khe, unknown


@dataclass(frozen=True)
class Box:
    """A grey box: left, right, top and bottom in points, brightness."""

    x0: float
    x1: float
    top: float
    bottom: float
    grey: float


def line_of(plan: Plan) -> ScheduleLine:
    made = schedule_line(plan, schedule(plan, calendar()), calendar())
    assert made is not None
    return made


def boxes(data: bytes, page: int) -> list[Box]:
    with pdfplumber.open(BytesIO(data)) as pdf:
        return [
            Box(rect["x0"], rect["x1"], rect["top"], rect["bottom"], _grey(rect["non_stroking_color"]))
            for rect in pdf.pages[page].rects
            if rect["fill"]
        ]


def _grey(colour: float | tuple[float, ...]) -> float:
    return float(colour[0] if isinstance(colour, tuple) else colour)


def marked(data: bytes, pages: int, grey: float) -> list[Box]:
    found = [(page, box) for page in range(pages) for box in boxes(data, page) if box.grey == grey]
    return [box for _, box in sorted(found, key=lambda one: (one[0], one[1].top))]


@pytest.mark.parametrize("head", LETTERHEADS)
def test_each_duty_is_a_black_box_on_its_day(engine: Engine, head: str) -> None:
    """P10: rows go down with the days, boxes to the right by as many steps as days lie between."""
    plan = LETTERHEADS[head](minh_khe())
    line = line_of(plan)
    data = engine.pdf(built(engine, "assignments", plan)).data
    black = marked(data, 2, 0.0)
    assert len(black) == len(line.marks)
    width = black[0].x1 - black[0].x0
    first = black[0].x0
    assert width > 3 / 25.4 * 72
    for mark, box in zip(line.marks, black, strict=True):
        days = (mark.day - line.marks[0].day).days
        assert box.x0 - first == pytest.approx(days * width, abs=0.1)
        assert box.x1 <= (297 - 15) / 25.4 * 72 + 0.1


def test_days_off_and_the_conference_are_bands_through_all_rows(engine: Engine) -> None:
    """P10: light grey for weekends, a hatch for holidays, dark grey for the day itself."""
    plan = minh_khe()
    line = line_of(plan)
    data = engine.pdf(built(engine, "assignments", plan)).data
    look = engine.sheet("nd30").chart
    black = marked(data, 1, 0.0)
    width, start = black[0].x1 - black[0].x0, black[0].x0

    def columns(grey: float) -> set[int]:
        found = [round((box.x0 - start) / width) for box in boxes(data, 0) if box.grey == grey]
        return {place for place in found if found.count(place) >= len(black) - 2}

    weekends = {k for k, tick in enumerate(line.ticks) if tick.off is Off.WEEKEND}
    assert columns(look.light) == weekends
    assert columns(look.middle) == {line.place(date(2026, 4, 24))}
    holidays = [k for k, tick in enumerate(line.ticks) if tick.off is Off.HOLIDAY]
    with pdfplumber.open(BytesIO(data)) as pdf:
        slanted = [
            stroke
            for stroke in pdf.pages[0].lines
            if abs(stroke["x1"] - stroke["x0"]) > 0.5 and abs(stroke["bottom"] - stroke["top"]) > 0.5
        ]
    assert slanted
    hatched = {int(((stroke["x0"] + stroke["x1"]) / 2 - start) // width) for stroke in slanted}
    assert hatched == set(holidays)
    for stroke in slanted:
        assert stroke["bottom"] - stroke["top"] == pytest.approx(stroke["x1"] - stroke["x0"], abs=0.05)
        assert stroke["x1"] - stroke["x0"] <= width + 0.05


@pytest.mark.parametrize("style", STYLES)
def test_shades_are_told_apart_in_black_and_white(engine: Engine, style: str) -> None:
    """A copier has no colours: the greys lie apart from one another, from paper and from ink."""
    sheet = engine.sheet(style)
    greys = sorted(g for shade in Shade if (g := sheet.grey(shade)) is not None)
    steps = [0.0, *greys[1:], 1.0]
    assert min(b - a for a, b in pairwise(steps)) >= 0.1
    assert sheet.grey(Shade.HATCH) is None


@pytest.mark.parametrize("days", [36, 60, 105, 700])
def test_a_long_schedule_stays_readable(engine: Engine, days: int) -> None:
    """S3: sixty days and twenty duties: no step is broken, nothing under 8 points, the head on each page."""
    plan = busy(days)
    line = line_of(plan)
    paper = read_pdf(engine.pdf(built(engine, "assignments", plan)).data)
    heading = paper.line("I. LỊCH CHUNG")
    key = next(row for row in paper.lines if row.text.startswith(("Ô đen", "Mỗi cột")))
    chart = [
        row
        for row in paper.lines
        if row.baseline > 19 and (heading.page, heading.baseline) < (row.page, row.baseline)
        and (row.page, row.baseline) < (key.page, key.baseline)
    ]  # fmt: skip
    assert min(size for row in chart for size in row.sizes) >= (8 if line.scale is Scale.DAY else 9)
    said = "\n".join(row.text for row in chart)
    for mark in line.marks:
        assert re.search(rf"(?m)^{re.escape(line.day_words(mark)[:3].capitalize())}", said)
        if words := line.mark_words(mark):
            assert words in said
            broken = [row.text for row in chart if row.text in (words.split("/")[0], f"{words[:-1]}")]
            assert not broken
    heads = [row for row in chart if row.text == "Việc đến hạn"]
    assert [row.page for row in heads] == list(range(1, key.page + 1))
    if line.scale is Scale.WEEK:
        shown = "".join(row.text for row in chart if row.page == 1)
        assert all(line.label(tick) in shown for tick in line.ticks)


def test_word_has_the_same_shades(engine: Engine) -> None:
    """One tree: as many black cells, light and hatched columns in the Word file."""
    tree = built(engine, "assignments", minh_khe())
    (chart,) = (block for block in tree.sections[0].blocks if isinstance(block, Chart))
    xml = ZipFile(BytesIO(engine.docx(tree).data)).read("word/document.xml").decode()
    rows = len(chart.rows)
    ticks = [tick.shade for tick in chart.ticks]
    assert xml.count('w:fill="000000"') == rows
    hatched = ticks.count(Shade.HATCH) * rows
    hit = sum(ticks[mark.place] is Shade.HATCH for row in chart.rows for mark in row.marks)
    assert xml.count('w:val="thinDiagStripe"') == hatched - hit
    assert len(chart.columns) + len(chart.ticks) <= 63  # Word has no more columns


def test_plain_text_names_what_is_drawn(engine: Engine) -> None:
    """What is read aloud or copied has each duty with its day and unit, without rows of empty cells."""
    words = engine.text(built(engine, "assignments", busy(60)))
    assert "Thứ Sáu 24/4\tTổ chức hội nghị\tChủ trì hội nghị\t24/4\n" in words
    assert "\t\t\t" not in words
    assert "cột xám đậm là thời gian tổ chức Hội nghị" in words
    assert "ngày nghỉ trong thời gian này: 27/4, 30/4, 1/5." in words


def test_no_day_no_chart(engine: Engine) -> None:
    """P6: before any day is known there is the table alone, with room to write."""
    tree = built(engine, "assignments", unknown(minh_khe()))
    assert not [block for block in tree.sections[0].blocks if isinstance(block, Chart)]
    assert "LỊCH CHUNG" not in engine.text(tree)
