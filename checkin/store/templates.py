"""Reads the templates of an event as they were set, whether or not this version can draw them."""

import json
from typing import NamedTuple

import peewee as pw

_TEMPLATES = (
    "SELECT id, name, form FROM template"
    " WHERE name <> '' AND form IS NOT NULL AND removed IS NOT TRUE ORDER BY name, id"
)


class KeptTemplate(NamedTuple):
    """A template as it is kept: `form` is what `templateform` reads, or a later version will."""

    id: str
    name: str
    form: dict[str, object]


def kept_templates(database: pw.SqliteDatabase) -> list[KeptTemplate]:
    """Return the templates that are there, by name."""
    rows = database.connection().execute(_TEMPLATES)
    return [KeptTemplate(one.hex(), name, json.loads(form)) for one, name, form in rows]
