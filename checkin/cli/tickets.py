"""`checkin tickets`: each badge's code for its wearer's phone, into a folder or by e-mail."""

from pathlib import Path
from typing import Any

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session, progress_to
from checkin.cli.posting import (
    Manner,
    again_option,
    check_fields,
    manner_options,
    names,
    nobody,
    only_option,
    out_option,
    say,
    send_letters,
    words_from,
    words_options,
)
from checkin.cli.ticketing import Tickets
from checkin.domain.code import printed
from checkin.domain.tickets import TicketWords
from checkin.render.faces import FIELDS
from checkin.services.badges import badges_to_print
from checkin.services.browsing import known_words
from checkin.services.tickets import due
from checkin.services.tickets import tickets as sent_tickets
from checkin.store.store import Store


@click.group()
def tickets() -> None:
    """Make and send tickets: the code of each badge, a page to print, and calendar entries."""


@tickets.command()
@out_option
@only_option
@json_option
@pass_session
def save(session: Session, out: Path, only: tuple[str, ...], as_json: bool) -> None:
    """Save a picture and a PDF for everybody, with a list for a mail merge and an .ics file."""
    with session.open() as store:
        badges = badges_to_print(store, session.operator, only)
        without = names(due(store, session.operator, badges).without_email)
        made = _tickets(session, store, TicketWords()).write_folder(out, badges)
    said = f"{out}: {made} tickets.{nobody(without)}"
    say({"tickets": made, "out": str(out), "without_email": without}, said, as_json)


@tickets.command()
@out_option
@words_options
@only_option
@again_option
@json_option
@pass_session
def drafts(
    session: Session,
    out: Path,
    subject: str | None,
    text: Path | None,
    only: tuple[str, ...],
    again: bool,
    as_json: bool,
) -> None:
    """Save a message to each, as a draft that a mail program opens, to be sent from there."""
    words = words_from(subject, text, TicketWords())
    with session.open() as store:
        badges = badges_to_print(store, session.operator, only)
        found = due(store, session.operator, badges, again)
        sender = session.app.settings.mail_sender
        made = _tickets(session, store, words).write_drafts(out, found.to_send, sender)
    without = names(found.without_email)
    said = f"{out}: {made} drafts.{nobody(without)}"
    say({"drafts": made, "out": str(out), "without_email": without}, said, as_json)


@tickets.command()
@words_options
@only_option
@again_option
@manner_options
@json_option
@pass_session
def send(session: Session, as_json: bool, **asked: Any) -> int:
    """Send everybody theirs through the server set with `checkin mail`, each only once.

    What was sent is remembered at once: if it stops, the same command sends the others theirs.
    """
    words = words_from(asked["subject"], asked["text"], TicketWords())
    with session.open() as store:
        badges = badges_to_print(store, session.operator, asked["only"])
        found = due(store, session.operator, badges, asked["again"])
        made = _tickets(session, store, words)
        return send_letters(session, made, found, Manner.of(asked), as_json)


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


def _tickets(session: Session, store: Store, words: TicketWords) -> Tickets:
    check_fields(words, {*FIELDS, *known_words(store, session.operator).custom_fields})

    def progress(done: int, total: int) -> bool:
        return progress_to("Tickets:", total)(done)

    return Tickets(session.app, store, session.operator, words, progress)


COMMANDS = (tickets,)
