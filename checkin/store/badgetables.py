"""The tables of what was last done with each badge, as models that belong to no database."""

import peewee as pw

from checkin.store.tablebase import HexField, Table


class Printing(Table):
    """The latest print of an attendee's badge; `face` tells what it looked like from another."""

    attendee = HexField()
    badge = pw.BigIntegerField()
    face = pw.TextField()
    clock = pw.BigIntegerField()
    entry = pw.BigIntegerField()

    class Meta:
        primary_key = pw.CompositeKey("attendee", "badge")
        without_rowid = True


class Ticket(Table):
    """The latest ticket sent of an attendee's badge, and to which e-mail address."""

    attendee = HexField()
    badge = pw.BigIntegerField()
    address = pw.TextField()
    clock = pw.BigIntegerField()
    entry = pw.BigIntegerField()

    class Meta:
        primary_key = pw.CompositeKey("attendee", "badge")
        without_rowid = True
