"""`checkin certificates`: who gets one; issues, writes, withdraws, verifies and sends them."""

from collections.abc import Sequence
from pathlib import Path

import click

from checkin.cli import certificatepost, certificateproof
from checkin.cli.certificateshapes import candidate_line, candidate_shape, trouble_lines
from checkin.cli.certifying import certificates_of
from checkin.cli.context import Session, echo_json, json_option
from checkin.errors import CheckinError
from checkin.services.certificates import Candidates, Issued, Standing, candidates, issue, issued
from checkin.services.registration import find_attendee
from checkin.store.store import Store

FOUND_WANTING = 1
_WHOLE = 1e-9
# Of those whose certificates come out badly.
_FEW = 20


@click.group(invoke_without_command=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Issue, and write one FILE.pdf for all, or into DIR a PDF for each.",
)
@click.option("--share", type=float, help="Of the programme, such as 0.8; the event's if unset.")
@click.option("--only", multiple=True, metavar="ID", help="Only for one person; again for more.")
@json_option
@click.pass_context
def certificates(
    context: click.Context,
    out: Path | None,
    share: float | None,
    only: tuple[str, ...],
    as_json: bool,
) -> int:
    """Show who gets a certificate of attendance, and who is how far below; or issue them.

    Who has one keeps it, unless their hours, days or sessions were changed since: then a new one
    takes its place.
    """
    if context.invoked_subcommand:
        return 0
    session: Session = context.obj
    with session.open() as store:
        operator, threshold = session.operator, _per_cent(share)
        named = [find_attendee(store, one) for one in only]
        people = [one.id for one in named]
        found = candidates(store, operator, threshold)
        if out is None:
            _show(found, people, as_json)
            return 0
        given = issue(store, operator, people, threshold)
        holding = issued(store, operator, people)
        _write(session, store, out, holding)
    _warn(found)
    have = {one.attendee.id for one in holding}
    without = [one.name for one in named if one.id not in have]
    if as_json:
        names = [one.attendee.name for one in given]
        shape = {"out": str(out), "written": len(holding), "issued": names, "without": without}
        echo_json(shape)
    else:
        click.echo(f"{out}: {len(holding)} certificates, {len(given)} of them issued now.")
        if without:
            click.echo(f"checkin: no certificate for {', '.join(without)}.", err=True)
    return FOUND_WANTING if without else 0


def _per_cent(share: float | None) -> int | None:
    if share is None:
        return None
    per_cent = round(share * 100) if 0 < share <= 1 else 0
    if not per_cent or abs(per_cent - share * 100) > _WHOLE:
        raise CheckinError("certificate-share", share=f"{share * 100:g}")
    return per_cent


def _show(found: Candidates, people: Sequence[str], as_json: bool) -> None:
    shown = [one for one in found.people if not people or one.attendee.id in people]
    if as_json:
        rows = [candidate_shape(one) for one in shown]
        echo_json({"threshold": found.threshold, "early": found.early, "people": rows})
        return
    for one in shown:
        click.echo(candidate_line(one))
    due = len(found.who_are(Standing.DUE, Standing.CHANGED))
    click.echo(f"From {found.threshold} % of the programme: {due} to issue with --out.")
    _warn(found)


def _warn(found: Candidates) -> None:
    if found.early:
        click.echo(
            "checkin: the programme is not over; who is in counts as staying until the end of the"
            " session, so certificates may have to be issued anew.",
            err=True,
        )
    if fallen := found.who_are(Standing.FALLEN):
        click.echo(
            f"checkin: {len(fallen)} certificates do not hold any more; see"
            " `checkin certificates check`.",
            err=True,
        )


def _write(session: Session, store: Store, out: Path, holding: Sequence[Issued]) -> None:
    made = certificates_of(session, store)
    for one, trouble in made.troubles(holding)[:_FEW]:
        for words in trouble_lines(one.attendee.name, trouble):
            click.echo(f"checkin: {words}", err=True)
    made.write(out, holding)


certificateproof.add_to(certificates)
certificatepost.add_to(certificates)
COMMANDS = (certificates,)
