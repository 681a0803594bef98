"""What is known of opinions from the start: topics, hints of competence, words that mean the same."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dialogue_desktop.domain.competence import CompetenceHint
from dialogue_desktop.domain.field_topics import Topic
from dialogue_desktop.domain.likeness import WordLore
from dialogue_desktop.resource_files import read_strict


@dataclass(frozen=True, slots=True)
class SortingData:
    """The files of resources/sorting."""

    topics: tuple[Topic, ...]
    competence_hints: tuple[CompetenceHint, ...]
    same_words: WordLore


def load(directory: Path) -> SortingData:
    """ResourceError where a file is missing or wrong."""
    return SortingData(
        read_strict(directory / "topics.json", tuple[Topic, ...]),
        read_strict(directory / "competence_hints.json", tuple[CompetenceHint, ...]),
        read_strict(directory / "same_words.json", WordLore),
    )
