"""Every small list of the corpus through the dialog: what must come comes, or nothing changes."""

import pytest

from checkin.services.safekeeping import verify
from tests.oddlists import Case, cases
from tests.telling import told
from tests.ui.attendees.conftest import People
from tests.ui.conftest import OPERATOR


def take_in(people: People, case: Case) -> bool:
    """Bring a list to the page, look at its plan and carry it out; return whether it was taken."""
    dialog = people.import_dialog(case.path)
    for _ in range(2):
        if not dialog.accept_button.isEnabled():
            said = dialog.wrong.text()
            assert dialog.accept_button.text() == "Nothing to import" or said.endswith(".")
            assert said.isprintable()
            while people.page.importing.dialog:
                dialog.reject()
                people.rest()
            return False
        dialog.accept()
        people.rest()
    people.laptop.until(lambda: bool(people.said))
    people.rest()
    return True


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_a_list_comes_to_what_it_must_or_changes_nothing(nobody: People, case: Case) -> None:
    before = told(nobody.laptop.path)
    if not take_in(nobody, case):
        assert case.may_be_refused
        assert told(nobody.laptop.path) == before
        assert nobody.said == []
        return
    assert told(nobody.laptop.path) != before
    with nobody.laptop.app.open_event(nobody.laptop.path) as store:
        [record] = store.imports.records()
        assert case.agrees(record.added, record.rejected)
        assert len(list(store.roster.everyone())) == record.added
        assert verify(store, OPERATOR).sound
