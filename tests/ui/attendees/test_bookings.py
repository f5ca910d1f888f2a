"""Sessions that somebody booked: ticked in their form, told beside the table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from checkin.domain.session import SessionKind
from checkin.ui.attendees.form import PersonForm
from tests.ui.attendees.conftest import CTRL, PAGE, People
from tests.ui.conftest import Laptop
from tests.ui.programme.conftest import plan


def test_a_session_is_ticked_told_and_taken_back(laptop: Laptop) -> None:
    laptop.make_event()
    plan(laptop, "Opening", "09:30-10:30", kind=SessionKind.PLENARY)
    lasers = plan(laptop, "Lasers", "11:00-12:00")
    (ada,) = laptop.register("Ada Ozola")
    laptop.open(PAGE)
    people = People(laptop)

    def told() -> list[str]:
        return [one.text() for one in people.page.card.findChildren(QLabel)]

    def tick(form: PersonForm) -> None:
        (box,) = form.bookings.boxes.values()
        assert box.text() == "Lasers  ·  Tue 2 Jun, 11:00"
        box.setChecked(True)
        form.accept()

    people.choose("Ada Ozola")
    people.in_dialog(lambda: people.key(Qt.Key.Key_F2), tick)
    laptop.until(lambda: people.said[:1] == ["Ada Ozola is changed."])
    assert people.known(ada.id).bookings == (lasers.id,)
    laptop.until(lambda: "Lasers" in told())
    people.key(Qt.Key.Key_Z, CTRL)
    laptop.until(lambda: people.said[:1] == ["Ada Ozola is again as before."])
    assert people.known(ada.id).bookings == ()
    laptop.until(lambda: "Lasers" not in told())
