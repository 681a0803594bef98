"""The program's door: arguments lead to the window, or to the command line without any window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from dialogue_desktop import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code: 0 done, 2 the user's input or data is wrong, 1 the program's fault."""
    cli.speak_utf8()
    options = cli.parse(argv)
    if options.command is not None:
        return cli.run(options)
    if options.tour is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported by anyone
    # The window is imported here and nowhere above, so that the command line works where Qt is not installed.
    from ui import app

    return app.run(cli.data_folder(options), sample=options.sample, tour=options.tour)


if __name__ == "__main__":
    sys.exit(main())
