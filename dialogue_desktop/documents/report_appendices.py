"""The tables behind the report: figures, what is owed with its state, every opinion in short (M7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.doc_conclusion import wording_of
from dialogue_desktop.documents.numbering import number_of, roman
from dialogue_desktop.documents.office_words import capital, sentence
from dialogue_desktop.documents.paper_parts import dated
from dialogue_desktop.documents.tree import (
    NBSP,
    Align,
    Appendix,
    Block,
    Cell,
    Column,
    Heading,
    Level,
    Orientation,
    Row,
    Section,
    Table,
    cell,
)
from dialogue_desktop.domain.after_records import (
    COMMITMENT_STATE_LABELS,
    Commitment,
    CommitmentState,
    Step,
)
from dialogue_desktop.domain.commitments import is_late
from dialogue_desktop.domain.figures import Row as Line
from dialogue_desktop.domain.figures import place_of
from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.letters import escalations
from dialogue_desktop.domain.notice_content import is_beyond, promise_texts
from dialogue_desktop.domain.opinion_gist import gist_of, shortened
from dialogue_desktop.domain.privacy import hidden_names, mask_numbers, may_name, unnamed
from dialogue_desktop.domain.records import Opinion, Records, Voice
from dialogue_desktop.domain.register import replaced
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import count2, date_short

_FIGURES = (Column(11, Align.CENTER), Column(), *(Column(22, Align.CENTER) for _ in range(5)))
_OWED = (
    Column(11, Align.CENTER),
    Column(),
    Column(18, Align.CENTER),
    Column(46),
    Column(26, Align.CENTER),
    Column(25, Align.CENTER),
    Column(38),
)
_OPINIONS = (Column(13, Align.CENTER), Column(74), Column(30), Column(), Column(52))
#: Kinds of letters that say what became of a promise.
_LETTERS = frozenset({"replies", "escalations"})
_ASKED, _SAID = 220, 320  # letters of an opinion and of its answer


class Appendices:
    """Which tables there are, under which number, and their pages.

    Anchors: "total:<part>", "commitment:<id>", "opinion:<id>".
    """

    def __init__(self, source: AfterPaper) -> None:
        self._source = source
        keys = ["figures", "owed", "opinions"] if source.figures.all.total else ["owed"]
        #: Those that hold something, in their order.
        self.names = tuple(key for key in keys if key != "owed" or source.commitments)

    @cached_property
    def _public(self) -> Records:
        return self._source.public(self._source.records)

    @cached_property
    def texts(self) -> dict[str, str]:
        """What is to be done for each promise, by its id, in words that may be posted."""
        source = self._source
        return promise_texts(source.records, source.commitments, wording_of(source, self._public))

    def name(self, key: str) -> str:
        """ "Phụ lục II" for "owed"; the last for one that there is not."""
        phrases = self._source.paper.phrases
        if len(self.names) < 2:
            return phrases("appendix_one")
        at = self.names.index(key) if key in self.names else len(self.names) - 1
        return phrases("appendix", number=roman(at + 1))

    def sections(self) -> Iterator[Section]:
        made = {"figures": self._figures, "owed": self._owed, "opinions": self._opinions}
        for key in self.names:
            blocks = tuple(made[key]())
            landscape = Orientation.PORTRAIT if key == "figures" else Orientation.LANDSCAPE
            yield Section((self._head(key), *blocks), landscape)

    def _head(self, key: str) -> Appendix:
        source, paper, phrases = self._source, self._source.paper, self._source.paper.phrases
        line = source.line()
        number = source.letterhead("BC").number.replace(":", "")
        reference = phrases(
            "with_party" if paper.party else "with",
            number=number[:1].lower() + number[1:],
            date=dated(line.dated_on, paper.plan.year).replace(" ", NBSP),
            body=paper.body,
        )
        return Appendix(self.name(key), phrases(f"{key}_title"), paper.whole(reference))

    # --- figures

    def _figures(self) -> Iterator[Block]:
        counted, phrases = self._source.figures, self._source.paper.phrases
        parts = {"field": counted.fields, "locality": counted.localities, "unit": counted.units}
        for n, (key, rows) in enumerate(parts.items(), start=1):
            number = number_of(self._source.paper.sheet, Level.CLAUSE, n)
            yield Heading(Level.CLAUSE, number, phrases(f"figures_{key}"), f"heading:{key}")
            heads = (name.format(label=phrases(f"label_{key}")) for name in phrases.list("figures_columns"))
            total = (cell(phrases("total"), Align.CENTER, span=2), *_counts(counted.all))
            yield Table(
                _FIGURES,
                (*self._lines(key, rows), Row(total, bold=True, anchor=f"total:{key}")),
                (Row(tuple(cell(head) for head in heads)),),
            )

    def _lines(self, key: str, rows: Sequence[Line]) -> Iterator[Row]:
        for n, row in enumerate(rows, start=1):
            label = capital(row.label) or self._source.paper.phrases(f"unknown_{key}")
            yield Row((cell(str(n)), cell(label), *_counts(row)), anchor=f"{key}:{row.label}")

    # --- what is owed

    def _owed(self) -> Iterator[Block]:
        source, phrases = self._source, self._source.paper.phrases
        by_id = {one.id: one for one in source.records.opinions}
        texts = self.texts
        steps: dict[str, list[Step]] = {}
        for step in source.records.steps:
            steps.setdefault(step.commitment_id, []).append(step)
        letters = _letters(source)
        groups = {
            "owed_own": [one for one in source.commitments if not is_beyond(one, by_id)],
            "owed_beyond": [one for one in source.commitments if is_beyond(one, by_id)],
        }
        rows: list[Row] = []
        for key, found in groups.items():
            if found and len([members for members in groups.values() if members]) > 1:
                head = cell(phrases(key, count=count2(len(found))), Align.LEFT, span=len(_OWED))
                rows.append(Row((head,), bold=True, anchor=key, keep_next=True))
            for one in found:
                known = [cited for key in (one.id, *one.opinion_ids) for cited in letters.get(key, ())]
                evidence = self._evidence(one, steps.get(one.id, []), known)
                rows.append(self._promise(one, texts[one.id], by_id, evidence))
        heads = Row(tuple(cell(name) for name in phrases.list("owed_columns")))
        yield Table(_OWED, tuple(rows), (heads,))

    def _promise(
        self, one: Commitment, words: str, by_id: dict[str, Opinion], evidence: Iterable[str]
    ) -> Row:
        phrases = self._source.paper.phrases
        numbers = sorted({by_id[key].number for key in one.opinion_ids if key in by_id})
        who = [name for name in (one.unit.strip(), one.receiving_body.strip()) if name]
        cells = (
            cell(str(one.number)),
            cell(sentence(words)),
            cell(", ".join(map(str, numbers))),
            cell("\n".join(who) or phrases("unknown_unit")),
            cell(date_short(one.deadline) if one.deadline else ""),
            cell(self._state(one)),
            cell("\n".join(evidence)),
        )
        return Row(cells, anchor=f"commitment:{one.id}")

    def _state(self, one: Commitment) -> str:
        phrases = self._source.paper.phrases
        if one.carried_to:
            return phrases("carried")
        if one.state is CommitmentState.DONE and one.done_on is not None:
            return phrases("done_on", day=date_short(one.done_on))
        label = COMMITMENT_STATE_LABELS[one.state]
        return phrases("late", state=label) if is_late(one, self._source.today) else label

    def _evidence(self, one: Commitment, steps: list[Step], known: list[str]) -> Iterator[str]:
        """The letters of its history and of the register, each once, and why it stands as it does."""
        phrases = self._source.paper.phrases
        told = []
        for step in steps:
            letter = step.letter.strip().removeprefix("số ")
            if letter and step.letter_on:
                told.append(phrases("letter_on", letter=letter, day=date_short(step.letter_on)))
            elif letter:
                told.append(phrases("letter", letter=letter))
        told += [phrases("letter", letter=cited.removeprefix("số ")) for cited in known]
        yield from dict.fromkeys(told)
        if one.state_reason.strip():
            yield sentence(capital(mask_numbers(one.state_reason.strip())[0]))

    # --- every opinion

    def _opinions(self) -> Iterator[Block]:
        source, phrases = self._source, self._source.paper.phrases
        records = self._public
        shown = Shown(unnamed(source.records), JointAnswers(records))
        by_field: dict[str, list[Opinion]] = {}
        for one in records.opinions:
            by_field.setdefault(one.field.strip().casefold(), []).append(one)
        rows: list[Row] = []
        for line in source.figures.fields:
            found = by_field.get(line.label.casefold(), [])
            words = phrases(
                "opinions_field", field=line.label or phrases("unknown_field"), count=count2(len(found))
            )
            head = cell(words, Align.LEFT, span=len(_OPINIONS))
            rows.append(Row((head,), bold=True, anchor=f"opinions:{line.label}", keep_next=True))
            rows += [self._opinion(one, shown) for one in found]
        heads = Row(tuple(cell(name) for name in phrases.list("opinions_columns")))
        yield Table(_OPINIONS, tuple(rows), (heads,))

    def _opinion(self, one: Opinion, shown: Shown) -> Row:
        phrases = self._source.paper.phrases
        asked = phrases("withheld")
        if not one.withheld:
            asked = sentence(capital(gist_of(shown.words(one.text, one), _ASKED).words))
        cells = (
            cell(str(one.number)),
            cell(asked),
            cell(capital(place_of(one))),
            cell(self._answer(one, shown)),
            cell(sentence("; ".join(self._outcome(one)))),
        )
        return Row(cells, anchor=f"opinion:{one.id}")

    def _answer(self, one: Opinion, shown: Shown) -> str:
        """What was said, shortened where a clause ends; the whole stands in the minutes."""
        phrases = self._source.paper.phrases
        if one.withheld:
            return ""
        joint, lead = shown.joint, shown.joint.lead_of(one)
        own = [answer.text for answer in joint.own_answers(one) if answer.text.strip()]
        if not own and lead is not None and joint.is_answered(lead):
            return phrases("answer_joint", number=lead.number)
        whole = one_line(shown.words(" ".join(own), one))
        if not whole:
            return phrases("no_answer")
        words = shortened(whole, _SAID)
        if len(words) + 2 >= len(whole):
            return sentence(whole)
        return phrases("cut", words=words if words.endswith("…") else sentence(words))

    def _outcome(self, one: Opinion) -> Iterator[str]:
        phrases = self._source.paper.phrases
        yield capital(phrases(f"outcome_{one.outcome.value if one.outcome is not None else 'none'}"))
        if one.outcome_reason.strip():
            yield phrases("reason", reason=one.outcome_reason.strip(" .;"))
        if one.unit.strip():
            yield phrases("unit", unit=one.unit.strip())
        if one.receiving_body.strip():
            yield one.receiving_body.strip()
        if one.deadline is not None:
            yield phrases("deadline", day=date_short(one.deadline))


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be read of opinions and answers: `hidden` are those who did not agree to be named."""

    hidden: Sequence[Voice]
    joint: JointAnswers

    def words(self, text: str, opinion: Opinion) -> str:
        named = ((voice.name, voice.locality) for voice in opinion.voices) if may_name(opinion) else ()
        return hidden_names(text, self.hidden, named)


def _letters(source: AfterPaper) -> dict[str, list[str]]:
    """ "số 24/UBND-VP ngày 28/4/2026": issued replies and letters to a higher level, by the opinions and the
    promises that they speak of."""
    papers = source.records.papers
    gone = replaced(papers)
    found: dict[str, list[str]] = {}
    for one in papers:
        if one.kind in _LETTERS and one.issued_at is not None and one.id not in gone and one.number:
            for key in one.opinion_ids:
                found.setdefault(key, []).append(source.cited(one.kind, one.subject))
    for letter in escalations(source.records, source.commitments):
        cited = source.cited("escalations", letter.subject)
        for key in (*letter.opinion_ids, *letter.commitment_ids) if cited else ():
            found.setdefault(key, []).append(cited)
    return found


def _counts(row: Line) -> tuple[Cell, ...]:
    counts = (row.total, row.settled, row.owed, row.beyond, row.unknown)
    return tuple(cell(count2(count)) for count in counts)
