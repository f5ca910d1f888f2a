"""Every small list of the corpus, imported into an empty event, comes to what its manifest says."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from checkin.assets import resources
from checkin.errors import CheckinError
from checkin.gateways.columns import Columns
from checkin.gateways.sheets import read_list
from checkin.services.importing import import_list
from checkin.services.safekeeping import verify
from tests.world import COORDINATOR, World

CORPUS = Path(__file__).parents[1] / "corpus"
EMAIL_IS_OPTIONAL = "DESIGN §10: a name is needed, an e-mail is not"
# Where a decision of ours differs from the manifest: people, rows listed, and the decision.
OURS = {
    "csv-ragged-short": (8, 0, EMAIL_IS_OPTIONAL),
    "val-missing-email": (9, 0, EMAIL_IS_OPTIONAL),
    "dup-conflict": (8, 0, "DESIGN §10: one e-mail with two different names is two people"),
    "xl-types": (2, 6, "DESIGN §10: a name is a text; a wrong e-mail is a reason to list the row"),
    "chr-nfd": (7, 0, "DESIGN §10: a repeated row is a warning, told after NFC"),
}


@dataclass(frozen=True)
class Case:
    id: str
    path: Path
    outcome: str
    people: int | None
    listed: int | None


def cases() -> list[Case]:
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "import"]
    found = []
    for row in rows:
        path = CORPUS / row["path"]
        if path.is_file():
            people, listed = row["ok_rows"], row["bad_rows"]
            found.append(
                Case(
                    row["id"],
                    path,
                    row["outcome"],
                    int(people) if people else None,
                    int(listed) if listed else None,
                )
            )
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_a_list_comes_to_what_it_must(world: World, case: Case) -> None:
    before = world.store.journal.count()
    people, listed = case.people, case.listed
    if case.id in OURS:
        people, listed, _ = OURS[case.id]
    try:
        table = read_list(case.path)
        columns = Columns.load(resources() / "columns.toml").guess(table)
        plan = import_list(world.store, COORDINATOR, table, columns)
    except CheckinError:
        assert case.outcome in {"reject", "either", "partial"}
        assert world.store.journal.count() == before
        return
    assert case.outcome != "reject"
    everyone = list(world.store.roster.everyone())
    assert len(everyone) == plan.added
    if case.outcome != "either":
        assert (plan.added, len(plan.rejected)) == (people, listed or 0)
    assert not any("\ufffd" in one.name for one in everyone if case.id.startswith("enc-"))
    assert verify(world.store, COORDINATOR).sound


def test_the_corpus_is_there() -> None:
    assert len(cases()) > 60
