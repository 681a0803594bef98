"""The papers before the day made from collected questions and invited people (C3, C7–C11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from dialogue_desktop.domain.assigned import by_unit
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.inviting import invited, letters, needs_letter
from dialogue_desktop.domain.paper_choices import USUAL, PaperChoices
from dialogue_desktop.domain.privacy import mask_numbers, posted
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.seats import total_seats
from dialogue_desktop.domain.words_vi import thousands
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.library import Library
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.previous_results import PreviousResults

if TYPE_CHECKING:
    from dialogue_desktop.documents.engine import Engine
    from dialogue_desktop.documents.tree import Document

#: More leaves than these in one file are a slip of the keyboard ("1–10000").
MOST_LEAVES = 5000

NO_SLIPS = "Chưa có đợt phiếu nào trong số đã chọn nên không ghi tệp này. Hãy chọn lại đợt phiếu."
TOO_MANY = (
    "Lần in này có {count} tờ, quá {most} tờ, nên không ghi tệp này. "
    "Hãy xem lại số đầu, số cuối, hoặc in từng đợt."
)
NO_ASSIGNED = (
    "Chưa có ý kiến gửi trước nào được giao đơn vị trả lời nên không ghi tệp này. "
    "Hãy giao ý kiến cho đơn vị rồi xuất lại."
)
NO_COLLECTED = "Chưa có ý kiến nào gửi trước hội nghị nên không ghi tệp này. Hãy nhập ý kiến rồi xuất lại."
NO_INVITED = (
    "Chưa có đại biểu nào, kế hoạch cũng chưa có thành phần dự nên không ghi tệp này. "
    "Hãy ghi đại biểu hoặc thành phần dự rồi xuất lại."
)
NO_DELEGATES = "Chưa có đại biểu nào trong danh sách nên không ghi tệp này. Hãy ghi đại biểu rồi xuất lại."
NO_SEATS = (
    "Chưa có đại biểu nào, kế hoạch cũng chưa có chỉ tiêu theo thôn nên không ghi tệp này. "
    "Hãy ghi đại biểu hoặc chỉ tiêu rồi xuất lại."
)

#: Papers that are handed out, unless it is chosen otherwise.
_PUBLIC = frozenset({"previous-results"})


class RecordPapers:
    """Builds from records as they are now; `engine` loads the renderers when first called."""

    def __init__(
        self,
        planning: Planning,
        deadlines: Deadlines,
        previous: PreviousResults,
        library: Library,
        engine: Callable[[], Engine],
    ) -> None:
        self._planning = planning
        self._deadlines = deadlines
        self._previous = previous
        self._library = library
        self._engine = engine

    def document(self, name: str, conference_id: str, choices: PaperChoices = USUAL) -> Document:
        """The tree of one paper. BadInput where there is nothing to print; KeyError for an unknown name."""
        from dialogue_desktop.documents import record_papers

        view = self._planning.view(conference_id)
        if name == "invitations":
            choices = _letters(view, choices)
        _check(name, view, choices)
        public = name in _PUBLIC if choices.public is None else choices.public
        earlier = None
        if name == "previous-results":
            earlier = self._previous.of(conference_id, choices.earlier, public=public)
        # An office that has not chosen its fields for the plan ticks those of its own list.
        plan = replace(view.plan, fields=view.plan.fields or self._library.lists().fields)
        return record_papers.build(
            name,
            plan,
            self._deadlines.schedule(plan),
            for_public(view.records) if public else view.records,
            self._engine(),
            choices,
            public=public,
            earlier=earlier,
        )

    def workbooks(
        self, name: str, conference_id: str, choices: PaperChoices = USUAL
    ) -> tuple[tuple[str, bytes], ...]:
        """(for whom, XLSX bytes) of the forms to be filled in and read back: "slips" for each thôn,
        "assigned-questions" for each unit. BadInput, KeyError as for the paper."""
        from dialogue_desktop.exchange import answer_form_excel, opinion_form_excel

        view = self._planning.view(conference_id)
        plan = view.plan
        _check(name, view, choices)
        if name == "assigned-questions":
            units = by_unit(plan, view.records, choices.only)
            return tuple((unit, answer_form_excel.build(plan, unit, found)) for unit, found in units)
        if name != "slips":
            raise KeyError(name)
        fields = plan.fields or self._library.lists().fields
        thon = {batch.locality for batch in view.records.slip_batches if batch.id in choices.only}
        places = [one for one in plan.localities if not choices.only or one.label in thon]
        if not places:
            return ((plan.issuer.unit, opinion_form_excel.build(plan, fields)),)
        return tuple((one.label, opinion_form_excel.build(plan, fields, one)) for one in places)


def for_public(records: Records) -> Records:
    """Records fit to be posted, prepared answers among them."""
    fit = posted(records).records
    opinions = tuple(
        replace(one, prepared_answer="" if one.withheld else mask_numbers(one.prepared_answer)[0])
        for one in fit.opinions
    )
    return replace(fit, opinions=opinions)


def _letters(view: ConferenceView, choices: PaperChoices) -> PaperChoices:
    """Without a single delegate the groups of the plan get one blank letter each."""
    if choices.blank_letters or any(needs_letter(one) for one in view.records.delegates):
        return choices
    return replace(choices, blank_letters=1, only=())


def _check(name: str, view: ConferenceView, choices: PaperChoices) -> None:
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
