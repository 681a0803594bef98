"""What is known of opinions from the start: enough, our own words, fitting the shipped lists (C6)."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from dialogue_desktop import lists, sorting_data
from dialogue_desktop.domain.competence import CompetenceBook
from dialogue_desktop.domain.field_topics import homes
from dialogue_desktop.domain.search_words import plain_words, words
from dialogue_desktop.resource_files import ResourceError
from tests.seed_overlap import ROOT, copied

FOLDER = ROOT / "resources" / "sorting"
FILES = [*sorted(FOLDER.glob("*.json")), *sorted((ROOT / "tests" / "benchmarks").glob("*.json"))]


@pytest.fixture(scope="module")
def data() -> sorting_data.SortingData:
    return sorting_data.load(FOLDER)


@pytest.fixture(scope="module")
def office() -> lists.OfficeLists:
    return lists.load(ROOT / "resources" / "lists")


def test_every_file_is_read(data: sorting_data.SortingData) -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == {"topics", "competence_hints", "same_words"}
    assert all((data.topics, data.competence_hints, data.same_words.same))


def test_each_of_the_twelve_fields_has_its_examples(
    data: sorting_data.SortingData, office: lists.OfficeLists
) -> None:
    """C6: at least 30 opinions for each shipped field, none twice, none in two topics."""
    home = homes(office.fields, data.topics)
    assert set(home) == {topic.id for topic in data.topics}
    counts = Counter(home[topic.id] for topic in data.topics for _ in topic.examples)
    assert set(counts) == set(office.fields) - {"Khác"}
    assert min(counts.values()) >= 30
    said = [" ".join(plain_words(example)) for topic in data.topics for example in topic.examples]
    assert len(said) == len(set(said)) >= 360


def test_examples_are_said_in_many_ways(data: sorting_data.SortingData) -> None:
    """C6: without accents, short and long, from north, middle and south."""
    examples = [example for topic in data.topics for example in topic.examples]
    bare = [example for example in examples if not any(words(example).exact)]
    lengths = sorted(len(plain_words(example)) for example in examples)
    assert len(bare) >= 30
    assert (lengths[0] <= 12, lengths[-1] >= 70) == (True, True)
    for word in ("tui", "hông", "rứa", "mô", "răng", "giời", "hổng", "bhyt", "ko"):
        assert any(word in words_of(example) for example in examples), word


def words_of(text: str) -> set[str]:
    return set("".join(c if c.isalnum() else " " for c in text.lower()).split())


def test_the_sets_for_measuring_share_nothing_with_what_is_learned(data: sorting_data.SortingData) -> None:
    """C6: a figure measured on what was learned would say nothing."""
    learned = {" ".join(plain_words(e)) for topic in data.topics for e in topic.examples}
    sample = json.loads((ROOT / "resources/samples/minh_khe_2026.json").read_text(encoding="utf-8"))
    unseen = json.loads((ROOT / "tests/benchmarks/unseen_opinions.json").read_text(encoding="utf-8"))
    texts = [o["text"] for o in sample["records"]["opinions"]] + [one["text"] for one in unseen]
    assert not learned & {" ".join(plain_words(text)) for text in texts}
    assert {one["topic"] for one in unseen} <= {topic.id for topic in data.topics}


def test_the_pairs_are_enough_and_hard() -> None:
    """C6: at least 120, of every kind of false likeness some."""
    pairs = json.loads((ROOT / "tests/benchmarks/alike_pairs.json").read_text(encoding="utf-8"))
    kinds = Counter(pair["kind"] for pair in pairs)
    assert len(pairs) >= 120
    assert kinds["giống"] >= 50
    assert all(kinds[kind] >= 10 for kind in ("khác nơi", "khác việc", "trái ý", "khác mặt", "chung chung"))
    assert all(pair["alike"] == (pair["kind"] == "giống") for pair in pairs)


def test_hints_name_bodies_that_are_offered(
    data: sorting_data.SortingData, office: lists.OfficeLists
) -> None:
    """M6: a suggested body can be chosen from the list; after the two-tier reform none is of a huyện."""
    bodies = {hint.body for hint in data.competence_hints}
    assert bodies <= set(office.receiving_bodies)
    assert not any("huyện" in f"{hint.body} {hint.why}".lower() for hint in data.competence_hints)
    ids = [hint.id for hint in data.competence_hints]
    assert len(ids) == len(set(ids))
    assert all(hint.why and hint.words for hint in data.competence_hints)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Trạm biến áp xóm Đồi quá tải, tối nào cũng sụt áp", "Điện lực khu vực"),
        ("Đường tỉnh đi qua chợ ngập sâu", "Sở Xây dựng"),
        ("Đoạn quốc lộ trước cổng trường không có vạch sang đường", "Sở Xây dựng"),
        ("Thẻ bảo hiểm y tế sai năm sinh", "Bảo hiểm xã hội khu vực"),
        ("Bao giờ trả lại đất quốc phòng cho dân", "Bộ Chỉ huy Quân sự tỉnh"),
        ("Giá đền bù thấp hơn thị trường", "Ủy ban nhân dân tỉnh"),
        ("Mỏ đá nổ mìn nứt nhà", "Sở Nông nghiệp và Môi trường"),
        ("Trường cấp 3 xa quá, lấy điểm chuẩn cao", "Sở Giáo dục và Đào tạo"),
        ("Bản không có sóng điện thoại", "Doanh nghiệp viễn thông"),
        ("Anh em chia thừa kế không xong", "Tòa án nhân dân khu vực"),
    ],
)
def test_the_usual_matters_beyond_a_commune_are_known(
    data: sorting_data.SortingData, text: str, body: str
) -> None:
    assert CompetenceBook(data.competence_hints).guesses(text)[0].body == body


@pytest.mark.parametrize(
    "text",
    [
        "Đường thôn lầy lội, xin rải đá",
        "Nhà văn hóa thiếu ghế",
        "Cán bộ một cửa hẹn nhiều lần",
        "Rác nửa tháng chưa thu",
        "Chó thả rông cắn người",
    ],
)
def test_what_a_commune_decides_itself_gets_no_hint(data: sorting_data.SortingData, text: str) -> None:
    assert CompetenceBook(data.competence_hints).guesses(text) == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_texts_are_nfc_and_our_own(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", raw)
    assert copied(path) == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"topics\.json"):
        sorting_data.load(tmp_path)
