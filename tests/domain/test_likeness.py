"""Opinions that say the same, and those that only look alike (C6)."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.alike_groups import candidates, pair, together
from dialogue_desktop.domain.likeness import Gist, GistReader, Likeness, Rarity, WordLore, likeness

LORE = WordLore(
    common=("đề nghị", "xin", "xã", "tôi", "thôn", "xóm", "cho", "của", "bị", "nhiều", "quá"),
    same=(("sửa", "vá", "tu sửa"), ("hỏng", "hư", "xuống cấp"), ("lợn", "heo")),
    place_kinds=("thôn", "xóm", "ngõ", "kênh", "cầu"),
    not_names=("Tết", "Nhà nước"),
    refusing=("đừng", "không đồng ý", "phản đối"),
    opposed=((("giữ",), ("dời",)),),
)
READER = GistReader(LORE)


def _spelled(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _alike(one: str, other: str, places: tuple[str, str] = ("", ""), field: float = 1.0) -> Likeness:
    gists = READER.read(one, places[0]), READER.read(other, places[1])
    return likeness(*gists, Rarity([*gists, *(READER.read(f"việc {n}") for n in range(20))]), _spelled, field)


def test_what_an_opinion_is_about() -> None:
    """Words that mean the same are one, common ones are none, names and numbered places stand apart."""
    gist = READER.read("Xin xã tu sửa đường thôn Đồng Vạn, ngõ 12 hư, từ trước Tết. Nhà nước lo cho 30 hộ.")
    assert set(gist.matter.values()) == {"tu sửa", "đường", "hư", "từ", "trước", "lo", "hộ"}
    assert {name.written for name in gist.names} == {"Đồng Vạn", "ngõ 12"}
    assert not gist.refuses
    assert READER.read("Phản đối dời chợ").refuses
    assert READER.read("Phản đối dời chợ").wishes == ((False, True),)
    assert READER.read("").matter == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thôn Hạ Vi mất điện", {"Hạ Vi"}),
        ("Đường hỏng. Kênh N4 cạn", {"Kênh N4"}),
        ("Cầu Ngòi gãy", {"Cầu Ngòi"}),
        ("Nhiều chỗ hỏng", set()),  # a capital that begins the sentence says nothing
        ("Qua cầu Ngòi", {"cầu Ngòi"}),
        ("Thẻ BHYT của H’Hen Niê", {"H’Hen Niê"}),
        ("ong thanh o xom dinh", set()),
        ("- Xe qua Bến Lở\n- Bụi", {"Bến Lở"}),
    ],
)
def test_names_are_known_by_their_capitals(text: str, names: set[str]) -> None:
    assert {name.written for name in READER.read(text).names} == names


def test_the_same_matter_in_the_same_place() -> None:
    found = _alike("Đề nghị vá đường xóm Bến hỏng nặng, lầy lội", "Đường ở xóm Bến hư nặng, lầy lội, xin sửa")
    assert found.alike
    assert found.common[0] == "xóm Bến"
    assert {"đường", "nặng", "hỏng"} <= set(found.common)


def test_without_accents_it_is_the_same() -> None:
    assert _alike("Đường xóm Bến hỏng nặng, lầy lội", "duong xom ben hong nang, lay loi").alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đường xóm Bến hỏng nặng, lầy lội", "Đường xóm Trại hỏng nặng, lầy lội"),
        ("Xin dời chợ Vường ra bãi mới", "Xin giữ chợ Vường, bãi mới xa"),
        ("Xin mở đường qua cánh Đồng Sâu", "Phản đối mở đường qua cánh Đồng Sâu"),
        ("Nước máy xóm Bến có cặn", "Loa xóm Bến rè đặc"),
    ],
)
def test_another_place_another_wish_another_matter(one: str, other: str) -> None:
    """C6: what looks alike and is not."""
    assert not _alike(one, other).alike


def test_two_thon_that_name_no_place_are_less_alike() -> None:
    text = "Đường lầy lội, ổ gà sâu, xe máy ngã"
    here = _alike(text, text, ("thôn Phú Ấp", "thôn Phú Ấp"))
    there = _alike(text, text, ("thôn Phú Ấp", "thôn Đồng Vạn"))
    assert there.share < here.share


_WORDS = "đường nước lợn heo sửa vá Đồng Vạn xóm Bến đừng giữ dời 12 . H’Hen".split()
_TEXT = st.lists(st.sampled_from(_WORDS), max_size=7).map(" ".join)


@given(_TEXT, _TEXT, st.floats(0, 1))
def test_likeness_is_the_same_from_both_sides(one: str, other: str, field: float) -> None:
    assert _alike(one, other, field=field).share == pytest.approx(_alike(other, one, field=field).share)


# --- groups


def _sure(*pairs: tuple[str, str]) -> dict[tuple[str, str], Likeness]:
    return {pair(*one): Likeness(0.9, ("đường",)) for one in pairs}


def test_pairs_become_groups() -> None:
    found = together(_sure(("a", "b"), ("b", "c"), ("a", "c"), ("x", "y")))
    assert [group.ids for group in found] == [("a", "b", "c"), ("x", "y")]
    assert found[0].common == ("đường",)


def test_a_chain_of_half_likenesses_is_not_one_group() -> None:
    """A like B and B like C is not enough when A and C have nothing in common."""
    likely = _sure(("a", "b")) | {("b", "c"): Likeness(0.6), ("a", "c"): Likeness(0.05)}
    assert [group.ids for group in together(likely)] == [("a", "b")]


def test_what_was_put_together_stays_and_what_was_kept_apart_never_meets() -> None:
    likely = _sure(("a", "b"), ("b", "c"), ("a", "c"))
    assert [g.ids for g in together(likely, apart={("a", "c")})] == [("a", "b")]
    joined = together(_sure(("b", "c"), ("a", "c")), joined=[("a", "b")])
    assert [group.ids for group in joined] == [("a", "b", "c")]
    assert together({}, joined=[("a", "b")]) == ()
    assert together(_sure(("b", "c"), ("a", "c")), joined=[("a", "b")], apart={("a", "c")}) == ()


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda p: p[0] < p[1]),
        st.floats(0, 1).map(Likeness),
        max_size=12,
    ),
    st.sets(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda p: p[0] < p[1]),
        max_size=4,
    ),
    st.randoms(),
)
def test_groups_do_not_depend_on_the_order_and_keep_what_is_apart(likely, apart, chance) -> None:
    shuffled = list(likely.items())
    chance.shuffle(shuffled)
    found = together(likely, apart=apart)
    assert found == together(dict(shuffled), apart=apart)
    members = [one for group in found for one in group.ids]
    assert len(members) == len(set(members))
    for group in found:
        assert len(group.ids) > 1
        assert not any((a, b) in apart for a in group.ids for b in group.ids)


@given(st.lists(_TEXT, max_size=8))
def test_no_pair_that_is_alike_is_overlooked_by_more_than_its_words(texts: list[str]) -> None:
    """Candidates come each once, in one order, and only where words are shared."""
    gists = {f"o{number}": READER.read(text) for number, text in enumerate(texts)}
    rarity = Rarity([*gists.values(), *(Gist() for _ in range(30))])
    found = list(candidates(gists, rarity))
    assert len(found) == len(set(found))
    for one, other in found:
        assert one < other
        assert gists[one].matter.keys() & gists[other].matter.keys()
