"""Changes to the plan's tree of sections and their blocks of wording (P4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dialogue_desktop.domain.plan import Section, TextBlock
from dialogue_desktop.domain.words_vi import roman
from ui.wizard import rows


@dataclass(frozen=True, slots=True)
class Place:
    """A section in the tree: `number` as it is printed ("I.", "1.", "1.1."), empty when it is left out."""

    section: Section
    depth: int
    number: str


def walk(sections: Sequence[Section], depth: int = 0, above: str = "") -> Iterator[Place]:
    """Every section in the order of the page, with the number that it gets there."""
    count = 0
    for section in sections:
        number = ""
        if section.included:
            count += 1
            number = f"{roman(count)}." if depth == 0 else f"{above}{count}."
        yield Place(section, depth, number)
        yield from walk(section.children, depth + 1, number if depth else "")


def find(sections: Sequence[Section], section_id: str) -> Section | None:
    return next((place.section for place in walk(sections) if place.section.id == section_id), None)


def owner_of(sections: Sequence[Section], block_id: str) -> tuple[Section, int] | None:
    """The section that holds a block, and the block's place in it."""
    for place in walk(sections):
        for at, block in enumerate(place.section.blocks):
            if block.id == block_id:
                return place.section, at
    return None


def changed(
    sections: Sequence[Section], section_id: str, change: Callable[[Section], Section]
) -> tuple[Section, ...]:
    """The tree with one section changed, wherever it stands."""
    return tuple(
        change(section)
        if section.id == section_id
        else replace(section, children=changed(section.children, section_id, change))
        for section in sections
    )


def set_blocks(
    sections: Sequence[Section], section_id: str, blocks: tuple[TextBlock, ...]
) -> tuple[Section, ...]:
    return changed(sections, section_id, lambda section: replace(section, blocks=blocks))


def change_block(
    sections: Sequence[Section], block_id: str, change: Callable[[TextBlock], TextBlock]
) -> tuple[Section, ...]:
    found = owner_of(sections, block_id)
    if found is None:
        return tuple(sections)
    section, at = found
    return set_blocks(sections, section.id, rows.updated(section.blocks, at, change))


def without_section(sections: Sequence[Section], section_id: str) -> tuple[Section, ...]:
    return tuple(
        replace(section, children=without_section(section.children, section_id))
        for section in sections
        if section.id != section_id
    )


def with_sibling(sections: Sequence[Section], after_id: str, new: Section) -> tuple[Section, ...]:
    """`new` stands after the section `after_id`, on its level."""
    out: list[Section] = []
    for section in sections:
        out.append(replace(section, children=with_sibling(section.children, after_id, new)))
        if section.id == after_id:
            out.append(new)
    return tuple(out)


def moved_section(sections: Sequence[Section], section_id: str, by: int) -> tuple[Section, ...]:
    """One place up or down among its siblings."""
    for at, section in enumerate(sections):
        if section.id == section_id:
            return rows.moved(sections, at, by)
    return tuple(
        replace(section, children=moved_section(section.children, section_id, by)) for section in sections
    )
