"""Undoing a check-in: one's own for a quarter of an hour, any other by a coordinator saying why."""

import pytest

from checkin.domain.roles import Operator, Role
from checkin.errors import CheckinError
from checkin.services.annulment import undo
from checkin.services.history import What, history
from tests.world import COORDINATOR, RECEPTION, World

ORGANIZER = Operator("Elīna", Role.ORGANIZER)


def refused(world: World, who: Operator, name: str, why: str = "") -> str:
    with pytest.raises(CheckinError) as fault:
        undo(world.store, who, name, why)
    return fault.value.code


def test_a_coordinator_undoes_an_old_or_anothers_check_in_and_says_why(world: World) -> None:
    ada = world.register("Ada")
    world.operator = RECEPTION
    named = world.scan(ada).check_in
    assert refused(world, COORDINATOR, named) == "undo-why-missing"
    assert refused(world, COORDINATOR, named, " \u200b ") == "undo-why-missing"
    assert world.scan(ada).reason is not None
    undo(world.store, COORDINATOR, named, "the wrong\nbadge")
    told = [one for one in history(world.store, COORDINATOR, ada.id) if one.what is What.ANNULLED]
    assert [(one.why, one.operator) for one in told] == [("the wrong badge", "Māris")]


def test_why_somebody_was_forced_in_is_not_why_that_was_undone(world: World) -> None:
    ada = world.register("Ada")
    world.scan(ada)
    named = world.scan(ada, force="went out unseen").check_in
    world.later(minutes=16)
    undo(world.store, COORDINATOR, named, "it was her sister")
    whys = {one.what: one.why for one in history(world.store, COORDINATOR, ada.id) if one.why}
    assert whys == {What.SCANNED: "went out unseen", What.ANNULLED: "it was her sister"}


def test_ones_own_needs_no_reason_but_may_have_one(world: World) -> None:
    ada = world.register("Ada")
    world.operator = RECEPTION
    world.scan(ada)
    undo(world.store, RECEPTION, why="clicked the wrong one")
    assert history(world.store, RECEPTION, ada.id)[0].why == "clicked the wrong one"


def test_nobody_but_a_coordinator_undoes_anothers_whatever_they_say(world: World) -> None:
    named = world.scan(world.register("Ada")).check_in
    for who in (RECEPTION, ORGANIZER):
        assert refused(world, who, named, "please") == "not-allowed"


def test_the_reason_is_a_word_of_the_person(world: World) -> None:
    ada = world.register("Ada")
    named = world.scan(ada).check_in
    world.later(minutes=16)
    undo(world.store, COORDINATOR, named, "she fainted")
    said = [entry for entry in world.store.journal.in_order() if "fainted" in entry.body]
    assert [entry.subject for entry in said] == [ada.id]
