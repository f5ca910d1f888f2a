"""Who is who at import, what a list changes, and what it never does."""

from pathlib import Path

import pytest

from checkin.assets import resources
from checkin.domain.people import Status
from checkin.errors import CheckinError
from checkin.gateways.columns import Columns
from checkin.gateways.sheets import read_list
from checkin.services.importing import import_list, plan_import
from checkin.services.importplan import ImportPlan
from checkin.services.registration import edit, set_status
from tests.world import COORDINATOR, DAY_TWO, RECEPTION, World


def bring(world: World, text: str, *, dry: bool = False) -> ImportPlan:
    """Import a list as somebody would send it."""
    path = world.path.with_name("list.csv")
    path.write_text(text, "utf-8")
    table = read_list(path)
    columns = Columns.load(resources() / "columns.toml").guess(table)
    work = plan_import if dry else import_list
    return work(world.store, COORDINATOR, table, columns)


def counts(plan: ImportPlan) -> tuple[int, int, int, int]:
    return plan.added, plan.changed, plan.unchanged, len(plan.rejected)


def names(world: World) -> list[str]:
    return sorted(attendee.name for attendee in world.store.roster.everyone())


def codes(world: World) -> dict[str, str]:
    return {attendee.name: world.code(attendee) for attendee in world.store.roster.everyone()}


LIST = "Name,E-mail,Organisation\nAda Ābola,ada@example.lv,Riga Photonics\nBob,bob@example.lt,\n"


def test_a_list_comes_in_and_again_changes_nothing(world: World) -> None:
    assert counts(bring(world, LIST)) == (2, 0, 0, 0)
    before = world.store.journal.count()
    assert counts(bring(world, LIST)) == (0, 0, 2, 0)
    assert world.store.journal.count() == before


def test_a_dry_run_changes_nothing(world: World) -> None:
    before = list(world.store.journal.in_order())
    assert counts(bring(world, LIST, dry=True)) == (2, 0, 0, 0)
    assert list(world.store.journal.in_order()) == before


def test_a_corrected_list_changes_the_person_and_never_the_code(world: World) -> None:
    bring(world, LIST)
    before = codes(world)
    plan = bring(world, LIST.replace("Bob,", "Bob Berg,").replace("Photonics", "Lasers"))
    assert counts(plan) == (0, 2, 0, 0)
    assert sorted(codes(world).values()) == sorted(before.values())
    assert names(world) == ["Ada Ābola", "Bob Berg"]


def test_one_address_with_two_names_is_two_people(world: World) -> None:
    shared = "office@example.lv"
    plan = bring(world, f"Name,E-mail\nAnna Kalna,{shared}\nJuris Kalns,{shared}\n")
    assert counts(plan) == (2, 0, 0, 0)


def test_a_repeated_row_is_taken_once_with_a_warning(world: World) -> None:
    plan = bring(world, "Name,E-mail\nAnna,a@example.lv\nANNA,A@example.lv\n")
    assert counts(plan) == (1, 0, 0, 0)
    assert ("repeated-row", "3: ANNA (as row 2)") in plan.warnings


def test_without_an_address_name_and_organisation_tell(world: World) -> None:
    bring(world, "Name,Organisation\nAnna,Alpha\nAnna,Beta\n")
    plan = bring(world, "Name,Organisation,Job title\nanna,ALPHA,Director\n")
    assert counts(plan) == (0, 1, 0, 0)
    assert [one.job_title for one in world.store.roster.everyone() if one.job_title] == ["Director"]


def test_a_registration_number_tells_even_when_the_name_was_corrected(world: World) -> None:
    bring(world, "Registration no,Name,E-mail\nR1,Ana,ana@example.lv\n")
    plan = bring(world, "Registration no,Name,E-mail\nR1,Anna Kalna,ana@example.lv\n")
    assert counts(plan) == (0, 1, 0, 0)


def test_a_registration_number_of_somebody_else_is_rejected(world: World) -> None:
    bring(world, "Registration no,Name,E-mail\nR1,Anna,anna@example.lv\n")
    plan = bring(world, "Registration no,Name,E-mail\nR1,Juris,juris@example.lv\n")
    assert counts(plan) == (0, 0, 0, 1)
    assert plan.rejected[0].reason == "registration-clash"
    assert names(world) == ["Anna"]


def test_a_number_that_repeats_is_no_registration_number(world: World) -> None:
    text = "Registration no,Name,E-mail\n7,Anna,anna@example.lv\n7,Juris,juris@example.lv\n"
    plan = bring(world, text)
    assert counts(plan) == (2, 0, 0, 0)
    assert plan.columns["Registration no"] == "custom.Registration no"


def test_good_rows_come_in_and_each_bad_one_is_listed(world: World) -> None:
    text = "Name,E-mail,Days\nAnna,anna@example.lv,both\n,x@example.lv,\nJuris,not an address,\n"
    plan = bring(world, text + "Ilze,ilze@example.lv,9 June\n")
    assert counts(plan) == (1, 0, 0, 3)
    listed = [(fault.row, fault.column, fault.reason) for fault in plan.rejected]
    assert listed == [
        (3, "Name", "missing-name"),
        (4, "E-mail", "bad-email"),
        (5, "Days", "days"),
    ]


def test_every_field_arrives(world: World) -> None:
    bring(
        world,
        "First name,Last name,E-mail,Organisation,Type of organisation,Job title,Country,Category,"
        "Registration status,Days,Notes,Check-in instruction,T-shirt\n"
        'Rūta,Kazlauskaitė,"Rūta <ruta@example.lt>",Baltic Food,klasteris,Manager,LT,speaker,'
        "pending,3 June,Wheelchair,Hand over the folder,L\n",
    )
    [ruta] = world.store.roster.everyone()
    assert (ruta.name, ruta.given_name, ruta.family_name) == (
        "Rūta Kazlauskaitė",
        "Rūta",
        "Kazlauskaitė",
    )
    assert (ruta.email, ruta.organisation, ruta.organisation_kind) == (
        "ruta@example.lt",
        "Baltic Food",
        "cluster",
    )
    assert (ruta.job_title, ruta.country, ruta.category) == ("Manager", "LT", "speaker")
    assert (ruta.status, ruta.days, ruta.notes) == (Status.UNAPPROVED, (DAY_TWO,), "Wheelchair")
    assert ruta.instruction == "Hand over the folder"
    assert ruta.custom == {"T-shirt": "L"}


def test_people_absent_from_the_next_list_are_missing_never_removed(world: World) -> None:
    bring(world, LIST)
    world.register("Walk-in")
    plan = bring(world, "Name,E-mail,Organisation\nAda Ābola,ada@example.lv,Riga Photonics\n")
    assert [attendee.name for attendee in plan.missing] == ["Bob"]
    assert len(names(world)) == 3


def test_an_empty_cell_takes_nothing_away(world: World) -> None:
    bring(world, "Name,E-mail,Notes\nAnna,anna@example.lv,\n")
    [anna] = world.store.roster.everyone()
    from checkin.domain.details import Details

    edit(world.store, COORDINATOR, anna, Details({"notes": "Needs a chair"}))
    assert counts(bring(world, "Name,E-mail,Notes\nAnna,anna@example.lv,\n")) == (0, 0, 1, 0)


def test_a_list_does_not_let_in_somebody_who_was_blocked(world: World) -> None:
    bring(world, "Name,E-mail,Status\nAnna,anna@example.lv,attending\n")
    [anna] = world.store.roster.everyone()
    set_status(world.store, COORDINATOR, anna, Status.BLOCKED)
    bring(world, "Name,E-mail,Status\nAnna,anna@example.lv,attending\n")
    [anna] = world.store.roster.everyone()
    assert anna.status is Status.BLOCKED


def test_organisations_that_disagree_on_their_kind_settle(world: World) -> None:
    text = "Name,Organisation,Organisation type\nAnna,Alpha,company\nJuris,Alpha,cluster\n"
    bring(world, text)
    assert counts(bring(world, text)) == (0, 0, 2, 0)


def test_the_same_list_at_two_laptops_is_the_same_people_with_the_same_codes(world: World) -> None:
    with world.other_laptop() as other:
        bring(world, LIST)
        bring(other, LIST)
        assert codes(world) == codes(other)
        from checkin.services.exchange import exchange

        exchange(world.store, other.store, COORDINATOR)
        assert len(names(world)) == 2


def test_reception_may_not_import(world: World) -> None:
    path = world.path.with_name("list.csv")
    path.write_text(LIST)
    table = read_list(path)
    with pytest.raises(CheckinError) as refused:
        plan_import(world.store, RECEPTION, table, {0: "name"})
    assert refused.value.code == "not-allowed"


def test_a_roster_changed_between_plan_and_writing_is_planned_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second laptop's window adds the same person just before the list is written."""
    changed = iter([True, False])
    monkeypatch.setattr(
        type(world.store.journal), "roster_changed_since", lambda self, heads: next(changed)
    )
    assert counts(bring(world, LIST)) == (2, 0, 0, 0)
    assert next(changed, None) is None


def test_a_file_that_is_no_list_changes_nothing(world: World, tmp_path: Path) -> None:
    before = list(world.store.journal.in_order())
    with pytest.raises(CheckinError):
        bring(world, "alpha,beta\n1,2\n")
    assert list(world.store.journal.in_order()) == before
