"""`checkin certificates send`, `drafts` by e-mail, and `template`: what they look like."""

from pathlib import Path
from typing import Any

import click

from checkin.cli.certifying import SUBJECT, TEXT, Certificates, certificates_of, usual_template
from checkin.cli.context import Session, json_option, pass_session
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
from checkin.cli.templates import pictures_in
from checkin.domain.tickets import TicketWords
from checkin.gateways.templatefile import read_template, write_template
from checkin.render.certificatefaces import CERTIFICATE_FIELDS
from checkin.services.browsing import known_words
from checkin.services.certificatelook import (
    certificate_design,
    forget_certificate_template,
    save_certificate_template,
)
from checkin.services.certificates import issued
from checkin.services.registration import find_attendee
from checkin.services.tickets import due
from checkin.store.store import Store

_USUAL = TicketWords(SUBJECT, TEXT)


@click.command(name="drafts")
@out_option
@words_options
@only_option
@again_option
@json_option
@pass_session
def drafts_command(session: Session, out: Path, as_json: bool, **asked: Any) -> None:
    """Save a message with each certificate, as a draft that a mail program opens."""
    words = words_from(asked["subject"], asked["text"], _USUAL)
    with session.open() as store:
        found = due(store, session.operator, _issued(session, store, asked), asked["again"])
        sender = session.app.settings.mail_sender
        made = _letters(session, store, words).write_drafts(out, found.to_send, sender)
    without = names(found.without_email)
    said = f"{out}: {made} drafts.{nobody(without)}"
    say({"drafts": made, "out": str(out), "without_email": without}, said, as_json)


@click.command(name="send")
@words_options
@only_option
@again_option
@manner_options
@json_option
@pass_session
def send_command(session: Session, as_json: bool, **asked: Any) -> int:
    """Send the certificates that hold through the server set with `checkin mail`, each only once.

    What was sent is remembered at once: if it stops, the same command sends the others theirs.
    """
    words = words_from(asked["subject"], asked["text"], _USUAL)
    with session.open() as store:
        found = due(store, session.operator, _issued(session, store, asked), asked["again"])
        letters = _letters(session, store, words)
        return send_letters(session, letters, found, Manner.of(asked), as_json)


@click.group(name="template")
def template_group() -> None:
    """Hand out, take in or give up the template that certificates are drawn with."""


@template_group.command(name="export")
@click.argument("file", type=click.Path(path_type=Path))
@pass_session
def export_command(session: Session, file: Path) -> None:
    """Write the template to FILE.json, to be changed or taken into another event."""
    with session.open() as store:
        design = certificate_design(store, session.operator, usual_template(session.app))
        write_template(file, design.template, design.pictures)
    click.echo(f"{file}: {design.template.name}.")


@template_group.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@pass_session
def import_command(session: Session, file: Path) -> None:
    """Draw certificates with the template in FILE.json from now on."""
    read = read_template(file)
    with session.open() as store:
        save_certificate_template(store, session.operator, read.template, pictures_in(file, read))
        known = {*CERTIFICATE_FIELDS, *known_words(store, session.operator).custom_fields}
    click.echo(f"Certificates are drawn with {read.template.name} from now on.")
    if unknown := sorted(read.template.fields - known):
        click.echo(f"checkin: nobody has {', '.join(unknown)}; these stay empty.", err=True)


@template_group.command(name="forget")
@pass_session
def forget_command(session: Session) -> None:
    """Draw certificates as they come along again."""
    with session.open() as store:
        forget_certificate_template(store, session.operator)
    click.echo("Certificates are drawn as they come along.")


def _issued(session: Session, store: Store, asked: dict[str, Any]) -> Any:
    people = [find_attendee(store, one).id for one in asked["only"]]
    return issued(store, session.operator, people)


def _letters(session: Session, store: Store, words: TicketWords) -> Certificates:
    custom = known_words(store, session.operator).custom_fields
    check_fields(words, {*CERTIFICATE_FIELDS, *custom})
    return certificates_of(session, store, words)


def add_to(group: click.Group) -> None:
    """Give a group these commands."""
    for one in (send_command, drafts_command, template_group):
        group.add_command(one)
