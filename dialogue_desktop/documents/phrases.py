"""The words of the forms, read from resources/phrases."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


class Phrases:
    """One file of phrases; asking for one that is not there is the program's fault (KeyError)."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        with (folder / f"{name}.toml").open("rb") as file:
            self._table: dict[str, Any] = tomllib.load(file)

    def __call__(self, key: str, **values: object) -> str:
        """The phrase with its {braces} filled."""
        phrase = str(self._table[key])
        return phrase.format(**values) if values else phrase

    def of(self, name: str) -> Phrases:
        """Those of another form, beside this one."""
        return Phrases(self._folder, name)

    def list(self, key: str) -> tuple[str, ...]:
        return tuple(str(item) for item in self._table[key])
