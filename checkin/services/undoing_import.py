"""Undoes an import: what still is as the list left it goes back, people in since are kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checkin.domain.entry import Kind
from checkin.domain.imports import ImportRecord
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.domain.things import SAME_AS
from checkin.domain.undoing import is_there
from checkin.errors import CheckinError
from checkin.services.importprogress import Course, Progress
from checkin.services.litter import no_litter
from checkin.services.permission import require
from checkin.store.draft import Draft
from checkin.store.photos import pictured
from checkin.store.roster import by_name
from checkin.store.store import Store

_TRIES = 3
_SHORTEST_ID = 6
# Shares of the whole work: up to the last the door may write meanwhile.
_HALF, _FOLDED, _ALL = 0.5, 0.8, 1.0


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """What came of it: people `restored` to what they were, people `removed` again.

    `kept` are those who are not what they were before the import: it added them and they were
    checked in, edited or merged since, or somebody gave a field that it changed another value.
    """

    id: str
    file: str
    restored: int
    removed: int
    kept: tuple[Attendee, ...]


def imports(store: Store, operator: Operator) -> list[ImportRecord]:
    """Return every import that changed anything, the latest first."""
    require(store, operator, Action.CHANGE_ROSTER)
    return store.imports.records()


def undo_import(
    store: Store,
    operator: Operator,
    identity: str | None = None,
    progress: Progress | None = None,
) -> UndoneImport:
    """Undo an import, named by its id or a beginning of it, else the last one not undone.

    All in one transaction. Should `progress` say not to go on, nothing is changed.
    """
    require(store, operator, Action.CHANGE_ROSTER)
    record = _wanted(store.imports.records(), identity)
    course = Course(progress, record.added + record.changed)
    for _ in range(_TRIES):
        with no_litter(), store.scratch() as scratch:
            _check_not_undone(_wanted(store.imports.records(), record.id))
            undoing = _planned(store, record, course)
            undoing.spare(_kept(store))
            scratch.take(course.along(undoing.drafts(), undoing.size, _HALF, _FOLDED))
            scratch.settle()
            with store.write(operator) as pen:
                is_old = store.journal.roster_changed_since(scratch.heads)
                if is_old or _kept(store) & set(undoing.added):
                    continue
                pen.pour(scratch, course.counted(undoing.size, _FOLDED, _ALL))
                pen.append(Kind.IMPORT_UNDONE, record.id, {})
        kept = _people(store, undoing.kept)
        return UndoneImport(record.id, record.file, len(undoing.restored), len(undoing.added), kept)
    raise CheckinError("event-busy", path=store.path)


def _wanted(records: list[ImportRecord], identity: str | None) -> ImportRecord:
    if identity is None:
        last = next((record for record in records if not record.undone), None)
        if last is None:
            raise CheckinError("no-import-to-undo")
        return last
    wanted = identity.strip().lower()
    found = [record for record in records if record.id.startswith(wanted)]
    if not found or len(wanted) < _SHORTEST_ID:
        raise CheckinError("import-unknown", reference=identity)
    if len(found) > 1:
        raise CheckinError("import-ambiguous", reference=identity)
    return found[0]


def _check_not_undone(record: ImportRecord) -> None:
    if record.undone:
        raise CheckinError("import-undone", file=record.file or record.id)


@dataclass(slots=True)
class _Undoing:
    """What is to be written, the people by id; `kept` are those who are not wholly brought back."""

    added: list[str] = field(default_factory=list)
    restored: list[Draft] = field(default_factory=list)
    organisations: list[Draft] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)

    @property
    def size(self) -> int:
        return len(self.added) + len(self.restored) + len(self.organisations)

    def spare(self, seen: set[str]) -> None:
        """Keep whom the import added and who was seen, merged with or pictured since."""
        self.kept |= seen & set(self.added)
        self.added = [person for person in self.added if person not in seen]

    def drafts(self) -> Iterator[Draft]:
        """Yield the entries, written as they are asked for."""
        yield from self.organisations
        yield from self.restored
        for person in self.added:
            yield Draft.of(Kind.ATTENDEE_SET, person, {"removed": True})


def _planned(store: Store, record: ImportRecord, course: Course) -> _Undoing:
    undoing = _Undoing()
    people = store.imports.stories(record.id, Kind.ATTENDEE_SET)
    for person, story in course.along(people, record.added + record.changed, 0.0, _HALF):
        if not is_there(story.now):
            continue
        if not story.is_new:
            if body := story.taken_back():
                undoing.restored.append(Draft.of(Kind.ATTENDEE_SET, person, body))
            if story.is_overtaken or SAME_AS in story.now:
                undoing.kept.add(person)
        elif story.is_untouched:
            undoing.added.append(person)
        else:
            undoing.kept.add(person)
    # An organisation that came with the list stays: somebody elsewhere may have come from it since.
    for organisation, story in store.imports.stories(record.id, Kind.ORGANISATION_SET):
        if not story.is_new and (body := story.taken_back()):
            undoing.organisations.append(Draft.of(Kind.ORGANISATION_SET, organisation, body))
    return undoing


def _kept(store: Store) -> set[str]:
    """Return who stays though an import added them: seen at a door, merged with, or pictured."""
    seen, merged = store.imports.people_seen(), store.merging.survivors()
    return seen | merged | pictured(store.database)


def _people(store: Store, wanted: set[str]) -> tuple[Attendee, ...]:
    if not wanted:
        return ()
    merged = {record.id: person.id for record, person in store.roster.merged()}
    people = {merged.get(one, one) for one in wanted}
    found = [one for one in store.roster.everyone() if one.id in people]
    return tuple(sorted(found, key=by_name))
