"""Strict reading of the data files that the program ships: a key that nobody knows is an error."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

from dialogue_desktop import codec

T = TypeVar("T")


class ResourceError(ValueError):
    """A shipped file is wrong: a fault of the program, not of the person at the desk."""


def read_strict(path: Path, kind: type[T]) -> T:
    """The file's JSON as `kind`.

    ResourceError with the file's name and the place ("$.plan.tasks[1].rul") where the file is missing, is not
    JSON, does not fit, or holds a key that `kind` does not know (a misspelt key would be lost in silence).
    """
    try:
        data = path.read_bytes()
        value = codec.from_json(data, kind)
        unknown = _unknown_key(json.loads(data), codec.to_builtins(value), "$")
    except (OSError, codec.CodecError) as error:
        raise ResourceError(f"{path.name}: {error}") from error
    if unknown:
        raise ResourceError(f"{path.name}: unknown key {unknown}")
    return value


def _unknown_key(given: object, known: object, place: str) -> str:
    """The place of the first key of `given` that the decoded value does not give back; empty when none."""
    if isinstance(given, dict) and isinstance(known, dict):
        for key, value in given.items():
            if key not in known:
                return f"{place}.{key}"
            if found := _unknown_key(value, known[key], f"{place}.{key}"):
                return found
    elif isinstance(given, list) and isinstance(known, list):
        for index, (value, other) in enumerate(zip(given, known, strict=True)):
            if found := _unknown_key(value, other, f"{place}[{index}]"):
                return found
    return ""
