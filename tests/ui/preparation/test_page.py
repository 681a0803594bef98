"""The page "Việc chuẩn bị" by keyboard: ticks, the editor, own items, both parts, sizes (P14, C12, C2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from pytestqt.qtbot import QtBot

from dialogue_desktop.domain.checklist import ChecklistItem, ItemKind
from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from tests.live.hall import Hall
from tests.ui.inside import children
from tests.ui.page_stage import PageStage
from ui.pages.preparation import PreparationPage
from ui.widgets.button import Button, Kind
from ui.widgets.rows import Group, Row

OpenPage = Callable[..., PageStage]
NOTICE = "plan:niem-yet-thong-bao"


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    made.clock.set(datetime(2026, 4, 15, 1, tzinfo=UTC))
    yield made
    made.app.close()


@pytest.fixture
def open_page(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[OpenPage]:
    opened: list[PageStage] = []

    def make(*, size: tuple[int, int] = (1150, 698), scale: float = 1.0) -> PageStage:
        stage = PageStage(
            make_look(scale=scale), hall.app, lambda context: PreparationPage(context, hall.cid), size=size
        )
        stage.window.resize(*size)
        stage.settle()
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()


def wide(open_page: OpenPage) -> PageStage:
    """Wide enough for list and form beside each other."""
    return open_page(size=(1366, 698))


def rows(stage: PageStage) -> dict[str, Row]:
    shown = stage.page.tasks.table.rows.rows.items()
    return {item.id: item for item in shown if isinstance(item, Row)}


def item(hall: Hall, item_id: str) -> ChecklistItem:
    return next(one for one in hall.app.checklist.view(hall.cid).items if one.id == item_id)


def go(stage: PageStage, row_id: str) -> None:
    assert stage.page.tasks.table.rows.set_current(row_id)
    stage.settle()


def test_space_ticks_and_ctrl_z_takes_it_back(hall: Hall, open_page: OpenPage) -> None:
    """P14: the first late one is in hand; Space is done today, the next row is in hand; Ctrl+Z."""
    stage = wide(open_page)
    page = stage.page
    assert page.tasks.table.rows.hasFocus()
    assert page.tasks.table.rows.current_id() == NOTICE
    first = page.tasks.table.rows.rows.items()[0]
    assert isinstance(first, Group)
    assert (first.title, first.amount) == ("Trễ hạn", "1 việc")
    go(stage, "prep:cb-hop-giao-viec")
    stage.key("Space")
    assert item(hall, "cb-hop-giao-viec").done_on == date(2026, 4, 15)
    assert stage.toast == "Đã xong: Họp giao việc, thống nhất cách điều hành"
    assert page.tasks.table.rows.current_id() == "prep:cb-an-ninh"
    assert page.header.saved.text() == "Đã lưu 08:00:00"
    stage.key("Ctrl+Z")
    assert item(hall, "cb-hop-giao-viec").done_on is None
    stage.key("Ctrl+Y")
    assert item(hall, "cb-hop-giao-viec").done_on == date(2026, 4, 15)


def test_enter_opens_the_editor_and_what_is_typed_is_kept(hall: Hall, open_page: OpenPage) -> None:
    """P14: the tick with its day, its name and its note, by keyboard alone; Esc back to the list."""
    stage = wide(open_page)
    form = stage.page.tasks.item
    go(stage, NOTICE)
    stage.key("Return")
    assert stage.focused is form.done
    stage.key("Space")
    assert item(hall, "niem-yet-thong-bao").done_on == date(2026, 4, 15)
    form.done_on.setFocus()
    stage.key("Ctrl+A")
    stage.type("13/4/2026")
    stage.key("Tab")
    assert stage.focused is form.done_by
    stage.type("Bà Mẫn")
    stage.key("Tab")
    assert stage.focused is form.note
    stage.type("Ba nơi")
    stage.key("Escape")
    assert stage.page.tasks.table.rows.hasFocus()
    done = item(hall, "niem-yet-thong-bao")
    assert (done.done_on, done.own.done_by, done.own.note) == (date(2026, 4, 13), "Bà Mẫn", "Ba nơi")
    row = rows(stage)[NOTICE]
    assert row.cells[2].text == "Xong 13/4"
    assert "Bà Mẫn" in row.cells[1].second


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31/02/2026", "Tháng 2 năm 2026 chỉ có 28 ngày."),
        ("16/4/2026", "Ngày 16/4/2026 chưa đến; hôm nay là thứ Tư 15/4/2026."),
        ("31/3/2026", "Ngày 31/3/2026 trước ngày của kế hoạch (01/4/2026)."),
    ],
)
def test_a_day_that_cannot_be_is_said_at_its_field(
    hall: Hall, open_page: OpenPage, text: str, sentence: str
) -> None:
    """G5: one sentence under the field; the typed day stays there, the stored one in the data."""
    plan = hall.app.planning.plan(hall.cid)
    hall.app.planning.save_plan(hall.cid, replace(plan, issued_on=date(2026, 4, 1)))
    stage = wide(open_page)
    form = stage.page.tasks.item
    go(stage, NOTICE)
    stage.key("Return", "Space")
    form.done_on.setFocus()
    stage.key("Ctrl+A")
    stage.type(text)
    stage.key("Tab")
    assert form.fault() == sentence
    assert form.done_on.text() == text
    assert item(hall, "niem-yet-thong-bao").done_on == date(2026, 4, 15)
    form.done_on.setFocus()
    stage.key("Ctrl+A")
    stage.type("14/4/2026")
    stage.key("Return")
    assert form.fault() == ""
    assert item(hall, "niem-yet-thong-bao").done_on == date(2026, 4, 14)


def test_an_item_of_the_offices_own(hall: Hall, open_page: OpenPage) -> None:
    """C12: Ctrl+N, its words, who, how many days before, the hour; Delete and the toast's way back."""
    stage = wide(open_page)
    form = stage.page.tasks.item
    stage.key("Ctrl+N")
    assert stage.focused is form.title
    stage.type("Mượn 120 ghế")
    stage.key("Tab")
    stage.type("Trưởng thôn Đồng Vạn")
    stage.key("Escape" if form.unit.offering else "Tab")  # a list of offers is closed first
    form.when.setFocus()
    stage.key("Home")
    assert form.days.text() == "1"
    form.hour.setFocus()
    stage.type("15h")
    stage.key("Ctrl+Return")
    assert stage.page.tasks.table.rows.hasFocus()
    (own,) = [one for one in hall.app.checklist.view(hall.cid).items if one.kind is ItemKind.OWN]
    assert (own.title, own.unit, own.due) == ("Mượn 120 ghế", "Trưởng thôn Đồng Vạn", date(2026, 4, 23))
    assert rows(stage)[f"own:{own.id}"].cells[1].text == "Mượn 120 ghế, 15 giờ 00"
    assert stage.page.tasks.table.rows.current_id() == f"own:{own.id}"
    stage.key("Delete")
    assert f"own:{own.id}" not in rows(stage)
    assert stage.page.tasks.take_back_button.words == "Lấy lại 1 việc đã bỏ"
    stage.key("Ctrl+Z")
    assert f"own:{own.id}" in rows(stage)
    assert not stage.page.tasks.take_back_button.isVisible()


def test_vietnamese_is_typed_and_kept_within_a_second(hall: Hall, open_page: OpenPage) -> None:
    """L12, L9: a word that is being composed is left alone; a pause writes it."""
    stage = wide(open_page)
    stage.key("Ctrl+N")
    stage.compose("M", "Mư", "Mượ", commit="Mượn")
    stage.until(lambda: any(one.kind is ItemKind.OWN for one in hall.app.checklist.view(hall.cid).items))
    stage.type(" ghế")
    assert stage.page.tasks.item.title.toPlainText() == "Mượn ghế"
    stage.key("Escape")
    (own,) = [one for one in hall.app.checklist.view(hall.cid).items if one.kind is ItemKind.OWN]
    assert own.title == "Mượn ghế"


def test_moving_by_keys(open_page: OpenPage) -> None:
    """C12: Ctrl+Shift+↑ changes places within the day."""
    stage = wide(open_page)
    go(stage, "prep:cb-an-ninh")
    stage.key("Ctrl+Shift+Up")
    order = list(rows(stage))
    assert order.index("prep:cb-an-ninh") == order.index("prep:cb-hop-giao-viec") - 1
    assert stage.page.tasks.table.rows.current_id() == "prep:cb-an-ninh"


def test_the_plan_saved_elsewhere_moves_the_days(hall: Hall, open_page: OpenPage) -> None:
    """P14: the list follows; the row in hand and the form stay."""
    stage = wide(open_page)
    go(stage, "prep:cb-hop-giao-viec")
    plan = hall.app.planning.plan(hall.cid)
    hall.app.planning.save_plan(hall.cid, replace(plan, time=replace(plan.time, day=date(2026, 5, 15))))
    stage.settle()
    assert stage.page.tasks.table.rows.current_id() == "prep:cb-hop-giao-viec"
    assert rows(stage)["prep:cb-hop-giao-viec"].cells[2].text == "12/5"
    assert "Hạn: thứ Ba 12/5/2026" in stage.page.tasks.item._due.text()


def test_a_place_of_notice_by_keyboard(hall: Hall, open_page: OpenPage) -> None:
    """C2: Ctrl+2, Ctrl+N, way, place from the offers, days, people; verdicts; the plan's duty is offered."""
    stage = wide(open_page)
    stage.key("Ctrl+2")
    page = stage.page
    assert page.places.empty.isVisible()
    assert page.header.facts.text() == "Chưa ghi nơi nào"
    stage.key("Ctrl+N")
    form = page.places.place
    assert stage.focused is form.way
    stage.key("Tab", "Down", "Down", "Return")
    assert form.place.text() == "Trụ sở UBND xã Minh Khê"
    form.first_day.setFocus()
    stage.type("13/4/2026")
    stage.key("Return")
    assert stage.focused is form.last_day
    (proof,) = hall.app.notice_proofs.proofs(hall.cid)
    assert (proof.form, proof.place, proof.first_day) == (
        ProofForm.OFFICE, "Trụ sở UBND xã Minh Khê", date(2026, 4, 13),
    )  # fmt: skip
    form.witness.setFocus()
    stage.type("Vũ Thị")
    stage.key("Down", "Return", "Escape")
    assert hall.app.notice_proofs.proofs(hall.cid)[0].witness == "Vũ Thị Mỡ, Trưởng thôn Đồng Vạn"
    assert page.places.verdicts.lines.words() == (
        "Chưa ghi thông báo trên loa hoặc trang thông tin điện tử.",
        "Sớm hơn kế hoạch 1 ngày.",
        "Niêm yết được 3 ngày, đủ 20 ngày vào thứ Bảy 02/5.",
    )
    page.places.verdicts.how_button.setFocus()
    stage.key("Space")
    assert "kế hoạch: 10 ngày trước ngày 24/4/2026" in page.places.verdicts.lines.words()[1]
    assert page.places.offer.isVisible()
    page.places.tick_button.setFocus()
    stage.key("Space")
    assert item(hall, "niem-yet-thong-bao").done_on == date(2026, 4, 13)
    assert not page.places.offer.isVisible()
    stage.key("Ctrl+1")
    assert rows(stage)[NOTICE].cells[2].text == "Xong 13/4"


def test_a_wrong_place_is_said_and_a_row_is_removed(hall: Hall, open_page: OpenPage) -> None:
    """G5, C2: the end before the beginning; Delete with undo."""
    hall.app.notice_proofs.save(hall.cid, NoticeProof("", ProofForm.OFFICE, "Trụ sở", date(2026, 4, 13)))
    stage = wide(open_page)
    stage.key("Ctrl+2", "Return")
    form = stage.page.places.place
    form.last_day.setFocus()
    stage.type("10/4/2026")
    stage.key("Escape")
    assert "Ngày kết thúc 10/4/2026 trước ngày bắt đầu 13/4/2026" in form.fault()
    assert hall.app.notice_proofs.proofs(hall.cid)[0].last_day is None
    stage.key("Delete")
    assert hall.app.notice_proofs.proofs(hall.cid) == ()
    assert stage.toast.startswith("Đã bỏ: niêm yết tại trụ sở")
    stage.key("Ctrl+Z")
    assert len(hall.app.notice_proofs.proofs(hall.cid)) == 1


def test_the_record_of_posting_is_written(hall: Hall, open_page: OpenPage, tmp_path: Path) -> None:
    """C2: offered as soon as there is a place; PDF and Word, with what was typed a moment ago."""
    stage = wide(open_page)
    stage.key("Ctrl+2")
    page = stage.page
    assert not page.record_button.isVisible()
    stage.key("Ctrl+N")
    page.places.place.first_day.setFocus()
    stage.type("13/4/2026")
    stage.key("Return")
    assert page.record_button.isVisible()
    page.places.place.place.setFocus()
    stage.type("Bảng tin trụ sở")
    folder = tmp_path / "ra"
    stage.prompter.expect(str(folder))
    page.record_button.setFocus()
    stage.key("Space")
    stage.settle()
    assert sorted(path.name for path in folder.iterdir()) == [
        "bien-ban-niem-yet.docx", "bien-ban-niem-yet.pdf",
    ]  # fmt: skip
    assert "Bảng tin trụ sở" in docx_words(folder / "bien-ban-niem-yet.docx")
    assert stage.toast == "Đã ghi 2 tệp vào thư mục ra"
    stage.prompter.expect(None)
    stage.key("Space")
    blocked = tmp_path / "tệp"
    blocked.write_text("", encoding="utf-8")
    stage.prompter.expect(str(blocked))
    stage.key("Space")
    stage.settle()
    assert "Chưa ghi được tệp" in stage.prompter.told[0][1]


def docx_words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_f6_walks_list_and_form(open_page: OpenPage) -> None:
    """G6: both panes of both parts."""
    stage = wide(open_page)
    assert stage.page.panes() == (stage.page.tasks.left, stage.page.tasks.item)
    stage.key("Ctrl+2")
    assert stage.page.panes() == (stage.page.places.left, stage.page.places.place)


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1150, 698)), (1.5, (1288, 698)), (2.0, (1262, 698))])
def test_one_at_a_time_where_the_room_is_short(
    hall: Hall, open_page: OpenPage, scale: float, size: tuple[int, int]
) -> None:
    """G6: Enter opens the form in the place of the list, Esc goes back; no word of a button is cut."""
    hall.app.notice_proofs.save(hall.cid, NoticeProof("", ProofForm.OFFICE, "Trụ sở", date(2026, 4, 13)))
    stage = open_page(scale=scale, size=size)
    page = stage.page
    for part, form in ((page.tasks, page.tasks.item), (page.places, page.places.place)):
        if part is page.places:
            stage.key("Ctrl+2")
        assert part.left.isVisible()
        assert not form.isVisible()
        stage.key("Return")
        assert form.isVisible()
        assert not part.left.isVisible()
        assert form.back_button.isVisible()
        for button in children(page, Button):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.words
        stage.key("Escape")
        assert part.left.isVisible()
        assert part.table.rows.hasFocus()


@pytest.mark.parametrize("part", ["Ctrl+1", "Ctrl+2"])
def test_one_primary_button(hall: Hall, open_page: OpenPage, part: str) -> None:
    """G6: with rows and without, before and while a new one is typed."""
    stage = wide(open_page)
    stage.key(part)

    def filled() -> list[str]:
        return [
            button.words
            for button in children(stage.page, Button)
            if button.isVisible() and button._kind is Kind.PRIMARY
        ]

    assert len(filled()) == 1, filled()
    stage.key("Ctrl+N")
    assert len(filled()) == 1, filled()


def test_names_are_spoken(open_page: OpenPage) -> None:
    """G6: every field says what it is."""
    stage = wide(open_page)
    form = stage.page.tasks.item
    for field in (form.title, form.unit, form.days, form.when, form.day, form.hour, form.done_on, form.note):
        assert field.accessibleName()
    assert stage.page.tasks.table.rows.accessibleName() == "Việc chuẩn bị"
