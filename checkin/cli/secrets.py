"""Takes PINs and recovery codes from a file, the environment or a terminal; never an argument."""

import os
import sys
from pathlib import Path

import click

from checkin.errors import CheckinError

_MOST_BYTES = 1024


def secret(file: Path | None, variable: str, words: str) -> str:
    """Return a secret, asking for `words` where somebody is there; empty where nobody is."""
    if file:
        return _in_file(file)
    if (given := os.environ.get(variable)) is not None:
        return given
    return _asked(words) if _somebody_is_there() else ""


def new_pin(file: Path | None) -> str:
    """Return the PIN that is to be set, asked for twice at a terminal."""
    given = secret(file, "CHECKIN_NEW_PIN", "New PIN")
    if not given:
        raise CheckinError("no-new-pin")
    asked = file is None and "CHECKIN_NEW_PIN" not in os.environ
    if asked and _asked("The same again") != given:
        raise CheckinError("pins-differ")
    return given


def _somebody_is_there() -> bool:
    return bool(sys.stdin and sys.stdin.isatty())


def _asked(words: str) -> str:
    return str(click.prompt(words, hide_input=True, default="", show_default=False, err=True))


def _in_file(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CheckinError("pin-file-unreadable", path=path, why=why) from error
    return content.decode("utf-8-sig", "replace").strip()
