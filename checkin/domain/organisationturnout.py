"""Which organisations came, and how many of their people on each day."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin.domain.text import fold
from checkin.domain.turnout import NEVER, Visitor


@dataclass(frozen=True, slots=True)
class OrganisationTurnout:
    """One organisation: how many people of it there are, and came, at all and on each day.

    Those without an organisation are one with no `name`.
    """

    name: str
    kind: str
    country: str
    people: int
    came: int
    days: tuple[int, ...]


def organisations_of(visitors: Iterable[Visitor]) -> tuple[OrganisationTurnout, ...]:
    """Return every organisation, whoever has most people there first; none is the last."""
    groups: dict[str, list[Visitor]] = {}
    for one in visitors:
        groups.setdefault(fold(one.organisation), []).append(one)
    found = (_summed(members) for members in groups.values())
    return tuple(
        sorted(found, key=lambda one: (not one.name, -one.came, -one.people, fold(one.name)))
    )


def _summed(members: list[Visitor]) -> OrganisationTurnout:
    days = zip(*(one.first_in for one in members), strict=True)
    return OrganisationTurnout(
        name=members[0].organisation,
        kind=next((one.kind for one in members if one.kind), ""),
        country=next((one.country for one in members if one.country), ""),
        people=len(members),
        came=sum(any(minute != NEVER for minute in one.first_in) for one in members),
        days=tuple(sum(minute != NEVER for minute in day) for day in days),
    )
