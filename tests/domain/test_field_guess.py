"""The field guessed from the words: learned, forgotten, explained, silent when unsure (C6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.field_guess import FieldModel, features
from dialogue_desktop.domain.field_topics import Topic, field_like, homes, is_rest, ready_model

ROAD, WATER, SCHOOL = "Giao thông", "Nước sinh hoạt", "Giáo dục"
SAID = (
    (ROAD, "Đường trục thôn ổ gà, lầy lội, xe tải chạy nát đường"),
    (ROAD, "Cầu gãy lan can, đường vào xóm hẹp, ổ gà, xe không tránh nhau được"),
    (ROAD, "Xin vá ổ gà trên đường liên thôn"),
    (WATER, "Nước máy đục, có cặn, đồng hồ nước chạy sai"),
    (WATER, "Giếng khoan nhiễm phèn, xin đường ống nước sạch"),
    (WATER, "Nước yếu, không lên được bể"),
    (SCHOOL, "Trường mầm non thiếu phòng học, lớp đông"),
    (SCHOOL, "Học phí và các khoản thu đầu năm của trường"),
    (SCHOOL, "Trường dột, học sinh ướt hết sách"),
)
_TEXT = st.lists(
    st.sampled_from("đường duong nước trường ổ gà lớp 12 xe học ống ỷ 漢 , .".split()), max_size=8
).map(" ".join)


@pytest.fixture
def model() -> FieldModel:
    taught = FieldModel()
    for field, text in SAID:
        taught.learn(field, text)
    return taught


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Đường xóm tôi nhiều ổ gà quá", ROAD),
        ("duong nhieu o ga, xe tai nat duong", ROAD),
        ("Nước máy có cặn vàng", WATER),
        ("lop dong, truong thieu phong hoc", SCHOOL),
    ],
)
def test_the_likeliest_field_with_or_without_accents(model: FieldModel, text: str, field: str) -> None:
    guess = model.guess(text)
    assert guess is not None
    assert guess.field == field == model.rank(text)[0][0]
    assert 0.6 <= guess.confidence <= 1


def test_the_reason_is_words_of_the_text_as_they_stand_there(model: FieldModel) -> None:
    """C6: "vì có các từ: …"; what was counted only once or twice is no reason."""
    guess = model.guess("Nhà em ở cuối đường, Ổ GÀ nhiều, đường lầy")
    assert guess is not None
    assert guess.because == ("ổ gà",)
    assert guess.reason == "vì có các từ: ổ gà"
    plain = model.guess("cuoi duong nhieu o ga, duong lay")
    assert plain is not None
    assert plain.because == ("o ga",)


@pytest.mark.parametrize("text", ["", "  ", "…", "Karaoke ầm ĩ", "12 345"])
def test_what_it_knows_nothing_of_gets_no_guess(model: FieldModel, text: str) -> None:
    assert model.guess(text) is None


def test_it_keeps_silent_when_two_fields_are_as_likely(model: FieldModel) -> None:
    text = "Đường vào trường"
    unsure = model.guess(text, silent_below=0)
    assert unsure is not None
    assert model.guess(text, silent_below=unsure.confidence + 0.001) is None
    assert FieldModel().guess(text) is None


def test_a_correction_counts_at_once(model: FieldModel) -> None:
    text = "Loa kéo hát quá khuya"
    assert model.guess(text) is None
    model.learn("An ninh", text)
    assert model.rank("Hàng xóm mở loa kéo")[0][0] == "An ninh"
    model.forget("An ninh", text)
    model.learn("Văn hóa", text)
    assert model.rank("Hàng xóm mở loa kéo")[0][0] == "Văn hóa"


@given(
    st.lists(st.tuples(st.sampled_from([ROAD, WATER]), _TEXT, st.integers(1, 3)), max_size=6),
    st.sampled_from([ROAD, WATER, SCHOOL]),
    _TEXT,
    st.integers(1, 3),
)
def test_learning_and_forgetting_leave_nothing(
    before: list[tuple[str, str, int]], field: str, text: str, weight: int
) -> None:
    model, same = FieldModel(), FieldModel()
    for one in before:
        model.learn(*one)
        same.learn(*one)
    model.learn(field, text, weight)
    model.forget(field, text, weight)
    assert model == same
    assert (model.fields(), model.rank(text), model.guess(text)) == (
        same.fields(),
        same.rank(text),
        same.guess(text),
    )


@given(st.lists(st.tuples(st.sampled_from([ROAD, WATER, SCHOOL]), _TEXT), max_size=8), st.randoms(), _TEXT)
def test_the_order_of_learning_does_not_matter(said, chance, text: str) -> None:
    one, other = FieldModel(), FieldModel()
    shuffled = list(said)
    chance.shuffle(shuffled)
    for field, spoken in said:
        one.learn(field, spoken)
    for field, spoken in shuffled:
        other.learn(field, spoken)
    assert one == other
    assert dict(one.rank(text)) == pytest.approx(dict(other.rank(text)))


@given(st.text(max_size=80))
def test_shares_are_shares(text: str) -> None:
    model = FieldModel()
    for field, said in SAID:
        model.learn(field, said)
    shares = model.shares(text)
    assert not shares or sum(shares.values()) == pytest.approx(1)
    assert (not shares) == (not any(model.rank(text)))


def test_numbers_and_signs_are_no_features() -> None:
    assert features("Xe 20 tấn, 3 chuyến") == features("Xe tấn chuyến")
    assert features("123 ... !") == set()


# --- which of the office's fields takes a topic


TOPICS = (
    Topic(
        "giao_thong", ("giao thông", "đường sá"), ("hạ tầng", "kinh tế"), ("ổ gà", "cầu"), ("Đường lầy lội",)
    ),
    Topic("thuy_loi", ("thủy lợi",), ("nông nghiệp", "giao thông"), ("mương", "kênh")),
    Topic("nuoc", ("nước sạch", "nước sinh hoạt"), ("điện nước",), ("giếng",)),
    Topic("van_hoa", ("văn hóa",), ("văn hóa xã hội",), ("đình làng",)),
    Topic("an_sinh", ("chính sách xã hội",), ("xã hội",), ("hộ nghèo",)),
)


@pytest.mark.parametrize(
    ("fields", "taken"),
    [
        (
            ("Giao thông, thủy lợi", "Nước sạch", "Khác"),
            {"giao_thong": "Giao thông, thủy lợi", "thuy_loi": "Giao thông, thủy lợi", "nuoc": "Nước sạch"},
        ),
        (
            ("Đường sá và cầu cống", "NÔNG NGHIỆP"),
            {"giao_thong": "Đường sá và cầu cống", "thuy_loi": "NÔNG NGHIỆP"},
        ),
        (
            ("Kinh tế", "Văn hóa - Xã hội"),
            {"giao_thong": "Kinh tế", "van_hoa": "Văn hóa - Xã hội", "an_sinh": "Văn hóa - Xã hội"},
        ),
        (("Nước sinh hoạt", "Nước sạch"), {"nuoc": "Nước sinh hoạt"}),
        (("Khác", "Việc khác"), {}),
        ((), {}),
    ],
)
def test_each_topic_finds_its_field_by_name(fields: tuple[str, ...], taken: dict[str, str]) -> None:
    """C6: the office may rename, join and split fields; accents and case do not matter."""
    assert homes(fields, TOPICS) == taken


def test_a_renamed_list_still_learns_from_what_was_sorted_under_the_old_one() -> None:
    now = ("Đường sá", "Nước sạch", "Khác")
    assert field_like("duong sa", now, TOPICS) == "Đường sá"
    assert field_like("Giao thông", now, TOPICS) == "Đường sá"
    assert field_like("Giao thông, nước sạch", now, TOPICS) == ""
    assert field_like("Chợ búa", now, TOPICS) == ""


def test_a_new_field_is_learned_from_what_was_sorted_into_it() -> None:
    fields = ("Giao thông", "Chợ, thương mại", "Khác")
    model = ready_model(fields, TOPICS)
    assert set(model.fields()) == {"Giao thông"}
    model.learn("Chợ, thương mại", "Ki-ốt chợ dột, tiểu thương không bán được")
    guess = model.guess("Tiểu thương ở chợ kêu ki-ốt dột")
    assert guess is not None
    assert guess.field == "Chợ, thương mại"


@pytest.mark.parametrize("name", ["Khác", "khac", "Lĩnh vực khác", "", " – "])
def test_the_rest_is_no_field_to_learn(name: str) -> None:
    assert is_rest(name)
    assert not is_rest("Văn hóa khác")
