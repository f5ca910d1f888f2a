"""`checkin attendees`, `add`, `edit`, `cancel`, `block`: the people of the event."""

from datetime import date
from pathlib import Path

import click

from checkin.cli.context import DAY, Command, Session, echo_json, json_option, pair, pass_session
from checkin.cli.output import write_report
from checkin.cli.photos import read_photo
from checkin.cli.shapes import attendee_shape
from checkin.domain.code import printed
from checkin.domain.details import Details
from checkin.domain.people import Attendee, Status
from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.services.photos import set_photo
from checkin.services.registration import edit, find_attendee, register, roster, set_status
from checkin.store.store import Store

_TEXT_OPTIONS = {
    "email": "",
    "organisation": "",
    "organisation_kind": "Company, cluster, company network, public body, research or other.",
    "job_title": "",
    "country": "",
    "category": "Such as participant, speaker, organizer, press.",
    "notes": "Shown at the desk.",
    "instruction": "To be acknowledged at the desk before they are let in.",
    "contacts": "yes or no: may their contact be passed on? Empty: not asked.",
    "offers": "Topics they offer, with ; between.",
    "seeks": "Topics they seek, with ; between.",
    "registration": "The registration number.",
}


def details_options(command: Command) -> Command:
    """Give a command an option for each field of a person."""
    for name, text in reversed(_TEXT_OPTIONS.items()):
        option = click.option(f"--{name.replace('_', '-')}", name, help=text or None)
        command = option(command)
    command = click.option("--day", "days", type=DAY, multiple=True, help="Again for each day.")(
        command
    )
    return click.option(
        "--custom", multiple=True, metavar="FIELD=TEXT", help="A field of your own."
    )(command)


@click.command()
@click.option("--search", default="", help="Letters of a name, organisation, e-mail or badge.")
@click.option("--out", type=click.Path(path_type=Path), help="Write FILE.xlsx or FILE.csv.")
@json_option
@pass_session
def attendees(session: Session, search: str, out: Path | None, as_json: bool) -> None:
    """List the people, or those whom a search finds."""
    with session.open() as store:
        people = roster(store, session.operator, search)
        if out:
            from checkin.gateways.reports import roster_table

            require(store, session.operator, Action.EXPORT)
            table = roster_table(people, store.programme.sessions())
            write_report(out, [table], table.header, table.rows)
        if as_json:
            echo_json([attendee_shape(one, store.key) for one in people])
        elif out:
            click.echo(f"{out}: attendees, {len(people)}.")
        else:
            for one in people:
                click.echo(_line(one))
            click.echo(f"Attendees: {len(people)}.")


def _line(attendee: Attendee) -> str:
    status = "" if attendee.status is Status.REGISTERED else f"  [{attendee.status}]"
    origin = f" · {attendee.organisation}" if attendee.organisation else ""
    return f"{printed(attendee.badge) or '-' * 14}  {attendee.name}{origin}{status}"


@click.command()
@click.option("--name", required=True, help="The full name.")
@details_options
@json_option
@pass_session
def add(
    session: Session,
    name: str,
    days: tuple[date, ...],
    custom: tuple[str, ...],
    as_json: bool,
    **texts: str | None,
) -> None:
    """Register somebody who walks in; a likely duplicate is only warned of."""
    with session.open() as store:
        details = _details(store, {"name": name, **texts}, days, custom)
        added, alike = register(store, session.operator, details)
        for other in alike:
            where = f", {other.organisation}" if other.organisation else ""
            click.echo(
                f"checkin: {other.name}{where} ({printed(other.badge)}) is on the list already;"
                " added all the same.",
                err=True,
            )
        _show(added, store, as_json, "added")


@click.command(name="edit")
@click.argument("attendee")
@click.option("--name", help="The full name.")
@click.option("--status", type=click.Choice([status.value for status in Status]))
@click.option("--all-days", is_flag=True, help="Registered for every day.")
@click.option("--photo", type=click.Path(path_type=Path), help="A picture file.")
@click.option("--no-photo", is_flag=True, help="Take the photo away.")
@details_options
@json_option
@pass_session
def edit_command(
    session: Session,
    attendee: str,
    days: tuple[date, ...],
    custom: tuple[str, ...],
    all_days: bool,
    photo: Path | None,
    no_photo: bool,
    as_json: bool,
    **texts: str | None,
) -> None:
    """Correct a person, named by id, badge or registration number; an empty text clears a field."""
    with session.open() as store:
        found = find_attendee(store, attendee)
        details = _details(store, texts, days, custom, all_days=all_days)
        picture = read_photo(photo) if photo else b"" if no_photo else None
        _show(_changed(store, session.operator, found, details, picture), store, as_json, "changed")


def _changed(
    store: Store, operator: Operator, attendee: Attendee, details: Details, photo: bytes | None
) -> Attendee:
    if photo is None or not details.empty:
        attendee = edit(store, operator, attendee, details)
    if photo is not None:
        set_photo(store, operator, attendee, photo)
    return attendee


def _details(
    store: Store,
    texts: dict[str, str | None],
    days: tuple[date, ...],
    custom: tuple[str, ...],
    *,
    all_days: bool = False,
) -> Details:
    event = store.programme.event()
    for day in days:
        if day not in event.days:
            raise CheckinError(
                "not-an-event-day", day=day, first=event.first_day, last=event.last_day
            )
    return Details(
        {name: text for name, text in texts.items() if text is not None},
        () if all_days or set(days) == set(event.days) else days or None,
        dict(map(pair, custom)),
    )


def _show(attendee: Attendee, store: Store, as_json: bool, what: str) -> None:
    if as_json:
        echo_json(attendee_shape(attendee, store.key))
    else:
        click.echo(f"{what}: {_line(attendee)}  (id {attendee.id})")


def _status_command(name: str, status: Status, text: str) -> click.Command:
    @click.command(name=name, help=text)
    @click.argument("attendee")
    @json_option
    @pass_session
    def command(session: Session, attendee: str, as_json: bool) -> None:
        with session.open() as store:
            found = find_attendee(store, attendee)
            _show(set_status(store, session.operator, found, status), store, as_json, name)

    return command


COMMANDS = (
    attendees,
    add,
    edit_command,
    _status_command(
        "cancel",
        Status.CANCELED,
        "Mark a registration as canceled; `edit --status registered` takes it back.",
    ),
    _status_command(
        "block",
        Status.BLOCKED,
        "Let somebody in at no door; `edit --status registered` takes it back.",
    ),
)
