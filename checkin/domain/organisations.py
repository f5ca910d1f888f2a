"""What is known of the organisations people come from, put together from what each of them says."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checkin.domain.companysize import Asks, asked_by, says_partner, says_small
from checkin.domain.people import Attendee, OrganisationKind
from checkin.domain.text import fold


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation; a text not known is empty.

    `small` tells whether it has fewer than 250 employees, None if that is not known. A `partner`
    holds the event, or somebody of theirs says so.
    """

    kind: str = ""
    country: str = ""
    small: bool | None = None
    partner: bool = False

    @property
    def company(self) -> bool:
        """Tell whether it is a company."""
        return self.kind == OrganisationKind.COMPANY

    @property
    def small_or_medium(self) -> bool:
        """Tell whether it is a small or medium company; one of no known kind may be."""
        return bool(self.small) and (self.company or not self.kind)


_UNKNOWN = Organisation()


class Organisations:
    """The organisations of some people, by their folded names."""

    def __init__(self, found: Mapping[str, Organisation]) -> None:
        self._found = found

    @classmethod
    def of(cls, people: Iterable[Attendee], organizers: Iterable[str]) -> "Organisations":
        """Return those of `people`; who is named in `organizers` is a partner."""
        said: defaultdict[str, _Said] = defaultdict(_Said)
        asked: dict[str, Asks | None] = {}
        for one in people:
            if name := fold(one.organisation):
                said[name].hear(one, asked)
        holders = {fold(name) for name in organizers}
        return cls({name: one.organisation(name in holders) for name, one in said.items()})

    def named(self, folded: str) -> Organisation:
        """Return an organisation, of which nothing is known if there is none of that name."""
        return self._found.get(folded, _UNKNOWN)


class _Said:
    """What the people of one organisation say of it."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()
        self._countries: Counter[str] = Counter()
        self._small: Counter[bool] = Counter()
        self._partner: Counter[bool] = Counter()

    def hear(self, one: Attendee, asked: dict[str, Asks | None]) -> None:
        """Take what one of them says; `asked` remembers what the headings ask."""
        if one.organisation_kind:
            self._kinds[one.organisation_kind] += 1
        if one.country:
            self._countries[one.country] += 1
        for heading, text in one.custom.items():
            if heading not in asked:
                asked[heading] = asked_by(heading)
            match asked[heading]:
                case None:
                    pass
                case Asks.PARTNER:
                    _note(self._partner, says_partner(text))
                case question:
                    _note(self._small, says_small(text, question))

    def organisation(self, holds: bool) -> Organisation:
        """Return what follows: the answer of most; of yes or no by as many, neither."""
        return Organisation(
            kind=_most(self._kinds),
            country=_most(self._countries),
            small=_verdict(self._small),
            partner=holds or _verdict(self._partner) is True,
        )


def _note(answers: Counter[bool], answer: bool | None) -> None:
    if answer is not None:
        answers[answer] += 1


def _most(texts: Counter[str]) -> str:
    """Return what was said most often, the first in alphabetical order of several."""
    return min(texts, key=lambda text: (-texts[text], text), default="")


def _verdict(answers: Counter[bool]) -> bool | None:
    if answers[True] == answers[False]:
        return None
    return answers[True] > answers[False]
