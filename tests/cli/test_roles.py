"""Every command as every role: it is done, or refused in one sentence with nothing changed."""

from pathlib import Path

import click
import pytest
from PIL import Image

from checkin.cli.main import cli
from checkin.domain.roles import Action, Role, trusted_with
from checkin.store.certificates import certificates
from checkin.store.store import Store
from tests.cli.desk import FIRST, Desk

BACKUP, OTHER, LIST, CARD = "backup.checkin", "other.checkin", "list.csv", "card.json"
TEMPLATE = '{"template": 1, "name": "Card", "width": 86, "height": 54}'
NEW = ("--title", "T", "--from", FIRST, "--timezone", "UTC")
# What each command is asked for: the action it takes, None for what everybody may, and how.
COMMANDS: dict[str, tuple[Action | None, tuple[str, ...]]] = {
    "add": (Action.ADD_ATTENDEE, ("--name", "Cecīlija")),
    "attendance": (Action.EXPORT, ()),
    "attendance --at-risk": (Action.SEARCH, ()),
    "attendees": (Action.SEARCH, ()),
    "attendees --out": (Action.EXPORT, ("roster.csv",)),
    "backup": (Action.SAFEKEEPING, ("copy.checkin",)),
    "badge replace": (Action.PRINT_BADGES, ("{ada}",)),
    "badges": (Action.PRINT_BADGES, ("--out", "badges.pdf")),
    "badges --printed": (Action.PRINT_BADGES, ()),
    "block": (Action.CHANGE_ROSTER, ("{ada}",)),
    "cancel": (Action.CHANGE_ROSTER, ("{ada}",)),
    "contacts": (Action.EXPORT, ()),
    "contacts --out": (Action.EXPORT, ("contacts",)),
    "contacts list": (Action.EXPORT, ("--out", "contacts.pdf")),
    "contacts meet": (Action.SCAN, ("{ada}", "{zane}")),
    "contacts show": (Action.SEARCH, ("{ada}",)),
    "contacts suggest": (Action.SEARCH, ("{ada}",)),
    "contacts unmeet": (Action.SCAN, ("{ada}", "{bob}")),
    "correct add": (
        Action.UNDO_ANY,
        ("{ada}", "--list", FIRST, "--at", "08:00", "--why", "missed"),
    ),
    "correct annul": (Action.UNDO_ANY, ("{scan}", "--why", "not her")),
    "correct move": (Action.UNDO_ANY, ("{scan}", "08:00", "--why", "a slow clock")),
    "certificates": (Action.EXPORT, ()),
    "certificates --out": (Action.EXPORT, ("papers.pdf", "--share", "0.1")),
    "certificates check": (Action.EXPORT, ()),
    "certificates drafts": (Action.EXPORT, ("--out", "drafts")),
    "certificates log": (Action.EXPORT, ()),
    "certificates reinstate": (Action.EXPORT, ("{bob}",)),
    "certificates send": (Action.EXPORT, ("--dry-run",)),
    "certificates template export": (Action.PRINT_BADGES, ("look.json",)),
    "certificates template forget": (Action.CHANGE_PROGRAMME, ()),
    "certificates template import": (Action.CHANGE_PROGRAMME, (CARD,)),
    "certificates verify": (Action.SEARCH, ("{certificate}",)),
    "certificates withdraw": (Action.EXPORT, ("{bob}",)),
    "doctor": (Action.SEARCH, ()),
    "duplicates": (Action.CHANGE_ROSTER, ()),
    "edit": (Action.CHANGE_ROSTER, ("{ada}", "--notes", "chair")),
    "edit --job-title": (Action.CORRECT, ("chair", "{ada}")),
    "emergency": (Action.SCAN, ("--out", ".")),
    "evidence": (Action.EXPORT, ("--out", "pack.zip")),
    "exchange": (Action.SAFEKEEPING, ("--with", OTHER)),
    "import": (Action.CHANGE_ROSTER, (LIST,)),
    "import --dry-run": (Action.CHANGE_ROSTER, (LIST,)),
    "import --list": (Action.CHANGE_ROSTER, ()),
    "import --undo": (Action.CHANGE_ROSTER, ()),
    "keep-apart": (Action.CHANGE_ROSTER, ("{ada}", "{bob}")),
    "kiosk --end": (Action.SET_PINS, ()),
    "lists": (Action.SEARCH, ()),
    "lists add": (Action.CHANGE_PROGRAMME, ("Lunch", "--day", FIRST)),
    "lists edit": (Action.CHANGE_PROGRAMME, ("Gala", "--capacity", "9")),
    "lists remove": (Action.CHANGE_PROGRAMME, ("Gala",)),
    "live": (Action.SEARCH, ()),
    "merge": (Action.CHANGE_ROSTER, ("{ada}", "{bob}")),
    "new": (Action.SAFEKEEPING, ("another", *NEW)),
    "photos": (Action.CHANGE_ROSTER, ("pictures",)),
    "pin clear": (Action.SET_PINS, ("reception",)),
    "pin set": (Action.SET_PINS, ("coordinator",)),
    "pin status": (None, ()),
    "questions": (Action.SEARCH, ()),
    "questions add": (Action.CHANGE_PROGRAMME, ("Meal",)),
    "questions edit": (Action.CHANGE_PROGRAMME, ("Dessert", "--kind", "yesno")),
    "questions remove": (Action.CHANGE_PROGRAMME, ("Dessert",)),
    "rebuild": (Action.SAFEKEEPING, ()),
    "rehearse --codes": (Action.SCAN, ("codes.pdf",)),
    "plots": (Action.EXPORT, ("--out", "days.png", "--only", "days")),
    "report": (Action.EXPORT, ()),
    "report --out": (Action.EXPORT, ("report.pdf",)),
    "restore": (Action.SAFEKEEPING, (BACKUP,)),
    "rules": (Action.SEARCH, ()),
    "rules --threshold": (Action.CHANGE_PROGRAMME, ("90",)),
    "scan": (Action.SCAN, ("{ada}",)),
    "scan --force": (Action.ADMIT_ANYWAY, ("I know her", "{ada}")),
    "scan --answer Cake=no": (Action.SCAN, ("--list", "Gala", "{ada}")),
    "sessions": (Action.SEARCH, ()),
    "sessions add": (
        Action.CHANGE_PROGRAMME,
        ("Lunch", "--day", FIRST, "--starts", "12:00", "--ends", "13:00"),
    ),
    "sessions book": (Action.CHANGE_ROSTER, ("{ada}", "Plenary")),
    "sessions bookings": (Action.SEARCH, ()),
    "sessions unbook": (Action.CHANGE_ROSTER, ("{bob}", "Plenary")),
    "sessions edit": (Action.CHANGE_PROGRAMME, ("Plenary", "--room", "Blue")),
    "sessions import": (Action.CHANGE_PROGRAMME, ("programme.csv",)),
    "sessions remove": (Action.CHANGE_PROGRAMME, ("Plenary",)),
    "sheets": (Action.SCAN, ()),
    "sheets --out": (Action.PRINT_BADGES, ("sheet.pdf", "--list", "Gala")),
    "sheets enter": (Action.SCAN, ("{sheet}", "1")),
    "sheets undo": (Action.UNDO_OWN, ("{sheet}", "1")),
    "shown": (Action.SEARCH, ()),
    "shown country": (Action.CHANGE_PROGRAMME, ()),
    "seal": (Action.SEARCH, ()),
    f"seal {FIRST}": (Action.SAFEKEEPING, ()),
    "templates": (Action.PRINT_BADGES, ()),
    "templates export": (Action.PRINT_BADGES, ("Card", "out.json")),
    "templates import": (Action.CHANGE_PROGRAMME, (CARD, "--name", "Another")),
    "templates remove": (Action.CHANGE_PROGRAMME, ("Card",)),
    "templates rename": (Action.CHANGE_PROGRAMME, ("Card", "Another")),
    "templates show": (Action.PRINT_BADGES, ("Card", "--out", "card.png")),
    "templates use": (Action.CHANGE_PROGRAMME, ("Card",)),
    "tickets drafts": (Action.CHANGE_ROSTER, ("--out", "drafts")),
    "tickets log": (Action.CHANGE_ROSTER, ()),
    "tickets save": (Action.CHANGE_ROSTER, ("--out", "tickets")),
    "tickets send": (Action.CHANGE_ROSTER, ("--dry-run",)),
    "undo": (Action.UNDO_OWN, ()),
    "undo {scan}": (Action.UNDO_ANY, ("--why", "not him")),
    "verify": (Action.SAFEKEEPING, ()),
}
# They make events of their own; a recovery code is asked of whoever has it, see test_pins.
# Stocks and mail servers are the computer's, not an event's.
STOCKS = {"add", "adjust", "change", "import", "remove", "ruler", "show"}
ELSEWHERE = {"demo", "tour", "mail", "pin recover", "stocks", *(f"stocks {one}" for one in STOCKS)}


def leaves(group: click.Group = cli, path: str = "") -> set[str]:
    """Return every command that does something."""
    context, found = click.Context(group), set()
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found |= leaves(command, f"{path}{name} ")
            if command.invoke_without_command:
                found.add(path + name)
        else:
            found.add(path + name)
    return found


def test_every_command_is_tried() -> None:
    bare = {name.partition(" -")[0].partition(" {")[0] for name in COMMANDS} - {
        "shown country",
        f"seal {FIRST}",
    }
    assert bare | ELSEWHERE == leaves()
    assert {action for action, _ in COMMANDS.values()} == {*Action, None}


@pytest.fixture
def full(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk with one of everything: somebody of the list in by Māris's hand."""
    (desk.folder / "pictures").mkdir()
    Image.new("RGB", (30, 40)).save(desk.folder / "pictures" / "Ada Abele.png")
    people = "Name,E-mail\nBob Berg,bob@example.lv\nBruno Berg,\n"
    (desk.folder / LIST).write_text(people, "utf-8")
    desk.done("import", LIST)
    (desk.folder / CARD).write_text(TEMPLATE)
    desk.done("templates", "import", CARD)
    desk.done("lists", "add", "Gala", "--day", FIRST)
    hours = ("--starts", "09:00", "--ends", "10:30")
    desk.done("sessions", "add", "Plenary", "--day", FIRST, *hours)
    programme = "Session,Day,Time\nSupper,1,18:00-19:00\n"
    (desk.folder / "programme.csv").write_text(programme, "utf-8")
    desk.done("questions", "add", "Dessert", "--list", "Gala", "--optional")
    desk.done("questions", "add", "Cake", "--list", "Gala", "--kind", "yesno")
    desk.add("Ada Abele", "--email", "ada@example.lv", "--contacts", "yes")
    desk.add("Zane Ozola", "--contacts", "yes")
    monkeypatch.setenv("CHECKIN_OPERATOR", "Māris")
    bob = next(one for one in desk.done("attendees", "--json").json if one["name"] == "Bob Berg")
    scanned = desk.scan(bob["badge"])
    assert scanned[0]["status"] == "ok"
    ada = next(one for one in desk.done("attendees", "--json").json if one["name"] == "Ada Abele")
    desk.done("edit", bob["badge"], "--contacts", "yes")
    desk.done("sessions", "book", bob["badge"], "Plenary")
    desk.done("contacts", "meet", bob["badge"], ada["badge"])
    monkeypatch.setenv("CHECKIN_OPERATOR", "Elīna")
    assert desk("certificates", "--share", "0.1", "--out", "certificates.pdf").code == 0
    desk.done("sheets", "--out", "printed.pdf")
    desk.done("backup", BACKUP)
    desk.done("backup", OTHER)
    monkeypatch.setenv("CHECKIN_NEW_PIN", "4711")
    return desk


def words_of(name: str, desk: Desk) -> list[str]:
    """Return a command as it is typed, with the person and the check-in that there are."""
    people = {one["name"]: one["badge"] for one in desk.done("attendees", "--json").json}
    with opened(desk) as store:
        number = certificates(store.database)[-1].number
        station, seq = store.door.last_accepted_by(store.station or "", "Māris") or ("", 0)
    facts = {
        "ada": people["Ada Abele"],
        "bob": people["Bob Berg"],
        "zane": people["Zane Ozola"],
        "scan": f"{station}:{seq}",
        "sheet": desk.done("sheets", "--json").json[0]["sheet"],
        "certificate": number,
    }
    return [word.format(**facts) for word in (*name.split(), *COMMANDS[name][1])]


def opened(desk: Desk) -> Store:
    from checkin.app import App

    app = App(desk.folder / "installation", desk._clock)
    return app.open_event(desk.event)


def journal(desk: Desk) -> int:
    with opened(desk) as store:
        return store.journal.count()


def files(desk: Desk) -> set[Path]:
    found = (one for one in desk.folder.iterdir() if not one.name.endswith("-lock"))
    return {one for one in found if not one.name.startswith("seminar")}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_role_does_what_it_may_and_nothing_else(full: Desk, name: str, role: Role) -> None:
    action = COMMANDS[name][0]
    if name == "undo":
        full.done("scan", full.done("attendees", "--json").json[0]["badge"])
    if name == "scan --force":
        full.done("scan", words_of(name, full)[-1])
    typed = words_of(name, full)
    if name == "sheets undo":
        full.done("sheets", "enter", *typed[2:])
    before = journal(full), files(full)
    answer = full("--role", role.value, *typed)
    if action is None or role in trusted_with(action):
        if name == "pin clear":
            assert "has no PIN" in answer.one_sentence()
        else:
            assert answer.code == 0, answer
    else:
        said = answer.one_sentence()
        assert said.endswith(f"ask somebody who is {' or '.join(trusted_with(action))}.")
        assert (journal(full), files(full)) == before
