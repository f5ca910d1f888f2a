"""Writes the export as the kind of file its name asks for, in the words of a language."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.cli.output import Told
from checkin.domain.event import CheckInList
from checkin.domain.exportchoice import ENDINGS, ExportChoice
from checkin.errors import CheckinError
from checkin.services.desk import Desk

if TYPE_CHECKING:
    from checkin.domain.exporttables import Export
    from checkin.gateways.exportwords import ExportWords


def is_folder(out: Path) -> bool:
    """Tell whether a place to write to is a folder, for a file of each table."""
    return out.suffix.lower() not in ENDINGS and out.is_dir()


def check_export_place(out: Path) -> None:
    """Raise CheckinError for a place that nothing can be written to, before anything is done."""
    if is_folder(out):
        return
    if not out.parent.is_dir():
        raise CheckinError("folder-missing", path=out.parent)
    if out.suffix.lower() not in ENDINGS:
        raise CheckinError("unknown-export-type", path=out)


def write_export(
    resources: Path,
    desk: Desk,
    out: Path,
    choice: ExportChoice,
    progress: Callable[[int, int], bool],
    *,
    day: date | None = None,
    check_in_list: CheckInList | None = None,
) -> list[Path]:
    """Write a workbook, CSV, JSON, or a folder of CSV files; return the files.

    A CSV file holds the first table that is wanted. CheckinError("canceled") where `progress` says
    so leaves nothing.
    """
    from checkin.services.exporting import export

    check_export_place(out)
    ending = "" if is_folder(out) else out.suffix.lower()
    if ending == ".csv":
        choice = replace(choice, tables=choice.tables[:1])
    found = export(desk.store, desk.operator, choice, day=day, check_in_list=check_in_list)
    told = Told(progress, found.count)
    tables = tuple(replace(one, rows=told.rows(one.rows)) for one in found.tables)
    found = replace(found, tables=tables)
    written = _write(out, ending, found, export_words(resources, choice.language))
    progress(found.count, found.count)
    return written


def export_words(resources: Path, language: str) -> "ExportWords":
    """Return the words of a language, English ones for one that there is not."""
    from checkin.gateways.exportwords import EXPORT_WORDS, ExportWords

    return ExportWords.load(resources / EXPORT_WORDS, language)


def _write(out: Path, ending: str, found: "Export", words: "ExportWords") -> list[Path]:
    from checkin.gateways import exportfiles

    match ending:
        case ".xlsx":
            exportfiles.write_export_workbook(out, found, words)
        case ".csv":
            exportfiles.write_export_csv(out, found.tables, words)
        case ".json":
            exportfiles.write_export_json(out, found)
        case _:
            return exportfiles.write_export_folder(out, found, words)
    return [out]
