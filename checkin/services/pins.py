"""Sets and clears the PINs of roles, and recovers the coordinator's with the printed code."""

from checkin.domain.entry import Kind
from checkin.domain.identity import role_id
from checkin.domain.pins import kept_of, new_recovery_code, read_recovery_code
from checkin.domain.roles import Action, Operator, Role
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.services.signing_in import check, checked_pin, read_name, roles_with_pin, sign_in
from checkin.store.store import Store

_RECOVERY = "recovery"


def set_pin(store: Store, operator: Operator, role: Role, pin: str) -> str:
    """Give a role a PIN in place of the one it may have.

    Return the recovery code that comes with a coordinator's: it is shown this once and the one
    before holds no more; empty for other roles. `operator` has to sign in anew where it is theirs.
    """
    require(store, operator, Action.SET_PINS)
    digits = checked_pin(pin)
    if role is not Role.COORDINATOR and Role.COORDINATOR not in roles_with_pin(store):
        raise CheckinError("coordinator-pin-first")
    return _write(store, operator, role, digits)


def clear_pin(store: Store, operator: Operator, role: Role) -> None:
    """Let a role be chosen freely again; the coordinator's goes last."""
    require(store, operator, Action.SET_PINS)
    having = roles_with_pin(store)
    if role not in having:
        raise CheckinError("pin-not-set", role=role.value)
    if role is Role.COORDINATOR and len(having) > 1:
        raise CheckinError("coordinator-pin-last")
    with store.write(operator) as pen:
        body = {"pin": None, "recovery": None}
        pen.append(Kind.PIN_SET, role_id(store.key, role.value), body)


def recover(store: Store, name: str, code: str, pin: str) -> tuple[Operator, str]:
    """Set the coordinator's PIN anew with the printed code; sign in, and return the next code.

    Raises `pin-form`, `recovery-form`, and `pin-wrong` and `pin-wait` as signing in does.
    """
    digits = checked_pin(pin)
    kept = store.pins.kept(Role.COORDINATOR)
    if kept is None or not kept.recovery:
        raise CheckinError("pin-not-set", role=Role.COORDINATOR.value)
    if not (letters := read_recovery_code(code)):
        raise CheckinError("recovery-form")
    operator = Operator(read_name(name), Role.COORDINATOR)
    check(store, _RECOVERY, letters, kept.recovery)
    following = _write(store, operator, Role.COORDINATOR, digits)
    return sign_in(store, name, Role.COORDINATOR, digits), following


def _write(store: Store, operator: Operator, role: Role, digits: str) -> str:
    code = new_recovery_code() if role is Role.COORDINATOR else ""
    body = {"pin": kept_of(digits)}
    if code:
        body["recovery"] = kept_of(read_recovery_code(code))
    with store.write(operator) as pen:
        pen.append(Kind.PIN_SET, role_id(store.key, role.value), body)
    # Nobody waits for those who guessed the PIN before this one.
    store.tries.right(role.value)
    return code
