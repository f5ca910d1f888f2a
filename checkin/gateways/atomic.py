"""Files appear whole or not at all: written beside their place, then renamed into it."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checkin.errors import CheckinError

# A file beyond what the disk's format or a quota allows needs the same step: another disk.
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path to write to; what stands there at the end replaces `path` in one step.

    The path lies in a folder of its own, where other working files may stand too. After any
    failure, of the writing or of the caller, `path` is as it was and the folder is gone. A new
    file can be read by its owner only; an old one's permissions stay.
    Raises CheckinError: folder-missing, is-a-folder, not-a-plain-file, no-permission, no-room,
    file-in-use, file-fault.
    """
    try:
        target = _place(path)
        with tempfile.TemporaryDirectory(
            prefix=".checkin-", dir=target.parent, ignore_cleanup_errors=True
        ) as folder:
            draft = Path(folder, "draft")
            yield draft
            _let_disk_catch_up(draft)
            _copy_permissions(target, draft)
            _rename(draft, target, path)
    except OSError as error:
        raise told(error, path) from error


def _place(path: Path) -> Path:
    """Return where to write; a link leads to the file it names."""
    try:
        target = path.resolve()
    except (RuntimeError, ValueError) as error:
        raise CheckinError("file-fault", path=path, why=str(error)) from error
    if not target.parent.is_dir():
        raise CheckinError("folder-missing", path=path.parent)
    if target.is_dir():
        raise CheckinError("is-a-folder", path=path)
    if target.exists() and not target.is_file():
        raise CheckinError("not-a-plain-file", path=path)
    return target


def _let_disk_catch_up(draft: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _copy_permissions(target: Path, draft: Path) -> None:
    if target.exists():
        shutil.copymode(target, draft)
    else:
        draft.chmod(0o600)


def _rename(draft: Path, target: Path, path: Path) -> None:
    try:
        draft.replace(target)
    except PermissionError as error:
        raise CheckinError("file-in-use", path=path) from error


def told(error: OSError, path: Path) -> CheckinError:
    """Return a fault of a file, or of its disk, as somebody can act on it."""
    if error.errno in _FULL:
        return CheckinError("no-room", path=path)
    if error.errno in _FORBIDDEN:
        return CheckinError("no-permission", path=path)
    return CheckinError("file-fault", path=path, why=error.strerror or str(error))
