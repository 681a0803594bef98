"""The words of the page "Văn bản, in ấn": what each paper holds, or why it cannot be made yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dialogue_desktop.domain.inviting import invited
from dialogue_desktop.domain.paper_choices import USUAL_PER_PAGE, PaperChoices
from dialogue_desktop.domain.paper_holdings import Holdings, has_invited
from dialogue_desktop.domain.schedule import time_words
from dialogue_desktop.domain.seats import locality_seats
from dialogue_desktop.domain.words_vi import date_short, thousands, time_doc, weekday_date


class PaperGroup(NamedTuple):
    """Papers that serve one purpose, by their names."""

    id: str
    title: str
    papers: tuple[str, ...]


GROUPS: tuple[PaperGroup, ...] = (
    PaperGroup(
        "plan",
        "Kế hoạch, thông báo",
        (
            "plan", "assignments", "budget", "notice", "loudspeaker", "backdrop", "rules", "programme",
            "script", "posting-record",
        ),
    ),
    PaperGroup(
        "opinions",
        "Thu ý kiến",
        ("slips", "assigned-questions", "prepared-report", "previous-results"),
    ),
    PaperGroup("invite", "Mời họp", ("invitations", "delegates", "sign-in")),
)  # fmt: skip


class Want(NamedTuple):
    """Why a paper cannot be made yet, in a sentence and in the list; `page` is where that is done, "" where
    there is none."""

    sentence: str
    short: str
    page: str = ""
    way: str = ""


_OPINIONS = ("opinions", "Đến Ý kiến thu thập")
_INVITE = ("invite", "Đến Giấy mời, đại biểu")


def want(name: str, holdings: Holdings) -> Want | None:
    """None for a paper that can be made."""
    match name:
        case "posting-record" if not holdings.proofs:
            sentence = "Chưa ghi nơi nào đã niêm yết, thông báo."
            return Want(sentence, "Chưa ghi nơi niêm yết", "preparation", "Đến Việc chuẩn bị")
        case "assigned-questions" if not holdings.assigned and holdings.collected:
            sentence = "Chưa giao ý kiến nào cho đơn vị trả lời."
            return Want(sentence, "Chưa giao ý kiến nào", *_OPINIONS)
        case "assigned-questions" | "prepared-report" if not holdings.collected:
            return Want("Chưa có ý kiến nào gửi trước hội nghị.", "Chưa có ý kiến nào", *_OPINIONS)
        case "previous-results" if not holdings.earlier:
            unit = holdings.plan.issuer.unit
            sentence = f"Chưa có hội nghị kỳ trước nào của {unit} có ý kiến được ghi trong chương trình."
            return Want(sentence, "Chưa có hội nghị kỳ trước")
        case "invitations" if not has_invited(holdings) and not holdings.plan.participants:
            sentence = "Chưa có đại biểu nào, kế hoạch cũng chưa có thành phần dự."
            return Want(sentence, "Chưa có đại biểu nào", *_INVITE)
        case "delegates" if not holdings.delegates:
            return Want("Chưa có đại biểu nào trong danh sách.", "Chưa có đại biểu nào", *_INVITE)
        case "sign-in" if not holdings.lines:
            sentence = "Chưa có đại biểu nào, kế hoạch cũng chưa có chỉ tiêu theo thôn."
            return Want(sentence, "Chưa có đại biểu, chỉ tiêu", *_INVITE)
        case _:
            return None


def holds(name: str, holdings: Holdings, choices: PaperChoices) -> str:
    """ "46 ý kiến, 12 lĩnh vực": what the paper would be made from now, by what is chosen."""
    return _HOLDS[name](holdings, choices)


def _assignments(h: Holdings, _choices: PaperChoices) -> str:
    undated = f", {h.undated} việc chưa có hạn" if h.undated else ""
    return f"{h.units} đơn vị, {h.duties} việc{undated}" if h.duties else "Chưa phân công việc nào"


def _budget(h: Holdings, _choices: PaperChoices) -> str:
    lines = h.plan.budget
    total = thousands(sum(line.amount for line in lines))
    return f"{len(lines)} khoản, {total} đồng" if lines else "Chưa có khoản nào, in bảng để trống"


def _time(h: Holdings, _choices: PaperChoices) -> str:
    day, start = h.plan.day, h.plan.time.start
    if day is None:
        words = time_words(h.plan)
        return words[:1].upper() + words[1:]
    hour = f"{time_doc(start)}, " if start else ""
    words = f"{hour}{weekday_date(day)}"
    return words[:1].upper() + words[1:]


def _rules(h: Holdings, _choices: PaperChoices) -> str:
    return f"{h.rules} điều" if h.rules else "Các điều thường dùng"


def _steps(h: Holdings, _choices: PaperChoices) -> str:
    steps = h.plan.programme
    minutes = sum(step.minutes or 0 for step in steps)
    timed = f", {minutes} phút" if minutes else ""
    return f"{len(steps)} bước{timed}" if steps else "Chưa có bước nào, in bảng để trống"


def _assigned(h: Holdings, choices: PaperChoices) -> str:
    units = [one for one in h.answering if not choices.only or one in choices.only]
    return f"{h.assigned} ý kiến, {len(units)} đơn vị"


def _report(h: Holdings, _choices: PaperChoices) -> str:
    fields = f", {h.fields} lĩnh vực" if h.fields else ""
    answered = f", {h.answered} đã có trả lời" if h.answered else ", chưa có trả lời nào"
    return f"{thousands(h.collected)} ý kiến{fields}{answered}"


def _number(h: Holdings, _choices: PaperChoices) -> str:
    number, day = h.plan.number.strip(), h.plan.issued_on
    if not number:
        return "Chưa có số, để trống ghi tay"
    dated = f" ngày {date_short(day)}" if day else ", chưa có ngày"
    return f"Số {number}/{h.plan.symbol}{dated}"


def _per_page(name: str, choices: PaperChoices, what: str) -> str:
    count = choices.per_page or USUAL_PER_PAGE[name]
    return f"{count} {what} một trang" if count > 1 else f"mỗi {what} một trang"


def _slips(h: Holdings, choices: PaperChoices) -> str:
    batches = h.of_batches(choices.only)
    leaves = _per_page("slips", choices, "phiếu")
    if not batches:
        places = _places(h)
        return f"Phiếu không số cho {places}, {leaves}" if places else f"Phiếu không số, {leaves}"
    count = sum(batch.handed for batch in batches)
    return f"{thousands(count)} phiếu, {len(batches)} lần phát, {leaves}"


def _letters(h: Holdings, choices: PaperChoices) -> str:
    leaves = _per_page("invitations", choices, "giấy")
    count = h.letters(choices)
    if count and not choices.blank_letters:
        return f"{thousands(count)} giấy mời, {leaves}"
    blank = count or len(h.plan.participants)
    return f"{thousands(blank)} giấy để trống tên, {leaves}"


def _earlier(h: Holdings, choices: PaperChoices) -> str:
    found = next((one for one in h.earlier if one.id == choices.earlier), h.earlier[0])
    return f"Hội nghị {found.when or found.title}"


def _sign_in(h: Holdings, _choices: PaperChoices) -> str:
    seats = sum(locality_seats(h.plan).values())
    places = f", {_places(h)}" if h.plan.localities else ""
    if h.named:
        return f"{thousands(h.named)} người có tên{places}"
    return f"{thousands(seats)} chỗ theo chỉ tiêu{places}"


def _places(h: Holdings) -> str:
    """ "3 thôn"; "4 nơi" where there are thôn and tổ dân phố."""
    kinds = {one.kind for one in h.plan.localities}
    return f"{len(h.plan.localities)} {kinds.pop() if len(kinds) == 1 else 'nơi'}" if kinds else ""


_HOLDS: dict[str, Callable[[Holdings, PaperChoices], str]] = {
    "plan": _number,
    "assignments": _assignments,
    "budget": _budget,
    "notice": _time,
    "loudspeaker": _time,
    "backdrop": lambda _h, _c: "Một trang ngang",
    "rules": _rules,
    "programme": _steps,
    "script": _steps,
    "posting-record": lambda h, _c: f"{h.proofs} nơi",
    "slips": _slips,
    "assigned-questions": _assigned,
    "prepared-report": _report,
    "previous-results": _earlier,
    "invitations": _letters,
    "delegates": lambda h, _c: f"{thousands(h.named)} đại biểu, {h.groups} nhóm",
    "sign-in": _sign_in,
}


# --- the form ---------------------------------------------------------------------------------------------

_LABELS = {
    "numbers": "Đánh số giấy mời",
    "number": "Số",
    "issued_on": "Ngày ký",
    "through": "Người chuyển giấy",
    "blank_letters": "Giấy để trống tên, mỗi nhóm",
    "page_per_locality": "Mỗi thôn bắt đầu một trang mới",
    "walk_ins": "Dòng trống cho người đến thêm",
    "public": "Bản niêm yết, phát ra: không nêu tên người chưa đồng ý",
    "earlier": "Hội nghị kỳ trước",
}
_OWN_LABELS = {
    ("slips", "per_page"): "Số phiếu trên một trang A4",
    ("invitations", "per_page"): "Số giấy trên một trang A4",
    ("slips", "due_on"): "Hạn nộp phiếu",
    ("assigned-questions", "due_on"): "Hạn gửi trả lời",
    ("invitations", "due_on"): "Hạn gửi ý kiến trước",
}
_PLACEHOLDERS = {
    "number": "Để trống",
    "issued_on": "Để trống",
    "through": "Trưởng thôn",
    "due_on": "Theo kế hoạch",
    "blank_letters": "0",
    "walk_ins": "0",
}


def label(paper: str, field: str) -> str:
    """What stands over a field of the form."""
    return _OWN_LABELS.get((paper, field)) or _LABELS[field]


def placeholder(field: str) -> str:
    """What an empty field means."""
    return _PLACEHOLDERS.get(field, "")


def per_page_words(paper: str) -> tuple[tuple[int, str], ...]:
    what = "phiếu" if paper == "slips" else "giấy"
    return ((1, f"1 {what}, cả trang"), (2, f"2 {what}, nửa trang"))


def only_words(paper: str, h: Holdings, choices: PaperChoices) -> str:
    """ "Chỉ in cho 12 dòng đã chọn": for whom it is where not for all."""
    count = len(choices.only)
    if not count:
        return ""
    if paper == "slips":
        return f"Chỉ in {count} lần phát đã chọn."
    if paper == "assigned-questions":
        return f"Chỉ in cho {count} đơn vị đã chọn."
    return f"Chỉ in cho {count} dòng đã chọn trong danh sách."


def hint(paper: str, h: Holdings, choices: PaperChoices) -> str:
    """What the choices do not change, in one line under the form."""
    if paper == "invitations":
        printed = invited(h.plan, h.delegates, choices.only)
        own = sum(bool(one.letter_number.strip()) for one in printed) if not choices.blank_letters else 0
        return f"{own} giấy giữ số đã ghi trong danh sách." if own else ""
    if paper == "slips" and h.batches:
        dated = sum(batch.due_on is not None for batch in h.batches)
        return f"{dated} lần phát giữ hạn nộp riêng." if dated else ""
    return ""


def facts(count: int, missing: int) -> tuple[str, str]:
    """The sentence under the title, and a short one."""
    if not missing:
        return f"{count} văn bản, đều lập được", f"{count} văn bản"
    ready = count - missing
    return (
        f"{ready} văn bản lập được, {missing} văn bản còn thiếu dữ liệu",
        f"{ready} trên {count} lập được",
    )
