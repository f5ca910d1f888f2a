"""The model of the table: it holds numbers, and fetches who is looked at."""

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer

from checkin.domain.people import Attendee, Status
from checkin.services.browsing import SortBy
from checkin.ui.attendees.rows import MOST_HELD, WINDOW, People, RosterModel


class Somewhere:
    """People by number, who are handed over a moment later, as another thread would."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.prefix = "Person"

    def fetch(self, numbers: Sequence[int], then: Callable[[People], None]) -> None:
        self.asked.append(list(numbers))
        found: People = [Attendee(str(one), f"{self.prefix} {one}") for one in numbers]
        QTimer.singleShot(0, lambda: then(found))


def model_of(count: int) -> tuple[RosterModel, Somewhere]:
    somewhere = Somewhere()
    model = RosterModel(somewhere.fetch)
    model.show_numbers(array("q", range(count)))
    return model, somewhere


def name(model: RosterModel, row: int) -> object:
    return model.index(row, 0).data()


def test_it_is_a_model_as_qt_wants_one(qtmodeltester):
    model, _ = model_of(300)
    qtmodeltester.check(model, force_py=True)


def test_cells_are_empty_and_fill_in(qtbot):
    model, somewhere = model_of(100_000)
    assert name(model, 5) is None
    with qtbot.waitSignal(model.dataChanged) as told:
        pass
    assert name(model, 5) == "Person 5"
    assert (told.args[0].row(), told.args[1].row()) == (0, WINDOW - 1)
    assert somewhere.asked == [list(range(WINDOW))]


def test_what_was_looked_at_at_once_is_asked_for_at_once(qtbot):
    model, somewhere = model_of(100_000)
    for row in range(150, 260):
        name(model, row)
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert [len(numbers) for numbers in somewhere.asked] == [2 * WINDOW]


def test_who_scrolls_far_does_not_wait_for_what_flew_by(qtbot):
    model, somewhere = model_of(100_000)
    for row in range(0, 100_000, WINDOW):
        name(model, row)
    qtbot.waitUntil(lambda: name(model, 99_999) is not None)
    assert sum(map(len, somewhere.asked)) < 10 * WINDOW


def test_no_more_people_are_held_than_are_of_use(qtbot):
    model, _ = model_of(100_000)
    for row in range(0, 40 * WINDOW, WINDOW):
        name(model, row)
        qtbot.waitUntil(lambda row=row: name(model, row) is not None)
    assert len(model._held) <= MOST_HELD


def test_a_new_list_keeps_what_is_known_until_it_is_read_anew(qtbot):
    model, somewhere = model_of(50)
    name(model, 0)
    qtbot.waitUntil(lambda: name(model, 0) == "Person 0")
    somewhere.prefix = "Somebody"
    model.show_numbers(array("q", reversed(range(50))))
    assert name(model, 49) == "Person 0"
    qtbot.waitUntil(lambda: name(model, 49) == "Somebody 0")


def test_an_answer_for_an_old_list_does_not_count_for_the_new_one(qtbot):
    asked: list[Callable[[People], None]] = []
    model = RosterModel(lambda _, then: asked.append(then))
    model.show_numbers(array("q", [7]))
    name(model, 0)
    qtbot.waitUntil(lambda: len(asked) == 1)
    model.show_numbers(array("q", [7]))
    name(model, 0)
    asked[0]([Attendee("7", "Before")])
    qtbot.waitUntil(lambda: len(asked) == 2)
    asked[1]([Attendee("7", "After")])
    assert name(model, 0) == "After"


def test_registered_is_quiet_and_every_other_state_is_a_word(qtbot):
    model = RosterModel(lambda numbers, then: then([Attendee("1", "A"), _blocked()]))
    model.show_numbers(array("q", [1, 2]))
    model.index(0, 4).data()
    qtbot.waitUntil(lambda: model.index(1, 4).data() == "Blocked")
    assert model.index(0, 4).data() == ""


def test_the_column_sorted_by_has_an_arrow():
    model, _ = model_of(1)
    model.show_order(SortBy.BADGE, descending=True)
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(6)]
    assert titles == ["Name", "Organisation", "Kind", "Category", "Status", "Badge ↓"]


def _blocked() -> Attendee:
    return Attendee("2", "B", status=Status.BLOCKED)
