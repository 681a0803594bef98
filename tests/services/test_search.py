"""Searching over all conferences: accents or not, as typed, filtered, in order (G3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.opinion_state import OpinionState
from dialogue_desktop.domain.plan import Issuer, TimeKind, TimePlan
from dialogue_desktop.domain.records import Conclusion, Outcome, RecordKind, Source, Voice
from dialogue_desktop.domain.search import SearchFilters, SearchOrder
from dialogue_desktop.domain.search_words import Words, plain_words, words
from dialogue_desktop.domain.text_vi import name_sort_key

TEXTS = (
    "Đường Đồng Vạn ra cầu Ngòi lầy lội, đề nghị rải đá",
    "Điện yếu, đương nhiên bơm không lên, ở xóm Đồng",
    "Duong vao nghia trang ngap, xin nang cao",
    "Đường ống nước vỡ ở chợ Vườn",
    "Hoà giải tranh chấp đất với nhà ông Đồng",
    "Hòa lưới điện mặt trời mái nhà",
    "Bà con H’Hen, Y Bhiêt xin lớp xóa mù chữ",
    "Trạm bơm số 20 cháy",
)


def _add(app: App, cid: str, text: str, name: str = "Lê Thị Ổn", **facts: object) -> str:
    item = LiveItem(
        text=text, source=Source.SLIP, voices=(Voice(name, "bà", "thôn Phú Ấp"),), rounds=(), **facts  # type: ignore[arg-type]
    )  # fmt: skip
    return app.live.save_item(cid, item).id


@pytest.fixture
def ids(app: App, cid: str) -> list[str]:
    return [_add(app, cid, text) for text in TEXTS]


def _texts(app: App, query: str, filters: SearchFilters | None = None) -> list[str]:
    return [row.text for row in app.search.opinions(query, filters or SearchFilters()).rows]


@pytest.mark.usefixtures("ids")
def test_words_without_accents_find_those_with_and_the_other_way(app: App) -> None:
    """G3: "duong dong van" finds "đường Đồng Vạn", and what was typed without accents is found with them."""
    assert _texts(app, "duong dong van") == [TEXTS[0]]
    assert _texts(app, "ĐƯỜNG VÀO nghĩa trang") == [TEXTS[2]]
    assert _texts(app, "vạn đồng ĐƯỜNG ") == [TEXTS[0]]
    assert _texts(app, "hhen bhiet") == [TEXTS[6]]
    assert _texts(app, "không có chữ này") == []


@pytest.mark.usefixtures("ids")
def test_what_is_written_the_same_comes_first(app: App) -> None:
    """G3: of a query with accents the exact hits, then the others, each newest first."""
    page = app.search.opinions("đường ")
    assert [(row.text[:10], row.exact) for row in page.rows] == [
        ("Đường ống ", True),
        ("Đường Đồng", True),
        ("Duong vao ", False),
        ("Điện yếu, ", False),
    ]
    assert [row.exact for row in app.search.opinions("duong ").rows] == [False] * 4
    # "hòa" and "hoà" are one word, written in two ways.
    assert [row.exact for row in app.search.opinions("hòa ").rows] == [True, True]


@pytest.mark.usefixtures("ids")
def test_every_key_narrows_and_never_loses_the_one_that_is_meant(app: App) -> None:
    """G3: typed as UniKey types it: letters first, the tone last."""
    typed = ("đ", "đươ", "đương", "đường", "đường ", "đường đ", "đường đô", "đường đồng", "đường đồng v")
    before = len(TEXTS) + 1
    for query in typed:
        found = _texts(app, query)
        assert TEXTS[0] in found, query
        assert len(found) <= before
        before = len(found)
    assert _texts(app, "đường đồng v")[0] == TEXTS[0]


@pytest.mark.usefixtures("ids")
def test_the_words_are_marked_where_they_stand(app: App) -> None:
    (row,) = app.search.opinions("cau ng").rows
    assert [row.text[a : a + n] for a, n in row.marks] == ["cầu", "Ng", "ng"]
    (row,) = app.search.opinions("hhen ").rows
    assert [row.text[a : a + n] for a, n in row.marks] == ["H’Hen"]


def test_words_of_the_answer_are_shown_with_the_hit(app: App, cid: str) -> None:
    """G3: found by what was answered or prepared; the row says where."""
    answered = LiveItem(
        text="Xin làm cầu", rounds=(Round("", "ông Tuyển", "", "Giao Phòng Kinh tế khảo sát"),)
    )
    app.live.save_item(cid, answered)
    prepared = app.live.save_item(
        cid, LiveItem(text="Xin làm đường", rounds=()), prepared_answer="Chờ vốn tỉnh"
    )
    (row,) = app.search.opinions("lam khao sat").rows
    assert (row.text, row.answer) == ("Xin làm cầu", "Giao Phòng Kinh tế khảo sát")
    (row,) = app.search.opinions("vốn tỉnh").rows
    assert (row.id, row.answer, row.marks) == (prepared.id, "Chờ vốn tỉnh", ())
    assert app.search.opinions("xin lam duong ").rows[0].answer == ""


def test_filters_are_exact_and_can_be_combined(app: App, cid: str) -> None:
    """C5, C7: each on its own, the missing value too, and with words."""
    road = _add(app, cid, "Đường lầy", field="Giao thông", unit="Phòng Kinh tế", outcome=Outcome.WRITTEN)
    power = _add(app, cid, "Điện yếu", field="Điện", outcome=Outcome.ANSWERED)
    bare = app.live.save_item(cid, LiveItem(text="Đường tối", source=Source.HALL, rounds=())).id
    app.live.edit_opinion(cid, power, prepared_answer="Đã có trạm mới", beyond_competence=True)

    def found(query: str = "", **wanted: object) -> set[str]:
        page = app.search.opinions(query, SearchFilters(**wanted))  # type: ignore[arg-type]
        assert app.search.count(query, SearchFilters(**wanted)) == len(page.rows)  # type: ignore[arg-type]
        return {row.id for row in page.rows}

    assert found() == {road, power, bare}
    assert found(field="Giao thông") == {road}
    assert found(field="giao thông") == set()
    assert found(field="") == {bare}
    assert found(locality="thôn Phú Ấp") == {road, power}
    assert found(locality="") == {bare}
    assert found(source=Source.HALL) == {bare}
    assert found(outcome=Outcome.WRITTEN) == found(state=OpinionState.OWED) == {road}
    assert found(state=OpinionState.UNANSWERED) == {bare}
    assert found(unit="Phòng Kinh tế") == {road}
    assert found(has_answer=True) == found(beyond_competence=True) == {power}
    assert found(has_answer=False) == {road, bare}
    assert found("duong", conference_id=cid) == {road, bare}
    assert found("duong", conference_id="khac") == set()
    assert found("duong", locality="thôn Phú Ấp", state=OpinionState.OWED) == {road}


def test_given_names_first(app: App, cid: str) -> None:
    """G3: as lists of people are ordered: Dũng after Dung, Ánh before Ân; the nameless last."""
    names = ("Trần Văn Dũng", "Lê Thị Dung", "Phạm Ân", "Vũ Thị Ánh", "Nguyễn Đức An", "Bùi Văn An")
    for name in names:
        _add(app, cid, "Xin nước sạch", name)
    app.live.save_item(cid, LiveItem(text="Xin nước sạch", rounds=()))
    rows = app.search.opinions("nuoc", order=SearchOrder.BY_NAME).rows
    assert [row.voices[0].name for row in rows[:-1]] == sorted(names, key=name_sort_key)
    assert rows[-1].voices == ()
    assert app.search.opinions("", order=SearchOrder.BY_NAME).rows == tuple(
        replace(row, marks=()) for row in rows
    )


def test_the_newest_first_and_no_more_than_asked_for(app: App, cid: str) -> None:
    for number in range(7):
        _add(app, cid, f"Ý kiến thứ {number}")
    page = app.search.opinions("y kien", limit=5)
    assert [row.text for row in page.rows] == [f"Ý kiến thứ {n}" for n in (6, 5, 4, 3, 2)]
    assert page.more
    assert not app.search.opinions("y kien", limit=7).more
    assert [row.text for row in app.search.opinions("", limit=2).rows] == ["Ý kiến thứ 6", "Ý kiến thứ 5"]


def test_over_all_conferences_but_those_put_away(app: App, cid: str) -> None:
    other = app.planning.create(issuer=Issuer(name="Hạ Vi"))
    plan = app.planning.plan(other)
    app.planning.save_plan(other, replace(plan, time=TimePlan(TimeKind.EXACT, date(2025, 4, 1))))
    here, there = _add(app, cid, "Cầu Ngòi gãy"), _add(app, other, "Cầu Tre gãy")
    assert [row.id for row in app.search.opinions("cầu gãy").rows] == [there, here]
    held = app.search.opinions("cau", order=SearchOrder.AS_HELD).rows
    assert [(row.conference.id, row.conference.day) for row in held] == [
        (cid, date(2026, 4, 24)),
        (other, date(2025, 4, 1)),
    ]
    app.planning.remove(other)
    assert [row.id for row in app.search.opinions("cầu gãy").rows] == [here]
    assert [row.id for row in app.search.opinions("").rows] == [here]
    assert app.search.everything("gay").records == ()
    app.planning.restore(other)
    assert len(app.search.opinions("cầu gãy").rows) == 2


def test_speakers_conclusions_invited_people_and_conferences_are_found_too(app: App, cid: str) -> None:
    """G3: everything."""
    app.live.add_turn(cid, Voice("Cao Thị Duyên", "bà", "thôn Phú Ấp"), topic="lớp mẫu giáo")
    app.live.set_conclusions(
        cid, [Conclusion("", 0, "Mở lớp mẫu giáo ở Phú Ấp trước 30/6", unit="Phòng Văn hóa")]
    )
    found = app.search.everything("phu ap")
    assert {(row.kind, row.heading) for row in found.records} == {
        (RecordKind.TURN, "Người phát biểu số 1"),
        (RecordKind.CONCLUSION, "Kết luận của chủ trì"),
    }
    (conclusion,) = (row for row in found.records if row.kind is RecordKind.CONCLUSION)
    assert [conclusion.text[a : a + n] for a, n in conclusion.marks] == ["Phú", "Ấp"]
    assert [hit.conference.id for hit in found.conferences] == [cid]
    assert (
        app.search.everything("duyen mau giao").records[0].text
        == "bà Cao Thị Duyên, thôn Phú Ấp. lớp mẫu giáo"
    )
    nothing = app.search.everything("")
    assert (nothing.records, nothing.conferences) == ((), ())


@pytest.mark.parametrize(
    "query", ['"', "*", "AND", "NOT đường", "a:b", "(", "-", "^đường", "NEAR(a b)", "'; DROP"]
)
def test_signs_of_the_index_are_only_letters_here(app: App, cid: str, query: str) -> None:
    """G5: whatever is typed is a search for words."""
    _add(app, cid, "Đường lầy")
    wanted = set(plain_words(query)[:-1])
    hits = app.search.opinions(query).rows
    assert all(wanted <= set(plain_words(row.text)) for row in hits)


_WORDS = st.sampled_from(
    "đường duong đương dương Đồng dong cầu cau cậu ở o nước nuoc 漢字 H’Hen hen ²m gà".split()
)
_LINE = st.lists(_WORDS, min_size=1, max_size=5).map(" ".join)


@pytest.fixture(scope="module")
def shared() -> Iterator[tuple[App, str]]:
    with TemporaryDirectory() as folder:
        app = build(Path(folder), device="may-1")
        yield app, app.planning.create(issuer=Issuer(name="Minh Khê"))
        app.close()


@given(text=_LINE, answer=_LINE, query=_LINE, cut=st.integers(0, 5), space=st.booleans())
def test_the_index_finds_what_a_scan_of_the_folded_words_finds(
    shared: tuple[App, str], text: str, answer: str, query: str, cut: int, space: bool
) -> None:
    """G3: the same opinions, and exact ones are exact; over all that was written in the examples before."""
    app, cid = shared
    query = query[: max(1, len(query) - cut)] + (" " if space else "")
    app.live.save_item(cid, LiveItem(text=text, rounds=(Round(text=answer),)))
    records = app.live.records(cid)
    wanted, open_end = words(query), not query[-1:].isspace()

    def plainly(there: Words) -> bool:
        last = len(wanted.plain) - 1
        return all(
            any(w.startswith(p) if open_end and n == last else w == p for w in there.plain)
            for n, p in enumerate(wanted.plain)
        )

    def exactly(there: Words, *, begun: bool) -> bool:
        last = len(wanted.exact) - 1
        asked = [
            (n, e) for n, e in enumerate(wanted.exact) if e and not (open_end and n == last and e[0] == "0")
        ]
        return bool(asked) and all(
            any(w.startswith(e) if begun and open_end and n == last else w == e for w in there.exact)
            for n, e in asked
        )

    said = {
        opinion.id: words(
            " ".join([str(opinion.number), opinion.text, *(a.text for a in records.answers_of(opinion.id))])
        )
        for opinion in records.opinions
    }
    found = {opinion_id for opinion_id, there in said.items() if plainly(there)}
    # The last word as it stands comes first; only where nobody wrote just that, what begins with it.
    same = {one for one in found if exactly(said[one], begun=False)} or {
        one for one in found if exactly(said[one], begun=True)
    }
    expected = {one: one in same for one in found}
    page = app.search.opinions(query, limit=10_000)
    assert {row.id: row.exact for row in page.rows} == expected
    assert [row.exact for row in page.rows] == sorted((row.exact for row in page.rows), reverse=True)
