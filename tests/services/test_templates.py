"""What badges look like is kept in the event, travels with it, and is refused in a sentence."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from checkin.domain.entry import Kind, read_body
from checkin.domain.template import Area, Code, Picture, Template, Text
from checkin.errors import CheckinError
from checkin.services.designs import Lack, Missing, design_of, missing
from checkin.services.exchange import exchange
from checkin.services.organizers import save_organizer
from checkin.services.pictures import MOST_PICTURE_BYTES
from checkin.services.safekeeping import rebuild, verify
from checkin.services.templates import (
    MOST_TEMPLATES,
    NamedTemplate,
    choose_template,
    find_template,
    remove_template,
    save_template,
    templates,
)
from tests.world import COORDINATOR, World

CLASSIC = Template("Classic", 9000, 5500, (Code(Area(0, 0, 3000, 3000)),))
BUILTIN = {"classic": CLASSIC, "label": replace(CLASSIC, name="Small label", height=2900)}
OURS = Template("Ours", 9000, 5500, (Text(Area(0, 0, 9000, 1000), "{name}", 800, 400),))
PNG = b"\x89PNG\r\n\x1a\n and so on"
ANY_ID = "c" * 32


def save(world: World, template: Template = OURS, identity: str = "", **pictures: bytes) -> str:
    return save_template(world.store, COORDINATOR, template, identity, pictures)


def listed(world: World) -> list[NamedTemplate]:
    return list(templates(world.store, COORDINATOR, BUILTIN))


def names(world: World) -> list[str]:
    return [one.template.name for one in listed(world)]


def chosen(world: World) -> str:
    return next(one.template.name for one in listed(world) if one.chosen)


def use(world: World, name: str) -> None:
    found = find_template(world.store, COORDINATOR, BUILTIN, name)
    choose_template(world.store, COORDINATOR, found)


def said(world: World, kind: str) -> list[Mapping[str, object]]:
    return [read_body(one.body) for one in world.store.journal.in_order() if one.kind == kind]


def design(world: World, identity: str = "") -> Template:
    return design_of(world.store, COORDINATOR, BUILTIN, identity).template


def pictured(picture: str = ANY_ID) -> Template:
    return replace(OURS, front=(*OURS.front, Picture(Area(0, 0, 900, 900), picture)))


def test_what_comes_along_is_there_and_the_usual_one_is_chosen(world: World) -> None:
    assert [(one.id, one.builtin, one.chosen) for one in listed(world)] == [
        ("classic", True, True),
        ("label", True, False),
    ]
    assert design(world) == CLASSIC


def test_one_that_is_saved_is_there_first_just_as_it_was(world: World) -> None:
    identity = save(world)
    assert listed(world)[0] == NamedTemplate(identity, OURS, builtin=False, chosen=False)
    assert design(world, identity) == OURS
    assert design(world) == CLASSIC


def test_the_one_chosen_is_what_badges_look_like(world: World) -> None:
    save(world)
    use(world, "OURS")
    assert (chosen(world), design(world)) == ("Ours", OURS)
    use(world, "small label")
    assert (chosen(world), design(world)) == ("Small label", BUILTIN["label"])
    use(world, "label")
    assert len(said(world, Kind.EVENT_SET)) == 3


def test_it_travels_and_the_tables_are_what_the_journal_says(world: World) -> None:
    with world.other_laptop() as other:
        save(world)
        use(world, "Ours")
        exchange(world.store, other.store, COORDINATOR)
        assert design(other) == OURS
        rebuild(other.store, COORDINATOR)
        assert design(other) == OURS
        assert verify(other.store, COORDINATOR).sound


def test_saving_says_only_what_changed(world: World) -> None:
    identity = save(world)
    save(world, OURS, identity)
    save(world, replace(OURS, name="Theirs"), identity)
    save(world, replace(OURS, name="Theirs", height=5400), identity)
    told = [set(body) for body in said(world, Kind.TEMPLATE_SET)]
    assert told == [{"name", "form"}, {"name"}, {"form"}]
    assert design(world, identity) == replace(OURS, name="Theirs", height=5400)


def test_two_at_once_leave_the_later_whole(world: World) -> None:
    identity = save(world)
    with world.other_laptop() as other:
        wide, high = replace(OURS, width=8000), replace(OURS, height=8000)
        save(world, wide, identity)
        world.later(minutes=1)
        save(other, high, identity)
        exchange(world.store, other.store, COORDINATOR)
        assert design(world, identity) == design(other, identity) == high


def test_one_of_our_own_stands_in_for_one_of_the_same_name(world: World) -> None:
    ours = replace(OURS, name="classic")
    identity = save(world, ours)
    assert names(world) == ["classic", "Small label"]
    assert design(world) == ours
    assert chosen(world) == "classic"
    remove_template(world.store, COORDINATOR, identity)
    assert design(world) == CLASSIC


def test_the_chosen_one_removed_leaves_the_usual_and_saving_brings_it_back(world: World) -> None:
    identity = save(world)
    use(world, "Ours")
    remove_template(world.store, COORDINATOR, identity)
    assert names(world) == ["Classic", "Small label"]
    assert design(world) == CLASSIC
    assert save(world, OURS, identity) == identity
    assert names(world) == ["Ours", "Classic", "Small label"]
    assert verify(world.store, COORDINATOR).sound


def test_removing_what_is_gone_is_refused(world: World) -> None:
    for identity in ("classic", ANY_ID, ""):
        with pytest.raises(CheckinError) as refused:
            remove_template(world.store, COORDINATOR, identity)
        assert refused.value.code == "template-gone"


def test_a_picture_is_kept_once_under_an_id_of_its_own(world: World) -> None:
    identity = save(world, pictured(), **{ANY_ID: PNG})
    again = save(world, replace(pictured(), name="Again"), **{ANY_ID: PNG})
    assert len(said(world, Kind.PICTURE_ADDED)) == 1
    found = design_of(world.store, COORDINATOR, BUILTIN, identity)
    assert list(found.pictures.values()) == [PNG]
    assert found.template.pictures == found.pictures.keys() != {ANY_ID}
    assert design(world, again).pictures == found.template.pictures
    save(world, replace(found.template, height=5000), identity)
    assert not missing(world.store, COORDINATOR, BUILTIN, identity)


@pytest.mark.parametrize(
    ("template", "pictures", "code"),
    [
        (replace(pictured(), name="x"), {}, "template-picture-missing"),
        (replace(pictured(), name="x"), {ANY_ID: b"GIF89a"}, "picture-not-png"),
        (
            replace(pictured(), name="x"),
            {ANY_ID: PNG.ljust(MOST_PICTURE_BYTES + 1)},
            "picture-too-heavy",
        ),
        (replace(OURS, name=" ourś "), {}, "template-taken"),
        (replace(OURS, name="\x00"), {}, "template-wrong"),
        (replace(OURS, name="x" * 81), {}, "template-wrong"),
        (replace(OURS, name="x", width=1), {}, "template-wrong"),
        (replace(OURS, name="x", colours={"\udc80": "#000000"}), {}, "template-wrong"),
        (replace(OURS, name="x", front=OURS.front * 201), {}, "template-wrong"),
        (
            replace(OURS, name="x", front=(replace(OURS.front[0], largest=10**9),)),  # type: ignore[type-var]
            {},
            "template-wrong",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    world: World, template: Template, pictures: dict[str, bytes], code: str
) -> None:
    save(world)
    before = list(world.store.journal.in_order())
    with pytest.raises(CheckinError) as refused:
        save(world, template, **pictures)
    assert refused.value.code == code
    assert list(world.store.journal.in_order()) == before


def test_there_is_an_end_to_how_many(world: World) -> None:
    for number in range(MOST_TEMPLATES):
        last = save(world, replace(OURS, name=f"Number {number}"))
    with pytest.raises(CheckinError) as refused:
        save(world)
    assert refused.value.code == "too-many-templates"
    save(world, OURS, last)


def test_a_layout_is_found_by_name_in_any_case_and_left_out_where_there_is_none(
    world: World,
) -> None:
    layouts = {"Speaker": "SMALL LABEL", "press": "Gone", "Staff": "helpers"}
    helpers = save(world, replace(OURS, name="Helpers"))
    identity = save(world, replace(OURS, layouts=layouts))
    found = design_of(world.store, COORDINATOR, BUILTIN, identity)
    assert found.of(" SPEAKER ").name == "Small label"
    assert found.of("staff").name == "Helpers"
    assert found.of("Press") == found.of("") == found.template
    told = [Missing(Lack.LAYOUT, "Gone", "press")]
    assert missing(world.store, COORDINATOR, BUILTIN, identity) == told
    save(world, replace(OURS, name="Crew"), helpers)
    assert design(world, identity).layouts["Staff"] == "Crew"
    assert verify(world.store, COORDINATOR).sound


def test_what_is_drawn_without_is_told(world: World) -> None:
    identity = save(world)
    logo = Picture(Area(0, 0, 900, 900), organizer=1)
    save(world, replace(OURS, front=(*OURS.front, logo)), identity)
    save_organizer(world.store, COORDINATOR, None, "Forest Cluster", PNG)
    save_organizer(world.store, COORDINATOR, None, "Metal Cluster")
    assert design_of(world.store, COORDINATOR, BUILTIN, identity).logos == (PNG,)
    told = [Missing(Lack.LOGO, "Ours", "2")]
    assert missing(world.store, COORDINATOR, BUILTIN, identity) == told
    with world.store.write(COORDINATOR) as pen:
        pen.append(Kind.EVENT_SET, world.store.event_id, {"template": ANY_ID})
    assert design(world) == CLASSIC
    assert missing(world.store, COORDINATOR, BUILTIN) == [Missing(Lack.TEMPLATE, "Classic")]


def test_one_of_a_later_version_is_kept_and_left_alone(world: World) -> None:
    form = {"template": 2, "surfaces": [{"folded": [1, 2]}]}
    with world.store.write(COORDINATOR) as pen:
        pen.append(Kind.TEMPLATE_SET, ANY_ID, {"name": "Later", "form": form})
        pen.append(Kind.EVENT_SET, world.store.event_id, {"template": ANY_ID})
    assert names(world) == ["Classic", "Small label"]
    assert design(world) == CLASSIC
    assert verify(world.store, COORDINATOR).sound
    with pytest.raises(CheckinError) as refused:
        save(world, replace(OURS, name="Later"))
    assert refused.value.code == "template-taken"


def test_a_name_that_means_two_or_none_is_asked_again(world: World) -> None:
    with world.other_laptop() as other:
        save(world)
        second = save(other)
        exchange(world.store, other.store, COORDINATOR)
    for name, code in (("ours", "template-ambiguous"), ("theirs", "template-unknown")):
        with pytest.raises(CheckinError) as refused:
            find_template(world.store, COORDINATOR, BUILTIN, name)
        assert refused.value.code == code
    assert find_template(world.store, COORDINATOR, BUILTIN, second).id == second
