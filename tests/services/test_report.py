"""The numbers for the report out of a real event: who is a walk-in, and who a partner."""

from datetime import timedelta

from checkin.services.events import EventChanges, change_event
from checkin.services.importing import import_list
from checkin.services.merging import merge
from checkin.services.organizers import save_organizer
from checkin.services.report import report
from tests.services.lists import COLUMNS, list_of
from tests.world import COORDINATOR, DAY_ONE, DAY_TWO, World


def put_off(world: World) -> None:
    """Hold the event a week later than it is now."""
    week = timedelta(weeks=1)
    later = EventChanges(first_day=DAY_ONE + week, last_day=DAY_TWO + week)
    change_event(world.store, COORDINATOR, later)


def test_a_walk_in_was_added_by_hand_once_the_event_had_begun(world: World) -> None:
    put_off(world)
    early = world.register("Ada")
    import_list(world.store, COORDINATOR, list_of(("Bob",)), COLUMNS)
    world.later(days=7)
    late = world.register("Cecīlija")
    import_list(world.store, COORDINATOR, list_of(("Bob",), ("Dace",)), COLUMNS)
    listed = [one for one in world.store.roster.everyone() if one.name in {"Bob", "Dace"}]
    assert len(listed) == 2
    for one in (early, late, *listed):
        world.scan(one)
    figures = report(world.store, COORDINATOR).whole
    assert (figures.people, figures.walk_ins) == (4, 1)


def test_whoever_was_registered_twice_and_first_before_the_event_is_no_walk_in(
    world: World,
) -> None:
    # Which of two records is the person's is left to chance.
    names = [f"Ada {number}" for number in range(10)]
    put_off(world)
    early = [world.register(name) for name in names]
    world.later(days=7)
    again = [world.register(f"{name} Ābola") for name in names]
    for one in again:
        world.scan(one)
    assert report(world.store, COORDINATOR).whole.walk_ins == len(names)
    for one, another in zip(early, again, strict=True):
        merge(world.store, COORDINATOR, one, another)
    figures = report(world.store, COORDINATOR).whole
    assert (figures.people, figures.walk_ins, figures.registered) == (10, 0, 10)


def test_who_holds_the_event_is_a_partner(world: World) -> None:
    save_organizer(world.store, COORDINATOR, None, "Forest Cluster")
    for name, organisation in (("Ada", "FOREST CLUSTER"), ("Bob", "Riga Tech")):
        world.scan(world.register(name, organisation=organisation))
    figures = report(world.store, COORDINATOR).whole
    assert (figures.partners, figures.external) == (1, 1)


def test_a_day_that_has_not_begun_has_no_no_shows(world: World) -> None:
    world.register("Ada")
    days = report(world.store, COORDINATOR).days
    assert [day.figures.no_shows for day in days] == [1, 0]
    world.clock.now += timedelta(days=1)
    days = report(world.store, COORDINATOR).days
    assert [day.figures.no_shows for day in days] == [1, 1]
