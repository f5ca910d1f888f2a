"""Which session the arrow keys lead to from another one."""

from PySide6.QtCore import Qt

from checkin.domain.timetable import Block, Timetable


def neighbour(table: Timetable, identity: str, key: Qt.Key) -> str:
    """Return the id of the session that a key leads to, empty where it leads nowhere.

    Up and Down go by time within a room, Left and Right to the nearest in time in the next room
    that has any, Home and End to the first and last of the day.
    """
    blocks = sorted(table.blocks, key=lambda one: (one.begin, one.column, one.lane))
    here = table.block_of(identity)
    if not blocks:
        return ""
    if key is Qt.Key.Key_Home or (here is None and key in _ARROWS):
        return blocks[0].session.id
    if key is Qt.Key.Key_End:
        return blocks[-1].session.id
    if here is None or key not in _ARROWS:
        return ""
    found = _within(blocks, here, key) if key in _UP_DOWN else _across(blocks, here, key)
    return found.session.id if found else ""


_UP_DOWN = {Qt.Key.Key_Up, Qt.Key.Key_Down}
_ARROWS = _UP_DOWN | {Qt.Key.Key_Left, Qt.Key.Key_Right}


def _within(blocks: list[Block], here: Block, key: Qt.Key) -> Block | None:
    column = [one for one in blocks if one.column == here.column]
    at = column.index(here) + (1 if key is Qt.Key.Key_Down else -1)
    return column[at] if 0 <= at < len(column) else None


def _across(blocks: list[Block], here: Block, key: Qt.Key) -> Block | None:
    """Lanes of one room are beside one another as rooms are."""
    ahead = key is Qt.Key.Key_Right
    place = here.column, here.lane
    beside = [
        one
        for one in blocks
        if ((one.column, one.lane) > place) == ahead
        and (one.column, one.lane) != place
        and (one.column != here.column or (one.begin < here.end and here.begin < one.end))
    ]
    if not beside:
        return None
    column = (min if ahead else max)(one.column for one in beside)
    nearest = (one for one in beside if one.column == column)
    return min(nearest, key=lambda one: (abs(one.begin - here.begin), one.lane))
