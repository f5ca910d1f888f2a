"""The tables of an event file, as Peewee models that belong to no database.

A query runs only where the store says on which database, so none can be made elsewhere. Indexes
are the migrations' matter. `entry` is the journal; every other table but `meta` and `station` is a
fold of it.
"""

import peewee as pw

from checkin.store.badgetables import Printing, Ticket
from checkin.store.prooftables import Certificate, Meeting, Seal, Session, Sheet
from checkin.store.tablebase import HexField, Table, Thing


class Meta(Table):
    """What makes the file this event's: its `event` id and its `key`."""

    name = pw.TextField(primary_key=True)
    value = pw.BlobField()


class Station(Table):
    """The stations this file has heard of; `number` is this file's own short name for one."""

    number = pw.AutoField()
    station = HexField(unique=True)


class Entry(Table):
    """The journal. `id` is the station's number << 40 | seq; `body_digest` only once erased."""

    id = pw.IntegerField(primary_key=True)
    kind = pw.TextField()
    subject = HexField()
    clock = pw.BigIntegerField()
    actor = HexField()
    body = pw.TextField()
    body_digest = HexField(null=True)
    digest = HexField()


class Event(Thing):
    """The event; `shown_fields` is a JSON list, `template` an id or the name of a built-in one."""

    title = pw.TextField(null=True)
    first_day = pw.TextField(null=True)
    last_day = pw.TextField(null=True)
    timezone = pw.TextField(null=True)
    venue = pw.TextField(null=True)
    day_boundary = pw.TextField(null=True)
    forget_day = pw.TextField(null=True)
    shown_fields = pw.TextField(null=True)
    template = pw.TextField(null=True)
    threshold = pw.IntegerField(null=True)
    midday = pw.TextField(null=True)
    one_room = pw.BooleanField(null=True)
    exits = pw.TextField(null=True)


class CheckList(Thing):
    """A check-in list; `categories` is a JSON list."""

    name = pw.TextField(null=True)
    day = pw.TextField(null=True)
    entrance = pw.BooleanField(null=True)
    several_entries = pw.BooleanField(null=True)
    entry_after_exit = pw.BooleanField(null=True)
    categories = pw.TextField(null=True)
    opens = pw.TextField(null=True)
    closes = pw.TextField(null=True)
    capacity = pw.IntegerField(null=True)


class Organisation(Thing):
    name = pw.TextField(null=True)
    kind = pw.TextField(null=True)
    country = pw.TextField(null=True)
    sort_name = pw.TextField(null=True)


class Operator(Thing):
    name = pw.TextField(null=True)
    role = pw.TextField(null=True)


class Organizer(Thing):
    """Who holds the event; `picture` is the id of their logo."""

    name = pw.TextField(null=True)
    picture = HexField(null=True)
    position = pw.IntegerField(null=True)


class RolePin(Thing):
    """What is kept of a role's PIN and of the code that recovers it, `id` being the role's."""

    pin = pw.TextField(null=True)
    recovery = pw.TextField(null=True)


class Question(Thing):
    """What is asked at check-in; `choices` and `lists` are JSON lists."""

    text = pw.TextField(null=True)
    kind = pw.TextField(null=True)
    choices = pw.TextField(null=True)
    lists = pw.TextField(null=True)
    optional = pw.BooleanField(null=True)
    position = pw.IntegerField(null=True)


class Template(Thing):
    """What badges look like; `form` is a JSON object."""

    name = pw.TextField(null=True)
    form = pw.TextField(null=True)


class Attendee(Thing):
    """A person. `number` is this file's own key, for the search index; `id` names the person.

    `extra` is a JSON object of the fields that have no column: custom.*, day.*, apart.*, booking.*.
    `sort_name` follows from the names, as lists are sorted. `same_as` was said; `person` follows
    from it: whose record this is, null where it is the person's own.
    """

    number = pw.AutoField()
    id = HexField(unique=True)
    name = pw.TextField(null=True)
    given_name = pw.TextField(null=True)
    family_name = pw.TextField(null=True)
    email = pw.TextField(null=True)
    organisation = HexField(null=True)
    organisation_kind = pw.TextField(null=True)
    country = pw.TextField(null=True)
    job_title = pw.TextField(null=True)
    category = pw.TextField(null=True)
    status = pw.TextField(null=True)
    notes = pw.TextField(null=True)
    instruction = pw.TextField(null=True)
    registration = pw.TextField(null=True)
    ticket_code = pw.TextField(null=True)
    imported = pw.TextField(null=True)
    contacts = pw.BooleanField(null=True)
    offers = pw.TextField(null=True)
    seeks = pw.TextField(null=True)
    same_as = HexField(null=True)
    person = HexField(null=True)
    extra = pw.TextField(null=True)
    erased = pw.BooleanField(default=False)
    sort_name = pw.TextField(null=True)


class Badge(Table):
    """A badge by its number as an integer; `attendee` is null until it was issued."""

    number = pw.BigIntegerField(primary_key=True)
    attendee = HexField(null=True)
    issue = pw.IntegerField(null=True)
    revoked = pw.BooleanField(default=False)
    clock = pw.BigIntegerField(null=True)
    entry = pw.BigIntegerField(null=True)


class CheckIn(Table):
    """Every scan, by its entry's id. `at` is Unix ms; `reason` null when it was accepted."""

    id = pw.IntegerField(primary_key=True)
    list = HexField()
    badge = pw.BigIntegerField(null=True)
    exit = pw.BooleanField()
    at = pw.BigIntegerField()
    clock = pw.BigIntegerField()
    reason = pw.TextField(null=True)
    forced = pw.TextField(null=True)
    paper = pw.BooleanField()


class Annulment(Table):
    """The check-ins that no longer count, whether or not they have arrived.

    `clock` and `entry` are of the first word of it.
    """

    check_in = pw.IntegerField(primary_key=True)
    clock = pw.BigIntegerField(null=True)
    entry = pw.BigIntegerField(null=True)


class Standing(Table):
    """What the accepted check-ins of one person on one list come to; `attendee` is their id.

    `latest` is the id of the last one in order of (at, clock), `at` and `clock` are its own.
    """

    list = HexField()
    attendee = HexField()
    entries = pw.IntegerField()
    inside = pw.BooleanField()
    at = pw.BigIntegerField()
    clock = pw.BigIntegerField()
    latest = pw.IntegerField()

    class Meta:
        primary_key = pw.CompositeKey("list", "attendee")
        without_rowid = True


class ListImport(Table):
    """A list that was taken in: its entries are the `entries` ones of its station before `entry`.

    `entry` and all that the import said are null for one only heard of by its undoing.
    """

    id = HexField(primary_key=True)
    clock = pw.BigIntegerField(null=True)
    entry = pw.BigIntegerField(null=True)
    file = pw.TextField(null=True)
    entries = pw.IntegerField(null=True)
    added = pw.IntegerField(null=True)
    changed = pw.IntegerField(null=True)
    rejected = pw.IntegerField(null=True)
    undone = pw.BooleanField(default=False)


class Picture(Table):
    """A picture by its id: the first that was added under it."""

    id = HexField(primary_key=True)
    media = pw.TextField()
    data = pw.BlobField()
    clock = pw.BigIntegerField()
    entry = pw.BigIntegerField()


class Photo(Table):
    """The photo of one record of a person, by its id; `data` is null once it was taken away."""

    id = HexField(primary_key=True)
    data = pw.BlobField(null=True)
    clock = pw.BigIntegerField()
    entry = pw.BigIntegerField()


THINGS = (
    *(Event, CheckList, Organisation, Operator, Organizer, RolePin, Question, Template),
    *(Session, Seal, Sheet, Certificate, Meeting),
    Attendee,
)
FOLDS = (
    *(*THINGS, Badge, CheckIn, Annulment, Standing, Picture, Photo, Printing, Ticket),
    ListImport,
)
ALL = (Meta, Station, Entry, *FOLDS)
