"""The page "Xếp lĩnh vực" by keyboard, in every dress (C6, G6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dialogue_desktop.domain.records import Opinion
from tests.live.hall import Hall
from tests.ui.page_stage import PageStage
from ui.sorting.core import Part

OpenPage = Callable[..., PageStage]


def field_of(hall: Hall, opinion_id: str) -> str:
    return opinion(hall, opinion_id).field


def opinion(hall: Hall, opinion_id: str) -> Opinion:
    return next(o for o in hall.app.live.records(hall.cid).opinions if o.id == opinion_id)


def test_a_list_is_sorted_without_the_mouse(hall: Hall, heap: dict[str, str], open_page: OpenPage) -> None:
    """C6, G6: Enter takes, a digit chooses, letters find, and each time the next row is in hand."""
    stage = open_page()
    rows: Any = stage.page.list.table.rows
    assert rows.hasFocus()
    assert rows.current_id() == heap["road"]
    stage.key("Return")
    assert field_of(hall, heap["road"]) == "Giao thông"
    assert rows.hasFocus()
    assert rows.current_id() == heap["rubbish"]
    stage.key("2")
    assert field_of(hall, heap["rubbish"]) == "Đất đai"
    rows.set_current(heap["land"])
    stage.settle()
    stage.type("m")
    assert stage.focused is stage.page.choice.search
    stage.type("oi")
    stage.settle()
    stage.key("Return")
    assert field_of(hall, heap["land"]) == "Môi trường"
    assert stage.focused is rows
    stage.key("Ctrl+Z")
    assert field_of(hall, heap["land"]) == ""


def test_enter_without_a_suggestion_leads_to_the_search(
    hall: Hall, heap: dict[str, str], open_page: OpenPage
) -> None:
    stage = open_page()
    rows: Any = stage.page.list.table.rows
    rows.set_current(heap["vague"])
    stage.settle()
    stage.key("Return")
    assert stage.focused is stage.page.choice.search
    stage.key("Escape")
    assert stage.focused is rows


def test_digits_in_the_line_of_search_are_text(hall: Hall, heap: dict[str, str], open_page: OpenPage) -> None:
    """L12: VNI writes its tones with digits."""
    stage = open_page()
    stage.key("Ctrl+F")
    stage.type("dat1")
    stage.settle()
    assert stage.page.choice.search.text() == "dat1"
    assert field_of(hall, heap["road"]) == ""
    stage.compose("đ", "đấ", commit="đất")
    assert stage.page.choice.search.text() == "dat1đất"


def test_all_sure_ones_at_once_then_the_empty_view(
    hall: Hall, heap: dict[str, str], open_page: OpenPage
) -> None:
    """C6: Ctrl+Enter; when nothing is left the page says so and leads back."""
    stage = open_page()
    assert stage.page.all_button.words == "Nhận 4 gợi ý chắc"
    stage.key("Ctrl+Return")
    assert field_of(hall, heap["land"]) == "Đất đai"
    assert not stage.page.all_button.isVisible()
    stage.key("1")
    assert field_of(hall, heap["vague"]) == "Giao thông"
    assert stage.page.list.table.isHidden()
    assert stage.focused is stage.page.list.back_button
    wanted: list[str] = []
    stage.page.left.connect(wanted.append)
    stage.key("Space")
    assert wanted == [hall.cid]


def test_the_other_views_have_their_keys(hall: Hall, heap: dict[str, str], open_page: OpenPage) -> None:
    stage = open_page()
    stage.key("Ctrl+2")
    assert stage.page.list.table.rows.current_id() == heap["other"]
    stage.key("Return")
    assert field_of(hall, heap["other"]) == "Giao thông"
    stage.key("Ctrl+3")
    assert stage.page.parts.value() == Part.BEYOND
    stage.key("Return")
    assert opinion(hall, heap["power"]).receiving_body == "Điện lực khu vực"
    assert opinion(hall, heap["power"]).beyond_competence


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.5), ("light", 2.0)])
def test_nothing_is_cut_in_any_dress(
    hall: Hall, heap: dict[str, str], open_page: OpenPage, theme: str, scale: float
) -> None:
    """G6: list and choice beside each other or in turns; every part lies inside the page."""
    stage = open_page(theme, scale)
    page = stage.page
    stage.type("d")
    stage.settle()
    choice = page.choice
    assert choice.isVisible()
    assert choice.search.hasFocus()
    for part in (choice.search, choice.choices, choice.take_button, page.all_button):
        corner = part.mapTo(page, part.rect().bottomRight())
        assert page.rect().contains(corner), part
        assert part.height() >= part.minimumSizeHint().height()
    assert choice.choices.rows.viewport().height() >= 2 * choice.choices.rows.drawer.row_height() - 8
    assert page.list.isVisible() is (scale < 1.5)
    stage.key("Escape")
    assert page.list.table.rows.hasFocus()
    assert page.parts.width() <= page.width()
