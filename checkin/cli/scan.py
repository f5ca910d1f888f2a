"""`checkin scan` and `checkin undo`: the door."""

import re
import sys
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import cast

import click

from checkin.cli.context import Session, echo_json, json_option, moment, pair, pass_session
from checkin.cli.pictured import pictured
from checkin.cli.shapes import iso, verdict_shape
from checkin.domain.event import Event
from checkin.domain.verdict import Direction, Reason, Verdict, VerdictStatus
from checkin.errors import CheckinError
from checkin.sentences import phrase
from checkin.services.admission import Door
from checkin.services.annulment import undo
from checkin.services.delegations import awaited_of
from checkin.services.lists import find_list
from checkin.services.neighbours import event_of_code
from checkin.store.store import Store

FOUND_WANTING = 1
LONGEST_LINE = 1 << 16
_LINE_END = re.compile(rb"[\r\n]")


@click.command()
@click.argument("codes", nargs=-1)
@click.option(
    "--image", type=click.Path(path_type=Path), multiple=True, help="A picture or a PDF with codes."
)
@click.option(
    "--organisation",
    metavar="NAME",
    default="",
    help="Everybody of it who is expected that day and not in yet.",
)
@click.option("--list", "list_name", help="A list's name, its day, or a unique beginning.")
@click.option("--exit", "leaving", is_flag=True, help="People are leaving.")
@click.option(
    "--at",
    metavar="TIME",
    help="When it happened, for scans kept on paper: 09:15, or 2016-06-02T09:15.",
)
@click.option("--force", metavar="WHY", default="", help="Admit anyway, and why.")
@click.option("--why", metavar="TEXT", default="", help="Why it is typed in only now.")
@click.option("--ack", is_flag=True, help="Their instruction was acknowledged.")
@click.option(
    "--answer", multiple=True, metavar="QUESTION=ANSWER", help="What was asked, and answered."
)
@json_option
@pass_session
def scan(
    session: Session,
    codes: tuple[str, ...],
    image: tuple[Path, ...],
    organisation: str,
    list_name: str | None,
    leaving: bool,
    at: str | None,
    force: str,
    why: str,
    ack: bool,
    answer: tuple[str, ...],
    as_json: bool,
) -> int:
    """Check in CODEs, those in pictures and PDFs, or with - one a line as they come on stdin."""
    if not codes and not image and not organisation:
        raise CheckinError("nothing-to-scan")
    if organisation and leaving:
        raise CheckinError("organisation-leaving")
    answers = dict(map(pair, answer))
    shown = [text for path in image for text in pictured(path)]
    refused = False
    with session.open() as store:
        event = store.programme.event()
        at_ms = None if at is None else moment(at, event, session.app.now())
        found = find_list(store, list_name, session.app.now() if at_ms is None else at_ms)
        if organisation:
            together = awaited_of(store, session.operator, found, organisation)
            codes += tuple(one.badge for one in together)
        door = Door(store, session.operator, found, Direction.EXIT if leaving else Direction.ENTRY)
        try:
            for text in _texts(codes, shown):
                verdict = door.scan(text, at=at_ms, force=force, ack=ack, answers=answers, why=why)
                refused |= verdict.status is not VerdictStatus.OK
                _show(verdict, event, _elsewhere(session, store, verdict), as_json)
                store.rest()
        finally:
            door.close()
    return FOUND_WANTING if refused else 0


def _texts(codes: tuple[str, ...], pictured: list[str]) -> Iterator[str]:
    yield from pictured
    for text in codes:
        if text == "-":
            yield from _lines()
        else:
            yield text


def _lines() -> Iterator[str]:
    """Yield the lines of standard input, each as soon as its LF or CR is there: some scanners
    send no LF. Of a line far too long for a code only the beginning is kept.
    """
    if not sys.stdin:
        return
    source, rest = cast(BufferedReader, sys.stdin.buffer), b""
    while some := source.read1(LONGEST_LINE):
        *whole, rest = _LINE_END.split(rest + some)
        yield from (line.decode("utf-8", "replace") for line in whole if line)
        rest = rest[:LONGEST_LINE]
    if rest:
        yield rest.decode("utf-8", "replace")


def _elsewhere(session: Session, store: Store, verdict: Verdict) -> Event | None:
    """Return the other event whose badge was refused here, where it is known."""
    if verdict.reason is not Reason.INVALID or verdict.counted_only:
        return None
    recent = [Path(one) for one in session.app.settings.recent]
    return event_of_code(store, session.operator, verdict.code, recent)


def _show(verdict: Verdict, event: Event, elsewhere: Event | None, as_json: bool) -> None:
    if as_json:
        shape = verdict_shape(verdict, event)
        echo_json(shape | ({"event": elsewhere.title} if elsewhere else {}), indent=None)
    elif elsewhere:
        click.echo(f"✕ {phrase('badge-elsewhere')} {elsewhere.title}")
    else:
        click.echo(_sentence(verdict, event))


def _sentence(verdict: Verdict, event: Event) -> str:
    who = verdict.attendee
    name = f"{who.name}, {who.organisation}" if who and who.organisation else who and who.name
    if verdict.reason:
        about = f"{name}: " if name else ""
        before = verdict.previous
        if verdict.status is VerdictStatus.INCOMPLETE:
            return f"! {about}{phrase(verdict.reason.value)}{_wanted(verdict)}"
        since = f" (in at {iso(before.at, event)[11:16]}, by {before.operator})" if before else ""
        return f"✕ {about}{phrase(verdict.reason.value)}{since}"
    if who is None:
        return f"! {phrase('genuine-unknown')}"
    word = "goodbye" if verdict.direction is Direction.EXIT else "welcome"
    if verdict.previous and verdict.direction is Direction.ENTRY:
        word = "welcome back"
    forced = " (admitted anyway)" if verdict.forced else ""
    return f"✓ {name}: {word}{forced}"


def _wanted(verdict: Verdict) -> str:
    """Return what is to be acknowledged and asked, a line each."""
    lines = [f"acknowledge (--ack): {verdict.instruction}"] if verdict.instruction else []
    for one in verdict.questions:
        choices = f" ({', '.join(one.choices)})" if one.choices else ""
        optional = ", may be left open" if one.optional else ""
        lines.append(f"ask (--answer){optional}: {one.text}{choices}")
    return "".join(f"\n    {line}" for line in lines)


@click.command(name="undo")
@click.argument("check_in", required=False)
@click.option("--why", metavar="TEXT", default="", help="Why; needed for another's or an old one.")
@json_option
@pass_session
def undo_command(session: Session, check_in: str | None, why: str, as_json: bool) -> None:
    """Annul a check-in, by default your own last one; it stays in the journal."""
    with session.open() as store:
        name, recorded = undo(store, session.operator, check_in, why)
        event = store.programme.event()
        who = store.roster.by_badge(recorded.badge)
    if as_json:
        echo_json({"check_in": name, "attendee": who and who.id, "at": iso(recorded.at, event)})
    else:
        person = who.name if who else "an unknown person"
        click.echo(f"annulled: {person} at {iso(recorded.at, event)[11:16]}")


COMMANDS = (scan, undo_command)
