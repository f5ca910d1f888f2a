"""Reads the templates of an event as they were set, whether or not this version can draw them."""

import json
from typing import NamedTuple

import peewee as pw

from checkin.store.lookups import row_of

_TEMPLATES = (
    "SELECT id, name, form FROM template"
    " WHERE name <> '' AND form IS NOT NULL AND removed IS NOT TRUE ORDER BY name, id"
)
# As the encoder of tables writes a picture that is the attendee's photo.
_PHOTO_SHOWN = (
    """SELECT 1 FROM template WHERE removed IS NOT TRUE AND form LIKE '%"photo":true%' LIMIT 1"""
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


def any_shows_photo(database: pw.SqliteDatabase) -> bool:
    """Tell whether badges may be printed that show the wearer's photo."""
    return row_of(database, _PHOTO_SHOWN) is not None
