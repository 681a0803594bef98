"""The program's door: arguments lead to the window, or to the command line without any window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code: 0 done, 2 the user's input or data is wrong, 1 the program's fault."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    folder = plain_start(arguments)
    if folder is not None:
        # Nothing made before the first paint is garbage; `ui.app` switches the collector on again.
        gc.disable()
        from ui import app

        return app.run(folder)
    from dialogue_desktop import cli

    cli.speak_utf8()
    sys.excepthook = cli.tell_crash
    options = cli.parse(arguments)
    if options.command is not None:
        return cli.run(options)
    if options.tour is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported by anyone
    # The window is imported here and nowhere above, so that the command line works where Qt is not installed.
    from ui import app

    return app.run(cli.data_folder(options), sample=options.sample, tour=options.tour)


def plain_start(arguments: Sequence[str]) -> Path | None:
    """The data folder of the everyday start; None when there is anything to parse.

    The double click on the icon every morning need not load the reader of command lines (20 ms).
    """
    from dialogue_desktop import paths

    if not arguments:
        return paths.default_data_dir()
    if len(arguments) == 2 and arguments[0] == "--data" and not arguments[1].startswith("-"):
        return Path(arguments[1])
    return None


if __name__ == "__main__":
    sys.exit(main())
