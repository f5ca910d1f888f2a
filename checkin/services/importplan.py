"""What a list would change, to be shown before it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.changes import FieldChange, field_changes
from checkin.domain.details import Details
from checkin.domain.entry import Kind, read_body
from checkin.domain.people import Attendee
from checkin.domain.table import RowFault
from checkin.store.journal import Head
from checkin.store.pen import Draft

MOST_CHANGES = 1000


class RowKind(StrEnum):
    """What a row does to the roster."""

    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What one row would do: `row` as a spreadsheet numbers it, `name` as it would then be.

    `fields` are what changes about somebody known; nothing for somebody added.
    """

    row: int
    name: str
    kind: RowKind
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a list would change. `columns` says which field each header was taken for.

    `changes` are the first `MOST_CHANGES` rows that would add or change somebody; the counts are
    of all. `heads` is the state of the journal the plan was made from. `import_id` is what an
    import that was carried out is remembered as, empty until then.
    """

    added: int
    changed: int
    unchanged: int
    missing: tuple[Attendee, ...]
    rejected: tuple[RowFault, ...]
    warnings: tuple[tuple[str, str], ...]
    columns: Mapping[str, str]
    changes: tuple[RowPlan, ...]
    drafts: Sequence[Draft]
    heads: Mapping[str, Head]
    import_id: str = ""


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
    return RowPlan(row, details.texts.get("name", known.name), RowKind.CHANGED, tuple(fields))
