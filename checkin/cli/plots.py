"""`checkin plots`: arrivals, rooms, days and where people are from, as pictures."""

from collections.abc import Sequence
from pathlib import Path

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.printing import drawing
from checkin.domain.plots import Plot
from checkin.errors import CheckinError

_ENDINGS = (".png", ".svg")


@click.command(name="plots")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="A folder, FILE.png or FILE.svg."
)
@click.option("--only", metavar="NAME", help="Only these, such as arrivals or rooms-2026-06-02.")
@json_option
@pass_session
def plots_command(session: Session, out: Path, only: str | None, as_json: bool) -> None:
    """Draw plots: arrivals, rooms, days, kinds, countries. Into a folder each is PNG and SVG."""
    from checkin.services.plots import plots

    _check_place(out)
    with session.open() as store:
        found = _chosen(plots(store, session.operator), only)
    if not out.is_dir() and len(found) != 1:
        raise CheckinError("plot-choose-one", plots=_names(found))
    files = _write(out, found)
    if as_json:
        echo_json([str(file) for file in files])
        return
    for file in files:
        click.echo(f"{file}: written.")


def _check_place(out: Path) -> None:
    if not out.is_dir():
        if not out.suffix:
            raise CheckinError("folder-missing", path=out)
        if out.suffix.lower() not in _ENDINGS:
            raise CheckinError("unknown-plot-type", path=out)
        if not out.parent.is_dir():
            raise CheckinError("folder-missing", path=out.parent)


def _chosen(found: Sequence[Plot], only: str | None) -> list[Plot]:
    chosen = [plot for plot in found if not only or only in (plot.name, plot.kind)]
    if not chosen:
        raise CheckinError("unknown-plot", plot=only, plots=_names(found))
    return chosen


def _names(found: Sequence[Plot]) -> str:
    return ", ".join(plot.name for plot in found)


def _write(out: Path, found: Sequence[Plot]) -> list[Path]:
    application = drawing()
    from checkin.render.plotfiles import write_plot
    from checkin.render.plots import PlotWords

    words = PlotWords()
    files = []
    for plot in found:
        names = [out / f"{plot.name}{ending}" for ending in _ENDINGS] if out.is_dir() else [out]
        for path in names:
            write_plot(path, plot, words)
            files.append(path)
    del application
    return files


COMMANDS = (plots_command,)
