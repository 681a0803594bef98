"""What the page of everything decides, without Qt: late answers, pages, filters, order, one hit (G3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Delegate, RecordKind, Voice
from dialogue_desktop.domain.search import SearchFilters, SearchOrder
from dialogue_desktop.errors import StorageError
from tests.live.hall import Hall, LateRunner
from tests.ui.search.desk import Desk, TwoYears
from ui.search.screen import Target

ROAD, WATER, WASTE, BRIDGE = (
    "Sửa đường trục thôn, ngập cả mùa mưa.", "Nước yếu, đề nghị thay ống.", "Rác hai tuần chưa thu.",
    "Cầu Ngòi gãy lan can",
)  # fmt: skip


class Counting:
    """The real service; notes what it is asked."""

    def __init__(self, service: Any) -> None:
        self._service = service
        self.asked: list[tuple[str, str]] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        answer = getattr(self._service, name)

        def note(*given: Any, **more: Any) -> Any:
            self.asked.append((name, str(given[0]) if given else ""))
            return answer(*given, **more)

        return note


def test_an_empty_line_is_the_list_of_everything(desk: Desk) -> None:
    """G3: of all conferences, the newest first, the first one in full."""
    desk.open()
    assert desk.texts == [WASTE, WATER, ROAD, BRIDGE]
    screen = desk.screen
    assert (screen.facts, screen.count) == ("4 ý kiến của 2 hội nghị", "4 ý kiến")
    assert screen.sections == ()
    assert screen.detail is not None
    assert (screen.detail.title, screen.detail.text) == ("Ý kiến số 3", WASTE)


def test_each_key_narrows_and_marks(desk: Desk) -> None:
    """G3: without accents; the words marked where they stand, or the place told where they do not."""
    desk.open()
    for end in range(1, len("duong truc") + 1):
        desk.presenter.search("duong truc"[:end])
    (line,) = desk.lines
    assert [line.text[a : a + n] for a, n in line.text_marks] == ["đường", "trục"]
    assert desk.screen.count == "1 trên 4 ý kiến"
    desk.presenter.search("khoi cong")
    (line,) = desk.lines
    assert line.note.startswith("Trả lời: ")
    assert [line.note[a : a + n] for a, n in line.note_marks] == ["công", "khởi", "công"]
    desk.presenter.search("uoc ngo")
    assert [desk.lines[0].who[a : a + n] for a, n in desk.lines[0].who_marks] == ["Ngô", "Ước"]
    desk.presenter.search("quoc thang")
    assert desk.lines[0].note.startswith("Có trong phần ghi thêm")
    desk.timer.pass_ms(200)
    assert desk.screen.detail is not None
    (said,) = desk.screen.detail.answers
    assert [said.heading[a : a + n] for a, n in said.heading_marks] == ["Quốc", "Thắng"]


def test_answers_to_older_keys_are_dropped_and_not_even_worked_out(hall: TwoYears) -> None:
    """G3: whatever their order; only the last key's list is shown."""
    late, service = LateRunner(), Counting(hall.app.search)
    desk = Desk(hall, run=late, service=service).open()
    late.let_go()
    service.asked.clear()
    for query in ("d", "du", "duong"):
        desk.presenter.search(query)
    late.held.reverse()  # the last key's answer comes first, the others after it
    late.let_go()
    assert desk.texts == [ROAD]
    assert [query for name, query in service.asked if name == "everything"] == ["duong"]


def test_the_hit_in_full_waits_until_the_hand_rests(hall: TwoYears) -> None:
    """G3: while one types only the list follows; a row that is gone to is shown at once."""
    service = Counting(hall.app.search)
    desk = Desk(hall, service=service).open()
    service.asked.clear()
    for query in ("r", "ra", "rac"):
        desk.presenter.search(query)
        desk.timer.pass_ms(80)
    assert "whole" not in {name for name, _ in service.asked}
    desk.timer.pass_ms(80)
    assert [name for name, _ in service.asked].count("whole") == 1
    assert desk.screen.detail is not None
    assert desk.screen.detail.text == WASTE
    desk.presenter.search("")
    desk.presenter.select(desk.lines[1].id)
    assert desk.screen.detail.text == WATER


def test_an_answer_that_was_worked_out_before_the_next_key_is_dropped_too(hall: TwoYears) -> None:
    late = LateRunner()
    desk = Desk(hall, run=late).open()
    late.let_go()
    desk.presenter.search("nuoc")
    work, done, _ = late.held.pop()
    found = work()
    desk.presenter.search("rac")
    done(found)
    assert desk.texts == [WASTE, WATER, ROAD, BRIDGE]
    late.let_go()
    assert desk.texts == [WASTE]


def test_pages_are_asked_for_once_and_only_while_there_are_more(
    hall: TwoYears, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G3: never all rows at once; the end of the list asks for the next ones."""
    monkeypatch.setattr("ui.search.presenter.PAGE", 2)
    monkeypatch.setattr("ui.search.presenter.MORE", 1)
    late, service = LateRunner(), Counting(hall.app.search)
    desk = Desk(hall, run=late, service=service).open()
    late.let_go()
    assert desk.texts == [WASTE, WATER]
    assert desk.screen.count == "4 ý kiến"
    for _ in range(3):  # the scroll bar says so many times
        desk.presenter.more()
    late.let_go()
    assert desk.texts == [WASTE, WATER, ROAD]
    desk.presenter.more()
    late.let_go()
    desk.presenter.more()
    late.let_go()
    assert desk.texts == [WASTE, WATER, ROAD, BRIDGE]
    assert [name for name, _ in service.asked].count("opinions") == 2
    desk.presenter.select(desk.lines[-1].id)
    late.let_go()
    assert desk.screen.detail is not None
    assert desk.screen.detail.text == BRIDGE


def test_a_page_of_an_older_search_does_not_come_into_the_new_list(
    hall: TwoYears, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.search.presenter.PAGE", 2)
    late = LateRunner()
    desk = Desk(hall, run=late).open()
    late.let_go()
    desk.presenter.more()
    desk.presenter.search("cau")
    late.let_go()
    assert desk.texts == [BRIDGE]
    desk.presenter.search("")
    late.let_go()
    desk.presenter.more()
    late.let_go()
    assert desk.texts == [WASTE, WATER, ROAD, BRIDGE]


def test_filters_offer_only_what_leads_somewhere(desk: Desk) -> None:
    """G3: each chip with counts; set and let go again; two together."""
    desk.open()
    desk.presenter.offer("locality")
    assert [(one.words, one.count) for one in desk.choices["locality"]] == [
        ("thôn Đồng Vạn", 1), ("thôn Phú Ấp", 3),
    ]  # fmt: skip
    desk.choose("locality", "thôn Phú Ấp")
    assert desk.texts == [WASTE, ROAD, BRIDGE]
    desk.choose("state", "Hẹn văn bản")
    assert desk.texts == [BRIDGE]
    assert [(one.chip, one.words) for one in desk.screen.chosen] == [
        ("locality", "thôn Phú Ấp"), ("state", "Hẹn văn bản"),
    ]  # fmt: skip
    desk.choose("state", "Chưa có câu trả lời")  # takes the place of the other one
    assert desk.texts == [WASTE]
    desk.presenter.widen("locality")
    assert desk.texts == [WASTE, WATER]
    desk.choose("field", "Môi trường")
    desk.presenter.search("nuoc")
    assert desk.screen.empty == "no_match"
    assert "trong những gì đang lọc" in desk.screen.no_match
    desk.presenter.widen_all()
    assert (len(desk.texts), desk.cleared, desk.presenter.filters) == (4, 1, SearchFilters())


def test_the_conference_chip_and_searching_inside_one(hall: TwoYears, desk: Desk) -> None:
    """G3: a conference is found by name, and the search goes on inside it."""
    desk.open()
    desk.presenter.search("ha vi")
    (section,) = [one for one in desk.screen.sections if one.id == "hoi-nghi"]
    assert section.open
    assert desk.lines == []
    assert desk.screen.selected == section.lines[0].id
    desk.presenter.search_inside()
    assert desk.texts == [BRIDGE]
    assert [one.words for one in desk.screen.chosen] == ["Xã Hạ Vi 2025, 18/4/2025"]
    desk.presenter.search("lan can")
    assert desk.texts == [BRIDGE]
    desk.presenter.offer("conference")
    assert len(desk.choices["conference"]) == 1


def test_names_in_vietnamese_order(hall: TwoYears, desk: Desk) -> None:
    """G3: given name first, đ behind d, tones in their order; a second time the newest first again."""
    for name in ("Bùi Văn Dũng", "Lê Thị Dung", "Vi Văn Đạt"):
        hall.collect("Xin nước.", name, "thôn Phú Ấp")
    desk.open()
    desk.presenter.sort(SearchOrder.BY_NAME)
    names = [line.who.split(" ", 1)[1] for line in desk.lines]
    assert names == [
        "Lê Thị Dung", "Bùi Văn Dũng", "Vi Văn Đạt", "Lò Thị Ế", "Đặng Văn Quyết", "Ngô Thị Ước",
        "Nguyễn Đức Ưởng",
    ]  # fmt: skip
    assert desk.screen.order == SearchOrder.BY_NAME
    desk.presenter.sort(SearchOrder.BY_NAME)
    assert desk.texts[-1] == BRIDGE


def test_a_refresh_keeps_the_place_and_shows_what_is_new(hall: TwoYears, desk: Desk) -> None:
    """L1: written elsewhere; the selected row stays selected and the list is not thrown to its top."""
    desk.open()
    desk.presenter.select(desk.lines[2].id)
    hall.collect("Đèn đường tắt.", "Vi Văn Ủ", "thôn Phú Ấp")
    desk.presenter.refresh()
    assert desk.texts == ["Đèn đường tắt.", WASTE, WATER, ROAD, BRIDGE]
    assert desk.screen.selected == desk.lines[3].id
    assert not desk.screen.fresh
    assert desk.screen.count == "5 ý kiến"
    desk.presenter.search("den")
    assert desk.screen.fresh


def test_where_each_kind_of_hit_leads(hall: TwoYears, desk: Desk) -> None:
    """G3: to the row in its own conference."""
    held = hall.held
    hall.app.inviting.add(hall.cid, [Delegate("", name="Vi Thị Mỡ", office="Bí thư chi bộ")])
    desk.open()
    for query, kind, cid, collected in (
        ("duong truc", RecordKind.OPINION, hall.cid, True),
        ("cau lan can", RecordKind.OPINION, held, False),
        ("duyen", RecordKind.TURN, held, False),
        ("xong cau ngoi", RecordKind.CONCLUSION, held, False),
        ("vi thi mo", RecordKind.DELEGATE, hall.cid, False),
    ):
        desk.presenter.search(query)
        desk.presenter.open_selected()
        target = desk.targets.pop()
        assert (target.kind, target.conference_id, target.collected) == (kind, cid, collected), query
    desk.presenter.search("ha vi")
    desk.presenter.open_selected()
    assert desk.targets == [Target(held)]


def test_copied_is_the_text_alone(desk: Desk) -> None:
    desk.open()
    desk.presenter.copy()
    desk.presenter.search("ha vi")
    desk.presenter.copy()
    assert desk.copied == [
        (WASTE, "Đã sao chép ý kiến số 3"), ("Xã Hạ Vi 2025, 18/4/2025", "Đã sao chép tên hội nghị"),
    ]  # fmt: skip


def test_more_than_a_thousand_hits_are_not_counted_on(
    hall: TwoYears, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G3: "hơn 1.000 ý kiến": nobody waits for a number."""
    monkeypatch.setattr("ui.search.presenter.PAGE", 2)

    class Many(Counting):
        def count(self, *_: Any, **__: Any) -> int:
            return 1001

    desk = Desk(hall, service=Many(hall.app.search)).open()
    monkeypatch.setattr(desk.presenter, "_totals", (100_000, 2500))
    desk.presenter.search("t")
    assert len(desk.lines) == 2
    assert desk.screen.count == "hơn 1.000 ý kiến"


def test_beside_many_opinions_the_other_kinds_are_closed_and_named(hall: TwoYears, desk: Desk) -> None:
    for name in ("Vi Văn Ủ", "Lò Văn Ủ", "Bùi Văn Ủ"):
        hall.app.live.add_turn(hall.cid, Voice(name, "ông", "thôn Phú Ấp"), topic="đường trục")
    desk.open()
    desk.presenter.search("duong")
    (section,) = desk.screen.sections
    assert (section.title, section.open, len(section.lines)) == ("Người phát biểu", False, 4)
    assert section.amount.startswith("4  ·  ")
    assert desk.screen.selected == desk.lines[0].id
    desk.presenter.search("duong vao nghia trang")  # nothing but this: it is open
    assert desk.screen.sections[0].open


def test_a_failure_is_told_and_the_list_stays(hall: TwoYears) -> None:
    """G5: what was found before is still there, and searching again works."""

    class Broken(Counting):
        broken = False

        def __getattr__(self, name: str) -> Callable[..., Any]:
            if self.broken:
                raise StorageError("Chưa đọc được dữ liệu. Dữ liệu vẫn còn nguyên.")
            return super().__getattr__(name)

    service = Broken(hall.app.search)
    desk = Desk(hall, service=service).open()
    service.broken = True
    desk.presenter.search("rac")
    assert desk.screen.trouble is not None
    assert desk.screen.trouble.sentence == "Chưa đọc được dữ liệu. Dữ liệu vẫn còn nguyên."
    assert len(desk.texts) == 4
    service.broken = False
    desk.presenter.refresh()
    assert desk.screen.trouble is None
    assert desk.texts == [WASTE]


def test_nothing_at_all_yet(data_dir: Any) -> None:
    hall = Hall(data_dir)
    desk = Desk(hall).open()
    assert (desk.screen.empty, desk.screen.facts, desk.screen.detail) == ("none", "", None)
    desk.presenter.search("x")
    assert desk.screen.empty == "no_match"
    hall.app.close()


def test_words_are_marked_after_a_long_beginning(hall: TwoYears, desk: Desk) -> None:
    """The line begins shortly before the first found word."""
    text = "Kính thưa các đồng chí, thay mặt bà con\ntrong xóm tôi xin hỏi về cái cống tiêu úng"
    hall.app.live.save_item(hall.cid, LiveItem(text=text, rounds=()))
    desk.open()
    desk.presenter.search("cong tieu")
    (line,) = desk.lines
    assert line.text.startswith("… ")
    assert "\n" not in line.text
    assert [line.text[a : a + n] for a, n in line.text_marks] == ["cống", "tiêu"]
