"""Tells from its first bytes that a file offered as a list is something else."""

import re

# What an old workbook begins with, as do other documents of its time; and a zipped one, or any zip.
OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONTAINERS = (OLD_CONTAINER, b"PK\x03\x04", b"PK\x05\x06")
# What a file of this kind begins with, and the word for it in a sentence.
BEGINNINGS = (
    (b"%PDF", "PDF"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"\x7fELF", "program"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"{\\rtf", "RTF document"),
    (b"BZh9", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a", "RAR"),
    (b"PGDMP", "database dump"),
)
MARKUP = (
    (re.compile(rb"begin:vcard", re.IGNORECASE), "vCard"),
    (re.compile(rb"begin:vcalendar", re.IGNORECASE), "calendar"),
    (
        re.compile(rb"<(?:!doctype html|html|table|head|body|meta)\b", re.IGNORECASE),
        "web page",
    ),
    (re.compile(rb"<(?:\?xml|!--|[a-z:]+ xmlns)", re.IGNORECASE), "XML"),
    (re.compile(rb"[\[{]\s*(?:[{\[]|\"[^\"]*\"\s*:)"), "JSON"),
)
# Control characters that no list holds but by accident.
NOISE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
NOISE_SHARE = 0.04


def foreign_type(data: bytes) -> str:
    """Return what `data` is, if it is no text; else an empty text."""
    for beginning, name in BEGINNINGS:
        if data.startswith(beginning):
            return name
    if data.startswith(b"MZ") and NOISE.search(data[:64]):
        return "program"
    text = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    for markup, name in MARKUP:
        if markup.match(text):
            return name
    return ""


def is_noise(data: bytes) -> bool:
    """Tell whether so many control characters are among the first 64 KB that it is no text."""
    head = data[:65536]
    found = len(NOISE.findall(head))
    return found > 20 and found > NOISE_SHARE * len(head)
