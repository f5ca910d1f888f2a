"""Whose ticket is due, how fast they go out, and that each is remembered at once."""

import pytest

from checkin.domain.roles import Operator, Role
from checkin.errors import CheckinError
from checkin.services.badges import Badge, badges_to_print
from checkin.services.tickets import Pace, due, send_tickets, tickets
from tests.world import COORDINATOR, World

PEOPLE = ("Ada", "Boriss", "Cilda", "Dace")


class Post:
    """Takes tickets, but those of some people, for which it gives another answer."""

    def __init__(self, **answers: str) -> None:
        self.answers = answers
        self.taken: list[str] = []
        self.seconds = 0.0
        self.sent_at: list[float] = []

    def send(self, badge: Badge) -> None:
        name = badge.attendee.name
        if code := self.answers.get(name):
            raise CheckinError(code, address=badge.attendee.email, why="550", host="localhost")
        self.taken.append(name)
        self.sent_at.append(self.seconds)

    def wait(self, seconds: float) -> None:
        self.seconds += seconds

    def pace(self, a_minute: float = 60) -> Pace:
        return Pace(a_minute, lambda: self.seconds, self.wait)


@pytest.fixture
def badges(world: World) -> list[Badge]:
    for name in PEOPLE:
        world.register(name, email=f"{name.lower()}@example.lv")
    return badges_to_print(world.store, COORDINATOR)


def send(world: World, badges, post: Post, go_on=lambda done, total: True, a_minute=60.0):
    found = due(world.store, COORDINATOR, badges).to_send
    return send_tickets(world.store, COORDINATOR, found, post.send, post.pace(a_minute), go_on)


def test_so_many_go_out_a_minute_and_no_more(world, badges):
    post = Post()
    send(world, badges, post, a_minute=30)
    assert post.sent_at == [0, 2, 4, 6]


def test_after_a_halt_they_do_not_go_out_all_at_once(world, badges):
    post = Post()

    def halts(done: int, _total: int) -> bool:
        post.seconds += 60 if done == 1 else 0
        return True

    send(world, badges, post, halts, a_minute=30)
    assert post.sent_at == [0, 60, 62, 64]


def test_what_is_canceled_goes_on_from_there(world, badges):
    post = Post()
    first = send(world, badges, post, lambda done, _total: done < 2)
    assert [one.attendee.name for one in first.left] == ["Cilda", "Dace"]
    assert send(world, badges, post).left == ()
    assert post.taken == list(PEOPLE)


def test_one_who_is_refused_holds_up_nobody(world, badges):
    post = Post(Boriss="mail-refused", Cilda="bad-mail")
    done = send(world, badges, post)
    assert post.taken == ["Ada", "Dace"]
    assert [(badge.attendee.name, why.code) for badge, why in done.refused] == [
        ("Boriss", "mail-refused"),
        ("Cilda", "bad-mail"),
    ]
    assert done.stopped is None


def test_a_lost_connection_stops_and_says_who_is_left(world, badges):
    post = Post(Cilda="mail-lost")
    done = send(world, badges, post)
    assert done.stopped
    assert done.stopped.code == "mail-lost"
    assert [one.attendee.name for one in done.left] == ["Cilda", "Dace"]
    assert set(tickets(world.store, COORDINATOR)) == {one.attendee.badge for one in done.sent}


def test_reception_sends_nothing(world, badges):
    reception = Operator("Elīna", Role.RECEPTION)
    with pytest.raises(CheckinError, match="not-allowed"):
        send_tickets(world.store, reception, badges, Post().send, Post().pace(), lambda *_: True)
