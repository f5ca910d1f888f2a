"""Writes the files of an evidence pack: journal, scan log, annexes, programme, rules, workbook."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from checkin.domain.event import Event
from checkin.domain.evidence import JOURNAL, SCANS, Part
from checkin.domain.roles import Operator
from checkin.domain.session import Session
from checkin.gateways import reports
from checkin.gateways.evidencepack import Writer, write_pack
from checkin.gateways.rulestext import rules_text
from checkin.gateways.text import write_csv
from checkin.gateways.workbook import write_workbook
from checkin.services.attendance import attendance
from checkin.services.evidence import (
    SCAN_COLUMNS,
    Evidence,
    evidence,
    journal_of,
    manifest_of,
    scans_of,
)
from checkin.services.sealing import annex
from checkin.store.store import Store

_PROGRAMME = ("Day", "Starts", "Ends", "Session", "Room", "Kind", "Counted", "Own door", "Topic")
_ANNEX = ("Arrived", "What", "Operator", "Why", "Time", "List", "Direction", "Name", "Check-in")


def write_evidence(
    path: Path, store: Store, operator: Operator, progress: Callable[[int, int], bool]
) -> int:
    """Write an evidence pack and return how many files it has; canceled it leaves none."""
    proved = evidence(store, operator)
    writers = pack_writers(store, operator, proved)

    def manifest(parts: Sequence[Part]) -> str:
        data = manifest_of(store, operator, proved, parts)
        return json.dumps(data, ensure_ascii=False, indent=1)

    write_pack(path, writers, manifest, progress)
    return len(writers)


def pack_writers(store: Store, operator: Operator, proved: Evidence) -> list[Writer]:
    """Return the files of a pack by name, each with what writes it to a path."""
    event = store.programme.event()
    return [
        (JOURNAL, lambda path: _write_lines(path, journal_of(store, operator, proved))),
        (SCANS, lambda path: write_csv(path, SCAN_COLUMNS, scans_of(store, operator, proved))),
        *_annexes(store, operator, proved, event),
        ("programme.csv", lambda path: _write_programme(path, store.programme.sessions())),
        ("rules.txt", lambda path: _write_lines(path, rules_text(event))),
        ("attendance.xlsx", lambda path: _write_attendance(path, store, operator)),
    ]


def _annexes(store: Store, operator: Operator, proved: Evidence, event: Event) -> Iterable[Writer]:
    latest = {seal.day: seal for seal in proved.seals}
    for day, seal in latest.items():
        rows = [
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
        ]
        yield f"annex-{day}.csv", _writing(rows)


def _writing(rows: Sequence[Sequence[object]]) -> Callable[[Path], None]:
    return lambda path: write_csv(path, _ANNEX, rows)  # type: ignore[arg-type]


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


def _write_attendance(path: Path, store: Store, operator: Operator) -> None:
    write_workbook(path, reports.attendance_sheets(attendance(store, operator)))


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
