"""Values to JSON and back, canonical and strict (msgspec: typed, quick, errors that name the path)."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


class CodecError(ValueError):
    """The data does not have the shape asked for; the text names the place ("$.plan.year")."""


def to_builtins(value: object) -> Any:
    """Plain JSON values; dates as ISO strings, decimals as strings, tuples as lists.

    By way of JSON: `msgspec.to_builtins` leaves tuples as tuples, which no value read back would equal.
    """
    return msgspec.json.decode(msgspec.json.encode(value))


def to_json(value: object) -> bytes:
    """Canonical UTF-8 JSON: keys sorted, no spaces; the same value always gives the same bytes."""
    return msgspec.json.encode(value, order="deterministic")


def pretty(data: bytes) -> bytes:
    """The same JSON, one value a line, for files that people may open."""
    return msgspec.json.format(data, indent=1) + b"\n"


def from_json(data: bytes | str, kind: type[T]) -> T:
    """Read JSON into `kind`; CodecError where it does not fit."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CodecError(str(error)) from error


def convert(value: object, kind: type[T]) -> T:
    """Plain JSON values into `kind`; CodecError where they do not fit."""
    try:
        return msgspec.convert(value, kind)
    except (msgspec.ValidationError, RecursionError) as error:
        raise CodecError(str(error)) from error


def schema_of(kind: type) -> dict[str, Any]:
    """JSON Schema (2020-12) of `kind`."""
    return msgspec.json.schema(kind)
