"""The item on the desk: the opinion being written with its rounds, before and between saves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import Any

from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.records import OPEN_OUTCOMES, Answer, Opinion, Outcome
from dialogue_desktop.domain.text_vi import clean
from dialogue_desktop.services.live_changes import new_id
from ui.live.session.rounds import asked_in
from ui.live.session.service import DayOf

#: Outcomes that say why: it must be said of a refusal, and is asked for what is off topic.
REASONED = frozenset({Outcome.REFUSED, Outcome.OFF_TOPIC})


def item_of(opinion: Opinion, answers: tuple[Answer, ...]) -> LiveItem:
    """A saved opinion as it goes back into the boxes."""
    rows = sorted(answers, key=lambda a: a.round)
    rounds = tuple(
        Round(a.follow_up, a.answerer, a.answerer_position, a.text, bool(at) and not a.follow_up.strip())
        for at, a in enumerate(rows)
    )
    if rows and rows[0].round > 1 and rows[0].follow_up.strip():
        rounds = (Round(), *rounds)  # nothing was answered before more was said
    return LiveItem(
        opinion_id=opinion.id, turn_id=opinion.turn_id, source=opinion.source, text=opinion.text,
        field=opinion.field, kind=opinion.kind, voices=opinion.voices, group_note=opinion.group_note,
        anonymous=opinion.anonymous, consent=opinion.consent, rounds=rounds or (Round(),),
        outcome=opinion.outcome, outcome_reason=opinion.outcome_reason, unit=opinion.unit,
        deadline=opinion.deadline, receiving_body=opinion.receiving_body, linked_id=opinion.linked_id,
        answered_with=opinion.answered_with, marked=opinion.marked,
    )  # fmt: skip


def has_words(item: LiveItem) -> bool:
    """Something was written that must not be lost."""
    return bool(item.text.strip()) or any(r.text.strip() or r.follow_up.strip() for r in item.rounds)


def is_older(item: LiveItem, newer: LiveItem) -> bool:
    """Every text of it is the beginning of the newer one's."""
    blank = Round()
    pairs = zip_longest(item.rounds, newer.rounds, fillvalue=blank)
    return newer.text.startswith(item.text.strip()) and all(
        new.text.startswith(old.text.strip()) and new.follow_up.startswith(old.follow_up.strip())
        for old, new in pairs
    )


def cleaned(item: LiveItem) -> LiveItem:
    """As it may be stored: NFC, no hidden characters, ends trimmed, no empty rounds at the end."""

    def tidy(text: str) -> str:
        return clean(text).text.strip()

    rounds = [
        Round(
            follow_up := tidy(r.follow_up), tidy(r.answerer), tidy(r.answerer_position), tidy(r.text),
            bool(at) and not follow_up,
        )
        for at, r in enumerate(item.rounds)
    ]  # fmt: skip
    while len(rounds) > 1 and not (rounds[-1].text or rounds[-1].follow_up):
        rounds.pop()
    return replace(
        item, text=tidy(item.text), field=tidy(item.field), unit=tidy(item.unit),
        outcome_reason=tidy(item.outcome_reason), receiving_body=tidy(item.receiving_body),
        rounds=tuple(rounds),
    )  # fmt: skip


class ItemDesk:
    """Holds the item and the round in sight; knows nothing of the service.

    `day_of` gives the day to promise for an outcome; a day that it set goes away again with the outcome,
    a day that was typed stays.
    """

    def __init__(self, day_of: DayOf) -> None:
        self._day_of = day_of
        self._counted_day: date | None = None
        self._reason = ""
        self._loaded = LiveItem()
        self.item = LiveItem()
        self.round_index = 0
        self.version = 0  # grows when the boxes have to be filled anew, not with each key

    def take_days(self, day_of: DayOf) -> None:
        """Days to promise from now on."""
        self._day_of = day_of

    # --- whole items -------------------------------------------------------------------------------

    def put(self, item: LiveItem, round_index: int | None = None, *, loaded: LiveItem | None = None) -> None:
        """Lay an item on the desk; `loaded` is what the records hold of it."""
        self._take(item)
        last = len(item.rounds) - 1
        self.round_index = last if round_index is None else min(max(0, round_index), last)
        self._loaded = loaded or item
        self._counted_day = None
        self._reason = ""
        self.version += 1

    def _take(self, item: LiveItem) -> None:
        """A new item gets its id with its first word: the draft and the saved opinion are known as one."""
        if has_words(item) and not (item.opinion_id or item.new_id):
            item = replace(item, new_id=new_id())
        self.item = item

    def clear(self, turn_id: str = "") -> None:
        self.put(LiveItem(turn_id=turn_id))

    def follow(self, *, loaded: LiveItem) -> None:
        """The records hold it otherwise than when it was laid here; what is being written stays."""
        if self.item == self._loaded:
            if loaded != self._loaded:
                self.put(loaded, self.round_index, loaded=loaded)
        elif loaded.answered_with != self.item.answered_with:
            self.item = replace(self.item, answered_with=loaded.answered_with)
            self._loaded = replace(self._loaded, answered_with=loaded.answered_with)

    @property
    def editing(self) -> bool:
        return bool(self.item.opinion_id)

    @property
    def untouched(self) -> bool:
        """Nothing on the desk would be lost by clearing it."""
        return self.item == self._loaded if self.editing else not has_words(self.item)

    @property
    def blank(self) -> bool:
        """A new item without a word in it."""
        return not self.editing and not has_words(self.item)

    # --- the boxes ---------------------------------------------------------------------------------

    @property
    def round(self) -> Round:
        return self.item.rounds[self.round_index]

    @property
    def _asked(self) -> int:
        """The round in which was said what the one in sight answers; another one's answer is added there."""
        return asked_in(self.item.rounds, self.round_index)

    @property
    def spoken(self) -> str:
        """What stands in the opinion box: the opinion, or in later rounds what was said again."""
        at = self._asked
        return self.item.rounds[at].follow_up if at else self.item.text

    def set_spoken(self, text: str) -> None:
        at = self._asked
        if not at:
            self._take(replace(self.item, text=text))
            return
        rounds = list(self.item.rounds)
        rounds[at] = replace(rounds[at], follow_up=text)
        self._take(replace(self.item, rounds=tuple(rounds)))

    def set_answer(self, text: str) -> None:
        self._set_round(text=text)

    def set_answerer(self, name: str, position: str) -> None:
        self._set_round(answerer=name, answerer_position=position)

    def _set_round(self, **fields: Any) -> None:
        rounds = list(self.item.rounds)
        rounds[self.round_index] = replace(self.round, **fields)
        self._take(replace(self.item, rounds=tuple(rounds)))

    def add_round(self, *, added: bool = False) -> None:
        """Open a follow-up round with the same one answering, or with `added` one in which somebody else
        answers too; an empty last round is used again."""
        rounds = self.item.rounds
        self.version += 1
        if len(rounds) > 1 and not (rounds[-1].text.strip() or rounds[-1].follow_up.strip()):
            rounds = rounds[:-1]
        last = rounds[-1]
        fresh = Round(answerer=last.answerer, answerer_position=last.answerer_position)
        self.item = replace(self.item, rounds=(*rounds, Round(added=True) if added else fresh))
        self.round_index = len(self.item.rounds) - 1

    def show_round(self, index: int) -> None:
        self.round_index = min(max(0, index), len(self.item.rounds) - 1)
        self.version += 1

    def change(self, **fields: Any) -> None:
        """Any field of the item but its rounds."""
        self.item = replace(self.item, **fields)
        if "deadline" in fields:
            self._counted_day = None

    def set_outcome(self, outcome: Outcome | None) -> None:
        """Choose an outcome; brings the plan's day where something is owed and no day was typed. A reason
        goes with the outcome that asks for one, and comes back with it."""
        item = self.item
        deadline = item.deadline
        if deadline is not None and deadline == self._counted_day:
            deadline = None
        self._counted_day = None
        if deadline is None and outcome in (Outcome.WRITTEN, Outcome.ESCALATED):
            deadline = self._counted_day = self._day_of(outcome)
        reason = item.outcome_reason
        if item.outcome in REASONED and outcome not in REASONED:
            self._reason, reason = reason, ""
        elif outcome in REASONED and not reason:
            reason = self._reason
        self.item = replace(item, outcome=outcome, deadline=deadline, outcome_reason=reason)

    @property
    def unit_expected(self) -> bool:
        return self.item.outcome in OPEN_OUTCOMES
