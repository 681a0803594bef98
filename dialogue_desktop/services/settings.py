"""The office's standing choices: who issues, who types, how the window looks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar
from uuid import uuid4

import msgspec

from dialogue_desktop.codec import CodecError, from_json, to_json
from dialogue_desktop.domain.plan import Issuer
from dialogue_desktop.storage.side_tables import SettingsTable

T = TypeVar("T")


class Settings:
    """Key → JSON value, kept in the database."""

    def __init__(self, table: SettingsTable) -> None:
        self._table = table

    def get(self, key: str, default: T) -> T:
        """The stored value where it has the default's type, else the default."""
        stored = self._table.get(key)
        if stored is None:
            return default
        value: Any = msgspec.json.decode(stored)
        if isinstance(default, float) and isinstance(value, int):
            value = float(value)
        return value if default is None or isinstance(value, type(default)) else default

    def set(self, key: str, value: object) -> None:
        self._table.set(key, to_json(value).decode())

    def read(self, key: str, kind: type[T], default: T) -> T:
        """The stored value as `kind`; the default where it is absent or has another shape."""
        stored = self._table.get(key)
        if stored is None:
            return default
        try:
            return from_json(stored, kind)
        except CodecError:
            return default

    def set_all(self, values: Mapping[str, object], without: Collection[str] = ()) -> None:
        """Several at once: all are kept, or none; the keys in `without` are forgotten."""
        self._table.set_all({key: to_json(value).decode() for key, value in values.items()}, without)

    def issuer(self) -> Issuer:
        """The issuing body used last, for the next plan."""
        stored = self._table.get("issuer")
        return from_json(stored, Issuer) if stored else Issuer()

    def set_issuer(self, issuer: Issuer) -> None:
        self.set("issuer", issuer)

    def author(self) -> str:
        """Who sits at the keyboard, as the trace names them."""
        return self.get("author", "")

    def set_author(self, name: str) -> None:
        self.set("author", name)

    def device(self) -> str:
        """This data folder's own mark in journals, made once."""
        device = self.get("device", "")
        if not device:
            device = uuid4().hex[:8]
            self.set("device", device)
        return device
