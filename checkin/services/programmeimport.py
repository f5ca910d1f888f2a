"""Takes in a programme that somebody sent, in one step, and takes that back."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin.domain.entry import Kind
from checkin.domain.identity import random_id
from checkin.domain.programmeplan import ProgrammePlan, plan_programme
from checkin.domain.roles import Action, Operator
from checkin.domain.session import Session, words_of
from checkin.domain.sessionrows import SessionRow
from checkin.domain.table import RowFault
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.services.sessions import drafts_of
from checkin.store.draft import Draft
from checkin.store.store import Store

_REASONS = {"session-in-use": "session-stays", "capacity-wrong": "session-places"}


@dataclass(frozen=True, slots=True)
class ProgrammeTaken:
    """What an import did: the ids of what it added, and what it changed as it was before."""

    plan: ProgrammePlan
    added: tuple[str, ...]
    before: tuple[Session, ...]


def plan_import_of_programme(
    store: Store,
    operator: Operator,
    rows: Iterable[SessionRow],
    faults: Iterable[RowFault] = (),
) -> ProgrammePlan:
    """Return what some rows would change; nothing is written."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    read = store.programme
    return plan_programme(read.event(), read.lists(), read.sessions(), rows, faults)


def import_programme(
    store: Store,
    operator: Operator,
    rows: Iterable[SessionRow],
    faults: Iterable[RowFault] = (),
) -> ProgrammeTaken:
    """Write what some rows change, in one step. What they do not speak of stays."""
    plan = plan_import_of_programme(store, operator, rows, faults)
    added: list[str] = []
    rejected = list(plan.rejected)
    drafts: list[Draft] = []
    before: list[Session] = []
    for change in plan.changes:
        identity = change.before.id if change.before else random_id()
        try:
            made = drafts_of(store, identity, change.words, change.before)
        except CheckinError as error:
            reason = _REASONS.get(error.code, "text-too-long")
            rejected.append(RowFault(change.row, "", reason, change.words.name or ""))
            continue
        drafts += made
        if change.before:
            before.append(change.before)
        else:
            added.append(identity)
    if drafts:
        with store.write(operator) as pen:
            pen.append_all(drafts)
    done = ProgrammePlan(
        tuple(one for one in plan.added if one.row not in {fault.row for fault in rejected}),
        tuple(one for one in plan.changed if one.row not in {fault.row for fault in rejected}),
        plan.unchanged,
        tuple(sorted(rejected, key=lambda fault: fault.row)),
    )
    return ProgrammeTaken(done, tuple(added), tuple(before))


def undo_programme_import(store: Store, operator: Operator, taken: ProgrammeTaken) -> int:
    """Take an import back and return how many sessions it touched.

    What was added and has check-ins stays; what was changed is again as it was.
    """
    require(store, operator, Action.CHANGE_PROGRAMME)
    now = {one.id: one for one in store.programme.sessions()}
    drafts: list[Draft] = []
    for identity in taken.added:
        if identity in now and not store.programme.has_check_ins(identity):
            drafts.append(Draft.of(Kind.LIST_SET, identity, {"removed": True}))
    for session in taken.before:
        if session.id in now:
            drafts += drafts_of(store, session.id, words_of(session), now[session.id])
    if drafts:
        with store.write(operator) as pen:
            pen.append_all(drafts)
    return len({draft.subject for draft in drafts})
