"""Nothing is cut or lies over something else: themes, scales, none, five hundred, the longest words (G6)."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from dialogue_desktop.bootstrap import App
from tests.follow.held import CANAL, key
from tests.ui.follow_up.conftest import OpenPage
from tests.ui.inside import children
from tests.ui.page_stage import PageStage
from ui.pages.follow_up import FollowUpPage
from ui.widgets.button import Button

LOOKS = [("light", 1.0), ("dark", 1.0), ("light", 1.5), ("light", 2.0)]


def cut(stage: PageStage) -> list[str]:
    """Buttons on view whose words do not fit, and panes that stand out of the window."""
    page: QWidget = stage.page
    found = []
    for button in children(page, Button):
        if button.isVisible() and button.width() < button.sizeHint().width():
            found.append(button.words or button.accessibleName())
    for pane in (stage.page.body.detail, stage.page.body.form):
        inner = pane._scroll.widget() if hasattr(pane, "_scroll") else pane.area.widget()
        if pane.isVisible() and inner.minimumSizeHint().width() > pane.width():
            found.append(pane.accessibleName())
    return found


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_every_part_has_its_room(app: App, held: str, open_page: OpenPage, theme: str, scale: float) -> None:
    app.follow_up.edit(
        key(held, CANAL),
        text="Nạo vét kênh N4 đoạn qua thôn Thượng Vĩnh Ổn, sửa hai cống, gia cố bờ và trả lại mặt bằng " * 4,
        unit="Ban Quản lý dự án đầu tư xây dựng khu vực Đông Lâm và Thượng Vĩnh Ổn",
    )
    stage = open_page(theme, scale)
    page: FollowUpPage = stage.page
    page.presenter.select(f"{held}/{CANAL}")
    stage.settle()
    assert cut(stage) == []
    page.body.show_detail()
    stage.settle()
    assert page.body.detail.isVisible()
    assert cut(stage) == []
    page.go_to_list()
    stage.key("F2")
    assert page.body.form.isVisible()
    assert cut(stage) == []
    if scale >= 1.5:
        assert not page.body.list.isVisible()


def test_nothing_promised_yet_says_how_it_comes(app: App, held: str, open_page: OpenPage) -> None:
    app.planning.remove(held)
    page: FollowUpPage = open_page().page
    assert page.body.none.isVisible()
    assert not page.body.list.isVisible()


def test_five_hundred_are_listed_and_searched(app: App, held: str, open_page: OpenPage) -> None:
    for number in range(500):
        app.follow_up.add(
            held, f"Sửa đoạn đường số {number} xóm Đình", deadline=date(2026, 6, 1 + number % 28)
        )
    stage = open_page()
    page: FollowUpPage = stage.page
    assert len(page._screen.rows) == 505
    stage.key("Ctrl+F")
    stage.type("doan duong so 77 ")
    stage.settle()
    found = [row.commitment.text for row in page._screen.rows]
    assert "Sửa đoạn đường số 77 xóm Đình" in found
    assert all("77" in row.words() for row in page._screen.rows)
    assert len(found) < 30


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_the_names_of_the_chart_are_whole(
    app: App, held: str, open_page: OpenPage, theme: str, scale: float
) -> None:
    app.follow_up.edit(key(held, CANAL), unit="Chi nhánh Văn phòng Đăng ký đất đai khu vực Thượng Vĩnh Ổn")
    stage = open_page(theme, scale)
    page: FollowUpPage = stage.page
    page.body.show_detail()
    stage.settle()
    bars = page.body.detail.chart.bars
    for bar in bars.bars:
        lines = bars._lines(bar)
        assert " ".join(lines).lower() == bar.label.lower()
        assert all(stage.look.width(line) <= bars._label_width() for line in lines), lines
    assert bars.height() >= sum(bars._heights())


def test_the_cursor_goes_along_from_the_table_into_the_columns(held: str, open_page: OpenPage) -> None:
    """Not into the navigation, whose Enter would lead away."""
    stage = open_page()
    page: FollowUpPage = stage.page
    page.presenter.set_columns(True)
    stage.settle()
    assert page.body.columns.focused() is not None
    page.presenter.set_columns(False)
    stage.settle()
    assert stage.focused is page.body.list.table.rows


def test_alone_the_form_stands_on_the_edges_of_the_title(held: str, open_page: OpenPage) -> None:
    stage = open_page("light", 2.0)
    page: FollowUpPage = stage.page
    stage.key("F2")
    left = page.body.form.told.mapTo(page, page.body.form.told.rect().topLeft()).x()
    right = page.body.form.foot.save_button
    assert left == stage.look.px(6)
    assert right.mapTo(page, right.rect().topRight()).x() + 1 == page.width() - stage.look.px(6)
