"""Abbreviations and ready sentences on the office's page, by keys (L1, G5)."""

from __future__ import annotations

from dialogue_desktop.domain.quick_text import ReadyPlace, table
from tests.live.hall import Hall
from tests.ui.library.conftest import OpenPage
from tests.ui.library.desk import into, saved, shown, to
from tests.ui.page_stage import PageStage


def note(stage: PageStage) -> str:
    words: str = stage.page.view._note.text()
    return words if stage.page.view._note.isVisible() else ""


def known(hall: Hall) -> dict[str, str]:
    return table(hall.app.library.lists().shorthands, {})


def test_an_abbreviation_is_added_and_used(hall: Hall, open_page: OpenPage) -> None:
    """L1: Ctrl+N, what is typed, what it becomes; Enter goes on; saved by itself and in front of its list."""
    stage = open_page("shorthands")
    into(stage, "tat-dtt")
    stage.key("Ctrl+N")
    stage.type("tbdv")
    stage.key("Return")
    stage.type("trạm bơm Đồng Vạn")
    saved(stage)
    assert note(stage) == ""
    assert shown(stage)[1] == ("tbdv", "Của cơ quan")
    assert known(hall)["tbdv"] == "trạm bơm Đồng Vạn"
    stage.key("Ctrl+Shift+Up")
    assert shown(stage)[0] == ("tbdv", "Của cơ quan")


def test_a_word_that_people_type_is_kept_only_on_purpose(hall: Hall, open_page: OpenPage) -> None:
    """L1: one sentence, a sign in the list, a tick to keep it; another abbreviation is doubted anew."""
    stage = open_page("shorthands")
    into(stage, "tat-dtt")
    stage.key("Ctrl+N")
    stage.type("ban")
    to(stage, "Chữ đầy đủ")
    stage.type("Ban công tác Mặt trận")
    assert note(stage).startswith("“ban” là một tiếng hay gõ")
    assert note(stage).endswith("Chưa dùng ở hội trường.")
    row = stage.page.view.editor.table.rows.rows.rows()[1]
    assert row.cells[0].icon == "warning"
    saved(stage)
    assert "ban" not in known(hall)
    to(stage, "Vẫn dùng chữ tắt này")
    stage.key("Space")
    saved(stage)
    assert note(stage) == ""
    assert known(hall)["ban"] == "Ban công tác Mặt trận"
    stage.page.view.focus_first()
    stage.key("Return", "Ctrl+A")
    stage.type("thu")
    assert note(stage).startswith("“thu” là một tiếng hay gõ")
    saved(stage)
    assert "thu" not in known(hall)


def test_each_mistake_has_its_sentence(open_page: OpenPage) -> None:
    """G5: alike, a blank, keys of Telex and VNI, longer than its text; put right, the sentence goes."""
    stage = open_page("shorthands")
    into(stage, "tat-dtt")
    stage.key("Ctrl+N")
    to(stage, "Chữ đầy đủ")
    stage.type("đê tả sông Trang")
    for typed, words in (
        ("dtt", "Có hai chữ tắt “dtt”"),
        ("d st", "không được có dấu cách"),
        ("dass", "Gõ Telex thì “dass”"),
        ("de1", "Gõ VNI thì “de1”"),
        ("dtstrdtstrdtstrdtstr", "không ngắn hơn"),
    ):
        stage.page.view.focus_first()
        stage.key("Return", "Ctrl+A")
        stage.type(typed)
        assert words in note(stage), typed
    stage.page.view.focus_first()
    stage.key("Return", "Ctrl+A")
    stage.type("dtst")
    assert note(stage) == ""


def test_a_shipped_one_is_hidden_and_put_back(hall: Hall, open_page: OpenPage) -> None:
    """L1: as in every list of the office; one that is hidden frees its letters."""
    stage = open_page("shorthands")
    into(stage, "tat-ubx")
    stage.key("Delete")
    saved(stage)
    assert ("ubx", "Đang ẩn") in shown(stage)
    assert "ubx" not in known(hall)
    stage.key("Ctrl+Z")
    saved(stage)
    assert known(hall)["ubx"] == "Ủy ban nhân dân xã"


def test_a_ready_sentence_with_marks_and_a_stop(hall: Hall, open_page: OpenPage) -> None:
    """L1: found without accents, its marks explained, the stop set by a button or typed with three dots."""
    stage = open_page("ready_texts")
    stage.page.view.search.setFocus()
    stage.type("thu tuc")
    assert [title for title, _ in shown(stage)] == ["Hỏi thủ tục"]
    stage.page.view.focus_first()
    stage.key("Ctrl+N")
    stage.type("Giao rà soát")
    to(stage, "Lời văn")
    stage.type("«cơ quan» giao «...» rà soát")
    saved(stage)
    row = next(r for r in hall.app.library.lists().ready_texts if r.title == "Giao rà soát")
    assert (row.text, row.place) == ("{co_quan} giao «…» rà soát", ReadyPlace.OPENING)
    stage.key("Ctrl+A", "Delete")
    stage.type("Giao rà soát ")
    to(stage, "Đặt chỗ dừng con trỏ «…»")
    stage.key("Space", "Ctrl+End")
    stage.type(" xong")
    saved(stage)
    row = next(r for r in hall.app.library.lists().ready_texts if r.title == "Giao rà soát")
    assert row.text == "Giao rà soát «…» xong"


def test_the_page_names_the_key_as_it_is(open_page: OpenPage) -> None:
    """G6: a changed key leaves no false hint."""
    stage = open_page("ready_texts")
    assert "bấm Ctrl+I để chèn câu mẫu" in stage.page._lead.text()
    stage.context.actions.take_own_keys({"live.ready_text": "Ctrl+P"})
    stage.page.show_part("ready_texts")
    assert "bấm Ctrl+P để chèn câu mẫu" in stage.page._lead.text()
