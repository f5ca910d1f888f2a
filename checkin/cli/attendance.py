"""`checkin attendance`: who was there."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from checkin.cli.atrisk import tell_risks
from checkin.cli.context import DAY, Session, echo_json, json_option, pass_session, progress_to
from checkin.cli.exporting import check_export_place, write_export
from checkin.cli.exportoptions import choice_of, export_options
from checkin.cli.shapes import day_shape, in_twice_line, in_twice_shape
from checkin.errors import CheckinError
from checkin.services.attendance import attendance, double_admissions
from checkin.services.desk import Desk
from checkin.services.lists import find_list


@click.command(name="attendance")
@click.option("--out", help="Write FILE.xlsx, FILE.csv, FILE.json, or CSV files into a folder.")
@click.option("--day", type=DAY, help="One day only.")
@click.option("--list", "list_name", help="One check-in list only.")
@click.option(
    "--at-risk", "risk", is_flag=True, help="Who must still come today, to reach the threshold."
)
@export_options
@json_option
@pass_session
def attendance_command(
    session: Session,
    out: str | None,
    day: date | None,
    list_name: str | None,
    tables: Sequence[str],
    columns: Sequence[str],
    language: str,
    risk: bool,
    as_json: bool,
) -> None:
    """Tell who was present, first in and last out, for how long, each day.

    The workbook has a summary, a sheet for each day and session, everybody's hours in each of
    them, organisations, every scan, and every correction.
    """
    if risk:
        if out or day or list_name:
            raise click.UsageError("Give --at-risk alone, or with --json.")
        tell_risks(session, as_json)
        return
    path = _place(out)
    choice = choice_of(session.app.resources, tables, columns, language, path)
    if path:
        check_export_place(path)
    written: list[Path] = []
    with session.open() as store:
        found = find_list(store, list_name, session.app.now()) if list_name else None
        days = attendance(store, session.operator, day=day, check_in_list=found)
        title = store.programme.event().title
        twice = [in_twice_shape(store, one) for one in double_admissions(store, session.operator)]
        if path:
            written = write_export(
                session.app.resources,
                Desk(store, session.operator),
                path,
                choice,
                lambda done, total: progress_to("Rows:", total)(done),
                day=day,
                check_in_list=found,
            )
    if as_json:
        echo_json({"event": title, "days": [day_shape(one) for one in days], "in_twice": twice})
        return
    for one in days:
        click.echo(f"{one.day}: {one.present} present of {one.registered} registered.")
    for double in twice:
        click.echo(in_twice_line(double))
    for file in written:
        click.echo(f"{file}: written.")


def _place(out: str | None) -> Path | None:
    if out == "":
        raise CheckinError("unknown-export-type", path=out)
    return Path(out) if out else None


COMMANDS = (attendance_command,)
