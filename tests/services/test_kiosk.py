"""The kiosk: who may start and end it, and that typing finds one person or nobody."""

import pytest

from checkin.domain.code import printed
from checkin.domain.kiosk import KioskPlan
from checkin.domain.roles import Operator, Role
from checkin.errors import CheckinError
from checkin.services.admission import Door
from checkin.services.badges import replace_badge
from checkin.services.kiosk import badge_meant, begin_kiosk, end_kiosk
from checkin.services.pins import set_pin
from checkin.services.signing_in import is_signed_in, sign_in
from tests.world import COORDINATOR, RECEPTION, World

PIN = "4711"
PLAN = KioskPlan("/seminar.checkin")
FOOD = {"organisation": "Baltic Food Cluster"}


def meant(world: World, text: str, more: str = "") -> str:
    return badge_meant(world.store, RECEPTION, text, more)


def test_each_whole_key_finds_the_one_person(world):
    ada = world.register("Ada Ozola", email="ada@example.lv", registration="2026-0042", **FOOD)
    world.register("Adam Ozols", email="adam@example.lv", registration="2026-0043", **FOOD)
    for text in ("ada@example.lv", "2026-0042", ada.badge.lower(), printed(ada.badge)):
        assert meant(world, text) == ada.badge
    assert meant(world, "Ozola Ada", "baltic") == ada.badge


@pytest.mark.parametrize("text", ["Ada", "Ozola", "ada@", "2026", "Ada Ozola", "a", "", "%", "*"])
def test_less_than_a_whole_key_finds_nobody(world, text):
    world.register("Ada Ozola", email="ada@example.lv", registration="2026-0042", **FOOD)
    assert meant(world, text) == ""


def test_a_key_of_two_people_is_a_matter_for_the_desk(world):
    for name in ("Ada Ozola", "Bob Berg"):
        world.register(name, email="office@example.lv", **FOOD)
    world.register("Ada Ozola", organisation="Baltic Food Cluster", email="other@example.lv")
    assert meant(world, "office@example.lv") == ""
    assert meant(world, "Ada Ozola", "Baltic Food Cluster") == ""
    assert meant(world, "Ada Ozola", "other@example.lv") != ""


def test_a_replaced_number_is_for_the_door_to_refuse(world):
    ada = world.register("Ada Ozola")
    replace_badge(world.store, COORDINATOR, ada)
    assert meant(world, printed(ada.badge)) == ada.badge


def test_without_a_pin_of_the_role_one_is_set_for_the_kiosk_alone(world):
    with pytest.raises(CheckinError, match="pin-form"):
        begin_kiosk(world.store, COORDINATOR, PLAN)
    plan = begin_kiosk(world.store, COORDINATOR, PLAN, PIN)
    assert PIN not in plan.written()
    with pytest.raises(CheckinError, match="pin-wrong"):
        end_kiosk(world.store, plan, "0000")
    assert end_kiosk(world.store, plan, PIN) == COORDINATOR


def test_guessing_the_pin_of_a_kiosk_is_slowed_down_too(world):
    plan = begin_kiosk(world.store, COORDINATOR, PLAN, PIN)
    for _ in range(5):
        with pytest.raises(CheckinError, match="pin-wrong"):
            end_kiosk(world.store, plan, "0000")
    with pytest.raises(CheckinError, match="pin-wait"):
        end_kiosk(world.store, plan, PIN)


def test_it_scans_as_reception_whose_pin_nobody_has_to_give(world):
    for role in (Role.COORDINATOR, Role.RECEPTION):
        who = sign_in(
            world.store, "Māris", Role.COORDINATOR, PIN if role is not Role.COORDINATOR else ""
        )
        set_pin(world.store, who, role, PIN)
    who = sign_in(world.store, "Māris", Role.COORDINATOR, PIN)
    plan = begin_kiosk(world.store, who, PLAN)
    assert (plan.pin, plan.name, plan.role) == ("", "Māris", Role.COORDINATOR)
    assert is_signed_in(world.store, plan.operator)
    assert not is_signed_in(world.store, Operator("Kiosk", Role.RECEPTION))
    world.operator = who
    ada = world.register("Ada Ozola")
    verdict = Door(world.store, plan.operator, world.list()).scan(world.code(ada))
    assert verdict.reason is None
