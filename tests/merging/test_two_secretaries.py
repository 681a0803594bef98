"""Two secretaries at once in the hall, each with a laptop: the floor on one, online questions and answers on
the other; copies go over twice in both directions (L11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count

import pytest

from dialogue_desktop.domain.conclusion_update import draft
from dialogue_desktop.domain.records import Outcome, Records, Source
from tests.live.hall import ManualTimer
from tests.merging.laptops import Laptop, written_in
from ui.live.session.presenter import LivePresenter
from ui.live.session.promised_days import promised_days
from ui.live.session.screen import ItemView, LiveScreen


def _numbered(ids: Iterator[int], machine: int) -> str:
    return f"m{machine}k{next(ids)}"


class Desk:
    """One secretary: the presenter of the live screen on her own laptop."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        plan = laptop.app.planning.plan(laptop.cid)
        self.live = LivePresenter(
            laptop.app.live,
            laptop.cid,
            laptop.clock,
            plan,
            timer=ManualTimer(),
            day_of=promised_days(plan, laptop.app.deadlines, laptop.clock.today()),
        )
        self.live.open()

    @property
    def records(self) -> Records:
        return self.laptop.app.live.records(self.laptop.cid)

    def hear(self, line: str, *said: str, seconds: int = 40) -> None:
        """Registered on one line, called, heard with the clock; each text is an opinion of that turn."""
        live = self.live
        live.quick_add(line)
        live.next_speaker()
        live.start_stop()
        for text in said:
            self.laptop.tick(seconds)
            live.type_spoken(text, len(text))
            live.save_item()
        live.start_stop()
        live.start_stop()

    def answer(self, text: str, words: str, outcome: Outcome, unit: str = "") -> None:
        """An opinion that stands in the records, wherever it was written down."""
        opinion = next(one for one in self.records.opinions if one.text == text)
        self.laptop.tick()
        live = self.live
        live.edit(opinion.id)
        live.set_answerer("Ông Đinh Văn Tấn, Chủ tịch UBND xã")
        live.type_answer(words, len(words))
        live.set_outcome(outcome)
        if unit:
            live.set_unit(unit)
        live.save_item()

    def take(self, other: Desk) -> None:
        self.laptop.take(other.laptop.send())
        self.live.refresh()

    def screen(self) -> LiveScreen:
        """What both must see when nobody is called: all but one's own boxes and the moment of one's last
        save."""
        self.live.next_speaker()
        return replace(self.live.screen(), item=ItemView(), saved="", prepared=None)


FLOOR = (
    "Đường trục thôn lầy lội, đề nghị đổ bê tông từ cổng làng ra cầu Ngòi",
    "Đèn đường ngõ 3 hỏng nửa năm nay",
    "Mương N4 lấp hết, vụ tới không có nước",
    "Cổng trường giờ tan học tắc nghẽn",
)
ONLINE = (
    "Bao giờ có sổ đỏ cho khu tái định cư?",
    "Nước máy tối nào cũng đục",
    "Xin cho biết lịch tiêm phòng cho đàn bò",
)


@pytest.fixture
def desks(office: Laptop, laptop: Callable[..., Laptop]) -> tuple[Desk, Desk]:
    """Both open the one copy that the office wrote; two opinions were collected before."""
    office.collect("Đường trục thôn lầy lội, đề nghị đổ bê tông")
    office.collect("Mương N4 bị lấp, đề nghị nạo vét", "Đỗ Văn Sỹ")
    stick = office.send()
    first, second = laptop("may-mot", "Lê Văn Ổn", late=5), laptop("may-hai", "Vũ Thị Mỡ", late=9)
    first.take(stick)
    second.take(stick)
    return Desk(first), Desk(second)


def _swap(one: Desk, other: Desk) -> None:
    """A stick over and back."""
    other.take(one)
    one.take(other)


def _evening(floor: Desk, online: Desk) -> None:
    floor.live.start_stop()
    floor.hear("ông Nguyễn Đức Ưởng /Phú Ấp - đường", FLOOR[0], FLOOR[1])
    online.hear("bà Lò Thị Mây /Đồng Vạn @trực tuyến - đất", ONLINE[0])
    online.hear("ông Bế Văn Khải @trực tuyến", ONLINE[1])
    _swap(floor, online)
    online.answer(FLOOR[0], "Đã có trong kế hoạch năm 2026.", Outcome.ANSWERED)
    online.answer(ONLINE[0], "Phòng Kinh tế rà soát lại hồ sơ.", Outcome.WRITTEN, "Phòng Kinh tế")
    floor.hear("ông Tạ Quang Đạo /Phú Ấp", FLOOR[2])
    floor.hear("bà Ngô Thị Ước /Đồng Vạn", FLOOR[3])
    online.hear("bà Hứa Thị Nga /Phú Ấp @trực tuyến", ONLINE[2])
    floor.answer(FLOOR[1], "Thay bóng trong tháng 5.", Outcome.PARTLY, "Văn phòng")
    _swap(floor, online)


def test_nothing_is_lost_nothing_stands_twice_and_both_see_the_same(desks: tuple[Desk, Desk]) -> None:
    floor, online = desks
    _evening(floor, online)
    mine, theirs = floor.records, online.records
    texts = Counter(one.text for one in mine.opinions if one.said_at_hall)
    assert texts == Counter([*FLOOR, *ONLINE])
    assert Counter(one.text for one in mine.answers if one.text) == Counter(
        ["Đã có trong kế hoạch năm 2026.", "Phòng Kinh tế rà soát lại hồ sơ.", "Thay bóng trong tháng 5."]
    )
    assert Counter(one.voice.name for one in mine.turns) == Counter(
        [
            "Nguyễn Đức Ưởng", "Lò Thị Mây", "Bế Văn Khải", "Tạ Quang Đạo", "Ngô Thị Ước", "Hứa Thị Nga",
        ]
    )  # fmt: skip
    assert sorted(one.number for one in mine.opinions) == list(range(1, 10))
    assert sorted(one.number for one in mine.turns) == list(range(1, 7))
    assert len({one.position for one in mine.turns}) == 6
    assert sum(one.source is Source.ONLINE for one in mine.turns) == 3
    assert mine == theirs
    assert sorted(written_in(mine)) == sorted(written_in(theirs))
    assert floor.screen() == online.screen()
    assert [row.name for row in floor.screen().queue] == [row.name for row in online.screen().queue]
    for desk in desks:
        assert desk.laptop.app.merging.open_items(desk.laptop.cid) == ()
        assert all(one.spans and one.spans[-1].end for one in mine.turns)


def test_once_more_with_nothing_new_changes_nothing(desks: tuple[Desk, Desk]) -> None:
    floor, online = desks
    _evening(floor, online)
    before = (floor.laptop.bytes(), online.laptop.bytes())
    _swap(floor, online)
    assert (floor.laptop.bytes(), online.laptop.bytes()) == before


def test_who_brings_the_stick_first_makes_no_difference(desks: tuple[Desk, Desk]) -> None:
    """The same acts, the sticks the other way round at the end: the same records."""
    floor, online = desks
    floor.live.start_stop()
    floor.hear("ông Nguyễn Đức Ưởng /Phú Ấp - đường", FLOOR[0])
    online.hear("bà Lò Thị Mây /Đồng Vạn @trực tuyến", ONLINE[0])
    from_floor, from_online = floor.laptop.send(), online.laptop.send()
    floor.laptop.take(from_online)
    online.laptop.take(from_floor)
    assert floor.records == online.records


def test_conclusions_of_one_and_answers_of_the_other_come_together(desks: tuple[Desk, Desk]) -> None:
    """L8: drafted on one laptop while the other still writes; the next draft takes in what came."""
    floor, online = desks
    _evening(floor, online)
    ids = count(1)

    def drafted(desk: Desk) -> int:
        app, cid = desk.laptop.app, desk.laptop.cid
        drafting = app.concluding.drafting(app.planning.plan(cid))
        desk.laptop.tick()
        found = draft(drafting, desk.records, lambda: f"k{next(ids)}")
        app.live.set_conclusions(cid, found.rows, drafted=True)
        return found.added + found.grown

    assert drafted(floor) == 3
    online.answer(ONLINE[1], "Nhà máy nước thay van trong tuần.", Outcome.ANSWERED)
    _swap(floor, online)
    assert floor.records == online.records
    assert len(floor.records.conclusions) == 3
    assert drafted(online) == 1
    _swap(floor, online)
    assert floor.records == online.records
    assert "02 ý kiến" in floor.records.conclusions[0].text
    covered = [key for row in floor.records.conclusions for key in row.opinion_ids]
    assert len(covered) == len(set(covered)) == 4


def test_both_drafted_the_same_conclusions(desks: tuple[Desk, Desk]) -> None:
    """L8: each on her own laptop, then the sticks: every conclusion stands once."""
    floor, online = desks
    _evening(floor, online)
    for number, desk in enumerate(desks):
        app, cid = desk.laptop.app, desk.laptop.cid
        ids = count(1)
        drafting = app.concluding.drafting(app.planning.plan(cid))
        desk.laptop.tick()
        found = draft(drafting, desk.records, partial(_numbered, ids, number))
        app.live.set_conclusions(cid, found.rows, drafted=True)
    _swap(floor, online)
    assert floor.records == online.records
    texts = [row.text for row in floor.records.conclusions]
    assert len(texts) == len(set(texts)) == 3
