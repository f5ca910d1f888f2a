"""Lists the pictures in a folder."""

from pathlib import Path

from checkin.errors import CheckinError

ENDINGS = frozenset(
    {".png", ".jpg", ".jpeg", ".jpe", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm"}
)


def pictures_in(folder: Path) -> list[Path]:
    """Return the files of a folder that are called as pictures are, by name.

    Hidden ones are left out, and folders in it are not looked into. CheckinError: not-a-folder,
    no-pictures-in-folder, file-fault.
    """
    if not folder.is_dir():
        raise CheckinError("not-a-folder", path=folder)
    try:
        found = sorted(
            path
            for path in folder.iterdir()
            if path.suffix.casefold() in ENDINGS and not path.name.startswith(".")
        )
    except OSError as error:
        raise CheckinError("file-fault", path=folder, why=error.strerror or "") from error
    if not found:
        raise CheckinError("no-pictures-in-folder", path=folder)
    return found
