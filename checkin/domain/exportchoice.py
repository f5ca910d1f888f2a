"""What of the export is wanted, and how: which tables, which columns, in whose language."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from checkin.domain.exportpeople import DAY, MATRIX, SESSION
from checkin.domain.exportsums import ORGANISATIONS, SUMMARY
from checkin.domain.exporttables import Column, TableKind
from checkin.domain.scanlog import CORRECTIONS, SCANS

COLUMNS: Mapping[TableKind, tuple[Column[Any], ...]] = {
    TableKind.SUMMARY: SUMMARY,
    TableKind.DAY: DAY,
    TableKind.SESSION: SESSION,
    TableKind.MATRIX: MATRIX,
    TableKind.ORGANISATIONS: ORGANISATIONS,
    TableKind.SCANS: SCANS,
    TableKind.CORRECTIONS: CORRECTIONS,
}
ENGLISH = "en"
ENDINGS = (".xlsx", ".csv", ".json")


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """`columns` are keys by table, in order, the usual ones where a table has none.

    `language` is a code such as `lv`, `ending` that of the file the window proposes.
    """

    tables: tuple[TableKind, ...] = tuple(TableKind)
    columns: Mapping[TableKind, tuple[str, ...]] = field(default_factory=dict)
    language: str = ENGLISH
    ending: str = ENDINGS[0]


def write_choice(choice: ExportChoice) -> str:
    """Return a choice as settings keep it."""
    return json.dumps(
        {
            "tables": choice.tables,
            "columns": choice.columns,
            "language": choice.language,
            "ending": choice.ending,
        },
        ensure_ascii=False,
    )


def read_choice(text: str) -> ExportChoice:
    """Return a choice that was kept; what is damaged, or not known here, is as usual."""
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        return ExportChoice()
    usual = ExportChoice()
    tables, columns = _texts(found.get("tables")), found.get("columns")
    known = columns if isinstance(columns, dict) else {}
    language, ending = found.get("language"), found.get("ending")
    return ExportChoice(
        tables=tuple(kind for kind in TableKind if kind in tables) or usual.tables,
        columns={kind: _texts(known[kind]) for kind in TableKind if _texts(known.get(kind))},
        language=language if isinstance(language, str) else usual.language,
        ending=ending if ending in ENDINGS else usual.ending,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
