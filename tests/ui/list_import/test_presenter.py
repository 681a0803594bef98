"""What the pages of import decide, without a window: ticks, views, faults, what was kept (C4, C7, G5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dialogue_desktop.domain.records import Source
from dialogue_desktop.errors import StorageError
from tests.live.hall import Hall, LateRunner
from ui.list_import.answers import AnswerList
from ui.list_import.opinions import SOURCE, SPEAKERS, OpinionList
from ui.list_import.presenter import ListPresenter
from ui.list_import.screen import BAD, Pick, Screen, Tick
from ui.runner import at_once

HEAD = "Họ tên\tThôn\tNội dung kiến nghị\tNgày nhận\tHình thức"
ROAD = "Đề nghị làm rãnh thoát nước dọc ngõ 3"
CANAL = "Mương nội đồng bị lấp, đề nghị nạo vét"
LIST = "\n".join(
    (
        HEAD,
        f"Nguyễn Văn Ổn\tĐồng Vạn\t{ROAD}\t17/4/2026\tPhát biểu trực tiếp",
        f"Bà Lò Thị Ế\tPhú Ấp\t{CANAL}\t31/02/2026\t",
    )
)


class Seen:
    """The page: what it was told."""

    def __init__(self) -> None:
        self.screen = Screen()
        self.said: list[str] = []
        self.back: Callable[[], None] | None = None
        self.done: list[str] = []
        self.warned: list[str] = []
        self.forms: tuple[tuple[str, str], ...] = ()

    def show_screen(self, screen: Screen) -> None:
        self.screen = screen

    def show_forms(self, forms: tuple[tuple[str, str], ...]) -> None:
        self.forms = forms

    def finished(self, words: str) -> None:
        self.done.append(words)

    def warn(self, sentence: str) -> None:
        self.warned.append(sentence)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self.said.append(words)
        self.back = back


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()


def _opinions(hall: Hall, run: object = at_once) -> tuple[ListPresenter, Seen]:
    seen = Seen()
    return ListPresenter(OpinionList(hall.app, hall.cid), seen, run), seen  # type: ignore[arg-type]


def test_whatever_is_chosen_for_the_list_goes_with_it(hall: Hall) -> None:
    """C4, C5, L2: the source and the speakers; words and undo for the toast while a row is left to mend."""
    presenter, seen = _opinions(hall)
    presenter.paste(LIST)
    source, speakers = seen.screen.options
    assert isinstance(source, Pick)
    assert isinstance(speakers, Tick)
    assert (source.value, speakers.on) == (Source.VILLAGE_HEAD, False)
    presenter.choose(SOURCE, Source.SLIP)
    presenter.choose(SPEAKERS, True)
    presenter.save()
    assert seen.said == ["Đã nhập 1 ý kiến, 1 người vào hàng chờ phát biểu"]
    records = hall.app.live.records(hall.cid)
    assert ([one.source for one in records.opinions], len(records.turns)) == ([Source.SLIP], 1)
    assert (seen.screen.view, seen.screen.facts) == (BAD, "Còn 1 dòng chưa nhập.")
    assert seen.back is not None
    seen.back()
    assert hall.app.live.records(hall.cid).opinions == ()
    assert seen.screen.chosen == 1


def test_a_mended_row_is_ticked_and_counted_as_unsaved(hall: Hall) -> None:
    presenter, seen = _opinions(hall)
    presenter.paste(LIST)
    presenter.mend("ngay_nhan", "18/4/2026")
    assert (seen.screen.bad, seen.screen.chosen, presenter.unsaved) == (0, 2, 1)
    presenter.save()
    assert seen.done == ["Đã nhập 2 ý kiến"]
    assert presenter.unsaved == 0


def test_a_row_that_went_wrong_loses_its_tick(hall: Hall) -> None:
    presenter, seen = _opinions(hall)
    presenter.paste(LIST)
    presenter.show("")
    presenter.select(0)
    presenter.mend("noi_dung", "")
    assert (seen.screen.bad, seen.screen.chosen) == (2, 0)
    presenter.save()
    assert hall.app.live.records(hall.cid).opinions == ()


def test_a_full_disk_keeps_the_list(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """G5: the sentence of the failure; every tick is still there."""
    presenter, seen = _opinions(hall)
    presenter.paste(LIST)

    def full(*_: object, **__: object) -> None:
        raise StorageError("Ổ đĩa đã đầy nên chưa lưu được.")

    with monkeypatch.context() as broken:
        broken.setattr(hall.app.opinion_import, "save", full)
        presenter.save()
    assert (seen.screen.trouble, seen.screen.chosen) == ("Ổ đĩa đã đầy nên chưa lưu được.", 1)
    presenter.save()
    assert seen.screen.trouble == ""
    assert len(hall.app.live.records(hall.cid).opinions) == 1


def test_telephones_that_were_not_kept_are_told(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """G5: said also where the page is left at once."""
    presenter, seen = _opinions(hall)
    presenter.paste(f"Họ tên\tThôn\tNội dung\tĐiện thoại\nLò Thị Ế\tPhú Ấp\t{CANAL}\t0912345678")

    def full(*_: object, **__: object) -> None:
        raise StorageError("Ổ đĩa đã đầy.")

    monkeypatch.setattr(hall.app.contacts, "set_all", full)
    presenter.save()
    assert seen.done == ["Đã nhập 1 ý kiến"]
    assert "chưa ghi được số điện thoại" in seen.warned[0]


def test_a_second_file_waits_for_the_first(hall: Hall) -> None:
    run = LateRunner()
    presenter, seen = _opinions(hall, run)
    presenter.paste(LIST)
    presenter.paste(f"{HEAD}\nAi khác\tPhú Ấp\t{ROAD}\t\t")
    assert seen.screen.busy == "Đang đọc các dòng đã dán"
    run.let_go()
    assert len(seen.screen.rows) == 1  # the rows to be mended of the first list


def test_answers_have_nothing_to_choose_for_the_whole_list(hall: Hall) -> None:
    """C7: one frame, other words."""
    hall.collect(ROAD, "Nguyễn Văn Ổn", "thôn Đồng Vạn")
    seen = Seen()
    presenter = ListPresenter(AnswerList(hall.app, hall.cid), seen, at_once)
    presenter.open()
    presenter.paste(f"Số ý kiến\tNội dung ý kiến\tNội dung trả lời\n1\t{ROAD}\tĐã giao thôn làm.")
    assert (seen.screen.options, seen.screen.chosen) == ((), 1)
    assert seen.forms == (("", "Mọi ý kiến thu thập"),)
    presenter.save()
    assert seen.done == ["Đã lưu 1 câu trả lời"]
