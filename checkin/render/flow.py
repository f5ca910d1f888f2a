"""Lays blocks below one another on pages, so that none is cut and no heading stands alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

Draw = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class Block:
    """Something so many millimetres high.

    A heading `leads`: it goes on to the next page with what follows. `again` is drawn once more
    above the block where that begins a page, as the head of a table is.
    """

    height: float
    draw: Draw
    leads: bool = False
    again: "Block | None" = None


Page = list[Block]


def paged(blocks: Iterable[Block], room: float) -> list[Page]:
    """Return the blocks of each page; one that is higher than a page has it alone."""
    pages: list[Page] = [[]]
    left = room
    for group in _groups(blocks):
        height = sum(block.height for block in group)
        if height > left and pages[-1]:
            pages.append([])
            left = room
            if first := group[0].again:
                pages[-1].append(first)
                left -= first.height
        pages[-1].extend(group)
        left -= height
    return pages


def _groups(blocks: Iterable[Block]) -> Iterable[list[Block]]:
    """Yield blocks one by one, each with the headings that lead to it."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.leads:
            yield group
            group = []
    if group:
        yield group
