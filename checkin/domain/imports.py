"""What is remembered of a list that was taken in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import: `at` in Unix milliseconds, `operator` by name, `file` as it was called.

    `added`, `changed` and `rejected` count people or rows.
    """

    id: str
    at: int
    operator: str
    file: str
    added: int
    changed: int
    rejected: int
    undone: bool
