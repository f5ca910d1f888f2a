"""`checkin report`: the numbers a funder asks for."""

from pathlib import Path

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.output import check_report_place, write_report
from checkin.domain.reportnumbers import Figures, Origin, ReportNumbers
from checkin.errors import CheckinError


@click.command(name="report")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Write FILE.pdf, with plots and rules, FILE.xlsx or FILE.csv.",
)
@json_option
@pass_session
def report_command(session: Session, out: Path | None, as_json: bool) -> None:
    """Count people, organisations, no-shows and walk-ins, by day and session."""
    from checkin.services.report import report

    drawn = out is not None and out.suffix.lower() == ".pdf"
    if out and not out.parent.is_dir():
        raise CheckinError("folder-missing", path=out.parent)
    if out and not drawn:
        check_report_place(out)
    with session.open() as store:
        numbers = report(store, session.operator)
        if out and drawn:
            from checkin.cli.reportfile import write_report_file

            write_report_file(out, store, session.operator)
    if out and not drawn:
        write_numbers(out, numbers)
    if as_json:
        echo_json(_shape(numbers))
        return
    _tell(numbers)
    if out:
        click.echo(f"{out}: written.")


def write_numbers(path: Path, numbers: ReportNumbers) -> None:
    """Write the numbers as a workbook or as CSV, as the file's name says."""
    from checkin.gateways.numbers import NUMBERS_HEADER, numbers_rows, numbers_sheets

    write_report(path, numbers_sheets(numbers), NUMBERS_HEADER, numbers_rows(numbers))


def _tell(numbers: ReportNumbers) -> None:
    click.echo(f"{numbers.title}: {_line(numbers.whole)}")
    for day in numbers.days:
        click.echo(f"{day.day}: {_line(day.figures)}")
    for one in numbers.sessions:
        click.echo(f"{one.session.day} {one.session.name}: {_line(one.figures)}")
    for places in (numbers.kinds, numbers.countries):
        for place in places:
            name = place.name or "not known"
            click.echo(f"{name}: organisations {place.organisations}, people {place.people}")
    if numbers.size_unknown:
        click.echo(f"Companies of which the size is not known: {numbers.size_unknown}")


def _line(figures: Figures) -> str:
    return ", ".join(
        f"{name.replace('_', ' ')} {value}" for name, value in _figures(figures).items()
    )


def _figures(figures: Figures) -> dict[str, int]:
    return {
        "registered": figures.registered,
        "people": figures.people,
        "no_shows": figures.no_shows,
        "walk_ins": figures.walk_ins,
        "organisations": figures.organisations,
        "small_and_medium": figures.small_and_medium,
        "partners": figures.partners,
        "external": figures.external,
        "partner_people": figures.partner_people,
        "external_people": figures.external_people,
    }


def _shape(numbers: ReportNumbers) -> dict[str, object]:
    return {
        "event": numbers.title,
        **_figures(numbers.whole),
        "size_unknown": numbers.size_unknown,
        "days": [{"day": one.day.isoformat(), **_figures(one.figures)} for one in numbers.days],
        "sessions": [
            {
                "id": one.session.id,
                "session": one.session.name,
                "day": one.session.day.isoformat(),
                **_figures(one.figures),
            }
            for one in numbers.sessions
        ],
        "kinds": [_place(one, "kind") for one in numbers.kinds],
        "countries": [_place(one, "country") for one in numbers.countries],
    }


def _place(one: Origin, what: str) -> dict[str, object]:
    return {what: one.name, "organisations": one.organisations, "people": one.people}


COMMANDS = (report_command,)
