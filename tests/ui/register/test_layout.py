"""The page of the register at every size: nothing cut, names for the reader, empty, long (G6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from dialogue_desktop.bootstrap import App
from tests.services.after_session import freeze, hold
from tests.services.conftest import MovingClock
from tests.ui.page_stage import PageStage
from tests.ui.register.conftest import planned
from ui.type_scale import Type
from ui.widgets.button import Button
from ui.widgets.field import Field

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
Open = Callable[..., PageStage]
MINUTES = "vb-minutes"


def _issue_minutes(app: App, cid: str) -> None:
    paper = replace(app.register.row(cid, MINUTES).paper, number="7")
    app.issuing.issue(app.issuing.draw(app.issuing.read(cid, (paper,))))


def _lines(stage: PageStage) -> list[str]:
    return [row.id for row in stage.page.list.table.rows.rows.rows()]


def _uncut(page: QWidget) -> None:
    for button in list[Button](page.findChildren(Button)):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.words
            assert button.height() >= button.sizeHint().height(), button.words
    for field in list[Field](page.findChildren(Field)):
        if field.isVisible():
            assert field.height() >= field.sizeHint().height(), field.accessibleName()


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.5), ("light", 2.0)])
def test_nothing_is_cut(open_page: Open, app: App, cid: str, theme: str, scale: float) -> None:
    """G6: every kind of next step, the form, with large letters in the place of the list."""
    _issue_minutes(app, cid)
    stage = open_page(theme, scale)
    page = stage.page
    _uncut(page)
    for line in _lines(stage):
        page.list.table.rows.set_current(line)
        stage.settle()
        if scale > 1:
            page._page(True)
        _uncut(page)
        for name in page.step._step.fields:
            control = getattr(page.step, name)
            inside = page.step.rect()
            assert inside.contains(control.mapTo(page.step, control.rect().bottomRight())), (line, name)
    gui = next(one for one in _lines(stage) if "escalations" in one)
    page.list.table.rows.set_current(gui)
    stage.settle()
    stage.key("F2")
    assert page.form.isVisible()
    assert page.form.foot.save_button.isVisible()
    _uncut(page)


def test_in_a_narrow_window_the_panes_take_turns(open_page: Open, cid: str) -> None:
    stage = open_page(size=(1000, 698))
    page = stage.page
    assert not page.pages.isVisible()
    stage.key("Return")
    assert page.pages.isVisible()
    assert not page.list.isVisible()
    stage.key("Escape")
    assert page.list.isVisible()
    assert stage.focused is page.list.table.rows


def test_every_control_has_a_name_and_every_key_is_one_verbs(open_page: Open, cid: str) -> None:
    stage = open_page()
    page = stage.page
    keys = [key.toString() for action in page.actions_by_verb.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    for widget in list[QWidget](page.findChildren(QWidget)):
        if widget.focusPolicy().value & 1 and widget.isVisible():
            assert widget.accessibleName(), widget


def test_one_button_is_filled(open_page: Open, app: App, cid: str) -> None:
    from ui.widgets.button import Kind

    _issue_minutes(app, cid)
    stage = open_page()
    for line in _lines(stage):
        stage.page.list.table.rows.set_current(line)
        stage.settle()
        filled = [
            button.words
            for button in list[Button](stage.page.findChildren(Button))
            if button.isVisible() and button.kind is Kind.PRIMARY
        ]
        assert len(filled) == 1, (line, filled)


def test_the_menu_offers_what_can_be_made(open_page: Open, cid: str) -> None:
    """Ctrl+N: a kind takes one to its line; the arrow keys are enough."""
    stage = open_page()
    stage.key("Ctrl+N")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert "Văn bản trả lời, các văn bản" in words
    assert "Văn bản đến…" in words
    for _ in range(words.index("Văn bản trả lời, các văn bản")):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    stage.settle()
    assert stage.page.presenter.line.first.kind.name == "replies"


def test_an_office_without_conferences_is_told_what_to_do(open_page: Open, app: App, cid: str) -> None:
    app.planning.remove(cid)
    stage = open_page()
    assert stage.page.list.none.isVisible()
    assert not stage.page.step.isVisible()
    stage.key("Ctrl+Return")  # nothing to do, and nothing breaks


def test_five_hundred_letters_are_one_line_that_opens(
    open_page: Open, app: App, clock: MovingClock, cid: str
) -> None:
    """Drawing is left out: what is counted is the list, which stays one read of the register."""
    other = planned(app)
    hold(app, other, clock, many=500)
    freeze(app, other, clock)
    stage = open_page()
    page = stage.page
    key = next(one for one in _lines(stage) if one.startswith(f"series|{other}|replies"))
    assert len(_lines(stage)) < 20
    page.presenter.toggle(key)
    stage.settle()
    assert len(_lines(stage)) > 500
    page.presenter.narrow("conference", cid)
    stage.settle()
    assert {one.partition("|")[2].partition("|")[0] or one.partition(":")[0] for one in _lines(stage)} == {
        cid
    }
    assert page.list.chips["conference"].value


def test_the_day_is_read_as_it_is_written(open_page: Open, app: App, cid: str) -> None:
    """Day and month are enough."""
    stage = open_page()
    page = stage.page
    page.list.table.rows.set_current(f"{cid}:{MINUTES}")
    stage.settle()
    page.step.day.setFocus()
    page.step.day.set_value("24/4")
    stage.settle()
    stage.key("Return")
    assert app.register.row(cid, MINUTES).paper.dated_on == date(2026, 4, 24)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_days_and_conferences_are_read_whole(
    open_page: Open, app: App, clock: MovingClock, cid: str, scale: float
) -> None:
    """With two conferences every line names its own; what has no room goes, not the end of a name."""
    _issue_minutes(app, cid)
    hold(app, planned(app), clock)
    stage = open_page("light", scale)
    rows = stage.page.list.table.rows
    for row in rows.rows.rows():
        place = rows.drawer.places(rows.viewport().width())[2]
        assert place is not None
        shown = rows.drawer._fitted(row.cells[2], place[1])
        assert stage.look.width(shown.second, Type.CAPTION) <= place[1], shown.second
        assert shown.second.endswith("Đồng Vạn – Phú Ấp") or "Enter" in shown.second
        assert shown.second[:1] == shown.second[:1].upper()
    assert stage.page.list._screen.several


def test_the_title_of_a_form_is_whole(open_page: Open, cid: str) -> None:
    stage = open_page()
    page = stage.page
    page.list.table.rows.set_current(next(one for one in _lines(stage) if "escalations" in one))
    stage.settle()
    stage.key("F2")
    assert not page.form.title.toolTip()
    assert page.form.title.height() >= page.form.title.heightForWidth(page.form.title.width())
