"""Tells whose a photo is by the name of its file: a registration number, an e-mail or a name."""

import re
from collections import defaultdict
from collections.abc import Iterable

from checkin.domain.people import Attendee
from checkin.domain.text import fold

_BETWEEN = re.compile(r"[\W_]+")


class PhotoNames:
    """The people of an event by what a file may be named after."""

    def __init__(self, people: Iterable[Attendee]) -> None:
        self._by_number: defaultdict[str, list[Attendee]] = defaultdict(list)
        self._by_email: defaultdict[str, list[Attendee]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Attendee]] = defaultdict(list)
        for one in people:
            self._by_number[one.registration.casefold()].append(one)
            self._by_email[one.email.casefold()].append(one)
            for words in {_words(one.name), _words(f"{one.given_name} {one.family_name}")}:
                self._by_name[words].append(one)

    def meant(self, name: str) -> list[Attendee]:
        """Return whom a file's name without its ending may mean: nobody, one, or several.

        A registration number counts before an e-mail, and that before a name, in any order of its
        words, with any signs between them.
        """
        text = name.strip().casefold()
        for index, key in (
            (self._by_number, text),
            (self._by_email, text),
            (self._by_name, _words(name)),
        ):
            if key and key in index:
                return index[key]
        return []


def _words(text: str) -> str:
    return " ".join(sorted(_BETWEEN.sub(" ", fold(text)).split()))
