"""`checkin import`: takes in a registration list, lists what was taken in, and undoes it."""

from dataclasses import asdict
from pathlib import Path

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.gateways.columns import Columns
from checkin.gateways.sheets import read_list
from checkin.sentences import phrase
from checkin.services.importing import import_list, plan_import
from checkin.services.importplan import ImportPlan
from checkin.services.undoing_import import imports, undo_import

FOUND_WANTING = 1
MOST_SHOWN = 20
LAST = "last"


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "--map", "mapping", multiple=True, metavar="COLUMN=FIELD", help="Say what a column is."
)
@click.option("--encoding", default="", help="What the letters are in, if it is not found out.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
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
    mapping: tuple[str, ...],
    encoding: str,
    dry_run: bool,
    undo: str | None,
    listed: bool,
    as_json: bool,
) -> int:
    """Take in registrations from a CSV FILE: good rows in one go, each bad row listed."""
    if (file is not None) + (undo is not None) + listed != 1:
        raise click.UsageError("Give one of FILE, --undo or --list.")
    if listed:
        return _list(session, as_json)
    if undo is not None:
        return _undo(session, None if undo == LAST else undo, as_json)
    assert file
    return _import(session, file, mapping, encoding, dry_run, as_json)


def _import(
    session: Session,
    file: Path,
    mapping: tuple[str, ...],
    encoding: str,
    dry_run: bool,
    as_json: bool,
) -> int:
    table = read_list(file, encoding)
    known = Columns.load(session.app.resources / "columns.toml")
    chosen = dict(known.check_map(text, table.header) for text in mapping)
    columns = known.guess(table, chosen)
    with session.open() as store:
        if dry_run:
            plan = plan_import(store, session.operator, table, columns)
        else:
            plan = import_list(store, session.operator, table, columns, source=file.name)
    if as_json:
        echo_json(_shape(plan))
    else:
        _show(plan, dry_run)
    return FOUND_WANTING if plan.rejected else 0


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
        _some([f"kept, in or edited since: {one.name}" for one in undone.kept], "")
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


def _shape(plan: ImportPlan) -> dict[str, object]:
    return {
        "added": plan.added,
        "changed": plan.changed,
        "unchanged": plan.unchanged,
        "missing": [{"id": one.id, "name": one.name} for one in plan.missing],
        "rejected": [
            {
                "row": fault.row,
                "column": fault.column,
                "reason": fault.reason,
                "value": fault.value,
            }
            for fault in plan.rejected
        ],
        "warnings": [phrase(code, value=value) for code, value in plan.warnings],
        "columns": dict(plan.columns),
        "import": plan.import_id,
    }


def _show(plan: ImportPlan, dry_run: bool) -> None:
    for header, field in plan.columns.items():
        click.echo(f"  {header} → {field}")
    would = "would be " if dry_run else ""
    click.echo(
        f"{plan.added} {would}added, {plan.changed} {would}changed, {plan.unchanged} unchanged,"
        f" {len(plan.rejected)} rejected, {len(plan.missing)} of the last list missing."
    )
    _some([phrase(code, value=value) for code, value in plan.warnings], "Note: ")
    _some([f"missing: {one.name}" for one in plan.missing], "")
    _some(
        [
            f"row {fault.row}, {fault.column or 'whole row'}: {phrase(fault.reason)}"
            + (f" ({fault.value})" if fault.value else "")
            for fault in plan.rejected
        ],
        "Not taken: ",
    )


def _some(lines: list[str], before: str) -> None:
    for line in lines[:MOST_SHOWN]:
        click.echo(f"{before}{line}", err=True)
    if len(lines) > MOST_SHOWN:
        click.echo(f"… and {len(lines) - MOST_SHOWN} more (all with --json).", err=True)


COMMANDS = (import_command,)
