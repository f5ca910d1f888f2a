"""Changes the rules by which an event tells attendance."""

from checkin.domain.attendancerules import AttendanceRules, rules_of
from checkin.domain.entry import Kind
from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.store.store import Store


def attendance_rules(store: Store, operator: Operator) -> AttendanceRules:
    """Return the rules as they are."""
    require(store, operator, Action.SEARCH)
    return rules_of(store.programme.event())


def change_attendance_rules(
    store: Store, operator: Operator, changes: AttendanceRules
) -> AttendanceRules:
    """Change what `changes` speak of; CheckinError("nothing-to-change") if all is so already."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    if changes.threshold is not None and not 1 <= changes.threshold <= 100:
        raise CheckinError("threshold-wrong", threshold=changes.threshold)
    event = store.programme.event()
    before = rules_of(event).fields()
    body = {name: value for name, value in changes.fields().items() if value != before[name]}
    if not body:
        raise CheckinError("nothing-to-change")
    with store.write(operator) as pen:
        pen.append(Kind.EVENT_SET, event.id, body)
    return rules_of(store.programme.event())
