"""The JSON Schema of the conference package, made from its types so that it cannot fall behind them."""

from __future__ import annotations

from typing import Any

from dialogue_desktop import codec
from dialogue_desktop.exchange.package import FORMAT, VERSION, Package

#: Where the schema lies in the resources folder.
FILE = "schema/conference.schema.json"

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build() -> dict[str, Any]:
    """JSON Schema 2020-12. Keys that the types do not know are refused, as the reading does."""
    schema = codec.to_builtins(codec.schema_of(Package))
    for definition in schema["$defs"].values():
        if "properties" in definition:
            definition["additionalProperties"] = False
        if "description" in definition:
            definition["description"] = " ".join(definition["description"].split())
    package = schema["$defs"]["Package"]
    package["properties"]["format"] = {"const": FORMAT}
    package["properties"]["version"] = {"const": VERSION}
    package["required"] = ["format", "version", "conference", "plan"]
    # A default of a whole record would repeat that record's own defaults.
    for definition in schema["$defs"].values():
        for value in definition.get("properties", {}).values():
            if isinstance(value.get("default"), dict):
                del value["default"]
    return {"$schema": DIALECT, "title": f"{FORMAT}, version {VERSION}", **schema}


def text() -> bytes:
    """The stored form."""
    return codec.pretty(codec.to_json(build()))
