"""`checkin verify`, `rebuild`, `backup`, `restore`: keeps an event safe."""

from pathlib import Path

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.services import safekeeping

FOUND_WANTING = 1


@click.command()
@click.argument("pack", type=click.Path(path_type=Path), required=False)
@json_option
@pass_session
def verify(session: Session, pack: Path | None, as_json: bool) -> int:
    """Check that nobody touched the record, or the evidence PACK, which needs no event."""
    if pack:
        from checkin.cli.packcheck import check

        return check(session, pack, as_json)
    with session.open() as store:
        found = safekeeping.verify(store, session.operator)
    questions = {
        "integrity": found.integrity,
        "chains": found.chains,
        "tables": found.tables,
        "entries": found.entries,
        "stations": found.stations,
        "seals": found.seals,
    }
    answers = {name: "; ".join(faults) or "ok" for name, faults in questions.items()}
    if as_json:
        counts = {"entry_count": found.entry_count, "station_count": found.station_count}
        echo_json(answers | counts)
    else:
        for name, answer in answers.items():
            click.echo(f"{name}: {answer}")
        click.echo(f"Entries: {found.entry_count}, stations: {found.station_count}.")
    return 0 if found.sound else FOUND_WANTING


@click.command()
@pass_session
def rebuild(session: Session) -> None:
    """Fold the whole journal afresh into the tables."""
    with session.open() as store:
        safekeeping.rebuild(store, session.operator)
        click.echo(f"{session.app.event_path(session.named_path)}: tables rebuilt.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@pass_session
def backup(session: Session, file: Path) -> None:
    """Write a whole, checked copy of the event to FILE, also while it is in use."""
    with session.open() as store:
        safekeeping.backup(store, session.operator, file)
    click.echo(f"{file}: {file.stat().st_size // 1024} KB, checked.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@pass_session
def restore(session: Session, file: Path) -> None:
    """Put the backup FILE in the event's place; what was there is kept beside it."""
    path = session.app.event_path(session.named_path)
    app = session.app
    session.sign_in_at(path)
    kept = safekeeping.restore(path, file, session.operator, app.book, app.now)
    app.remember(path)
    click.echo(f"{path}: restored." + (f" What was there is now {kept.name}." if kept else ""))


COMMANDS = (verify, rebuild, backup, restore)
