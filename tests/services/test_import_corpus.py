"""Every small list of the corpus, imported into an empty event, comes to what its manifest says."""

import pytest

from checkin.assets import resources
from checkin.errors import CheckinError
from checkin.gateways.columns import Columns
from checkin.gateways.sheets import read_list
from checkin.services.importing import import_list
from checkin.services.safekeeping import verify
from tests.oddlists import Case, cases
from tests.world import COORDINATOR, World


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_a_list_comes_to_what_it_must(world: World, case: Case) -> None:
    before = world.store.journal.count()
    try:
        table = read_list(case.path)
        columns = Columns.load(resources() / "columns.toml").guess(table)
        plan = import_list(world.store, COORDINATOR, table, columns)
    except CheckinError:
        assert case.may_be_refused
        assert world.store.journal.count() == before
        return
    assert case.agrees(plan.added, len(plan.rejected))
    everyone = list(world.store.roster.everyone())
    assert len(everyone) == plan.added
    assert not any("\ufffd" in one.name for one in everyone if case.id.startswith("enc-"))
    assert verify(world.store, COORDINATOR).sound


def test_the_corpus_is_there() -> None:
    assert len(cases()) > 60
