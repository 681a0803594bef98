"""One running program per data folder: a second start brings the first to the front."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from dialogue_desktop.paths import DataPaths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

#: Milliseconds to wait for the first program to answer.
ANSWER_WAIT_MS = 1500


class SingleInstance(QObject):
    """Holds the data folder's lock while the program runs.

    The lock is a file with the process's number, so that one left behind by a power cut is recognised
    as stale and taken over. `asked` is emitted when another start asks this one to come to the front.
    """

    asked = Signal()

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(DataPaths(data_dir).lock))
        self._lock.setStaleLockTime(0)
        # A checksum is enough to tell folders apart, and zlib is loaded anyway.
        self._name = f"doi-thoai-{zlib.crc32(str(data_dir.resolve()).encode()):08x}"
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """True when this is the only program on the folder. A folder that cannot hold a lock file
        (read-only) is left to the database to complain of."""
        if self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Answer later starts; called after the first paint, since it loads QtNetwork."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)

    def _answer(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.disconnectFromServer()
            socket.deleteLater()
        self.asked.emit()

    def call_first(self) -> bool:
        """Ask the program that holds the folder to come to the front; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        return socket.waitForConnected(ANSWER_WAIT_MS)

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()
