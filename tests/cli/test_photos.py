"""`checkin photos` and `edit --photo`, as somebody uses them who was sent a folder of faces."""

from pathlib import Path

import pytest
from PIL import Image

from checkin.app import App
from checkin.domain.roles import Operator, Role
from checkin.services.photos import photo_of
from tests.cli.desk import Desk

WHO = Operator("Elīna", Role.COORDINATOR)


def face(path: Path, colour: str = "red") -> Path:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (900, 1200), colour).save(path)
    return path


def photo(desk: Desk, person: dict[str, str]) -> bytes:
    app = App(desk.folder / "installation", desk._clock)
    with app.open_event(desk.event) as store:
        return photo_of(store, WHO, person["id"])


@pytest.fixture
def ada(desk: Desk) -> dict[str, str]:
    return desk.add("Ada Ozola", "--registration", "R-17", "--email", "ada@example.lv")


def test_a_folder_is_matched_first_and_then_taken(desk: Desk, ada) -> None:
    bob = desk.add("Bob Berg")
    folder = desk.folder / "faces"
    for name in ("r-17.jpg", "Berg_Bob.PNG", "nobody.jpg", "Ada Ozola.jpg"):
        face(folder / name)
    (folder / "Thumbs.db").write_bytes(b"x")
    (folder / ".hidden.jpg").write_bytes(b"x")
    (folder / "Bomb.jpg").write_bytes(b"no picture")
    dry = desk("photos", folder, "--dry-run")
    assert dry.code == 1
    assert "Photos that fit: 2; not taken: 3." in dry.out
    assert photo(desk, ada) == b""
    done = desk("photos", folder)
    assert "nobody.jpg: nobody has that number, e-mail or name." in done.out
    assert "Photos set: 2; as before: 0; not taken: 3." in done.out
    assert photo(desk, ada).startswith(b"\xff\xd8\xff")
    assert photo(desk, bob)
    again = desk("photos", folder, "--json").json
    assert (again["changed"], again["unchanged"]) == (0, 2)


def test_a_picture_that_is_none_is_told_and_the_others_are_taken(desk: Desk, ada) -> None:
    bob = desk.add("Bob Berg")
    folder = desk.folder / "faces"
    face(folder / "Bob Berg.jpg")
    (folder / "R-17.jpg").write_bytes(b"no picture")
    Image.new("1", (20_000, 20_000)).save(folder / "ada@example.lv.png")
    done = desk("photos", folder)
    assert done.code == 1
    assert "R-17.jpg: " in done.out
    assert "not a picture of a kind that is read" in done.out
    assert photo(desk, bob)
    assert not photo(desk, ada)


def test_one_photo_is_set_and_taken_away(desk: Desk, ada) -> None:
    one, other = face(desk.folder / "one.png"), face(desk.folder / "other.png", "blue")
    desk.done("edit", "R-17", "--photo", one)
    first = photo(desk, ada)
    desk.done("edit", "R-17", "--photo", other, "--notes", "chair")
    assert photo(desk, ada) not in {b"", first}
    assert desk.done("attendees", "--json").json[0]["notes"] == "chair"
    desk.done("edit", "R-17", "--no-photo")
    assert photo(desk, ada) == b""


def test_a_bomb_is_refused_in_one_sentence_with_nothing_changed(desk: Desk, ada) -> None:
    bomb = desk.folder / "bomb.png"
    Image.new("1", (20_000, 20_000)).save(bomb)
    said = desk("edit", "R-17", "--photo", bomb, "--notes", "chair").one_sentence()
    assert "too large" in said
    assert desk.done("attendees", "--json").json[0]["notes"] == ""


def test_a_folder_without_pictures_is_one_sentence(desk: Desk) -> None:
    (desk.folder / "empty").mkdir()
    assert "no picture in that folder" in desk("photos", desk.folder / "empty").one_sentence()
    assert "no folder" in desk("photos", desk.folder / "nowhere").one_sentence()
