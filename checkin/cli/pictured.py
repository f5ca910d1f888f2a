"""Reads the codes in a picture or a PDF that is named on the command line."""

from pathlib import Path

from checkin.errors import CheckinError


def pictured(path: Path) -> list[str]:
    """Return the texts of the codes in a file. Raises `no-code-in-picture` where there is none."""
    from checkin.capture.pdf import decode_file

    found = decode_file(path, lambda *_: True)
    if not found:
        raise CheckinError("no-code-in-picture", path=path)
    return found
