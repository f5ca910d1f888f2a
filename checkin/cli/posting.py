"""What commands that send things by e-mail have in common: the words, and what is said of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from checkin.cli.context import Command, Session, echo_json
from checkin.cli.letters import Letters
from checkin.cli.mailserver import ask_password, mail_server
from checkin.domain.tickets import TicketWords
from checkin.errors import CheckinError
from checkin.sentences import sentence
from checkin.services.tickets import Due, M, Sending

FOUND_WANTING = 1
_LONGEST = 20_000
only_option = click.option(
    "--only", multiple=True, metavar="ID", help="Only for one person; again for more."
)
again_option = click.option("--again", is_flag=True, help="Also for those who were sent theirs.")
out_option = click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Write into DIR."
)


@dataclass(frozen=True, slots=True)
class Manner:
    """How letters are sent: how many `rate` a minute, or none with `dry_run`."""

    rate: float
    dry_run: bool
    password_file: Path | None

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> "Manner":
        """Return what `manner_options` took."""
        return cls(asked["rate"], asked["dry_run"], asked["password_file"])


def manner_options(command: Command) -> Command:
    """Take how fast, whether at all, and with which password letters are sent."""
    rate = click.option(
        "--rate", type=click.FloatRange(0.1, 6000), default=60.0, help="How many a minute."
    )
    dry_run = click.option(
        "--dry-run", is_flag=True, help="Say whose would be sent, and send none."
    )
    password = click.option(
        "--password-file", type=click.Path(path_type=Path), help="Holds the password."
    )
    return rate(dry_run(password(command)))


def words_options(command: Command) -> Command:
    """Take a subject and a text of one's own."""
    text = click.option(
        "--text", type=click.Path(path_type=Path), help="The text from FILE, with fields."
    )
    subject = click.option("--subject", help="The subject, with fields such as {event}.")
    return subject(text(command))


def words_from(subject: str | None, text: Path | None, usual: TicketWords) -> TicketWords:
    """Return the words that are sent; `text` is a file."""
    return TicketWords(
        usual.subject if subject is None else subject, _content(text) if text else usual.text
    )


def check_fields(words: TicketWords, known: Collection[str]) -> None:
    """Raise `ticket-field` for a field that is none of `known`."""
    for field in words.unknown(known):
        raise CheckinError("ticket-field", field=field, fields=", ".join(sorted(known)))


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


def send_letters(
    session: Session, letters: Letters[M], found: Due[M], manner: Manner, as_json: bool
) -> int:
    """Send what is due through the computer's mail server, say so, and return the exit code."""
    without = names(found.without_email)
    if manner.dry_run or not found.to_send:
        said = f"{len(found.to_send)} to send, {len(found.sent)} were sent theirs before."
        shape = {"to_send": names(found.to_send), "sent_before": len(found.sent)}
        say({**shape, "without_email": without}, said + nobody(without), as_json)
        return 0
    server = mail_server(session.app.settings)
    password = ask_password(server, manner.password_file)
    sending = letters.send(server, password, found.to_send, manner.rate)
    _say_sent(sending, without, as_json)
    return FOUND_WANTING if sending.refused or sending.left or sending.stopped else 0


def _say_sent(sending: Sending[M], without: Sequence[str], as_json: bool) -> None:
    refused = [
        {"name": badge.attendee.name, "email": badge.attendee.email, "why": sentence(error)}
        for badge, error in sending.refused
    ]
    stopped = sentence(sending.stopped) if sending.stopped else None
    if as_json:
        left = names(sending.left)
        shape = {"sent": len(sending.sent), "refused": refused, "left": left}
        echo_json({**shape, "without_email": without, "stopped": stopped})
        return
    click.echo(f"{len(sending.sent)} sent, {len(sending.left)} still to send.{nobody(without)}")
    for one in refused:
        click.echo(f"{one['name']}: {one['why']}", err=True)
    if stopped:
        click.echo(f"checkin: {stopped}", err=True)


def say(shape: dict[str, Any], words: str, as_json: bool) -> None:
    """Print what came of it."""
    if as_json:
        echo_json(shape)
    else:
        click.echo(words)


def names(items: Sequence[M]) -> list[str]:
    """Return whose they are."""
    return [one.attendee.name for one in items]


def nobody(names: Sequence[str]) -> str:
    """Return what is said of those who have no e-mail address, nothing where all have."""
    return f" Without an e-mail address: {', '.join(names)}." if names else ""
