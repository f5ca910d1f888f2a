"""Whose contact may be passed on, and who might want to meet whom by what they offer and seek."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from checkin.domain.people import Attendee, Status
from checkin.domain.text import sort_name
from checkin.domain.topics import fit, keys, same_organisation, topic_words, topics
from checkin.domain.words import plain

_GONE = frozenset({Status.CANCELED, Status.BLOCKED})


def passes_on(attendee: Attendee) -> bool:
    """Tell whether somebody's contact may be passed on: they agreed, and are registered still."""
    return attendee.contacts is True and attendee.status not in _GONE


@dataclass(frozen=True, slots=True)
class Fit:
    """A topic that one offers and another seeks, each as they wrote it; `weight` is 1 if equal."""

    offered: str
    sought: str
    weight: float

    @property
    def is_one(self) -> bool:
        """Tell whether both wrote the same."""
        return plain(self.offered) == plain(self.sought)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody worth meeting: what they offer that is sought, and seek that is offered."""

    attendee: Attendee
    offers: tuple[Fit, ...]
    seeks: tuple[Fit, ...]

    @property
    def rank(self) -> tuple[bool, float, str, str]:
        """What suggestions are sorted by: both can give, how much fits, name."""
        weight = sum(one.weight for one in (*self.offers, *self.seeks))
        person = self.attendee
        name = sort_name(person.name, person.given_name, person.family_name)
        return not (self.offers and self.seeks), -weight, name, person.id


class Partners:
    """Those of some people whose contact may be passed on, found by topic.

    What is asked of it costs as much as there are people with a word in common, so that all of
    them can be asked for.
    """

    def __init__(self, people: Iterable[Attendee]) -> None:
        self._people = {one.id: one for one in people if passes_on(one)}
        self._offers = _Index((one.id, topics(one.offers)) for one in self._people.values())
        self._seeks = _Index((one.id, topics(one.seeks)) for one in self._people.values())

    def suggested(self, attendee: str, met: Collection[str] = ()) -> list[Suggestion]:
        """Return who of other organisations fits an attendee, by id, the best first.

        Nobody for who has not agreed; none of those they have `met`.
        """
        one = self._people.get(attendee)
        if one is None:
            return []
        offered, sought = self._fits(one)
        found = [
            Suggestion(other, tuple(offered.get(other.id, ())), tuple(sought.get(other.id, ())))
            for other in map(self._people.__getitem__, {**offered, **sought})
            if other.id != one.id
            and other.id not in met
            and not same_organisation(other.organisation, one.organisation)
        ]
        return sorted(found, key=lambda suggestion: suggestion.rank)

    def _fits(self, one: Attendee) -> tuple[dict[str, list[Fit]], dict[str, list[Fit]]]:
        offered: defaultdict[str, list[Fit]] = defaultdict(list)
        for topic in topics(one.seeks):
            for other, text, weight in self._offers.fitting(topic):
                offered[other].append(Fit(text, topic, weight))
        sought: defaultdict[str, list[Fit]] = defaultdict(list)
        for topic in topics(one.offers):
            for other, text, weight in self._seeks.fitting(topic):
                sought[other].append(Fit(topic, text, weight))
        return offered, sought


class _Index:
    """Topics of people, found by words."""

    def __init__(self, people: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        # By a topic's words: who has it, and how they wrote it.
        self._having: defaultdict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        for person, texts in people:
            for text in texts:
                self._having[topic_words(text)].append((person, text))
        self._by_key: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for words in self._having:
            for word in words:
                for key in keys(word):
                    self._by_key[key].add(words)

    def fitting(self, topic: str) -> Iterator[tuple[str, str, float]]:
        """Yield each person once who has a topic that fits, that topic, and how well."""
        wanted = topic_words(topic)
        near = {
            found for word in wanted for key in keys(word) for found in self._by_key.get(key, ())
        }
        weighed = sorted(((fit(wanted, words), words) for words in near), reverse=True)
        seen: set[str] = set()
        for weight, words in weighed:
            for person, text in self._having[words] if weight else ():
                if person not in seen:
                    seen.add(person)
                    yield person, text, weight
