"""The page by keyboard, as the secretary works with a pile of slips (C4, C5, G6, L9, L12)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dialogue_desktop.domain.records import Opinion, Source, Voice
from tests.live.hall import ROAD, BrokenDisk, Hall
from tests.ui.live.typing_tools import bursts, compositions
from tests.ui.page_stage import PageStage
from ui.context import Context
from ui.opinions.entry import Entry
from ui.pages.opinions import OpinionsPage

OpenPage = Callable[..., PageStage]


def opinions(hall: Hall) -> tuple[Opinion, ...]:
    return hall.app.live.records(hall.cid).collected()


@pytest.fixture
def three(hall: Hall) -> list[str]:
    return [
        hall.collect(
            "Sửa đường trục thôn.", "Nguyễn Đức Ưởng", "thôn Phú Ấp", field="Giao thông", answer=ROAD
        ),
        hall.collect("Nước yếu, đề nghị thay ống.", "Đặng Văn Quyết", "thôn Đồng Vạn", field="Điện, nước"),
        hall.collect("Rác hai tuần chưa thu.", "Ngô Thị Ước", "thôn Phú Ấp", field="Môi trường"),
    ]


def words_of(widget: Any) -> str:
    return str(widget.toPlainText() if isinstance(widget, QTextEdit) else widget.text())


def test_two_slips_without_the_mouse(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """C4, G6: Ctrl+N, Enter from field to field, a name and a thôn from the suggestions, Ctrl+Enter."""
    stage = open_page()
    stage.key("Ctrl+N")
    stage.type("031")
    stage.key("Tab", "Ctrl+A")
    stage.type("17/4")
    stage.key("Return")
    stage.type("nguyen duc")
    stage.key("Down", "Return", "Shift+Tab")  # somebody known: on to the words
    stage.type("6 hộ xóm Đình")
    stage.key("Return")
    stage.type("Đường trục thôn ngập.\nXin làm sớm.")
    stage.key("Tab")
    stage.type("giao")
    stage.key("Down", "Return", "Ctrl+Return")
    stage.type("bà Lê Thị Ổn /xóm Đình, dong")
    stage.key("Return")
    form = stage.page.form
    stage.type("Nước yếu.")
    stage.key("Ctrl+S")
    first, second = opinions(hall)[3:]
    assert (first.slip_number, first.received_on, first.field) == ("031", date(2026, 4, 17), "Giao thông")
    assert first.voices == (Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp"),)
    assert (first.text, first.group_note) == ("Đường trục thôn ngập.\nXin làm sớm.", "6 hộ xóm Đình")
    assert (second.slip_number, second.received_on, second.field) == ("032", date(2026, 4, 17), "Giao thông")
    assert second.voices == (Voice("Lê Thị Ổn", "bà", "thôn Đồng Vạn", "xóm Đình"),)
    assert form.isHidden()
    assert stage.focused is stage.page.list.table.rows
    assert stage.page.header.facts.text() == "5 ý kiến của 4 người; 1 đã có trả lời, 4 chưa giao"


def test_answers_by_f2(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """C7: F2 on a row, the answer, Ctrl+Enter opens the next row's answer, Esc goes back to the list."""
    stage = open_page()
    stage.key("Down", "F2")
    assert stage.focused is stage.page.form.answer
    stage.type("Thay ống trong tháng 5.")
    stage.key("Ctrl+Return")
    assert stage.page.form.title.text() == "Sửa ý kiến số 3"
    assert stage.focused is stage.page.form.answer
    stage.type("Thu rác hai lần một tuần.")
    stage.key("Ctrl+Return")
    assert [o.prepared_answer for o in opinions(hall)] == [
        ROAD, "Thay ống trong tháng 5.", "Thu rác hai lần một tuần.",
    ]  # fmt: skip
    assert stage.focused is stage.page.list.table.rows


def test_delete_and_back(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """L9: Delete on a row, the toast, Ctrl+Z; Delete inside a field is the field's."""
    stage = open_page()
    stage.key("Delete")
    assert stage.toast == "Đã xóa ý kiến số 1, Ông Nguyễn Đức Ưởng"
    assert len(opinions(hall)) == 2
    stage.key("Ctrl+Z")
    assert [o.id for o in opinions(hall)] == three
    stage.key("Ctrl+F")
    stage.type("nuoc")
    stage.key("Home", "Delete")
    assert words_of(stage.page.list.search) == "uoc"
    assert len(opinions(hall)) == 3


def test_ctrl_z_where_the_hand_is(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """L9: after Ctrl+Enter the cursor stands in the next empty form; Ctrl+Z takes the saved slip back.
    Where something is typed, Ctrl+Z is the field's own."""
    stage = open_page()
    stage.key("Ctrl+N")
    stage.page.form.text.setFocus()
    stage.type("Một.")
    stage.key("Ctrl+Return")
    assert len(opinions(hall)) == 4
    stage.type("9")
    stage.key("Ctrl+Z")
    assert words_of(stage.focused) == ""
    assert len(opinions(hall)) == 4
    stage.key("Ctrl+Z")
    assert len(opinions(hall)) == 3


def test_search_as_it_is_typed(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """G3: without accents; found words marked; Esc empties the line; an empty list shows the way out."""
    stage = open_page()
    stage.key("Ctrl+F")
    stage.type("duong truc")
    table = stage.page.list.table.rows
    (row,) = table.rows.rows()
    ((start, length),) = row.cells[2].marks
    assert row.cells[2].text[start : start + length] == "đường trục"
    assert stage.page.list.count.text() == "1 trên 3 ý kiến"
    stage.type(" xxx")
    assert stage.page.list.table.isHidden()
    assert not stage.page.list._no_match.isHidden()
    stage.key("Esc")
    assert len(table.rows.rows()) == 3


def test_esc_loses_nothing(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """L9: Esc closes the suggestions first, then the form; the words wait, also for the next start."""
    stage = open_page()
    stage.key("Ctrl+N")
    stage.page.form.people.first.setFocus()
    stage.type("nguyen")
    assert stage.page.form.people.first.offering
    stage.key("Esc")
    assert not stage.page.form.people.first.offering
    assert not stage.page.form.isHidden()
    stage.key("Esc")
    assert stage.page.form.isHidden()
    assert not stage.page.banners.lying.isHidden()
    stage.page.leave()
    stage.settle()
    again = open_page()
    assert again.page.banners.lying.accessibleName() == "Đang gõ dở: ý kiến mới."
    again.key("Ctrl+N")
    assert words_of(again.page.form.people.first) == "nguyen"


def test_another_row_shows_its_detail_and_keeps_the_form(
    hall: Hall, three: list[str], open_page: OpenPage
) -> None:
    """L9: a click on another row while a form is open."""
    stage = open_page()
    stage.key("Return")
    stage.type(" Gấp.")
    stage.page.list.table.rows.setFocus()
    stage.key("Down")
    assert stage.page.form.isHidden()
    assert stage.page.detail.isVisible()
    assert stage.page.banners.lying.accessibleName() == "Đang gõ dở: ý kiến số 1."
    stage.key("Up", "Return")
    assert words_of(stage.page.form.text) == "Sửa đường trục thôn. Gấp."


def test_persons_come_and_go(hall: Hall, open_page: OpenPage) -> None:
    """C5: several people, one opinion: Ctrl+Shift+N adds a line in the same thôn, its cross takes it away."""
    stage = open_page()
    stage.key("Ctrl+N")
    people = stage.page.form.people
    people.first.setFocus()
    stage.type("bà Lê Thị Ổn")
    stage.key("Tab", "Tab")
    stage.type("phu ap")
    stage.key("Tab")
    stage.key("Ctrl+Shift+N")
    stage.type("ông Lò Văn Ế")
    stage.key("Ctrl+Shift+N")
    stage.type("cụ Vi Thị Ự")
    people._lines[1].away.click()
    stage.page.form.text.setFocus()
    stage.type("Đường hỏng.")
    stage.key("Ctrl+S")
    assert opinions(hall)[0].voices == (
        Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"), Voice("Vi Thị Ự", "cụ", "thôn Phú Ấp"),
    )  # fmt: skip


def test_a_wrong_day_is_told_in_place(hall: Hall, open_page: OpenPage) -> None:
    """G5: on leaving the field, and again instead of saving; the cursor goes there."""
    stage = open_page()
    stage.key("Ctrl+N")
    form = stage.page.form
    form.text.setFocus()
    stage.type("Đường hỏng.")
    form.received.setFocus()
    stage.key("Ctrl+A")
    stage.type("30/2/2026")
    stage.key("Tab")
    assert form.day_note.text() == "Tháng 2 năm 2026 chỉ có 28 ngày."
    stage.key("Ctrl+Return")
    assert stage.focused is form.received
    assert opinions(hall) == ()
    stage.key("Ctrl+A")
    stage.type("17/4")
    stage.key("Ctrl+S")
    assert opinions(hall)[0].received_on == date(2026, 4, 17)


def test_a_full_disk_is_told_and_tried_again(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """G5, L9: a red band says what is kept; "Lưu lại" saves it."""
    disk = BrokenDisk(hall.app.live)
    stage = open_page(services={"live": disk})
    stage.key("Ctrl+N")
    stage.page.form.text.setFocus()
    stage.type("Một.")
    disk.broken = True
    stage.key("Ctrl+S")
    assert stage.page.banners.trouble.isVisible()
    assert "tệp cứu" in stage.page.banners.trouble.accessibleName()
    rescued = next((hall.data_dir / "rescue").glob("*y-kien.txt"))
    assert "Một." in rescued.read_text(encoding="utf-8-sig")
    disk.broken = False
    stage.page.banners.again_button.click()
    stage.settle()
    assert opinions(hall)[-1].text == "Một."
    assert not stage.page.banners.trouble.isVisible()


def test_first_slip_of_an_empty_list(hall: Hall, open_page: OpenPage) -> None:
    """C4: the empty page offers one way, and Enter takes it."""
    stage = open_page()
    assert stage.focused is stage.page.list.new_button
    stage.key("Space")
    assert stage.page.form.isVisible()
    assert stage.focused is stage.page.form._slip


def test_with_large_letters_list_and_form_take_turns(
    hall: Hall, three: list[str], open_page: OpenPage
) -> None:
    """G6: from 150 % Enter opens the detail in the place of the list, Enter again the form, Esc goes back."""
    stage = open_page(scale=1.5)
    page = stage.page
    assert page.list.isVisible()
    assert not page.detail.isVisible()
    stage.key("Return")
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    stage.key("Space")
    assert page.form.isVisible()
    stage.key("Esc")
    assert page.list.isVisible()
    assert stage.focused is page.list.table.rows


def test_the_session_changes_are_heard(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """L5: an opinion that is changed elsewhere is shown anew."""
    stage = open_page()
    hall.app.live.edit_opinion(hall.cid, three[0], prepared_answer="")
    stage.settle()
    assert stage.page.header.facts.text() == "3 ý kiến của 3 người; 3 chưa giao"


def test_a_gap_leads_to_its_field(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """M1: "Chưa rõ họ tên" opens the very field."""
    stage = open_page()
    stage.page.show_record(three[2], "voices")
    stage.settle()
    assert stage.focused is stage.page.form.people.first
    assert stage.page.form.title.text() == "Sửa ý kiến số 3"


def test_the_first_screen_opens_an_empty_form(qtbot: QtBot, hall: Hall, make_look: Any) -> None:
    """C4: the quick action asks before the opinions are read; the form is there when they are."""

    def build(context: Context) -> OpinionsPage:
        page = OpinionsPage(context, hall.cid)
        page.enter_slip()
        return page

    stage = PageStage(make_look(), hall.app, build)
    assert stage.page.form.isVisible()
    assert stage.focused is stage.page.form._slip
    stage.close()


def test_f6_finds_both_panes(three: list[str], open_page: OpenPage) -> None:
    """G6: the panes that F6 walks along are the list and what stands at its side."""
    page = open_page().page
    assert list(page.panes()) == [page.list, page.detail]
    page._presenter.begin_new()
    assert list(page.panes()) == [page.list, page.form]


# --- Vietnamese -------------------------------------------------------------------------------------------

SENTENCES = (
    "Đường trục thôn Phú Ấp đã xuống cấp nặng, Nhân dân đề nghị sửa sớm",
    "bà Nguyễn Thị Thanh Nguyệt ở Thượng Vĩnh Ổn",
    "Trưởng phòng Kinh tế trả lời chưa thỏa đáng, quỹ đất đã hết",
)


def fields_of(stage: PageStage) -> dict[str, QWidget]:
    form = stage.page.form
    found: dict[str, QWidget] = {
        name: widget for name, widget in form.form.fields.items() if isinstance(widget, QLineEdit | QTextEdit)
    }
    line = form.people._lines[0]
    found |= {"name": line.name, "hamlet": line.hamlet, "place": line.place, "search": stage.page.list.search}
    return found


@pytest.fixture
def typing(hall: Hall, three: list[str], open_page: OpenPage) -> PageStage:
    """A form that is open with every field on view, with people, thôn and fields to be suggested."""
    stage = open_page()
    stage.key("Ctrl+N")
    stage.page.form.fill(Entry(beyond=True), "")
    return stage


@pytest.mark.parametrize("sentence", SENTENCES)
def test_telex_and_vni_bursts(typing: PageStage, sentence: str) -> None:
    """L12: Backspace and letters sent in bursts, with suggestions hanging open, in every field."""
    for name, field in fields_of(typing).items():
        field.setFocus()
        for letter in bursts(sentence):
            typing.letter(letter)
        assert words_of(field).strip() == sentence, name
        field.clear()  # type: ignore[attr-defined]  # both kinds have it


@pytest.mark.parametrize("sentence", SENTENCES)
def test_open_words_are_left_alone(typing: PageStage, sentence: str) -> None:
    """L12: while a word is open nothing reacts; committed words arrive once, in every field."""
    for name, field in fields_of(typing).items():
        field.setFocus()
        for steps, whole in compositions(sentence):
            typing.compose(*steps, commit=whole)
        assert words_of(field).strip() == sentence, name
        field.clear()  # type: ignore[attr-defined]  # both kinds have it


def test_an_open_word_does_not_search(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """L12: the list stays as it is until the word is committed."""
    stage = open_page()
    stage.key("Ctrl+F")
    stage.preedit("rác")
    assert len(stage.page.list.table.rows.rows.rows()) == 3
    stage.compose(commit="rác")
    assert len(stage.page.list.table.rows.rows.rows()) == 1


def test_suggestions_never_type(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """L12: names are offered while letters come; what stands in the field is what was typed."""
    stage = open_page()
    stage.key("Ctrl+N")
    name = stage.page.form.people.first
    name.setFocus()
    stage.type("nguyen")
    assert [one.text for one in name.suggestions.shown] == ["Ông Nguyễn Đức Ưởng"]
    assert words_of(name) == "nguyen"
    stage.key("Tab")
    assert words_of(name) == "nguyen"
    assert opinions(hall)[0].source is Source.VILLAGE_HEAD
