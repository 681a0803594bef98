"""The words of a plan on paper: its marks filled, people named as offices name them (P4, P5, P8)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dialogue_desktop.documents.office_words import capital, joined, named, sentence
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.domain.own_words import marks_used
from dialogue_desktop.domain.placeholders import fill, values_of
from dialogue_desktop.domain.plan import ChairRole, ParticipantGroup, Plan, Secretary
from dialogue_desktop.domain.schedule import time_words
from dialogue_desktop.domain.sessions import all_localities
from dialogue_desktop.domain.words_vi import count2

#: A mark at the beginning of a text, or behind the word that says what the text is about.
_BEGINNING = re.compile(r"^\{[a-z_]+\}|(?<=: )\{(?:thoi_gian|dia_diem)\}")
_ROLE_OF = {
    "chu_tri": ChairRole.CHAIR,
    "dong_chu_tri": ChairRole.CO_CHAIR,
    "cung_chu_tri": ChairRole.DEPUTY,
}


@dataclass(frozen=True, slots=True)
class PlanWords:
    """Fills the texts of one plan."""

    plan: Plan
    phrases: Phrases

    def filled(self, words: str, more: Mapping[str, str] | None = None) -> str:
        values = values_of(self.whole_year(), time_text=time_words(self.plan)) | dict(more or {})
        if "chu_tri}" in words:
            values |= self.chairs()
        if "{thu_ky}" in words:
            values["thu_ky"] = joined([self.secretary(one) for one in self.plan.secretaries])
        # A mark that begins a sentence begins it with a capital letter.
        return fill(_BEGINNING.sub(lambda at: capital(fill(at[0], values)), words), values)

    def chairs(self) -> dict[str, str]:
        """Who chairs, with names where they are known; apart by role where the plan has a line for each."""
        chairs = self.plan.chairs
        apart = not marks_used(self.plan).isdisjoint({"dong_chu_tri", "cung_chu_tri"})
        between = "; " if any(chair.official.name for chair in chairs) else ", "
        found: dict[str, str] = {}
        for mark, role in _ROLE_OF.items():
            own = [
                named(one.official) for one in chairs if one.role is role or (mark == "chu_tri" and not apart)
            ]
            found[mark] = between.join(person for person in own if person)
        return found

    def whole_year(self) -> Plan:
        """The plan with the localities of all its sessions: the paper speaks of the whole year."""
        whole, localities = all_localities(self.plan)
        return replace(self.plan, whole_commune=whole, localities=localities)

    def group(self, group: ParticipantGroup) -> str:
        words = self.filled(group.text)
        if group.expected is not None and not _says_number(words, group.expected):
            words = self.phrases("expected", text=words.rstrip(" .;"), count=count2(group.expected))
        return sentence(words)

    def secretary(self, secretary: Secretary) -> str:
        official = secretary.official
        if official.name:
            return named(official)
        position = official.position or ("đại diện Nhân dân" if secretary.citizen else "công chức")
        return self.phrases("secretary_count", count=count2(1), position=position[:1].lower() + position[1:])


def _says_number(words: str, number: int) -> bool:
    """Whether an office's own wording gives the number already ("mời 100 công dân", "05 người"), or numbers
    that make it together ("… (80 người), … (60 người)")."""
    said = [int(found) for found in re.findall(r"\b\d{1,6}\b", words)]
    people = [int(found) for found in re.findall(r"\((\d{1,6}) (?:người|đại biểu|công dân)\)", words)]
    return number in said or sum(people) == number
