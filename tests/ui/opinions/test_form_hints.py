"""The form suggests and never touches what is typed: persons, field, body, the same matter (C4, C6, L12)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Opinion, SlipBatch, Source, Voice
from tests.live.hall import Hall
from tests.ui.opinions.test_hints import POWER, ROAD, ROAD_AGAIN
from tests.ui.page_stage import PageStage, Services
from ui.opinions import hints

OpenPage = Callable[..., PageStage]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pause after the last key is over as soon as the window is given its turn."""
    monkeypatch.setattr(hints, "PAUSE_MS", 0)


def collected(hall: Hall) -> tuple[Opinion, ...]:
    return hall.app.live.records(hall.cid).collected()


def begin(open_page: OpenPage, **dress: Any) -> tuple[PageStage, Any]:
    """The page with an empty form, the cursor in the line of the person."""
    stage = open_page(**dress)
    stage.key("Ctrl+N")
    stage.type("007")
    stage.key("Return")
    form = stage.page.form
    assert form.people.first.hasFocus()
    assert not any(take.isEnabled() for take in stage.page.takes.values())  # nothing is suggested yet
    return stage, form


def test_hints_are_taken_without_leaving_the_text(hall: Hall, open_page: OpenPage) -> None:
    """C6: a line with its key for each; the cursor and the words stay where they are."""
    stage, form = begin(open_page)
    stage.type("bà Lê Thị Ổn /phu")
    stage.key("Return")
    stage.type(POWER)
    stage.settle()
    field, body = form.hints.words
    assert field.startswith("Gợi ý: Điện, nước, vì có “")
    assert body.startswith("Có thể vượt thẩm quyền: Điện lực khu vực, vì có “")
    assert form.form.value.field == ""
    for kind, key in (("field", "Ctrl+E"), ("body", "Ctrl+B")):
        assert form.hints.lines[kind].button.key == key
        stage.key(key)
    assert form.form.fields["field"].value() == "Điện, nước"
    assert form.form.fields["receiving_body"].value() == "Điện lực khu vực"
    assert form.hints.isHidden()
    assert form.text.hasFocus()
    stage.type(".")
    stage.key("Ctrl+Return")
    (opinion,) = collected(hall)
    assert (opinion.text, opinion.field) == (f"{POWER}.", "Điện, nước")
    assert (opinion.beyond_competence, opinion.receiving_body) == (True, "Điện lực khu vực")


def test_the_same_matter_is_saved_and_joined_by_its_key(hall: Hall, open_page: OpenPage) -> None:
    """C6: Ctrl+G saves, joins and opens the next slip."""
    hall.collect(ROAD_AGAIN, "Nguyễn Đức Ưởng", "thôn Phú Ấp")
    stage, form = begin(open_page)
    stage.type("bà Lê Thị Ổn /phu")
    stage.key("Return")
    stage.type(ROAD)
    stage.settle()
    assert any(words.startswith("Giống ý kiến số 1 (Phú Ấp)") for words in form.hints.words)
    stage.key("Ctrl+G")
    one, two = collected(hall)
    assert one.group_id == two.group_id != ""
    assert stage.toast == "Đã gộp với ý kiến số 1"
    assert form.people.first.hasFocus()
    assert form.hints.isHidden()


def test_somebody_known_from_another_conference(hall: Hall, open_page: OpenPage) -> None:
    """C5, L12: found without accents by given name; typing is never changed; only what is empty is filled."""
    other = hall.app.planning.create(year=2025)
    voices = (Voice("Đoàn Thị Thanh Nguyệt", "bà", "thôn Đồng Vạn", "xóm Giữa"),)
    item = LiveItem(source=Source.SLIP, text="Xin cống.", voices=voices)
    hall.app.live.add_collected(other, item)
    mine = hall.collect("Xin nước.", "", "thôn Đồng Vạn")
    hall.app.live.edit_opinion(hall.cid, mine, voices=voices)
    Services(hall.app).contacts.set(hall.cid, Contact(mine, "0912 000 104"))
    stage, form = begin(open_page)
    stage.type("nguyet")
    name: Any = form.people.first
    (shown,) = name.suggestions.shown
    assert (shown.text, shown.second) == ("Bà Đoàn Thị Thanh Nguyệt", "xóm Giữa, thôn Đồng Vạn")
    assert name.text() == "nguyet"
    stage.key("Down", "Return")
    entry = form.form.value
    (line,) = entry.people
    assert (line.name, line.hamlet, line.locality) == (
        "bà Đoàn Thị Thanh Nguyệt", "xóm Giữa", "thôn Đồng Vạn",
    )  # fmt: skip
    assert entry.phone == "0912 000 104"
    assert form.text.hasFocus()


def test_what_was_typed_stays_when_somebody_is_picked(hall: Hall, open_page: OpenPage) -> None:
    """C5: xóm and thôn that the secretary wrote are hers; a thôn that merely stayed from the last slip is
    not."""
    known = hall.collect("Xin nước.", "", "thôn Đồng Vạn")
    voices = (Voice("Đoàn Thị Nguyệt", "bà", "thôn Đồng Vạn", "xóm Giữa"),)
    hall.app.live.edit_opinion(hall.cid, known, voices=voices)
    stage, form = begin(open_page)
    stage.key("Tab")
    stage.type("xóm Ngoài")
    stage.key("Tab")
    stage.type("phu ap")
    stage.key("Shift+Tab", "Shift+Tab")
    stage.type("nguyet")
    stage.key("Down", "Return")
    (line,) = form.form.value.people
    assert (line.hamlet, line.locality) == ("xóm Ngoài", "thôn Phú Ấp")
    stage.type("Một.")
    stage.key("Ctrl+Return")
    (line,) = form.form.value.people
    assert line.locality == "thôn Phú Ấp"  # stays for the pile
    stage.type("nguyet")
    stage.settle()
    place = [one.second for one in form.people.first.suggestions.shown].index("xóm Giữa, thôn Đồng Vạn")
    stage.key(*["Down"] * (place + 1), "Return")
    (line,) = form.form.value.people
    assert (line.hamlet, line.locality) == ("xóm Giữa", "thôn Đồng Vạn")


def test_a_xom_after_the_name_stays_in_the_thon(hall: Hall, open_page: OpenPage) -> None:
    """C4: "/xóm Đình" is a part of the thôn of the pile, also where no thôn is written yet."""
    stage, form = begin(open_page)
    stage.type("ông Bùi Văn Cường /tổ 3")
    stage.key("Return")
    (line,) = form.form.value.people
    assert (line.hamlet, line.locality) == ("tổ 3", "")
    stage.key("Return")  # the thôn is still to be written
    stage.page.form.people.fields()[2].setFocus()
    stage.type("phu ap")
    stage.key("Ctrl+S")
    assert form.text_box.warning == "Chưa ghi nội dung ý kiến."
    stage.type("Một.")
    stage.key("Ctrl+Return")
    stage.type("bà Lê Thị Ổn /xóm Đình")
    stage.key("Return")
    assert form.text.hasFocus()
    (line,) = form.form.value.people
    assert (line.hamlet, line.locality) == ("xóm Đình", "thôn Phú Ấp")


def test_the_slips_that_were_handed_out(hall: Hall, open_page: OpenPage) -> None:
    """C3, C4: the number brings its thôn into an empty line, and says where it does not fit."""
    batch = SlipBatch("", 0, "thôn Đồng Vạn", "Chi bộ thôn", 1, 30, date(2026, 4, 10))
    hall.app.inviting.hand_out(hall.cid, batch)
    hall.app.inviting.hand_out(hall.cid, replace(batch, locality="thôn Phú Ấp", first=31, last=60))
    stage, form = begin(open_page)
    assert form.people.place == "thôn Đồng Vạn"
    assert form.slip_note.isHidden()
    stage.type("bà Lê Thị Ổn /xóm Đình, phu ap")
    stage.key("Return")
    assert form.slip_note.text() == "Phiếu số 007 đã phát cho thôn Đồng Vạn, không phải thôn Phú Ấp."
    assert form.slip_note.isVisible()


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.5), ("light", 2.0)])
def test_hints_are_seen_in_every_dress(hall: Hall, open_page: OpenPage, theme: str, scale: float) -> None:
    """G6: whole buttons above the foot; in a low form one line, so that the words stay in sight."""
    stage, form = begin(open_page, theme=theme, scale=scale)
    form.text.setFocus()
    stage.type(POWER)
    stage.settle()
    assert len(form.hints.words) == (2 if scale == 1.0 else 1)
    for line in form.hints.lines.values():
        if line.isVisible():
            button = line.button
            assert form.rect().contains(button.mapTo(form, button.rect().bottomRight()))
            assert button.mapTo(form, button.rect().bottomRight()).y() < form.foot.y()
            assert button.width() >= button.sizeHint().width()
    cursor = form.text.cursorRect()
    assert (
        form.area.viewport()
        .rect()
        .contains(form.text.viewport().mapTo(form.area.viewport(), cursor.center()))
    )
