"""`checkin live`: how it goes at the door now."""

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.shapes import iso
from checkin.services.lists import find_list
from checkin.services.live import live


@click.command(name="live")
@click.option("--list", "list_name", help="The check-in list; today's entrance if unset.")
@json_option
@pass_session
def live_command(session: Session, list_name: str | None, as_json: bool) -> None:
    """Tell how many are in, how fast they come, and which stations are busy."""
    with session.open() as store:
        found = find_list(store, list_name, session.app.now())
        now = live(store, session.operator, found)
        event = store.programme.event()
    counted, pace = now.overview, now.pace
    end = iso(now.all_in_at, event) if now.all_in_at is not None else None
    stations = [
        {
            "station": one.station,
            "here": one.station == now.here,
            "last_five_minutes": one.recent,
            "busy_since": iso(one.busy_since, event) if one.busy_since is not None else None,
            "manages_a_minute": round(one.manages, 1),
        }
        for one in pace.stations
    ]
    if as_json:
        echo_json(
            {
                "list": found.name,
                "registered": counted.registered,
                "present": counted.present,
                "inside": counted.inside,
                "a_minute": round(pace.a_minute, 1),
                "peak": pace.peak,
                "still_expected": now.expected,
                "all_in_at": end,
                "stations": stations,
            }
        )
        return
    click.echo(
        f"{found.name}: {counted.present} in of {counted.registered}, {counted.inside} inside now;"
        f" {pace.a_minute:.0f} a minute, at most {pace.peak}."
    )
    for one in stations:
        where = "here" if one["here"] else f"station {str(one['station'])[:8]}"
        busy = f"busy since {str(one['busy_since'])[11:16]}" if one["busy_since"] else "not busy"
        click.echo(f"{where}: {one['last_five_minutes']} in the last five minutes, {busy}.")
    if end:
        click.echo(f"At this pace the {now.expected} still expected are in by {end[11:16]}.")


COMMANDS = (live_command,)
