"""Makes event files of any size, with people as they come to a European seminar."""

import shutil
from collections.abc import Iterator
from copy import copy
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from checkin.domain.code import badge_number, code_for
from checkin.domain.details import Details
from checkin.domain.entry import Kind
from checkin.domain.identity import entrance_id, random_id
from checkin.domain.roles import Operator, Role
from checkin.domain.times import to_ms
from checkin.services.drafting import Drafting
from checkin.services.events import create_event
from checkin.store.draft import Draft
from checkin.store.stations import StationBook
from checkin.store.store import Store

COORDINATOR = Operator("Māris", Role.COORDINATOR)
FIRST_DAY = date(2026, 6, 2)
DAYS = 4
_BATCH = 50_000

_GIVEN = """
    Jānis Elīna Māris Līga Žaneta Łukasz Małgorzata Wojciech Åsa Björn Sørine Ægir Õie Jüri Priit
    Siim Rūta Šarūnas Ąžuolas Gintarė Vytautas Žydrūnė Anna Anna-Maria Katrin Jürgen Zoë François
    Chloë José Íñigo Владимир Олена Євген Σοφία Γιώργος Ana Ivan Mátyás Zsófia Đorđe Čedomir
    Eliška Přemysl Michael Sarah Thomas Laura David Emma Pekka Päivi Väinö
"""
_STEMS = """
    Bērz Kaln Ozol Liep Jankausk Kazlausk Petrausk Wiśniew Kowal Nowak Zieliń Lewand Anders Johans
    Lindqv Hansen Sørens Møll Schneid Weiß Groß Köhl Schröd Tamm Saar Mägi Kask Virtan Korhon
    Mäkin Соколов Иванч Шевчен Παπαδ Novák Dvoř Šimůn Kováč Szab Nagys Horvát Garcí Fernánd Moreir
    Lefèvr Duboi Rossett Bianch Smith Willi O'Bri McDon Žemait Rimkev Grīn Vītol
"""
_ENDINGS = """
    s a iņš iņa ienė aitė as is ski ska wicz berg son sen quist mann er feld e en ov ova enko ová
    ský os es ez i elli ley ton burg holm strand gaard land vik ström sund dahl stad
"""
_PLACES = """
    Riga Vilnius Tartu Gdańsk Malmö Łódź Kiel Turku Aarhus Bergen Brno Graz
"""
_TRADES = """
    Photonics Food Timber Maritime Health Textile Robotics Energy Games Biotech
"""
_KINDS = ("company", "cluster", "company network", "public body", "research")


class Clock:
    """A clock that goes on by a thousandth of a second each time somebody looks at it."""

    def __init__(self) -> None:
        self.ms = 0
        self.start_day(1)

    def start_day(self, number: int) -> None:
        """Make it nine o'clock on a day of the event."""
        morning = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, 9, tzinfo=UTC)
        self.ms = to_ms(morning + timedelta(days=number - 1))

    def __call__(self) -> int:
        self.ms += 1
        return self.ms


def people(count: int) -> Iterator[Details]:
    """Yield what a list says of that many people, the same ones every time."""
    chance = Random(count)
    givens, stems, endings = _GIVEN.split(), _STEMS.split(), _ENDINGS.split()
    places, trades = _PLACES.split(), _TRADES.split()
    for number in range(count):
        given = chance.choice(givens)
        family = chance.choice(stems) + chance.choice(endings)
        place, trade = chance.choice(places), chance.choice(trades)
        group = chance.randrange(max(1, count // 1500))
        yield Details(
            {
                "given_name": given,
                "family_name": family,
                "email": f"guest{number}@{trade.lower()}{group}.example",
                "organisation": f"{place} {trade} {group}",
                "organisation_kind": _KINDS[group % len(_KINDS)],
                "job_title": chance.choice(("Manager", "Engineer", "Director", "Adviser")),
            }
        ).whole()


class BigEvent:
    """An event of four days at nine on the last; everybody came on each of the first three."""

    def __init__(self, folder: Path, count: int, *, attended: bool = True) -> None:
        self.clock = Clock()
        self.book = StationBook(folder / "installation")
        self.path = folder / f"{count}.checkin"
        create_event(
            self.path,
            self.book,
            self.clock,
            COORDINATOR,
            title="Clusters go international",
            first_day=FIRST_DAY,
            last_day=FIRST_DAY + timedelta(days=DAYS - 1),
            timezone="UTC",
        )
        with self.open() as store:
            badges = self._register(store, count)
            for day in range(1, DAYS if attended else 1):
                self.clock.start_day(day)
                self._admit(store, badges, FIRST_DAY + timedelta(days=day - 1))
        self.clock.start_day(DAYS)

    def open(self) -> Store:
        """Open the file."""
        return Store.open(self.path, self.book, self.clock)

    def copy(self, name: str) -> "BigEvent":
        """Return a copy of the closed file, which goes on as a station of its own."""
        other = copy(self)
        other.path = self.path.with_name(f"{name}-{self.path.name}")
        shutil.copy(self.path, other.path)
        return other

    def _register(self, store: Store, count: int) -> list[str]:
        drafting = Drafting.for_many(store)
        drafts: list[Draft] = []
        badges: list[str] = []
        for details in people(count):
            attendee = random_id()
            drafts += drafting.add(attendee, details)
            badges.append(badge_number(store.key, attendee, 1))
            if len(drafts) >= _BATCH:
                _append(store, drafts)
        _append(store, drafts)
        return badges

    def _admit(self, store: Store, badges: list[str], day: date) -> None:
        door = entrance_id(store.key, day)
        drafts: list[Draft] = []
        for badge in badges:
            drafts.append(Draft.of(Kind.CHECK_IN_RECORDED, door, {"badge": badge}))
            if len(drafts) >= _BATCH:
                _append(store, drafts)
        _append(store, drafts)


def _append(store: Store, drafts: list[Draft]) -> None:
    with store.write(COORDINATOR) as pen:
        pen.append_all(drafts)
    drafts.clear()
    store.rest()


def codes(store: Store) -> list[str]:
    """Return what the badges of an event say in their QR, in no meaningful order."""
    return [code_for(store.key, number) for number in sorted(store.roster.badge_numbers())]
