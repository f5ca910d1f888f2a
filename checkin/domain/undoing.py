"""What undoing an import makes of one thing: what still is as the import left it goes back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checkin.domain.things import Fields, overlay


@dataclass(frozen=True, slots=True)
class Story:
    """A thing's fields before an import, as the import left them, and now; `said` by the import."""

    before: Fields
    left: Fields
    now: Fields
    said: frozenset[str]

    @classmethod
    def of(cls, kind: str, bodies: Iterable[tuple[Mapping[str, object], bool]]) -> "Story":
        """Read it from all bodies about the thing in order, and whether each was the import's."""
        before: Fields = {}
        left: Fields = {}
        now: Fields = {}
        said: set[str] = set()
        for body, imported in bodies:
            if imported:
                if not said:
                    before = left = now
                left = overlay(kind, left, body)
                said |= body.keys()
            now = overlay(kind, now, body)
        return cls(before, left, now, frozenset(said - {"removed"}))

    @property
    def is_new(self) -> bool:
        """Tell whether the thing came, or came back, with the import."""
        return is_there(self.left) and not is_there(self.before)

    @property
    def is_untouched(self) -> bool:
        """Tell whether the thing still is just what the import left."""
        return self.now == self.left

    def taken_back(self) -> Fields:
        """Return the body that undoes the import: None clears what was not there before."""
        return {
            field: self.before.get(field)
            for field in sorted(self.said)
            if self.now.get(field) == self.left.get(field) != self.before.get(field)
        }

    @property
    def is_overtaken(self) -> bool:
        """Tell whether somebody gave a field of the import's yet another value since."""
        return any(
            self.now.get(field) not in (self.left.get(field), self.before.get(field))
            for field in self.said
        )


def is_there(fields: Fields) -> bool:
    """Tell whether a thing of these fields has been set and not removed."""
    return "name" in fields and fields.get("removed") is not True
