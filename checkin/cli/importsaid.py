"""What the command line says of an import: in words, or as the JSON that others rely on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import click

from checkin.cli.context import echo_pieces, json_text
from checkin.domain.changes import RowPlan
from checkin.domain.table import Table
from checkin.sentences import phrase
from checkin.services.importplan import ImportPlan

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Imported:
    """A list and what it changed, or would.

    `recalled` tells whether its columns are taken as they were the last time; `badges_changed`
    counts printed badges that look different now, `duplicates` pairs of the whole roster who are
    likely one person, None where nobody looked.
    """

    table: Table
    plan: ImportPlan
    recalled: bool
    dry_run: bool = False
    badges_changed: int = 0
    duplicates: int | None = None


def print_json(done: Imported) -> None:
    """Print an import as one JSON document, its changes one by one: there may be very many."""
    head = json_text(_shape(done)).removesuffix("\n}")
    lines = (json_text(_change_shape(one), indent=None) for one in done.plan.every_change())
    echo_pieces(chain([f'{head},\n  "changes": ['], _separated(lines), ["]\n}\n"]))


def _separated(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"{',' if number else ''}\n    {line}"


def _shape(done: Imported) -> dict[str, object]:
    table, plan = done.table, done.plan
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
        "recalled": done.recalled,
        "badges_changed": done.badges_changed,
        "duplicates": done.duplicates,
        "encoding": table.encoding,
        "sheet": table.sheet,
        "sheets": list(table.sheets),
    }


def _change_shape(one: RowPlan) -> dict[str, object]:
    return {
        "row": one.row,
        "name": one.name,
        "kind": one.kind.value,
        "fields": {change.field: [change.before, change.after] for change in one.fields},
    }


def show(done: Imported) -> None:
    """Say in words what was taken in and what was not."""
    table, plan = done.table, done.plan
    if len(table.sheets) > 1:
        others = ", ".join(one for one in table.sheets if one != table.sheet)
        click.echo(f"Sheet {table.sheet}; say otherwise with --sheet: {others}.")
    if done.recalled:
        click.echo("Columns as last time for this kind of list; --fresh guesses them anew.")
    for header, field in plan.columns.items():
        click.echo(f"  {header} → {field}")
    would = "would be " if done.dry_run else ""
    click.echo(
        f"{plan.added} {would}added, {plan.changed} {would}changed, {plan.unchanged} unchanged,"
        f" {len(plan.rejected)} rejected, {len(plan.missing)} of the last list missing."
    )
    if done.dry_run:
        some(_changes(plan), "  ", err=False)
    some((phrase(code, value=value) for code, value in plan.warnings), "Note: ")
    some(f"missing: {one.name}" for one in plan.missing)
    some(
        (
            f"row {fault.row}, {fault.column or 'whole row'}: {phrase(fault.reason)}"
            + (f" ({fault.value})" if fault.value else "")
            for fault in plan.rejected
        ),
        "Not taken: ",
    )
    if done.badges_changed:
        click.echo(
            f"Printed badges that look different now: {done.badges_changed}."
            " Print them: checkin badges --only changed --out changed.pdf"
        )
    if done.duplicates:
        click.echo(f"Likely on the roster twice: {done.duplicates}. See who: checkin duplicates")


def _changes(plan: ImportPlan) -> Iterator[str]:
    for one in plan.changes:
        for change in one.fields:
            yield (
                f"row {one.row}, {one.name}: {change.field}:"
                f" {change.before or '–'} → {change.after or '–'}"
            )


def some(lines: Iterable[str], before: str = "", *, err: bool = True) -> None:
    """Print the first of some lines, and how many more there are."""
    more = 0
    for number, line in enumerate(lines):
        if number < MOST_SHOWN:
            click.echo(f"{before}{line}", err=err)
        else:
            more += 1
    if more:
        click.echo(f"… and {more} more (all with --json).", err=err)
