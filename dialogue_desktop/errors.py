"""Failures that a person can do something about, each with one Vietnamese sentence."""

from __future__ import annotations


class UserError(Exception):
    """The input or the surroundings are wrong. `sentence` says what happened, what is safe, what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class BadInput(UserError):
    """A file or a value from outside cannot be used."""


class StorageError(UserError):
    """The database cannot be read or written now (full, locked, gone, read-only)."""


class DamagedDatabase(StorageError):
    """The database is not whole."""


class NewerDatabase(StorageError):
    """The database was written by a newer program."""


class NotFound(UserError):
    """There is no such conference, document or file."""
