"""Whether somebody agreed that their contact is passed on, in words as they are typed and shown."""

from checkin.domain.questions import NO, YES

_WORDS = {True: YES, False: NO, None: ""}


def consent_word(contacts: bool | None) -> str:
    """Return `yes`, `no`, or nothing for who was never asked."""
    return _WORDS[contacts]


def consent_of(word: str) -> bool | None:
    """Return what a word that `consent_word` gave says."""
    return word == YES if word else None
