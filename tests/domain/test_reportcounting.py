"""The numbers for the report as the guide tells them: each by an example, and all by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.event import CheckInList, Event
from checkin.domain.people import Attendee, Status
from checkin.domain.reckoning import Scan, reckon
from checkin.domain.reportcounting import report_numbers
from checkin.domain.reportnumbers import Figures, Origin, ReportNumbers
from checkin.domain.schedule import Schedule
from checkin.domain.session import Session
from checkin.domain.text import fold
from checkin.domain.times import to_ms

DAY_ONE, DAY_TWO = date(2026, 6, 2), date(2026, 6, 3)
DAYS = (DAY_ONE, DAY_TWO)
EVENT = Event("e" * 32, "Clusters", DAY_ONE, DAY_TWO, "Europe/Riga")
DOORS = (
    CheckInList("d1", "Entrance", DAY_ONE, entrance=True),
    CheckInList("d2", "Entrance 2", DAY_TWO, entrance=True),
)
LASERS = Session(CheckInList("lasers", "Lasers", DAY_TWO), time(9), time(11), own_door=True)
AFTER = 2**62


def at(day: date, clock: str) -> int:
    return to_ms(datetime.combine(day, time.fromisoformat(clock), ZoneInfo("Europe/Riga")))


def scans(*lists: str) -> list[Scan]:
    """Return an entry at nine on each of some lists."""
    days = {"d1": DAY_ONE, "d2": DAY_TWO, "lasers": DAY_TWO}
    return [(at(days[one], "09:00"), one, False) for one in lists]


def numbers(
    came: Sequence[tuple[Attendee, Sequence[str]]],
    *,
    organizers: Sequence[str] = (),
    walk_ins: Sequence[str] = (),
    now: int = AFTER,
) -> ReportNumbers:
    """Return the numbers of people who came to some lists each."""
    schedule = Schedule.of(EVENT, [*DOORS, LASERS.list], [LASERS])
    given_scans = {who.id: scans(*lists) for who, lists in came}
    records = list(reckon(schedule, [who for who, _ in came], given_scans))
    return report_numbers(
        EVENT, [LASERS], records, organizers=organizers, walk_ins=walk_ins, now=now
    )


def ada(**facts: object) -> Attendee:
    return replace(Attendee("ada", "Ada"), **facts)  # type: ignore[arg-type]


def bob(**facts: object) -> Attendee:
    return replace(Attendee("bob", "Bob"), **facts)  # type: ignore[arg-type]


def test_who_came_on_two_days_is_one_person_of_one_organisation() -> None:
    found = numbers([(ada(organisation="Riga Tech"), ("d1", "d2"))])
    assert (found.whole.people, found.whole.organisations) == (1, 1)
    assert [day.figures.people for day in found.days] == [1, 1]


def test_a_no_show_is_expected_and_came_on_none_of_the_days() -> None:
    found = numbers([(ada(), ("d1",)), (bob(), ()), (ada(id="c", days=(DAY_ONE,)), ("d2",))])
    assert (found.whole.registered, found.whole.people, found.whole.no_shows) == (3, 2, 1)
    assert [day.figures.no_shows for day in found.days] == [2, 2]


def test_canceled_is_not_expected_but_counts_where_they_came_after_all() -> None:
    found = numbers([(ada(status=Status.CANCELED), ()), (bob(status=Status.CANCELED), ("d1",))])
    assert (found.whole.registered, found.whole.people, found.whole.no_shows) == (0, 1, 0)


def test_nobody_has_failed_to_come_to_what_has_not_begun() -> None:
    second = bob(days=(DAY_TWO,), bookings=("lasers",))
    found = numbers([(ada(), ()), (second, ())], now=at(DAY_ONE, "18:00"))
    assert found.whole.no_shows == 0
    assert [day.figures.no_shows for day in found.days] == [1, 0]
    assert found.sessions[0].figures.no_shows == 0


def test_a_session_counts_who_booked_who_was_in_it_and_who_was_not() -> None:
    booked = ada(bookings=("lasers",))
    found = numbers(
        [(booked, ("d2",)), (bob(), ("d2", "lasers")), (replace(booked, id="c"), ("d2", "lasers"))]
    )
    figures = found.sessions[0].figures
    elsewhere = numbers([(replace(booked, days=(DAY_ONE,)), ("d1",))])
    assert elsewhere.sessions[0].figures.registered == 0
    assert (figures.registered, figures.people, figures.no_shows) == (2, 2, 1)


def test_walk_ins_are_counted_where_they_came() -> None:
    found = numbers([(ada(), ("d2",)), (bob(), ("d1",))], walk_ins=["ada"])
    assert found.whole.walk_ins == 1
    assert [day.figures.walk_ins for day in found.days] == [0, 1]


def test_an_organisation_is_one_however_it_is_spelled_and_is_what_most_of_its_people_say() -> None:
    tech = {"organisation": "Riga Tech", "organisation_kind": "company", "country": "Latvia"}
    found = numbers(
        [
            (ada(**tech, custom={"SME": "yes"}), ("d1",)),
            (bob(**tech | {"organisation": "RIGA  tech"}, custom={"Employees": "12"}), ("d1",)),
            (ada(**tech, id="c", custom={"SME": "no"}), ("d1",)),
        ]
    )
    assert (found.whole.organisations, found.whole.small_and_medium) == (1, 1)
    assert found.kinds == (Origin("company", 1, 3),)
    assert found.countries == (Origin("Latvia", 1, 3),)
    assert found.size_unknown == 0


def test_of_kind_and_country_the_answer_given_most_often_holds() -> None:
    kinds = ("company", "research", "research")
    people = [
        ada(id=f"p{at}", organisation="Riga Tech", organisation_kind=kind, country=country)
        for at, (kind, country) in enumerate(zip(kinds, ("Latvia", "Malta", "Malta"), strict=True))
    ]
    found = numbers([(who, ("d1",)) for who in people])
    assert found.kinds == (Origin("research", 1, 3),)
    assert found.countries == (Origin("Malta", 1, 2), Origin("Latvia", 0, 1))


def test_the_size_of_a_company_whose_people_contradict_one_another_is_not_known() -> None:
    tech = {"organisation": "Riga Tech", "organisation_kind": "company"}
    both = [
        (ada(**tech, custom={"SME": "yes"}), ("d1",)),
        (bob(**tech, custom={"SME": "no"}), ("d1",)),
    ]
    found = numbers(both)
    assert (found.whole.small_and_medium, found.size_unknown) == (0, 1)


def test_only_companies_are_small_or_medium_companies() -> None:
    small = {"organisation": "Riga", "custom": {"Company size": "10-49"}}
    for kind, counted in (("company", 1), ("", 1), ("public body", 0), ("research", 0)):
        found = numbers([(ada(**small, organisation_kind=kind), ("d1",))])
        assert found.whole.small_and_medium == counted


def test_partners_are_who_holds_the_event_and_who_is_said_to_be_one() -> None:
    found = numbers(
        [
            (ada(organisation="Forest Cluster"), ("d1",)),
            (bob(organisation="Riga Tech", custom={"Partner": "yes"}), ("d1",)),
            (bob(id="c", organisation="Metal Ltd", custom={"Partner": "no"}), ("d1",)),
            (bob(id="d"), ("d1",)),
        ],
        organizers=["forest cluster"],
    )
    whole = found.whole
    assert (whole.partners, whole.external) == (2, 1)
    assert (whole.partner_people, whole.external_people) == (2, 2)


def test_the_most_people_stand_first_and_what_is_not_known_last() -> None:
    came = [
        (ada(country="Latvia"), ("d1",)),
        (bob(country="LATVIA"), ("d1",)),
        (ada(id="c", country="Estonia"), ("d1",)),
        (ada(id="d"), ("d1",)),
        (ada(id="e"), ("d1",)),
        (ada(id="f"), ("d1",)),
        (ada(id="g", country="Malta"), ()),
    ]
    places = [(one.name, one.people) for one in numbers(came).countries]
    assert places == [("Latvia", 2), ("Estonia", 1), ("", 3)]


def test_of_an_event_without_anybody_all_is_nought() -> None:
    found = numbers([])
    assert found.whole == Figures(0, 0, 0, 0, 0, 0, 0, 0)
    assert (found.kinds, found.countries) == ((), ())


PEOPLE = st.lists(
    st.tuples(
        st.builds(
            Attendee,
            id=st.uuids().map(lambda one: one.hex),
            name=st.just("Ada"),
            organisation=st.sampled_from(["", "Riga Tech", "riga tech", "Metal", "Forest"]),
            organisation_kind=st.sampled_from(["", "company", "research"]),
            country=st.sampled_from(["", "Latvia", "Estonia"]),
            status=st.sampled_from(Status),
            days=st.sampled_from([(), (DAY_ONE,), (DAY_TWO,)]),
            bookings=st.sampled_from([(), ("lasers",)]),
            custom=st.dictionaries(
                st.sampled_from(["SME", "Partner"]), st.sampled_from(["yes", "no", "?"])
            ),
        ),
        st.lists(st.sampled_from(["d1", "d2", "lasers"]), unique=True),
    ),
    max_size=12,
)


@given(PEOPLE, st.randoms())
def test_the_numbers_add_up(came: list[tuple[Attendee, list[str]]], random: object) -> None:
    walk_ins = [who.id for who, _ in came[::2]]
    found = numbers(came, organizers=["Forest"], walk_ins=walk_ins)
    there = [(who, lists) for who, lists in came if lists]
    expected = [who for who, _ in came if who.status not in {Status.CANCELED, Status.BLOCKED}]
    assert found.whole.people == len(there)
    assert found.whole.registered == len(expected)
    assert found.whole.no_shows == len([w for w, lists in came if w in expected and not lists])
    assert found.whole.walk_ins == len([who for who, _ in there if who.id in walk_ins])
    names = {fold(who.organisation) for who, _ in there} - {""}
    assert found.whole.organisations == len(names)
    for places in (found.kinds, found.countries):
        assert sum(one.people for one in places) == found.whole.people
        assert sum(one.organisations for one in places) == found.whole.organisations
    for day, door in zip(found.days, ({"d1"}, {"d2", "lasers"}), strict=True):
        assert day.figures.people == len([who for who, lists in came if door & {*lists}])
        assert day.figures.people <= found.whole.people
    for one in (found.whole, *(day.figures for day in found.days), found.sessions[0].figures):
        assert one.partners + one.external == one.organisations
        assert one.partner_people + one.external_people == one.people
        assert one.small_and_medium <= one.organisations
        assert one.no_shows <= one.registered
    random.shuffle(came)  # type: ignore[attr-defined]
    again = numbers(came, organizers=["Forest"], walk_ins=walk_ins)
    assert (again.whole, again.days, again.sessions) == (found.whole, found.days, found.sessions)
