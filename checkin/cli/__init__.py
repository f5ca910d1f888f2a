"""The command line: one command a verb, through the same services as the window."""

import sys
from io import TextIOWrapper

from checkin.cli.main import run


def main() -> None:
    """Run the command given; exit 0 done, 1 refused or found wanting, 2 wrong use or bad input."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A name that the terminal has no letters for must not turn a check-in into a failure.
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))
