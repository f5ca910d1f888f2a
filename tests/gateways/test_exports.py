"""What the usual systems export is understood without mapping a column by hand."""

from pathlib import Path

import pytest

from checkin.gateways.columns import Columns
from checkin.gateways.sheets import read_list
from checkin.services.importing import import_list
from tests.exports import EXPORTS, FOLDER, written
from tests.world import COORDINATOR

RESOURCE = Path(__file__).parents[2] / "resources" / "columns.toml"
BY_NAME = {export.name: export for export in EXPORTS}


@pytest.fixture(scope="module")
def columns():
    return Columns.load(RESOURCE)


def test_the_files_are_the_lists_of_the_module():
    assert {path.name for path in FOLDER.iterdir()} == {export.path.name for export in EXPORTS}
    for export in EXPORTS:
        assert export.path.read_bytes() == written(export), export.name


@pytest.mark.parametrize("name", BY_NAME)
def test_each_column_is_taken_for_what_it_is(columns, name):
    export = BY_NAME[name]
    table = read_list(export.path)
    found = {table.header[index]: field for index, field in columns.guess(table).items()}
    assert found == {
        heading: export.fields.get(heading, f"custom.{heading}") for heading in table.header
    }
    assert set(table.header) >= set(export.header)
    needed = {"email", "organisation", "job_title"} - export.without
    assert needed <= set(found.values())
    assert len(table.rows) == len(export.rows)
    assert not table.faults


@pytest.mark.parametrize("name", BY_NAME)
def test_everybody_is_taken_in_as_they_are(world, columns, name):
    export = BY_NAME[name]
    table = read_list(export.path)
    plan = import_list(world.store, COORDINATOR, table, columns.guess(table))
    assert plan.rejected == ()
    found = {
        one.email: (one.name, one.organisation, one.job_title, str(one.status))
        for one in world.store.roster.everyone()
    }
    assert found == {
        person.email: (
            person.name,
            "" if "organisation" in export.without else person.organisation,
            "" if "job_title" in export.without else person.job,
            status,
        )
        for person, status in zip(export.people, export.statuses, strict=True)
    }
