"""Signs an operator in: with the PIN of their role, where the event has one."""

from checkin.domain.pins import FEWEST_DIGITS, MOST_DIGITS, KeptPin, matches, proof_of, read_pin
from checkin.domain.roles import Operator, Role
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.services.permission import require_signed_in
from checkin.store.store import Store

LONGEST_NAME = 100


def roles_with_pin(store: Store) -> frozenset[Role]:
    """Return the roles that nobody may take up without a PIN; anybody may ask."""
    return frozenset(role for role in Role if store.pins.kept(role))


def sign_in(store: Store, name: str, role: Role, pin: str = "") -> Operator:
    """Return who works here from now on.

    Raises `operator-missing`, `pin-needed`, `pin-form`, `pin-wrong`, and `pin-wait` after five
    wrong tries at this computer.
    """
    known = read_name(name)
    if (kept := store.pins.kept(role)) is None:
        return Operator(known, role)
    if not pin:
        raise CheckinError("pin-needed", role=role.value)
    digits = checked_pin(pin)
    check(store, role.value, digits, kept.pin)
    return _proven(store, known, role, kept)


def is_signed_in(store: Store, operator: Operator) -> bool:
    """Tell whether an operator's role has no PIN, or they signed in with the one it has."""
    try:
        require_signed_in(store, operator)
    except CheckinError as error:
        if error.code != "pin-needed":
            raise
        return False
    return True


def step_down(store: Store, operator: Operator) -> Operator:
    """Return somebody who signed in as reception, whose PIN they need not know for that."""
    require_signed_in(store, operator)
    kept = store.pins.kept(Role.RECEPTION)
    if kept is None:
        return Operator(operator.name, Role.RECEPTION)
    return _proven(store, operator.name, Role.RECEPTION, kept)


def read_name(text: str) -> str:
    """Return an operator's name as it is recorded; CheckinError("operator-missing") for none."""
    if not (name := clean(text)[:LONGEST_NAME]):
        raise CheckinError("operator-missing")
    return name


def checked_pin(text: str) -> str:
    """Return the digits of a PIN; CheckinError("pin-form") for what cannot be one."""
    if not (digits := read_pin(text)):
        raise CheckinError("pin-form", least=FEWEST_DIGITS, most=MOST_DIGITS)
    return digits


def check(store: Store, what: str, secret: str, kept: str) -> None:
    """Raise `pin-wrong` unless a secret is the one kept, `pin-wait` while nobody may try."""
    if wait := store.tries.begin(what, store.now()):
        seconds = -(-wait // 1000)
        raise CheckinError("pin-wait", wait=f"{seconds // 60}:{seconds % 60:02}")
    if not matches(secret, kept):
        raise CheckinError("pin-wrong")
    store.tries.right(what)


def _proven(store: Store, name: str, role: Role, kept: KeptPin) -> Operator:
    return Operator(name, role, proof_of(store.key, role.value, kept.pin))
