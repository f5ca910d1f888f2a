"""What stands on one badge, as plain texts, so that drawing needs nothing of the event."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """What is known of the wearer of one badge, in any script and of any length.

    `values` are by the names that a template gives its fields, see `faces.face_of`; each may be
    empty or not there. `code` are the 28 letters that go into the QR, `photo` the bytes of a
    picture, empty for none.
    """

    values: Mapping[str, str]
    code: str
    photo: bytes = b""

    @property
    def category(self) -> str:
        """What the wearer is, which may decide colours and template."""
        return self.values.get("category", "")

    @property
    def number(self) -> str:
        """The badge number as people read it, such as `KDTR-NBVX-HJLC`."""
        return self.values.get("number", "")
