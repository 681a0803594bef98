"""What the notice of conclusions says: the chair's own conclusions, and what they do not speak of (M4).

Everything here may be posted: names only with consent, nothing that is withheld, no telephone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.domain.after_records import Commitment
from dialogue_desktop.domain.conclusion_draft import Drafting, Matter
from dialogue_desktop.domain.figures import Standing, standing_of
from dialogue_desktop.domain.opinion_gist import gist_of
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import OPEN_OUTCOMES, Conclusion, Opinion, Outcome, Records
from dialogue_desktop.domain.words_vi import date_short


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One thing that was concluded. `text` has no full stop at its end; `chair`: it is the chair's own
    sentence, which may name the unit and the day itself. `numbers` are those of its opinions."""

    id: str
    text: str
    unit: str = ""
    deadline: date | None = None
    body: str = ""
    opinion_ids: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    chair: bool = False

    @property
    def duty(self) -> str:
        """The text without the unit and the day that stand in columns beside it."""
        text = self.text
        if self.chair and self.unit:
            text = text.removeprefix(f"Giao {self.unit} ")
        if self.chair and self.deadline is not None:
            text = text.removesuffix(f", chậm nhất ngày {date_short(self.deadline)}")
        return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class NoticeContent:
    """The parts of the notice. `settled_more` are sentences on settled opinions of which no conclusion of the
    chair speaks."""

    settled: tuple[NoticeRow, ...] = ()
    settled_more: tuple[str, ...] = ()
    owed: tuple[NoticeRow, ...] = ()
    beyond: tuple[NoticeRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """How things are put into words: `drafting` has the words of the hall, `carried_on` those for what comes
    from the conference before ("{text}" is what was promised there), `public` what may be posted of records;
    `fit` is that of the very records that are worded, where it was made already.
    """

    drafting: Drafting
    carried_on: str = "{text}"
    public: Callable[[Records], Records] = lambda records: posted(records).records
    fit: Records | None = None


def notice_content(records: Records, commitments: Sequence[Commitment], wording: Wording) -> NoticeContent:
    """`commitments` are those of `commitments.current`. A conclusion that was drafted from opinions, or is
    written for them, stands for what is owed to these; of the rest each promise is told once."""
    by_id = {one.id: one for one in records.opinions}
    owed_rows: list[Conclusion] = []
    beyond_rows: list[Conclusion] = []
    for row in records.conclusions:
        if row.settled or not row.text.strip():
            continue
        (beyond_rows if _all_beyond(row, by_id) else owed_rows).append(row)
    spoken_of = {key for row in records.conclusions for key in row.opinion_ids}
    owed: list[Commitment] = []
    beyond: list[Commitment] = []
    said_owed, said_beyond = _Told(owed_rows), _Told(beyond_rows)
    for one in commitments:
        if one.carried_from and not one.open:
            continue
        if is_beyond(one, by_id):
            if not said_beyond.tells(one):
                beyond.append(one)
        elif not said_owed.tells(one) and not said_beyond.tells(one):
            owed.append(one)
    words = _Words(records, wording)
    more = [o for o in records.opinions if standing_of(o) is Standing.SETTLED and o.id not in spoken_of]
    settled = [row for row in records.conclusions if row.settled and row.text.strip()]
    made = words.rows([*settled, *owed_rows, *beyond_rows], [*owed, *beyond])
    return NoticeContent(
        tuple(made[row.id] for row in settled),
        words.summed(more),
        tuple(made[key] for key in _ids(owed_rows, owed)),
        tuple(made[key] for key in _ids(beyond_rows, beyond)),
    )


def promise_texts(records: Records, commitments: Sequence[Commitment], wording: Wording) -> dict[str, str]:
    """What is to be done for each promise, by its id, in words that may be posted."""
    return {key: row.text for key, row in _Words(records, wording).rows((), commitments).items()}


def is_beyond(one: Commitment, by_id: dict[str, Opinion]) -> bool:
    """Whether it is owed by a higher level: that is what became of its opinions."""
    outcomes = {by_id[key].outcome for key in one.opinion_ids if key in by_id}
    return Outcome.ESCALATED in outcomes or (not outcomes - {None} and bool(one.receiving_body))


def _ids(conclusions: Iterable[Conclusion], promises: Iterable[Commitment]) -> list[str]:
    return [*(row.id for row in conclusions), *(one.id for one in promises)]


def _all_beyond(row: Conclusion, by_id: dict[str, Opinion]) -> bool:
    outcomes = {by_id[key].outcome for key in row.opinion_ids if key in by_id} - {None}
    return outcomes == {Outcome.ESCALATED}


class _Told:
    """Which promises some conclusions speak of already."""

    def __init__(self, rows: Iterable[Conclusion]) -> None:
        listed = tuple(rows)
        self._ids = {row.id for row in listed}
        self._opinions = {key for row in listed for key in row.opinion_ids}

    def tells(self, one: Commitment) -> bool:
        return one.conclusion_id in self._ids or any(key in self._opinions for key in one.opinion_ids)


class _Words:
    """Rows in words that may be posted."""

    def __init__(self, records: Records, wording: Wording) -> None:
        self._records = records
        self._drafting = wording.drafting
        self._carried_on = wording.carried_on
        self._public = wording.public
        self._raw = {one.id: one for one in records.opinions}
        shown = wording.fit if wording.fit is not None else wording.public(replace(records, conclusions=()))
        fit = {one.id: one for one in shown.opinions}
        # Masked words with the voices as they are: who must not be named is looked for in the words.
        opinions = tuple(
            replace(
                one,
                text=fit[one.id].text,
                outcome_reason=fit[one.id].outcome_reason,
                group_note=fit[one.id].group_note,
            )
            for one in records.opinions
        )
        self._shown = replace(records, opinions=opinions)
        self._by_id = {one.id: one for one in opinions}

    def summed(self, opinions: Sequence[Opinion]) -> tuple[str, ...]:
        """ "Đã trả lời … 18 ý kiến, kiến nghị thuộc các lĩnh vực: …", by what became of them."""
        matters = self._drafting.matters(self._shown, [one.id for one in opinions])
        return tuple(self._drafting.text(one, self._shown) for one in matters)

    def rows(self, conclusions: Sequence[Conclusion], promises: Sequence[Commitment]) -> dict[str, NoticeRow]:
        """By the id of conclusion or promise."""
        found = [self._of_conclusion(row) for row in conclusions] + [self._of_promise(p) for p in promises]
        plain = tuple(Conclusion(row.id, text=row.text, opinion_ids=row.opinion_ids) for row in found)
        texts = self._public(_only(plain, self._records)).conclusions
        return {
            row.id: replace(row, text=shown.text.strip().rstrip(" .;"))
            for row, shown in zip(found, texts, strict=True)
        }

    def _of_conclusion(self, row: Conclusion) -> NoticeRow:
        members = self._members(row.opinion_ids)
        bodies = dict.fromkeys(one.receiving_body.strip() for one in members if one.receiving_body.strip())
        text = row.text.strip().rstrip(" .;")
        return NoticeRow(
            row.id, text, row.unit, row.deadline, ", ".join(bodies), row.opinion_ids, _numbers(members), True
        )

    def _of_promise(self, one: Commitment) -> NoticeRow:
        members = self._members(one.opinion_ids)
        body = one.receiving_body.strip()
        row = NoticeRow(
            one.id, one.text, one.unit, one.deadline, body, one.opinion_ids, _numbers(members), False
        )
        if one.carried_from:
            return replace(row, text=self._carried_on.format(text=one.text.strip().rstrip(" .;")))
        told = [found for found in members if found.outcome is not None]
        if not told or not self._is_gist(one, told):
            return row
        return replace(row, text=self._duty(told, one))

    def _duty(self, members: Sequence[Opinion], one: Commitment) -> str:
        """What is asked, and how it is to be answered where that is not sending it up."""
        outcome = members[0].outcome or Outcome.NOTED
        matter = Matter(outcome, tuple(members), one.opinion_ids, body=one.receiving_body)
        asked = self._drafting.asked(matter, self._shown)
        if outcome is Outcome.ESCALATED:
            return asked[:1].upper() + asked[1:]
        if outcome in OPEN_OUTCOMES:
            return self._drafting.text(matter, self._shown)
        return self._drafting.words("kept_word", matter=asked)

    def _is_gist(self, one: Commitment, members: Sequence[Opinion]) -> bool:
        """Whether nobody has put the promise into words of his own; what is withheld is never quoted."""
        if any(found.withheld for found in members):
            return True
        raw = (self._raw[found.id].text for found in members)
        return any(_opening(text) == one.text for text in raw if text.strip())

    def _members(self, ids: Iterable[str]) -> list[Opinion]:
        """Those with a result first said at the hall, as the promise is named after them."""
        found = [self._by_id[key] for key in ids if key in self._by_id]
        return sorted(found, key=lambda one: (bool(one.answered_with), not one.said_at_hall, one.number))


def _only(conclusions: tuple[Conclusion, ...], records: Records) -> Records:
    """The records with no other words in them, but with everybody who must not be named."""
    return replace(
        records,
        conclusions=conclusions,
        opinions=tuple(
            replace(one, text="", prepared_answer="", outcome_reason="", group_note="")
            for one in records.opinions
        ),
        answers=tuple(replace(one, text="", follow_up="") for one in records.answers),
        attendance=(),
        versions=(),
    )


def _opening(text: str) -> str:
    words = gist_of(text).words
    return words[:1].upper() + words[1:]


def _numbers(opinions: Iterable[Opinion]) -> tuple[int, ...]:
    return tuple(sorted({one.number for one in opinions}))
