"""Hands the window what writes the export."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.app import App
from checkin.errors import CheckinError
from checkin.ui.outside import Exporting

if TYPE_CHECKING:
    from checkin.domain.exportchoice import ExportChoice
    from checkin.services.desk import Desk
    from checkin.ui.longwork import Progress


def exporting_of(app: App) -> Exporting:
    """Return the functions, each reading its modules when it is first needed."""

    def write(
        desk: "Desk", out: Path, choice: "ExportChoice", day: date | None, progress: "Progress"
    ) -> Sequence[Path]:
        from checkin.cli.exporting import write_export

        if app.rehearses is not None:
            raise CheckinError("rehearsal-stays")
        return write_export(app.resources, desk, out, choice, progress, day=day)

    def languages() -> Mapping[str, str]:
        from checkin.gateways.exportwords import EXPORT_WORDS, languages

        return languages(app.resources / EXPORT_WORDS)

    def words(language: str) -> Mapping[str, str]:
        from checkin.cli.exporting import export_words

        return export_words(app.resources, language).words

    return Exporting(write, languages, words)
