"""What stands on one badge, as plain texts, so that drawing needs nothing of the event."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """The texts of one badge, in any script and of any length; all but `code` may be empty."""

    given_name: str
    family_name: str
    organisation: str
    job_title: str
    category: str
    event: str
    where: str
    when: str
    """The days, such as `2–3 June`; `where` gives way to them where both do not fit."""
    code: str
    """The 28 letters that go into the QR."""
    number: str
    """The badge number as people read it, such as `KDTR-NBVX-HJLC`."""
