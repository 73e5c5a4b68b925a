"""The program as a whole: its commands, and what comes of an error. Users see messages, not tracebacks."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from onrecord._version import __version__
from onrecord.cli.build import build
from onrecord.cli.dossier import dossier
from onrecord.cli.exit_codes import BROKEN_PIPE, FAILED, INTERRUPTED, OK
from onrecord.cli.export import export
from onrecord.cli.fetch import fetch
from onrecord.cli.read import read
from onrecord.cli.show import show
from onrecord.cli.terminal import complain
from onrecord.errors import OnrecordError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="onrecord %(version)s")
def cli() -> None:
    """Turn a pile of news reports into a record of who said what, with the characters that prove it.

    \b
    Start with:
      onrecord build reports/ -o dispute.onrecord
      onrecord dossier dispute.onrecord -o dossier/

    Exit codes: 0 all went well; 1 it failed; 2 the command was wrong; 3 it is done, but some reports could not be
    read; 130 interrupted. Nothing here uses the network, but for `onrecord fetch`.
    """


for command in (fetch, build, read, show, dossier, export):
    cli.add_command(command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a report's words may not exist in the terminal's encoding
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(arguments, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else OK
    except SystemExit:  # which is what click makes of a broken pipe, and of nothing else here
        return BROKEN_PIPE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough of it (`| head`). Python must not complain about it at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OnrecordError as error:
        complain(str(error))
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        complain(f"{error.strerror or error}{where}")
    except Exception as error:
        if os.environ.get("ONRECORD_DEBUG"):
            raise
        complain(
            f"something went wrong that should not ({type(error).__name__}: {error}). "
            "Please report it, with what ONRECORD_DEBUG=1 in front of the same command shows"
        )
    return FAILED
