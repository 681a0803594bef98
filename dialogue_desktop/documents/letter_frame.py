"""What the letters of a series share: form 1.5 of NĐ 30/2020, one section for each letter (M5, M6, F1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dialogue_desktop.documents.after_ends import (
    filed,
    finished,
    is_file,
    own_lines,
    replacing,
    signature,
)
from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.letterhead import number_line, two_digits
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.documents.tree import (
    NBSP,
    Addressee,
    Block,
    Document,
    Letterhead,
    Paragraph,
    Role,
    Run,
    Section,
    SignatureBlock,
    para,
)
from dialogue_desktop.domain.after_records import Commitment
from dialogue_desktop.domain.letters import Letter
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.register import in_force, newest
from dialogue_desktop.domain.register_kinds import symbol_of
from dialogue_desktop.domain.text_vi import marked
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short


@dataclass(frozen=True, slots=True)
class LetterFrame:
    """One letter of the paper `source`, with what belongs to it."""

    source: AfterPaper
    letter: Letter

    @property
    def phrases(self) -> Phrases:
        return self.source.paper.phrases

    @property
    def body(self) -> str:
        return self.source.paper.body

    def opinions(self) -> tuple[Opinion, ...]:
        """Those that the letter speaks of, in the order of the minutes."""
        wanted = set(self.letter.opinion_ids)
        return tuple(one for one in self.source.records.opinions if one.id in wanted)

    def commitments(self) -> tuple[Commitment, ...]:
        """Its promises, in the letter's own order."""
        by_id = {one.id: one for one in self.source.commitments}
        return tuple(by_id[key] for key in self.letter.commitment_ids if key in by_id)

    # --- the office's own words

    def words(self, key: str, drafted: str) -> str:
        return self.source.words(key, drafted, self.letter.subject)

    def part(self, key: str, drafted: str) -> Iterator[Block]:
        """A part as paragraphs, one for each of its lines."""
        for line in self.words(key, drafted).split("\n"):
            if line.strip():
                yield para(line.strip(), anchor=self.anchor(key))

    def anchor(self, key: str) -> str:
        return f"{key}:{self.letter.subject}"

    # --- head and end

    def head(self, about: str) -> Letterhead:
        """Number and date of the register, what the letter is about under the number."""
        source = self.source
        paper, line = source.paper, source.line(self.letter.subject)
        symbol = line.symbol.strip() or symbol_of(paper.plan, source.name)
        head = paper.letterhead("", dated_on=line.dated_on)
        number = number_line(paper.sheet, line.number, symbol)
        return replace(head, number=number, subject=self.words("subject", about).replace("\n", " "))

    def addressee(self, names: Sequence[str]) -> Addressee:
        own = own_lines(self.words("addressees", "\n".join(names)))
        return Addressee(own or (self.source.paper.common("dots"),))

    def closing(self, drafted: str) -> Iterator[Block]:
        """The last words with the sign of the form; what stands before them in the part are paragraphs."""
        yield from replacing(self.source, self.letter.subject)
        *before, last = [line.strip() for line in self.words("closing", drafted).split("\n") if line.strip()]
        for line in before:
            yield para(line)
        yield para(self.source.paper.ended(last), Role.CLOSING, self.anchor("closing"))

    def end(self, drafted: Iterable[str]) -> SignatureBlock:
        """To whom copies go, by the register, else as drafted; who signs, by the plan. In the register the
        one whom the letter is written to may stand alone: here that is "Như trên"."""
        source = self.source
        to = marked(self.letter.to)
        listed = [one for one in source.line(self.letter.subject).recipients if marked(one) != to]
        lines = list(own_lines("\n".join(listed or dict.fromkeys(drafted))))
        if not any(is_file(line) for line in lines):
            lines.append(filed(source))
        shown = own_lines(self.words("recipients", "\n".join(lines)))
        return signature(source, shown, self.letter.subject)

    def usual_copies(self) -> tuple[str, ...]:
        """Those who get a copy of every letter."""
        source = self.source
        key = "recipients_party" if source.paper.party else "recipients_state"
        unit = source.paper.plan.issuer.unit_kind.value
        return tuple(name.format(unit=unit) for name in self.phrases.list(key))


def series(source: AfterPaper, about: str, sections: Iterable[Section]) -> Document:
    """The document of all letters."""
    document = replace(source.paper.document((), subject=about), sections=tuple(sections))
    # The label of a draft stands on the first page of a file: on one letter, never on the first of many.
    return finished(source, document) if len(source.only) == 1 else document


def chosen(letters: Iterable[Letter], only: Sequence[str]) -> tuple[Letter, ...]:
    """Those that were asked for, all where nobody asked for some."""
    return tuple(one for one in letters if not only or one.subject in only)


# --- shared words


def cited_letter(source: AfterPaper, kind: str, subject: str = "") -> str:
    """ "số 12/UBND-VP ngày 04/5/2026" of a letter that has its number, "" before."""
    found = in_force(source.records.papers, kind, subject) or newest(source.records.papers, kind, subject)
    if found is None or not found.number.strip():
        return ""
    return numbered(source, found.number, found.symbol.strip() or symbol_of(source.paper.plan, kind)) + (
        f" ngày {date_short(found.dated_on)}" if found.dated_on else ""
    )


def numbered(source: AfterPaper, number: str, symbol: str) -> str:
    """ "số 12/UBND-VP", never broken at the end of a line."""
    shown = source.paper.sheet.words.number.format(number=two_digits(number.strip()), symbol=symbol)
    shown = shown.removeprefix("Số").lstrip(": ").strip()
    return f"số{NBSP}{shown}".replace(" ", NBSP)


def conference_on(source: AfterPaper) -> str:
    """The conference with its day, as far as that is known."""
    started, paper = source.records.session.started_at, source.paper
    day = on_wall(started).date() if started else paper.plan.day
    return f"{paper.conference} (ngày {date_short(day)})" if day else paper.conference


def minutes_cited(source: AfterPaper) -> str:
    """ "Biên bản số 07/BB-UBND" as far as the number is known."""
    plan = source.paper.plan
    number = plan.minutes_number.strip()
    return f"Biên bản {numbered(source, number, plan.minutes_symbol)}" if number else "Biên bản Hội nghị"


def lead(words: str, text: str, *, bold: bool = False, anchor: str = "") -> Paragraph:
    """ "*Tại Hội nghị, ông Lẫm trả lời:* …" with the lead told apart."""
    return Paragraph((Run(f"{words} ", bold=bold, italic=not bold), Run(text)), anchor=anchor)
