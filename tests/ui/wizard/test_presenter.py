"""The wizard without a window: edits, undo, saving, what is missing (P1, P3, P6, P8, P9, P12, L9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

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
from dialogue_desktop.errors import StorageError
from ui.wizard.autosave import SaveKind
from ui.wizard.checks import Facts, Gap
from ui.wizard.presenter import PlanChange, StepStatus, WizardPresenter
from ui.wizard.steps import StepId

TODAY = date(2024, 7, 1)
HOLIDAYS = {date(2024, 9, 2): "Quốc khánh"}


def day_off(day: date) -> str:
    if day in HOLIDAYS:
        return HOLIDAYS[day]
    return {5: "thứ Bảy", 6: "Chủ nhật"}.get(day.weekday(), "")


@dataclass
class Store:
    """Keeps what was saved; may be told to fail."""

    saved: list[tuple[Plan, str]] = field(default_factory=list)
    error: Exception | None = None
    now: datetime = datetime(2024, 7, 1, 3, 22, 31, tzinfo=UTC)

    def save_plan(self, cid: str, plan: Plan, *, step: str = "") -> datetime:
        if self.error is not None:
            raise self.error
        self.saved.append((plan, step))
        self.now += timedelta(seconds=1)
        return self.now


Job = tuple[Callable[[], datetime], Callable[[datetime], None], Callable[[Exception], None]]


@dataclass
class ByHand:
    """Delay and runner that move only when the test says so."""

    delayed: Callable[[], None] | None = None
    milliseconds: int = 0
    queue: list[Job] = field(default_factory=list)

    def start(self, milliseconds: int, act: Callable[[], None]) -> None:
        self.delayed, self.milliseconds = act, milliseconds

    def stop(self) -> None:
        self.delayed = None

    def run(
        self,
        work: Callable[[], datetime],
        done: Callable[[datetime], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.queue.append((work, done, failed))

    def pass_time(self) -> None:
        act, self.delayed = self.delayed, None
        if act is not None:
            act()

    def work(self) -> None:
        """Finish one save."""
        work, done, failed = self.queue.pop(0)
        try:
            at = work()
        except Exception as error:  # noqa: BLE001 - the runner of the program does the same
            failed(error)
        else:
            done(at)


@dataclass
class Desk:
    presenter: WizardPresenter
    store: Store
    hand: ByHand


@pytest.fixture
def desk() -> Desk:
    return make_desk(Plan(profile="ubnd_nhan_dan", year=2024))


def make_desk(plan: Plan, *, step: str = "", today: date = TODAY) -> Desk:
    store, hand = Store(), ByHand()
    facts = Facts(today, day_off, lambda plan: ())
    presenter = WizardPresenter("c1", plan, step=step, store=store, run=hand.run, delay=hand, facts=facts)
    return Desk(presenter, store, hand)


def saved(presenter: WizardPresenter) -> SaveKind:
    return presenter.save_state.kind


def texts(gaps: tuple[Gap, ...]) -> list[str]:
    return [gap.text for gap in gaps]


# --- edits and history -------------------------------------------------------------------------------


def test_an_edit_is_a_new_plan_and_is_told_with_its_place(desk: Desk) -> None:
    """P1: each edit makes another frozen plan; those who draw hear which place of the page changed."""
    heard: list[PlanChange] = []
    desk.presenter.on_plan(heard.append)
    before = desk.presenter.plan
    assert desk.presenter.edit(replace(before, subject="Tổ chức hội nghị"), anchor="title")
    assert before.subject == ""
    assert desk.presenter.plan.subject == "Tổ chức hội nghị"
    assert [(c.anchor, c.before is before) for c in heard] == [("title", True)]
    assert desk.presenter.anchor == "title"


def test_the_same_plan_is_no_edit(desk: Desk) -> None:
    assert not desk.presenter.edit(replace(desk.presenter.plan))
    assert not desk.presenter.can_undo
    assert desk.hand.delayed is None


def test_typing_in_one_field_is_taken_back_at_once(desk: Desk) -> None:
    """P1: one field typed into is one act; leaving it ends the act."""
    p = desk.presenter
    for text in ("L", "Lộ", "Lộc Thịnh"):
        p.edit(replace(p.plan, subject=text), merge="subject")
    p.seal()
    p.edit(replace(p.plan, subject="Lộc Thịnh 2024"), merge="subject")
    p.undo()
    assert p.plan.subject == "Lộc Thịnh"
    p.undo()
    assert p.plan.subject == ""
    assert p.undo() is None
    p.redo()
    p.redo()
    assert p.plan.subject == "Lộc Thịnh 2024"
    assert p.redo() is None


def test_undo_goes_to_the_step_of_the_act(desk: Desk) -> None:
    """P1: one sees what is taken back."""
    p = desk.presenter
    p.edit(replace(p.plan, subject="Trích yếu"), label="Đã sửa trích yếu")
    p.go(StepId.BUDGET)
    steps: list[StepId] = []
    p.on_step(steps.append)
    act = p.undo()
    assert act is not None
    assert act.label == "Đã sửa trích yếu"
    assert p.step is StepId.ISSUER
    assert steps == [StepId.ISSUER]


def test_a_new_edit_forgets_what_was_undone(desk: Desk) -> None:
    p = desk.presenter
    p.edit(replace(p.plan, subject="một"))
    p.undo()
    p.edit(replace(p.plan, subject="hai"))
    assert not p.can_redo


# --- saving ------------------------------------------------------------------------------------------


def test_saved_is_said_only_after_the_commit(desk: Desk) -> None:
    """P1, L9: under a second after the key the save begins; the time appears when it is committed."""
    p, hand, store = desk.presenter, desk.hand, desk.store
    p.edit(replace(p.plan, subject="a"))
    assert saved(p) is SaveKind.WAITING
    assert hand.milliseconds < 1000
    hand.pass_time()
    assert saved(p) is SaveKind.WAITING
    assert not p.clean
    hand.work()
    assert saved(p) is SaveKind.SAVED
    assert p.save_state.at == store.now
    assert p.clean
    assert store.saved == [(p.plan, "issuer")]


def test_typing_without_a_pause_does_not_put_the_save_off(desk: Desk) -> None:
    """L9: the wait counts from the first unsaved key."""
    p, hand = desk.presenter, desk.hand
    p.edit(replace(p.plan, subject="a"))
    first = hand.delayed
    p.edit(replace(p.plan, subject="ab"))
    assert hand.delayed == first
    hand.pass_time()
    hand.work()
    assert desk.store.saved[-1][0].subject == "ab"


def test_what_is_typed_during_a_save_follows_it_and_the_newest_wins(desk: Desk) -> None:
    p, hand, store = desk.presenter, desk.hand, desk.store
    p.edit(replace(p.plan, subject="1"))
    hand.pass_time()
    for text in ("12", "123", "1234"):
        p.edit(replace(p.plan, subject=text))
    hand.work()
    assert saved(p) is SaveKind.WAITING
    hand.work()
    assert [plan.subject for plan, _ in store.saved] == ["1", "1234"]
    assert saved(p) is SaveKind.SAVED
    assert hand.queue == []


def test_a_failed_save_says_so_keeps_the_text_and_is_tried_again(desk: Desk) -> None:
    """G5, L9: nothing typed is lost when the disk is full."""
    p, hand, store = desk.presenter, desk.hand, desk.store
    store.error = StorageError("Ổ D đã đầy. Chữ đang gõ vẫn còn.")
    p.edit(replace(p.plan, subject="chữ"))
    hand.pass_time()
    hand.work()
    assert saved(p) is SaveKind.FAILED
    assert p.save_state.sentence == "Ổ D đã đầy. Chữ đang gõ vẫn còn."
    assert not p.clean
    assert p.plan.subject == "chữ"
    store.error = None
    heard: list[bool] = []
    p.flush(heard.append)
    hand.work()
    assert heard == [True]
    assert store.saved[-1][0].subject == "chữ"


def test_an_unknown_failure_still_gets_a_vietnamese_sentence(desk: Desk) -> None:
    desk.store.error = RuntimeError("disk I/O error")
    desk.presenter.edit(replace(desk.presenter.plan, subject="chữ"))
    desk.hand.pass_time()
    desk.hand.work()
    assert "disk" not in desk.presenter.save_state.sentence
    assert desk.presenter.save_state.sentence.startswith("Chưa lưu được")


def test_the_step_left_is_saved_too(desk: Desk) -> None:
    """P1: the wizard opens again where it was left."""
    desk.presenter.go(StepId.PROGRAMME)
    desk.hand.pass_time()
    desk.hand.work()
    assert desk.store.saved[-1][1] == "programme"
    again = make_desk(desk.store.saved[-1][0], step=desk.store.saved[-1][1])
    assert again.presenter.step is StepId.PROGRAMME


def test_flush_waits_for_the_save_under_way(desk: Desk) -> None:
    p, hand = desk.presenter, desk.hand
    heard: list[bool] = []
    p.flush(heard.append)
    assert heard == [True]
    p.edit(replace(p.plan, subject="1"))
    hand.pass_time()
    p.edit(replace(p.plan, subject="12"))
    p.flush(heard.append)
    hand.work()
    assert heard == [True]
    hand.work()
    assert heard == [True, True]
    assert desk.store.saved[-1][0].subject == "12"


# --- what is missing ---------------------------------------------------------------------------------


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
