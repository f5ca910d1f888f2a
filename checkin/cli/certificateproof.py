"""`checkin certificates verify`, `check`, `withdraw`, `reinstate`, `log`: which hold, and why."""

from pathlib import Path

import click

from checkin.cli.certificateshapes import (
    WHY,
    candidate_line,
    candidate_shape,
    logged_line,
    logged_shape,
    verified_line,
    verified_shape,
)
from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.pictured import pictured
from checkin.domain.certificates import Proof, Withdrawal
from checkin.domain.code import printed
from checkin.errors import CheckinError
from checkin.services.certificates import latest_certificates
from checkin.services.registration import find_attendee
from checkin.services.verifying import certificate_log, verify_certificate
from checkin.services.withdrawing import Withdrawn, fallen, reinstate, withdraw, withdraw_fallen

FOUND_WANTING = 1


@click.command(name="verify")
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@click.option(
    "--image", type=click.Path(path_type=Path), multiple=True, help="A picture or PDF of one."
)
@json_option
@pass_session
def verify_command(
    session: Session, codes: tuple[str, ...], image: tuple[Path, ...], as_json: bool
) -> int:
    """Say of each CODE, or number typed by hand, whether that certificate is valid."""
    texts = [*codes, *(text for path in image for text in pictured(path))]
    if not texts:
        raise CheckinError("nothing-to-verify")
    with session.open() as store:
        event = store.programme.event()
        found = [verify_certificate(store, session.operator, text) for text in texts]
    if as_json:
        echo_json([verified_shape(one, event) for one in found])
    else:
        for one in found:
            click.echo(verified_line(one, event))
    return 0 if all(one.proof is Proof.VALID for one in found) else FOUND_WANTING


@click.command(name="check")
@click.option("--withdraw", "gone", is_flag=True, help="Withdraw those that do not hold any more.")
@json_option
@pass_session
def check_command(session: Session, gone: bool, as_json: bool) -> int:
    """List certificates that do not hold any more: corrected below, canceled or blocked since."""
    with session.open() as store:
        found = fallen(store, session.operator)
        withdrawn = withdraw_fallen(store, session.operator) if gone and found else []
    if as_json:
        echo_json([candidate_shape(one) | {"withdrawn": gone} for one in found])
    else:
        for one in found:
            click.echo(candidate_line(one))
        if withdrawn:
            click.echo(f"{len(withdrawn)} certificates are withdrawn.")
        elif found:
            click.echo(f"{len(found)} do not hold any more: --withdraw withdraws them.")
        else:
            click.echo("All certificates that were issued hold.")
    return FOUND_WANTING if found and not gone else 0


@click.command(name="withdraw")
@click.argument("people", nargs=-1, required=True, metavar="ATTENDEE...")
@pass_session
def withdraw_command(session: Session, people: tuple[str, ...]) -> None:
    """Withdraw the certificates of people that were issued by mistake."""
    with session.open() as store:
        ids = [find_attendee(store, one).id for one in people]
        gone = withdraw(store, session.operator, ids, Withdrawal.MISTAKE)
    _say(gone)


@click.command(name="reinstate")
@click.argument("people", nargs=-1, required=True, metavar="ATTENDEE...")
@pass_session
def reinstate_command(session: Session, people: tuple[str, ...]) -> None:
    """Let the last certificates of people hold again that were withdrawn."""
    with session.open() as store:
        latest = latest_certificates(store)
        ids = [find_attendee(store, one).id for one in people]
        back = [latest[one] for one in ids if one in latest and latest[one].withdrawn]
        reinstate(store, session.operator, back)
    for one in back:
        click.echo(f"{printed(one.number)} holds again.")
    if not back:
        click.echo("None of them was withdrawn.")


@click.command(name="log")
@json_option
@pass_session
def log_command(session: Session, as_json: bool) -> None:
    """Show what was issued, issued anew and withdrawn, by whom; the latest first."""
    with session.open() as store:
        event = store.programme.event()
        found = certificate_log(store, session.operator)
    if as_json:
        echo_json([logged_shape(one, event) for one in found])
        return
    for one in found:
        click.echo(logged_line(one, event))


def _say(gone: list[Withdrawn]) -> None:
    for one in gone:
        click.echo(f"{printed(one.certificate.number)} is withdrawn: {WHY[one.why]}.")


def add_to(group: click.Group) -> None:
    """Give a group these commands."""
    for one in (verify_command, check_command, withdraw_command, reinstate_command, log_command):
        group.add_command(one)
