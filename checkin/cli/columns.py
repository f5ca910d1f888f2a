"""Tells what the columns of a list are: as last time for that kind of list, else as guessed."""

from collections.abc import Collection, Mapping
from datetime import date

from checkin.app import App
from checkin.domain.listrows import CUSTOM_FIELD, DAY_FIELD
from checkin.domain.table import Table
from checkin.gateways.columnmemory import ColumnMemory
from checkin.gateways.columns import Columns
from checkin.gateways.planlist import NOTES


class ListColumns:
    """What columns are called, and what they were said to be at this installation."""

    def __init__(self, app: App) -> None:
        self.known = Columns.load(app.resources / "columns.toml")
        self._memory = ColumnMemory(app.folder / "columns.json")

    def recall(self, table: Table, days: Collection[date]) -> dict[int, str] | None:
        """Return what the columns were last said to be, None for a kind of list not known.

        A day of another event than this one, of `days`, is a field of one's own here.
        """
        fields = self._memory.recall(table.header)
        if fields is None:
            return None
        here = {f"{DAY_FIELD}{day.isoformat()}" for day in days}
        return {
            at: f"{CUSTOM_FIELD}{table.header[at]}"
            if field.startswith(DAY_FIELD) and field not in here
            else field
            for at, field in fields.items()
        }

    def expect_back(self, table: Table, columns: Mapping[str, str]) -> None:
        """Remember what headings stand for in the rows of a list that are sent back.

        Its values are the wrong ones, so nothing can be guessed from them.
        """
        header = (*NOTES, *table.header)
        fields = {at: columns[text] for at, text in enumerate(header) if text in columns}
        self._memory.keep(header, fields)

    def keep(self, table: Table, columns: Mapping[int, str]) -> None:
        """Remember what the columns of a list are that was imported, unless guessed anyway."""
        if columns == self.known.guess(table):
            self._memory.forget(table.header)
        else:
            self._memory.keep(table.header, columns)
