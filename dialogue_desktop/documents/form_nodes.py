"""Nodes of a document that is filled in by hand: labels with dots, lines to write on, things to tick."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Blank:
    """A label with dots to write on after it; `share` is its part of the room that the labels leave."""

    label: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line of a form to be filled in by hand; its labels fit on one line. The dots are no text."""

    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Dotted lines to write on: at least so many, and what a leaf of fixed size has room for. On half a page
    the type is made a little smaller for the sake of as many as are wanted."""

    least: int = 3
    wanted: int = 0


@dataclass(frozen=True, slots=True)
class Ticks:
    """Things to tick, each with a box before it, in one line after `lead` or in even columns under it."""

    labels: tuple[str, ...]
    lead: str = ""
