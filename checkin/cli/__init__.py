"""The command line: one command a verb, through the same services as the window."""

import sys

from checkin.cli.main import run


def main() -> None:
    """Run the command given; exit 0 done, 1 refused or found wanting, 2 wrong use or bad input."""
    sys.exit(run(sys.argv[1:]))
