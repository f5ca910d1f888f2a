"""`checkin verify PACK.zip`: names what was altered in an evidence pack."""

from contextlib import ExitStack
from pathlib import Path

import click

from checkin.cli.context import Session, echo_json
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.sentences import sentence
from checkin.services.evidence import PackReport, check_pack
from checkin.store.store import Store

_FOUND_WANTING = 1


def check(session: Session, path: Path, as_json: bool) -> int:
    """Say what a pack proves and what is wrong with it; return the exit code."""
    from checkin.gateways.evidencepack import csv_rows, open_pack

    with ExitStack() as stack:
        pack = stack.enter_context(open_pack(path))
        store = _event(session, stack)
        report = check_pack(pack, csv_rows, lambda _done, _total: True, store)
    faults = [sentence(CheckinError(one.code, **one.facts)) for one in report.faults]
    if as_json:
        echo_json(_shape(report, faults))
    else:
        for fault in faults:
            click.echo(f"✕ {fault}")
        for seal in report.manifest.seals:
            click.echo(f"{seal.day}, seal {seal.number}: {seal.fingerprint}")
        click.echo(_summary(report))
    return _FOUND_WANTING if faults else 0


def _event(session: Session, stack: ExitStack) -> Store | None:
    """Open the event to compare with, where one is named or remembered; none is needed."""
    try:
        return stack.enter_context(session.open())
    except CheckinError as error:
        if session.event or error.code in {"pin-needed", "not-allowed"}:
            raise
        return None


def _summary(report: PackReport) -> str:
    title, made, operator = (
        clean(text)
        for text in (report.manifest.title, report.manifest.made, report.manifest.operator)
    )
    packed = f"{title}, packed {made} by {operator}"
    whole = "nothing was altered" if not report.faults else f"{len(report.faults)} faults"
    compared = (
        "signed with this event's key"
        if report.known
        else "compare the fingerprints with those on paper: the event itself was not at hand"
    )
    return f"{packed}: {whole}; {compared}."


def _shape(report: PackReport, faults: list[str]) -> dict[str, object]:
    return {
        "event": report.manifest.event,
        "title": report.manifest.title,
        "made": report.manifest.made,
        "files": [part.name for part in report.manifest.parts],
        "seals": [
            {"day": one.day.isoformat(), "number": one.number, "fingerprint": one.fingerprint}
            for one in report.manifest.seals
        ],
        "faults": faults,
        "known": report.known,
    }
