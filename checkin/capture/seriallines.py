"""Puts the bytes of a serial scanner together into the codes that it read."""

import re

# Enter, line feed, Tab, end of text or of transmission, and the noise of plugging in.
_ENDS = re.compile(rb"[\r\n\t\x03\x04\x00]+")
# Start of text, as some scanners put before each code.
_BEGINNING = b"\x02"
# Longer than any QR code; what is longer is noise, of which only the beginning is kept.
_MOST_BYTES = 8_192


class SerialLines:
    """One scanner's line; memory stays the same however much comes without an ending."""

    def __init__(self) -> None:
        self._kept = b""

    @property
    def unended(self) -> bool:
        """Tell whether a code has begun and not ended."""
        return bool(self._kept)

    def take(self, data: bytes) -> list[str]:
        """Return the codes that end in `data`, in order."""
        *ended, rest = _ENDS.split(data)
        texts = []
        for part in ended:
            self._keep(part)
            if text := self.end():
                texts.append(text)
        self._keep(rest)
        return texts

    def end(self) -> str:
        """Return what has come of a code that ends here, empty for nothing."""
        kept, self._kept = self._kept.lstrip(_BEGINNING), b""
        try:
            text = kept.decode("utf-8")
        except UnicodeDecodeError:
            # Scanners of an older kind send the letters of western Europe in one byte each.
            text = kept.decode("latin-1")
        return text if text.strip() else ""

    def _keep(self, data: bytes) -> None:
        self._kept += data[: _MOST_BYTES - len(self._kept)]
