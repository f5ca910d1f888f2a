"""Takes in a registration list: first a plan of what would change, then all of it or nothing."""

import gc
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256

from checkin.domain.details import Details
from checkin.domain.listrows import RowReader, RowRefused
from checkin.domain.matching import WhoIsWho, identity_of
from checkin.domain.names import looks_like_date
from checkin.domain.people import Attendee, Status
from checkin.domain.roles import Action, Operator
from checkin.domain.table import RowFault, Table
from checkin.errors import CheckinError
from checkin.services.drafting import Drafting
from checkin.services.permission import require
from checkin.store.journal import Head
from checkin.store.pen import Draft
from checkin.store.store import Store

_TRIES = 3
Warnings = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a list would change. `columns` says which field each header was taken for.

    `heads` is the state of the journal the plan was made from.
    """

    added: int
    changed: int
    unchanged: int
    missing: tuple[Attendee, ...]
    rejected: tuple[RowFault, ...]
    warnings: tuple[tuple[str, str], ...]
    columns: Mapping[str, str]
    drafts: Sequence[Draft]
    heads: Mapping[str, Head]


def plan_import(
    store: Store, operator: Operator, table: Table, columns: Mapping[int, str]
) -> ImportPlan:
    """Return what `table` would change, its columns being taken for `columns`; write nothing."""
    require(operator, Action.CHANGE_ROSTER)
    heads = store.journal.heads()
    return _Planning(store, table, columns).plan(heads)


def import_list(
    store: Store, operator: Operator, table: Table, columns: Mapping[int, str]
) -> ImportPlan:
    """Take the good rows in, in one transaction; return the plan that was carried out.

    Should the roster change between planning and writing, the plan is made anew.
    """
    for _ in range(_TRIES):
        with _no_litter():
            plan = plan_import(store, operator, table, columns)
            if not plan.drafts:
                return plan
            with store.write(operator) as pen:
                if not store.journal.roster_changed_since(plan.heads):
                    pen.append_all(plan.drafts)
                    return plan
    raise CheckinError("event-busy", path=store.path)


@contextmanager
def _no_litter() -> Iterator[None]:
    """Let Python not look for litter among what an import makes: all of it is kept to the end.

    For 100,000 rows the search, each time over everything, would take a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Planning:
    """Goes through the rows once, and keeps count."""

    def __init__(self, store: Store, table: Table, columns: Mapping[int, str]) -> None:
        self._store = store
        self._table = table
        self._warnings: Warnings = list(table.warnings)
        self._columns = self._without_repeated_registrations(columns)
        self._source = _fingerprint(table.header)
        self._rejected = list(table.faults)
        self._drafts: list[Draft] = []
        self._drafting = Drafting.for_many(store)
        self._seen: dict[str, int] = {}
        self._counts: Counter[str] = Counter()

    def plan(self, heads: Mapping[str, Head]) -> ImportPlan:
        rows = self._readable_rows()
        if not rows and not self._rejected:
            raise CheckinError("nothing-to-import")
        everyone = list(self._store.roster.everyone())
        emails = Counter(
            details.texts["email"].casefold() for _, details in rows if details.texts.get("email")
        )
        who = WhoIsWho(everyone, emails)
        for number, details in rows:
            self._take(number, details, who)
        missing = (
            one for one in everyone if one.imported == self._source and one.id not in self._seen
        )
        return ImportPlan(
            added=self._counts["added"],
            changed=self._counts["changed"],
            unchanged=self._counts["unchanged"],
            missing=tuple(missing),
            rejected=tuple(sorted(self._rejected, key=lambda fault: fault.row)),
            warnings=tuple(self._warnings),
            columns={self._table.header[at]: field for at, field in self._columns.items()},
            drafts=self._drafts,
            heads=heads,
        )

    def _without_repeated_registrations(self, columns: Mapping[int, str]) -> dict[int, str]:
        """A number that stands twice in its column is an order's or a company's, not a person's."""
        kept = dict(columns)
        for at, field in columns.items():
            if field != "registration":
                continue
            numbers = Counter(
                row.cells[at] for row in self._table.rows if at < len(row.cells) and row.cells[at]
            )
            if any(count > 1 for count in numbers.values()):
                kept[at] = f"custom.{self._table.header[at]}"
                self._warnings.append(("registration-repeated", self._table.header[at]))
        return kept

    def _readable_rows(self) -> list[tuple[int, Details]]:
        reader = RowReader(self._columns, self._store.programme.event().days)
        rows = []
        unclear_kinds: set[str] = set()
        for row in self._table.rows:
            try:
                details, unclear = reader.read(row)
            except RowRefused as refusal:
                self._reject(row.number, refusal)
                continue
            unclear_kinds.update(unclear)
            rows.append((row.number, details))
            if _is_odd_name(details.texts["name"]):
                self._warnings.append(("name-odd", f"{row.number}: {details.texts['name']}"))
        self._warnings += [("organisation-kind-unclear", text) for text in sorted(unclear_kinds)]
        return rows

    def _reject(self, number: int, refusal: RowRefused) -> None:
        header = next(
            (self._table.header[at] for at, f in self._columns.items() if f == refusal.field),
            refusal.field,
        )
        self._rejected.append(RowFault(number, header, refusal.reason, refusal.value))

    def _take(self, number: int, details: Details, who: WhoIsWho) -> None:
        identity = identity_of(self._store.key, details.texts)
        try:
            known = who.find(identity, details.texts)
        except ValueError:
            self._reject(
                number,
                RowRefused("registration", "registration-clash", details.texts["registration"]),
            )
            return
        person = known.id if known else identity
        if person in self._seen:
            repeated = f"{number}: {details.texts['name']} (as row {self._seen[person]})"
            self._warnings.append(("repeated-row", repeated))
            return
        self._seen[person] = number
        if known:
            drafts = self._drafting.change(known, _spares_blocked(known, details))
            self._counts["changed" if drafts else "unchanged"] += 1
        else:
            sourced = replace(details, texts={**details.texts, "imported": self._source})
            drafts = self._drafting.add(identity, sourced)
            self._counts["added"] += 1
        self._drafts += drafts


def _spares_blocked(known: Attendee, details: Details) -> Details:
    """A list from outside does not let in somebody who was blocked here."""
    if known.status is not Status.BLOCKED:
        return details
    return replace(details, texts={n: t for n, t in details.texts.items() if n != "status"})


def _fingerprint(header: Sequence[str]) -> str:
    """Name the sort of list: two lists with the same headers come from the same form."""
    return sha256("\x1f".join(header).encode()).hexdigest()[:16]


def _is_odd_name(name: str) -> bool:
    """Tell whether a name is likely a date that a spreadsheet made of one, or a line of totals."""
    return looks_like_date(name) or any(letter.isdigit() for letter in name)
