"""The people at the desk: told apart, put right, given a new badge, let in as a group."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from checkin.domain.details import Details
from checkin.domain.people import Attendee, Status
from checkin.domain.roles import Operator, Role
from checkin.services.registration import edit, find_attendee, roster, set_status
from checkin.ui.badges import printers
from checkin.ui.reception.fixdialog import FixDialog
from checkin.ui.reception.groupdialog import GroupDialog
from checkin.ui.reception.refuseddialog import RefusedDialog
from checkin.ui.reception.replacedialog import ReplaceDialog
from checkin.ui.reception.walkindialog import WalkInDialog
from checkin.ui.reception.whichdialog import WhichDialog
from tests.ui.badges.conftest import PaperTray, codes_in
from tests.ui.conftest import OPERATOR, Laptop
from tests.ui.test_reception import CTRL, ENTER, Reception, answering

FOOD = "Baltic Food Cluster"
DOWN, SPACE, F2 = Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_F2


class Desk(Reception):
    """Somebody at the keyboard, with dialogs answered by keys."""

    paper: Path

    @property
    def said(self) -> list[str]:
        return [one.text for one in self.page.bench.notices.notices]

    @property
    def aside(self) -> str:
        return self.page.field.placeholderText()

    @property
    def group_offered(self) -> str:
        button = self.page._does.group_button
        return button.text() if button.isVisible() else ""

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        # The platform without a screen gives the window back no focus when a dialog ends.
        self.laptop.window.activateWindow()
        self.laptop.until(self.laptop.window.isActiveWindow)
        super().press(key, modifier)

    def enabled(self, name: str) -> bool:
        return next(one for one in self.page.actions() if one.objectName() == name).isEnabled()

    def now(self, who: Attendee) -> Attendee:
        with self.laptop.app.open_event(self.laptop.path) as store:
            return find_attendee(store, who.id)

    def people(self) -> list[Attendee]:
        with self.laptop.app.open_event(self.laptop.path) as store:
            return roster(store, OPERATOR)

    def elsewhere(self, does: Callable[..., object], *given: object) -> None:
        with self.laptop.app.open_event(self.laptop.path) as store:
            does(store, OPERATOR, *given)

    def keys(self, kind: type, *keys: object, before=lambda _: None) -> "answering":
        """Press keys, or type texts, in the next dialog of a kind, having done what is `before`."""

        def answer(dialog) -> None:
            self.laptop.until(dialog.isActiveWindow)
            before(dialog)
            for key in keys:
                target = dialog.focusWidget() or dialog
                if isinstance(key, str):
                    if isinstance(target, QLineEdit):
                        target.selectAll()
                    self.laptop.qtbot.keyClicks(target, key)
                elif isinstance(key, tuple):
                    self.laptop.qtbot.keyClick(target, *key)
                else:
                    self.laptop.qtbot.keyClick(target, key)
            self.laptop.until(lambda: not dialog.isVisible())

        return answering(kind, answer)

    def has_printer(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        """Let the printer at the front desk be the one that was used last."""
        self.paper = folder / "paper.pdf"
        tray = PaperTray(self.paper)
        monkeypatch.setattr(printers, "chosen_before", lambda _name, _title: tray)
        app = self.laptop.app
        app.save_settings(replace(app.settings, printer="Front desk"))

    def printed(self) -> set[str]:
        def told() -> bool:
            return any("went to Front desk" in one for one in [*self.said, self.aside])

        self.laptop.until(told)
        return codes_in(self.paper)


@pytest.fixture
def desk(at_event: Laptop) -> Desk:
    return Desk(at_event)


@pytest.fixture
def printing(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Desk:
    desk.has_printer(monkeypatch, tmp_path)
    return desk


class TestWhoIsMeant:
    """Two who may be taken for one another are shown, and one is chosen."""

    @pytest.fixture
    def two(self, desk: Desk) -> list[Attendee]:
        (food,) = desk.laptop.register("Anna Ozola", organisation=FOOD)
        (tech,) = desk.laptop.register("Ana Ozola", organisation="Riga Tech")
        return [food, tech]

    def test_enter_on_the_only_one_found_asks_if_another_is_called_nearly_so(self, desk, two):
        assert desk.search("anna food") == ["Anna Ozola"]
        with (
            desk.keys(WhichDialog, Qt.Key.Key_2),
            desk.laptop.qtbot.waitSignal(desk.page.doorway.answered, timeout=10_000),
        ):
            desk.press(ENTER)
        assert (desk.screen.name, desk.screen.origin) == ("Ana Ozola", "Riga Tech")

    def test_enter_takes_nobody_until_one_is_marked(self, desk, two):
        desk.search("anna food")
        with answering(WhichDialog, lambda one: desk.laptop.qtbot.keyClick(one, ENTER)):
            desk.press(ENTER)
            desk.laptop.rest()
        assert desk.page.verdict is None
        with (
            desk.keys(WhichDialog, DOWN, ENTER),
            desk.laptop.qtbot.waitSignal(desk.page.doorway.answered, timeout=10_000),
        ):
            desk.press(ENTER)
        assert desk.screen.name == "Anna Ozola"

    def test_what_tells_them_apart_is_shown(self, desk):
        desk.laptop.register(
            "Anna Ozola", organisation=FOOD, job_title="Chair", email="a@food.lv", registration="7"
        )
        (tech,) = desk.laptop.register("Anna Ozola", organisation="Riga Tech")
        desk.scan(desk.laptop.code(tech))
        desk.search("food")
        shown: list[str] = []

        def look(dialog) -> None:
            rows = [dialog.people.item(at) for at in range(dialog.people.count())]
            role = Qt.ItemDataRole.UserRole
            shown.extend(str(one.data(role + at) or "") for one in rows for at in (1, 2, 3))

        with answering(WhichDialog, look):
            desk.press(ENTER)
            desk.laptop.until(lambda: bool(shown))
        assert shown[:2] == [f"{FOOD} · Chair", ""]
        assert shown[2].startswith("a@food.lv · no. 7 · badge ")
        assert shown[3:5] == ["Riga Tech", "in since 09:00"]

    def test_a_name_of_ones_own_is_checked_in_unasked(self, desk, two):
        desk.laptop.register("Bob Berg", organisation=FOOD)
        desk.search("bob")
        with desk.laptop.qtbot.waitSignal(desk.page.doorway.answered):
            desk.press(ENTER)
        assert desk.screen.name == "Bob Berg"

    def test_a_badge_is_the_person_and_the_other_is_mentioned(self, desk, two):
        assert desk.scan(desk.laptop.code(two[0])) == "Welcome"
        desk.laptop.until(lambda: bool(desk.screen.aside))
        assert desk.screen.aside == "Not to be mixed up with: Ana Ozola (Riga Tech)."

    def test_another_of_the_same_name_is_said_so(self, desk, two):
        (third,) = desk.laptop.register("Anna Ozola", organisation="")
        desk.elsewhere(set_status, two[1], Status.CANCELED)
        desk.scan(desk.laptop.code(third))
        desk.laptop.until(lambda: bool(desk.screen.aside))
        assert FOOD in desk.screen.aside
        desk.scan(desk.laptop.code(two[0]))
        assert desk.screen.aside == ""

    def test_whoever_was_removed_meanwhile_is_a_sentence(self, desk):
        (ada,) = desk.laptop.register("Ada Ozola")
        desk.search("ada")

        def remove(store, operator) -> None:
            with store.write(operator) as pen:
                pen.append("attendee.set", ada.id, {"removed": True})

        desk.elsewhere(remove)
        desk.press(ENTER)
        desk.laptop.until(lambda: bool(desk.said))
        assert desk.said[0].startswith("Ada Ozola is not on the list any more")
        assert desk.page.verdict is None


def test_before_a_list_is_chosen_nobody_is_asked_who_is_meant(desk):
    desk.laptop.register("Anna Ozola", organisation=FOOD)
    desk.laptop.clock.now = desk.laptop.clock.now.replace(day=9)
    desk.page.place.start()

    def answer(dialog) -> None:
        desk.laptop.qtbot.keyClicks(dialog.name, "Anna Ozola")
        desk.laptop.until(dialog._instead.isVisible)
        dialog._instead.click()

    with answering(WalkInDialog, answer):
        desk.press(Qt.Key.Key_N, CTRL)
        desk.laptop.until(lambda: desk.screen.headline == "NOT recorded")
    assert "Choose a list" in desk.screen.advice


class TestBadges:
    """A badge put right, printed again, replaced."""

    def test_a_typo_is_put_right_and_printed_with_f2_and_enter(self, printing):
        (ada,) = printing.laptop.register("Ada Ozla", organisation=FOOD)
        printing.scan(printing.laptop.code(ada))
        with printing.keys(FixDialog, "Ada Ozola", ENTER):
            printing.press(F2)
            assert printing.printed() == {printing.laptop.code(ada)}
        assert printing.now(ada).name == "Ada Ozola"
        assert printing.now(ada).organisation == FOOD
        assert printing.screen.name == "Ada Ozola"
        assert printing.said == []

    def test_reception_may_put_right_and_it_is_kept_who_did(self, laptop):
        laptop.make_event()
        laptop.window.staffing.operator = Operator("Dace", Role.RECEPTION)
        laptop.open()
        desk = Desk(laptop)
        (ada,) = laptop.register("Ada Ozla")
        desk.scan(laptop.code(ada))
        with desk.keys(FixDialog, "Ada Ozola", ENTER):
            desk.press(F2)
            laptop.until(lambda: desk.screen.name == "Ada Ozola")
        assert desk.now(ada).name == "Ada Ozola"

    @pytest.mark.parametrize("wrong", ["", " ", "x" * 300])
    def test_a_name_that_is_none_keeps_the_dialog_open(self, desk, wrong):
        (ada,) = desk.laptop.register("Ada Ozla")
        desk.scan(desk.laptop.code(ada))
        told: list[str] = []

        def answer(dialog) -> None:
            dialog.fields["name"].setText(wrong)
            desk.laptop.qtbot.keyClick(dialog.focusWidget(), ENTER)
            told.append(dialog.wrong.text())

        with answering(FixDialog, answer):
            desk.press(F2)
            desk.laptop.until(lambda: bool(told))
        assert told[0]
        assert desk.now(ada).name == "Ada Ozla"

    def test_a_lost_badge_is_replaced_in_three_keys(self, printing):
        (ada,) = printing.laptop.register("Ada Ozola")
        before = printing.laptop.code(ada)
        printing.search("ada")
        with printing.keys(ReplaceDialog, ENTER):
            printing.press(Qt.Key.Key_R, CTRL)
            codes = printing.printed()
        assert codes == {printing.laptop.code(printing.now(ada))} != {before}
        assert "the old badge no longer opens the door" in printing.said[0]
        with printing.laptop.qtbot.waitSignal(printing.page.doorway.answered):
            printing.press(ENTER)
        assert (printing.screen.headline, printing.screen.name) == ("Welcome", "Ada Ozola")
        assert printing.scan(before) == "Badge replaced"

    def test_of_two_who_may_be_mixed_up_it_is_asked_once_whose_badge_it_is(self, printing):
        (food,) = printing.laptop.register("Anna Ozola", organisation=FOOD)
        (tech,) = printing.laptop.register("Anna Ozola", organisation="Riga Tech")
        printing.search("anna food")
        with printing.keys(WhichDialog, Qt.Key.Key_2), printing.keys(ReplaceDialog, ENTER):
            printing.press(Qt.Key.Key_R, CTRL)
            printing.printed()
        assert printing.now(food).badge == food.badge
        assert printing.now(tech).badge != tech.badge
        with printing.laptop.qtbot.waitSignal(printing.page.doorway.answered):
            printing.press(ENTER)
        assert (printing.screen.headline, printing.screen.origin) == ("Welcome", "Riga Tech")

    def test_ctrl_p_prints_at_once_on_the_printer_chosen_before(self, printing):
        (ada,) = printing.laptop.register("Ada Ozola")
        printing.scan(printing.laptop.code(ada))
        printing.press(Qt.Key.Key_P, CTRL)
        assert printing.printed() == {printing.laptop.code(ada)}

    def test_nothing_is_offered_about_nobody(self, desk):
        (ada,) = desk.laptop.register("Ada Ozola")
        desk.laptop.register("Ada Berga")
        names = ("fix", "reprint", "replace badge")
        assert [desk.enabled(name) for name in names] == [False] * 3
        desk.scan(desk.laptop.code(ada))
        assert [desk.enabled(name) for name in names] == [True] * 3
        # Among several nobody is meant; whoever came before is not.
        desk.search("ada")
        assert [desk.enabled(name) for name in names] == [False] * 3
        desk.press(DOWN)
        assert [desk.enabled(name) for name in names] == [True] * 3
        desk.press(Qt.Key.Key_Escape)
        assert [desk.enabled(name) for name in names] == [True] * 3


class TestWalkIn:
    """Somebody who is on no list."""

    def test_three_fields_and_the_badge_comes_out(self, printing):
        tab = Qt.Key.Key_Tab
        keys = ("Ada Ozola", tab, FOOD, tab, "ada@food.lv", ENTER)
        with (
            printing.keys(WalkInDialog, *keys),
            printing.laptop.qtbot.waitSignal(printing.page.doorway.answered, timeout=10_000),
        ):
            printing.press(Qt.Key.Key_N, CTRL)
        (ada,) = printing.people()
        assert (ada.organisation, ada.email, ada.category) == (FOOD, "ada@food.lv", "participant")
        assert printing.printed() == {printing.laptop.code(ada)}
        assert printing.screen.headline == "Welcome"

    def test_the_tick_is_remembered(self, printing):
        with (
            printing.keys(WalkInDialog, "Ada Ozola", (Qt.Key.Key_P, CTRL), ENTER),
            printing.laptop.qtbot.waitSignal(printing.page.doorway.answered, timeout=10_000),
        ):
            printing.press(Qt.Key.Key_N, CTRL)
        with (
            printing.keys(WalkInDialog, "Bob Berg", ENTER),
            printing.laptop.qtbot.waitSignal(printing.page.doorway.answered, timeout=10_000),
        ):
            printing.press(Qt.Key.Key_N, CTRL)
        assert printing.said == []
        assert not printing.paper.exists()

    def test_without_a_printer_they_are_in_and_a_pdf_is_offered(self, desk):
        with (
            desk.keys(WalkInDialog, "Ada Ozola", ENTER),
            desk.laptop.qtbot.waitSignal(desk.page.doorway.answered, timeout=10_000),
        ):
            desk.press(Qt.Key.Key_N, CTRL)
        desk.laptop.until(lambda: bool(desk.said))
        assert desk.screen.headline == "Welcome"
        assert desk.said[0].startswith("No printer was chosen for badges on this computer yet")
        (notice,) = desk.page.bench.notices.notices
        assert notice.findChildren(QPushButton)[0].text() == "Save PDF…"

    def test_more_is_behind_a_key(self, desk):
        keys = ("Ada Ozola", (Qt.Key.Key_M, CTRL), "Chair", ENTER)
        with (
            desk.keys(WalkInDialog, *keys),
            desk.laptop.qtbot.waitSignal(desk.page.doorway.answered, timeout=10_000),
        ):
            desk.press(Qt.Key.Key_N, CTRL)
        assert desk.people()[0].job_title == "Chair"

    @pytest.mark.parametrize("name", ["", "  ", "x" * 300])
    def test_a_name_that_is_none_is_said_and_nobody_is_added(self, desk, name):
        told: list[str] = []

        def answer(dialog) -> None:
            dialog.name.setText(name)
            desk.laptop.qtbot.keyClick(dialog.name, ENTER)
            told.append(dialog.wrong.text())

        with answering(WalkInDialog, answer):
            desk.press(Qt.Key.Key_N, CTRL)
            desk.laptop.until(lambda: bool(told))
        assert told[0]
        assert desk.people() == []

    def test_a_name_of_piled_up_accents_is_a_name(self, printing):
        zalgo = "Z" + "\u0321\u0335\u0359" * 30 + "oe"
        with (
            printing.keys(WalkInDialog, ENTER, before=lambda one: one.name.setText(zalgo)),
            printing.laptop.qtbot.waitSignal(printing.page.doorway.answered, timeout=10_000),
        ):
            printing.press(Qt.Key.Key_N, CTRL)
        (zoe,) = printing.people()
        assert printing.printed() == {printing.laptop.code(zoe)}

    def test_whoever_types_fast_still_sees_who_is_there_already(self, desk):
        desk.laptop.register("Anna Ozola", organisation=FOOD)
        warned: list[str] = []

        def answer(dialog) -> None:
            desk.laptop.qtbot.keyClicks(dialog.name, "Ana Ozola")
            desk.laptop.qtbot.keyClick(dialog.name, ENTER)
            desk.laptop.until(dialog._warning.isVisible)
            warned.append(dialog._warning.text())
            desk.laptop.qtbot.keyClick(dialog.name, ENTER)
            desk.laptop.until(lambda: not dialog.isVisible())

        with (
            answering(WalkInDialog, answer),
            desk.laptop.qtbot.waitSignal(desk.page.doorway.answered, timeout=10_000),
        ):
            desk.press(Qt.Key.Key_N, CTRL)
        assert f"Anna Ozola, {FOOD}" in warned[0]
        assert len(desk.people()) == 2

    def test_of_two_there_already_one_is_chosen(self, desk):
        desk.laptop.register("Anna Ozola", organisation=FOOD)
        desk.laptop.register("Anna Ozola", organisation="Riga Tech")

        def answer(dialog) -> None:
            desk.laptop.qtbot.keyClicks(dialog.name, "Anna Ozola")
            desk.laptop.until(dialog._instead.isVisible)
            desk.laptop.until(dialog.isActiveWindow)
            desk.laptop.qtbot.keyClick(dialog.name, ENTER, CTRL)
            desk.laptop.until(lambda: not dialog.isVisible())

        with (
            answering(WalkInDialog, answer),
            desk.keys(WhichDialog, Qt.Key.Key_1),
            desk.laptop.qtbot.waitSignal(desk.page.doorway.answered, timeout=10_000),
        ):
            desk.press(Qt.Key.Key_N, CTRL)
        assert desk.screen.name == "Anna Ozola"
        assert len(desk.people()) == 2


class TestGroup:
    """Those who arrive together."""

    @pytest.fixture
    def four(self, desk: Desk) -> list[Attendee]:
        names = ("Anna Ozola", "Bob Berg", "Cilla Cīrule", "Dace Dimza")
        found = desk.laptop.register(*names, organisation=FOOD)
        desk.scan(desk.laptop.code(found[0]))
        desk.laptop.until(lambda: bool(desk.group_offered))
        return found

    def let_in(self, desk: Desk, *keys: object) -> None:
        with desk.keys(GroupDialog, *keys):
            desk.press(Qt.Key.Key_G, CTRL)
            desk.laptop.until(lambda: "checked in" in desk.screen.headline)

    def test_the_others_are_offered_quietly(self, desk, four):
        assert desk.group_offered == f"3 more of {FOOD}  Ctrl+G"
        (eve,) = desk.laptop.register("Eve", organisation="Riga Tech")
        desk.scan(desk.laptop.code(eve))
        assert desk.group_offered == ""
        assert not desk.enabled("group")

    def test_all_are_ticked_by_one_key_and_let_in(self, desk, four):
        self.let_in(desk, (Qt.Key.Key_A, CTRL), ENTER)
        assert (desk.screen.headline, desk.screen.tone) == ("3 checked in", "good")
        for one in four:
            assert desk.scan(desk.laptop.code(one)) == "Already checked in"

    def test_ticks_survive_narrowing_and_nobody_else_is_let_in(self, desk, four):
        self.let_in(desk, SPACE, "dimza", SPACE, ENTER)
        assert desk.screen.headline == "2 checked in"
        assert desk.scan(desk.laptop.code(four[2])) == "Welcome"

    def test_nobody_is_ticked_at_first(self, desk, four):
        def answer(dialog) -> None:
            assert dialog.ticked() == []
            desk.laptop.qtbot.keyClick(dialog.field, ENTER)
            assert dialog.wrong.text().startswith("Nobody is ticked")

        with answering(GroupDialog, answer):
            desk.press(Qt.Key.Key_G, CTRL)
        assert desk.screen.headline == "Welcome"

    def test_three_thousand_are_narrowed_and_ticked(self, qtbot):
        people = [Attendee(f"{n:032x}", f"Guest Number{n:04}") for n in range(3_000)]
        dialog = GroupDialog(None, FOOD, people)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.keyClicks(dialog.field, "NUMBER299")
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.keyClick(dialog.field, Qt.Key.Key_A, CTRL)
        assert [one.name for one in dialog.ticked()] == [f"Guest Number299{n}" for n in range(10)]
        qtbot.keyClick(dialog.field, SPACE)
        assert dialog.accept_button.text() == "Check in 9 of 3000  Enter"

    def test_who_is_refused_is_named_with_why(self, desk, four):
        desk.elsewhere(set_status, four[1], Status.UNPAID)
        told: list[str] = []

        def read(dialog) -> None:
            told.extend(dialog.list.item(at).text() for at in range(dialog.list.count()))
            desk.laptop.qtbot.keyClick(dialog, ENTER)

        with answering(RefusedDialog, read):
            self.let_in(desk, (Qt.Key.Key_A, CTRL), ENTER)
            desk.laptop.until(lambda: bool(told))
        assert told == ["Bob Berg — not paid yet"]
        assert (desk.screen.headline, desk.screen.tone) == ("2 checked in", "careful")

    def test_one_key_takes_the_whole_group_back(self, desk, four):
        self.let_in(desk, (Qt.Key.Key_A, CTRL), ENTER)
        desk.press(Qt.Key.Key_Z, CTRL)
        desk.laptop.until(lambda: desk.screen.headline == "Undone")
        assert desk.screen.advice.startswith("3 check-ins")
        assert desk.scan(desk.laptop.code(four[0])) == "Already checked in"
        assert desk.scan(desk.laptop.code(four[3])) == "Welcome"

    def test_after_another_scan_undo_is_about_that(self, desk, four):
        (eve,) = desk.laptop.register("Eve")
        self.let_in(desk, (Qt.Key.Key_A, CTRL), ENTER)
        desk.scan(desk.laptop.code(eve))
        desk.press(Qt.Key.Key_Z, CTRL)
        desk.laptop.until(lambda: desk.screen.headline == "Undone")
        assert desk.screen.name == "Eve"
        assert desk.scan(desk.laptop.code(four[3])) == "Already checked in"

    def test_a_scan_has_its_turn_while_many_are_let_in(self, desk):
        names = [f"Guest Number{n:03}" for n in range(60)]
        found = desk.laptop.register(*names, organisation=FOOD)
        (eve,) = desk.laptop.register("Eve")
        desk.scan(desk.laptop.code(found[0]))
        desk.laptop.until(lambda: bool(desk.group_offered))
        code, heard = desk.laptop.code(eve), []
        desk.page.doorway.answered.connect(lambda verdict: heard.append(desk.screen.headline))
        shown: list[str] = []
        desk.page.told.connect(lambda screen: shown.append(screen.headline))
        desk.page._group.told.connect(
            lambda screen: desk.page.take(code) if len(shown) == 1 else None
        )
        self.let_in(desk, (Qt.Key.Key_A, CTRL), ENTER)
        assert shown.index("Welcome") < shown.index("59 checked in")


def test_a_person_put_right_elsewhere_is_put_right_again(desk):
    (ada,) = desk.laptop.register("Ada Ozla")
    desk.scan(desk.laptop.code(ada))
    desk.elsewhere(edit, ada, Details({"job_title": "Chair"}))
    seen: list[str] = []

    def answer(dialog) -> None:
        seen.append(dialog.fields["job_title"].text())

    with answering(FixDialog, answer):
        desk.press(F2)
        desk.laptop.until(lambda: bool(seen))
    assert seen == ["Chair"]
