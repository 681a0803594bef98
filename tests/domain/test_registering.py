"""Who registered to speak, in which order, with which topic (L2)."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from dialogue_desktop.domain.records import Opinion, Records, Source, Turn, TurnState, Voice
from dialogue_desktop.domain.registering import opening, registered_turns, registrations

UONG = Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp")
ON = Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp")
QUYET = Voice("Đặng Văn Quyết", "ông", "thôn Đồng Vạn")


def _slip(number: int, voice: Voice, slip: str = "", **more: object) -> Opinion:
    values: dict[str, object] = {"source": Source.SLIP, "text": "Đường xấu.", **more}
    return Opinion(f"o{number}", number, voices=(voice,), slip_number=slip, **values)  # type: ignore[arg-type]


def test_slips_by_number_then_by_the_day_they_came() -> None:
    """L2: as registered; the number of a slip counts, however it is written."""
    records = Records(
        opinions=(
            _slip(1, UONG, "Phiếu số 31"),
            _slip(2, ON, received_on=date(2026, 4, 18)),
            _slip(3, QUYET, "DV-007"),
            _slip(4, Voice("Vũ Đình Ất", "ông", "thôn Đồng Vạn"), received_on=date(2026, 4, 15)),
        )
    )
    assert [one.opinion.id for one in registrations(records)] == ["o3", "o1", "o4", "o2"]


def test_nobody_is_offered_twice_and_nobody_without_a_name() -> None:
    """L2: one line for a person, none for who is in the queue or gave no name."""
    records = Records(
        turns=(
            Turn("t1", voice=Voice("nguyen duc uong", "", "thôn Phú Ấp")),
            Turn("t2", state=TurnState.WITHDRAWN, opinion_id="o5"),
        ),
        opinions=(
            _slip(1, UONG, "1"),
            _slip(2, ON, "2"),
            _slip(3, ON, "3", text="Nước yếu."),
            _slip(4, Voice(locality="thôn Đồng Vạn"), "4"),
            _slip(5, QUYET, "5"),
            _slip(6, Voice("Vũ Đình Ất", "ông"), "6", anonymous=True),
            _slip(7, Voice("Hà Văn Ứng", "ông"), source=Source.ONLINE, turn_id="t1"),
        ),
    )
    (only,) = registrations(records)
    assert (only.voice, only.opinion.id, only.count) == (ON, "o2", 2)


def test_turns_come_behind_those_who_wait() -> None:
    """L2: numbers and places go on, consent goes over, and the order is that of registering."""
    records = Records(
        turns=(Turn("t1", 4, 9.5, Voice("Lò Văn Ế", "ông")),),
        opinions=(
            _slip(1, UONG, "12", consent=True, field="Giao thông"),
            _slip(2, ON, "9", text="Đề nghị xem lại giá nước sinh hoạt, nhất là mùa khô."),
            _slip(3, QUYET, "10"),
        ),
    )
    ids = (f"new{n}" for n in count())
    first, second = registered_turns(records, ("o1", "o2", "gone"), 180, ids)
    assert (first.id, first.number, first.position, first.voice) == ("new0", 5, 10.5, ON)
    assert (first.topic, first.consent, first.opinion_id) == ("xem lại giá nước sinh hoạt", None, "o2")
    assert (second.number, second.position, second.topic) == (6, 11.5, "Giao thông")
    assert (second.consent, second.opinion_id, second.limit_seconds) == (True, "o1", 180)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Đề nghị sửa đường trục thôn, đoạn nhà văn hóa ra cầu Ngòi.", "sửa đường trục thôn"),
        (
            "Bà con đề nghị UBND xã xem xét hỗ trợ giống lúa cho hộ bị mất mùa",
            "UBND xã xem xét hỗ trợ giống lúa",
        ),
        ("Điện, nước", "Điện, nước"),
        ("  Nước\nyếu. ", "Nước yếu"),
        ("", ""),
    ],
)
def test_the_first_words_are_the_topic(text: str, topic: str) -> None:
    assert opening(text) == topic
