"""The posted copy leaves out what may not be published (M2, standards §6)."""

from __future__ import annotations

import pytest

from dialogue_desktop.domain.privacy import MASKED_NUMBER, mask_numbers, posted
from dialogue_desktop.domain.records import Answer, Opinion, Records, Voice

UONG = Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp", "xóm Đình")


def _posted(opinion: Opinion, *answers: Answer) -> tuple[Opinion, tuple[Answer, ...], tuple[str, ...]]:
    fit = posted(Records(opinions=(opinion,), answers=answers))
    return fit.records.opinions[0], fit.records.answers, fit.masked


@pytest.mark.parametrize(("consent", "name"), [(True, "Nguyễn Đức Ưởng"), (False, ""), (None, "")])
def test_a_name_needs_consent_and_silence_is_none(consent: bool | None, name: str) -> None:
    opinion, _, masked = _posted(Opinion("o", 3, text="Đường xấu", voices=(UONG,), consent=consent))
    assert opinion.voices == (Voice(name, "ông" if name else "", "thôn Phú Ấp"),)
    assert ("Tên ông Nguyễn Đức Ưởng (ý kiến số 3)" in masked) is not bool(name)
    assert "Địa chỉ xóm Đình (ý kiến số 3)" in masked


@pytest.mark.parametrize(
    "said",
    ["0912345678", "0912.345.678", "091 234 5678", "+84912345678", "024 3825 1234", "038082001234"],
)
def test_numbers_of_telephone_and_identity_are_masked(said: str) -> None:
    assert mask_numbers(f"Gọi tôi số {said} nhé") == (f"Gọi tôi số {MASKED_NUMBER} nhé", 1)


@pytest.mark.parametrize(
    "said",
    ["1.150.000.000 đồng", "ngày 24/4/2026", "0,5 m", "500000 đồng", "Nghị quyết 08/NQ-HĐND", "02 bản"],
)
def test_other_numbers_stay(said: str) -> None:
    assert mask_numbers(said) == (said, 0)


def test_what_the_secretary_withholds_goes_with_its_answers() -> None:
    opinion, answers, masked = _posted(
        Opinion("o", 1, text="Ông A ăn tiền", voices=(UONG,), consent=True, withheld=True),
        Answer("a", "o", 1, text="Đã nhắc nhở"),
    )
    assert (opinion.text, answers) == ("", ())
    assert "Nội dung ý kiến số 1" in masked


def test_an_answer_gives_no_number_away() -> None:
    _, answers, masked = _posted(
        Opinion("o", 1, text="x"), Answer("a", "o", 1, "Số tôi 0912345678", text="Gọi 0912 345 678")
    )
    assert (answers[0].follow_up, answers[0].text) == (f"Số tôi {MASKED_NUMBER}", f"Gọi {MASKED_NUMBER}")
    assert masked == ("2 số điện thoại hoặc số định danh trong lời phát biểu",)
