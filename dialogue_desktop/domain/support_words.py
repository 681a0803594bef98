"""Lines that go to the person who helps: only what has a known shape passes, so no name or text can (G5)."""

from __future__ import annotations

import re
from collections.abc import Iterable

HIDDEN = "“…”"

#: The shapes of a log file: when, where and on what; a place in the program; the kind of an error.
_LOG_LINES = (
    re.compile(r"--- \d\d:\d\d:\d\d [A-Za-z0-9_.+~-]{1,120} Python \d+\.\d+\.\d+[a-z0-9+]*", re.ASCII),
    re.compile(r"[A-Za-z0-9_]{1,60}\.py:\d{1,6} [A-Za-z0-9_]{1,80}", re.ASCII),
    re.compile(
        r"[A-Za-z0-9_]{1,60}\.py:\d{1,6} <(module|lambda|listcomp|dictcomp|setcomp|genexpr)>", re.ASCII
    ),
    re.compile(r"[A-Z][A-Za-z0-9]{1,40}(Error|Exception|Exit|Warning|Interrupt)", re.ASCII),
    re.compile(r"(BadInput|NotFound|DamagedDatabase|NewerDatabase|StopIteration|str|NoneType)", re.ASCII),
)

#: The check's sentences about one conference: what is kept of them stands in the group.
_ABOUT_CONFERENCE = (
    re.compile(r"Hội nghị “.*”: (\d+ dòng không khớp với nhật ký\.)", re.DOTALL),
    re.compile(r"Hội nghị “.*”: (biên bản lần \d+ đã chốt bị hỏng\.)", re.DOTALL),
    re.compile(r"Hội nghị “.*”: ((?:đã bị thay đổi|thiếu) tệp) “.*”[.;].*", re.DOTALL),
    re.compile(r"Hội nghị “.*”: ((?:đã bị thay đổi|thiếu) tệp) “.*” và bản sao lưu không có.*", re.DOTALL),
)
_QUOTED = re.compile(r"“.*”", re.DOTALL)


def log_lines(lines: Iterable[str]) -> tuple[tuple[str, ...], int]:
    """The lines of a log file in a shape that the program gives them, and how many others there were."""
    kept: list[str] = []
    left_out = 0
    for line in lines:
        plain = line.strip()
        if any(shape.fullmatch(plain) for shape in _LOG_LINES):
            kept.append(plain)
        elif plain:
            left_out += 1
    return tuple(kept), left_out


def check_line(sentence: str) -> str:
    """A sentence of the check without the names that it quotes: titles and names of files tell of people."""
    for shape in _ABOUT_CONFERENCE:
        found = shape.fullmatch(sentence)
        if found is not None:
            return f"Một hội nghị: {found.group(1).rstrip('.')}."
    return _QUOTED.sub(HIDDEN, sentence)
