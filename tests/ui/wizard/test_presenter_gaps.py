"""The wizard without a window: what each step lacks and what it warns of (P1, P3, P6, P8, P9, P11, P12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from dialogue_desktop.domain.plan import (
    BudgetLine,
    Chair,
    CopyPurpose,
    Duty,
    Issuer,
    LegalBasis,
    Level,
    Locality,
    Official,
    ParticipantGroup,
    Plan,
    ProgrammeStep,
    Quota,
    Secretary,
    Section,
    Signature,
    TextBlock,
    TimeKind,
    TimePlan,
    UnitTasks,
)
from tests.ui.wizard.desk import Desk, make_desk
from ui.wizard.checks import Gap
from ui.wizard.presenter import StepStatus
from ui.wizard.steps import StepId


def texts(gaps: tuple[Gap, ...]) -> list[str]:
    return [gap.text for gap in gaps]


def whole_plan() -> Plan:
    """A plan with nothing missing."""
    return Plan(
        profile="ubnd_nhan_dan",
        year=2024,
        issuer=Issuer(name="Lộc Thịnh"),
        subject="Tổ chức hội nghị trao đổi, đối thoại",
        conference_name="Hội nghị đối thoại",
        bases=(LegalBasis("b1", "Căn cứ Luật Thực hiện dân chủ ở cơ sở", date(2023, 7, 1)),),
        sections=(Section("s1", "MỤC ĐÍCH", blocks=(TextBlock("t1", "Nắm bắt ý kiến."),)),),
        time=TimePlan(TimeKind.BEFORE_MONTH, month=9),
        places=("Nhà văn hóa xã",),
        chairs=(Chair(Official("o1", position="Chủ tịch UBND xã")),),
        secretaries=(Secretary(Official("o2", name="Một người dân"), citizen=True),),
        participants=(ParticipantGroup("g1", "Đại diện hộ gia đình", Level.PEOPLE),),
        programme=(ProgrammeStep("p1", "Nhân dân trao đổi", speaking=True),),
        copies=(CopyPurpose("c1", "Lưu hồ sơ"),),
        tasks=(UnitTasks("u1", "Trưởng thôn", "Giao Trưởng thôn", (Duty("d1", "Tổng hợp ý kiến"),)),),
        recipients=("Như trên", "Lưu: VT"),
        signature=Signature(("CHỦ TỊCH",), "Bùi Văn Cường"),
    )


def test_a_whole_plan_lacks_nothing() -> None:
    desk = make_desk(whole_plan(), step="review")
    assert desk.presenter.gaps() == ()
    assert desk.presenter.complete
    states = desk.presenter.steps()
    assert [state.status for state in states[:-1]] == [StepStatus.DONE] * 8


def test_the_empty_plan_says_what_every_step_lacks(desk: Desk) -> None:
    """P1: every step says what is missing, with the field to go to."""
    gaps = desk.presenter.gaps()
    assert {gap.step for gap in gaps if not gap.warning} == {
        StepId.ISSUER,
        StepId.TIME_PLACE,
        StepId.PARTICIPANTS,
        StepId.PROGRAMME,
        StepId.TASKS,
        StepId.RECIPIENTS,
    }
    assert ("issuer.name", "Chưa có tên xã, phường") in [(gap.field, gap.text) for gap in gaps]
    assert all(gap.field and not gap.text.endswith(".") for gap in gaps)


def test_steps_not_reached_are_not_called_wrong(desk: Desk) -> None:
    states = {state.id: state for state in desk.presenter.steps()}
    assert states[StepId.ISSUER].status is StepStatus.MISSING
    assert states[StepId.TASKS].status is StepStatus.TO_COME
    desk.presenter.go(StepId.BUDGET)
    states = {state.id: state for state in desk.presenter.steps()}
    assert states[StepId.TASKS].status is StepStatus.MISSING
    assert states[StepId.BUDGET].status is StepStatus.DONE


@pytest.mark.parametrize(
    ("change", "step", "said"),
    [
        (
            {"bases": (LegalBasis("b", "Căn cứ Luật Tổ chức chính quyền", None, date(2024, 2, 28)),)},
            StepId.ISSUER,
            "hết hiệu lực sau ngày 28/02/2024",
        ),
        (
            {"bases": (LegalBasis("b", "Căn cứ Luật số 72/2025/QH15", date(2025, 6, 16)),)},
            StepId.ISSUER,
            "chỉ có hiệu lực từ ngày 16/6/2025",
        ),
        (
            {"time": TimePlan(TimeKind.EXACT, date(2024, 6, 28), time(8))},
            StepId.TIME_PLACE,
            "Ngày họp thứ Sáu 28/6/2024 đã qua",
        ),
        (
            {"time": TimePlan(TimeKind.EXACT, date(2024, 9, 1), time(8))},
            StepId.TIME_PLACE,
            "là ngày nghỉ (Chủ nhật)",
        ),
        (
            {"time": TimePlan(TimeKind.EXACT, date(2024, 9, 2), time(8))},
            StepId.TIME_PLACE,
            "là ngày nghỉ (Quốc khánh)",
        ),
        (
            {"time": TimePlan(TimeKind.EXACT, date(2024, 8, 28), time(10), time(8))},
            StepId.TIME_PLACE,
            "Giờ kết thúc phải sau giờ bắt đầu",
        ),
        (
            {
                "participants": (ParticipantGroup("g", "Nhân dân", Level.PEOPLE, 60),),
                "quotas": (Quota("l1", 30), Quota("l2", 35)),
            },
            StepId.PARTICIPANTS,
            "nhiều hơn số dự kiến 5 người",
        ),
        (
            {
                "time": TimePlan(TimeKind.EXACT, date(2024, 8, 28), time(8), time(9)),
                "programme": (ProgrammeStep("p", "Nhân dân trao đổi", minutes=75, speaking=True),),
            },
            StepId.PROGRAMME,
            "hơn giờ họp 15 phút",
        ),
        ({"budget": (BudgetLine("l", "Nước uống"),)}, StepId.BUDGET, "chưa có đơn giá"),
        (
            {"recipients": ("Lưu: VT", "UBND huyện")},
            StepId.RECIPIENTS,
            "Dòng cuối nơi nhận phải là “Lưu: VT”",
        ),
    ],
)
def test_warnings_hold_nothing_up(change: dict[str, object], step: StepId, said: str) -> None:
    """P3, P6, P8, P9, P11, P12: what looks wrong is said, in the step where it can be put right."""
    desk = make_desk(replace(whole_plan(), **change), step="review")  # type: ignore[arg-type]
    gaps = desk.presenter.gaps()
    assert [gap.step for gap in gaps] == [step], texts(gaps)
    assert said in gaps[0].text
    assert gaps[0].warning
    assert desk.presenter.complete
    states = {state.id: state for state in desk.presenter.steps()}
    assert states[step].status is StepStatus.WARNED


def test_huyen_bodies_are_warned_of_after_july_2025_only() -> None:
    """P12: the same recipients are right in 2024 and wrong in 2026."""
    plan = replace(whole_plan(), recipients=("UBND huyện", "Phòng Nội vụ", "Lưu: VT"))
    assert make_desk(plan).presenter.gaps() == ()
    later = make_desk(plan, today=date(2026, 3, 31)).presenter.gaps()
    assert texts(later) == ["UBND huyện: cấp huyện không còn từ 01/7/2025"]
    assert later[0].row == "0"
    dated = replace(plan, issued_on=date(2024, 7, 1))
    assert make_desk(dated, today=date(2026, 3, 31)).presenter.gaps() == ()


def test_a_chosen_locality_needs_a_name() -> None:
    plan = replace(whole_plan(), whole_commune=False)
    assert texts(make_desk(plan).presenter.gaps()) == ["Chưa chọn thôn nào"]
    plan = replace(plan, localities=(Locality("l1", "bản"),))
    gaps = make_desk(plan).presenter.gaps()
    assert texts(gaps) == ["Có một bản chưa có tên"]
    assert gaps[0].row == "l1"


def test_an_unknown_placeholder_is_shown_before_it_is_printed() -> None:
    section = Section("s1", "MỤC ĐÍCH", blocks=(TextBlock("t1", "Nhân dân {xa} và {ten_truong}."),))
    gaps = make_desk(replace(whole_plan(), sections=(section,))).presenter.gaps()
    assert texts(gaps) == ["Không có chỗ điền {ten_truong}"]
