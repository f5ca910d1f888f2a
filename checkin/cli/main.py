"""Puts the commands together and turns whatever goes wrong into one sentence and an exit code."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import click

from checkin.app import App
from checkin.cli.context import Session, installation_folder, wall_clock
from checkin.cli.faults import keep_fault
from checkin.cli.lazy import LazyGroup
from checkin.cli.window import has_display, open_window
from checkin.domain.roles import Role
from checkin.errors import CheckinError
from checkin.sentences import sentence

DONE, FOUND_WANTING, WRONG_USE = 0, 1, 2
_INTERRUPTED = 130


# Which module of this package holds each command.
MODULES = {
    **dict.fromkeys(("attendees", "add", "edit", "cancel", "block"), "roster"),
    **dict.fromkeys(("verify", "rebuild", "backup", "restore"), "safekeeping"),
    **dict.fromkeys(("badges", "badge"), "badges"),
    **dict.fromkeys(("scan", "undo"), "scan"),
    **dict.fromkeys(("sheets", "emergency"), "sheets"),
    **dict.fromkeys(("duplicates", "merge", "keep-apart"), "duplicates"),
    "attendance": "attendance",
    "contacts": "contacts",
    "correct": "correct",
    "certificates": "certificates",
    "demo": "demo",
    "doctor": "doctor",
    **dict.fromkeys(("seal", "evidence"), "evidence"),
    "exchange": "exchange",
    "import": "importing",
    "kiosk": "kiosk",
    "lists": "lists",
    "live": "live",
    "mail": "mailserver",
    "new": "events",
    "photos": "photos",
    "pin": "pins",
    "plots": "plots",
    "questions": "questions",
    "shown": "questions",
    "rehearse": "rehearse",
    "report": "report",
    "rules": "rules",
    "sessions": "sessions",
    "stocks": "stocks",
    "templates": "templates",
    "tickets": "tickets",
    "tour": "tour",
}


@click.group(
    cls=LazyGroup,
    modules=MODULES,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--event", envvar="CHECKIN_EVENT", metavar="FILE", help="The event file.")
@click.option("--operator", envvar="CHECKIN_OPERATOR", help="Who is working; your login if unset.")
@click.option(
    "--role",
    envvar="CHECKIN_ROLE",
    type=click.Choice([role.value for role in Role]),
    help="What you are trusted with; coordinator if unset.",
)
@click.option(
    "--pin-file",
    type=click.Path(path_type=Path),
    help="Holds the PIN of that role; else CHECKIN_PIN does, or you are asked.",
)
@click.version_option(package_name="checkin", message="%(version)s")
@click.pass_context
def cli(
    context: click.Context,
    event: str | None,
    operator: str | None,
    role: str | None,
    pin_file: Path | None,
) -> None:
    """Check attendees in at multi-day seminars; without a command, in a window."""
    app = App(installation_folder(), context.obj)
    context.obj = Session(app, event, operator, Role(role) if role else None, pin_file)
    if context.invoked_subcommand is None:
        if has_display():
            open_window(context.obj)
        else:
            click.echo(context.get_help())


def run(arguments: Sequence[str], now: Callable[[], int] = wall_clock) -> int:
    """Run one command and return its exit code; `now` gives Unix milliseconds."""
    try:
        result = cli.main(list(arguments), prog_name="checkin", standalone_mode=False, obj=now)
    except CheckinError as error:
        return _fail(sentence(error))
    except click.UsageError as error:
        return _fail(f"{error.format_message()} See: checkin --help")
    except click.ClickException as error:
        return _fail(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND_WANTING
    except OSError as error:
        return _fail(sentence(_unwritten(error)))
    except Exception as error:
        return _fail(sentence(_fault_of_ours(error)))
    return result if isinstance(result, int) else DONE


def _unwritten(error: OSError) -> CheckinError:
    """Say what the system refused; with no file named, it was standard output."""
    why = error.strerror or str(error)
    if error.filename:
        return CheckinError("file-fault", path=error.filename, why=why)
    return CheckinError("answer-unwritten", why=why)


def _fault_of_ours(error: Exception) -> CheckinError:
    path = keep_fault(installation_folder(), error)
    return CheckinError("unexpected", what=type(error).__name__, path=path)


def _fail(message: str) -> int:
    with suppress(OSError):
        click.echo(f"checkin: {message}", err=True)
    return WRONG_USE
