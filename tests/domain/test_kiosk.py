"""What a kiosk asks of who types, and how it is remembered: nothing is told by what it asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.kiosk import KioskPlan, badge_letters, is_meant, needs_more, wait_ms
from checkin.domain.people import Attendee
from checkin.domain.roles import Role
from checkin.domain.verdict import Direction

ADA = Attendee(
    "1" * 32,
    "Rūta Kazlauskaitė",
    email="ruta@example.lt",
    organisation="Baltic Food Cluster",
    registration="K-7",
)
texts = st.text(max_size=30)


@pytest.mark.parametrize("text", ["ruta@example.lt", "RUTA@example.LT", "  ruta@example.lt "])
def test_a_whole_email_is_enough(text):
    assert not needs_more(text)
    assert is_meant(ADA, text)


@pytest.mark.parametrize("text", ["Rūta Kazlauskaitė", "ruta kazlauskaite", "Kazlauskaitė Rūta"])
def test_a_name_is_a_key_only_with_what_only_they_know(text):
    assert needs_more(text)
    assert not is_meant(ADA, text)
    assert is_meant(ADA, text, "baltic f")
    assert is_meant(ADA, text, "ruta@example.lt")


@pytest.mark.parametrize("more", ["", "ba", "food", "ruta", "example.lt", "Baltic Wood"])
def test_what_is_no_beginning_of_theirs_opens_nothing(more):
    assert not is_meant(ADA, "Rūta Kazlauskaitė", more)


@pytest.mark.parametrize("text", ["Rūta", "Kazlauskaitė", "ruta@example", "R", "", "  "])
def test_a_part_of_a_key_is_none(text):
    assert not is_meant(ADA, text, "Baltic Food Cluster")


def test_a_short_registration_number_is_soon_counted_to_and_needs_more():
    assert needs_more("K-7")
    assert not is_meant(ADA, "K-7")
    assert is_meant(ADA, "k-7", "Baltic")
    assert not needs_more("REG-2016-0042")


@given(texts, texts)
def test_whether_more_is_asked_depends_on_nobody(text, name):
    somebody = Attendee("2" * 32, name)
    if is_meant(somebody, text):
        assert not needs_more(text)


@given(texts)
def test_who_has_neither_email_nor_number_is_not_meant_by_nothing(text):
    assert not is_meant(Attendee("3" * 32, "Ada Ozola"), text)


@pytest.mark.parametrize("text", ["KDTRNBVXHJLC", "kdtr-nbvx-hjlc", "KDTR NBVX HJLC"])
def test_a_badge_number_is_read_in_any_form(text):
    assert badge_letters(text) == "KDTRNBVXHJLC"
    assert not needs_more(text)


def test_wrong_tries_slow_down_more_and_more_and_are_forgotten():
    minute = 60_000
    assert [wait_ms(range(count), 0 + count) for count in (0, 1, 3)] == [0, 0, 0]
    waits = [wait_ms([0] * count, 1) for count in range(4, 12)]
    assert waits[:4] == [5_000, 10_000, 20_000, 40_000]
    assert set(waits[4:]) == {60_000}
    assert wait_ms([0] * 9, 6 * minute) == 0


def test_a_plan_is_remembered_as_it_was():
    plan = KioskPlan(
        "/a/seminar.checkin",
        *("5" * 32, Direction.EXIT, True, 9, "Coffee is upstairs — žalia"),
        *("Elīna", Role.COORDINATOR, "scrypt$…", "proof"),
    )
    assert KioskPlan.read(plan.written()) == plan
    assert plan.operator.name == "Kiosk"
    assert plan.operator.role is Role.RECEPTION


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"event": "x"}', '{"direction": "up"}'])
def test_a_damaged_plan_is_none(text):
    assert KioskPlan.read(text) is None
