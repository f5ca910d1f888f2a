"""The people of the tour: a crowd, and those whose names are a trial for every page."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from checkin.app import App
from checkin.domain.details import Details
from checkin.domain.identity import random_id
from checkin.domain.roles import Operator
from checkin.services.admission import Door
from checkin.services.badges import badges_to_print
from checkin.services.drafting import Drafting
from checkin.services.lists import find_list
from checkin.services.questions import Wording, add_question
from checkin.services.shownfields import show_fields

_GIVEN = (
    *("Rūta", "Jānis", "Elīna", "Māris", "Katarzyna", "Žydrūnas"),
    *("Annika", "Björn", "Zoë", "Paweł", "Ieva", "Tomas"),
)
_STEMS = ("Kazlau", "Bērz", "Ozol", "Kaln", "Wójc", "Šimk", "Tamm", "Lind", "Nowak", "Petr")
_ENDS = ("skaitė", "iņš", "s", "ķis", "ik", "us", "ov", "ström", "ova", "aitis", "ups", "āts")
_TRADES = ("Wood", "Food", "Laser", "Textile", "Photonics", "Health", "Robotics", "Glass")
_COME_IN_TEN = 6
_ORIGIN = {
    "organisation": "Cooperation Platform of Interregional Food, Wood and Photonics Clusters of"
    " the Eastern Shore of the Baltic Sea",
    "job_title": "Acting Deputy Head of the Department for International Cooperation",
    "category": "participant",
}


def crowd(count: int) -> Iterator[Details]:
    """Yield so many people, the same every time."""
    chance = Random(count)
    for number in range(count):
        trade = chance.choice(_TRADES)
        group = chance.randrange(count // 40 + 1)
        yield Details(
            {
                "given_name": chance.choice(_GIVEN),
                "family_name": chance.choice(_STEMS) + chance.choice(_ENDS),
                "email": f"guest{number}@{trade.lower()}{group}.example",
                "organisation": f"{trade} Cluster {group}",
                "organisation_kind": "cluster" if group % 3 else "company",
                "category": "speaker" if number % 25 == 0 else "participant",
                "country": chance.choice(("Latvia", "Lithuania", "Estonia", "Poland")),
            }
        ).whole()


_LONG_QUESTIONS = (
    ("T-shirt", ("XS", "S", "M", "L", "XL", "XXL", "3XL", "None, thank you", "Ask me later")),
    ("Which of the workshops on the second day, if there is a place left in any of them", ()),
)
LONG_NAMES = tuple(
    Details({"name": name, **_ORIGIN, **more}).whole()
    for name, more in (
        ("Aleksandra Konstantynowicz-Brzęczyszczykiewicz von und zu Hohenlohe-Langenburg", {}),
        ("Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschafer", {}),
        ("Phan Thị Nguyễn Hoàng Bảo Ngọc Tường Vi Minh Khuê Ánh Dương Thiên Kim", {}),
        ("Μαρία-Ελένη Παπαδοπούλου-Χατζηκωνσταντίνου", {}),
        ("محمد بن عبد الرحمن آل سعود", {}),
        ("<b>Ada</b> & Söhne", {"notes": "Bring the headset.\n" * 30}),
        ("O", {"organisation": "", "job_title": ""}),
    )
)


def ask_long_questions(app: App, operator: Operator, path: Path) -> None:
    """Have an event ask more than there is room for, and its doors show it."""
    with app.open_event(path) as store:
        for text, choices in _LONG_QUESTIONS:
            wording = Wording(text, choices=choices or None, optional=not choices)
            add_question(store, operator, wording)
        show_fields(store, operator, [*(text for text, _ in _LONG_QUESTIONS), "country"])


def register_all(app: App, operator: Operator, path: Path, people: Iterable[Details]) -> None:
    """Register people, and let some of them in."""
    with app.open_event(path) as store:
        drafting = Drafting.for_many(store)
        drafts = [draft for one in people for draft in drafting.add(random_id(), one)]
        with store.write(operator) as pen:
            pen.append_all(drafts)
        door = Door(store, operator, find_list(store, None, app.now()))
        codes: Sequence[str] = [badge.code for badge in badges_to_print(store, operator)]
        for number, code in enumerate(codes[:500]):
            if number % 10 < _COME_IN_TEN:
                door.scan(code)
