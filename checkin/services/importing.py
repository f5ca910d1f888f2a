"""Takes in a registration list: first a plan of what would change, then all of it or nothing."""

from collections.abc import Mapping
from dataclasses import replace

from checkin.domain.entry import Kind
from checkin.domain.identity import random_id
from checkin.domain.roles import Action, Operator
from checkin.domain.table import Table
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.services.importplan import ImportPlan
from checkin.services.importplanning import Planning
from checkin.services.importprogress import Course, Progress
from checkin.services.litter import no_litter
from checkin.services.permission import require
from checkin.store.pen import Pen
from checkin.store.scratch import Scratch
from checkin.store.store import Store

LONGEST_SOURCE = 255
_TRIES = 3
# Shares of the whole work: up to here the door may write meanwhile.
_PLANNED, _ALL = 0.7, 1.0


def plan_import(
    store: Store,
    operator: Operator,
    table: Table,
    columns: Mapping[int, str],
    progress: Progress | None = None,
) -> ImportPlan:
    """Return what `table` would change, its columns being taken for `columns`; write nothing.

    Should `progress` say not to go on, raise CheckinError("canceled").
    """
    require(store, operator, Action.CHANGE_ROSTER)
    course = Course(progress, len(table.rows))
    with no_litter():
        heads = store.journal.heads()
        return Planning(store, table, columns, course, _ALL, lambda _: None).plan(heads)


def import_list(
    store: Store,
    operator: Operator,
    table: Table,
    columns: Mapping[int, str],
    progress: Progress | None = None,
    source: str = "",
) -> ImportPlan:
    """Take the good rows in, in one transaction; return the plan that was carried out.

    Should the roster change between planning and writing, the plan is made anew. Should `progress`
    say not to go on, nothing is changed. `source` is the name of the file, to remember it by.
    """
    require(store, operator, Action.CHANGE_ROSTER)
    course = Course(progress, len(table.rows))
    for _ in range(_TRIES):
        with no_litter(), store.scratch() as scratch:
            planning = Planning(store, table, columns, course, _PLANNED, scratch.take)
            plan = planning.plan(scratch.heads)
            scratch.settle()
            if not plan.added and not plan.changed:
                course.reach(_ALL)
                return plan
            with store.write(operator) as pen:
                if not store.journal.roster_changed_since(plan.heads):
                    return _carry_out(plan, pen, scratch, course, source)
    raise CheckinError("event-busy", path=store.path)


def _carry_out(
    plan: ImportPlan, pen: Pen, scratch: Scratch, course: Course, source: str
) -> ImportPlan:
    """Write what was planned, and what undoing it must know; told to stop, leave by an error."""
    count = scratch.count + len(scratch.late)
    pen.pour(scratch, course.counted(count, _PLANNED, _ALL))
    said = {
        "file": clean(source)[:LONGEST_SOURCE],
        "entries": count,
        "added": plan.added,
        "changed": plan.changed,
        "rejected": len(plan.rejected),
    }
    identity = random_id()
    pen.append(Kind.LIST_IMPORTED, identity, {name: one for name, one in said.items() if one})
    return replace(plan, import_id=identity)
