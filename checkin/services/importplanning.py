"""Makes the plan of an import: what each row of the list means to the roster."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from checkin.domain.details import Details, corrections
from checkin.domain.listrows import RowReader, RowRefused
from checkin.domain.matching import Found, WhoIsWho, identity_of
from checkin.domain.names import looks_like_date
from checkin.domain.people import Attendee, Status
from checkin.domain.table import RowFault, Table
from checkin.errors import CheckinError
from checkin.services.drafting import Drafting
from checkin.services.importplan import MOST_CHANGES, ImportPlan, RowKind, RowPlan, changed_row
from checkin.services.importprogress import Course
from checkin.services.merging import records_of_several
from checkin.store.journal import Head
from checkin.store.pen import Draft
from checkin.store.store import Store

T = TypeVar("T")
Warnings = list[tuple[str, str]]


class Planning:
    """Goes through the rows once, and keeps count; that takes `share` of the whole work."""

    def __init__(
        self, store: Store, table: Table, columns: Mapping[int, str], course: Course, share: float
    ) -> None:
        self._store = store
        self._course = course
        self._share = share
        self._table = table
        self._warnings: Warnings = list(table.warnings)
        self._columns = self._without_repeated_registrations(columns)
        self._source = _fingerprint(table.header)
        self._rejected = list(table.faults)
        self._drafts: list[Draft] = []
        self._drafting = Drafting.for_many(store)
        self._removed = store.imports.removed_people()
        self._changes: list[RowPlan] = []
        self._seen: dict[str, int] = {}
        self._counts: Counter[str] = Counter()

    def plan(self, heads: Mapping[str, Head]) -> ImportPlan:
        """Return the plan, made from what the journal held at `heads` or later."""
        rows = self._readable_rows()
        if not rows and not self._rejected:
            raise CheckinError("nothing-to-import")
        everyone = list(self._along(self._store.roster.everyone(), 0.4, 0.6))
        emails = Counter(
            details.texts["email"].casefold() for _, details in rows if details.texts.get("email")
        )
        who = WhoIsWho(everyone, emails, records_of_several(self._store))
        for number, details in self._along(rows, 0.6, 1.0):
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
            changes=tuple(self._changes),
            drafts=self._drafts,
            heads=heads,
        )

    def _along(self, items: Iterable[T], begin: float, end: float) -> Iterable[T]:
        """Report on work through `items`, which takes the planning from one share to another."""
        size, share = len(self._table.rows), self._share
        return self._course.along(items, size, begin * share, end * share)

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
        for row in self._along(self._table.rows, 0.0, 0.4):
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
            found = who.find(identity, details.texts)
        except ValueError:
            self._reject(
                number,
                RowRefused("registration", "registration-clash", details.texts["registration"]),
            )
            return
        person = found.person.id if found else identity
        if person in self._seen:
            repeated = f"{number}: {details.texts['name']} (as row {self._seen[person]})"
            self._warnings.append(("repeated-row", repeated))
            return
        self._seen[person] = number
        if found:
            known = found.person
            spoken = _spares_blocked(known, _about_person(found, details))
            drafts = self._drafting.change(known, spoken)
            self._counts["changed" if drafts else "unchanged"] += 1
            if drafts and len(self._changes) < MOST_CHANGES:
                self._changes.append(changed_row(number, known, spoken, drafts))
        else:
            drafts = self._drafts_to_add(identity, details)
            self._counts["added"] += 1
            if len(self._changes) < MOST_CHANGES:
                self._changes.append(RowPlan(number, details.texts["name"], RowKind.ADDED))
        self._drafts += drafts

    def _drafts_to_add(self, identity: str, details: Details) -> list[Draft]:
        sourced = replace(details, texts={**details.texts, "imported": self._source})
        if (before := self._removed.get(identity)) is not None:
            return self._drafting.bring_back(identity, before, sourced)
        return self._drafting.add(identity, sourced)


def _about_person(found: Found, details: Details) -> Details:
    """A record of several says nothing new of its person where it is as it was."""
    if found.record is found.person:
        return details
    return corrections(found.record, details, own=found.record.id == found.person.id)


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
