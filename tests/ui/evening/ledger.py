"""What must be in the book after the evening, worked out from the script alone without the program."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import singledispatchmethod

from dialogue_desktop.domain.records import TurnState
from tests.ui.evening import kinds
from tests.ui.evening.people import COLLECTED, OFFICIALS
from tests.ui.evening.wall import at

Stretch = tuple[datetime, datetime]


@dataclass
class Person:
    """One who came to the table, in the words of the line."""

    called: str
    name: str
    locality: str
    hamlet: str = ""
    topic: str = ""
    interpreter: str = ""
    online: bool = False
    anonymous: bool = False


@dataclass
class TurnOf:
    """A turn as it must be in the end."""

    person: Person
    again: int = 1
    state: TurnState = TurnState.WAITING
    spans: list[Stretch] = field(default_factory=list)
    consent: bool | None = None


@dataclass
class OpinionOf:
    """An opinion as it must be in the end; answers as (said again, who, position, text)."""

    said: kinds.Said
    turn: TurnOf
    answers: list[tuple[str, str, str, str]]
    outcome: object
    marked: bool
    with_: OpinionOf | None = None  # has its answer from there

    @property
    def due(self) -> kinds.Said:
        """Whose unit and day hold."""
        return self.with_.said if self.with_ is not None else self.said


def read_line(line: str) -> Person:
    """ "bà Hoàng Thị Nhài /xóm Trại, Phú Ấp - nước", "… (pd: anh Tủa, tiếng Mông)", "… @trực tuyến"."""
    line, _, sign = line.partition(" @")
    line, _, brackets = line.partition(" (pd: ")
    who, _, where = line.partition(" /")
    where, _, topic = where.partition(" - ")
    hamlet, _, thon = where.rpartition(", ")
    called, _, name = who.partition(" ")
    nobody = who == "ẩn danh"
    return Person(
        "" if nobody else called, "" if nobody else name, f"thôn {thon}", hamlet, topic,
        brackets.rstrip(")"), bool(sign), nobody,
    )  # fmt: skip


class Ledger:
    """Takes the events one after the other."""

    def __init__(self, events: tuple[kinds.Event, ...]) -> None:
        self.turns: list[TurnOf] = []
        self.opinions: list[OpinionOf] = []
        self.acts: Counter[str] = Counter()
        self.present: dict[str, tuple[int, datetime]] = {}
        self.conclusions: list[kinds.Concludes] = []
        self.collected: dict[int, object] = {}
        self.started = self.ended = self.zero = datetime.max
        self.step = ""
        self.drafted = self.adopted = False
        self.leads = ""
        for event in events:
            self.take(event)

    def turn(self, who: str) -> TurnOf:
        """The newest of somebody."""
        return next(turn for turn in reversed(self.turns) if turn.person.name == who)

    def opinion(self, beginning: str) -> OpinionOf:
        return next(one for one in self.opinions if one.said.text.startswith(beginning))

    @singledispatchmethod
    def take(self, event: kinds.Event) -> None:
        raise TypeError(event)

    @take.register
    def _hall(self, event: kinds.HallScreen) -> None:
        """Nothing of it is kept."""

    @take.register
    def _hands_over(self, event: kinds.HandsOver) -> None:
        self.leads = event.to
        self.acts["session.edit"] += 1

    @take.register
    def _chair_asks(self, event: kinds.ChairAsks) -> None:
        """Answered from what is written."""

    @take.register
    def _recorder(self, event: kinds.RecorderSet) -> None:
        hours, minutes, seconds = map(int, event.counter.split(":"))
        self.zero = at(event.at) - timedelta(hours=hours, minutes=minutes, seconds=seconds)
        self.acts["session.recording"] += 1

    @take.register
    def _registered(self, event: kinds.Registered) -> None:
        for one in COLLECTED:
            if one.name in event.names:
                self.turns.append(TurnOf(Person(one.called, one.name, one.locality, topic=one.field)))
        self.acts["turn.register"] += 1

    @take.register
    def _answers_collected(self, event: kinds.AnswersCollected) -> None:
        self.collected.update(event.outcomes)
        self.acts["opinion.edit"] += len(event.outcomes)

    @take.register
    def _comes(self, event: kinds.Comes) -> None:
        self.turns.append(TurnOf(read_line(event.line)))
        self.acts["turn.add"] += 1

    @take.register
    def _opens(self, event: kinds.Opens) -> None:
        self.started = at(event.at)
        self.acts["session.start"] += 1

    @take.register
    def _counted(self, event: kinds.Counted) -> None:
        for thon, present in event.present:
            self.present[f"thôn {thon}"] = present, at(event.at)
        self.acts["attendance.set"] += len(event.present)

    @take.register
    def _step(self, event: kinds.Step) -> None:
        self.step = event.step
        self.acts["session.step"] += 1

    @take.register
    def _moved(self, event: kinds.MovedUp) -> None:
        self.acts["turn.move"] += event.places

    @take.register
    def _speaks(self, event: kinds.Speaks) -> None:
        turn = self.turn(event.who)
        turn.state = TurnState.DONE
        if not event.forgot:
            begin = at(event.at) + timedelta(seconds=event.walk)
            half = event.spoke // 2 if event.pause else event.spoke
            middle = begin + timedelta(seconds=half)
            turn.spans.append((begin, middle))
            if event.pause:
                on = middle + timedelta(seconds=event.pause)
                turn.spans.append((on, on + timedelta(seconds=event.spoke - half)))
                self.acts["turn.pause"] += 1
                self.acts["turn.resume"] += 1
            self.acts["turn.start"] += 1
            self.acts["turn.answer"] += 1
        self.acts["turn.finish"] += 1
        for said in event.said:
            self._write(said, turn)
        if event.jointly:
            other, lead = self.opinion(event.jointly), self.opinions[-1]
            other.with_, other.outcome = lead, lead.outcome
            self.acts["opinion.joint"] += 1
            self.acts["opinion.add"] -= 1  # both are one act

    @take.register
    def _at_once(self, event: kinds.SpeaksAtOnce) -> None:
        turn = self.turn(event.who)
        turn.state = TurnState.DONE
        begin = at(event.at) + timedelta(seconds=event.walk)
        turn.spans.append((begin, begin + timedelta(seconds=event.spoke)))
        self.acts.update(("turn.start", "turn.answer", "turn.finish", "opinion.split"))
        for said in event.said:
            self._write(said, turn)
        self.acts["opinion.add"] -= len(event.said) - 1  # all but the last are written by the cut

    @take.register
    def _answered(self, event: kinds.AnsweredInTurn) -> None:
        for beginning, reply in event.replies:
            self.opinion(beginning).answers.append(("", *OFFICIALS[reply.by], reply.text))
            self.acts["opinion.edit"] += 1

    @take.register
    def _back(self, event: kinds.BackAgain) -> None:
        turn = self.turn(event.who)
        turn.state = TurnState.DONE
        turn.spans.append((at(event.at), at(event.at) + timedelta(seconds=event.spoke)))
        self.acts.update(("turn.start", "turn.answer", "turn.finish"))
        self._write(event.said, turn)

    def _write(self, said: kinds.Said, turn: TurnOf) -> None:
        answers: list[tuple[str, str, str, str]] = []
        who, position = "", ""
        for again, reply in (
            *(("", reply) for reply in said.replies), *((one.said, one.reply) for one in said.rounds)
        ):  # fmt: skip
            who, position = OFFICIALS[reply.by] if reply.by else (who, position)
            taken = f"{COLLECTED[said.repeats - 1].answer} " if reply.taken else ""
            answers.append((again, who, position, taken + reply.text))
        self.opinions.append(OpinionOf(said, turn, answers, said.outcome, said.marked))
        self.acts["opinion.add"] += 1

    @take.register
    def _not_there(self, event: kinds.NotThere) -> None:
        self.turn(event.who).state = TurnState.ABSENT
        self.acts["turn.absent"] += 1

    @take.register
    def _withdraws(self, event: kinds.Withdraws) -> None:
        self.turn(event.who).state = TurnState.WITHDRAWN
        self.acts["turn.withdraw"] += 1

    @take.register
    def _again(self, event: kinds.OnceMore) -> None:
        before = self.turn(event.who)
        self.turns.append(TurnOf(before.person, before.again + 1, consent=before.consent))
        self.acts["turn.again"] += 1

    @take.register
    def _consents(self, event: kinds.Consents) -> None:
        self.turn(event.who).consent = event.named
        self.acts["turn.edit"] += 1

    @take.register
    def _put_right(self, event: kinds.ClockPutRight) -> None:
        self.turn(event.who).spans = [(at(event.start), at(event.end))]
        self.acts["turn.spans"] += 1

    @take.register
    def _comes_back(self, event: kinds.ComesBackTo) -> None:
        opinion = self.opinion(event.opinion)
        opinion.answers.append(("", *OFFICIALS[event.reply.by], event.reply.text))
        opinion.outcome, opinion.marked = event.outcome, False
        self.acts["opinion.edit"] += 1

    @take.register
    def _asks_again(self, event: kinds.AsksAgain) -> None:
        opinion = self.opinion(event.opinion)
        _, who, position, _ = opinion.answers[-1]
        if event.round.reply.by:
            who, position = OFFICIALS[event.round.reply.by]
        opinion.answers.append((event.round.said, who, position, event.round.reply.text))
        opinion.outcome = event.outcome or opinion.outcome
        self.acts["opinion.edit"] += 1

    @take.register
    def _taken_back(self, event: kinds.TakenBack) -> None:
        self.acts.update((f"undo:{event.what}", f"redo:{event.what}"))

    @take.register
    def _concludes(self, event: kinds.Concludes) -> None:
        self.conclusions.append(event)
        self.acts["conclusion.set"] += 1

    @take.register
    def _drafted(self, event: kinds.Drafted) -> None:
        self.drafted = True
        self.acts["conclusion.draft"] += 1

    @take.register
    def _read_back(self, event: kinds.ReadBack) -> None:
        self.adopted = True
        self.acts["session.edit"] += 1

    @take.register
    def _ends(self, event: kinds.Ends) -> None:
        self.ended = at(event.at)
        self.acts["session.end"] += 1
