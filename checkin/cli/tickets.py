"""`checkin tickets`: each badge's code for its wearer's phone, into a folder or by e-mail."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from checkin.cli.context import Command, Session, echo_json, json_option, pass_session, progress_to
from checkin.cli.mailserver import ask_password, mail_server
from checkin.cli.ticketing import Tickets
from checkin.domain.code import printed
from checkin.domain.tickets import SUBJECT, TEXT, TicketWords
from checkin.errors import CheckinError
from checkin.render.faces import FIELDS
from checkin.sentences import sentence
from checkin.services.badges import Badge, badges_to_print
from checkin.services.browsing import known_words
from checkin.services.tickets import Sending, due
from checkin.services.tickets import tickets as sent_tickets
from checkin.store.store import Store

FOUND_WANTING = 1
_LONGEST = 20_000
_ONLY = click.option(
    "--only", multiple=True, metavar="ID", help="Only for one person; again for more."
)
_AGAIN = click.option("--again", is_flag=True, help="Also for those who were sent theirs.")
_OUT = click.option("--out", type=click.Path(path_type=Path), required=True, help="Write into DIR.")


def _words_options(command: Command) -> Command:
    text = click.option(
        "--text", type=click.Path(path_type=Path), help="The text from FILE, with fields."
    )
    subject = click.option(
        "--subject", default=SUBJECT, help="The subject, with fields such as {event}."
    )
    return subject(text(command))


@click.group()
def tickets() -> None:
    """Make and send tickets: the code of each badge, a page to print, and calendar entries."""


@tickets.command()
@_OUT
@_ONLY
@json_option
@pass_session
def save(session: Session, out: Path, only: tuple[str, ...], as_json: bool) -> None:
    """Save a picture and a PDF for everybody, with a list for a mail merge and an .ics file."""
    with session.open() as store:
        badges = badges_to_print(store, session.operator, only)
        without = _names(due(store, session.operator, badges).without_email)
        made = _tickets(session, store, TicketWords()).write_folder(out, badges)
    said = f"{out}: {made} tickets.{_nobody(without)}"
    _say({"tickets": made, "out": str(out), "without_email": without}, said, as_json)


@tickets.command()
@_OUT
@_words_options
@_ONLY
@_AGAIN
@json_option
@pass_session
def drafts(
    session: Session,
    out: Path,
    subject: str,
    text: Path | None,
    only: tuple[str, ...],
    again: bool,
    as_json: bool,
) -> None:
    """Save a message to each, as a draft that a mail program opens, to be sent from there."""
    words = TicketWords(subject, _content(text) if text else TEXT)
    with session.open() as store:
        badges = badges_to_print(store, session.operator, only)
        found = due(store, session.operator, badges, again)
        sender = session.app.settings.mail_sender
        made = _tickets(session, store, words).write_drafts(out, found.to_send, sender)
    without = _names(found.without_email)
    said = f"{out}: {made} drafts.{_nobody(without)}"
    _say({"drafts": made, "out": str(out), "without_email": without}, said, as_json)


@tickets.command()
@_words_options
@_ONLY
@_AGAIN
@click.option("--rate", type=click.FloatRange(0.1, 6000), default=60.0, help="How many a minute.")
@click.option("--dry-run", is_flag=True, help="Say whose tickets would be sent, and send none.")
@click.option("--password-file", type=click.Path(path_type=Path), help="Holds the password.")
@json_option
@pass_session
def send(session: Session, as_json: bool, **asked: Any) -> int:
    """Send everybody theirs through the server set with `checkin mail`, each only once.

    What was sent is remembered at once: if it stops, the same command sends the others theirs.
    """
    text = asked["text"]
    words = TicketWords(asked["subject"], _content(text) if text else TEXT)
    with session.open() as store:
        badges = badges_to_print(store, session.operator, asked["only"])
        found = due(store, session.operator, badges, asked["again"])
        without = _names(found.without_email)
        if asked["dry_run"] or not found.to_send:
            said = f"{len(found.to_send)} to send, {len(found.sent)} were sent theirs before."
            shape = {"to_send": _names(found.to_send), "sent_before": len(found.sent)}
            _say({**shape, "without_email": without}, said + _nobody(without), as_json)
            return 0
        server = mail_server(session.app.settings)
        password = ask_password(server, asked["password_file"])
        made = _tickets(session, store, words)
        sending = made.send(server, password, found.to_send, asked["rate"])
    _say_sent(sending, without, as_json)
    return FOUND_WANTING if sending.refused or sending.left or sending.stopped else 0


@tickets.command()
@json_option
@pass_session
def log(session: Session, as_json: bool) -> None:
    """Show whose ticket was sent, to which address, and when; the latest first."""
    with session.open() as store:
        known = sent_tickets(store, session.operator)
        event = store.programme.event()
        people = {one.badge: one for one in store.roster.everyone() if one.badge in known}
    latest = sorted(known.items(), key=lambda one: one[1].at, reverse=True)
    rows = [
        {
            "id": people[badge].id,
            "name": people[badge].name,
            "badge": printed(badge),
            "address": sent.address,
            "at": event.local(sent.at).isoformat(timespec="seconds"),
        }
        for badge, sent in latest
        if badge in people
    ]
    if as_json:
        echo_json(rows)
        return
    for row in rows:
        click.echo(f"{row['at']}  {row['name']}  {row['address']}  {row['badge']}")
    click.echo(f"{len(rows)} tickets were sent.")


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST + 1)
        if len(content) > _LONGEST:
            raise CheckinError("ticket-words-long", path=path, most=_LONGEST)
        return content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise CheckinError("ticket-words-unreadable", path=path, why=why) from error


def _tickets(session: Session, store: Store, words: TicketWords) -> Tickets:
    known = {*FIELDS, *known_words(store, session.operator).custom_fields}
    for field in words.unknown(known):
        raise CheckinError("ticket-field", field=field, fields=", ".join(sorted(known)))

    def progress(done: int, total: int) -> bool:
        return progress_to("Tickets:", total)(done)

    return Tickets(session.app, store, session.operator, words, progress)


def _say_sent(sending: Sending, without: Sequence[str], as_json: bool) -> None:
    refused = [
        {"name": badge.attendee.name, "email": badge.attendee.email, "why": sentence(error)}
        for badge, error in sending.refused
    ]
    stopped = sentence(sending.stopped) if sending.stopped else None
    if as_json:
        left = _names(sending.left)
        shape = {"sent": len(sending.sent), "refused": refused, "left": left}
        echo_json({**shape, "without_email": without, "stopped": stopped})
        return
    click.echo(f"{len(sending.sent)} sent, {len(sending.left)} still to send.{_nobody(without)}")
    for one in refused:
        click.echo(f"{one['name']}: {one['why']}", err=True)
    if stopped:
        click.echo(f"checkin: {stopped}", err=True)


def _say(shape: dict[str, Any], words: str, as_json: bool) -> None:
    if as_json:
        echo_json(shape)
    else:
        click.echo(words)


def _names(badges: Sequence[Badge]) -> list[str]:
    return [one.attendee.name for one in badges]


def _nobody(names: Sequence[str]) -> str:
    return f" Without an e-mail address: {', '.join(names)}." if names else ""


COMMANDS = (tickets,)
