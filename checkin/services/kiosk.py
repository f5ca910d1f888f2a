"""A self-service kiosk: who starts and ends it, and whom somebody means who types."""

from dataclasses import replace

from checkin.domain.kiosk import LONGEST_TYPED, KioskPlan, badge_letters, is_meant
from checkin.domain.pins import kept_of
from checkin.domain.roles import Action, Operator
from checkin.domain.text import clean
from checkin.services.permission import require
from checkin.services.signing_in import check, checked_pin, roles_with_pin, step_down
from checkin.store.store import Store

_LEAVING = "kiosk"
_LOOKED_AT = 500


def begin_kiosk(store: Store, operator: Operator, plan: KioskPlan, pin: str = "") -> KioskPlan:
    """Return a plan that the kiosk can be run by, as reception, until `operator` ends it.

    It ends with the PIN of their role; where that has none, with `pin`, set for this kiosk alone:
    `pin-form` where that is none.
    """
    require(store, operator, Action.SCAN)
    own = "" if operator.role in roles_with_pin(store) else kept_of(checked_pin(pin))
    proof = step_down(store, operator).proof
    return replace(plan, name=operator.name, role=operator.role, pin=own, proof=proof)


def end_kiosk(store: Store, plan: KioskPlan, pin: str) -> Operator:
    """Return who goes on working, for the PIN set for the kiosk; raise as `sign_in` does.

    Where their role was given a PIN meanwhile, they are asked for it as soon as it matters.
    """
    check(store, _LEAVING, checked_pin(pin), plan.pin)
    return Operator(plan.name, plan.role)


def call_off_kiosk(store: Store, operator: Operator) -> None:
    """Let a kiosk be ended without its PIN, which is forgotten: for who may set PINs."""
    require(store, operator, Action.SET_PINS)


def badge_meant(store: Store, operator: Operator, text: str, more: str = "") -> str:
    """Return the badge number of the one person whose whole key `text` is, empty for none or two.

    `more` is what only they know, where the text by its form is not enough.
    """
    require(store, operator, Action.SEARCH)
    if len(text) > LONGEST_TYPED:
        return ""
    if (letters := badge_letters(text)) and store.roster.badge_taken(letters):
        return letters
    wanted = clean(text)
    if not wanted:
        return ""
    people = store.roster.by_registration(wanted) + store.roster.search(wanted, limit=_LOOKED_AT)
    meant = {one.id: one for one in people if is_meant(one, wanted, clean(more))}
    return next(iter(meant.values())).badge if len(meant) == 1 else ""
