"""Badges as lists really hold them: long, short, empty, in many scripts, and hostile."""

from random import Random

from checkin.assets import resources
from checkin.domain.code import ALPHABET, CODE_LETTERS, NUMBER_LETTERS, printed
from checkin.domain.design import Design
from checkin.gateways.templatefile import builtin_templates
from checkin.render.face import BadgeFace

BUILTIN = builtin_templates(resources() / "templates")
CLASSIC = Design(BUILTIN["classic"])
EVENT = "Clusters go international"
WHERE, WHEN = "Riga", "2–3 June 2016"


def code_of(seed: object) -> str:
    return "".join(Random(str(seed)).choices(ALPHABET, k=CODE_LETTERS))


def face(
    given="", family="", organisation="", job="", category="", event=EVENT, where=WHERE, when=WHEN
) -> BadgeFace:
    """Return a badge whose code follows from its texts."""
    code = code_of((given, family, organisation, job, category, event, where, when))
    number = printed(code[:NUMBER_LETTERS])
    values = {
        "name": f"{given} {family}".strip(),
        "given_name": given or family,
        "family_name": family if given else "",
        "organisation": organisation,
        "job_title": job,
        "category": category,
        "number": number,
        "event": event,
        "where": where,
        "when": when,
    }
    return BadgeFace(values, code)


RUTA = face("Rūta", "Kazlauskaitė", "Baltic Food Cluster", "Project manager", "Participant")
HEAPED = "".join(letter + "\u0338\u0321\u0352\u034b\u0313" * 8 for letter in "Zalgo")

ODD_FACES = [
    RUTA,
    face("Jānis", "Bērziņš", "Riga Photonics", "Chief technology officer", "Speaker"),
    face("Łukasz", "Żółkiewski", "Pomerania ICT Cluster", "Koordynator", "Organizer"),
    face("Μαρία", "Παπαδοπούλου", "Δίκτυο Επιχειρήσεων", "Σύμβουλος", "Press"),
    face("Владимир", "Соколов", "Министерство экономики", "Директор", "Exhibitor"),
    face("שרה", "כהן-לוי", "מרכז החדשנות", "מנהלת", "Guest"),
    face("محمد", "عبد الرحمن الخليل", "Beirut Digital District", "Director", "Volunteer"),
    face("小明", "王", "东京大学", "教授", "委员"),
    face("X", "Y"),
    face("A" * 300, "B" * 300, "C" * 300, "D" * 300, "E" * 300, "F" * 300, "G" * 300),
    face("W" * 300, "long words " * 30, "organisation " * 25, "job " * 75, "Category " * 30),
    face("Ó " * 150, "Ж" * 300, "Ω" * 300, "j" * 300, "Q" * 300, "Event " * 50, "Where " * 50),
    face(HEAPED, HEAPED, HEAPED, HEAPED, HEAPED, HEAPED, HEAPED),
    face("😀 Anna 🎉", "Emoji 👩‍👩‍👧‍👦", "🚀 Rockets", "😎", "🎤"),
    face(),
    face("", "", "", "", "", "", ""),
    face("", "Sukarno", "", "", "Mentor"),
    face("Evil\x00\nName\u202e", "Rev\u202eersed\r\n", "<b>Org</b>", "&Co\t\x1b[31m", "\x07"),
    face("\ud800lone", "sur\udfffrogate", "\uffff", "\ue000"),
    face("Konstantinos-Alexandros", "Papadimitrakopoulos", "University of Athens", "Postdoc"),
    face("Maria Konstantina Alexandra", "Konstantynowicz-Brzęczyszczykiewicz", "Org", "Job"),
    face("Sofia", "Griffith", "Office of Fluffy Affairs", "Chief officer", "VIP"),
    face("สมชาย", "ศรีสุวรรณ์", "จุฬาลงกรณ์", "อาจารย์"),
    face("اردو نستعلیق", "ٹیسٹ", "ادارہ" * 60, "عہدہ" * 75, "مہمان"),
    face("Nguyễn Thị", "Phương Thảo", "Đại học Bách khoa", "Giảng viên", "Participant"),
]
