"""`checkin pin`: who may take up which role."""

from pathlib import Path

import click

from checkin.cli.context import Command, Session, echo_json, json_option, pass_session
from checkin.cli.printing import print_recovery
from checkin.cli.secrets import new_pin, secret
from checkin.domain.roles import Role
from checkin.errors import CheckinError
from checkin.services.pins import clear_pin, recover, set_pin
from checkin.services.signing_in import roles_with_pin

_role = click.argument("role", type=click.Choice([role.value for role in Role]))


def _new_pin_options(command: Command) -> Command:
    file = click.option(
        "--new-pin-file",
        type=click.Path(path_type=Path),
        help="Holds the new PIN; else CHECKIN_NEW_PIN does, or you are asked.",
    )
    out = click.option(
        "--out", type=click.Path(path_type=Path), help="Write the recovery code to FILE.pdf too."
    )
    return file(out(command))


@click.group(name="pin")
def pin() -> None:
    """Give a role a PIN, clear it, recover the coordinator's, or see which roles have one."""


@pin.command(name="status")
@json_option
@pass_session
def status(session: Session, as_json: bool) -> None:
    """Tell which roles have a PIN."""
    with session.app.open_event(session.named_path) as store:
        having = roles_with_pin(store)
    if as_json:
        echo_json({"pins": {role.value: role in having for role in Role}})
        return
    for role in Role:
        click.echo(f"{role.value}: {'has a PIN' if role in having else 'no PIN'}")


@pin.command(name="set")
@_role
@_new_pin_options
@json_option
@pass_session
def set_command(
    session: Session, role: str, new_pin_file: Path | None, out: Path | None, as_json: bool
) -> None:
    """Give ROLE a PIN; with the coordinator's comes a recovery code, shown this once."""
    with session.open() as store:
        code = set_pin(store, session.operator, Role(role), new_pin(new_pin_file))
        title = store.programme.event().title
    _show(f"The {role} has a new PIN.", {"role": role, "recovery": code or None}, as_json)
    if code and out:
        print_recovery(title, code, out)


@pin.command(name="clear")
@_role
@pass_session
def clear_command(session: Session, role: str) -> None:
    """Let anybody take up ROLE again."""
    with session.open() as store:
        clear_pin(store, session.operator, Role(role))
    click.echo(f"The {role} has no PIN any more.")


@pin.command(name="recover")
@click.option(
    "--code-file",
    type=click.Path(path_type=Path),
    help="Holds the recovery code; else CHECKIN_RECOVERY does, or you are asked.",
)
@_new_pin_options
@json_option
@pass_session
def recover_command(
    session: Session,
    code_file: Path | None,
    new_pin_file: Path | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Set the coordinator's PIN anew with the printed recovery code; the next one is shown."""
    code = secret(code_file, "CHECKIN_RECOVERY", "Recovery code")
    if not code:
        raise CheckinError("no-recovery-code")
    with session.app.open_event(session.named_path) as store:
        _, following = recover(store, session.operator.name, code, new_pin(new_pin_file))
        title = store.programme.event().title
    coordinator = Role.COORDINATOR.value
    facts: dict[str, str | None] = {"role": coordinator, "recovery": following}
    _show(f"The {coordinator} has a new PIN.", facts, as_json)
    if out:
        print_recovery(title, following, out)


def _show(said: str, facts: dict[str, str | None], as_json: bool) -> None:
    if as_json:
        echo_json(facts)
        return
    click.echo(said)
    if code := facts["recovery"]:
        click.echo(f"Recovery code: {code}\nKeep it on paper: it is not shown again.")


COMMANDS = (pin,)
