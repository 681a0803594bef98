"""Every picture of the hall on every screen: nothing cut, nothing over another thing, large enough (L10)."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

import pytest
from PySide6.QtCore import QRect, QSize

from dialogue_desktop.domain.records import TurnState
from tests.ui.conftest import LookMaker
from tests.ui.hall.evening import LONG, NOW, PLAN, TWENTY, moment, turn, with_steps
from ui.hall import words
from ui.hall.canvas import HallCanvas, arrange, fit_of
from ui.hall.density import FULL_SIZE
from ui.hall.parts import Block, Piece, Running, Text, Tick, wrapped
from ui.hall.scene import HallScreen, Scene
from ui.hall.words import Moment, Standing
from ui.look import Look
from ui.theme import Role
from ui.turn_clock import Level
from ui.type_scale import Type

RULES = (
    "Có mặt trước giờ khai mạc, ghi tên tại bàn đón tiếp, ngồi đúng chỗ đã xếp cho từng thôn.",
    "Để điện thoại ở chế độ im lặng; giữ trật tự, vệ sinh chung; không hút thuốc trong hội trường.",
    "Muốn phát biểu thì đăng ký với Thư ký, nêu họ tên, nơi ở và việc định nói; được mời mới phát biểu, lần "
    "lượt theo thứ tự đã đăng ký.",
    "Mỗi lượt không quá 03 phút, nói thẳng vào việc; việc người trước đã nêu thì chỉ bổ sung điều chưa nói.",
) * 3
STANDING = Standing(
    RULES,
    "Kết quả hội nghị được niêm yết tại trụ sở Ủy ban nhân dân xã và nhà văn hóa các thôn, chậm nhất thứ "
    "Hai, ngày 04/5/2026.",
)
SPEAKING = TurnState.SPEAKING
FAR = "thôn Thượng Vĩnh Ổn"
TWO = (turn(9, LONG, FAR, honorific="bà"), turn(10, "Đặng Văn Quyết", "thôn Đồng Vạn", consent=None))
MANY = "Nguyễn Văn An, bà Trần Thị Bưởi, ông Lò Văn Ế và mười hai hộ dân xóm Đình, xóm Chùa"
LONG_PLAN = with_steps(PLAN, TWENTY)
OFFICE = "Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế, Hạ tầng và Đô thị"

EVENING: dict[str, tuple[Moment, Scene | None]] = {
    "welcome": (moment(started=False), None),
    "step": (moment(step="b5", plan=LONG_PLAN), None),
    "called": (moment(turn(8, "Nguyễn Đức Ưởng"), *TWO, at="t8"), None),
    "speaking": (moment(turn(8, "Nguyễn Đức Ưởng", state=SPEAKING, seconds=154), *TWO, at="t8"), None),
    "long name": (moment(turn(8, LONG, FAR, SPEAKING, honorific="bà", seconds=198), *TWO, at="t8"), None),
    "several": (moment(turn(8, MANY, FAR, TurnState.PAUSED, seconds=62), *TWO, at="t8", plan=LONG_PLAN,
                       step="b13"), None),
    "hour": (moment(turn(8, LONG, FAR, SPEAKING, seconds=4000), *TWO, at="t8"), None),
    "answering": (moment(turn(8, LONG, FAR, TurnState.ANSWERING, consent=None, seconds=60), *TWO, at="t8",
                         answerer=OFFICE), None),
    "next": (moment(*TWO), None),
    "nobody": (moment(), None),
    "programme": (moment(), Scene.PROGRAMME),
    "twenty steps": (moment(plan=LONG_PLAN, step="b13"), Scene.PROGRAMME),
    "rules": (moment(), Scene.RULES),
    "thanks": (moment(ended=True), None),
    "off": (moment(), Scene.OFF),
}  # fmt: skip
SIZES = (
    (1920, 1080),
    (1366, 768),
    (1280, 720),
    (1024, 768),
    (1400, 1050),
    (1920, 1200),
    (3840, 2160),
    (800, 600),
)


def _picture(
    look: Look, name: str, size: tuple[int, int], page: int = 0
) -> tuple[HallScreen, tuple[Piece, ...]]:
    now, held = EVENING[name]
    screen = words.screen_of(now, STANDING, held, page)
    fit = fit_of(QSize(*size), look.metrics.dpi)
    look.set_scale(min(size[0] / FULL_SIZE[0], size[1] / FULL_SIZE[1]))
    letters = len(words.clock_of(now, NOW).digits)
    return screen, arrange(look, screen, letters, fit)


def _inked(look: Look, piece: Text) -> QRect:
    """Where the letters of a line stand."""
    wide = ceil(look.advance(piece.words, piece.kind))
    left = {"l": 0, "c": (piece.box.width() - wide) // 2, "r": piece.box.width() - wide}[piece.align]
    em = look.metrics.em_of(piece.kind.pt)
    high = ceil(1.2 * em)
    return QRect(piece.box.x() + left, piece.box.y() + (piece.box.height() - high) // 2, wide, high)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVENING)
def test_nothing_is_cut_and_nothing_covers(make_look: LookMaker, name: str, size: tuple[int, int]) -> None:
    """L10, G6: every line whole, inside the picture, apart from the others; no "…" in a name or a rule."""
    look = make_look()
    _, pieces = _picture(look, name, size)
    fit = fit_of(QSize(*size), look.metrics.dpi)
    picture = QRect(0, 0, fit.width, fit.height)
    lines = [(p, _inked(look, p)) for p in pieces if isinstance(p, Text) and p.words]
    running = [(p, p.box) for p in pieces if isinstance(p, Running)]
    for piece, box in (*lines, *running):
        assert picture.contains(box), (piece, picture)
    for piece, _ in lines:
        assert look.advance(piece.words, piece.kind) <= piece.box.width() + 1, piece
        assert "…" not in piece.words, piece
    solid = [*lines, *((p, b) for p, b in running if p.shows in (Tick.DIGITS, Tick.BAR, Tick.WALL))]
    for at, (one, box) in enumerate(solid):
        for other, second in solid[at + 1 :]:
            assert not box.intersects(second), (one, other)


@pytest.mark.parametrize("size", SIZES[:-1])
def test_name_and_clock_are_as_large_as_promised(make_look: LookMaker, size: tuple[int, int]) -> None:
    """L10: a name at least 60 pt and the clock 112 pt on every usual screen, read from twelve metres."""
    look = make_look()
    for name, shown in (("speaking", "Ưởng"), ("long name", "Thanh")):
        _, pieces = _picture(look, name, size)
        who = next(p for p in pieces if isinstance(p, Text) and shown in p.words)
        assert who.kind is Type.HALL_NAME
        clock = next(p for p in pieces if isinstance(p, Running) and p.shows is Tick.DIGITS)
        assert clock.kind is Type.HALL_CLOCK
        assert look.font(who.kind).pointSizeF() >= 60
        assert look.font(clock.kind).pointSizeF() >= 112
        smallest = min(look.font(p.kind).pointSizeF() for p in pieces if isinstance(p, Text))
        assert smallest >= 20


def test_who_is_next_is_there_on_small_screens(make_look: LookMaker) -> None:
    """L10: even with a name of two lines on 1024×768."""
    _, pieces = _picture(make_look(), "long name", (1024, 768))
    assert "Tiếp theo" in [p.words for p in pieces if isinstance(p, Text)]


def test_a_long_programme_shows_the_step_of_the_moment(make_look: LookMaker) -> None:
    """P9: of twenty steps those around the present one; what is left out is counted."""
    _, pieces = _picture(make_look(), "several", (1920, 1080))
    lines = [p.words for p in pieces if isinstance(p, Text)]
    assert "Nhân dân thôn Thượng" in " ".join(lines)
    assert any(line.endswith("bước đã xong") for line in lines)
    assert any(isinstance(p, Block) and p.role is Role.ACCENT_SOFT for p in pieces)


def test_what_has_no_room_is_on_the_next_page(make_look: LookMaker) -> None:
    """L10: twelve rules on a small screen: nothing is lost, the pages go round."""
    look = make_look()
    seen: list[str] = []
    for page in range(9):
        _, pieces = _picture(look, "rules", (1024, 768), page)
        seen.append(" ".join(p.words for p in pieces if isinstance(p, Text)))
    count = int(seen[0].split("Trang 1/")[1].split()[0])
    assert count > 1
    assert seen[0] == seen[count]
    whole = " ".join(seen[:count])
    for number, rule in enumerate(RULES, 1):
        assert f"{number}. {rule}" in whole


def test_words_break_only_between_words(look: Look) -> None:
    """G6: a word is never divided; one that is wider than the room is cut."""
    text = "Bà Nguyễn Thị Thanh Nguyệt"
    lines = wrapped(look, text, Type.HALL_NAME, 700)
    assert " ".join(lines) == text
    assert len(lines) == 2
    assert wrapped(look, "Nguyệt" * 9, Type.HALL_NAME, 500)[0].endswith("…")
    assert wrapped(look, "", Type.HALL_NAME, 500) == []


# --- the widget ----------------------------------------------------------------------------------------


def _canvas(look: Look, name: str = "speaking", size: tuple[int, int] = (1920, 1080)) -> HallCanvas:
    now, held = EVENING[name]
    canvas = HallCanvas(look)
    canvas.resize(*size)
    canvas.show_screen(words.screen_of(now, STANDING, held))
    canvas.show_clock(words.clock_of(now, NOW))
    return canvas


def _ink(canvas: HallCanvas, tick: Tick) -> set[str]:
    """Colours inside the place of something that ticks."""
    box = next(p.box for p in canvas.pieces() if isinstance(p, Running) and p.shows is tick)
    image = canvas.grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(box.x(), box.x() + box.width(), 2)
        for y in range(box.y(), box.y() + box.height(), 2)
    }


@pytest.mark.parametrize(("seconds", "role"), [(60, Role.TEXT), (154, Role.TEXT), (198, Role.BAD)])
def test_the_clock_takes_its_colour(make_look: LookMaker, seconds: int, role: Role) -> None:
    """L7, L10: red digits only over time; the bar amber when the end is near."""
    look = make_look()
    canvas = _canvas(look)
    clock = words.clock_of(moment(turn(8, LONG, state=SPEAKING, seconds=seconds), at="t8"), NOW)
    canvas.show_clock(clock)
    assert look.color(role).name() in _ink(canvas, Tick.DIGITS)
    bar = {Level.NORMAL: Role.ACCENT, Level.WARN: Role.WARN, Level.OVER: Role.BAD}[clock.level]
    assert look.color(bar).name() in _ink(canvas, Tick.BAR)


def test_a_tick_draws_only_what_changed(make_look: LookMaker) -> None:
    """L10: one second more touches the digits and the bar, not the names."""
    canvas = _canvas(make_look())
    drawn: list[QRect] = []
    canvas.update = lambda box=None: drawn.append(box)  # type: ignore[method-assign, assignment]
    clock = words.clock_of(EVENING["speaking"][0], NOW)
    canvas.show_clock(replace(clock, digits="02:35", words="Còn 25 giây", part=0.87))
    assert None not in drawn
    area = sum(box.width() * box.height() for box in drawn)
    assert 0 < area < 0.12 * 1920 * 1080
    drawn.clear()
    canvas.show_clock(replace(clock, digits="02:35", words="Còn 25 giây", part=0.87))
    assert drawn == []


def test_white_is_nothing_but_white(make_look: LookMaker) -> None:
    """L10: held off, the projector shows an empty sheet."""
    image = _canvas(make_look(), "off", (640, 360)).grab().toImage()
    assert {image.pixelColor(x, y).name() for x in range(0, 640, 7) for y in range(0, 360, 7)} == {"#ffffff"}


def test_the_systems_scaling_changes_nothing() -> None:
    """L10: at 125 and 150 % the picture is laid out for the projector's own pixels."""
    for ratio in (1.0, 1.25, 1.5):
        logical = QSize(round(1920 / ratio), round(1080 / ratio))
        pixels = QSize(round(logical.width() * ratio), round(logical.height() * ratio))
        fit = fit_of(pixels, 96.0)
        assert (fit.width, fit.height) == FULL_SIZE
