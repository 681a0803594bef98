"""Who interprets and from which language, written on one line: "bà H'Mai, tiếng Ê-đê" (L2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogue_desktop.domain.text_vi import fold

_LANGUAGE = re.compile(r"^tieng\s+\S")


@dataclass(frozen=True, slots=True)
class Interpreting:
    """Either part may be empty."""

    who: str = ""
    language: str = ""


def read_interpreter(text: str) -> Interpreting:
    """The parts of a line; what begins with "tiếng" is the language wherever it stands."""
    parts = [" ".join(part.split()) for part in re.split(r"[,;]", text) if part.strip()]
    languages = [part for part in parts if _LANGUAGE.match(fold(part))]
    return Interpreting(", ".join(p for p in parts if p not in languages), " và ".join(languages))
