"""On the wall no line is broken inside the name of a person or a thôn (L10)."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from dialogue_desktop.paths import resources_dir
from ui import fonts
from ui.hall.parts import balanced, wrapped
from ui.look import Look
from ui.type_scale import Type

TITLE = "Hội nghị đối thoại với Nhân dân thôn Đồng Vạn, thôn Thượng Vĩnh Ổn và thôn Phú Ấp"
NAMES = ("thôn Đồng Vạn", "thôn Thượng Vĩnh Ổn", "thôn Phú Ấp")


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    fonts.load(resources_dir() / "fonts" / "be-vietnam-pro")
    return Look(resources_dir(), "light", 1.0)


def test_a_name_stays_on_one_line_wherever_the_line_ends(look: Look) -> None:
    whole = look.width(TITLE)
    widest = max(look.width(name) for name in NAMES) + look.width(",")
    for room in range(widest, whole, 3):
        for lines in (wrapped(look, TITLE, Type.BODY, room), balanced(look, TITLE, Type.BODY, room)):
            assert " ".join(lines) == TITLE
            assert all(any(name in line for line in lines) for name in NAMES), room


def test_a_name_without_room_on_one_line_is_broken_between_its_words(look: Look) -> None:
    name = "Nguyễn Thị Thanh Nguyệt"
    lines = wrapped(look, f"Mời bà {name}", Type.BODY, look.width("Thanh Nguyệt"))
    assert len(lines) > 2
    assert " ".join(lines) == f"Mời bà {name}"


def test_abbreviations_do_not_hold_a_sentence_together(look: Look) -> None:
    """ "UBND" is no part of a name."""
    words = "Đề nghị UBND HĐND UBMTTQ xã trả lời"
    lines = wrapped(look, words, Type.BODY, look.width("UBND HĐND"))
    assert " ".join(lines) == words
    assert all(look.width(line) <= look.width("UBND HĐND") for line in lines)
