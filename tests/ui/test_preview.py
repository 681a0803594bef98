"""The page beside the work: drawn off-thread, marked where it changed, never taking the focus."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.look import Look
from ui.printing.pdf_pages import MARGIN_PT, Mark, Painter, PdfPages, Request, Zoom
from ui.tasks import Tasks
from ui.widgets.field import Field
from ui.widgets.page_preview import PagePreview, PreviewBar
from ui.widgets.panes import VBox

LEFT, TOP, A4 = 85.0, 70.0, (595.0, 842.0)


@pytest.fixture(scope="session")
def paper(resources: Path) -> bytes:
    """Three pages of Vietnamese text, page n saying "Trang n" and a date of its own."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("PreviewTinos", str(resources / "fonts/tinos/Tinos_400Regular.ttf")))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for page in range(1, 4):
        canvas.setFont("PreviewTinos", 14)
        for line in range(30):
            words = f"Trang {page}, dòng {line}: niêm yết công khai trước ngày {page}/{line + 1}/2026."
            canvas.drawString(LEFT, A4[1] - TOP - 20 * line, words)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def tasks(qapp: QApplication):
    tasks = Tasks()
    yield tasks
    assert tasks.shut_down()


@pytest.fixture
def preview(qtbot, look: Look, tasks: Tasks) -> PagePreview:
    preview = PagePreview(look, tasks)
    qtbot.addWidget(preview)
    preview.resize(look.px(100), look.px(140))
    with qtbot.waitExposed(preview):
        preview.show()
    return preview


def test_pages_are_read_and_drawn(paper: bytes) -> None:
    """P1: size, picture and places of words, in points from the top left."""
    pages = PdfPages(paper)
    assert pages.count == 3
    assert pages.size(0) == pytest.approx(A4, abs=0.5)
    image = pages.render(0, 1.0)
    assert (image.width(), image.height()) == (595, 842)
    dark = sum(image.pixelColor(x, 66).lightness() < 120 for x in range(image.width()))
    assert dark > 20, "the first line has ink"
    box = pages.find("2/5/2026", 1)[0]
    assert box.top == pytest.approx(TOP + 20 * 4 - 11, abs=4)
    left, right = pages.text_span()
    assert left == pytest.approx(LEFT, abs=3)
    assert right < A4[0] - 20
    pages.close()


def test_broken_bytes_are_refused() -> None:
    """G5."""
    with pytest.raises(ValueError, match="PDF"):
        PdfPages(b"not a pdf")


def test_text_fills_the_width_and_is_never_too_small(paper: bytes) -> None:
    """P1: "Vừa chữ" cuts the margins; 14 pt never becomes less than 10 px."""
    painter = Painter()

    def request(width: int, zoom: Zoom) -> Request:
        return Request(paper, 0, zoom, 100, width, 400, 1.0, 96.0, least_pt=10 / 14)

    wide = painter.draw(request(500, Zoom.TEXT))
    assert wide.scale * (wide.span[1] - wide.span[0] + 2 * MARGIN_PT) == pytest.approx(500, abs=1)
    narrow = painter.draw(request(120, Zoom.TEXT))
    assert narrow.scale * 14 >= 10 - 1e-6
    whole = painter.draw(request(300, Zoom.PAGE))
    assert whole.scale * whole.size[1] <= 400.5
    painter.close()


def test_marks_turn_to_their_page(qtbot, preview: PagePreview, paper: bytes) -> None:
    """P1: what this step changed is marked, and the page follows it."""
    preview.show_pdf(paper, marks=[Mark(("3/7/2026",))], follow=True)
    qtbot.waitUntil(lambda: preview.page == 3)
    drawing = preview.drawing
    assert drawing is not None
    assert len(drawing.found) == len(drawing.bars) == 1
    preview.show_pdf(paper, marks=[Mark(("1/1/2026",))])
    qtbot.waitUntil(lambda: preview.drawing is not drawing)
    assert preview.page == 3, "without follow the page stays"


def test_a_bar_stands_beside_a_named_place(paper: bytes) -> None:
    """P1: page and height given by the document; words are coloured only inside it."""
    painter = Painter()
    mark = Mark(("niêm yết",), page=1, top=60, bottom=100)
    drawing = painter.draw(Request(paper, 1, Zoom.TEXT, 100, 400, 400, 1.0, 96.0, (mark,)))
    assert drawing.bars == ((60, 100),)
    assert 1 <= len(drawing.found) <= 3
    painter.close()


def test_new_page_never_takes_the_focus(qtbot, look: Look, tasks: Tasks, paper: bytes) -> None:
    """P1, L12: the hand goes on typing while the page is drawn."""
    window = QWidget()
    qtbot.addWidget(window)
    box = VBox(look)
    field, preview = Field(look, name="Quy tắc"), PagePreview(look, tasks)
    box.addWidget(field)
    box.addWidget(preview)
    window.setLayout(box)
    window.resize(500, 500)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    preview.show_pdf(paper)
    qtbot.waitUntil(lambda: preview.page == 1)
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert not preview.hasFocus(), "it is reached by F6 or a click only"


def test_keys_turn_and_scroll(qtbot, preview: PagePreview, paper: bytes) -> None:
    """P1."""
    preview.show_pdf(paper)
    qtbot.waitUntil(lambda: preview.count == 3)
    preview.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: preview.page == 3)
    QTest.keyClick(preview, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: preview.page == 1)
    bar = preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: preview.page == 2)
    assert bar.value() == 0
    preview.go_to(99)
    qtbot.waitUntil(lambda: preview.page == 3)


def test_bar_says_page_and_zoom(qtbot, look: Look, preview: PagePreview, paper: bytes) -> None:
    """P1: "Trang 2/3"; back and on are locked at the ends."""
    bar = PreviewBar(look, preview, percent=True)
    qtbot.addWidget(bar)
    assert bar.label.text() == "Chưa có trang"
    preview.show_pdf(paper)
    qtbot.waitUntil(lambda: preview.page == 1)
    assert bar.label.text() == "Trang 1/3"
    assert not bar.back.isEnabled()
    bar.on.click()
    qtbot.waitUntil(lambda: bar.label.text() == "Trang 2/3")
    fitted = preview.percent()
    bar.fit.click()
    qtbot.waitUntil(lambda: preview.zoom is Zoom.PAGE and preview.percent() != fitted)


def test_failure_is_a_sentence(qtbot, preview: PagePreview) -> None:
    """G5: what happened and what is kept; the window goes on."""
    said: list[str] = []
    preview.failed.connect(said.append)
    preview.show_pdf(b"broken")
    qtbot.waitUntil(lambda: bool(said))
    assert "vẫn còn" in said[0]
    assert preview.page == 0


def test_only_the_newest_is_shown(qtbot, preview: PagePreview, paper: bytes) -> None:
    """P1: ten quick changes end in the last one."""
    for number in range(1, 11):
        preview.show_pdf(paper, marks=[Mark((f"2/{number}/2026",))], follow=True)
    qtbot.waitUntil(lambda: preview.page == 2)
    drawing = preview.drawing
    assert drawing is not None
    assert drawing.found[0].top == pytest.approx(TOP + 20 * 9 - 11, abs=4)
