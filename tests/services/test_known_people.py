"""Names offered as they are typed (L2, C5, G3)."""

from __future__ import annotations

from dataclasses import replace
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.people_index import KnownPerson, PeopleIndex
from dialogue_desktop.domain.plan import Official
from dialogue_desktop.domain.records import Source, Voice
from dialogue_desktop.domain.search_words import plain_words
from dialogue_desktop.domain.text_vi import name_sort_key

PEOPLE = (
    KnownPerson("Nguyễn Văn Ánh", "ông", "thôn Phú Ấp"),
    KnownPerson("Nguyễn Thị Ân", "bà", "thôn Đồng Vạn", times=3),
    KnownPerson("Ân Văn Lịch", "ông", "thôn Phú Ấp"),
    KnownPerson("Y H’Bia Niê", "bà", "buôn Ea Tla"),
    KnownPerson("Đỗ Đức Đạt", "ông", "thôn Đồng Vạn"),
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("an", ["Nguyễn Thị Ân", "Nguyễn Văn Ánh", "Ân Văn Lịch"]),
        ("nguyen a", ["Nguyễn Thị Ân", "Nguyễn Văn Ánh"]),
        ("Nguyễn Văn Á", ["Nguyễn Văn Ánh"]),
        ("anh nguyen", ["Nguyễn Văn Ánh"]),
        ("d d d", ["Đỗ Đức Đạt"]),
        ("hb", ["Y H’Bia Niê"]),
        ("nie", ["Y H’Bia Niê"]),
        ("", []),
        ("  ", []),
        ("xuyến", []),
    ],
)
def test_any_word_of_the_name_and_given_names_first(typed: str, names: list[str]) -> None:
    assert [person.name for person in PeopleIndex(PEOPLE).suggest(typed)] == names


def test_people_of_the_thon_come_first() -> None:
    found = PeopleIndex(PEOPLE).suggest("an", locality="thôn Phú Ấp")
    assert [person.name for person in found] == ["Nguyễn Văn Ánh", "Nguyễn Thị Ân", "Ân Văn Lịch"]


_NAMES = st.lists(
    st.lists(
        st.sampled_from("Nguyễn Trần Văn Thị An Ân Anh Bình Đạt Dũng".split()), min_size=1, max_size=4
    ).map(" ".join),
    max_size=30,
)


@given(_NAMES, st.text(alphabet="nguyễntraàvaăhiđbd ", max_size=9), st.integers(1, 8))
def test_the_index_offers_what_a_scan_finds(names: list[str], typed: str, limit: int) -> None:
    """L2: nobody is missed, nobody offered who does not fit, never more than asked for."""
    people = [KnownPerson(name, locality=f"thôn {n}") for n, name in enumerate(names)]
    wanted = plain_words(typed)

    def fits(person: KnownPerson) -> bool:
        words = plain_words(person.name)
        return bool(wanted) and all(any(w.startswith(t) for w in words) for t in wanted)

    offered = PeopleIndex(people).suggest(typed, limit=limit)
    fitting = [person for person in people if fits(person)]
    assert len(offered) == min(limit, len(fitting))
    assert len(set(offered)) == len(offered)
    assert set(offered) <= set(fitting)


@given(_NAMES, st.sampled_from("a an ng van thi d nguyen a|an v".split()), st.integers(1, 30))
def test_the_order_is_that_of_a_list_sorted_by_hand(names: list[str], typed: str, limit: int) -> None:
    """L2: given names first, then the own thôn, then who was met most often, then the alphabet."""
    people = [
        KnownPerson(name, locality=f"thôn {n % 3}", times=1 + n * 7 % 4) for n, name in enumerate(names)
    ]
    wanted = plain_words(typed.replace("|", " "))
    offered = PeopleIndex(people).suggest(" ".join(wanted), locality="thôn 1", limit=limit)

    def rank(person: KnownPerson) -> tuple[object, ...]:
        given = plain_words(person.name)[-1].startswith(wanted[-1])
        there = person.locality == "thôn 1"
        return (not given, not there, -person.times, name_sort_key(person.name), person.locality)

    fitting = [
        one
        for one in people
        if all(any(word.startswith(w) for word in plain_words(one.name)) for w in wanted)
    ]
    assert [rank(one) for one in offered] == sorted(map(rank, fitting))[:limit]


def test_who_asked_spoke_or_holds_an_office_is_known(app: App, cid: str) -> None:
    item = LiveItem(
        source=Source.SLIP, text="Xin nước", rounds=(), voices=(Voice("Lò Thị Ế", "bà", "thôn Phú Ấp"),)
    )
    app.live.add_collected(cid, item)
    assert [p.shown for p in app.known_people.suggest("e")] == ["bà Lò Thị Ế"]
    # Written down after the names were read.
    app.live.add_turn(cid, Voice("Vi Văn Ủ", "ông", "thôn Đồng Vạn", "xóm Bến"))
    app.live.add_turn(cid, Voice("lo thi e", "", "thôn Phú Ấp", "xóm Đình"))
    assert [p.shown for p in app.known_people.suggest("vi u")] == ["ông Vi Văn Ủ"]
    (known,) = app.known_people.suggest("lò ế")
    assert (known.name, known.hamlet, known.times) == ("Lò Thị Ế", "xóm Đình", 2)
    plan = app.planning.plan(cid)
    official = Official("ct", "Đỗ Mạnh Tuyển", "Chủ tịch UBND xã")
    app.planning.save_plan(cid, replace(plan, officials=(official,)))
    assert [(p.name, p.office) for p in app.known_people.suggest("tuyen")] == [
        ("Đỗ Mạnh Tuyển", "Chủ tịch UBND xã")
    ]


def test_the_anonymous_and_those_put_away_are_not_offered(app: App, cid: str) -> None:
    """M2: a name that may not be told is not told here either."""
    voices = (Voice("Đinh Văn Đởm", "ông", "thôn Phú Ấp"),)
    opinion = app.live.add_collected(
        cid, LiveItem(source=Source.SLIP, text="Bị dọa", rounds=(), voices=voices)
    )
    assert app.known_people.suggest("dom")
    app.live.edit_opinion(cid, opinion.id, anonymous=True)
    assert app.known_people.suggest("dom") == ()
    app.live.edit_opinion(cid, opinion.id, anonymous=False)
    assert app.known_people.suggest("dom")
    app.planning.remove(cid)
    assert app.known_people.suggest("dom") == ()


def test_the_window_never_waits_for_the_names(app: App, cid: str) -> None:
    """L12: not read yet, or being read by another thread: nothing is said, and typing goes on."""
    app.live.add_turn(cid, Voice("Vi Văn Ủ", "ông", "thôn Đồng Vạn"))
    assert app.known_people.suggest_now("vi u") is None
    app.known_people.prepare()
    assert [p.name for p in app.known_people.suggest_now("vi u") or ()] == ["Vi Văn Ủ"]
    app.live.add_turn(cid, Voice("Vi Thị Ừng", "bà", "thôn Đồng Vạn"))
    assert [p.name for p in app.known_people.suggest_now("vi") or ()] == ["Vi Văn Ủ", "Vi Thị Ừng"]
    # A slip that is entered leaves what was read as it is.
    item = LiveItem(source=Source.SLIP, text="Xin cống", rounds=(), voices=(Voice("Vi Văn Ứ", "ông"),))
    app.live.add_collected(cid, item)
    assert len(app.known_people.suggest_now("vi") or ()) == 3
    holding, done = Event(), Event()

    def read_long() -> None:
        with app.known_people._lock:
            holding.set()
            done.wait(20)

    reader = Thread(target=read_long)
    reader.start()
    assert holding.wait(20)
    assert app.known_people.suggest_now("vi u") is None
    done.set()
    reader.join()
    assert app.known_people.suggest_now("vi u")
