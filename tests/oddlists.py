"""The lists of the corpus, what must come of importing each, and which decisions of ours differ."""

import csv
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
EMAIL_IS_OPTIONAL = "DESIGN §10: a name is needed, an e-mail is not"
# Where a decision of ours differs from the manifest: people, rows listed, and the decision.
OURS = {
    "csv-ragged-short": (8, 0, EMAIL_IS_OPTIONAL),
    "val-missing-email": (9, 0, EMAIL_IS_OPTIONAL),
    "dup-conflict": (8, 0, "DESIGN §10: one e-mail with two different names is two people"),
    "chr-nfd": (7, 0, "DESIGN §10: a repeated row is a warning, told after NFC"),
    "xl-types": (2, 6, "DESIGN §10: a name is a text; a wrong e-mail is a reason to list the row"),
}


@dataclass(frozen=True)
class Case:
    """A list and its `outcome`; `people` and `listed` rows, by our decisions, None where open."""

    id: str
    path: Path
    outcome: str
    people: int | None
    listed: int | None

    @property
    def may_be_refused(self) -> bool:
        return self.outcome in {"reject", "either", "partial"}

    def agrees(self, people: int, listed: int) -> bool:
        """Tell whether a list that was taken came to what it must."""
        if self.outcome == "either":
            return True
        return self.outcome != "reject" and (people, listed) == (self.people, self.listed or 0)


def cases() -> list[Case]:
    """Return the lists that are kept here."""
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "import"]
    paths = {row["id"]: CORPUS / row["path"] for row in rows}
    return [_case(row, paths[row["id"]]) for row in rows if paths[row["id"]].is_file()]


def _case(row: dict[str, str], path: Path) -> Case:
    manifest = [int(row[name]) if row[name] else None for name in ("ok_rows", "bad_rows")]
    people, listed = OURS[row["id"]][:2] if row["id"] in OURS else manifest
    return Case(row["id"], path, row["outcome"], people, listed)
