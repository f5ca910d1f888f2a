"""An event with one of everything, and every service that is told who works, to be asked of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time
from operator import attrgetter
from pathlib import Path
from typing import Any

from checkin.domain.attendancerules import AttendanceRules
from checkin.domain.certificates import Withdrawal
from checkin.domain.details import Details
from checkin.domain.duplicates import Pair
from checkin.domain.exportchoice import ExportChoice
from checkin.domain.kiosk import KioskPlan
from checkin.domain.people import Attendee, Status
from checkin.domain.roles import Action, Operator, Role
from checkin.domain.seals import Seal
from checkin.domain.sessionrows import SessionRow
from checkin.domain.template import Template
from checkin.services import (
    annulment,
    attendance,
    attendancerules,
    backups,
    badges,
    bookings,
    browsing,
    certificatelook,
    certificates,
    contacts,
    correcting,
    delegations,
    designs,
    duplicates,
    emergency,
    eventfile,
    events,
    evidence,
    exchange,
    exporting,
    forks,
    history,
    importing,
    kiosk,
    lists,
    live,
    merging,
    namesakes,
    neighbours,
    organizers,
    paperentry,
    paperundoing,
    photos,
    pins,
    plots,
    preflight,
    printlog,
    programme,
    programmeimport,
    questions,
    reception,
    registration,
    rehearsal,
    report,
    risks,
    rooms,
    safekeeping,
    sealing,
    sessions,
    sheetpeople,
    sheets,
    shownfields,
    templates,
    tickets,
    turnout,
    undoing_import,
    verifying,
    withdrawing,
)
from checkin.services.admission import Door
from checkin.store.stations import StationBook
from checkin.store.store import Store
from tests.services.lists import COLUMNS, list_of
from tests.world import COORDINATOR, DAY_ONE, World

NAME, PIN = "Elīna", "4711"
LABEL = Template("Label", 6200, 2900, ())
_NAMED = templates.NamedTemplate("classic", LABEL, builtin=True, chosen=True)
_BUILTIN = {"classic": replace(LABEL, name="Classic")}


def fill(world: World) -> None:
    """Do all that there is to do once, as Elīna."""
    world.operator = Operator(NAME)
    ada = world.register("Ada", organisation="Riga Tech")
    importing.import_list(world.store, world.operator, list_of(("Bob",)), COLUMNS)
    lists.add_list(world.store, world.operator, "Gala", DAY_ONE, lists.ListRules())
    world.session("Plenary", "09:00-10:30")
    dessert = questions.Wording("Dessert", optional=True, lists=(world.list("Gala").id,))
    questions.add_question(world.store, world.operator, dessert)
    for name in ("Forest Cluster", "Metal Cluster"):
        organizers.save_organizer(world.store, world.operator, None, name)
    templates.save_template(world.store, world.operator, LABEL)
    sheets.print_sheet(world.store, world.operator, world.list(), lambda sheet: sheet)
    world.scan(ada)
    dace, dita, egils, edgars = map(world.register, ("Dace", "Dita", "Egils", "Edgars"))
    merging.merge(world.store, world.operator, dace, dita)
    merging.keep_apart(world.store, world.operator, egils, edgars)
    zane, yngve = (world.register(name, contacts="yes") for name in ("Zane", "Yngve"))
    world.register("Ziedonis", contacts="yes")
    contacts.meet(world.store, world.operator, [zane.badge, yngve.badge])


@dataclass
class Desk:
    """Such an event; Ada is in, and `folder` is for what is written beside it."""

    world: World
    folder: Path

    @property
    def tickets(self) -> list[badges.Badge]:
        """Whose ticket is sent."""
        return [badges.badge_of(self.store, self.ada)]

    @property
    def store(self) -> Store:
        return self.world.store

    @property
    def ada(self) -> Attendee:
        return self._named("Ada")

    @property
    def bob(self) -> Attendee:
        return self._named("Bob")

    @property
    def adas_scan(self) -> list[str]:
        station, seq = self.store.door.last_accepted_by(self.store.station or "", NAME) or ("", 0)
        return [f"{station}:{seq}"]

    @property
    def bobs(self) -> list[Attendee]:
        return [self.bob]

    @property
    def dace(self) -> str:
        people = self.store.roster.everyone()
        return next(one.id for one in people if one.name in {"Dace", "Dita"})

    @property
    def zane(self) -> Attendee:
        return self._named("Zane")

    @property
    def yngve(self) -> list[Attendee]:
        return [self._named("Yngve")]

    @property
    def two_badges(self) -> list[str]:
        return [self.zane.badge, self.ziedonis]

    @property
    def zanes(self) -> list[str]:
        return [self.zane.id]

    @property
    def ziedonis(self) -> str:
        return self._named("Ziedonis").badge

    @property
    def egils(self) -> Attendee:
        return self._named("Egils")

    @property
    def edgars(self) -> Attendee:
        return self._named("Edgars")

    @property
    def pair(self) -> Pair:
        return Pair(self.ada, self.bob, ())

    @property
    def printed(self) -> list[tuple[str, str, str]]:
        return [(self.ada.id, self.ada.badge, "0" * 16)]

    @property
    def photo_plan(self) -> photos.PhotoPlan:
        return photos.PhotoPlan(((Path("Ada.jpg"), self.ada),), (), (), ())

    @property
    def organizer(self) -> str:
        return self.store.programme.organizers()[-1].id

    @property
    def label(self) -> str:
        return next(iter(templates.own_templates(self.store)))

    @property
    def entrance(self) -> object:
        return self.world.list()

    @property
    def gala(self) -> object:
        return self.world.list("Gala")

    @property
    def plenary(self) -> object:
        return sessions.find_session(self.store, "Plenary", self.world.clock())

    @property
    def taken(self) -> object:
        plan = programmeimport.ProgrammePlan()
        (plenary,) = self.store.programme.sessions()
        return programmeimport.ProgrammeTaken(plan, (plenary.id,), ())

    @property
    def plenary_id(self) -> list[str]:
        return [one.id for one in self.store.programme.sessions()]

    @property
    def removed_session(self) -> object:
        session = self.world.session("Dinner", "19:00-22:00")
        sessions.remove_session(self.store, COORDINATOR, session)
        return session

    @property
    def question(self) -> object:
        return questions.find_question(self.store, "Dessert")

    @property
    def sheet(self) -> object:
        return sheets.printed_sheets(self.store, COORDINATOR)[0]

    @property
    def sheet_code(self) -> str:
        return sheets.printed_sheets(self.store, COORDINATOR)[0].code

    @property
    def file(self) -> Path:
        return self.folder / "written.checkin"

    def _named(self, name: str) -> Attendee:
        return next(one for one in self.store.roster.everyone() if one.name == name)

    def scanned(self, who: Operator, force: str = "") -> None:
        person = self.ada if force else self.bob
        door = Door(self.store, who, self.world.list())
        assert door.scan(self.world.code(person), force=force).reason is None

    def rows_taken_back(self, who: Operator) -> None:
        sheet = sheets.printed_sheets(self.store, COORDINATOR)[0]
        rows = paperentry.enter_rows(self.store, Operator(NAME), sheet, "2")
        paperundoing.take_back(self.store, who, rows, "another sheet")

    def rows_named_back(self, who: Operator) -> None:
        sheet = sheets.printed_sheets(self.store, COORDINATOR)[0]
        paperentry.enter_rows(self.store, Operator(NAME), sheet, "2")
        paperundoing.take_back_rows(self.store, who, sheet, "2", "another sheet")

    def corrected(self, who: Operator) -> None:
        texts = {"name": "Ada B.", "organisation": "", "job_title": "chair", "email": "a@b.lv"}
        registration.edit(self.store, who, self.ada, Details(texts))

    def added_by_hand(self, who: Operator) -> None:
        door, now = self.world.list(), self.world.clock()
        correcting.add_check_in(self.store, who, self.bob, door, now, "missed")

    def moved_by_hand(self, who: Operator) -> None:
        (check_in,) = self.adas_scan
        correcting.move_check_in(self.store, who, check_in, self.world.clock(), "a slow clock")

    def annulled_by_hand(self, who: Operator) -> None:
        (check_in,) = self.adas_scan
        correcting.annul_check_in(self.store, who, check_in, "not her")

    def taken_back(self, who: Operator) -> None:
        (check_in,) = self.adas_scan
        done = correcting.Correction(correcting.Done.ADDED, check_in, self.world.clock())
        correcting.take_back(self.store, who, done, "a mistake")

    def withdrawn(self, who: Operator) -> None:
        certificates.issue(self.store, COORDINATOR, threshold=1)
        withdrawing.withdraw(self.store, who, [self.ada.id], Withdrawal.MISTAKE)

    def undone_of_another(self, who: Operator) -> None:
        door = Door(self.store, Operator("Māris"), self.world.list())
        verdict = door.scan(self.world.code(self.bob))
        annulment.undo(self.store, who, verdict.check_in, "not him")

    def furnished(self, who: Operator) -> None:
        path = rehearsal.begin_rehearsal(self.store, COORDINATOR, self.folder)
        book = self.world.book.rehearsing(self.folder)
        with Store.open(path, book, self.world.clock, rehearsal=True) as copy:
            rehearsal.furnish(copy, who)

    def exchanged(self, who: Operator) -> None:
        with self.world.other_laptop() as other:
            other.register("Cecīlija")
            exchange.exchange(self.store, other.store, who)

    def restored(self, who: Operator) -> None:
        safekeeping.backup(self.store, COORDINATOR, self.file)
        place = self.folder / "place.checkin"
        safekeeping.restore(place, self.file, who, self.world.book, self.world.clock)

    def reissued(self, who: Operator) -> None:
        safekeeping.backup(self.store, COORDINATOR, self.file)
        book = StationBook(self.folder / "installation")
        forks.reissue(self.file, self.world.path, "0" * 32, who, book, self.world.clock)

    def made_anew(self, who: Operator) -> None:
        facts: dict[str, Any] = {"title": "Another", "timezone": "Europe/Riga"}
        days: dict[str, Any] = {"first_day": DAY_ONE, "last_day": DAY_ONE}
        events.create_event(self.file, self.world.book, self.world.clock, who, **facts, **days)


Does = Callable[[Desk, Operator], object]


@dataclass(frozen=True)
class Asked:
    """A service, the action it takes, and whether it leaves a word in the journal."""

    name: str
    action: Action
    does: Does
    writes: bool


def _asked(
    action: Action, service: Callable[..., object], *given: object, writes: bool = False
) -> Asked:
    """Return a service as it is asked with `given`, attributes of the desk being looked up."""

    def does(desk: Desk, who: Operator) -> object:
        found = (one(desk) if isinstance(one, attrgetter) else one for one in given)
        return service(desk.store, who, *found)

    name = f"{service.__module__.rpartition('.')[2]}.{service.__name__}"
    return Asked(name, action, does, writes)


def _reads(action: Action, service: Callable[..., object], *given: object) -> Asked:
    return _asked(action, service, *given)


def _writes(action: Action, service: Callable[..., object], *given: object) -> Asked:
    return _asked(action, service, *given, writes=True)


def _taken(_badge: badges.Badge) -> None:
    """Take a ticket, as a mail server does."""


def _go_on(_done: int, _total: int) -> bool:
    return True


_TICKETS, _PACE = attrgetter("tickets"), tickets.Pace(60, lambda: 0.0, lambda _seconds: None)
_ADA, _ENTRANCE, _ORGANIZER = map(attrgetter, ("ada", "entrance", "organizer"))
_GALA, _FILE, _PRINTED = map(attrgetter, ("gala", "file", "printed"))
_BOB, _DACE, _EGILS, _EDGARS = map(attrgetter, ("bob", "dace", "egils", "edgars"))
_QUESTION = attrgetter("question")
_ZANE, _YNGVE, _TWO = map(attrgetter, ("zane", "yngve", "two_badges"))
_ZANES, _THIRD = map(attrgetter, ("zanes", "ziedonis"))
_SCANS, _BOBS = map(attrgetter, ("adas_scan", "bobs"))
_CECILIJA = list_of(("Cecīlija",))
_CHANGES = events.EventChanges(venue="Cēsis")
_NINE, _RULES = lists.ListRules(capacity=9), lists.ListRules()
_STRICTER = AttendanceRules(threshold=90)
_PROVED, _SEAL = evidence.Evidence((), ()), Seal(DAY_ONE, 1, (), 0, NAME)
_SUPPER = (SessionRow(2, {"name": "Supper", "day": "1", "time": "18:00-19:00"}),)
_LUNCH = sessions.SessionWords("Lunch", DAY_ONE, time(13), time(14))
_SHORTER = sessions.SessionWords(ends=time(10))
_PLENARY, _REMOVED = attrgetter("plenary"), attrgetter("removed_session")
_PHOTO, _PLAN = b"\xff\xd8\xff", attrgetter("photo_plan")
_SHEET, _SHEET_CODE = attrgetter("sheet"), attrgetter("sheet_code")
_A = Action
EVERY_SERVICE = (
    Asked("admission.Door", _A.SCAN, Desk.scanned, writes=True),
    _reads(_A.SCAN, attendance.double_admissions),
    _reads(_A.SCAN, turnout.in_twice),
    _reads(_A.SCAN, neighbours.event_of_code, "B" * 28, ()),
    _reads(_A.SCAN, backups.backups, ""),
    _reads(_A.SCAN, backups.back_up, ""),
    _reads(_A.SCAN, backups.back_up_changes, ""),
    _reads(_A.SCAN, backups.back_up_when_due, ""),
    _writes(_A.SCAN, emergency.emergency),
    _reads(_A.SAFEKEEPING, emergency.check_emergency_folder, attrgetter("folder")),
    _reads(_A.SCAN, sheets.printed_sheets),
    _reads(_A.SCAN, sheets.find_sheet, _SHEET_CODE),
    _reads(_A.SCAN, paperentry.sheet_at_hand, _SHEET_CODE),
    _reads(_A.SCAN, paperentry.foresee_rows, _SHEET, "1-2"),
    _writes(_A.SCAN, paperentry.enter_rows, _SHEET, "1-2"),
    Asked("paperundoing.take_back", _A.UNDO_OWN, Desk.rows_taken_back, writes=True),
    Asked("paperundoing.take_back_rows", _A.UNDO_OWN, Desk.rows_named_back, writes=True),
    _reads(_A.PRINT_BADGES, sheets.show_sheet, _ENTRANCE),
    _writes(_A.PRINT_BADGES, sheets.print_sheet, _GALA, lambda sheet: sheet),
    _reads(_A.SCAN, safekeeping.rescue, _FILE),
    _writes(_A.SCAN, delegations.check_in_together, _ENTRANCE, _BOBS),
    _reads(_A.SEARCH, delegations.awaited_of, _ENTRANCE, "Riga Tech"),
    _reads(_A.SEARCH, delegations.count_awaited, _ENTRANCE, "Riga Tech"),
    _reads(_A.SEARCH, namesakes.namesakes, _ENTRANCE, "0" * 32),
    _reads(_A.SCAN, rehearsal.codes_to_practise),
    _reads(_A.SCAN, rehearsal.begin_rehearsal, attrgetter("folder")),
    Asked("rehearsal.furnish", _A.SCAN, Desk.furnished, writes=False),
    _reads(_A.SCAN, kiosk.begin_kiosk, KioskPlan("/seminar.checkin"), PIN),
    _reads(_A.SEARCH, kiosk.badge_meant, "Ada"),
    _reads(_A.SET_PINS, kiosk.call_off_kiosk),
    _writes(_A.SCAN, contacts.meet, _TWO),
    _writes(_A.SCAN, contacts.join, _ZANES, _THIRD),
    _writes(_A.SCAN, contacts.unmeet, _ZANE, _YNGVE),
    _reads(_A.SEARCH, contacts.met, _ZANE),
    _reads(_A.SEARCH, contacts.suggest, _ZANE),
    _reads(_A.EXPORT, contacts.everyones_contacts),
    _reads(_A.EXPORT, contacts.agreeing),
    _reads(_A.SEARCH, browsing.listing),
    _reads(_A.SEARCH, browsing.rows, [1]),
    _reads(_A.SEARCH, browsing.row_of, "0" * 32),
    _reads(_A.SEARCH, browsing.roster_counts),
    _reads(_A.SEARCH, browsing.known_words),
    _reads(_A.SEARCH, eventfile.event_file),
    _reads(_A.SEARCH, history.history, "0" * 32),
    _reads(_A.SEARCH, live.live, _ENTRANCE),
    _reads(_A.SEARCH, organizers.organizers),
    _reads(_A.SEARCH, preflight.check_event, preflight.Check.DAY, preflight.Place(180)),
    _reads(_A.SEARCH, photos.photo_of, "0" * 32),
    _reads(_A.SEARCH, photos.has_photos),
    _reads(_A.SEARCH, programme.programme),
    _reads(_A.SEARCH, questions.questions),
    _reads(_A.SEARCH, sessions.sessions),
    _reads(_A.SEARCH, sheetpeople.times_on, _ENTRANCE),
    _reads(_A.SEARCH, bookings.bookings),
    _reads(_A.SEARCH, shownfields.showable_fields),
    _reads(_A.SEARCH, reception.overview, _ENTRANCE),
    _reads(_A.SEARCH, reception.latest),
    _reads(_A.SEARCH, reception.entered),
    _reads(_A.SEARCH, reception.suggestions, _ENTRANCE, "ad"),
    _reads(_A.SEARCH, reception.name_of_badge, "B" * 12),
    _reads(_A.SEARCH, registration.roster),
    _reads(_A.SEARCH, turnout.turnout),
    _reads(_A.SEARCH, attendance.records),
    _reads(_A.SEARCH, attendancerules.attendance_rules),
    _reads(_A.SEARCH, rooms.occupancy),
    _writes(_A.ADD_ATTENDEE, registration.register, Details({"name": "Cecīlija"})),
    _writes(_A.UNDO_OWN, annulment.undo),
    _writes(_A.UNDO_OWN, annulment.undo_together, _SCANS),
    Asked("correcting.add_check_in", _A.UNDO_ANY, Desk.added_by_hand, writes=True),
    Asked("correcting.move_check_in", _A.UNDO_ANY, Desk.moved_by_hand, writes=True),
    Asked("correcting.annul_check_in", _A.UNDO_ANY, Desk.annulled_by_hand, writes=True),
    Asked("correcting.take_back", _A.UNDO_ANY, Desk.taken_back, writes=True),
    Asked("annulment.undo, another's", _A.UNDO_ANY, Desk.undone_of_another, writes=True),
    Asked("admission.Door, by force", _A.ADMIT_ANYWAY, lambda d, who: d.scanned(who, "!"), True),
    _reads(_A.PRINT_BADGES, badges.badges_to_print),
    _reads(_A.PRINT_BADGES, badges.printed_faces),
    _reads(_A.PRINT_BADGES, printlog.prints),
    _reads(_A.PRINT_BADGES, badges.was_printed, "KDTRNBVXHJLC"),
    _reads(_A.PRINT_BADGES, badges.outdated, frozenset(), lambda one: one.code),
    _reads(_A.PRINT_BADGES, templates.templates, _BUILTIN),
    _reads(_A.PRINT_BADGES, templates.find_template, _BUILTIN, "Label"),
    _reads(_A.PRINT_BADGES, designs.design_of, _BUILTIN),
    _reads(_A.PRINT_BADGES, designs.missing, _BUILTIN),
    _reads(_A.CHANGE_ROSTER, tickets.tickets),
    _reads(_A.CHANGE_ROSTER, tickets.due, ()),
    _writes(_A.CHANGE_ROSTER, tickets.send_tickets, _TICKETS, _taken, _PACE, _go_on),
    _writes(_A.PRINT_BADGES, badges.replace_badge, _ADA),
    _writes(_A.PRINT_BADGES, badges.record_printed, _PRINTED),
    _reads(_A.CHANGE_ROSTER, importing.plan_import, _CECILIJA, COLUMNS),
    _writes(_A.CHANGE_ROSTER, importing.import_list, _CECILIJA, COLUMNS),
    _reads(_A.CHANGE_ROSTER, undoing_import.imports),
    _writes(_A.CHANGE_ROSTER, undoing_import.undo_import),
    _reads(_A.CHANGE_ROSTER, duplicates.likely_duplicates),
    _reads(_A.CHANGE_ROSTER, duplicates.duplicates_at_a_glance),
    _reads(_A.CHANGE_ROSTER, duplicates.compare, attrgetter("pair")),
    _writes(_A.CHANGE_ROSTER, merging.merge, _ADA, _BOB),
    _writes(_A.CHANGE_ROSTER, merging.keep_apart, _ADA, _BOB),
    _writes(_A.CHANGE_ROSTER, merging.take_back_merger, _DACE),
    _writes(_A.CHANGE_ROSTER, merging.take_back_apart, _EGILS, _EDGARS),
    _writes(_A.CHANGE_ROSTER, registration.edit, _ADA, Details({"category": "press"})),
    Asked("registration.edit, at the door", _A.CORRECT, Desk.corrected, writes=True),
    _writes(_A.CHANGE_ROSTER, bookings.book, _ADA, attrgetter("plenary_id")),
    _writes(_A.CHANGE_ROSTER, registration.set_status, _ADA, Status.BLOCKED),
    _reads(_A.CHANGE_ROSTER, photos.plan_photos, [Path("Ada.jpg")]),
    _writes(_A.CHANGE_ROSTER, photos.set_photo, _ADA, _PHOTO),
    _writes(
        _A.CHANGE_ROSTER, photos.set_photos, _PLAN, lambda _path: _PHOTO, lambda _done, _all: True
    ),
    _writes(_A.CHANGE_PROGRAMME, events.change_event, _CHANGES),
    _writes(_A.CHANGE_PROGRAMME, lists.add_list, "Lunch", DAY_ONE, _RULES),
    _writes(_A.CHANGE_PROGRAMME, lists.change_list, _ENTRANCE, _NINE),
    _writes(_A.CHANGE_PROGRAMME, lists.remove_list, _GALA),
    _writes(_A.CHANGE_PROGRAMME, attendancerules.change_attendance_rules, _STRICTER),
    _reads(_A.CHANGE_PROGRAMME, programmeimport.plan_import_of_programme, _SUPPER),
    _writes(_A.CHANGE_PROGRAMME, programmeimport.import_programme, _SUPPER),
    _writes(_A.CHANGE_PROGRAMME, programmeimport.undo_programme_import, attrgetter("taken")),
    _writes(_A.CHANGE_PROGRAMME, sessions.add_session, _LUNCH),
    _writes(_A.CHANGE_PROGRAMME, sessions.change_session, _PLENARY, _SHORTER),
    _writes(_A.CHANGE_PROGRAMME, sessions.remove_session, _PLENARY),
    _writes(_A.CHANGE_PROGRAMME, sessions.bring_session_back, _REMOVED),
    _writes(_A.CHANGE_PROGRAMME, organizers.save_organizer, None, "Food Cluster"),
    _writes(_A.CHANGE_PROGRAMME, organizers.move_organizer, _ORGANIZER, True),
    _writes(_A.CHANGE_PROGRAMME, organizers.remove_organizer, _ORGANIZER),
    _writes(_A.CHANGE_PROGRAMME, questions.add_question, questions.Wording("Meal")),
    _writes(_A.CHANGE_PROGRAMME, questions.change_question, _QUESTION, questions.Wording("Cake")),
    _writes(_A.CHANGE_PROGRAMME, questions.remove_question, _QUESTION),
    _writes(_A.CHANGE_PROGRAMME, questions.bring_back, _QUESTION),
    _writes(_A.CHANGE_PROGRAMME, shownfields.show_fields, ["country"]),
    _writes(_A.CHANGE_PROGRAMME, templates.save_template, replace(LABEL, name="Card")),
    _writes(_A.CHANGE_PROGRAMME, templates.choose_template, _NAMED),
    _writes(_A.CHANGE_PROGRAMME, templates.remove_template, attrgetter("label")),
    _reads(_A.EXPORT, attendance.attendance),
    _reads(_A.SEARCH, attendance.narrowed),
    _reads(_A.EXPORT, exporting.export, ExportChoice()),
    _reads(_A.EXPORT, plots.plots),
    _reads(_A.SEARCH, risks.risks),
    _reads(_A.EXPORT, report.report),
    _reads(_A.EXPORT, certificates.candidates),
    _writes(_A.EXPORT, certificates.issue, (), 1),
    _reads(_A.EXPORT, certificates.issued),
    _reads(_A.EXPORT, verifying.certificate_log),
    _reads(_A.EXPORT, withdrawing.fallen),
    _reads(_A.EXPORT, withdrawing.withdraw_fallen),
    Asked("withdrawing.withdraw", _A.EXPORT, Desk.withdrawn, writes=True),
    _reads(_A.EXPORT, withdrawing.reinstate, ()),
    _reads(_A.SEARCH, verifying.verify_certificate, "B" * 28),
    _reads(_A.PRINT_BADGES, certificatelook.certificate_template),
    _reads(_A.PRINT_BADGES, certificatelook.certificate_templates, LABEL),
    _reads(_A.PRINT_BADGES, certificatelook.certificate_design, LABEL),
    _writes(_A.CHANGE_PROGRAMME, certificatelook.save_certificate_template, LABEL),
    _reads(_A.CHANGE_PROGRAMME, certificatelook.forget_certificate_template),
    _reads(_A.EXPORT, evidence.evidence),
    _reads(_A.EXPORT, evidence.journal_of, _PROVED),
    _reads(_A.EXPORT, evidence.scans_of, _PROVED),
    _reads(_A.EXPORT, evidence.manifest_of, _PROVED, ()),
    _reads(_A.SEARCH, sealing.seals),
    _reads(_A.SEARCH, sealing.annex, _SEAL),
    _reads(_A.SAFEKEEPING, sealing.day_to_close, DAY_ONE),
    _writes(_A.SAFEKEEPING, sealing.seal_day, DAY_ONE),
    _reads(_A.SAFEKEEPING, backups.check_backup_folder, attrgetter("folder")),
    _reads(_A.SAFEKEEPING, safekeeping.verify),
    _reads(_A.SAFEKEEPING, safekeeping.rebuild),
    _reads(_A.SAFEKEEPING, safekeeping.backup, _FILE),
    Asked("safekeeping.restore", _A.SAFEKEEPING, Desk.restored, writes=False),
    Asked("forks.reissue", _A.SAFEKEEPING, Desk.reissued, writes=False),
    Asked("exchange.exchange", _A.SAFEKEEPING, Desk.exchanged, writes=True),
    Asked("events.create_event", _A.SAFEKEEPING, Desk.made_anew, writes=False),
    _writes(_A.SET_PINS, pins.set_pin, Role.COORDINATOR, PIN),
    _writes(_A.SET_PINS, pins.clear_pin, Role.COORDINATOR),
)
