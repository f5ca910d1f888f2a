"""`checkin import`: takes in a registration list."""

from pathlib import Path

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.gateways.columns import Columns
from checkin.gateways.sheets import read_list
from checkin.sentences import phrase
from checkin.services.importing import ImportPlan, import_list, plan_import

FOUND_WANTING = 1
MOST_SHOWN = 20


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--map", "mapping", multiple=True, metavar="COLUMN=FIELD", help="Say what a column is."
)
@click.option("--encoding", default="", help="What the letters are in, if it is not found out.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@json_option
@pass_session
def import_command(
    session: Session,
    file: Path,
    mapping: tuple[str, ...],
    encoding: str,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Take in registrations from a CSV FILE: good rows in one go, each bad row listed."""
    table = read_list(file, encoding)
    known = Columns.load(session.app.resources / "columns.toml")
    chosen = dict(known.check_map(text, table.header) for text in mapping)
    columns = known.guess(table, chosen)
    with session.open() as store:
        work = plan_import if dry_run else import_list
        plan = work(store, session.operator, table, columns)
    if as_json:
        echo_json(_shape(plan))
    else:
        _show(plan, dry_run)
    return FOUND_WANTING if plan.rejected else 0


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
