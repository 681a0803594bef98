"""Where things lie: the data folder and its rooms, and the data files that come with the program."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

#: Name of the folder made for each user, without diacritics: old backup tools do not copy others.
APPLICATION = "DoiThoai"


class DataPaths(NamedTuple):
    """The rooms of one data folder; nothing is made until `make` is called."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "dialogue.sqlite3"

    @property
    def backups(self) -> Path:
        """Whole copies of the database, each checked after it was written."""
        return self.root / "backups"

    @property
    def file_copies(self) -> Path:
        """Copies of the kept files, each once under its hash: they belong to all backups."""
        return self.backups / "files"

    @property
    def rescue(self) -> Path:
        """Half-typed text that could not be written into the database."""
        return self.root / "rescue"

    @property
    def log(self) -> Path:
        return self.root / "log"

    @property
    def lock(self) -> Path:
        """Held by the window that has the folder open; its first line is the process's number."""
        return self.root / "dialogue.lock"

    @property
    def documents(self) -> Path:
        """Issued documents, kept as bytes."""
        return self.root / "documents"

    def make(self) -> None:
        """Make the rooms that are missing. OSError where the folder cannot be written."""
        for folder in (self.root, self.backups, self.rescue, self.log, self.documents):
            folder.mkdir(parents=True, exist_ok=True)


def default_data_dir() -> Path:
    """The user's own data folder, by the habit of the system (LocalAppData, ~/.local/share)."""
    import platformdirs  # only where no --data is given

    return platformdirs.user_data_path(APPLICATION, appauthor=False)


def resources_dir() -> Path:
    """The folder of profiles, fonts, schema …: beside the package, or inside it when installed.

    FileNotFoundError when it is in neither place: the installation is not whole.
    """
    package = Path(__file__).resolve().parent
    for folder in (package.parent / "resources", package / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no resources folder beside {package}")
