"""What is to be appended to the journal, before its place there is known."""

from collections.abc import Mapping
from secrets import token_bytes
from typing import NamedTuple, Self

from checkin.domain.entry import Kind, digest_of, write_body

# Bodies of these kinds may hold personal data: a salt keeps an erased one from being guessed.
_SALTED = frozenset(
    {
        Kind.ATTENDEE_SET,
        Kind.OPERATOR_SET,
        Kind.CHECK_IN_EXPLAINED,
        Kind.BADGE_PRINTED,
        Kind.PHOTO_SET,
        Kind.TICKET_SENT,
    }
)
_SALT_BYTES = 16


class Draft(NamedTuple):
    """What is to be appended, its body written already: all that need not wait for its turn."""

    kind: str
    subject: str
    body: str
    body_digest: str

    @classmethod
    def of(cls, kind: str, subject: str, fields: Mapping[str, object]) -> Self:
        """Write the body from its fields by name, those at their default left out."""
        salt = token_bytes(_SALT_BYTES).hex() if kind in _SALTED else ""
        body = write_body(fields, salt)
        return cls(kind, subject, body, digest_of(body))
