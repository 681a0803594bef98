"""Where a plan says in the office's own words what the program would else say from its data (P4, P13)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogue_desktop.domain.placeholders import names_in
from dialogue_desktop.domain.plan import ParticipantGroup, Plan, Section, SectionKind, TextBlock

#: In a paragraph, the next group of participants; alone in one, all steps of the programme.
NEXT_GROUP = "{nhom}"
ALL_STEPS = "{chuong_trinh}"

#: By these an own paragraph takes the place of the lines that the form has for a section.
_SAYS = {
    SectionKind.PARTICIPANTS: frozenset({"nhom", "chu_tri", "dong_chu_tri", "cung_chu_tri", "thu_ky"}),
    SectionKind.TIME_PLACE: frozenset({"thoi_gian", "dia_diem"}),
    SectionKind.PROGRAMME: frozenset({"chuong_trinh"}),
}
#: A shorter duty may stand in another sentence by chance.
_FEWEST_WORDS = 8
_WORD = re.compile(r"\w+")


def sections_of(sections: Iterable[Section]) -> Iterator[Section]:
    """Every section that is printed, each before its parts."""
    for section in sections:
        if section.included:
            yield section
            yield from sections_of(section.children)


def _blocks(sections: Iterable[Section]) -> Iterator[TextBlock]:
    for section in sections_of(sections):
        yield from (block for block in section.blocks if block.included)


def in_own_words(section: Section) -> bool:
    """Whether a section made from data is written by the office itself, with marks for the data, so that the
    form adds no line of its own."""
    wanted = _SAYS.get(section.kind, frozenset())
    texts = [one.heading for one in sections_of((section,))]
    texts += [block.text for block in _blocks((section,))]
    return any(not wanted.isdisjoint(names_in(text)) for text in texts)


def marks_used(plan: Plan) -> frozenset[str]:
    """The marks in the printed sections of a plan."""
    return frozenset(name for block in _blocks(plan.sections) for name in names_in(block.text))


def groups_at(plan: Plan) -> dict[str, tuple[ParticipantGroup, ...]]:
    """The groups that each paragraph of `NEXT_GROUP` stands for; the last one takes all that are left."""
    places = [block.id for block in _blocks(plan.sections) if NEXT_GROUP in block.text]
    found = {place: plan.participants[at : at + 1] for at, place in enumerate(places)}
    if places:
        found[places[-1]] = plan.participants[len(places) - 1 :]
    return found


def said_elsewhere(plan: Plan) -> frozenset[str]:
    """The ids of dated duties whose words stand already in a paragraph of the plan: they are counted, but not
    said twice."""
    duties = [
        (duty.id, _bare(duty.text))
        for unit in plan.tasks
        for duty in unit.duties
        if duty.rule is not None or duty.fixed is not None
    ]
    if not duties:
        return frozenset()
    texts = [f" {_bare(block.text)} " for block in _blocks(plan.sections)]
    return frozenset(
        duty_id
        for duty_id, words in duties
        if words.count(" ") >= _FEWEST_WORDS and any(f" {words} " in text for text in texts)
    )


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
