"""`checkin contacts`: who met whom, whom to meet, and what each gets of it."""

from collections.abc import Sequence
from pathlib import Path

import click

from checkin.cli.contactsaid import (
    contact_shape,
    line,
    reasons,
    scanned_line,
    scanned_shape,
    suggestion_shape,
)
from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.handingout import Everyone, HandingOut
from checkin.cli.printing import drawing
from checkin.errors import CheckinError
from checkin.gateways.vcard import Version
from checkin.services.contacts import (
    agreeing,
    everyones_contacts,
    find_badge,
    meet,
    met,
    suggest,
    unmeet,
)
from checkin.services.permission import refuse_in_rehearsal
from checkin.store.store import Store

_MOST_SUGGESTED = 10
_OUT = click.Path(path_type=Path)


@click.group(invoke_without_command=True)
@click.option("--out", type=_OUT, help="Write each their contacts into DIR, as vCards and CSV.")
@click.option("--only", multiple=True, metavar="ATTENDEE", help="Theirs alone; again for more.")
@click.option("--drafts", is_flag=True, help="With --out: e-mails instead, as drafts to be sent.")
@click.option(
    "--vcard", type=click.Choice([one.value for one in Version]), default="3.0", show_default=True
)
@json_option
@click.pass_context
def contacts(
    context: click.Context,
    out: Path | None,
    only: tuple[str, ...],
    drafts: bool,
    vcard: str,
    as_json: bool,
) -> None:
    """Say how many agreed and met, or hand out contacts; below, the contact desk itself.

    Whoever did not agree that their contact is passed on, or does no more, is in none of it.
    """
    if context.invoked_subcommand:
        return
    if not out and (drafts or only):
        raise click.UsageError("Give --out DIR besides.")
    session: Session = context.obj
    with session.open() as store:
        everyone = everyones_contacts(store, session.operator)
        if out:
            chosen = _chosen(store, everyone, only)
            made = HandingOut(store.programme.event(), Version(vcard))
            _say_written(_written(session, store, made, out, chosen, drafts), out, as_json)
            return
        pairs = sum(len(found) for _, found in everyone) // 2
        agreed = len(agreeing(store, session.operator))
    if as_json:
        echo_json({"agreed": agreed, "met": len(everyone), "meetings": pairs})
    else:
        click.echo(f"Agreed: {agreed}. Of them {len(everyone)} met somebody; meetings: {pairs}.")


@contacts.command(name="meet")
@click.argument("codes", nargs=-1, required=True)
@json_option
@pass_session
def meet_command(session: Session, codes: tuple[str, ...], as_json: bool) -> None:
    """Record that those whose badges have these CODES met, each pair."""
    with session.open() as store:
        scanned = meet(store, session.operator, codes)
    if as_json:
        echo_json([scanned_shape(one) for one in scanned])
        return
    for one in scanned:
        if said := scanned_line(one):
            click.echo(said)


@contacts.command(name="unmeet")
@click.argument("one")
@click.argument("other")
@json_option
@pass_session
def unmeet_command(session: Session, one: str, other: str, as_json: bool) -> None:
    """Take back that two attendees met."""
    with session.open() as store:
        first, second = find_badge(store, one), find_badge(store, other)
        unmeet(store, session.operator, first, [second])
    if as_json:
        echo_json({"one": first.id, "other": second.id, "met": False})
    else:
        click.echo(f"{first.name} and {second.name} have not met.")


@contacts.command()
@click.argument("attendee")
@json_option
@pass_session
def show(session: Session, attendee: str, as_json: bool) -> None:
    """Show whom an attendee met."""
    with session.open() as store:
        found = met(store, session.operator, find_badge(store, attendee))
        event = store.programme.event()
    if as_json:
        echo_json([contact_shape(one, event) for one in found])
        return
    for contact in found:
        at = event.local(contact.at)
        click.echo(f"{at:%Y-%m-%d %H:%M}  {line(contact.attendee)}")
    click.echo(f"Met: {len(found)}.")


@contacts.command(name="suggest")
@click.argument("attendee")
@click.option("--most", type=click.IntRange(1, 1000), default=_MOST_SUGGESTED, show_default=True)
@json_option
@pass_session
def suggest_command(session: Session, attendee: str, most: int, as_json: bool) -> None:
    """Say whom an attendee might want to meet, and why: one offers what another seeks."""
    with session.open() as store:
        found = suggest(store, session.operator, find_badge(store, attendee))[:most]
    if as_json:
        echo_json([suggestion_shape(one) for one in found])
        return
    for one in found:
        click.echo(line(one.attendee))
        for reason in reasons(one):
            click.echo(f"    {reason}")
    click.echo(f"Suggested: {len(found)}.")


@contacts.command(name="list")
@click.option("--out", type=_OUT, required=True, help="Write FILE.pdf.")
@json_option
@pass_session
def list_command(session: Session, out: Path, as_json: bool) -> None:
    """Write all who agreed into a PDF to hand out."""
    with session.open() as store:
        refuse_in_rehearsal(store)
        people = agreeing(store, session.operator)
        event = store.programme.event()
    if not people:
        raise CheckinError("nobody-agreed")
    held = drawing()
    from checkin.render.contactlist import write_contact_list

    pages = write_contact_list(out, event, people)
    del held
    if as_json:
        echo_json({"out": str(out), "people": len(people), "pages": pages})
    else:
        click.echo(f"{out}: people, {len(people)}; pages, {pages}.")


def _chosen(store: Store, everyone: Everyone, only: Sequence[str]) -> Everyone:
    wanted = {find_badge(store, one).id for one in only}
    return [pair for pair in everyone if not only or pair[0].id in wanted]


def _written(
    session: Session, store: Store, made: HandingOut, out: Path, everyone: Everyone, drafts: bool
) -> tuple[str, int, list[str]]:
    """Write them; return what, how many, and the names of those without an address."""
    refuse_in_rehearsal(store)
    if not drafts:
        return "attendees", made.write_folder(out, everyone), []
    without = made.write_drafts(out, everyone, session.app.settings.mail_sender)
    return "drafts", len(everyone) - len(without), [one.name for one in without]


def _say_written(written: tuple[str, int, list[str]], out: Path, as_json: bool) -> None:
    what, count, without = written
    if as_json:
        echo_json({"out": str(out), what: count, "without_email": without})
    else:
        nobody = f" Without an e-mail address: {', '.join(without)}." if without else ""
        click.echo(f"{out}: {what}, {count}.{nobody}")


COMMANDS = (contacts,)
