"""The records as they may be posted, with every passage that was left out named one by one (M2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass, replace

from dialogue_desktop.domain.answer_sources import AnswerSources
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.consent import may_name
from dialogue_desktop.domain.joint_answers import JointAnswers, in_print_order
from dialogue_desktop.domain.private_contacts import ContactFinder
from dialogue_desktop.domain.private_names import Key, NameFinder, given_name, key_of, unconsenting
from dialogue_desktop.domain.private_words import passage_cuts, private_cuts
from dialogue_desktop.domain.queue_rules import UNHEARD
from dialogue_desktop.domain.records import Answer, Attendance, Conclusion, Opinion, Records, Turn, Voice
from dialogue_desktop.domain.redaction import CutKind, Removed, cut_out

#: What stands in place of an interpreter who is not to be named.
SOMEBODY = "…"
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One passage that the posted copy does not have. `part` is the part of the place ("trả lời"), empty for
    what stands in its head; `shown` is what is printed instead."""

    kind: CutKind
    words: str
    place: str
    part: str = ""
    shown: str = ""

    @property
    def sentence(self) -> str:
        """ "Số 0912 345 678 trong trả lời (ý kiến số 3)"."""
        if self.kind is CutKind.WHOLE:
            return f"{self.kind.value} {f'{self.part} ' if self.part else ''}{self.place}"
        words = " ".join(self.words.split())
        if len(words) > _LONGEST:
            words = f"{words[: _LONGEST - 1].rstrip()}…"
        words = f"“{words}”" if self.kind is CutKind.PASSAGE else words
        return f"{self.kind.value} {words}{f' trong {self.part}' if self.part else ''} ({self.place})"


@dataclass(frozen=True, slots=True)
class Posted:
    """Records fit to be posted, and what was left out, in the order of the page."""

    records: Records
    left_out: tuple[LeftOut, ...] = ()

    @property
    def masked(self) -> tuple[str, ...]:
        """A sentence for each place, for the secretary."""
        found = Counter(one.sentence for one in self.left_out)
        return tuple(words if n == 1 else f"{words}, {n} chỗ" for words, n in found.items())


def posted(records: Records, officials: Iterable[str] = (), contacts: Collection[Contact] = ()) -> Posted:
    """Names only with consent, never below the thôn, no telephone, no house, nothing that is withheld.

    `officials` are names of people in office beside those who answered: "ông Đức" may mean one of them.
    `contacts` are telephones and houses that the office knows besides.
    """
    return _Poster(records, officials, contacts).posted()


def hidden_parts(opinions: Iterable[Opinion]) -> tuple[str, ...]:
    """The passages that the secretary marked as not to be posted."""
    return tuple(part for one in opinions for part in one.hidden_parts)


def people_known(records: Records, officials: Iterable[str] = ()) -> frozenset[str]:
    """Given names of those who may be named: in office, or with consent."""
    chairs = records.session.chairs or ()
    secretaries = records.session.secretaries or ()
    names = [
        *officials,
        *(answer.answerer for answer in records.answers),
        *(chair.official.name for chair in chairs),
        *(one.official.name for one in secretaries),
        *(voice.name for one in records.opinions if may_name(one) for voice in one.voices),
    ]
    return frozenset(given for name in names if (given := given_name(name)))


class _Poster:
    """Goes through the records once; what is left out is noted under its place."""

    def __init__(self, records: Records, officials: Iterable[str], contacts: Collection[Contact]) -> None:
        self.records = records
        self.contacts = ContactFinder(contacts)
        self.finder = NameFinder(unconsenting(records), people_known(records, officials))
        self.joint = JointAnswers(records)
        self.sources = AnswerSources(records, self.joint)
        self.left: dict[str, list[LeftOut]] = {}

    def posted(self) -> Posted:
        records = self.records
        withheld = {one.id for one in records.opinions if one.withheld}
        records = _answered_apart(records, withheld)
        kept = tuple(one for one in records.answers if one.opinion_id not in withheld)
        self.sources = AnswerSources(replace(records, answers=kept))
        opinions = tuple(self.opinion(one) for one in records.opinions)
        answers = tuple(self.answers(records, withheld))
        turns = tuple(self.turn(turn) for turn in records.turns)
        conclusions = tuple(
            replace(
                row, text=self.conclusion(row, f"kết luận {n}"), unit=self.text(row.unit, f"kết luận {n}")
            )
            for n, row in enumerate(records.conclusions, start=1)
        )
        attendance = tuple(self.attendance(row, n) for n, row in enumerate(records.attendance, start=1))
        versions = tuple(
            replace(one, reason=self.text(one.reason, f"lý do đính chính lần {one.number}"))
            for one in records.versions
        )
        fit = replace(
            records,
            turns=turns,
            opinions=opinions,
            answers=answers,
            attendance=attendance,
            conclusions=conclusions,
            versions=versions,
        )
        return Posted(fit, tuple(self.in_order()))

    def in_order(self) -> Iterator[LeftOut]:
        """As the page goes: head, collected, who did not speak, hall, conclusions."""
        records = self.records
        places = [
            *(f"lý do đính chính lần {one.number}" for one in records.versions),
            *(f"dòng điểm danh {n}" for n in range(1, len(records.attendance) + 1)),
            *(_place(one) for one in in_print_order(records.collected())),
            *(f"lượt số {turn.number}" for turn in records.turns),
            *(_place(one) for one in records.at_hall()),
            *(f"kết luận {n}" for n in range(1, len(records.conclusions) + 1)),
        ]
        for place in dict.fromkeys(places):
            yield from self.left.get(place, ())

    # --- parts

    def note(self, place: str, kind: CutKind, words: str, part: str = "", shown: str = "") -> None:
        """What no page of the minutes shows has no place."""
        self.left.setdefault(place, []).append(LeftOut(kind, words, place, part, shown))

    def text(
        self,
        text: str,
        place: str,
        part: str = "",
        *,
        about: Iterable[Opinion] = (),
        names: bool = True,
    ) -> str:
        """A text without what may not be read; `about` are the opinions that it belongs to."""
        if not text:
            return text
        found, removed = redacted(text, self.finder if names else None, tuple(about), self.contacts)
        for one in removed:
            self.note(place, one.kind, one.words, part, one.shown)
        return found

    def opinion(self, opinion: Opinion) -> Opinion:
        place = _place(opinion)
        voices = tuple(self.voice(voice, opinion, place) for voice in opinion.voices)
        named = may_name(opinion)
        note = opinion.group_note
        if note and not named and not opinion.anonymous:
            self.note(place, CutKind.NAME, note)
        about = (opinion,)
        text, reason, prepared = opinion.text, opinion.outcome_reason, opinion.prepared_answer
        if opinion.withheld:
            self.note(place, CutKind.WHOLE, text)
            if self.joint.own_answers(opinion):
                self.note(place, CutKind.WHOLE, "", "trả lời")
            if reason:
                self.note(place, CutKind.WHOLE, reason, "lý do ở kết quả")
            text = reason = prepared = ""
        # What no page shows is made fit all the same, and is no part of the list.
        prepared_place = place if self.sources.of(opinion).prepared else ""
        return replace(
            opinion,
            voices=voices,
            group_note=self.text(note, place, "ghi chú nhóm", about=about) if named else "",
            text=self.text(text, place, "nội dung", about=about),
            prepared_answer=self.text(prepared, prepared_place, "trả lời chuẩn bị trước", about=about),
            outcome_reason=self.text(reason, place, "lý do", about=about),
            unit=self.text(opinion.unit, place, "tên đơn vị", names=False),
            receiving_body=self.text(opinion.receiving_body, place, "nơi nhận", names=False),
        )

    def voice(self, voice: Voice, opinion: Opinion, place: str) -> Voice:
        if opinion.anonymous:  # named in no copy
            return Voice(locality=self.text(voice.locality, place, "địa chỉ", names=False))
        if not may_name(opinion) and voice.name:
            self.note(place, CutKind.NAME, voice.shown)
        if voice.hamlet:
            self.note(place, CutKind.ADDRESS, voice.hamlet)
        locality = self.text(voice.locality, place, names=False)
        return replace(voice, hamlet="", locality=locality) if may_name(opinion) else Voice(locality=locality)

    def answers(self, records: Records, withheld: Container[str]) -> Iterator[Answer]:
        owners = {one.id: one for one in records.opinions}
        moved = {one.id: one for one in self.records.answers}
        for answer in records.answers:
            owner = owners.get(answer.opinion_id)
            if answer.opinion_id in withheld:
                continue
            about = [owner, *self.joint.led_by(owner.id)] if owner is not None else []
            first = moved.get(answer.id.removesuffix("+"))
            if first is not None and first.opinion_id in withheld:
                about += [one for one in self.records.opinions if one.id == first.opinion_id]
            place = _place(owner) if owner is not None else "trả lời"
            yield replace(
                answer,
                follow_up=self.text(answer.follow_up, place, "lời trao đổi lại", about=about),
                answerer=self.text(answer.answerer, place, "người trả lời", names=False),
                text=self.text(answer.text, place, "trả lời", about=about),
            )

    def turn(self, turn: Turn) -> Turn:
        """A turn without the name of who is not named in its opinions; who interprets for one leads to the
        speaker, and so does the language."""
        place = f"lượt số {turn.number}"
        said = [one for one in self.records.opinions if one.turn_id == turn.id]
        named = bool(said) and all(may_name(one) for one in said)
        voice = replace(turn.voice, hamlet="")
        if not named:
            unheard = turn.state in UNHEARD and not said
            if unheard and turn.voice.name and not turn.anonymous:
                self.note(place, CutKind.NAME, turn.voice.shown)
            if turn.interpreter and said:
                self.note(place, CutKind.PERSON, turn.interpreter)
            interpreter = SOMEBODY if turn.interpreter else ""
            return replace(turn, voice=Voice(locality=voice.locality), interpreter=interpreter)
        return replace(turn, voice=voice, interpreter=self.text(turn.interpreter, place, "người phiên dịch"))

    def attendance(self, row: Attendance, number: int) -> Attendance:
        return replace(row, label=self.text(row.label, f"dòng điểm danh {number}"))

    def conclusion(self, row: Conclusion, place: str) -> str:
        return self.text(row.text, place, about=_behind(row, self.records))


def redacted(
    text: str,
    finder: NameFinder | None,
    about: Collection[Opinion] = (),
    contacts: ContactFinder | None = None,
) -> tuple[str, tuple[Removed, ...]]:
    """A text that belongs to some opinions, without what may not be read, and what that was."""
    cuts = [*passage_cuts(text, hidden_parts(about))]
    if finder is not None:
        allowed: set[Key] = {key_of(voice) for one in about if may_name(one) for voice in one.voices}
        own = [voice for one in about if not may_name(one) for voice in one.voices]
        cuts += finder.cuts(text, allowed, own)
    if contacts is not None:
        cuts += contacts.cuts(text)
    return cut_out(text, (*cuts, *private_cuts(text)))


def public_text(row: Conclusion, records: Records, *, citizen: str = "công dân") -> str:
    """A conclusion as it may be posted or shown to the hall: who did not consent is called a citizen of the
    thôn, and no telephone or identity number is in it. Whom its own opinions may name stays named."""
    finder = NameFinder(unconsenting(records), people_known(records), citizen)
    return redacted(row.text, finder, _behind(row, records))[0]


def _behind(row: Conclusion, records: Records) -> tuple[Opinion, ...]:
    return tuple(one for one in records.opinions if one.id in row.opinion_ids)


def _place(opinion: Opinion) -> str:
    return f"ý kiến số {opinion.number}"


def _answered_apart(records: Records, withheld: Container[str]) -> Records:
    """A joint answer that would go with what is withheld stands with the first of the others; what was said
    again there stays away."""
    joint = JointAnswers(records)
    opinions, answers = list(records.opinions), list(records.answers)
    for lead in records.opinions:
        heirs = [one for one in joint.led_by(lead.id) if one.id not in withheld]
        if lead.id not in withheld or not heirs:
            continue
        ids = {one.id for one in heirs}
        opinions = [
            replace(o, answered_with="" if o.id == heirs[0].id else heirs[0].id) if o.id in ids else o
            for o in opinions
        ]
        last = max((a.round for a in joint.own_answers(heirs[0])), default=0)
        answers += [
            replace(a, id=f"{a.id}+", opinion_id=heirs[0].id, round=last + a.round, follow_up="")
            for a in joint.own_answers(lead)
        ]
    return replace(records, opinions=tuple(opinions), answers=tuple(answers))
