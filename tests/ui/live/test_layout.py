"""Nothing is cut at 1366×698, at 100, 150 and 200 %, light and dark, in every state (G6, design.md §6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.live.hall import ROAD, Hall
from tests.ui.live.stage import Stage
from ui.live.density import Density
from ui.theme import Role
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label

STATES: dict[str, tuple[str, ...]] = {
    "speaking": (),
    "answering": ("F3", "F6"),
    "written": ("F3", "Ctrl+3"),
    "refused": ("F3", "Ctrl+6"),
    "sent up": ("F3", "Ctrl+4"),
    "off topic": ("F3", "Ctrl+5"),
    "second round": ("F9",),
    "marked": ("Ctrl+M",),
    "keys": ("F1",),
    "attendance": ("Ctrl+D",),
    "conclusions": ("Ctrl+L",),
    "speaker": ("Ctrl+E",),
    "prepared": ("F12",),
    "registered": ("Ctrl+F2",),
    "recording": ("Ctrl+F3",),
    "floor": ("Shift+F3",),
    "presidium": ("Ctrl+F6",),
    "hall": ("F11",),
    "queue": ("F2",),
}


def _begin(hall: Hall, stage: Stage) -> None:
    stage.key("F3")
    for line in (
        "bà Nguyễn Thị Thanh Nguyệt /xóm Đình, Thượng Vĩnh Ổn - đường trục thôn, nước sinh hoạt",
        "ông Nguyễn Đức Ưởng /Phú Ấp",
    ):
        stage.key("F2")
        stage.type(line)
        stage.key("Return")
    stage.key("F8", "F3")
    hall.wait(154)
    stage.type("Đường trục thôn đã xuống cấp nặng, mùa mưa ngập, các cháu đi học rất nguy hiểm.")
    stage.page._tick()


def _visible(root: QWidget) -> list[QWidget]:
    """What is drawn, without what is scrolled out of sight."""
    everything = cast(list[QWidget], root.findChildren(QWidget))
    return [w for w in everything if w.isVisible() and not w.visibleRegion().isEmpty()]


def _scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, Scroll):
            return True
        parent = parent.parentWidget()
    return False


def _cut(stage: Stage) -> list[str]:
    """Buttons, labels and badges that have less room than their words need, or leave the window."""
    wrong = []
    window = stage.window.rect()
    for widget in _visible(stage.page):
        box = QRect(widget.mapTo(stage.window, QPoint(0, 0)), widget.size())
        name = f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'words', '')}"
        if isinstance(widget, Button | Badge) and widget.width() < widget.sizeHint().width():
            wrong.append(f"{name}: {widget.width()} < {widget.sizeHint().width()}")
        if isinstance(widget, Label) and widget.width() < widget.minimumSizeHint().width():
            wrong.append(f"{name} {widget.text()}: {widget.width()}")
        words = isinstance(widget, QAbstractButton | QLabel)
        if words and not _scrolled(widget) and not window.contains(box):
            wrong.append(f"{name} leaves the window: {box}")
    return wrong


def _overlapping(stage: Stage) -> list[str]:
    """Buttons that lie on each other."""
    buttons = [w for w in _visible(stage.page) if isinstance(w, Button) and not _scrolled(w)]
    boxes = [(w, QRect(w.mapTo(stage.window, QPoint(0, 0)), w.size())) for w in buttons]
    toast = stage.page.frame.toast
    wrong = []
    for at, (one, box) in enumerate(boxes):
        for other, second in boxes[at + 1 :]:
            if toast.isAncestorOf(one) == toast.isAncestorOf(other) and box.intersects(second):
                wrong.append(f"{one.accessibleName()} / {other.accessibleName()}")
        if not toast.isHidden() and not toast.isAncestorOf(one) and box.intersects(toast.geometry()):
            wrong.append(f"toast / {one.accessibleName()}")
    return wrong


def _wide_drawer(stage: Stage) -> str:
    """A drawer whose content is wider than what is in sight of it would be cut at the right."""
    drawer = stage.page.side.drawer
    if drawer is None or not stage.page.side.isVisible():
        return ""
    room, wide = drawer.scroller.viewport().width(), drawer.content.minimumSizeHint().width()
    return f"{drawer.accessibleName()}: {wide} > {room}" if wide > room else ""


@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (1366, 698)), (1.5, (1366, 698)), (2.0, (1366, 698)), (1.0, (1280, 680))]
)
def test_nothing_is_cut_or_covered(
    hall: Hall, open_stage: Callable[..., Stage], scale: float, size: tuple[int, int]
) -> None:
    """G6: every state of the screen, with a long name and thôn."""
    hall.collect("Đề nghị sửa đường trục.", "Nguyễn Thị Thanh Nguyệt", "thôn Thượng Vĩnh Ổn", answer=ROAD)
    stage = open_stage(scale=scale, size=size)
    _begin(hall, stage)
    for state, keys in STATES.items():
        stage.key(*keys)
        stage.settle()
        assert _cut(stage) == [], state
        assert _overlapping(stage) == [], state
        assert _wide_drawer(stage) == "", state
        assert not stage.page.work.header.name_is_cut, state
        stage.key("Escape", "F5")


@pytest.mark.parametrize(
    ("scale", "density"), [(1.0, Density.FULL), (1.5, Density.MEDIUM), (2.0, Density.SMALL)]
)
def test_the_three_arrangements(
    hall: Hall, open_stage: Callable[..., Stage], scale: float, density: Density
) -> None:
    """G6: side pane, strip, one editor; save, clock and "Đã lưu" never leave the screen."""
    stage = open_stage(scale=scale)
    _begin(hall, stage)
    stage.saved()
    page = stage.page
    assert page.frame.density is density
    assert page.side.isVisible() == (density is Density.FULL)
    assert page.queue.isVisible() == (density is not Density.SMALL)
    both = page.work.opinion.editor.isVisible() and page.work.answer.editor.isVisible()
    assert both == (density is not Density.SMALL)
    assert page.top.saved_words.startswith("Đã lưu ")
    assert page.work.header.clock.isVisible()
    stage.key("F6")
    assert stage.at(page.work.answer.editor)
    assert page.work.answer.editor.isVisible()


def test_the_scale_changes_while_one_writes(hall: Hall, stage: Stage) -> None:
    """G6: larger letters in the middle of a sentence take nothing away and leave the cursor there."""
    _begin(hall, stage)
    text = stage.page.work.opinion.editor.toPlainText()
    for scale in (1.5, 2.0, 1.25, 1.0):
        stage.look.set_scale(scale)
        stage.settle()
        assert stage.page.work.opinion.editor.toPlainText() == text
        assert stage.at(stage.page.work.opinion.editor)
        assert _cut(stage) == []


def test_dark_and_back(hall: Hall, stage: Stage) -> None:
    """G6: Ctrl+F11 goes dark at once, also for what Qt paints itself."""
    _begin(hall, stage)
    stage.key("Ctrl+F11")
    assert stage.look.theme.dark
    color = stage.page.work.opinion.editor.palette().color(stage.window.palette().ColorRole.Text)
    assert color == stage.look.color(Role.TEXT)
    stage.key("Ctrl+F11")
    assert not stage.look.theme.dark


def test_every_icon_is_there(hall: Hall, stage: Stage) -> None:
    """G1: no name of an icon without its file, in any state."""
    _begin(hall, stage)
    for keys in STATES.values():
        stage.key(*keys)
        stage.window.grab()
        stage.key("Escape")
    assert stage.look.icons.missing == set()


def test_everything_has_a_name_for_a_screen_reader(hall: Hall, stage: Stage) -> None:
    """G6: what takes the focus says what it is."""
    _begin(hall, stage)
    nameless = [
        type(w).__name__
        for w in _visible(stage.page)
        if w.focusPolicy().value & 1 and not w.accessibleName() and w.focusProxy() is None
    ]
    assert nameless == []
