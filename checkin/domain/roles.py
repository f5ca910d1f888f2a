"""Who works at the event, and what each role may do."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What somebody is trusted with. Values are stored: never rename one."""

    RECEPTION = "reception"
    ORGANIZER = "organizer"
    COORDINATOR = "coordinator"


class Action(StrEnum):
    """What a service can be asked for."""

    SCAN = "scan"
    SEARCH = "search"
    ADD_ATTENDEE = "add attendee"
    CORRECT = "correct details"
    UNDO_OWN = "undo own check-in"
    ADMIT_ANYWAY = "admit anyway"
    CHANGE_ROSTER = "change roster"
    PRINT_BADGES = "print badges"
    CHANGE_PROGRAMME = "change programme"
    UNDO_ANY = "undo any check-in"
    EXPORT = "export"
    SAFEKEEPING = "safekeeping"
    SET_PINS = "set PINs"


_RECEPTION = frozenset(
    {
        Action.SCAN,
        Action.SEARCH,
        Action.ADD_ATTENDEE,
        Action.CORRECT,
        Action.UNDO_OWN,
        Action.ADMIT_ANYWAY,
        Action.PRINT_BADGES,
    }
)
_ORGANIZER = _RECEPTION | {Action.CHANGE_ROSTER, Action.CHANGE_PROGRAMME}
MAY: dict[Role, frozenset[Action]] = {
    Role.RECEPTION: _RECEPTION,
    Role.ORGANIZER: _ORGANIZER,
    Role.COORDINATOR: frozenset(Action),
}


def trusted_with(action: Action) -> list[Role]:
    """Return the roles that may do `action`."""
    return [role for role in Role if action in MAY[role]]


@dataclass(frozen=True, slots=True)
class Operator:
    """Who is working; every service is told, and every entry names them.

    `proof` is had by signing in, where the event has a PIN for the role.
    """

    name: str
    role: Role = Role.COORDINATOR
    proof: str = field(default="", repr=False, compare=False)

    def may(self, action: Action) -> bool:
        """Tell whether this operator's role is trusted with `action`."""
        return action in MAY[self.role]
