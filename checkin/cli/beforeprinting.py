"""Says of badges about to be printed what would come out badly, a line for each thing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from checkin.domain.stock import Stock
from checkin.render.codesize import LEAST_MODULE, smallest_module
from checkin.render.glyphs import missing_letters

if TYPE_CHECKING:
    from checkin.cli.printing import Batch
    from checkin.render.drawer import Drawer

_FEW = 5


def warn(batch: "Batch", drawer: "Drawer", stock: Stock) -> None:
    """Warn on standard error; badges are printed all the same."""
    for words in _warnings(batch, drawer, stock):
        click.echo(f"checkin: {words}", err=True)


def _warnings(batch: "Batch", drawer: "Drawer", stock: Stock) -> Iterator[str]:
    faces = batch.faces
    for place, scripts in missing_letters([drawer.texts(face) for face in faces]).items():
        name = batch.badges[place].attendee.name
        letters = ", ".join(f"{some} ({script})" for script, some in scripts.items())
        yield f"no font on this computer has {letters} of {name}."
    cut_short = [
        badge.attendee.name
        for badge, face in zip(batch.badges, faces, strict=True)
        if drawer.fit(face).cut_short
    ]
    if cut_short:
        some = ", ".join(name[:40] for name in cut_short[:_FEW])
        more = f" and {len(cut_short) - _FEW} more" if len(cut_short) > _FEW else ""
        yield f"words are cut short on the badges of {some}{more}."
    templates = {one.name: one for one in map(batch.design.of, {face.category for face in faces})}
    for template in templates.values():
        module = smallest_module(template, stock)
        if module is not None and module < LEAST_MODULE:
            yield (
                f"the squares of the codes of {template.name} are {module:.2f} mm on this stock;"
                f" below {LEAST_MODULE} mm many scanners fail: choose a larger stock or template."
            )
