"""What may lie beyond the commune's competence, and set phrases in a text (C6, M6)."""

from __future__ import annotations

import pytest

from dialogue_desktop.domain.competence import CompetenceBook, CompetenceHint, own_name
from dialogue_desktop.domain.phrases import Phrases, spoken

HINTS = (
    CompetenceHint(
        "dien", "Điện lực khu vực", ("trạm biến áp", "cột điện", "điện"), "Ngành điện", ("hỗ trợ tiền điện",)
    ),
    CompetenceHint("mo", "Sở Nông nghiệp và Môi trường", ("mỏ đá", "khoáng sản")),
    CompetenceHint("duong", "Sở Xây dựng", ("quốc lộ", "đường tỉnh")),
)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Trạm biến áp xóm Trại quá tải, cột điện nghiêng", ["Điện lực khu vực"]),
        ("tram bien ap qua tai, mo da no min", ["Điện lực khu vực", "Sở Nông nghiệp và Môi trường"]),
        ("Cột điện dọc QUỐC LỘ, đường tỉnh và quốc lộ ngập", ["Điện lực khu vực", "Sở Xây dựng"]),
        ("Mở đá ra khỏi đường", []),  # "mở đá" is not "mỏ đá"
        ("Hộ nghèo được hỗ trợ tiền điện không", []),
        ("Đường thôn lầy lội", []),
        ("", []),
    ],
)
def test_the_bodies_that_may_decide_the_likeliest_first(text: str, bodies: list[str]) -> None:
    assert [guess.body for guess in CompetenceBook(HINTS).guesses(text)] == bodies


def test_it_says_why() -> None:
    (guess,) = CompetenceBook(HINTS).guesses("Trạm biến áp yếu, cột điện gãy")
    assert (
        guess.sentence
        == "Có thể vượt thẩm quyền: Điện lực khu vực, vì có các từ: trạm biến áp, cột điện, điện"
    )
    assert (guess.why, guess.hint_id) == ("Ngành điện", "dien")


def test_a_body_has_the_name_that_this_office_uses() -> None:
    known = ("Sở Xây dựng", "Điện lực khu vực Đông Lâm", "Điện lực khu vực Đông Lâm và vùng phụ cận")
    assert own_name("Điện lực khu vực", known) == "Điện lực khu vực Đông Lâm"
    assert own_name("Sở Xây dựng", known) == "Sở Xây dựng"
    assert own_name("Sở Y tế", ()) == "Sở Y tế"


def test_the_longest_phrase_wins_and_taken_places_are_left() -> None:
    phrases = Phrases([("bảo hiểm", "a"), ("bảo hiểm y tế", "b"), ("y tế", "c"), ("", "d")])
    said = spoken("thẻ bảo hiểm y tế, trạm y tế")
    assert list(phrases.longest(said)) == [(1, 5, "b"), (6, 8, "c")]
    assert list(phrases.longest(said, taken=[1])) == [(3, 5, "c"), (6, 8, "c")]
    assert sorted(meaning for _, _, meaning in phrases.all(said)) == ["a", "b", "c", "c"]
    assert not phrases.any(spoken("đường"))
