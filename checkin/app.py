"""Builds everything once, from a folder and a clock, for the command line and the window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.assets import resources
from checkin.errors import CheckinError
from checkin.settings import Settings
from checkin.store.stations import StationBook

if TYPE_CHECKING:
    from checkin.domain.stockbook import StockBook
    from checkin.domain.template import Template
    from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class App:
    """One installation: its `folder`, and a clock in Unix milliseconds.

    One that rehearses works on copies to practise on, and on nothing else; `rehearses` is the
    folder of the installation whose event that is.
    """

    folder: Path
    now: Callable[[], int]
    rehearses: Path | None = None

    @property
    def book(self) -> StationBook:
        """What this installation remembers of the event files it works on."""
        own = self.folder / "stations"
        if self.rehearses:
            return StationBook(self.rehearses / "stations").rehearsing(own)
        return StationBook(own)

    @property
    def rehearsals(self) -> Path:
        """Where copies to practise on are, while they last."""
        return self.folder / "rehearsal"

    @property
    def resources(self) -> Path:
        """The files that come along with the program."""
        return resources()

    def builtin_templates(self) -> "Mapping[str, Template]":
        """Return the templates of badges that come along with the program, by name."""
        from checkin.gateways.templatefile import builtin_templates

        return builtin_templates(self.resources / "templates")

    @property
    def settings(self) -> Settings:
        """This station's own choices."""
        return Settings.load(self._settings_file)

    def save_settings(self, settings: Settings) -> None:
        """Keep this station's choices; OSError where they cannot be written."""
        settings.save(self._settings_file)

    def stock_book(self) -> "StockBook":
        """Return what this computer knows of stocks. Raises `stock-file-unreadable`."""
        from checkin.gateways.stockmemory import load_book
        from checkin.gateways.stocks import read_stocks

        return load_book(self._stocks_file, read_stocks(self.resources / "stocks.toml"))

    def save_stock_book(self, book: "StockBook") -> None:
        """Keep what this computer knows of stocks. CheckinError where it cannot be written."""
        from checkin.gateways.stockmemory import save_book

        save_book(self._stocks_file, book)

    @property
    def _stocks_file(self) -> Path:
        # A rehearsal knows the stocks of the installation whose event it plays.
        return (self.rehearses or self.folder) / "stocks.json"

    @property
    def _settings_file(self) -> Path:
        return self.folder / "settings.json"

    def event_path(self, named: Path | None) -> Path:
        """Return the event file named, or else the one opened last."""
        if named:
            return named
        if last := self.settings.last_event:
            return Path(last)
        raise CheckinError("no-event-named")

    def open_event(self, named: Path | None) -> "Store":
        """Open an event file; one named only this once stays so, unless none is remembered."""
        # Not at import: the window is there before anything is opened.
        from checkin.store.store import Store

        store = Store.open(self.event_path(named), self.book, self.now)
        if named and not (self.settings.last_event and Path(self.settings.last_event).exists()):
            self.remember(named)
        return store

    def remember(self, path: Path) -> None:
        """Make `path` the event that is opened when none is named; no more than a convenience.

        `new` and `restore` do: to look into another event once must not switch to it unseen.
        """
        settings = replace(self.settings, last_event=str(path.resolve()))
        if settings != self.settings:
            try:
                self.save_settings(settings)
            except OSError:
                return
