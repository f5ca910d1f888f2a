"""Consent and topics of a list: read in many words, and never agreed for who said no."""

import pytest

from checkin.domain.details import Details
from checkin.domain.people import Attendee
from checkin.domain.table import Row, Table
from checkin.services.history import history
from checkin.services.importing import import_list, plan_import
from checkin.services.registration import edit
from checkin.services.undoing_import import undo_import
from tests.world import COORDINATOR, World

HEADER = ("Name", "Consent", "Offers", "Seeks")
COLUMNS = dict(enumerate(("name", "contacts", "offers", "seeks")))


def bring(world: World, *rows: tuple[str, ...]) -> list[tuple[str, str]]:
    """Import rows; return what is wrong with those that were not taken."""
    padded = [(*row, "", "", "")[:4] for row in rows]
    table = Table(HEADER, [Row(number, row) for number, row in enumerate(padded, 2)])
    done = import_list(world.store, COORDINATOR, table, COLUMNS)
    return [(one.reason, one.value) for one in done.rejected]


def named(world: World, name: str) -> Attendee:
    return next(one for one in world.store.roster.everyone() if one.name == name)


@pytest.mark.parametrize(
    ("cell", "contacts"),
    [
        ("Yes", True),
        ("Yes, you may", True),
        ("I agree", True),
        ("Sutinku", True),
        ("JĀ", True),
        ("☑", True),
        ("no", False),
        ("No, thank you", False),
        ("nicht einverstanden", False),
        ("I do not agree", False),
        ("-", False),
        ("", None),
    ],
)
def test_consent_is_read_as_people_write_it(world: World, cell: str, contacts: bool) -> None:
    assert bring(world, ("Ada Abele", cell, "wood / CNC, wood", "steel")) == []
    ada = named(world, "Ada Abele")
    assert (ada.contacts, ada.offers, ada.seeks) == (contacts, "wood; CNC", "steel")


def test_what_is_neither_is_a_row_that_is_not_taken(world: World) -> None:
    assert bring(world, ("Ada Abele", "perhaps"), ("Bob Berg", "yes")) == [("yes-or-no", "perhaps")]
    assert [one.name for one in world.store.roster.everyone()] == ["Bob Berg"]


def test_a_list_of_before_does_not_agree_for_who_withdrew(world: World) -> None:
    bring(world, ("Ada Abele", "yes"))
    edit(world.store, COORDINATOR, named(world, "Ada Abele"), Details({"contacts": "no"}))
    assert bring(world, ("Ada Abele", "yes", "wood")) == []
    ada = named(world, "Ada Abele")
    assert (ada.contacts, ada.offers) == (False, "wood")


def test_a_list_withdraws_and_an_empty_cell_says_nothing(world: World) -> None:
    bring(world, ("Ada Abele", "yes", "wood"))
    bring(world, ("Ada Abele", ""))
    assert named(world, "Ada Abele").contacts is True
    bring(world, ("Ada Abele", "no"))
    assert named(world, "Ada Abele").contacts is False


def test_what_changes_is_told_before_and_after_in_words(world: World) -> None:
    bring(world, ("Ada Abele", "yes", "wood"))
    table = Table(HEADER, [Row(2, ("Ada Abele", "no", "glue", ""))])
    (row,) = plan_import(world.store, COORDINATOR, table, COLUMNS).changes
    told = {one.field: (one.before, one.after) for one in row.fields}
    assert told == {"contacts": ("yes", "no"), "offers": ("wood", "glue")}
    bring(world, ("Ada Abele", "no"))
    (latest, *_) = history(world.store, COORDINATOR, named(world, "Ada Abele").id)
    assert [(one.field, one.before, one.after) for one in latest.changes] == [
        ("contacts", "yes", "no")
    ]


def test_an_import_that_is_undone_takes_the_consent_with_it(world: World) -> None:
    bring(world, ("Ada Abele", ""))
    bring(world, ("Ada Abele", "yes", "wood"))
    undo_import(world.store, COORDINATOR)
    ada = named(world, "Ada Abele")
    assert (ada.contacts, ada.offers) == (None, "")
