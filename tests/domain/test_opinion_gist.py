"""What an opinion asks, shortened only where a clause ends (L8)."""

from __future__ import annotations

import pytest

from dialogue_desktop.domain.opinion_gist import LONGEST, gist_of, shortened


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        (
            "Đề nghị UBND xã sớm sửa chữa đường trục thôn Phú Ấp, đoạn từ cổng làng ra cầu Ngòi.",
            "sửa chữa đường trục thôn Phú Ấp, đoạn từ cổng làng ra cầu Ngòi",
        ),
        ("Tôi xin đề nghị lãnh đạo xã quan tâm lắp thêm đèn đường ở ngõ 5", "lắp thêm đèn đường ở ngõ 5"),
        ("Nhân dân thôn Đồng Vạn đề nghị Công an xã tuần tra ban đêm", "Công an xã tuần tra ban đêm"),
        ("Đề nghị: Nạo vét mương N4 trước vụ chiêm", "nạo vét mương N4 trước vụ chiêm"),
        ("Kiến nghị các cấp, các ngành xem xét, sớm khắc phục ô nhiễm", "khắc phục ô nhiễm"),
        ("Đề nghị UBND xã Minh Khê sớm vá đường trục", "vá đường trục"),
        ("Đề nghị UBND tỉnh đầu tư đường vành đai", "UBND tỉnh đầu tư đường vành đai"),
        ("Đề nghị Ủy ban Mặt trận Tổ quốc xã giám sát", "Ủy ban Mặt trận Tổ quốc xã giám sát"),
        ("Đề nghị xã hội hóa việc lắp đèn", "xã hội hóa việc lắp đèn"),
        ("Thay mặt bà con xóm Đình, tôi kính đề nghị xã nạo vét mương N4", "nạo vét mương N4"),
    ],
)
def test_an_opinion_that_begins_with_its_wish_gives_the_wish(said: str, wish: str) -> None:
    gist = gist_of(said)
    assert (gist.words, gist.wish) == (wish, True)


@pytest.mark.parametrize(
    "said",
    [
        "Kênh tiêu ứ bèo nên mưa to là ngập lúa; đề nghị thủy nông cho vớt bèo và sửa cửa cống",
        "Tôi xin hỏi bao giờ xong đường trục?",
        "Đề nghị xem xét",
        "Đề nghị sửa ngõ nhà tôi và đề nghị thay nắp cống",
        "Tôi không đồng ý với đề nghị thu thêm tiền rác",
        "Bà con đã đề nghị nhiều lần mà đường vẫn chưa vá",
        "Đề nghị của bà con là giữ lại cây đa đầu làng",
        "Đề nghị vá đường trục. Đường hỏng đã hai năm",
    ],
)
def test_anything_else_is_quoted_as_it_was_said(said: str) -> None:
    """ "san gạt" alone would not say what; "tôi" in the mouth of the chair would be another person."""
    gist = gist_of(said)
    assert (gist.words, gist.wish) == (said, False)


def test_a_long_cause_leaves_room_for_the_wish() -> None:
    said = (
        "Đường liên thôn từ Đồng Vạn sang Phú Ấp mới làm một năm đã bong tróc, xe chở vật liệu đi qua nhiều, "
        "trời mưa nước đọng thành vũng sâu, trẻ con đi học hay ngã, bà con đã nói nhiều lần. "
        "Đề nghị kiểm tra chất lượng thi công."
    )
    words = gist_of(said).words
    assert words.startswith("Đường liên thôn từ Đồng Vạn sang Phú Ấp mới làm một năm đã bong tróc")
    assert words.endswith("; đề nghị kiểm tra chất lượng thi công")
    assert len(words) <= LONGEST


@pytest.mark.parametrize("longest", range(12, 120, 7))
def test_never_inside_a_word_or_a_name(longest: int) -> None:
    text = "đề nghị mời ông Nguyễn Thị Thanh Nguyệt trưởng thôn Thượng Vĩnh Ổn công khai các khoản đóng góp"
    kept = shortened(text, longest)
    words = kept.removesuffix("…").split()
    assert words == text.split()[: len(words)]
    behind = text.split()[len(words) :]
    assert not (behind and len(words) > 1 and words[-1][0].isupper() and behind[0][0].isupper())
