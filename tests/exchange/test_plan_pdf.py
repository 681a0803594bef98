"""Old plans as PDF files: justified lines, columns, ruled tables, running heads, stamps (P13)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm, mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from dialogue_desktop import paths
from dialogue_desktop.exchange.plan_reading import read
from dialogue_desktop.exchange.plan_reading_marks import is_capitals, mark_of
from tests.exchange.plans import HON_NGOC, PLANS, OldPlan
from tests.exchange.plans.island import STEPS, TASKS
from tests.exchange.test_plan_kinds import reading_of, what_is_read

HEAD = "Cổng thông tin điện tử - bản đăng ngày 5/6/2026"
STAMP = (
    "Người ký: ỦY BAN NHÂN DÂN",
    "Thời gian ký: 05.06.2026",
    "08:15:22 +07:00",
    "Email: vanthu@xa.example.gov.vn",
)


@cache
def _fonts() -> None:
    folder = paths.resources_dir() / "fonts" / "tinos"
    for name, file in (("Tinos", "*400Regular.ttf"), ("TinosBold", "*700Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(next(folder.glob(file)))))


def _style(**more) -> ParagraphStyle:
    _fonts()
    return ParagraphStyle("một", fontName="Tinos", fontSize=14, leading=19, spaceBefore=4, **more)


def _furniture(canvas: Canvas, page: int, total: str) -> None:
    """What stands on every page beside the text: a head, a number; the stamp on the first."""
    canvas.setFont("Tinos", 9)
    canvas.drawString(30 * mm, A4[1] - 12 * mm, HEAD)
    canvas.drawCentredString(A4[0] / 2, 10 * mm, f"Trang {page}/{total}" if total else str(page))
    if page == 1:
        for at, line in enumerate(STAMP):
            canvas.drawRightString(A4[0] - 15 * mm, A4[1] - (16 + 4 * at) * mm, line)


def printed(plan: OldPlan, path: Path, *, total: str = "") -> Path:
    """The plan as its office would print it."""
    body = _style(alignment=TA_JUSTIFY, firstLineIndent=1.27 * cm)
    bold = ParagraphStyle("đậm", parent=body, fontName="TinosBold")
    centred = ParagraphStyle("giữa", parent=bold, alignment=TA_CENTER, firstLineIndent=0)
    small = ParagraphStyle("nhỏ", parent=body, fontSize=11, leading=13, alignment=0, firstLineIndent=0)
    title = plan.paragraphs.index("KẾ HOẠCH")
    foot = plan.paragraphs.index("Nơi nhận:")
    signed = plan.paragraphs.index(plan.signature[0][0])
    head = plan.paragraphs[:title]
    half = (len(head) + 1) // 2
    story = [
        Table(
            [
                [
                    [Paragraph(text, centred) for text in head[:half]],
                    [Paragraph(text, centred) for text in head[half:]],
                ]
            ]
        ),
        Spacer(1, 10),
    ]
    for at, text in enumerate(plan.paragraphs[title:foot], title):
        heading = mark_of(text) is not None and len(text) < 100 and text[-1] not in ".;"
        centre = at in (title, title + 1)
        story.append(Paragraph(text, centred if centre else bold if heading or is_capitals(text) else body))
    left = [Paragraph(text, small) for text in plan.paragraphs[foot:signed]]
    right = [Paragraph(text, centred) for text in plan.paragraphs[signed:]]
    story += [Spacer(1, 10), Table([[left, right]])]
    made = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=30 * mm,
        rightMargin=15 * mm,
        topMargin=35 * mm,
        bottomMargin=20 * mm,
    )
    draw = lambda canvas, doc: _furniture(canvas, doc.page, total)  # noqa: E731
    made.build(story, onFirstPage=draw, onLaterPages=draw)
    return path


@pytest.mark.parametrize("total", ["", "4"], ids=["number", "number of"])
@pytest.mark.parametrize("plan", [one for one in PLANS if one is not HON_NGOC], ids=lambda plan: plan.commune)
def test_every_plan_as_a_pdf(plan, total, tmp_path: Path):
    """P13: paragraphs joined, columns parted, heads, numbers and stamps left out."""
    reading = read(printed(plan, tmp_path / "cũ.pdf", total=total))
    assert what_is_read(reading) == what_is_read(reading_of(plan))
    left_out = {unread.text for unread in reading.not_understood}
    assert {HEAD, *STAMP} <= left_out


def test_hyphens_at_the_ends_of_lines(tmp_path: Path):
    """P13: a hyphen at the end of a line of a PDF is kept."""
    _fonts()
    path = tmp_path / "gạch.pdf"
    canvas = Canvas(str(path))
    canvas.setFont("Tinos", 13)
    for at, line in enumerate(
        (
            "KẾ HOẠCH",
            "Đối thoại năm 2026",
            "I. MỤC ĐÍCH",
            "- Văn phòng Đảng ủy và Văn phòng HĐND-",
            "UBND xã cùng làm việc này.",
        )
    ):
        canvas.drawString(60, 780 - 20 * at, line)
    canvas.save()
    (section,) = read(path).sections
    assert [block.text for block in section.blocks] == [
        "Văn phòng Đảng ủy và Văn phòng HĐND-UBND xã cùng làm việc này."
    ]


def _cells(rows, widths) -> Table:
    small = _style(alignment=0)
    return Table(
        [[Paragraph(cell, small) for cell in row] for row in rows],
        colWidths=widths,
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("SPAN", (2, 1), (2, 2)), ("SPAN", (2, 3), (2, 4))]
        if len(rows[0]) == 5
        else [("GRID", (0, 0), (-1, -1), 0.5, "black")],
        repeatRows=1,
    )


def test_ruled_tables(tmp_path: Path):
    """P13, P9, P10: columns of a ruled table with merged cells, cut by the end of a page."""
    _fonts()
    body = _style(alignment=TA_JUSTIFY, firstLineIndent=1.27 * cm)
    story: list = [Paragraph(text, body) for text in ("KẾ HOẠCH", "Đối thoại năm 2026", "I. CHƯƠNG TRÌNH")]
    story.append(_cells(STEPS, (90, 230, 150)))
    story += [Spacer(1, 250), Paragraph("II. TỔ CHỨC THỰC HIỆN", body)]
    merged = [list(row) for row in TASKS]
    merged[2][2] = merged[4][2] = ""
    story.append(_cells(merged, (25, 150, 110, 95, 90)))
    story.append(Paragraph("Trên đây là kế hoạch đối thoại năm 2026./.", body))
    path = tmp_path / "bảng.pdf"
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=30 * mm, rightMargin=15 * mm).build(story)
    reading = read(path)
    found = tuple((step.text, step.lead, step.minutes) for step in reading.programme)
    assert found == tuple(step[:3] for step in HON_NGOC.programme)
    units = tuple((unit.unit, tuple(duty.text for duty in unit.duties)) for unit in reading.units)
    assert units == HON_NGOC.units
    wordings = [due.wording for due in reading.dated_duties]
    assert wordings == [due[1] for due in HON_NGOC.due]
    assert reading.closing == "Trên đây là kế hoạch đối thoại năm 2026./."
