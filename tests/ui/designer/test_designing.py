"""A badge designed by looking: from nothing to paper, by mouse and by keyboard."""

from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin.domain.template import BY_CATEGORY, Align, Area, Code, Picture, Shape, Text
from checkin.services.designs import design_of
from checkin.ui.badges.beforedialog import BeforeDialog
from checkin.ui.designer.dialog import DesignerDialog
from checkin.ui.designer.keeping import NameDialog
from tests.render.paper import Pages
from tests.ui.badges.conftest import Badges, codes_in
from tests.ui.conftest import OPERATOR
from tests.ui.designer.conftest import ALT, CTRL, SHIFT, Designer

KEY = Qt.Key


def kinds(designer: Designer) -> list[type]:
    return [type(one) for one in designer.template.front]


def save_as(designer: Designer, name: str, key: KEY = KEY.Key_S) -> None:
    """Save a template that is new, under a name typed into the dialog that asks."""

    def answer(asked: object) -> None:
        assert isinstance(asked, NameDialog)
        asked.name.setText(name)
        asked.accept_button.click()

    designer.when_asked(answer)
    designer.press(key, CTRL)
    designer.laptop.until(lambda: not designer.dialog.document.unsaved)
    designer.rest()


def used(designer: Designer):
    """Return the design that the event's badges are printed with now."""
    app = designer.laptop.app
    with app.open_event(designer.laptop.path) as store:
        return design_of(store, OPERATOR, app.builtin_templates())


def test_a_badge_is_designed_from_nothing_and_printed(designer, tmp_path, monkeypatch):
    designer.begin()
    assert designer.template.front == ()
    designer.add("Text")
    designer.type(designer.dialog.panel.text.words, "{name}, {organisation}")
    designer.add("QR code")
    designer.add("Category band")
    assert kinds(designer) == [Text, Code, Shape, Text]
    assert designer.template.front[2].fill == BY_CATEGORY
    save_as(designer, "Ours", KEY.Key_U)
    designer.laptop.until(lambda: used(designer).template.name == "Ours")
    assert used(designer).template.front[0].words == "{name}, {organisation}"
    designer.press(KEY.Key_Escape)
    designer.press(KEY.Key_Escape)
    designer.laptop.until(lambda: designer.page._designing.dialog is None)
    designer.rest()
    badges = Badges(designer.laptop, tmp_path, monkeypatch)
    pdf = badges.pdf
    badges.will_save_as(str(pdf))
    designer.laptop.window.activateWindow()
    designer.laptop.until(designer.laptop.window.isActiveWindow)
    badges.answer(BeforeDialog, lambda dialog: dialog.accept())
    badges.press(KEY.Key_S, CTRL)
    designer.laptop.until(pdf.exists)
    designer.rest()
    assert "Ada Lovelace, Riga Photonics" in Pages(pdf).text(0).replace("\r\n", " ")
    assert len(codes_in(pdf)) == 2


def test_the_longest_name_is_shown_and_all_are_checked(designer):
    designer.laptop.until(lambda: bool(designer.dialog.checks.said))
    designer.rest()
    assert "Konstantinos" in designer.dialog.wearer.caption.accessibleName()
    said = designer.dialog.checks.said
    assert said[0] == "1 badge fits"
    assert "1 name shrinks" in said
    assert "code modules of 1 mm" in said


def test_a_code_too_small_is_told_at_once(designer):
    code = next(n for n, one in enumerate(designer.template.front) if isinstance(one, Code))
    designer.dialog.document.see(designer.dialog.document.now.choose([code]))
    designer.type(designer.dialog.panel.place.wide, "8")
    assert designer.area.height == 800
    designer.laptop.until(
        lambda: "code modules of 0.32 mm are too small" in designer.dialog.checks.said
    )


def test_an_element_is_dragged_and_comes_to_rest_in_line(designer):
    designer.begin()
    designer.add("Box")
    box = designer.area
    middle = (box.left + box.width / 2) / 100, (box.top + box.height / 2) / 100
    shown = []

    def look() -> None:
        shown.extend(designer.dialog.canvas.guides)

    # Nearly to the middle of the badge: the guides hold it there.
    designer.drag(middle, (45.3, 27.2), before_release=look)
    assert designer.area.left + designer.area.width // 2 == 4_500
    assert designer.area.top + designer.area.height // 2 == 2_750
    assert {(one.across, one.at) for one in shown} >= {(False, 4_500), (True, 2_750)}
    assert designer.dialog.canvas.guides == ()
    designer.press(KEY.Key_Z, CTRL)
    assert designer.template.front[0].area == box


def test_alt_drags_without_resting_anywhere(designer):
    designer.begin()
    designer.add("Box")
    box = designer.area
    middle = (box.left + box.width / 2) / 100, (box.top + box.height / 2) / 100
    designer.drag(middle, (45.3, 27.2), ALT)
    assert designer.area.left + designer.area.width // 2 != 4_500


def test_a_handle_resizes_and_shift_keeps_the_proportions(designer):
    designer.begin()
    designer.add("Box")
    box = designer.area
    corner = box.right / 100, box.bottom / 100
    designer.drag(corner, (corner[0] + 10, corner[1] + 3), ALT)
    assert designer.area.left == box.left
    assert designer.area.width == pytest.approx(box.width + 1_000, abs=30)
    assert designer.area.height == pytest.approx(box.height + 300, abs=30)
    box = designer.area
    corner = box.right / 100, box.bottom / 100
    designer.drag(corner, (corner[0] + 10, corner[1]), SHIFT)
    assert designer.area.width / designer.area.height == pytest.approx(
        box.width / box.height, rel=0.01
    )


def test_arrows_nudge_and_are_undone_together(designer):
    designer.begin()
    designer.add("Text")
    left = designer.area.left
    designer.press(KEY.Key_Right)
    assert designer.area.left == left + 50
    designer.press(KEY.Key_Right, SHIFT)
    designer.press(KEY.Key_Right, CTRL)
    assert designer.area.left == left + 560
    designer.press(KEY.Key_Z, CTRL)
    assert designer.template.front[0].area.left == left
    designer.press(KEY.Key_Z, CTRL | SHIFT)
    assert designer.template.front[0].area.left == left + 560


def test_tab_goes_from_element_to_element_and_on(designer):
    count = len(designer.template.front)
    designer.dialog.canvas.setFocus()
    chosen = []
    for _ in range(count):
        designer.press(KEY.Key_Tab)
        chosen += designer.dialog.document.now.chosen
    assert chosen == list(range(count))
    assert designer.dialog.canvas.hasFocus()
    designer.press(KEY.Key_Tab)
    assert not designer.dialog.canvas.hasFocus()


def test_several_are_chosen_by_rubber_band_and_aligned(designer):
    designer.begin()
    for _ in range(3):
        designer.add("Box")
    designer.press(KEY.Key_Escape)
    designer.drag((1, 1), (89, 54))
    assert len(designer.picked) == 3
    designer.press(KEY.Key_L, CTRL | SHIFT)
    assert len({one.area.left for one in designer.picked}) == 1


def test_shift_and_click_adds_to_what_is_chosen(designer):
    designer.click(20, 18)
    designer.click(20, 28, SHIFT)
    assert [one.words for one in designer.picked] == ["{given_name}", "{family_name}"]
    designer.click(20, 28, CTRL)
    assert [one.words for one in designer.picked] == ["{given_name}"]


def test_copied_elements_and_words_are_pasted(designer):
    designer.click(20, 18)
    count = len(designer.template.front)
    designer.press(KEY.Key_C, CTRL)
    designer.press(KEY.Key_V, CTRL)
    assert designer.picked[0].words == "{given_name}"
    assert len(designer.template.front) == count + 1
    designer.press(KEY.Key_X, CTRL)
    assert len(designer.template.front) == count
    QApplication.clipboard().setText("Free coffee\nall day")
    designer.press(KEY.Key_V, CTRL)
    assert designer.picked[0].words == "Free coffee all day"
    designer.press(KEY.Key_D, CTRL)
    designer.press(KEY.Key_Delete)
    assert len(designer.template.front) == count + 1


def test_the_back_has_elements_of_its_own(designer):
    designer.press(KEY.Key_B, CTRL)
    designer.add("Text")
    assert len(designer.template.back) == 1
    designer.press(KEY.Key_B, CTRL)
    assert designer.dialog.document.now.elements == designer.template.front


def test_the_panel_changes_what_is_chosen(designer):
    designer.click(20, 18)
    panel = designer.dialog.panel
    designer.type(panel.text.largest, "20")
    assert designer.picked[0].largest == 706
    panel.text.across.setCurrentIndex(1)
    panel.text.across.activated.emit(1)
    assert designer.picked[0].align is Align.MIDDLE
    panel.text.insert("country")
    assert designer.picked[0].words == "{given_name}{country}"
    designer.type(panel.place.left, "7,5")
    assert designer.area.left == 750
    designer.press(KEY.Key_Escape)
    designer.type(panel.template.wide, "100")
    assert designer.template.width == 10_000


def test_nonsense_in_a_field_is_said_and_changes_nothing(designer):
    designer.click(20, 18)
    before = designer.template
    designer.type(designer.dialog.panel.place.left, "left a bit")
    assert designer.dialog.said.text() == "left a bit is not a length; write one such as 5.4 mm."
    assert designer.dialog.panel.place.left.text() == "5 mm"
    assert designer.template == before


def test_anybody_can_be_shown(designer):
    designer.press(KEY.Key_F, CTRL)
    designer.laptop.qtbot.keyClicks(designer.dialog.wearer.field, "ada")
    caption = designer.dialog.wearer.caption
    designer.laptop.until(lambda: "Ada Lovelace" in caption.accessibleName())
    designer.press(KEY.Key_Home, ALT)
    designer.laptop.until(lambda: "longest" in caption.accessibleName())


def test_a_template_that_comes_along_is_only_copied(designer):
    designer.click(20, 18)
    designer.press(KEY.Key_Right)
    save_as(designer, "Ours")
    builtin = designer.laptop.app.builtin_templates()["classic"]
    assert builtin.front[3].area.left == 500
    assert used(designer).template == builtin
    # From now on it is saved without a question.
    designer.press(KEY.Key_Right)
    designer.press(KEY.Key_S, CTRL)
    designer.laptop.until(lambda: not designer.dialog.document.unsaved)


def test_what_is_not_saved_is_asked_about(designer):
    designer.click(20, 18)
    designer.press(KEY.Key_Right)
    designer.press(KEY.Key_Escape)
    designer.when_asked(lambda asked: asked.reject())
    designer.press(KEY.Key_Escape)
    assert designer.dialog.isVisible()
    designer.when_asked(lambda asked: asked.discard_button.click())
    designer.dialog.reject()
    designer.rest()
    designer.laptop.until(lambda: designer.page._designing.dialog is None)


def test_a_lock_that_closes_the_designer_loses_nothing(designer):
    designer.click(20, 18)
    designer.press(KEY.Key_Right)
    moved = designer.template
    designer.dialog.done(0)
    designer.rest()
    designer.laptop.until(lambda: designer.page.findChild(DesignerDialog) is None)
    designer.laptop.window.activateWindow()
    designer.laptop.until(designer.laptop.window.isActiveWindow)
    designer.open_again()
    assert designer.template == moved
    designer.press(KEY.Key_Right)
    assert designer.area.left == 600
    assert designer.dialog.document.unsaved


def test_a_picture_that_is_none_is_refused_in_a_sentence(designer, tmp_path):
    false = tmp_path / "logo.png"
    false.write_bytes(b"no picture at all")
    before = designer.template
    designer.dialog.adding.take(false)
    designer.laptop.until(designer.dialog.said.isVisible)
    assert "logo.png" in designer.dialog.said.text()
    assert designer.template == before


def test_a_picture_is_kept_with_the_template(designer, tmp_path):
    file = tmp_path / "logo.png"
    Image.new("RGB", (300, 100), "red").save(file)
    designer.dialog.adding.take(file)
    designer.laptop.until(lambda: any(isinstance(o, Picture) for o in designer.picked))
    assert designer.area.width == pytest.approx(3 * designer.area.height, rel=0.02)
    save_as(designer, "With a picture", KEY.Key_U)
    designer.laptop.until(lambda: used(designer).template.name == "With a picture")
    assert len(used(designer).pictures) == 1
    assert replace(used(designer).template, front=()) == replace(designer.template, front=())


def test_a_full_side_takes_no_more(designer):
    designer.begin()
    document = designer.dialog.document
    document.do(document.now.add([Shape(Area(100, 100, 500, 500))] * 300))
    assert len(designer.template.front) == 200
    designer.add("Box")
    assert "at most 200 elements" in designer.dialog.said.text()
    assert len(designer.template.front) == 200
