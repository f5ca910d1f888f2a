"""What the tables of an event file are made of: ids as bytes, and rows folded from entries."""

import peewee as pw


class HexField(pw.Field):
    """Hexadecimal text in Python, half as many bytes in the file."""

    field_type = "BLOB"

    def db_value(self, value: str | None) -> bytes | None:
        return None if value is None else bytes.fromhex(value)

    def python_value(self, value: bytes | None) -> str | None:
        return None if value is None else bytes(value).hex()


class Table(pw.Model):
    """What all tables share."""

    class Meta:
        legacy_table_names = False


class Thing(Table):
    """A row folded from the entries about one subject; `clock` and `entry` are the latest's.

    `removed` is null until somebody removes the thing or brings it back.
    """

    id = HexField(primary_key=True)
    removed = pw.BooleanField(null=True)
    clock = pw.BigIntegerField()
    entry = pw.BigIntegerField()
