"""`checkin sheets` and `checkin emergency`: what is signed on paper, and typed in afterwards."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checkin.cli.context import DAY, Session, echo_json, json_option, pass_session, progress_to
from checkin.cli.printing import drawing
from checkin.cli.shapes import iso
from checkin.domain.event import CheckInList, Event
from checkin.domain.paperrows import EnteredRow, Entering, Mark, Outcome
from checkin.domain.sheetcode import printed_code
from checkin.errors import CheckinError
from checkin.services.emergency import emergency
from checkin.services.lists import find_list
from checkin.services.paperentry import enter_rows, foresee_rows
from checkin.services.paperundoing import take_back_rows
from checkin.services.sheets import BLANK_ROWS, Wish, find_sheet, print_sheet, printed_sheets
from checkin.store.store import Store

if TYPE_CHECKING:
    from checkin.render.signaturesheet import Drawn

FOUND_WANTING = 1


@click.group(invoke_without_command=True)
@click.option("--out", type=click.Path(path_type=Path), help="Write FILE.pdf.")
@click.option("--day", type=DAY, help="The entrance of one day; today if nothing is named.")
@click.option("--list", "list_name", help="One session or other check-in list.")
@click.option("--filled", is_flag=True, help="With the times that are recorded.")
@click.option("--blank-rows", type=int, default=BLANK_ROWS, help="Rows for walk-ins.")
@json_option
@click.pass_context
def sheets(
    context: click.Context,
    out: Path | None,
    day: date | None,
    list_name: str | None,
    filled: bool,
    blank_rows: int,
    as_json: bool,
) -> None:
    """Print a sheet to be signed; without --out, list those printed. Type one in with `enter`."""
    if context.invoked_subcommand is not None:
        return
    session: Session = context.find_object(Session)  # type: ignore[assignment]
    if out is None:
        _say_printed(session, as_json)
        return
    if day and list_name:
        raise click.UsageError("Give --day or --list, not both.")
    with session.open() as store:
        check_in_list = _list_of(session, store, day, list_name)
        wish = Wish(filled, blank_rows)
        drawn, code, rows = _write(store, session, out, check_in_list, wish)
    for text in drawn.cut:
        click.echo(f"checkin: too long for its place, cut short: {text}", err=True)
    for text in drawn.boxed:
        click.echo(f"checkin: no font on this computer has all letters of: {text}", err=True)
    if as_json:
        echo_json({"sheet": code, "list": check_in_list.name, "rows": rows, "pages": drawn.pages})
    else:
        named = f"{check_in_list.name}, {rows} names on {drawn.pages} pages"
        click.echo(f"{out}: sheet {code}, {named}.")


def _list_of(session: Session, store: Store, day: date | None, name: str | None) -> CheckInList:
    event = store.programme.event()
    if day and day not in event.days:
        raise CheckinError("not-an-event-day", day=day, first=event.first_day, last=event.last_day)
    return find_list(store, day.isoformat() if day else name, session.app.now())


def _write(
    store: Store, session: Session, out: Path, check_in_list: CheckInList, wish: Wish
) -> "tuple[Drawn, str, int]":
    """Write the PDF; return what was drawn, the sheet's code and how many names."""
    application = drawing()
    from checkin.domain.signaturesheet import SignatureSheet
    from checkin.render.signaturesheet import write_sheet
    from checkin.render.wholefile import whole_file

    with whole_file(out) as beside:

        def draw(sheet: SignatureSheet) -> "tuple[Drawn, str, int]":
            progress = progress_to("Rows:", len(sheet.rows) + sheet.blank)
            drawn = write_sheet(beside, sheet, progress)
            return drawn, printed_code(sheet.code), len(sheet.rows)

        made = print_sheet(store, session.operator, check_in_list, draw, wish)
    del application
    return made


@sheets.command()
@click.argument("code")
@click.argument("rows", nargs=-1)
@click.option("--no-exits", is_flag=True, help="Write down only when they came.")
@click.option("--force", default="", metavar="WHY", help="Also those whom the door would refuse.")
@click.option("--why", default="", help="Why it is typed in, which a day that is sealed asks for.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@json_option
@pass_session
def enter(session: Session, code: str, rows: tuple[str, ...], as_json: bool, **asked: Any) -> int:
    """Type in the sheet CODE: ROWS such as 1-12, 15 9:05-16:40; - reads them from standard input.

    A time holds for the rows before it. Without one, people came when the session or the day began
    and left when it ended, unless it is known when.
    """
    text = sys.stdin.read() if rows == ("-",) else " ".join(rows)
    how = Entering(exits=not asked["no_exits"], force=asked["force"], why=asked["why"])
    with session.open() as store:
        sheet = find_sheet(store, session.operator, code)
        act = foresee_rows if asked["dry_run"] else enter_rows
        found = act(store, session.operator, sheet, text, how)
        event = store.programme.event()
    if as_json:
        shapes = [_row_shape(row, event) for row in found]
        echo_json({"sheet": printed_code(sheet.code), "dry_run": asked["dry_run"], "rows": shapes})
    else:
        for row in found:
            click.echo(row_line(row, event))
        marks = [mark for row in found for mark in row.marks]
        written = sum(1 for mark in marks if mark.outcome is Outcome.WRITTEN)
        would = "would be written" if asked["dry_run"] else "written"
        click.echo(f"{written} check-ins {would} of {len(found)} rows.")
    return FOUND_WANTING if any(row.refused for row in found) else 0


@sheets.command(name="undo")
@click.argument("code")
@click.argument("rows", nargs=-1)
@click.option("--why", default="", help="Why; asked for after 15 minutes or of another's.")
@json_option
@pass_session
def take_rows_back(
    session: Session, code: str, rows: tuple[str, ...], why: str, as_json: bool
) -> None:
    """Take back what was typed in of ROWS of the sheet CODE, such as 1-12, 15."""
    with session.open() as store:
        sheet = find_sheet(store, session.operator, code)
        undone = take_back_rows(store, session.operator, sheet, " ".join(rows), why)
    if as_json:
        echo_json({"sheet": printed_code(sheet.code), "undone": undone})
    else:
        click.echo(f"{undone} check-ins of sheet {printed_code(sheet.code)} no longer count.")


def row_line(row: EnteredRow, event: Event) -> str:
    """Return a row and what became of it in words."""
    if row.gone:
        return f"{row.number:>4}  {row.name or 'nobody'}: not on the roster any more"
    came = f"in {_mark_words(row.came, event)}" if row.came else "in: not yet"
    left = f", out {_mark_words(row.left, event)}" if row.left else ""
    return f"{row.number:>4}  {row.name}: {came}{left}"


def _mark_words(mark: Mark, event: Event) -> str:
    time = f"{event.local(mark.at):%H:%M}"
    match mark.outcome:
        case Outcome.WRITTEN:
            return time
        case Outcome.THERE:
            return f"{time} already"
    return f"{time} refused ({mark.reason})"


def _row_shape(row: EnteredRow, event: Event) -> dict[str, object]:
    return {
        "row": row.number,
        "name": row.name,
        "organisation": row.organisation,
        "gone": row.gone,
        "in": _mark_shape(row.came, event),
        "out": _mark_shape(row.left, event),
    }


def _mark_shape(mark: Mark | None, event: Event) -> dict[str, object] | None:
    if mark is None:
        return None
    return {
        "at": iso(mark.at, event),
        "outcome": mark.outcome.value,
        "reason": mark.reason.value if mark.reason else None,
        "check_in": mark.check_in,
    }


def _say_printed(session: Session, as_json: bool) -> None:
    with session.open() as store:
        found = printed_sheets(store, session.operator)
        names = {one.id: one.name for one in store.programme.lists()}
        event = store.programme.event()
    shapes = [
        {
            "sheet": printed_code(one.code),
            "list": names.get(one.list, ""),
            "rows": len(one.rows),
            "filled": one.filled,
            "at": iso(one.at, event),
        }
        for one in found
    ]
    if as_json:
        echo_json(shapes)
        return
    for shape in shapes:
        filled = ", filled" if shape["filled"] else ""
        click.echo(f"{shape['sheet']}  {shape['list']}, {shape['rows']} names{filled}")
    click.echo(f"{len(shapes)} sheets were printed.")


@click.command(name="emergency")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Write into DIR.")
@json_option
@pass_session
def emergency_command(session: Session, out: Path, as_json: bool) -> None:
    """Write today's emergency list and its signature sheet, for when there is no electricity."""
    if not out.is_dir():
        raise CheckinError("folder-missing", path=out)
    with session.open() as store:
        made = emergency(store, session.operator)
    application = drawing()
    from checkin.render.emergency import write_emergency

    files = write_emergency(out, made)
    del application
    if as_json:
        people = made.people
        shape = {"list": str(files.people), "sheet": str(files.sheet), "code": made.sheet.code}
        echo_json({**shape, "registered": len(people.rows), "inside": people.inside})
        return
    click.echo(f"{files.people}: {len(made.people.rows)} people, {made.people.inside} in now.")
    click.echo(f"{files.sheet}: sheet {printed_code(made.sheet.code)}.")


COMMANDS = (sheets, emergency_command)
