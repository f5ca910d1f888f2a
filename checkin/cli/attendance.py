"""`checkin attendance`: who was there."""

from datetime import date
from pathlib import Path

import click

from checkin.cli.context import DAY, Session, echo_json, json_option, pass_session
from checkin.cli.output import write_report
from checkin.cli.shapes import day_shape, in_twice_line, in_twice_shape
from checkin.services.attendance import attendance, double_admissions
from checkin.services.lists import find_list


@click.command(name="attendance")
@click.option("--out", type=click.Path(path_type=Path), help="Write FILE.xlsx or FILE.csv.")
@click.option("--day", type=DAY, help="One day only.")
@click.option("--list", "list_name", help="One check-in list only.")
@json_option
@pass_session
def attendance_command(
    session: Session, out: Path | None, day: date | None, list_name: str | None, as_json: bool
) -> None:
    """Tell who was present, first in and last out, each day."""
    with session.open() as store:
        found = find_list(store, list_name, session.app.now()) if list_name else None
        days = attendance(store, session.operator, day=day, check_in_list=found)
        title = store.programme.event().title
        twice = [in_twice_shape(store, one) for one in double_admissions(store, session.operator)]
    if out:
        from checkin.gateways import reports

        write_report(
            out,
            reports.attendance_sheets(days),
            reports.ATTENDANCE_HEADER,
            reports.attendance_rows(days),
        )
    if as_json:
        echo_json({"event": title, "days": [day_shape(one) for one in days], "in_twice": twice})
        return
    for one in days:
        click.echo(f"{one.day}: {one.present} present of {one.registered} registered.")
    for double in twice:
        click.echo(in_twice_line(double))
    if out:
        click.echo(f"{out}: written.")


COMMANDS = (attendance_command,)
