"""`checkin seal` and `checkin evidence`: closes days, and packs what proves the attendance."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from checkin.cli.context import (
    DAY,
    Session,
    echo_json,
    json_option,
    pass_session,
    progress_to,
)
from checkin.cli.shapes import iso
from checkin.domain.seals import Seal
from checkin.services.sealing import AnnexItem, DayToClose, annex, day_to_close, seal_day, seals
from checkin.store.store import Store


@click.command()
@click.argument("day", type=DAY, required=False)
@json_option
@pass_session
def seal(session: Session, day: date | None, as_json: bool) -> None:
    """Close DAY: its seal names the last entry of every station; without DAY, show all seals."""
    with session.open() as store:
        if day:
            told = day_to_close(store, session.operator, day)
            found = [seal_day(store, session.operator, day)]
            if not as_json:
                _say_open(told)
        else:
            found = seals(store, session.operator)
        shapes = [_shape(store, session, one) for one in found]
    if as_json:
        echo_json(shapes)
        return
    for shape in shapes:
        click.echo(
            f"{shape['day']}, seal {shape['number']}: {shape['fingerprint']}"
            f" by {shape['operator']}, {len(shape['annex'])} in the annex."
        )


def _say_open(told: DayToClose) -> None:
    if told.without_exit:
        click.echo(f"Without an exit: {len(told.without_exit)}.")
    if told.in_twice:
        click.echo(f"In twice, each counts once: {', '.join(told.in_twice)}.")


def _shape(store: Store, session: Session, one: Seal) -> dict[str, Any]:
    event = store.programme.event()
    return {
        "day": one.day.isoformat(),
        "number": one.number,
        "fingerprint": one.fingerprint,
        "at": iso(one.at, event),
        "operator": one.operator,
        "heads": {station: [seq, digest] for station, seq, digest in one.heads},
        "annex": [_late(store, item) for item in annex(store, session.operator, one)],
    }


def _late(store: Store, item: AnnexItem) -> dict[str, Any]:
    event = store.programme.event()
    return {
        "what": item.late.value,
        "arrived": iso(item.arrived, event),
        "operator": item.operator,
        "why": item.why,
        "check_in": item.scan.check_in,
        "at": iso(item.scan.at, event),
        "name": item.scan.name,
        "list": item.scan.list,
    }


@click.command(name="evidence")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Write FILE.zip.")
@json_option
@pass_session
def evidence_command(session: Session, out: Path, as_json: bool) -> None:
    """Pack sheets, workbook, scan log, rules and chains, with a manifest that shows changes."""
    from checkin.cli.evidencefiles import write_evidence

    def tell(done: int, total: int) -> bool:
        return progress_to("Evidence:", total)(done)

    with session.open() as store:
        count = write_evidence(out, store, session.operator, tell)
        found = seals(store, session.operator)
    if as_json:
        made = [
            {"day": f"{one.day}", "number": one.number, "fingerprint": one.fingerprint}
            for one in found
        ]
        echo_json({"file": str(out), "files": count, "seals": made})
        return
    click.echo(f"{out}: {count} files; check it anywhere with checkin verify {out.name}")


COMMANDS = (seal, evidence_command)
