"""What became of the petitions of the conference before, from its own records (C9, F3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.after_records import CommitmentState
from dialogue_desktop.domain.conference import ConferenceInfo
from dialogue_desktop.domain.petition_results import EarlierConference, results_of
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.privacy import hidden_names, mask_numbers, posted, unnamed
from dialogue_desktop.domain.promise_results import followed
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.services.planning import Planning

NONE_BEFORE = (
    "Chưa có hội nghị kỳ trước nào của {unit} có ý kiến được ghi nên chưa lập được văn bản này. "
    "Hãy nhập dữ liệu hội nghị kỳ trước, hoặc chọn hội nghị cần báo cáo."
)
ITSELF = (
    "Hội nghị kỳ trước phải là hội nghị khác nên chưa lập được văn bản này. Hãy chọn lại hội nghị kỳ trước."
)
NO_OPINIONS = (
    "Hội nghị “{title}” chưa có ý kiến nào được ghi nên chưa lập được văn bản này. Hãy chọn hội nghị khác."
)


class PreviousResults:
    """Finds the conference before and tells what is known of its petitions."""

    def __init__(self, planning: Planning, clock: Clock) -> None:
        self._planning = planning
        self._clock = clock

    def earlier(self, conference_id: str) -> tuple[ConferenceInfo, ...]:
        """The conferences of the same commune before this one that have opinions, the newest first."""
        plan = self._planning.plan(conference_id)
        found = [
            (when, info)
            for info in self._planning.list()
            if info.id != conference_id and (when := self._before(info, plan)) is not None
        ]
        found.sort(key=lambda one: one[0], reverse=True)
        return tuple(info for _, info in found if self._planning.view(info.id).records.opinions)

    def of(self, conference_id: str, chosen: str = "", *, public: bool) -> EarlierConference:
        """The results of the chosen conference, without one of the newest before.

        `public`: nobody is named who did not agree, nothing withheld is told. BadInput where there is
        nothing to report; NotFound for an id that no conference has.
        """
        if chosen == conference_id:
            raise BadInput(ITSELF)
        if not chosen:
            before = self.earlier(conference_id)
            if not before:
                raise BadInput(NONE_BEFORE.format(unit=self._planning.plan(conference_id).issuer.unit))
            chosen = before[0].id
        view = self._planning.view(chosen)
        if not view.records.opinions:
            raise BadInput(NO_OPINIONS.format(title=view.title))
        records = posted(view.records).records if public else view.records
        today = self._clock.today()
        # What was prepared is no record that `posted` looks into.
        promises = followed(view.records, self._records)
        nameless = unnamed(view.records) if public else []

        def mask(words: str) -> str:
            return hidden_names(mask_numbers(words)[0], nameless) if public else words

        results = results_of(records, today, prepared=not public, promises=promises, mask=mask)
        left = []
        for one in records.conclusions:
            promise = promises.get(one.id)
            now = promise.commitment if promise is not None else None
            if one.settled or not one.text.strip() or (now and now.state is CommitmentState.DONE):
                continue
            left.append(replace(one, unit=now.unit or one.unit, deadline=now.deadline) if now else one)
        return EarlierConference(view.plan, results, today, tuple(left))

    def _records(self, conference_id: str) -> Records | None:
        try:
            return self._planning.view(conference_id).records
        except NotFound:
            return None

    def _before(self, info: ConferenceInfo, plan: Plan) -> date | None:
        """When it was held, for one of the same commune before that of the plan."""
        other = self._planning.plan(info.id)
        if fold(other.issuer.unit) != fold(plan.issuer.unit):
            return None
        day = info.day or date(other.time.year or other.year, 1, 1)
        until = plan.day or date(plan.time.year or plan.year, 12, 31)
        return day if day < until else None
