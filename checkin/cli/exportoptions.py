"""The options that say which tables, columns and language of the export are wanted."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from checkin.cli.context import Command
from checkin.domain.exportchoice import COLUMNS, ENGLISH, ExportChoice
from checkin.domain.exporttables import TableKind, keys_of
from checkin.errors import CheckinError

_OF_PEOPLE = (TableKind.DAY, TableKind.SESSION, TableKind.MATRIX)


def export_options(command: Command) -> Command:
    """Give a command the options that `choice_of` reads."""
    for option in (
        click.option("--language", default=ENGLISH, help="Of headers and words, such as lv."),
        click.option(
            "--columns",
            multiple=True,
            metavar="[TABLE=]COLUMN,…",
            help="These columns, in this order; without TABLE, of the tables of people.",
        ),
        click.option(
            "--table",
            "tables",
            type=click.Choice([kind.value for kind in TableKind]),
            multiple=True,
            help="This table only; again for another.",
        ),
    ):
        command = option(command)
    return command


def choice_of(
    resources: Path, tables: Sequence[str], columns: Iterable[str], language: str, out: Path | None
) -> ExportChoice:
    """Return what is wanted. Raises CheckinError for a column or language that there is not."""
    from checkin.gateways.exportwords import EXPORT_WORDS, languages

    known = languages(resources / EXPORT_WORDS)
    if language not in known:
        raise CheckinError("no-such-language", language=language, languages=", ".join(known))
    one_table = out is not None and out.suffix.lower() == ".csv"
    if one_table and len(set(tables)) > 1:
        raise CheckinError("one-table-a-file", path=out)
    usual = (TableKind.DAY,) if one_table else tuple(TableKind)
    wanted = tuple(kind for kind in TableKind if kind in tables) or usual
    found: dict[TableKind, tuple[str, ...]] = {}
    for text in columns:
        found |= _columns(text, wanted if tables else _OF_PEOPLE)
    return ExportChoice(wanted, found, language)


def _columns(text: str, otherwise: Sequence[TableKind]) -> dict[TableKind, tuple[str, ...]]:
    table, sign, names = text.rpartition("=")
    if sign and table.strip() not in list(TableKind):
        raise CheckinError("no-such-table", table=table, tables=", ".join(TableKind))
    kinds = [TableKind(table.strip())] if sign else otherwise
    keys = [name for part in names.split(",") if (name := part.strip())]
    known = dict.fromkeys(key for kind in kinds for key in keys_of(COLUMNS[kind]))
    unknown = [key for key in keys or [""] if key not in known]
    if unknown:
        raise CheckinError("no-such-column", column=unknown[0], columns=", ".join(known))
    return {
        kind: some
        for kind in kinds
        if (some := tuple(key for key in keys if key in keys_of(COLUMNS[kind])))
    }
