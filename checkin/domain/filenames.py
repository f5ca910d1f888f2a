"""Makes names of files that every disk takes out of whatever people or events are called."""

_NOT_IN_FILE_NAMES = '<>:"/\\|?*'
_LONGEST_NAME = 80
# A name of 255 bytes is the most that disks take; what comes after it needs some, too.
_MOST_BYTES = 200


def file_name(title: str, otherwise: str) -> str:
    """Return a title as every disk takes it for a file's name, or another name if none is left."""
    letters = (" " if one in _NOT_IN_FILE_NAMES or ord(one) < 32 else one for one in title)
    name = " ".join("".join(letters).split())[:_LONGEST_NAME]
    # Lone halves of letters, which lists do hold, have no bytes, nor has a letter cut in two.
    fits = name.encode(errors="ignore")[:_MOST_BYTES].decode(errors="ignore")
    return fits.strip(". ") or otherwise
