"""Whether a paper of collected questions or invited people can be made, and for whom it is (C3, C7–C11)."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desktop.domain.assigned import by_unit
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.inviting import invited, letters, needs_letter
from dialogue_desktop.domain.paper_choices import USUAL, PaperChoices
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.seats import total_seats
from dialogue_desktop.domain.words_vi import thousands
from dialogue_desktop.errors import BadInput

#: More leaves than these in one file are a slip of the keyboard ("1–10000").
MOST_LEAVES = 5000

NO_SLIPS = "Chưa có đợt phiếu nào trong số đã chọn nên chưa lập được văn bản này. Hãy chọn lại đợt phiếu."
TOO_MANY = (
    "Lần in này có {count} tờ, quá {most} tờ, nên chưa lập được văn bản này. "
    "Hãy xem lại số đầu, số cuối, hoặc in từng đợt."
)
NO_ASSIGNED = (
    "Chưa có ý kiến gửi trước nào được giao đơn vị trả lời nên chưa lập được văn bản này. "
    "Hãy giao ý kiến cho đơn vị rồi lập lại."
)
NO_COLLECTED = (
    "Chưa có ý kiến nào gửi trước hội nghị nên chưa lập được văn bản này. Hãy nhập ý kiến rồi lập lại."
)
NO_INVITED = (
    "Chưa có đại biểu nào, kế hoạch cũng chưa có thành phần dự nên chưa lập được văn bản này. "
    "Hãy ghi đại biểu hoặc thành phần dự rồi lập lại."
)
NO_DELEGATES = (
    "Chưa có đại biểu nào trong danh sách nên chưa lập được văn bản này. Hãy ghi đại biểu rồi lập lại."
)
NO_SEATS = (
    "Chưa có đại biểu nào, kế hoạch cũng chưa có chỉ tiêu theo thôn nên chưa lập được văn bản này. "
    "Hãy ghi đại biểu hoặc chỉ tiêu rồi lập lại."
)

#: Papers that are handed out, unless it is chosen otherwise.
_PUBLIC = frozenset({"previous-results"})


def is_public(name: str, choices: PaperChoices) -> bool:
    """Whether the paper may be handed out: as was chosen, else as is usual for it."""
    return name in _PUBLIC if choices.public is None else choices.public


def workbooks(
    name: str, plan: Plan, records: Records, choices: PaperChoices = USUAL
) -> tuple[tuple[str, bytes], ...]:
    """(for whom, XLSX bytes) of the forms to be filled in and read back: "slips" for each thôn,
    "assigned-questions" for each unit. KeyError for a paper without such a form."""
    from dialogue_desktop.exchange import answer_form_excel, opinion_form_excel

    if name == "assigned-questions":
        units = by_unit(plan, records, choices.only)
        return tuple((unit, answer_form_excel.build(plan, unit, found)) for unit, found in units)
    if name != "slips":
        raise KeyError(name)
    thon = {batch.locality for batch in records.slip_batches if batch.id in choices.only}
    places = [one for one in plan.localities if not choices.only or one.label in thon]
    if not places:
        return ((plan.issuer.unit, opinion_form_excel.build(plan, plan.fields)),)
    return tuple((one.label, opinion_form_excel.build(plan, plan.fields, one)) for one in places)


def for_public(records: Records) -> Records:
    """Records fit to be posted, prepared answers among them."""
    return posted(records).records


def chosen_letters(view: ConferenceView, choices: PaperChoices) -> PaperChoices:
    """Without a single delegate the groups of the plan get one blank letter each."""
    if choices.blank_letters or any(needs_letter(one) for one in view.records.delegates):
        return choices
    return replace(choices, blank_letters=1, only=())


def check(name: str, view: ConferenceView, choices: PaperChoices) -> None:
    """BadInput with one sentence where the paper would be empty or endless."""
    records, plan = view.records, view.plan
    match name:
        case "slips":
            batches = [b for b in records.slip_batches if not choices.only or b.id in choices.only]
            count = sum(batch.handed for batch in batches)
            if choices.only and not count:
                raise BadInput(NO_SLIPS)
            _limit(count)
        case "assigned-questions":
            if not by_unit(plan, records, choices.only):
                raise BadInput(NO_ASSIGNED)
        case "prepared-report":
            if not records.collected():
                raise BadInput(NO_COLLECTED)
        case "invitations":
            _check_letters(view, choices)
        case "delegates":
            if not records.delegates:
                raise BadInput(NO_DELEGATES)
        case "sign-in":
            lines = sum(one.count for one in records.delegates) + total_seats(plan)
            if not lines:
                raise BadInput(NO_SEATS)
            _limit(lines)
        case _:
            pass


def _check_letters(view: ConferenceView, choices: PaperChoices) -> None:
    only = choices.only
    if choices.blank_letters:
        groups = [group for group in view.plan.participants if not only or group.id in only]
        count = len(groups) * choices.blank_letters
    else:
        count = letters(invited(view.plan, view.records.delegates, only))
    if not count:
        raise BadInput(NO_INVITED)
    _limit(count)


def _limit(count: int) -> None:
    if count > MOST_LEAVES:
        raise BadInput(TOO_MANY.format(count=thousands(count), most=thousands(MOST_LEAVES)))
