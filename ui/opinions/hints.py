"""What the words being typed suggest: field, competence, an opinion that says the same; made without Qt (C6).

Nothing here writes into the form: a hint is shown, and taken by a key.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from dialogue_desktop.domain.competence import CompetenceGuess
from dialogue_desktop.domain.field_guess import FieldGuess
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import fold, one_line
from ui.draft_keeper import Timer
from ui.live.session.quick_add import short_place
from ui.opinions.entry import Entry, place_label
from ui.runner import Runner

#: After the last key of the text; nobody is asked while words run.
PAUSE_MS = 350
_NEAR = 90  # letters of a similar opinion that a line can show


@dataclass(frozen=True, slots=True)
class Found:
    """What the core says of a text."""

    field: FieldGuess | None = None
    bodies: tuple[CompetenceGuess, ...] = ()
    similar: Opinion | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """One line: `words` say what and why, `value` is what is taken. `differs`: the form says otherwise."""

    words: str
    value: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Hints:
    """What the form shows under the text now; each None where there is nothing to say."""

    field: Hint | None = None
    body: Hint | None = None
    similar: Hint | None = None

    def lines(self) -> tuple[tuple[str, Hint], ...]:
        """(kind, hint) of those that are there, the most useful first."""
        both = (("field", self.field), ("body", self.body), ("similar", self.similar))
        return tuple((kind, hint) for kind, hint in both if hint is not None)


class Asks(Protocol):
    """The part of the core that is asked; on a thread of its own."""

    def hints(self, text: str, locality: str, but: str, /) -> Found: ...


def because(words: Sequence[str]) -> str:
    """ "vì có “đường, ngập”"; "" without any words."""
    return f"vì có “{', '.join(words)}”" if words else ""


def hints_of(found: Found, entry: Entry, localities: Sequence[Locality]) -> Hints:
    """What is worth saying of a form: what it holds already is not said again."""
    return Hints(_field(found.field, entry), _body(found.bodies, entry), _similar(found.similar, localities))


def _field(guess: FieldGuess | None, entry: Entry) -> Hint | None:
    now = one_line(entry.field)
    if guess is None or fold(guess.field) == fold(now):
        return None
    said = ", ".join(part for part in (f"Gợi ý: {guess.field}", because(guess.because)) if part)
    if now:
        return Hint(f"Đang để {now}. {said}", guess.field, differs=True)
    return Hint(said, guess.field)


def _body(guesses: Sequence[CompetenceGuess], entry: Entry) -> Hint | None:
    if not guesses or (entry.beyond and entry.receiving_body.strip()):
        return None
    first = guesses[0]
    return Hint(f"Có thể vượt thẩm quyền: {first.body}, {because(first.because)}", first.body)


def _similar(opinion: Opinion | None, localities: Sequence[Locality]) -> Hint | None:
    if opinion is None:
        return None
    places = dict.fromkeys(short_place(v.locality, localities) for v in opinion.voices if v.locality)
    where = f" ({' – '.join(places)})" if places else ""
    text = one_line(opinion.text)
    near = text if len(text) <= _NEAR else f"{text[:_NEAR].rstrip()}…"
    return Hint(f"Giống ý kiến số {opinion.number}{where}: {near}", opinion.id)


class HintDesk:
    """Asks after a pause, away from the window, and shows what came back only while it still fits the text.

    `show` gets the hints of the open form.
    """

    def __init__(self, core: Asks, run: Runner, timer: Timer, show: Callable[[Hints], None]) -> None:
        self._core, self._run, self._timer, self._show = core, run, timer, show
        self._localities: tuple[Locality, ...] = ()
        self._entry = Entry()
        self._found = Found()
        self._asked = ("", "", "")
        self._asking = self._again = False
        self.hints = Hints()

    def at(self, entry: Entry, localities: tuple[Locality, ...]) -> None:
        """Another form is open: what was said of the one before goes; a text in it is looked at anew."""
        self._entry, self._localities = entry, localities
        self._found, self._asked = Found(), ("", "", "")
        self._tell()
        if entry.text.strip():
            self._timer.restart(PAUSE_MS, self.ask)

    def typed(self, entry: Entry) -> None:
        """The form changed."""
        self._entry = entry
        if self._question() != self._asked:
            self._timer.restart(PAUSE_MS, self.ask)
        self._tell()

    def look_again(self) -> None:
        """What the core knows became other (an opinion was joined)."""
        self._asked = ("", "", "")
        self._timer.restart(PAUSE_MS, self.ask)

    def close(self) -> None:
        self._timer.stop()
        self.at(Entry(), self._localities)

    def _question(self) -> tuple[str, str, str]:
        """Text, thôn and id of what is asked about."""
        entry = self._entry
        places = [place_label(line.locality, self._localities) for line in entry.people if line.locality]
        return (entry.text.strip(), places[0] if len(set(places)) == 1 else "", entry.opinion_id)

    def ask(self) -> None:
        """Now: one question is under way at a time, and of those that wait only the newest."""
        self._timer.stop()
        if self._asking:
            self._again = True
            return
        question = self._question()
        if question == self._asked:
            return
        self._asked = question
        if not question[0]:
            self._found = Found()
            self._tell()
            return
        self._asking = True

        def done(found: Found) -> None:
            self._came_back()
            if self._question()[2] == question[2] and self._still(question[0]):
                self._found = found
                self._tell()

        def failed(_error: Exception) -> None:
            # A hint that cannot be made is no hint; what is typed is kept elsewhere.
            self._came_back()

        self._run(lambda: self._core.hints(*question), done, failed)

    def _came_back(self) -> None:
        self._asking = False
        if self._again:
            self._again = False
            self.ask()

    def _still(self, asked: str) -> bool:
        """The text goes on from what was asked about: a word more does not make the answer wrong."""
        text = self._entry.text.strip()
        return bool(text) and (text.startswith(asked) or asked.startswith(text))

    def _tell(self) -> None:
        hints = hints_of(self._found, self._entry, self._localities) if self._entry.text.strip() else Hints()
        if hints != self.hints:
            self.hints = hints
            self._show(hints)

    # --- taking ---------------------------------------------------------------------------------------

    def with_field(self) -> Entry | None:
        """The form with the suggested field; None without a suggestion."""
        hint = self.hints.field
        return replace(self._entry, field=hint.value) if hint is not None else None

    def with_body(self) -> Entry | None:
        """The form marked as beyond competence, with the suggested body."""
        hint = self.hints.body
        return replace(self._entry, beyond=True, receiving_body=hint.value) if hint is not None else None
