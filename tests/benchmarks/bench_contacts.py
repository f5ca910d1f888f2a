"""Measures how finding partners for everybody grows with the people, by what is found for them."""

import random
import time
from collections.abc import Sequence

from checkin.domain.contacts import Partners
from checkin.domain.people import Attendee
from tests.benchmarks.figures import Rows, best_in_turn

FEW, MANY, TURNS, BAR, BAR_SECONDS = 200, 2_000, 3, 2, 1
_WORDS = """
    laser welding milling wood furniture export marketing design software cloud data robot
    packaging logistics food dairy timber energy solar pump textile sensor testing training
    plastics recycling steel glass ceramic battery drone satellite
"""
_THINGS = tuple(_WORDS.split())
_SORTS = ("cutting", "technology", "consulting", "services", "production", "systems", "research")


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    few, many = people(FEW), people(MANY)
    a_few, a_many = best_in_turn(TURNS, lambda: _each(few), lambda: _each(many))
    one = min(_one(many) for _ in range(TURNS))
    return [
        (
            f"partners of {MANY:,} people / of {FEW}, for each found",
            f"{a_many / a_few:.2f}",
            f"{BAR}",
        ),
        (
            f"  those of one of {MANY:,}, all their topics read anew",
            f"{one:.2f} s",
            f"{BAR_SECONDS} s",
        ),
    ]


def people(count: int) -> list[Attendee]:
    """Return people who offer and seek up to four things of some hundreds."""
    chance = random.Random(count)

    def topics() -> str:
        some = (f"{chance.choice(_THINGS)} {chance.choice(_SORTS)}" for _ in range(4))
        return "; ".join(some)

    return [
        Attendee(
            *(f"{number:032x}", f"Person {number}"),
            organisation=f"Company {number // 3}",
            contacts=True,
            offers=topics(),
            seeks=topics(),
        )
        for number in range(count)
    ]


def _each(everybody: Sequence[Attendee]) -> Sequence[float]:
    start = time.process_time()
    partners = Partners(everybody)
    found = sum(len(partners.suggested(one.id)) for one in everybody)
    return [(time.process_time() - start) / found]


def _one(everybody: Sequence[Attendee]) -> float:
    start = time.process_time()
    Partners(everybody).suggested(everybody[0].id)
    return time.process_time() - start
