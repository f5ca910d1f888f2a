"""Who may be taken for whom at a door, where a name was typed and no badge was read."""

from typing import NamedTuple

from checkin.domain.alike import Likeness, likeness, name_words, share_a_word


class Called(NamedTuple):
    """What somebody goes by."""

    name: str
    email: str


def may_be_mixed_up(one: Called, other: Called) -> bool:
    """Tell whether two have the same name or nearly, or one e-mail and part of a name in common.

    An office's address is shared by people whom nobody takes for one another.
    """
    words, others = name_words(one.name), name_words(other.name)
    if likeness(words, others) is not Likeness.DIFFERENT:
        return True
    same_address = bool(one.email) and one.email.casefold() == other.email.casefold()
    return same_address and share_a_word(words, others)
