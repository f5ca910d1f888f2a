"""The tables of programme and proof, as models that belong to no database."""

import peewee as pw

from checkin.store.tablebase import HexField, Thing


class Session(Thing):
    """What makes a session of the check-in list with the same id; times are the event's."""

    starts = pw.TextField(null=True)
    ends = pw.TextField(null=True)
    room = pw.TextField(null=True)
    kind = pw.TextField(null=True)
    counted = pw.BooleanField(null=True)
    own_door = pw.BooleanField(null=True)
    topic = pw.TextField(null=True)


class Seal(Thing):
    """The seal of a closed day; `heads` is a JSON object: by station, its last seq and digest."""

    day = pw.TextField(null=True)
    heads = pw.TextField(null=True)


class Sheet(Thing):
    """A printed sheet to sign; `rows` is a JSON list of attendees' ids, row 1 first."""

    list = HexField(null=True)
    rows = pw.TextField(null=True)
    filled = pw.BooleanField(null=True)


class Certificate(Thing):
    """An issued certificate; lengths in milliseconds, `days` and `sessions` JSON lists."""

    attendee = HexField(null=True)
    number = pw.TextField(null=True)
    issue = pw.IntegerField(null=True)
    hours = pw.BigIntegerField(null=True)
    programme = pw.BigIntegerField(null=True)
    days = pw.TextField(null=True)
    sessions = pw.TextField(null=True)
    withdrawn = pw.TextField(null=True)


class Meeting(Thing):
    """Two attendees who met; `at` is Unix milliseconds."""

    one = HexField(null=True)
    other = HexField(null=True)
    at = pw.BigIntegerField(null=True)
