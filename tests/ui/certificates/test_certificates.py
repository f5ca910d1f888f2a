"""Certificates from the attendance page: issued, saved, withdrawn, verified, sent, and logged."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QFileDialog

from checkin.domain.certificates import Proof, certificate_code
from checkin.domain.code import printed
from checkin.domain.details import Details
from checkin.domain.people import Status
from checkin.domain.template import Text
from checkin.domain.times import to_ms
from checkin.services.admission import Door
from checkin.services.certificatelook import certificate_template
from checkin.services.certificates import issue, issued
from checkin.services.lists import find_list
from checkin.services.registration import edit, set_status
from checkin.services.templates import templates
from checkin.ui.certificates.desk import CertificatesDesk
from checkin.ui.certificates.dialog import CertificatesDialog
from checkin.ui.certificates.troubledialog import TroubleDialog
from checkin.ui.certificates.verifydialog import VerifyDialog
from checkin.ui.designer.dialog import DesignerDialog
from checkin.ui.tickets.dialog import TicketsDialog
from tests.ui.conftest import OPERATOR, Laptop
from tests.ui.test_reception import answering
from tests.world import RIGA

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Evening:
    """The attendance page after two days: Ada came to both, Boriss to one, Cilda to both."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        ada, boriss, cilda = laptop.register("Ada Ozola", "Boriss Liepa", "Cilda Egle")
        self.people = {one.name: one for one in (ada, boriss, cilda)}
        laptop.clock.now = datetime(2026, 6, 3, 18, 0, tzinfo=RIGA)
        with laptop.app.open_event(laptop.path) as store:
            for day, who in ((2, ada), (3, ada), (2, boriss), (2, cilda), (3, cilda)):
                at = to_ms(datetime(2026, 6, day, 8, 50, tzinfo=RIGA))
                door = Door(store, OPERATOR, find_list(store, f"2026-06-0{day}", at))
                door.scan(laptop.code(who), at=at)
        assert laptop.window.view
        self.view = laptop.window.view
        self.page = next(one for one in self.view.pages if one.findChildren(CertificatesDesk))
        self.view.show_page(self.view.pages.index(self.page))
        laptop.rest()

    @property
    def said(self) -> list[str]:
        return [one.text for one in self.view.bench.notices.notices]

    def until_said(self, words: str) -> None:
        self.laptop.until(lambda: any(words in one for one in self.said))

    def certificates(self, act) -> None:
        """Open the dialog with its key, and do something in it once it is filled."""

        def when_read(dialog: CertificatesDialog) -> None:
            self.laptop.until(lambda: dialog.found is not None)
            act(dialog)

        with answering(CertificatesDialog, when_read):
            self.laptop.qtbot.keyClick(self.page, Qt.Key.Key_C, CONTROL | SHIFT)
            self.laptop.until(lambda: self.laptop.window.idle)

    def press(self, dialog, key, modifiers=CONTROL) -> None:
        # Keys are heard by the window that is active, which a new one is only after a moment.
        dialog.activateWindow()
        self.laptop.until(dialog.isActiveWindow)
        self.laptop.qtbot.keyClick(dialog, key, modifiers)

    def give(self) -> list[str]:
        """Issue certificates, as another process would; return the code of each."""
        with self.laptop.app.open_event(self.laptop.path) as store:
            issue(store, OPERATOR)
            found = [certificate_code(store.key, one.number) for one in issued(store, OPERATOR)]
        self.laptop.rest()
        return found


@pytest.fixture
def evening(at_event: Laptop) -> Evening:
    return Evening(at_event)


def rows(dialog: CertificatesDialog) -> list[tuple[str, str]]:
    model = dialog.model
    return [
        (model.index(at, 0).data(), model.index(at, 4).data()) for at in range(model.rowCount())
    ]


def test_who_gets_one_is_listed_first_and_who_is_below_by_how_much(evening):
    def look(dialog):
        assert rows(dialog) == [
            ("Cilda Egle", "gets one"),
            ("Ada Ozola", "gets one"),
            ("Boriss Liepa", "lacks 4 h 48 min"),
        ]
        assert dialog.summary.text() == "From 80 % of the programme: 2 get one, 1 below."
        assert not dialog.early.isVisible()
        assert not dialog.together.isEnabled()
        dialog.field.setText("boriss")
        assert [name for name, _ in rows(dialog)] == ["Boriss Liepa"]

    evening.certificates(look)


def test_issued_then_undone(evening):
    def act(dialog):
        evening.press(dialog, Qt.Key.Key_Return)
        evening.laptop.until(lambda: dialog.done_line.text() == "2 certificates are issued.")
        evening.laptop.until(lambda: not dialog.issue.isEnabled())
        assert dialog.together.isEnabled()
        evening.press(dialog, Qt.Key.Key_Z)
        evening.laptop.until(lambda: dialog.done_line.text() == "Undone.")
        evening.laptop.until(dialog.issue.isEnabled)

    evening.certificates(act)


def test_one_pdf_for_the_chosen(evening, monkeypatch, tmp_path):
    evening.give()
    out = tmp_path / "papers.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))

    def act(dialog):
        dialog.field.setText("ada")
        # The keys that opened the dialog are still held down, so that a row is not merely clicked.
        rows_too = QItemSelectionModel.SelectionFlag.Rows
        select = QItemSelectionModel.SelectionFlag.Select | rows_too
        dialog.table.selectionModel().select(dialog.model.index(0, 0), select)
        assert dialog.together.text() == "Save the chosen as PDF…"
        evening.press(dialog, Qt.Key.Key_S)

    evening.certificates(act)
    evening.until_said("1 certificates are in papers.pdf")
    [page] = pypdfium2.PdfDocument(out)
    assert "Ada Ozola" in page.get_textpage().get_text_bounded()


def test_a_pdf_each_once_it_is_said_what_is_cut_short(evening, monkeypatch, tmp_path):
    evening.give()
    with evening.laptop.app.open_event(evening.laptop.path) as store:
        edit(store, OPERATOR, evening.people["Ada Ozola"], Details({"organisation": "Wide " * 100}))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "papers"))
    Path(tmp_path / "papers").mkdir()
    told = []

    def go_on(dialog):
        told.append(dialog.list.item(0).text())
        dialog.accept()

    with answering(TroubleDialog, go_on):
        evening.certificates(lambda dialog: evening.press(dialog, Qt.Key.Key_S, CONTROL | SHIFT))
        evening.until_said("2 certificates are in papers")
    assert told == ["Ada Ozola: cut short: organisation"]
    assert len(list((tmp_path / "papers").iterdir())) == 2


def test_blocked_since_it_is_withdrawn_and_verified_as_such(evening):
    ada = evening.give()[0]
    with evening.laptop.app.open_event(evening.laptop.path) as store:
        for one in evening.people.values():
            set_status(store, OPERATOR, one, Status.BLOCKED)

    def act(dialog):
        assert "to be withdrawn: blocked" in dict(rows(dialog)).values()
        evening.press(dialog, Qt.Key.Key_W)
        evening.laptop.until(lambda: dialog.done_line.text() == "2 certificates are withdrawn.")

    evening.certificates(act)

    def look(dialog):
        evening.laptop.until(lambda: dialog.found is not None)
        assert dialog.found.proof is Proof.WITHDRAWN
        assert dialog.said.text() == "Withdrawn"
        assert dialog.detail.text() == "Since 3 June 2026, 18:00, by Elīna: blocked."

    with answering(VerifyDialog, look):
        evening.view.bench.news.certificate_scanned.emit(ada)


def test_a_number_typed_by_hand_and_one_that_is_not_ours(evening):
    codes = evening.give()

    def act(dialog):
        dialog.field.setText(printed(codes[0][:12]))
        dialog.accept()
        evening.laptop.until(lambda: dialog.found is not None)
        assert dialog.said.text() == "Valid"
        shown = [
            dialog.facts.itemAt(at, dialog.facts.ItemRole.FieldRole).widget().text()
            for at in (0, 1, 2)
        ]
        assert shown == ["Cilda Egle", "2–3 June 2026", "16 h of 16 h"]
        dialog.take_scan("BCDF" * 7)
        evening.laptop.until(lambda: dialog.said.text() == "Not ours")
        assert dialog.facts.rowCount() == 0

    with answering(VerifyDialog, act):
        evening.certificates(lambda dialog: evening.press(dialog, Qt.Key.Key_K))


def test_a_certificate_that_is_scanned_at_reception_is_verified_and_checks_nobody_in(evening):
    codes = evening.give()
    evening.view.show_page(0)
    seen = []

    def look(dialog):
        evening.laptop.until(lambda: dialog.found is not None)
        seen.append(dialog.found.proof)

    with answering(VerifyDialog, look):
        evening.view.scanning._to_the_door(codes[0], 0)
    assert seen == [Proof.VALID]


def test_by_e_mail_each_gets_theirs(evening):
    evening.give()

    def look(dialog):
        assert dialog.windowTitle() == "Certificates by e-mail"
        assert "2 have no e-mail address" in dialog.who.text()
        dialog._look.setChecked(True)
        assert "16 h of 16 h" in dialog._shown.text()

    with answering(TicketsDialog, look):
        evening.certificates(lambda dialog: evening.press(dialog, Qt.Key.Key_T))


def test_the_template_is_designed_and_used_once_it_is_saved(evening):
    evening.certificates(lambda dialog: evening.press(dialog, Qt.Key.Key_E))
    evening.laptop.until(lambda: evening.page.findChild(DesignerDialog) is not None)
    evening.laptop.rest()
    dialog = evening.page.findChild(DesignerDialog)
    assert dialog.windowTitle() == "Design certificates"
    evening.laptop.until(lambda: "3 certificates fit" in dialog.checks.said)
    assert "{hours} of {programme} of the programme ({share})" in [
        one.words for one in dialog.document.now.template.front if isinstance(one, Text)
    ]
    template = replace(dialog.document.now.template, name="Ours")
    dialog.document.do(dialog.document.now.become(template))
    dialog.keeping.save()
    evening.laptop.until(lambda: dialog.said.text() == "Ours is saved.")
    with evening.laptop.app.open_event(evening.laptop.path) as store:
        kept = certificate_template(store, OPERATOR)
        assert kept is not None
        assert kept.name == "Ours"
        builtin = evening.laptop.app.builtin_templates()
        assert "Ours" not in [one.template.name for one in templates(store, OPERATOR, builtin)]
    dialog.reject()
    evening.laptop.rest()


def test_after_corrections_it_is_said_whose_certificate_fell(evening):
    evening.give()
    with evening.laptop.app.open_event(evening.laptop.path) as store:
        set_status(store, OPERATOR, evening.people["Ada Ozola"], Status.CANCELED)
    evening.page.certificates.say_fallen()
    evening.until_said("1 certificates do not hold any more: Ada Ozola.")
