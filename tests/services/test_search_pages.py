"""Going through everything page by page, what can be filtered by, one hit in full, the workbook (G3)."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.opinion_state import OpinionState
from dialogue_desktop.domain.plan import Issuer, TimeKind, TimePlan
from dialogue_desktop.domain.records import Outcome, Source, Voice
from dialogue_desktop.domain.search import Filter, FoundOpinion, PageEnd, SearchFilters, SearchOrder

NAMES = ("Lò Thị Ế", "Đỗ Văn Dũng", "Đỗ Văn Dung", "Vi Văn Ủ", "Trần Thị Ân", "Trần Văn Ánh", "", "Bùi Đạt")


def _fill(app: App, count: int) -> list[str]:
    """Three conferences, one without a day, and opinions that were written down in no order."""
    held = []
    for name, day in (("Minh Khê", date(2026, 4, 24)), ("Hạ Vi", date(2025, 4, 1)), ("Phú Khê", None)):
        other = app.planning.create(issuer=Issuer(name=name))
        if day is not None:
            plan = app.planning.plan(other)
            app.planning.save_plan(other, replace(plan, time=TimePlan(TimeKind.EXACT, day)))
        held.append(other)
    chance = random.Random(3)
    for number in range(count):
        road = chance.choice(("Đường lầy", "Duong lay", "Đương nhiên phải sửa", "Nước yếu"))
        voices = (Voice(chance.choice(NAMES), "ông", chance.choice(("thôn Phú Ấp", "thôn Đồng Vạn", ""))),)
        item = LiveItem(text=f"{road} số {number}", voices=voices, rounds=(), source=Source.SLIP)
        app.live.save_item(chance.choice(held), item)
    return held


@pytest.fixture
def years(app: App) -> list[str]:
    return _fill(app, 12)


@pytest.fixture(scope="module")
def library() -> Iterator[App]:
    """For those who only read."""
    with TemporaryDirectory() as folder:
        made = build(Path(folder), device="may-1")
        _fill(made, 60)
        yield made
        made.close()


def _walk(app: App, query: str, order: SearchOrder, size: int) -> list[FoundOpinion]:
    rows: list[FoundOpinion] = []
    after: PageEnd | None = None
    while True:
        page = app.search.opinions(query, order=order, limit=size, after=after)
        assert len(page.rows) <= size
        rows += page.rows
        if not page.more:
            return rows
        after = page.end


@pytest.mark.parametrize("order", list(SearchOrder))
@pytest.mark.parametrize("query", ["", "duong", "đường ", "đường", "đươ", "so", "khong co"])
def test_pages_put_together_are_the_whole_list(library: App, query: str, order: SearchOrder) -> None:
    """G3: nothing twice, nothing left out, the exact ones first, whatever the size of a page."""
    whole = library.search.opinions(query, order=order, limit=1000).rows
    assert len(whole) == library.search.count(query)
    for size in (1, 7, 25):
        assert [(row.conference.id, row.id) for row in _walk(library, query, order, size)] == [
            (row.conference.id, row.id) for row in whole
        ]


def test_a_page_goes_on_behind_the_last_whatever_is_written_meanwhile(app: App, years: list[str]) -> None:
    """G3, L9: a new opinion neither repeats nor hides a row of the next page."""
    whole = app.search.opinions("duong", limit=1000).rows
    first = app.search.opinions("duong", limit=3)
    app.live.save_item(years[0], LiveItem(text="Đường mới ngập", rounds=()))
    app.live.remove_opinion(first.rows[-1].conference.id, first.rows[-1].id)
    second = app.search.opinions("duong", limit=3, after=first.end)
    assert len(second.rows) == 3
    assert [row.id for row in second.rows] == [row.id for row in whole[3:6]]


def test_the_values_of_each_filter_with_their_counts(app: App, cid: str) -> None:
    """G3: what is offered leads to just so many hits, the other filters and the words kept."""
    one = {"field": "Giao thông", "unit": "Phòng Kinh tế", "outcome": Outcome.WRITTEN}
    for text, place, facts in (
        ("Đường lầy", "thôn Phú Ấp", one),
        ("Đường tối", "thôn Đồng Vạn", {"field": "Điện, nước"}),
        ("Nước yếu", "", {}),
    ):
        item = LiveItem(text=text, voices=(Voice("Vi Văn Ủ", "ông", place),), rounds=(), **facts)  # type: ignore[arg-type]
        app.live.save_item(cid, item)
    app.live.save_item(cid, LiveItem(text="Đường nứt", rounds=(Round(text="Sẽ vá"),), source=Source.SLIP))
    gone = app.planning.create(issuer=Issuer(name="Hạ Vi"))
    app.live.save_item(gone, LiveItem(text="Đường cũ", field="Khác", rounds=()))
    app.planning.remove(gone)

    def values(kind: Filter, query: str = "", **wanted: object) -> dict[str | bool, int]:
        filters = SearchFilters(**wanted)  # type: ignore[arg-type]
        found = app.search.values(kind, query, filters)
        for one in found:
            assert app.search.count(query, filters.having(kind, one.value)) == one.count, one
        return {one.value: one.count for one in found}

    assert list(values(Filter.LOCALITY).items()) == [("thôn Đồng Vạn", 1), ("thôn Phú Ấp", 1), ("", 2)]
    assert values(Filter.FIELD) == {"Điện, nước": 1, "Giao thông": 1, "": 2}
    assert values(Filter.FIELD, "duong") == {"Điện, nước": 1, "Giao thông": 1, "": 1}
    assert values(Filter.FIELD, "duong", field="Giao thông") == values(Filter.FIELD, "duong")
    assert values(Filter.UNIT, locality="thôn Phú Ấp") == {"Phòng Kinh tế": 1}
    assert values(Filter.CONFERENCE) == {cid: 4}
    assert values(Filter.SOURCE) == {Source.SLIP: 1, Source.HALL: 3}
    assert values(Filter.OUTCOME) == {Outcome.WRITTEN: 1}
    assert values(Filter.STATE) == {OpinionState.UNANSWERED: 3, OpinionState.OWED: 1}
    assert values(Filter.HAS_ANSWER) == {True: 1, False: 3}
    assert values(Filter.BEYOND) == {False: 4}
    (held,) = app.search.values(Filter.CONFERENCE, "nut")
    assert held.words == "Đồng Vạn – Phú Ấp, 24/4/2026"


def test_counts_of_everything_leave_out_what_was_put_away(app: App, years: list[str]) -> None:
    assert app.search.totals() == (12, 3)
    app.planning.remove(years[1])
    total, held = app.search.totals()
    assert held == 2
    assert total == app.search.count("") == len(app.search.opinions("", limit=1000).rows) < 12


def test_a_conference_is_found_by_its_new_name(app: App, years: list[str]) -> None:
    """G3: names are kept in memory and read again when one changes or is put away."""
    assert [hit.conference.id for hit in app.search.everything("ha vi").conferences] == [years[1]]
    plan = app.planning.plan(years[1])
    app.planning.save_plan(years[1], replace(plan, issuer=replace(plan.issuer, name="Bãi Duối")))
    assert app.search.everything("ha vi").conferences == ()
    assert [hit.conference.id for hit in app.search.everything("bai duoi").conferences] == [years[1]]
    app.planning.remove(years[1])
    assert app.search.everything("bai duoi").conferences == ()


def test_a_filter_that_only_opinions_have_leaves_the_others_out(app: App, cid: str) -> None:
    app.live.add_turn(cid, Voice("Cao Thị Duyên", "bà", "thôn Phú Ấp"), topic="đường")
    assert app.search.everything("duong").records
    assert app.search.everything("duong", SearchFilters(conference_id=cid)).records
    assert app.search.everything("duong", SearchFilters(field="Giao thông")).records == ()


def test_one_hit_in_full_with_its_rounds(app: App, cid: str) -> None:
    rounds = (Round("", "ông Tuyển", "Chủ tịch", "Tháng 6 làm"), Round("Chậm quá", "", "", "Sẽ làm sớm"))
    opinion = app.live.save_item(cid, LiveItem(text="Xin làm đường", rounds=rounds))
    whole = app.search.whole(cid, opinion.id)
    assert whole is not None
    assert (whole[0].text, [one.text for one in whole[1]]) == ("Xin làm đường", ["Tháng 6 làm", "Sẽ làm sớm"])
    app.live.remove_opinion(cid, opinion.id)
    assert app.search.whole(cid, opinion.id) is None


def test_the_workbook_has_the_hits_in_their_order_ready_to_print(library: App) -> None:
    """G3, M8: A4 landscape, the head repeated, every hit of every conference once."""
    wanted = library.search.opinions("duong", order=SearchOrder.BY_NAME, limit=1000).rows
    data, count = library.search.workbook("duong", order=SearchOrder.BY_NAME)
    assert count == len(wanted)
    book = openpyxl.load_workbook(io.BytesIO(data))
    (sheet,) = book.worksheets
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$5:$5"
    assert [sheet.cell(row, 8).value for row in range(6, 6 + count)] == [row.text for row in wanted]
    assert [sheet.cell(row, 1).value for row in range(6, 6 + count)] == list(range(1, count + 1))
    assert "Xã Minh Khê 2026, 24/4/2026" in {sheet.cell(row, 4).value for row in range(6, 6 + count)}
    assert sheet.cell(3, 1).value == "Tìm: duong"
    assert library.search.workbook("duong", limit=3)[1] == 3
