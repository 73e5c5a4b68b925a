"""The command line: ``onrecord fetch``, ``build``, ``read``, ``show``, ``dossier``, ``export``.

Modules here import what they run when they run it, so that ``onrecord --help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit. ``arguments`` are the program's own when None."""
    try:
        from onrecord.cli.program import run

        code = run(arguments)
    except KeyboardInterrupt:  # so early or so late that nothing can be said about it
        os._exit(130)
    sys.exit(code)
