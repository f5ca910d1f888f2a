"""The door: order of reasons, entry and exit, back-entry, force and annulment."""

import pytest

from checkin.domain.people import Status
from checkin.domain.roles import Operator, Role
from checkin.domain.verdict import Reason, VerdictStatus
from checkin.errors import CheckinError
from checkin.services.annulment import undo
from checkin.services.attendance import attendance
from checkin.services.badges import replace_badge
from checkin.services.lists import ListRules, add_list
from checkin.services.registration import set_status
from tests.world import COORDINATOR, DAY_ONE, DAY_TWO, RECEPTION, World


def test_a_first_scan_is_welcome_and_a_second_is_in_already(world: World) -> None:
    ada = world.register("Ada Lovelace", organisation="Riga Photonics")
    first = world.scan(ada)
    assert (first.status, first.reason) == (VerdictStatus.OK, None)
    assert first.attendee
    assert first.attendee.organisation == "Riga Photonics"
    world.later(minutes=3)
    second = world.scan(ada)
    assert second.reason is Reason.ALREADY_REDEEMED
    assert second.previous
    assert second.previous.at == first.at
    assert second.previous.operator == COORDINATOR.name


def test_who_went_out_may_come_in_again(world: World) -> None:
    ada = world.register("Ada")
    world.scan(ada)
    assert world.scan(ada, leaving=True).reason is None
    assert world.scan(ada).reason is None
    assert world.scan(ada).reason is Reason.ALREADY_REDEEMED


def test_a_list_may_forbid_entry_after_exit(world: World) -> None:
    ada = world.register("Ada")
    world.rules(entry_after_exit=False)
    world.scan(ada)
    world.scan(ada, leaving=True)
    assert world.scan(ada).reason is Reason.ALREADY_REDEEMED


def test_only_exits_so_far_leave_the_entry_open(world: World) -> None:
    ada = world.register("Ada")
    world.rules(entry_after_exit=False)
    assert world.scan(ada, leaving=True).reason is None
    assert world.scan(ada).reason is None


def test_a_list_may_allow_several_entries(world: World) -> None:
    ada = world.register("Ada")
    world.rules(several_entries=True)
    assert [world.scan(ada).reason for _ in range(3)] == [None, None, None]


def test_lists_are_independent_of_each_other(world: World) -> None:
    ada = world.register("Ada")
    add_list(world.store, COORDINATOR, "Workshop A", DAY_ONE, ListRules())
    assert world.scan(ada).reason is None
    assert world.scan(ada, door="Workshop A").reason is None


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (Status.CANCELED, Reason.CANCELED),
        (Status.BLOCKED, Reason.BLOCKED),
        (Status.UNAPPROVED, Reason.UNAPPROVED),
        (Status.UNPAID, Reason.UNPAID),
    ],
)
def test_a_registration_that_does_not_stand_is_refused(
    world: World, status: Status, reason: Reason
) -> None:
    ada = world.register("Ada")
    set_status(world.store, COORDINATOR, ada, status)
    assert world.scan(ada).reason is reason


def test_reasons_are_asked_in_their_order(world: World) -> None:
    ada = world.register("Ada", days=(DAY_TWO,))
    old = world.code(ada)
    world.rules(categories=("speaker",), opens=None)
    assert world.scan(ada).reason is Reason.CATEGORY
    set_status(world.store, COORDINATOR, ada, Status.UNPAID)
    assert world.scan(ada).reason is Reason.UNPAID
    set_status(world.store, COORDINATOR, ada, Status.CANCELED)
    assert world.scan(ada).reason is Reason.CANCELED
    replace_badge(world.store, COORDINATOR, ada)
    assert world.scan(old).reason is Reason.REVOKED


def test_an_exit_asks_only_whether_the_badge_is_good(world: World) -> None:
    ada = world.register("Ada")
    world.scan(ada)
    set_status(world.store, COORDINATOR, ada, Status.BLOCKED)
    assert world.scan(ada, leaving=True).reason is None
    old = world.code(ada)
    replace_badge(world.store, COORDINATOR, ada)
    assert world.scan(old, leaving=True).reason is Reason.REVOKED
    assert world.scan("not a code", leaving=True).reason is Reason.INVALID


def test_a_list_admits_only_its_day(world: World) -> None:
    ada = world.register("Ada")
    assert world.scan(ada, door="Entrance day 2").reason is Reason.INVALID_TIME
    world.clock.set("2026-06-04 03:59")
    assert world.scan(ada, door="Entrance day 2").reason is None


def test_a_list_admits_only_in_its_hours_even_past_midnight(world: World) -> None:
    from datetime import time

    ada = world.register("Ada")
    world.rules(opens=time(9, 30), closes=time(1, 0))
    assert world.scan(ada).reason is Reason.INVALID_TIME
    world.clock.set("2026-06-03 00:59")
    assert world.scan(ada, door="Entrance day 1").reason is None
    world.clock.set("2026-06-03 01:01")
    bob = world.register("Bob")
    assert world.scan(bob, door="Entrance day 1").reason is Reason.INVALID_TIME


def test_a_full_room_refuses_until_somebody_leaves(world: World) -> None:
    add_list(world.store, COORDINATOR, "Workshop A", DAY_ONE, ListRules(capacity=1))
    ada, bob = world.register("Ada"), world.register("Bob")
    assert world.scan(ada, door="Workshop A").reason is None
    assert world.scan(bob, door="Workshop A").reason is Reason.FULL
    world.scan(ada, door="Workshop A", leaving=True)
    assert world.scan(bob, door="Workshop A").reason is None


def test_a_word_of_why_admits_anyway_and_stays_with_the_person(world: World) -> None:
    ada = world.register("Ada")
    world.scan(ada)
    forced = world.scan(ada, force="Came back for her coat")
    assert (forced.status, forced.forced) == (VerdictStatus.OK, True)
    bodies = [entry.body for entry in world.store.journal.about(ada.id)]
    assert any("coat" in body for body in bodies)


def test_nobody_is_forced_past_a_block(world: World) -> None:
    ada = world.register("Ada")
    set_status(world.store, COORDINATOR, ada, Status.BLOCKED)
    verdict = world.scan(ada, force="She insists")
    assert (verdict.reason, verdict.forced) == (Reason.BLOCKED, False)


def test_a_replaced_badge_carries_on_where_the_old_one_was(world: World) -> None:
    ada = world.register("Ada")
    world.scan(ada)
    replaced = replace_badge(world.store, COORDINATOR, ada)
    assert world.scan(replaced.code).reason is Reason.ALREADY_REDEEMED


def test_the_number_typed_by_hand_checks_in_whom_it_names(world: World) -> None:
    ada = world.register("Ada")
    number = "-".join((ada.badge[:4], ada.badge[4:8], ada.badge[8:])).lower()
    assert world.scan(number).attendee
    assert world.scan("BBBB-BBBB-BBBB").reason is Reason.INVALID


def test_a_ticket_of_another_system_finds_its_person(world: World) -> None:
    ada = world.register("Ada", ticket_code="TITO-7781")
    verdict = world.scan("TITO-7781")
    assert verdict.attendee
    assert verdict.attendee.id == ada.id


def test_a_scan_from_paper_is_judged_by_what_was_before_it(world: World) -> None:
    ada = world.register("Ada")
    world.later(hours=3)
    assert world.scan(ada).reason is None
    assert world.scan(ada, at="2026-06-02 10:00").reason is None
    assert world.scan(ada, at="2026-06-02 10:30").reason is Reason.ALREADY_REDEEMED
    [day, _] = attendance(world.store, COORDINATOR)
    assert str(day.presences[0].first_in) == "2026-06-02 10:00:00+03:00"


def test_paper_cannot_say_what_has_not_happened(world: World) -> None:
    ada = world.register("Ada")
    with pytest.raises(CheckinError) as refused:
        world.scan(ada, at="2026-06-02 09:01")
    assert refused.value.code == "at-in-future"


def test_a_clock_set_back_does_not_turn_the_order_round(world: World) -> None:
    ada = world.register("Ada")
    first = world.scan(ada)
    world.later(minutes=-30)
    out = world.scan(ada, leaving=True)
    assert out.at >= first.at
    assert world.scan(ada).reason is None


def test_nobody_is_forced_in_without_a_word_of_why(world: World) -> None:
    ada = world.register("Ada")
    world.scan(ada)
    entries = world.store.journal.count()
    with pytest.raises(CheckinError) as refused:
        world.scan(ada, force=" \u200b ")
    assert refused.value.code == "why-missing"
    assert world.store.journal.count() == entries


def test_an_annulled_check_in_no_longer_counts(world: World) -> None:
    ada = world.register("Ada")
    world.scan(ada)
    undo(world.store, COORDINATOR)
    assert attendance(world.store, COORDINATOR)[0].present == 0
    assert world.scan(ada).reason is None


def test_an_annulment_is_final_and_once(world: World) -> None:
    verdict = world.scan(world.register("Ada"))
    undo(world.store, COORDINATOR, verdict.check_in)
    with pytest.raises(CheckinError) as refused:
        undo(world.store, COORDINATOR, verdict.check_in)
    assert refused.value.code == "check-in-annulled"


def test_reception_undoes_its_own_last_check_in_within_a_quarter_of_an_hour(world: World) -> None:
    ada = world.register("Ada")
    world.operator = RECEPTION
    world.scan(ada)
    world.later(minutes=14)
    undo(world.store, RECEPTION)
    world.scan(ada)
    world.later(minutes=16)
    with pytest.raises(CheckinError) as refused:
        undo(world.store, RECEPTION)
    assert refused.value.code == "not-allowed"


def test_what_one_did_in_another_role_is_ones_own(world: World) -> None:
    ada, bob = world.register("Ada"), world.register("Bob")
    world.scan(ada)
    world.operator = Operator(COORDINATOR.name, Role.RECEPTION)
    last = world.scan(bob)
    name, _ = undo(world.store, COORDINATOR)
    assert name == last.check_in


def test_of_an_invalid_code_only_its_length_and_a_digest_are_kept(world: World) -> None:
    world.scan("HC1:NCF%RN.health pass")
    [entry] = [e for e in world.store.journal.in_order() if e.kind == "check-in.recorded"]
    assert "health" not in entry.body
    assert '"length":22' in entry.body


def test_a_stuck_scanner_fills_neither_journal_nor_loses_the_real_scan(world: World) -> None:
    from checkin.services.admission import Door

    ada = world.register("Ada")
    door = Door(world.store, COORDINATOR, world.list())
    before = world.store.journal.count()
    verdicts = [door.scan(f"junk {n}") for n in range(500)]
    assert {verdict.reason for verdict in verdicts} == {Reason.INVALID}
    assert door.scan(world.code(ada)).status is VerdictStatus.OK
    door.close()
    assert world.store.journal.count() - before == 20 + 1 + 1


def test_a_code_of_another_event_opens_no_door(world: World, tmp_path) -> None:
    (tmp_path / "elsewhere").mkdir()
    elsewhere = World.new(tmp_path / "elsewhere")
    code = elsewhere.code(elsewhere.register("Ada"))
    elsewhere.close()
    assert world.scan(code).reason is Reason.INVALID


def test_a_genuine_badge_not_known_here_is_let_in_once_without_a_name(world: World) -> None:
    with world.other_laptop() as other:
        bob = other.register("Bob")
        code = other.code(bob)
    verdict = world.scan(code)
    assert (verdict.status, verdict.attendee) == (VerdictStatus.OK, None)
    assert world.scan(code).reason is Reason.ALREADY_REDEEMED


def test_a_verdict_shows_what_the_desk_asks_of_a_person(world: World) -> None:
    ada = world.register("Ada", job_title="Analyst", category="speaker", notes="vegan")
    shown = world.scan(ada).attendee
    assert shown
    assert (shown.job_title, shown.category, shown.notes) == ("Analyst", "speaker", "vegan")
    assert shown.badge == ada.badge


def test_a_revoked_badge_says_since_when_and_which_one_counts(world: World) -> None:
    ada, bob = world.register("Ada"), world.register("Bob")
    old = world.code(ada)
    replace_badge(world.store, world.operator, bob)
    world.later(minutes=5)
    new = replace_badge(world.store, world.operator, ada)
    at = world.clock()
    world.later(minutes=5)
    replaced = replace_badge(world.store, world.operator, new.attendee)
    assert world.scan(new.code).revoked_at == world.clock()
    world.later(minutes=5)
    verdict = world.scan(old)
    assert (verdict.reason, verdict.revoked_at) == (Reason.REVOKED, at)
    assert verdict.attendee
    assert verdict.attendee.badge == replaced.attendee.badge
    assert world.scan(replaced.code).revoked_at is None
