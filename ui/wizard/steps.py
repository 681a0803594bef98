"""The nine steps of the plan, their order and names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StepId(StrEnum):
    """Names under which a step is stored as "where the secretary was"; sections of a profile use them too."""

    ISSUER = "issuer"
    PURPOSE = "purpose"
    TIME_PLACE = "time_place"
    PARTICIPANTS = "participants"
    PROGRAMME = "programme"
    TASKS = "tasks"
    BUDGET = "budget"
    RECIPIENTS = "recipients"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class StepInfo:
    """`title` heads the page and stands in the rail; `lead` is the one sentence under it."""

    id: StepId
    title: str
    lead: str


STEPS: tuple[StepInfo, ...] = (
    StepInfo(
        StepId.ISSUER,
        "Cơ quan, căn cứ",
        "Cơ quan ban hành, trích yếu và các văn bản làm căn cứ. Số và ngày có thể để trống, ghi sau.",
    ),
    StepInfo(
        StepId.PURPOSE,
        "Mục đích, nội dung",
        "Đánh dấu đoạn đưa vào kế hoạch, sửa lời văn, xếp lại thứ tự.",
    ),
    StepInfo(
        StepId.TIME_PLACE,
        "Thời gian, địa điểm",
        "Ghi đúng mức đã biết: ngày giờ, chỉ tháng, chỉ quý, hoặc thông báo sau.",
    ),
    StepInfo(
        StepId.PARTICIPANTS,
        "Thành phần, chỉ tiêu",
        "Chủ trì, thư ký, các nhóm dự và số đại biểu của từng thôn.",
    ),
    StepInfo(
        StepId.PROGRAMME,
        "Chương trình",
        "Các bước theo thứ tự, người điều hành và số phút của từng bước.",
    ),
    StepInfo(StepId.TASKS, "Phân công và thời hạn", ""),
    StepInfo(
        StepId.BUDGET,
        "Kinh phí",
        "Dự toán theo từng dòng. Để trống nếu kế hoạch không kèm dự toán.",
    ),
    StepInfo(
        StepId.RECIPIENTS,
        "Nơi nhận, ký",
        "Nơi nhận của kế hoạch, người ký và các bản biên bản sẽ lập.",
    ),
    StepInfo(
        StepId.REVIEW,
        "Xem lại, phát hành",
        "Xem điều còn thiếu, ghi số và ngày, rồi xuất hoặc in.",
    ),
)

_ORDER = {info.id: place for place, info in enumerate(STEPS)}


def place_of(step: StepId) -> int:
    """0 to 8."""
    return _ORDER[step]


def info_of(step: StepId) -> StepInfo:
    return STEPS[_ORDER[step]]


def read_step(name: str) -> StepId:
    """A stored name; an unknown or empty one is the first step."""
    try:
        return StepId(name)
    except ValueError:
        return StepId.ISSUER


def neighbour(step: StepId, by: int) -> StepId | None:
    """The step `by` places on (−1 back), or None beyond either end."""
    place = _ORDER[step] + by
    return STEPS[place].id if 0 <= place < len(STEPS) else None
