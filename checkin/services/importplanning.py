"""Makes the plan of an import: what each row of the list means to the roster."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from typing import TypeVar

from checkin.domain.bookings import SessionNames
from checkin.domain.changes import RowPlan
from checkin.domain.details import Details, corrections
from checkin.domain.listrows import NAMES, RowReader, RowRefused
from checkin.domain.matching import Found, WhoIsWho, email_key, identity_of
from checkin.domain.people import Attendee, Status
from checkin.domain.questions import CONTACTS
from checkin.domain.table import Row, RowFault, Table
from checkin.errors import CheckinError
from checkin.services.drafting import Drafting
from checkin.services.importplan import Additions, ImportPlan, changed_row
from checkin.services.importprogress import Course
from checkin.services.merging import records_of_several
from checkin.store.draft import Draft
from checkin.store.journal import Head
from checkin.store.store import Store

T = TypeVar("T")
Warnings = list[tuple[str, str]]
_MOST_NAMED = 20
_MOST_ROWS = 5
_DIGIT = re.compile(r"\d")


class Planning:
    """Goes through the rows once, and hands on the drafts of each; that is `share` of all work."""

    def __init__(
        self,
        store: Store,
        table: Table,
        columns: Mapping[int, str],
        course: Course,
        share: float,
        hand_on: Callable[[Sequence[Draft]], None],
    ) -> None:
        self._store = store
        self._course = course
        self._share = share
        self._hand_on = hand_on
        self._table = table
        self._warnings: Warnings = list(table.warnings)
        self._columns = self._without_repeated_registrations(columns)
        sessions = SessionNames(store.programme.sessions())
        self._reader = RowReader(self._columns, store.programme.event().days, sessions)
        self._source = _fingerprint(table.header)
        self._rejected = list(table.faults)
        self._drafting = Drafting.for_many(store)
        self._removed = store.imports.removed_people()
        self._changes: list[RowPlan] = []
        self._added: list[Row] = []
        self._seen: dict[str, int] = {}
        self._unclear: dict[tuple[str, str], list[int]] = {}
        self._unchanged = 0

    def plan(self, heads: Mapping[str, Head]) -> ImportPlan:
        """Return the plan, made from what the journal held at `heads` or later."""
        if not set(NAMES) & set(self._columns.values()):
            columns = ", ".join(self._table.header[:_MOST_NAMED])
            raise CheckinError("no-name-column", columns=columns)
        everyone = list(self._along(self._store.roster.everyone(), 0.0, 0.2))
        several = list(records_of_several(self._store))
        spoken_of = chain(everyone, (record for record, _ in several))
        who = WhoIsWho(everyone, self._emails(spoken_of), several)
        for row in self._along(self._table.rows, 0.2, 1.0):
            try:
                details, unclear = self._reader.read(row)
            except RowRefused as refusal:
                self._reject(row.number, refusal)
                continue
            for one in unclear:
                self._unclear.setdefault(one, []).append(row.number)
            self._take(row, details, who)
        if not self._seen and not self._rejected:
            raise CheckinError("nothing-to-import")
        self._warnings += sorted(map(_unclear_words, self._unclear.items()))
        missing = (
            one for one in everyone if one.imported == self._source and one.id not in self._seen
        )
        return ImportPlan(
            added=len(self._added),
            changed=len(self._changes),
            unchanged=self._unchanged,
            missing=tuple(missing),
            rejected=tuple(sorted(self._rejected, key=lambda fault: fault.row)),
            warnings=tuple(self._warnings),
            columns={self._table.header[at]: field for at, field in self._columns.items()},
            changes=tuple(self._changes),
            additions=Additions(self._reader, self._added),
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

    def _emails(self, people: Iterable[Attendee]) -> Counter[str]:
        """Count how often the list has each e-mail of `people`, also in rows that are refused."""
        known = {one.email.casefold() for one in people}
        columns = [at for at, field in self._columns.items() if field == "email"]
        cells = (row.cells[at] for row in self._table.rows for at in columns if at < len(row.cells))
        return Counter(email for email in map(email_key, cells) if email in known)

    def _reject(self, number: int, refusal: RowRefused) -> None:
        header = next(
            (self._table.header[at] for at, f in self._columns.items() if f == refusal.field),
            refusal.field,
        )
        self._rejected.append(RowFault(number, header, refusal.reason, refusal.value))

    def _take(self, row: Row, details: Details, who: WhoIsWho) -> None:
        number = row.number
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
        if _is_odd_name(details.texts["name"]):
            self._warnings.append(("name-odd", f"{number}: {details.texts['name']}"))
        if found:
            known = found.person
            spoken = _spared(known, _about_person(found, details))
            drafts = self._drafting.change(known, spoken)
            if drafts:
                self._changes.append(changed_row(number, known, spoken, drafts))
            else:
                self._unchanged += 1
        else:
            drafts = self._drafts_to_add(identity, details)
            self._added.append(row)
        self._hand_on(drafts)

    def _drafts_to_add(self, identity: str, details: Details) -> list[Draft]:
        sourced = replace(details, texts={**details.texts, "imported": self._source})
        if (before := self._removed.get(identity)) is not None:
            return self._drafting.bring_back(identity, before, sourced)
        return self._drafting.add(identity, sourced)


def _unclear_words(unclear: tuple[tuple[str, str], list[int]]) -> tuple[str, str]:
    """Return a warning; of a session it tells in which rows, the first of them by number."""
    (code, said), rows = unclear
    if code != "session-unknown":
        return code, said
    named = ", ".join(map(str, rows[:_MOST_ROWS]))
    more = f" and {len(rows) - _MOST_ROWS} more" if len(rows) > _MOST_ROWS else ""
    return code, f"row{'s' * (len(rows) > 1)} {named}{more}, {said}"


def _about_person(found: Found, details: Details) -> Details:
    """A record of several says nothing new of its person where it is as it was."""
    if found.record is found.person:
        return details
    return corrections(found.record, details, own=found.record.id == found.person.id)


def _spared(known: Attendee, details: Details) -> Details:
    """A list from outside does not let in somebody who was blocked here, nor agree for who said no.

    It may have been written before they did.
    """
    stays: set[str] = set()
    if known.status is Status.BLOCKED:
        stays.add("status")
    if known.contacts is False:
        stays.add(CONTACTS)
    if stays.isdisjoint(details.texts):
        return details
    return replace(details, texts={n: t for n, t in details.texts.items() if n not in stays})


def _fingerprint(header: Sequence[str]) -> str:
    """Name the sort of list: two lists with the same headers come from the same form."""
    return sha256("\x1f".join(header).encode()).hexdigest()[:16]


def _is_odd_name(name: str) -> bool:
    """Tell whether a name is likely a date that a spreadsheet made of one, or a line of totals."""
    return _DIGIT.search(name) is not None
