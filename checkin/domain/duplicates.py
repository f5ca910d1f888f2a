"""Finds who stands on a list twice, most likely: pairs, and why they are thought so.

Nobody is compared with everybody: only those are who have something in common that few share.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from checkin.domain.alike import (
    Likeness,
    Words,
    coarse_keys,
    fine_keys,
    likeness,
    name_words,
    share_a_word,
)
from checkin.domain.people import Attendee
from checkin.domain.providers import organisation_domain
from checkin.domain.text import fold


class Why(StrEnum):
    """What speaks for two being one person."""

    REGISTRATION = "same registration number"
    TICKET_CODE = "same ticket code"
    EMAIL = "same e-mail"
    NAME = "same name"
    ALIKE = "names alike"
    ORGANISATION = "same organisation"
    DOMAIN = "e-mail of the same organisation"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be one, `first` of the smaller id; the higher the rank, the likelier."""

    first: Attendee
    second: Attendee
    reasons: tuple[Why, ...]

    @property
    def rank(self) -> int:
        """How much speaks for it."""
        return sum(_WEIGHTS[why] for why in self.reasons)


_WEIGHTS = {
    Why.REGISTRATION: 40,
    Why.TICKET_CODE: 40,
    Why.EMAIL: 40,
    Why.NAME: 40,
    Why.ALIKE: 20,
    Why.ORGANISATION: 20,
    Why.DOMAIN: 10,
}
# Where more than so many share a number, a code or a name, it is no sign of one person.
_MOST_NAMESAKES = 5
# Of more than so many who share a key, each is compared with the next few in order of name.
_FEW, _NEXT = 12, 6


def likely_pairs(
    people: Iterable[Attendee], apart: Collection[tuple[str, str]] = frozenset()
) -> list[Pair]:
    """Return the pairs who are likely one person, but for those `apart`: ids, the smaller first."""
    search = Search(people)
    found = (search.pair(*two) for two in search.candidates())
    pairs = [one for one in found if one and (one.first.id, one.second.id) not in apart]
    return sorted(pairs, key=_likeliest)


def _likeliest(pair: Pair) -> tuple[int, str, str, str]:
    return -pair.rank, fold(pair.first.name), pair.first.id, pair.second.id


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared of somebody, folded once; `domain` is empty for a private address."""

    attendee: Attendee
    words: Words
    email: str
    domain: str
    organisation: str


Group = Sequence[Compared]


class Search:
    """What is found among some people, in two steps: who may be compared, and what comes of it."""

    def __init__(self, people: Iterable[Attendee]) -> None:
        self._people = sorted(map(_looked_at, people), key=lambda one: (one.words, one.attendee.id))
        self._namesakes = _grouped((tuple(sorted(one.words)), one) for one in self._people)
        # By number and code, where so few share one that it is not an order's or a company's.
        self._sharing = {
            (why, code): group
            for why in (Why.REGISTRATION, Why.TICKET_CODE)
            for code, group in _grouped((_code(one, why), one) for one in self._people).items()
            if len(group) <= _MOST_NAMESAKES
        }

    def candidates(self) -> Iterator[tuple[Compared, Compared]]:
        """Yield who is to be compared, each two once, of whom the first has the smaller id."""
        seen: set[tuple[str, str]] = set()
        for group in self._groups():
            for one, other in combinations(group, 2) if len(group) <= _FEW else _neighbours(group):
                two = (one, other) if one.attendee.id < other.attendee.id else (other, one)
                ids = two[0].attendee.id, two[1].attendee.id
                if ids not in seen:
                    seen.add(ids)
                    yield two

    def _groups(self) -> Iterator[Group]:
        yield from self._namesakes.values()
        # A name in one word or two, such as AnnaMaria.
        yield from _grouped(("".join(one.words), one) for one in self._people).values()
        yield from self._sharing.values()
        for field in ("email", "organisation", "domain"):
            for group in _grouped((getattr(one, field), one) for one in self._people).values():
                yield from (group,) if len(group) <= _FEW else _alike_in(group)

    def pair(self, one: Compared, other: Compared) -> Pair | None:
        """Return the pair with what speaks for it, None where that is not enough."""
        alike = likeness(one.words, other.words)
        reasons = tuple(self._reasons(one, other, alike))
        if not _is_enough(reasons, alike, one, other):
            return None
        if reasons == (Why.NAME,) and self._is_common(one):
            return None
        return Pair(one.attendee, other.attendee, reasons)

    def _reasons(self, one: Compared, other: Compared, alike: Likeness) -> Iterator[Why]:
        for why in (Why.REGISTRATION, Why.TICKET_CODE):
            code = _code(one, why)
            if code and code == _code(other, why) and (why, code) in self._sharing:
                yield why
        if one.email and one.email == other.email:
            yield Why.EMAIL
        if alike is Likeness.SAME:
            yield Why.NAME
        if alike is Likeness.ALIKE:
            yield Why.ALIKE
        if one.organisation and one.organisation == other.organisation:
            yield Why.ORGANISATION
        elif one.domain and one.domain == other.domain and one.email != other.email:
            yield Why.DOMAIN

    def _is_common(self, one: Compared) -> bool:
        return len(self._namesakes.get(tuple(sorted(one.words)), ())) > _MOST_NAMESAKES


def _is_enough(reasons: Collection[Why], alike: Likeness, one: Compared, other: Compared) -> bool:
    if not {Why.REGISTRATION, Why.TICKET_CODE}.isdisjoint(reasons):
        return True
    if Why.EMAIL in reasons:
        # An office's address is shared by people whose names have nothing in common.
        return alike is not Likeness.DIFFERENT or share_a_word(one.words, other.words)
    if alike is Likeness.ALIKE:
        return len(reasons) > 1
    return alike is Likeness.SAME


def _looked_at(attendee: Attendee) -> Compared:
    email = attendee.email.casefold()
    return Compared(
        attendee=attendee,
        words=name_words(attendee.name),
        email=email,
        domain=organisation_domain(email),
        organisation=fold(attendee.organisation),
    )


def _code(one: Compared, why: Why) -> str:
    attendee = one.attendee
    return attendee.registration if why is Why.REGISTRATION else attendee.ticket_code


def _grouped(keyed: Iterable[tuple[Hashable, Compared]]) -> dict[Hashable, list[Compared]]:
    """Return who shares what, where several do; an empty text is nothing to share."""
    groups: defaultdict[Hashable, list[Compared]] = defaultdict(list)
    for key, person in keyed:
        if key:
            groups[key].append(person)
    return {key: group for key, group in groups.items() if len(group) > 1}


def _alike_in(group: Group) -> Iterator[Group]:
    """Yield those of many whose names share a key, a finer one where too many share a coarse."""
    for some in _by_keys(group, coarse_keys):
        yield from (some,) if len(some) <= _FEW else _by_keys(some, fine_keys)


def _by_keys(group: Group, keys: Callable[[Words], Iterable[str]]) -> Iterable[Group]:
    return _grouped((key, one) for one in group for key in keys(one.words)).values()


def _neighbours(group: Group) -> Iterator[tuple[Compared, Compared]]:
    for at, one in enumerate(group):
        for other in group[at + 1 : at + 1 + _NEXT]:
            yield one, other
