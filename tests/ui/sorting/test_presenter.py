"""The page of sorting without a window: what is suggested, taken, kept and taken back (C6, L9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from dialogue_desktop.domain.records import Opinion
from tests.live.hall import BrokenDisk, Hall, LateRunner
from tests.ui.page_stage import Services
from tests.ui.sorting.conftest import ROAD
from ui.opinions.hints import because
from ui.runner import Runner, at_once
from ui.sorting.core import Part, SortingCore
from ui.sorting.presenter import SortingPresenter
from ui.sorting.screen import Screen


class Desk:
    """Plays the page: keeps what it is told to show."""

    def __init__(self, hall: Hall, *, run: Runner = at_once, services: object = None) -> None:
        self.hall = hall
        self.screen = Screen()
        self.said: list[str] = []
        self.asked = 0
        core = SortingCore(services or Services(hall.app), hall.cid)
        self.presenter = SortingPresenter(core, self, run)
        self.presenter.open()

    def opinion(self, opinion_id: str) -> Opinion:
        return next(o for o in self.hall.app.live.records(self.hall.cid).opinions if o.id == opinion_id)

    def ids(self) -> list[str]:
        return [row.id for row in self.screen.rows]

    def show_screen(self, screen: Screen) -> None:
        self.screen = screen

    def ask_choice(self) -> None:
        self.asked += 1

    def show_saved(self, at: datetime) -> None:
        pass

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self.said.append(words)


def test_what_has_no_field_stands_with_its_suggestion_the_surest_first(
    hall: Hall, heap: dict[str, str]
) -> None:
    """C6: reason and degree beside each; nothing is written by looking."""
    desk = Desk(hall)
    assert set(desk.ids()) == {heap[name] for name in ("road", "rubbish", "vague", "land", "power")}
    assert desk.ids()[-1] == heap["vague"]
    row = desk.screen.rows[0]
    assert (row.id, row.suggestion, row.sure) == (heap["road"], "Giao thông", "sure")
    assert row.note.startswith("vì có “")
    assert "lầy lội" in row.note
    assert row.who == "Ông Nguyễn Đức Ưởng, Phú Ấp"
    detail = desk.screen.detail
    assert detail is not None
    assert detail.text == ROAD
    found = [detail.text[start : start + length] for start, length in detail.marks]
    assert "lầy lội" in " ".join(found)
    assert desk.screen.counts == {Part.UNSORTED: 5, Part.DIFFERS: 1, Part.BEYOND: 1}
    assert desk.screen.facts == "5 trên 6 ý kiến chưa xếp lĩnh vực"
    assert "chưa đủ" in desk.screen.trust
    assert all(o.field == "" for o in map(desk.opinion, desk.ids()))


def test_enter_takes_and_goes_on_and_ctrl_z_brings_it_back(hall: Hall, heap: dict[str, str]) -> None:
    """C6, L9: one act, one undo; the cursor stands on what follows."""
    desk = Desk(hall)
    second = desk.ids()[1]
    desk.presenter.take()
    assert desk.opinion(heap["road"]).field == "Giao thông"
    assert desk.said == ["Đã xếp ý kiến số 1 vào Giao thông"]
    assert desk.screen.selected == second
    desk.presenter.acts.undo()
    assert desk.opinion(heap["road"]).field == ""
    assert heap["road"] in desk.ids()
    desk.presenter.acts.redo()
    assert desk.opinion(heap["road"]).field == "Giao thông"


def test_all_that_are_sure_are_taken_as_one_act(hall: Hall, heap: dict[str, str]) -> None:
    """C6: the unsure one stays; one undo takes all back."""
    desk = Desk(hall)
    sure = [row.id for row in desk.screen.rows if row.sure == "sure"]
    assert desk.screen.sure == len(sure) >= 3
    desk.presenter.take_all()
    assert all(desk.opinion(one).field for one in sure)
    assert heap["vague"] in desk.ids()
    assert not set(sure) & set(desk.ids())
    assert desk.said == [f"Đã xếp lĩnh vực cho {len(sure)} ý kiến theo gợi ý chắc"]
    desk.presenter.acts.undo()
    assert not any(desk.opinion(one).field for one in sure)


def test_a_digit_chooses_of_the_offices_list(hall: Hall, heap: dict[str, str]) -> None:
    desk = Desk(hall)
    assert [(c.key, c.value, c.note) for c in desk.screen.choices][:2] == [
        ("1", "Giao thông", "gợi ý"),
        ("2", "Đất đai", ""),
    ]
    desk.presenter.digit("3")
    assert desk.opinion(heap["road"]).field == "Môi trường"
    desk.presenter.digit("9")  # no ninth field
    assert len(desk.said) == 1


def test_typing_finds_a_field_without_accents(hall: Hall, heap: dict[str, str]) -> None:
    desk = Desk(hall)
    desk.presenter.find("dien nu")
    assert [choice.value for choice in desk.screen.choices] == ["Điện, nước"]
    desk.presenter.find("")
    assert len(desk.screen.choices) == 4


def test_without_a_suggestion_enter_asks_for_one(hall: Hall, heap: dict[str, str]) -> None:
    desk = Desk(hall)
    desk.presenter.select(heap["vague"])
    desk.presenter.take()
    assert desk.asked == 1
    assert desk.said == []
    assert desk.opinion(heap["vague"]).field == ""


def test_what_differs_is_kept_or_changed(hall: Hall, heap: dict[str, str]) -> None:
    """C6: "giữ như đã xếp" is remembered, is no entry of the journal, and can be taken back."""
    desk = Desk(hall)
    desk.presenter.show_part(Part.DIFFERS)
    (row,) = desk.screen.rows
    assert (row.id, row.suggestion, row.note) == (heap["other"], "Giao thông", "Đang xếp: Môi trường")
    before = len(hall.app.live.history(hall.cid, 99))
    desk.presenter.keep()
    assert desk.ids() == []
    assert len(hall.app.live.history(hall.cid, 99)) == before
    assert Desk(hall).screen.counts[Part.DIFFERS] == 0
    desk.presenter.acts.undo()
    assert desk.ids() == [heap["other"]]
    assert desk.said[-1] == "Đã hoàn tác: giữ như cũ"
    desk.presenter.take()
    assert desk.opinion(heap["other"]).field == "Giao thông"
    desk.presenter.acts.undo()
    assert desk.opinion(heap["other"]).field == "Môi trường"


def test_competence_with_its_body(hall: Hall, heap: dict[str, str]) -> None:
    """C6: the suggested body, another of the list, or one that is typed; 0 keeps it in the commune."""
    desk = Desk(hall)
    desk.presenter.show_part(Part.BEYOND)
    assert desk.screen.detail is not None
    assert desk.screen.detail.suggestion == "Điện lực khu vực"
    assert "trạm biến áp" in desk.screen.detail.why
    desk.presenter.take()
    power = desk.opinion(heap["power"])
    assert (power.beyond_competence, power.receiving_body) == (True, "Điện lực khu vực")
    desk.presenter.acts.undo()
    desk.presenter.find("Công ty Điện lực Hải Đông")
    assert desk.screen.choices[-1].value == "Công ty Điện lực Hải Đông"
    desk.presenter.choose("Công ty Điện lực Hải Đông")
    assert desk.opinion(heap["power"]).receiving_body == "Công ty Điện lực Hải Đông"
    desk.presenter.acts.undo()
    desk.presenter.digit("0")
    assert desk.ids() == []
    assert not desk.opinion(heap["power"]).beyond_competence


def test_rows_go_at_once_though_the_disk_is_slow(hall: Hall, heap: dict[str, str]) -> None:
    """The hand is faster than the disk: a row answered is not shown again by what was read before."""
    run = LateRunner()
    desk = Desk(hall, run=run)
    run.let_go()
    for _ in range(3):
        desk.presenter.take()
    assert len(desk.ids()) == 2
    while run.held:
        run.let_go(1)
        assert len(desk.ids()) == 2
    assert [o.field != "" for o in map(desk.opinion, heap.values())].count(True) == 4


def test_a_full_disk_is_told_and_the_rows_come_back(hall: Hall, heap: dict[str, str]) -> None:
    """G5: what could not be written stands in the list again."""
    disk = BrokenDisk(hall.app.sorting)
    desk = Desk(hall, services=Services(hall.app, sorting=disk))
    disk.broken = True
    desk.presenter.take()
    assert desk.screen.trouble is not None
    assert "đầy" in desk.screen.trouble.sentence
    assert heap["road"] in desk.ids()
    disk.broken = False
    desk.presenter.try_again()
    assert desk.screen.trouble is None


@pytest.mark.parametrize(("words", "said"), [((), ""), (("đường", "ngập"), "vì có “đường, ngập”")])
def test_the_reason_in_words(words: tuple[str, ...], said: str) -> None:
    assert because(words) == said
