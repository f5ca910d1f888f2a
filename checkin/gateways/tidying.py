"""Takes from a text of somebody's list what nobody sees in it."""

import re
import unicodedata

# Separators that Python's line splitting would take for the end of a row.
SEPARATORS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Letters nobody sees: other control characters, soft hyphen, zero-width blank, byte order mark.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff]")
# Control characters that misread letters are shown as.
UPPER_CONTROLS = re.compile("[\x80-\x9f]")


def tidy(text: str) -> str:
    """Return the text in NFC, without unseen letters, odd separators being blanks."""
    text = SEPARATORS.sub(" ", text) if SEPARATORS.search(text) else text
    text = UNSEEN.sub("", text) if UNSEEN.search(text) else text
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text
