"""`checkin import`: takes in a registration list, lists what was taken in, and undoes it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from checkin.cli.columns import ListColumns
from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.importsaid import Imported, print_json, show, some
from checkin.cli.output import check_report_place
from checkin.cli.planlist import write_plan
from checkin.domain.listrows import CUSTOM_FIELD
from checkin.domain.table import Table
from checkin.errors import CheckinError
from checkin.gateways.columns import find_column
from checkin.gateways.sheets import read_list
from checkin.render.faces import face_of, fingerprint
from checkin.services.badges import outdated
from checkin.services.designs import design_of
from checkin.services.duplicates import duplicates_at_a_glance
from checkin.services.importing import import_list, plan_import
from checkin.services.undoing_import import imports, undo_import

FOUND_WANTING = 1
LAST = "last"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of one import, as the options of the command say it."""

    file: Path
    mapping: tuple[str, ...]
    leave_out: tuple[str, ...]
    fresh: bool
    encoding: str
    sheet: str
    dry_run: bool
    plan: Path | None


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "--map", "mapping", multiple=True, metavar="COLUMN=FIELD", help="Say what a column is."
)
@click.option("--leave-out", multiple=True, metavar="COLUMN", help="Take nothing of a column.")
@click.option("--fresh", is_flag=True, help="Guess the columns, whatever they were last time.")
@click.option("--encoding", default="", help="What the letters are in, if it is not found out.")
@click.option("--sheet", default="", metavar="NAME", help="The sheet of a workbook.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option(
    "--plan",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write all that changes to FILE.xlsx, or the rows not taken to FILE.csv.",
)
@click.option(
    "--undo",
    is_flag=False,
    flag_value=LAST,
    metavar="[ID]",
    help="Undo the last import, or the one of that id.",
)
@click.option("--list", "listed", is_flag=True, help="List the imports, the latest first.")
@json_option
@pass_session
def import_command(
    session: Session,
    file: Path | None,
    undo: str | None,
    listed: bool,
    as_json: bool,
    **asked: Any,
) -> int:
    """Take in registrations from a list, FILE: good rows in one go, each bad row listed."""
    if (file is not None) + (undo is not None) + listed != 1:
        raise click.UsageError("Give one of FILE, --undo or --list.")
    if listed:
        return _list(session, as_json)
    if undo is not None:
        return _undo(session, None if undo == LAST else undo, as_json)
    assert file
    return _import(session, Asked(file, **asked), as_json)


def _import(session: Session, asked: Asked, as_json: bool) -> int:
    if asked.plan:
        check_report_place(asked.plan)
        if asked.plan.resolve() == asked.file.resolve():
            raise CheckinError("file-exists", path=asked.plan)
    table = read_list(asked.file, asked.encoding, asked.sheet)
    lists = ListColumns(session.app)
    done = _take(session, asked, table, lists)
    if as_json:
        print_json(done)
    else:
        show(done)
    if asked.plan:
        _write_plan(asked.plan, done, lists, as_json)
    return FOUND_WANTING if done.plan.rejected else 0


def _take(session: Session, asked: Asked, table: Table, lists: ListColumns) -> Imported:
    """Take the list in, or find out what that would change."""
    operator = session.operator
    with session.open() as store:
        event = store.programme.event()
        columns, recalled = _columns(lists, table, asked, event.days)
        if asked.dry_run:
            plan = plan_import(store, operator, table, columns)
            return Imported(table, plan, recalled, dry_run=True)
        plan = import_list(store, operator, table, columns, source=asked.file.name)
        design = design_of(store, operator, session.app.builtin_templates())
        changed = outdated(
            *(store, operator, plan.people_changed),
            lambda one: fingerprint(face_of(event, *one.shown), design),
        )
        twice = duplicates_at_a_glance(store, operator) if plan.import_id else None
    if plan.import_id:
        lists.keep(table, columns)
    return Imported(table, plan, recalled, badges_changed=len(changed), duplicates=twice)


def _columns(
    lists: ListColumns, table: Table, asked: Asked, days: Sequence[date]
) -> tuple[dict[int, str], bool]:
    """Return what the columns are taken for, and whether that is what they were last time."""
    header = table.header
    chosen = dict(lists.known.check_map(text, header) for text in asked.mapping)
    left_out = {find_column(column, header) for column in asked.leave_out}
    recalled = None if asked.fresh else lists.recall(table, days)
    if recalled is None:
        columns = lists.known.guess(table, chosen)
    else:
        # A field that is said to be another column's now is not also this one's.
        taken = set(chosen.values())
        columns = {
            at: f"{CUSTOM_FIELD}{header[at]}" if field in taken else field
            for at, field in recalled.items()
        } | chosen
    columns = {at: field for at, field in sorted(columns.items()) if at not in left_out}
    return columns, recalled is not None


def _write_plan(path: Path, done: Imported, lists: ListColumns, as_json: bool) -> None:
    try:
        write_plan(path, done.table, done.plan, lists)
    except CheckinError as error:
        if done.dry_run:
            raise
        raise CheckinError("answer-unwritten", why=path) from error
    if not as_json:
        whole = path.suffix.lower() == ".xlsx"
        click.echo(f"{path}: {'the whole plan' if whole else 'the rows not taken'}.")


def _undo(session: Session, identity: str | None, as_json: bool) -> int:
    with session.open() as store:
        undone = undo_import(store, session.operator, identity)
    if as_json:
        kept = [{"id": one.id, "name": one.name} for one in undone.kept]
        counts = {"restored": undone.restored, "removed": undone.removed}
        echo_json({"import": undone.id, "file": undone.file, **counts, "kept": kept})
    else:
        click.echo(
            f"The import of {undone.file or undone.id} is undone: {undone.removed} removed,"
            f" {undone.restored} put back, {len(undone.kept)} kept."
        )
        some(f"kept, in, edited or merged since: {one.name}" for one in undone.kept)
    return 0


def _list(session: Session, as_json: bool) -> int:
    with session.open() as store:
        event, records = store.programme.event(), imports(store, session.operator)
    if as_json:
        echo_json([asdict(one) | {"at": event.local(one.at)} for one in records])
        return 0
    for one in records:
        when = event.local(one.at).strftime("%Y-%m-%d %H:%M")
        undone = "  [undone]" if one.undone else ""
        click.echo(
            f"{one.id}  {when}  {one.file}: {one.added} added, {one.changed} changed,"
            f" by {one.operator}{undone}"
        )
    click.echo(f"Imports: {len(records)}.")
    return 0


COMMANDS = (import_command,)
