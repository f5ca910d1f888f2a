"""A scan as the field's best-known program shapes it: objects kept as JSON, found by look-ups."""

import json
import sqlite3
import time
from itertools import count
from pathlib import Path
from random import Random

LOOK_UPS, PARSES = 15, 9
_SCHEMA = """
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = FULL;
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX item_code ON item (code);
CREATE TABLE check_in (id INTEGER PRIMARY KEY, code TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX check_in_code ON check_in (code);
CREATE TABLE queue (id INTEGER PRIMARY KEY, body TEXT NOT NULL, sent INTEGER);
"""


class ReferenceShape:
    """15 indexed look-ups, 9 objects parsed, a check-in and a queued call committed one by one."""

    def __init__(self, path: Path, people: int) -> None:
        self._people = people
        self._chance = Random(people)
        self._numbers = count(1)
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(_SCHEMA)
        self._connection.execute("BEGIN")
        self._connection.executemany(
            "INSERT INTO item (code, body) VALUES (?, ?)",
            ((f"code{number}", _body(number)) for number in range(people)),
        )
        self._connection.execute("COMMIT")

    def seconds(self) -> float:
        """Return how long one scan takes."""
        codes = [f"code{self._chance.randrange(self._people)}" for _ in range(LOOK_UPS)]
        start = time.perf_counter()
        connection, number = self._connection, next(self._numbers)
        for at, code in enumerate(codes):
            query = "SELECT body FROM item WHERE code = ?"
            (body,) = connection.execute(query, (code,)).fetchone()
            if at < PARSES:
                json.loads(body)
        said = json.dumps({"code": codes[0], "number": number, "type": "entry", "list": 1})
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO check_in (code, body) VALUES (?, ?)", (codes[0], said))
        connection.execute("COMMIT")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO queue (body, sent) VALUES (?, NULL)", (said,))
        connection.execute("COMMIT")
        return time.perf_counter() - start

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _body(number: int) -> str:
    return json.dumps(
        {
            "id": number,
            "order": f"ORDER{number // 2}",
            "positionid": 1 + number % 2,
            "attendee_name": f"Guest {number}",
            "attendee_name_parts": {"given_name": "Guest", "family_name": str(number)},
            "attendee_email": f"guest{number}@example.org",
            "item": number % 7,
            "variation": None,
            "checkins": [],
            "answers": [{"question": n, "answer": "yes", "options": []} for n in range(4)],
            "secret": f"{number:032}",
        }
    )
