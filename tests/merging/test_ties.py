"""Joint answers of two laptops meet: never a chain, never a circle, nobody's answer lost (L3, L11)."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.journal import ALIVE, State
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.merge_ties import tie_writes
from dialogue_desktop.domain.records import Opinion, Outcome, RecordKind
from tests.merging.laptops import Laptop

IDS = "abcdefg"


def _state(ties: dict[str, str], gone: set[str]) -> State:
    return {
        (RecordKind.OPINION, one): {ALIVE: one not in gone, "answered_with": ties.get(one, "")} for one in IDS
    }


def _age(one: str) -> tuple[int, str, str, str]:
    return (IDS.index(one), "", "", one)


@given(st.dictionaries(st.sampled_from(IDS), st.sampled_from(IDS)), st.sets(st.sampled_from(IDS), max_size=3))
def test_whatever_ties_meet_they_end_without_chain_or_circle(ties: dict[str, str], gone: set[str]) -> None:
    """Every tie that led to an answer leads there still, directly; doing it again changes nothing."""
    state = _state(ties, gone)
    before = {one: ties.get(one, "") for one in IDS if one not in gone}
    for one, name, value in list(tie_writes(state, (), _age)):
        state[(RecordKind.OPINION, one)][name] = value
    after = {one: str(state[(RecordKind.OPINION, one)]["answered_with"]) for one in before}
    assert not [one for one, lead in after.items() if after.get(lead) in after]
    assert not [one for one, lead in after.items() if one == lead]
    for one, lead in before.items():
        assert after[one] or not lead or lead == one or _turned(one, before)
    assert list(tie_writes(state, (), _age)) == []


def _turned(one: str, ties: dict[str, str]) -> bool:
    """Whether the way from one leads back to it: then it may be the one that has the answer."""
    at, steps = ties[one], 0
    while at in ties and at != one and steps < len(IDS):
        at, steps = ties[at], steps + 1
    return at == one


def _two(tmp_path: Path) -> tuple[Laptop, Laptop, Opinion, Opinion]:
    office = Laptop(tmp_path, "van-phong", "Trần Thị Hà")
    office.plan()
    one, two = office.say("Đường ngập.", "Đang sửa."), office.say("Cống tắc.", "Sẽ nạo vét.")
    hall = Laptop(tmp_path, "hoi-truong", "Lê Văn Ổn", late=7)
    hall.take(office.send())
    return office, hall, one, two


def _joint(laptop: Laptop, lead: Opinion, other: Opinion, outcome: Outcome | None = None) -> None:
    laptop.tick()
    rounds = tuple(Round(text=a.text) for a in laptop.app.live.records(laptop.cid).answers_of(lead.id))
    item = LiveItem(lead.id, text=lead.text, rounds=rounds, outcome=outcome)
    laptop.app.live.answer_jointly(laptop.cid, item, [other.id])


def test_each_tied_the_other_way_round(tmp_path: Path) -> None:
    """The older has the answer for both; both machines say the same."""
    office, hall, one, two = _two(tmp_path)
    _joint(office, one, two)
    _joint(hall, two, one)
    stick = hall.send()
    hall.take(office.send())
    office.take(stick)
    for laptop in (office, hall):
        assert (laptop.opinion(one.id).answered_with, laptop.opinion(two.id).answered_with) == ("", one.id)
        assert {a.text for a in laptop.app.live.records(laptop.cid).answers} == {"Đang sửa.", "Sẽ nạo vét."}
    assert office.bytes() == hall.bytes()
    for laptop in (office, hall):
        laptop.close()


def test_an_outcome_given_apart_reaches_those_tied_meanwhile(tmp_path: Path) -> None:
    office, hall, one, two = _two(tmp_path)
    office.edit(one.id, outcome=Outcome.WRITTEN, unit="Phòng Kinh tế")
    _joint(hall, one, two)
    office.take(hall.send())
    led = office.opinion(two.id)
    assert (led.answered_with, led.outcome, led.unit) == (one.id, Outcome.WRITTEN, "Phòng Kinh tế")
    assert JointAnswers(office.app.live.records(office.cid)).is_answered(led)
    for laptop in (office, hall):
        laptop.close()
