"""What a list would change, to be shown before it is done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import attrgetter
from typing import overload

from checkin.domain.changes import FieldChange, RowKind, RowPlan, field_changes
from checkin.domain.details import Details
from checkin.domain.entry import Kind, read_body
from checkin.domain.listrows import RowReader
from checkin.domain.people import Attendee
from checkin.domain.table import Row, RowFault
from checkin.store.draft import Draft
from checkin.store.journal import Head


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a list would change. `columns` says which field each header was taken for.

    `changes` are the rows that would change somebody, `additions` those that would add somebody.
    `heads` is the state of the journal the plan was made from. `import_id` is what an import that
    was carried out is remembered as, empty until then.
    """

    added: int
    changed: int
    unchanged: int
    missing: tuple[Attendee, ...]
    rejected: tuple[RowFault, ...]
    warnings: tuple[tuple[str, str], ...]
    columns: Mapping[str, str]
    changes: tuple[RowPlan, ...]
    additions: "Additions"
    heads: Mapping[str, Head]
    import_id: str = ""

    @property
    def people_changed(self) -> frozenset[str]:
        """The ids of those about whom something changes."""
        return frozenset(one.attendee for one in self.changes)

    def every_change(self) -> Iterator[RowPlan]:
        """Yield changes and additions in the order of their rows."""
        return merge(self.changes, self.additions, key=attrgetter("row"))


class Additions(Sequence[RowPlan]):
    """Rows that would add somebody, read again where they are looked at: of many, few ever are."""

    def __init__(self, reader: RowReader, rows: Sequence[Row]) -> None:
        self._reader = reader
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> RowPlan: ...

    @overload
    def __getitem__(self, at: slice) -> "Additions": ...

    def __getitem__(self, at: int | slice) -> "RowPlan | Additions":
        if isinstance(at, slice):
            return Additions(self._reader, self._rows[at])
        row = self._rows[at]
        texts = self._reader.read(row)[0].texts
        email, organisation = texts.get("email", ""), texts.get("organisation", "")
        return RowPlan(row.number, RowKind.ADDED, texts["name"], email, organisation)


def changed_row(row: int, known: Attendee, details: Details, drafts: Sequence[Draft]) -> RowPlan:
    """Return what `drafts`, made of a row's `details`, would change about somebody known."""
    fields: list[FieldChange] = []
    for draft in drafts:
        body = read_body(draft.body)
        if draft.kind == Kind.ATTENDEE_SET:
            fields += field_changes(known, details, body)
        elif "kind" in body:
            # The organisation's own, so everybody's who comes from there.
            after = str(body["kind"])
            fields.append(FieldChange("organisation_kind", known.organisation_kind, after))
    texts = details.texts
    return RowPlan(
        row=row,
        kind=RowKind.CHANGED,
        name=texts.get("name", known.name),
        email=texts.get("email") or known.email,
        organisation=texts.get("organisation") or known.organisation,
        attendee=known.id,
        fields=tuple(fields),
    )
