"""`checkin mail`: which mail server tickets are sent through from this computer."""

from dataclasses import replace
from pathlib import Path

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.secrets import secret
from checkin.errors import CheckinError
from checkin.gateways.mailing import PORTS, Mailing, MailServer, Security
from checkin.gateways.message import check_address
from checkin.settings import Settings

_MOST = 65_535


@click.command()
@click.option("--host", help="The name of the server, such as mail.example.org.")
@click.option("--port", type=int, help="587 unless set; 465 with tls, 25 with none.")
@click.option("--security", type=click.Choice([one.value for one in Security]))
@click.option("--user", help="Who signs in; empty for nobody.")
@click.option("--sender", help="The address that tickets come from.")
@click.option("--test", is_flag=True, help="Connect and sign in, sending nothing.")
@click.option("--password-file", type=click.Path(path_type=Path), help="Holds the password.")
@json_option
@pass_session
def mail(
    session: Session,
    host: str | None,
    port: int | None,
    security: str | None,
    user: str | None,
    sender: str | None,
    test: bool,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """Show or set the mail server that tickets are sent through; no password is kept."""
    before = session.app.settings
    after = changed(before, host=host, port=port, security=security, user=user, sender=sender)
    if after != before:
        session.app.save_settings(after)
    if test:
        server = mail_server(after)
        with Mailing(server, ask_password(server, password_file)) as mailing:
            mailing.check()
    if as_json:
        names = ("host", "port", "security", "user", "sender")
        echo_json({name: getattr(after, f"mail_{name}") for name in names})
    elif not after.mail_host:
        click.echo("No mail server is set.")
    else:
        user = f", {after.mail_user} signs in" if after.mail_user else ""
        place = f"{after.mail_host}, port {after.mail_port}, {after.mail_security}{user}"
        click.echo(f"{place}; from {after.mail_sender}.{' It lets us in.' if test else ''}")


def changed(
    settings: Settings,
    *,
    host: str | None = None,
    port: int | None = None,
    security: str | None = None,
    user: str | None = None,
    sender: str | None = None,
) -> Settings:
    """Return settings with what is not None changed; another security brings its usual port."""
    if port is not None and not 0 < port <= _MOST:
        raise CheckinError("mail-port", port=port)
    if sender:
        check_address(sender)
    usual = settings.mail_port
    if security and security != settings.mail_security:
        usual = PORTS[Security(security)]
    return replace(
        settings,
        mail_host=settings.mail_host if host is None else host.strip(),
        mail_port=port or usual,
        mail_security=security or settings.mail_security,
        mail_user=settings.mail_user if user is None else user,
        mail_sender=settings.mail_sender if sender is None else sender,
    )


def mail_server(settings: Settings) -> MailServer:
    """Return the server that is set. Raises CheckinError `mail-unset`."""
    if not settings.mail_host or not settings.mail_sender:
        raise CheckinError("mail-unset")
    known = {one.value for one in Security}
    security = settings.mail_security if settings.mail_security in known else Security.STARTTLS
    return MailServer(
        settings.mail_host,
        settings.mail_port,
        Security(security),
        settings.mail_user,
        settings.mail_sender,
    )


def ask_password(server: MailServer, file: Path | None) -> str:
    """Return the password of who signs in, from a file, CHECKIN_MAIL_PASSWORD or the terminal."""
    if not server.user:
        return ""
    return secret(file, "CHECKIN_MAIL_PASSWORD", f"Password of {server.user}")


COMMANDS = (mail,)
