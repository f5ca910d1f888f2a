"""Small registration lists, as a test would write them down or hypothesis draw them."""

from collections.abc import Sequence

from hypothesis import strategies as st

from checkin.domain.table import Row, Table
from checkin.services.importing import import_list
from checkin.services.importplan import ImportPlan
from tests.world import COORDINATOR, World

FIELDS = (
    *("name", "email", "organisation", "organisation_kind", "status", "days", "notes"),
    "custom.Meal",
)
COLUMNS = dict(enumerate(FIELDS))

_PEOPLE = ("Ada Abele", "Bob Berg", "Cecilia Celma", "Šimkus")
_WORDS = (
    st.sampled_from(["", "Alpha", "Beta"]),
    st.sampled_from(["", "company", "cluster"]),
    st.sampled_from(["", "pending", "declined", "attending"]),
    st.sampled_from(["", "2 June", "both"]),
    st.sampled_from(["", "Needs a chair", "Vegan"]),
    st.sampled_from(["", "Fish", "Soup"]),
)


def list_of(*rows: Sequence[str]) -> Table:
    """Return a list of these rows, short ones filled up with empty cells."""
    padded = [tuple(row) + ("",) * (len(FIELDS) - len(row)) for row in rows]
    return Table(FIELDS, [Row(number, row) for number, row in enumerate(padded, 2)])


def big_list(size: int, notes: str = "") -> Table:
    """Return a list of that many people."""
    return list_of(
        *(
            (f"Person {letters(n)}", f"p{n}@example.lv", f"Org {n % 7}", "", "", "", notes)
            for n in range(size)
        )
    )


def letters(number: int) -> str:
    """Return a number in letters, as names have none."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _row(name: str) -> st.SearchStrategy[tuple[str, ...]]:
    email = f"{name.split(maxsplit=1)[0].lower().replace('š', 's')}@example.lv"
    return st.tuples(st.just(name), st.just(email), *_WORDS)


lists = st.lists(st.sampled_from(_PEOPLE), min_size=1, max_size=4, unique=True).flatmap(
    lambda names: st.tuples(*map(_row, names)).map(lambda rows: list_of(*rows))
)


def bring(world: World, table: Table, source: str = "june.csv") -> ImportPlan:
    """Import a list."""
    return import_list(world.store, COORDINATOR, table, COLUMNS, source=source)
