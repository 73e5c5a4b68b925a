"""The command line: ``onrecord build``, ``read``, ``show``, ``dossier``, ``export``.

Modules here import what they run when they run it, so that ``onrecord --help`` answers at once.
"""

from onrecord.cli.main import main

__all__ = ["main"]
