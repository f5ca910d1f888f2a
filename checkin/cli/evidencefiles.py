"""Writes the files of an evidence pack: journal, scan log, annexes, programme, rules, workbook."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from checkin.assets import resources
from checkin.cli.evidencesheets import sheet_writers
from checkin.cli.reportfile import write_report_file
from checkin.domain.evidence import JOURNAL, SCANS, Part
from checkin.domain.exportchoice import ExportChoice
from checkin.domain.reportnumbers import ReportNumbers
from checkin.domain.roles import Operator
from checkin.domain.seals import Seal
from checkin.domain.session import Session
from checkin.errors import CheckinError
from checkin.gateways.evidencepack import Writer, write_pack
from checkin.gateways.exportfiles import write_export_workbook
from checkin.gateways.exportwords import EXPORT_WORDS, ExportWords
from checkin.gateways.numbers import NUMBERS_HEADER, numbers_rows
from checkin.gateways.rulestext import rules_text
from checkin.gateways.text import write_csv
from checkin.services.evidence import (
    SCAN_COLUMNS,
    Evidence,
    evidence,
    journal_of,
    manifest_of,
    scans_of,
)
from checkin.services.exporting import export
from checkin.services.report import report
from checkin.services.sealing import annex
from checkin.store.store import Store

Row = TypeVar("Row")
_ROWS_BETWEEN = 500
_PROGRAMME = ("Day", "Starts", "Ends", "Session", "Room", "Kind", "Counted", "Own door", "Topic")
_ANNEX = ("Arrived", "What", "Operator", "Why", "Time", "List", "Direction", "Name", "Check-in")


def write_evidence(
    path: Path, store: Store, operator: Operator, progress: Callable[[int, int], bool]
) -> int:
    """Write an evidence pack and return how many files it has; canceled it leaves none."""
    proved, course = evidence(store, operator), Course(progress)
    writers = pack_writers(store, operator, proved, course)

    def manifest(parts: Sequence[Part]) -> str:
        data = manifest_of(store, operator, proved, parts)
        return json.dumps(data, ensure_ascii=False, indent=1)

    write_pack(path, writers, manifest, course.tell)
    return len(writers)


class Course:
    """Hears how many files are done of how many, and asks within a long one whether to go on."""

    def __init__(self, progress: Callable[[int, int], bool]) -> None:
        self._progress = progress
        self._done = 0, 0

    def tell(self, done: int, total: int) -> bool:
        """Tell how many files are done, and return whether to go on."""
        self._done = done, total
        return self._progress(done, total)

    def along(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows of a file; CheckinError("canceled") between two of them stops it."""
        for number, row in enumerate(rows):
            if number % _ROWS_BETWEEN == 0 and not self._progress(*self._done):
                raise CheckinError("canceled")
            yield row


def pack_writers(
    store: Store, operator: Operator, proved: Evidence, course: Course
) -> list[Writer]:
    """Return the files of a pack by name, each with what writes it to a path."""

    def write_journal(path: Path) -> None:
        _write_lines(path, course.along(journal_of(store, operator, proved)))

    def write_scans(path: Path) -> None:
        write_csv(path, SCAN_COLUMNS, course.along(scans_of(store, operator, proved)))

    event = store.programme.event()
    return [
        (JOURNAL, write_journal),
        (SCANS, write_scans),
        *_annexes(store, operator, proved),
        ("programme.csv", lambda path: _write_programme(path, store.programme.sessions())),
        ("rules.txt", lambda path: _write_lines(path, rules_text(event))),
        ("numbers.csv", lambda path: _write_numbers(path, report(store, operator))),
        ("report.pdf", lambda path: _write_report(path, store, operator)),
        *sheet_writers(store, operator),
        ("attendance.xlsx", lambda path: _write_attendance(path, store, operator)),
    ]


def _write_report(path: Path, store: Store, operator: Operator) -> None:
    write_report_file(path, store, operator)


def _annexes(store: Store, operator: Operator, proved: Evidence) -> Iterable[Writer]:
    """Yield what came after each seal: a day that was sealed again has an annex to each."""
    for seal in proved.seals:
        name = f"annex-{seal.day}-seal-{seal.number}.csv"
        yield name, partial(_write_annex, store, operator, seal)


def _write_annex(store: Store, operator: Operator, seal: Seal, path: Path) -> None:
    event = store.programme.event()
    rows = (
        (
            event.local(item.arrived).replace(tzinfo=None),
            item.late.value,
            item.operator,
            item.why,
            event.local(item.scan.at).replace(tzinfo=None),
            item.scan.list,
            item.scan.direction.value,
            item.scan.name,
            item.scan.check_in,
        )
        for item in annex(store, operator, seal)
    )
    write_csv(path, _ANNEX, rows)


def _write_programme(path: Path, sessions: Iterable[Session]) -> None:
    rows = (
        (
            one.day,
            one.starts,
            one.ends,
            one.name,
            one.room,
            one.kind.value,
            "yes" if one.counted else "no",
            "yes" if one.own_door else "no",
            one.topic,
        )
        for one in sessions
    )
    write_csv(path, _PROGRAMME, rows)


def _write_numbers(path: Path, numbers: ReportNumbers) -> None:
    write_csv(path, NUMBERS_HEADER, numbers_rows(numbers))


def _write_attendance(path: Path, store: Store, operator: Operator) -> None:
    words = ExportWords.load(resources() / EXPORT_WORDS)
    write_export_workbook(path, export(store, operator, ExportChoice()), words)


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
