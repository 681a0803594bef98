"""A conclusion on every screen of a hall: whole, apart, as large as there is room for, else in pages (L8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect, QSize

from dialogue_desktop.domain.records import Conclusion, Opinion, Voice
from tests.ui.conftest import LookMaker
from tests.ui.hall.evening import moment
from tests.ui.hall.test_pictures import SIZES, _inked
from ui.hall import words
from ui.hall.canvas import HallCanvas, arrange, fit_of, spoken
from ui.hall.density import FULL_SIZE
from ui.hall.parts import Piece, Running, Text
from ui.hall.scene import HallScreen, Scene
from ui.hall.words import Moment, Standing
from ui.look import Look
from ui.type_scale import Type

ROAD = (
    "Giao Phòng Kinh tế xem xét, trả lời bằng văn bản kiến nghị sửa chữa đường trục thôn Phú Ấp, đoạn từ "
    "cổng làng ra cầu Ngòi của ông Nguyễn Đức Ưởng (thôn Phú Ấp), chậm nhất ngày 08/5/2026."
)
LONG_UNIT = "Phòng Kinh tế, Hạ tầng và Đô thị phối hợp Ban Quản lý dự án đầu tư xây dựng khu vực"
ROWS = (
    Conclusion("a", 0, "Bế mạc hội nghị.", settled=True),
    Conclusion("b", 1, ROAD, False, "Phòng Kinh tế", date(2026, 5, 8)),
    Conclusion("c", 2, " ".join([ROAD] * 3), False, LONG_UNIT, date(2026, 5, 8)),
    Conclusion("d", 3, " ".join([ROAD] * 14), False, LONG_UNIT, date(2026, 5, 8)),
)


def _moment(row_id: str, *opinions: Opinion, rows: tuple[Conclusion, ...] = ROWS) -> Moment:
    now = moment(opinions=opinions)
    return replace(now, records=replace(now.records, conclusions=rows), conclusion=row_id)


def _screen(row_id: str, page: int = 0) -> HallScreen:
    return words.screen_of(_moment(row_id), Standing(), Scene.CONCLUSION, page)


def _pieces(look: Look, screen: HallScreen, size: tuple[int, int]) -> tuple[Piece, ...]:
    fit = fit_of(QSize(*size), look.metrics.dpi)
    look.set_scale(min(size[0] / FULL_SIZE[0], size[1] / FULL_SIZE[1]))
    return arrange(look, screen, 5, fit)


def _lines(pieces: tuple[Piece, ...]) -> list[Text]:
    return [piece for piece in pieces if isinstance(piece, Text) and piece.words]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_and_nothing_covers(make_look: LookMaker, size: tuple[int, int]) -> None:
    look = make_look()
    for row in ROWS:
        for page in range(3):
            pieces = _pieces(look, _screen(row.id, page), size)
            fit = fit_of(QSize(*size), look.metrics.dpi)
            picture = QRect(0, 0, fit.width, fit.height)
            boxes = [(p, _inked(look, p)) for p in _lines(pieces)]
            for piece, box in boxes:
                assert picture.contains(box), piece
                assert "…" not in piece.words, piece
            solid = [*boxes, *((p, p.box) for p in pieces if isinstance(p, Running))]
            for at, (one, box) in enumerate(solid):
                for other, second in solid[at + 1 :]:
                    assert not box.intersects(second), (one, other)


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_not_one_word_is_left_out(make_look: LookMaker, size: tuple[int, int]) -> None:
    """Page after page all of it comes, in order; unit and day stand on each."""
    look = make_look()
    for row in ROWS:
        canvas = HallCanvas(look, pixels=QSize(*size))
        canvas.resize(640, 400)
        canvas.show_screen(_screen(row.id))
        said = []
        count = canvas.conclusion_pages()
        for page in range(count):
            texts = [line.words for line in _lines(_pieces(look, _screen(row.id, page), size))]
            said += [line for line in texts if line in row.text and line != row.unit]
            if row.unit:
                assert "thứ Sáu, ngày 08/5/2026" in texts
            assert (f"Trang {page + 1}/{count}" in texts) is (count > 1)
        found = " ".join(said)
        assert row.text in found, (size, count)


def test_short_words_are_large_and_none_are_too_small_to_read(make_look: LookMaker) -> None:
    look = make_look()
    short, long = (_lines(_pieces(look, _screen(row), (1920, 1080))) for row in ("b", "d"))
    assert any(line.kind is Type.HALL_HEADING and "Giao Phòng" in line.words for line in short)
    assert min(look.font(line.kind).pointSizeF() for line in long) >= 20


def test_who_did_not_consent_is_a_citizen_on_the_wall(make_look: LookMaker) -> None:
    """M2: also where the secretary wrote the name by hand."""
    quiet = Opinion("o", 1, voices=(Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp"),), consent=None)
    screen = words.screen_of(_moment("b", quiet), Standing(), Scene.CONCLUSION)
    assert "của công dân thôn Phú Ấp, chậm nhất" in screen.lines[0]
    assert "Ưởng" not in spoken(screen)
    named = replace(quiet, consent=True)
    assert (
        "ông Nguyễn Đức Ưởng" in words.screen_of(_moment("b", named), Standing(), Scene.CONCLUSION).lines[0]
    )


def test_before_there_is_a_conclusion_the_scene_says_what_comes(make_look: LookMaker) -> None:
    screen = words.screen_of(_moment("", rows=()), Standing(), Scene.CONCLUSION)
    assert "Kết luận của Chủ trì" in [
        line.words for line in _lines(_pieces(make_look(), screen, (1920, 1080)))
    ]
    gone = words.screen_of(_moment("not there"), Standing(), Scene.CONCLUSION)
    assert gone.state == "Kết luận của Chủ trì: 1 trên 4"
