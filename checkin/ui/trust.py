"""Asks whether who works here is trusted with something before any work is put into it."""

from checkin.domain.roles import Action
from checkin.errors import CheckinError
from checkin.services.permission import permit
from checkin.ui.bench import Bench


def may(bench: Bench, wanted: Action) -> bool:
    """Tell whether they are, and say so where they are not; the services ask all the same."""
    try:
        permit(bench.operator, wanted)
    except CheckinError as error:
        bench.notices.fail(error)
        return False
    return True
