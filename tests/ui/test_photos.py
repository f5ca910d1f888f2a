"""Photos in the window: in the form, from a folder, and beside the verdict of the right person."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from checkin.services.photos import photo_of, set_photo
from checkin.ui.attendees.form import PersonForm
from checkin.ui.attendees.photofield import read_photo
from checkin.ui.attendees.photos import PhotosDialog
from checkin.ui.photo import decoded, squared
from tests.ui.attendees.conftest import CTRL, People, people
from tests.ui.conftest import OPERATOR, Laptop
from tests.ui.dropping import drop
from tests.ui.test_reception import Reception

__all__ = ["people"]


def face(folder: Path, name: str, colour: str = "red") -> Path:
    path = folder / f"{name}.png"
    folder.mkdir(exist_ok=True)
    Image.new("RGB", (300, 400), colour).save(path)
    return path


def photo(laptop: Laptop, person) -> QColor | None:
    """Return the colour of somebody's photo, None for no photo."""
    with laptop.app.open_event(laptop.path) as store:
        image = decoded(photo_of(store, OPERATOR, person.id))
    return None if image.isNull() else image.pixelColor(5, 5)


def is_like(colour: QColor | None, name: str) -> bool:
    other = QColor(name)
    both = zip(colour.getRgb(), other.getRgb(), strict=True) if colour else ()
    return colour is not None and all(abs(one - two) < 12 for one, two in both)


def edit(people: People, act) -> None:
    people.in_dialog(lambda: people.key(Qt.Key.Key_F2), act)


def filled(people: People, form: PersonForm) -> None:
    people.laptop.until(form.accept_button.isEnabled)
    form.accept()


def test_a_photo_is_dropped_on_the_form_saved_and_undone(people, tmp_path):
    people.choose("Bob Berg")
    bob = people.page.card.person

    def give(form: PersonForm) -> None:
        drop(form, face(tmp_path, "face"))
        filled(people, form)

    edit(people, give)
    assert is_like(photo(people.laptop, bob), "red")
    assert people.page.card._photo.isVisible()
    people.key(Qt.Key.Key_Z, CTRL)
    assert photo(people.laptop, bob) is None
    people.laptop.until(lambda: not people.page.card._photo.isVisible())


def test_a_photo_is_pasted_and_taken_away_with_another_change(people):
    people.choose("Bob Berg")
    bob = people.page.card.person
    copied = QImage(60, 80, QImage.Format.Format_RGB32)
    copied.fill(QColor("blue"))
    QApplication.clipboard().setImage(copied)

    def paste(form: PersonForm) -> None:
        form.photo.paste_button.click()
        filled(people, form)

    edit(people, paste)
    assert is_like(photo(people.laptop, bob), "blue")

    def remove(form: PersonForm) -> None:
        form.photo.remove_button.click()
        form.job_title.setText("Buyer")
        filled(people, form)

    edit(people, remove)
    assert photo(people.laptop, bob) is None
    assert people.known(bob.id).job_title == "Buyer"
    people.key(Qt.Key.Key_Z, CTRL)
    assert is_like(photo(people.laptop, bob), "blue")
    assert people.known(bob.id).job_title == ""


def test_a_file_that_was_copied_is_pasted_too(people, tmp_path):
    people.choose("Bob Berg")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(face(tmp_path, "face")))])
    QApplication.clipboard().setMimeData(data)

    def paste(form: PersonForm) -> None:
        form.photo.paste()
        filled(people, form)

    bob = people.page.card.person
    edit(people, paste)
    assert is_like(photo(people.laptop, bob), "red")


def test_what_is_no_picture_is_said_in_the_form_and_nothing_changes(people, tmp_path):
    people.choose("Bob Berg")
    bob = people.page.card.person
    (tmp_path / "no.png").write_bytes(b"no picture")

    def give(form: PersonForm) -> None:
        form.photo.take(tmp_path / "no.png")
        people.laptop.until(form.wrong.isVisible)
        assert "not a picture" in form.wrong.text()
        filled(people, form)

    edit(people, give)
    assert photo(people.laptop, bob) is None


def test_somebody_new_is_added_with_their_photo(people, tmp_path):
    def fill(form: PersonForm) -> None:
        form.names.whole.setText("Dora Dahl")
        form.photo.take(face(tmp_path, "face"))
        filled(people, form)

    people.in_dialog(lambda: people.key(Qt.Key.Key_N, CTRL), fill)
    dora = next(one for one in people.on_file() if one.name == "Dora Dahl")
    assert is_like(photo(people.laptop, dora), "red")


def test_a_folder_dropped_on_the_page_gives_people_their_photos(people, tmp_path):
    folder = tmp_path / "faces"
    for name in ("Bob Berg", "simkus zydrunas", "Nobody"):
        face(folder, name)
    (folder / "Cecilia Celma.jpg").write_bytes(b"no picture")

    def look(dialog: PhotosDialog) -> None:
        assert dialog.accept_button.text() == "Set 3 photos  Enter"
        assert dialog.left.item(0).text().startswith("Nobody.png: nobody has that")
        dialog.accept()

    people.in_dialog(lambda: drop(people.page, folder), look)
    people.laptop.until(lambda: people.said[:1] == ["Photos set: 2."])
    assert people.said[1].startswith("Pictures that could not be read: 1.")
    with_photo = [one.name for one in people.on_file() if photo(people.laptop, one)]
    assert sorted(with_photo) == ["Bob Berg", "Žydrūnas Šimkus"]


def test_a_folder_without_pictures_is_a_sentence(people, tmp_path):
    (tmp_path / "empty").mkdir()
    people.page.photos.take(tmp_path / "empty")
    people.rest()
    assert "no picture in that folder" in people.said[0]


# At the door


@pytest.fixture
def at_door(at_event: Laptop, tmp_path: Path) -> Reception:
    """Reception, where Ada has a red photo, Bob a blue one, and Cecilia none."""
    names = at_event.register("Ada Ozola", "Bob Berg", "Cecilia Celma")
    with at_event.app.open_event(at_event.path) as store:
        for person, colour in zip(names, ("red", "blue"), strict=False):
            made = read_photo(face(tmp_path / "faces", person.name, colour))
            set_photo(store, OPERATOR, person, made)
    reception = Reception(at_event)
    reception.people = names  # type: ignore[attr-defined]
    at_event.window.view._lines.door.look()
    at_event.rest()
    at_event.until(lambda: reception.page._stage.photos._any)
    return reception


def drawn(reception: Reception) -> QColor | None:
    """Return the colour of the photo on the panel as it is painted."""
    text = reception.page.panel._text
    if not text._photo_at.isValid():
        return None
    return text.grab().toImage().pixelColor(text._photo_at.center())


def test_the_photo_stands_beside_the_verdict_and_never_the_one_before(at_door):
    ada, bob, cecilia = (at_door.laptop.code(one) for one in at_door.people)
    at_door.scan(ada)
    at_door.laptop.until(lambda: is_like(drawn(at_door), "red"))
    # The verdict is there at once, without the photo of who came before.
    with at_door.laptop.qtbot.waitSignal(at_door.page.told):
        at_door.page.field.scanned.emit(bob)
    assert at_door.screen.name == "Bob Berg"
    assert drawn(at_door) is None
    at_door.laptop.until(lambda: is_like(drawn(at_door), "blue"))
    at_door.scan(cecilia)
    at_door.laptop.rest()
    assert drawn(at_door) is None
    at_door.scan(ada)
    at_door.laptop.until(lambda: is_like(drawn(at_door), "red"))
    at_door.page.calm_down()
    assert drawn(at_door) is None
    at_door.laptop.rest()
    assert drawn(at_door) is None


def test_a_photo_that_comes_too_late_is_not_shown(at_door):
    ada, _, cecilia = (at_door.laptop.code(one) for one in at_door.people)
    for _ in range(5):
        at_door.page.field.scanned.emit(ada)
        at_door.page.field.scanned.emit(cecilia)
    at_door.laptop.rest()
    assert at_door.screen.name == "Cecilia Celma"
    assert drawn(at_door) is None


def test_the_photo_leaves_the_words_their_room(at_door):
    at_door.scan(at_door.laptop.code(at_door.people[0]))
    at_door.laptop.until(lambda: drawn(at_door) is not None)
    text = at_door.page.panel._text
    for size in ((1280, 800), (880, 500)):
        at_door.laptop.window.resize(*size)
        at_door.laptop.rest()
        assert text.rect().contains(text._photo_at)
        assert text._photo_at.width() == text._photo_at.height()
        assert not any(one.area.intersects(text._photo_at) for one in text._blocks)


@pytest.mark.parametrize("size", [(300, 900), (900, 300), (200, 200)])
def test_a_face_is_cut_to_a_square_and_not_distorted(qapp, size):
    width, height = size
    photo = QImage(width, height, QImage.Format.Format_RGB32)
    photo.fill(QColor("white"))
    side = min(size)
    left, top = (width - side) // 2, round((height - side) * 0.25)
    for x in range(side // 4):
        for y in range(side // 4):
            photo.setPixelColor(left + side // 2 + x, top + side // 2 + y, QColor("black"))
    square = squared(photo, 100, 2.0)
    assert (square.width(), square.devicePixelRatio()) == (200, 2.0)
    drawn = square.toImage()
    assert drawn.pixelColor(0, 0).alpha() == 0
    assert drawn.pixelColor(125, 125).lightness() < 40
    assert drawn.pixelColor(175, 125).lightness() > 200
    assert drawn.pixelColor(125, 175).lightness() > 200
