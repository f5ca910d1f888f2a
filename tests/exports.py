"""Lists of invented people as the systems that organizers use export them, headings and all.

`EXPORTS` gives each as a header and rows, so that a test may write a workbook of them too; the text
files in tests/corpus/exports are what `written` makes of them.
"""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus" / "exports"


@dataclass(frozen=True)
class Person:
    given: str
    family: str
    email: str
    organisation: str
    job: str
    country: str = "Latvia"

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"


@dataclass(frozen=True)
class Export:
    """One list. `fields`: what each heading is taken for, all others staying columns of their own;
    `statuses`: the status of each row's person.
    """

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    fields: dict[str, str]
    statuses: Sequence[str]
    people: Sequence[Person]
    encoding: str = "utf-8"
    delimiter: str = ","
    quote_all: bool = False
    line_end: str = "\r\n"
    above: str = ""
    without: frozenset[str] = field(default_factory=frozenset)

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.{'txt' if self.delimiter == chr(9) else 'csv'}"


PEOPLE_AS_LINES = """
Jānis|Bērziņš|janis.berzins@example.lv|Rīgas Koku klasteris|Vadītājs|Latvia
Rūta|Šimkutė|ruta@example.lt|UAB Žalias Ąžuolas|Direktorė|Lithuania
Õnne|Jõgi|onne.jogi@example.ee|Eesti Puidu Liit|Juhataja|Estonia
Łukasz|Żółkiewski|lukasz@example.pl|Klaster Łódzki Sp. z o.o.|Prezes|Poland
Jürgen|Groß|j.gross@example.de|Müller & Söhne GmbH|Geschäftsführer|Germany
Åsa|Öberg|asa@example.se|Träindustrins Förening|Projektledare|Sweden
Ольга|Щукина|olga@example.org|Институт Леса|Директор|Latvia
Siobhán|O'Brien|siobhan+forum@example.ie|Trinity College, Dublin|Professor|Ireland
Hans-Peter|von der Heide|hp@example.de|Amt für Wirtschaft, Referat 3|Referent|Germany
Marta|Kalna-Ozola|marta@example.lv|Latvian "Forest" Council|Head of Unit|Latvia
Kęstutis|Žemaitis|kestutis@example.lt|Vilniaus universitetas|Docentas|Lithuania
Anna|Nowak|anna.nowak@example.pl|Politechnika Łódzka|Doktorantka|Poland
"""
PEOPLE = tuple(Person(*line.split("|")) for line in PEOPLE_AS_LINES.strip().split("\n"))
ADDRESS = "Meža iela 1\nRīga, LV-1048\nLatvia"


def rows(cells: Callable[[int, Person], Sequence[str]]) -> list[Sequence[str]]:
    return [cells(number, person) for number, person in enumerate(PEOPLE)]


def turn(number: int, *texts: str) -> str:
    """Return the texts one after the other, the last for all the rest."""
    return texts[min(number, len(texts) - 1)]


def split(text: str) -> list[str]:
    return next(csv.reader([text]))


def eventbrite() -> Export:
    header = split(
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,"
        "Group,Order Type,Currency,Total Paid,Fees Paid,Eventbrite Fees,"
        "Eventbrite Payment Processing,Attendee Status,Home Address 1,Home City,Home Zip,"
        "Home Country,Cell Phone,Buyer First Name,Buyer Last Name,Buyer Email,"
        "How did you hear about this event?,Job Title,Company,Website,"
        "I agree to receive the organizer's newsletter"
    )
    status = ("Attending", "Not Attending", "Attending", "Checked In", "Attending")
    return Export(
        "eventbrite-attendees",
        header,
        rows(
            lambda n, p: [
                f"98{n // 2:08}", f"4/{n + 1}/16 22:28", p.given, p.family, p.email, "1", "",
                "General Admission", f"144{n:08}", "", "Eventbrite Completed", "EUR", "50.00",
                "3.24", "1.99", "1.25", turn(n, *status), ADDRESS, "Rīga", "LV-1048", "LV",
                "+371 20000000", PEOPLE[n // 2 * 2].given, PEOPLE[n // 2 * 2].family,
                PEOPLE[n // 2 * 2].email, "Colleague", p.job, p.organisation, "", "Yes",
            ]
        ),
        {
            "First Name": "given_name", "Last Name": "family_name", "Email": "email",
            "Ticket Type": "category", "Attendee #": "registration", "Attendee Status": "status",
            "Job Title": "job_title", "Company": "organisation", "Home Country": "country",
        },
        ["registered", "canceled", *["registered"] * 10],
        PEOPLE, line_end="\n",
    )  # fmt: skip


def eventbrite_german() -> Export:
    header = split(
        "Bestellnr.,Bestelldatum,Vorname,Nachname,E-Mail,Menge,Ticketart,Teilnehmernummer,"
        "Barcode-Nr.,Teilnehmerstatus,Firma,Position,Land,Gesamt bezahlt,Käufer E-Mail"
    )
    return Export(
        "eventbrite-german",
        header,
        rows(
            lambda n, p: [
                f"5897{n:05}", "2016-04-24 21:15:19+02:00", p.given, p.family, p.email, "1",
                "Frühbucher", f"7406{n:05}", f"5897{n:05}7406{n:05}001",
                turn(n, "Nimmt teil", "Nimmt nicht teil", "Eingecheckt", "Nimmt teil"),
                p.organisation, p.job, p.country, "50,00", "sekretariat@example.de",
            ]
        ),
        {
            "Vorname": "given_name", "Nachname": "family_name", "E-Mail": "email",
            "Ticketart": "category", "Teilnehmernummer": "registration",
            "Barcode-Nr.": "ticket_code", "Teilnehmerstatus": "status", "Firma": "organisation",
            "Position": "job_title", "Land": "country",
        },
        ["registered", "canceled", *["registered"] * 10],
        PEOPLE,
    )  # fmt: skip


def pretix() -> Export:
    header = split(
        "Event slug,Order code,Position ID,Status,Email,Phone number,Order date,Order time,Product,"
        "Variation,Price,Tax rate,Tax rule,Tax value,Attendee name,Attendee name: Given name,"
        "Attendee name: Family name,Attendee email,Company,Address,ZIP code,City,Country,State,"
        "Voucher,Pseudonymization ID,Ticket secret,Seat ID,Seat name,Order comment,Job title,"
        "I agree to the photo policy,Invoice address company,Invoice address name,"
        "Invoice address street,VAT ID,Sales channel,Order locale,Payment providers,Check-in lists"
    )
    states = ("paid", "pending", "canceled", "expired", "approval pending", "pending (overdue)",
              "pending (confirmed)", "canceled (paid fee)", "paid")  # fmt: skip
    return Export(
        "pretix-positions",
        header,
        rows(
            lambda n, p: [
                "forest16", f"A{n // 2}BQX", str(n % 2 + 1), turn(n, *states),
                "office@example.org", "+37120000000", "2016-04-01", "10:00:00", "Participant",
                "", "50.00", "21.00", "VAT", "8.68", p.name, p.given, p.family, p.email,
                p.organisation, ADDRESS, "LV-1048", "Rīga", "LV", "", "", f"8ZCWYTX{n:03}",
                f"x5k2secret{n:04}qqqq", "", "", "", p.job, "Yes", "Invoice Co", "Pay Er", ADDRESS,
                "", "Online shop", "en", "Bank transfer", "",
            ]
        ),
        {
            "Status": "status", "Product": "category", "Attendee name": "name",
            "Attendee name: Given name": "given_name", "Attendee name: Family name": "family_name",
            "Attendee email": "email", "Company": "organisation", "Country": "country",
            "Ticket secret": "ticket_code", "Job title": "job_title", "Order comment": "notes",
        },
        ["registered", "unapproved", "canceled", "canceled", "unapproved", "unpaid", "registered",
         "canceled", *["registered"] * 4],
        PEOPLE, encoding="utf-8-sig", quote_all=True,
    )  # fmt: skip


def pretix_german() -> Export:
    header = split(
        "Bestellnummer,Positionsnummer,Status,E-Mail,Telefonnummer,Bestelldatum,Produkt,Variante,"
        "Preis,Teilnehmername,Teilnehmername: Vorname,Teilnehmername: Nachname,Teilnehmer-E-Mail,"
        "Firma,Adresse,PLZ,Stadt,Land,Gutschein,Ticket-Code,Position im Unternehmen,"
        "Rechnungsadresse Firma,Rechnungsadresse Name,USt-IdNr.,Verkaufskanal"
    )
    return Export(
        "pretix-german",
        header,
        rows(
            lambda n, p: [
                f"B{n}CDE", "1", turn(n, "bezahlt", "ausstehend", "storniert", "abgelaufen",
                "bezahlt"), "buchung@example.de", "", "2016-04-01", "Teilnehmer", "", "50,00",
                p.name, p.given, p.family, p.email, p.organisation, ADDRESS, "LV-1048", "Rīga",
                p.country, "", f"geheim{n:06}", p.job, "Rechnung GmbH", "Herr Zahler", "", "Web",
            ]
        ),
        {
            "Status": "status", "Produkt": "category", "Teilnehmername": "name",
            "Teilnehmername: Vorname": "given_name", "Teilnehmername: Nachname": "family_name",
            "Teilnehmer-E-Mail": "email", "Firma": "organisation", "Land": "country",
            "Ticket-Code": "ticket_code", "Position im Unternehmen": "job_title",
        },
        ["registered", "unapproved", "canceled", "canceled", *["registered"] * 8],
        PEOPLE, delimiter=";", encoding="utf-8-sig",
    )  # fmt: skip


def indico() -> Export:
    header = split(
        "ID,Name,First Name,Last Name,Email Address,Affiliation,Position,Address,Country,Title,"
        "Registration date,Registration state,Checked in,Price,Payment date,Dietary requirements,"
        "Tags,Consent to publish"
    )
    states = ("Completed", "Pending", "Rejected", "Withdrawn", "Awaiting payment", "Completed")
    return Export(
        "indico-registrants",
        header,
        rows(
            lambda n, p: [
                str(n + 1), p.name, p.given, p.family, p.email, p.organisation, p.job, ADDRESS,
                p.country, "Dr", f"0{n % 9 + 1}/04/2016 10:15", turn(n, *states), "No",
                "50.00 EUR", "", "None", "", "All participants",
            ]
        ),
        {
            "Name": "name", "First Name": "given_name", "Last Name": "family_name",
            "Email Address": "email", "Affiliation": "organisation", "Position": "job_title",
            "Country": "country", "Registration state": "status",
        },
        ["registered", "unapproved", "canceled", "canceled", "unpaid", *["registered"] * 7],
        PEOPLE, encoding="utf-8-sig",
    )  # fmt: skip


def luma() -> Export:
    header = split(
        "guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,"
        "checked_in_at,utm_source,qr_code_url,amount,amount_tax,amount_discount,currency,"
        "coupon_code,eth_address,solana_address,survey_response_rating,survey_response_feedback,"
        "ticket_type_id,ticket_name,What organisation are you affiliated with?,"
        "What is your job title?,What is your LinkedIn profile?,"
        "What makes you want to join the event?"
    )
    states = ("approved", "pending_approval", "declined", "waitlist", "invited", "approved")
    return Export(
        "luma-guests",
        header,
        rows(
            lambda n, p: [
                f"gst-{n:04}", p.name, p.given, p.family, p.email, "",
                "2016-04-20T10:00:00.000Z", turn(n, *states), "", "",
                f"https://example.org/check-in/evt-1?pk=g-{n:04}", "$0.00", "$0.00", "$0.00",
                "usd", "", "", "", "", "", "evtticktyp-1", "Standard", p.organisation, p.job,
                "https://example.org/in/x", "Curious about \"wood\",\nand more",
            ]
        ),
        {
            "guest_id": "registration", "name": "name", "first_name": "given_name",
            "last_name": "family_name", "email": "email", "approval_status": "status",
            "qr_code_url": "ticket_code", "ticket_name": "category",
            "What organisation are you affiliated with?": "organisation",
            "What is your job title?": "job_title",
        },
        ["registered", "unapproved", "canceled", "unapproved", "unapproved",
         *["registered"] * 7],
        PEOPLE, encoding="utf-8-sig", line_end="\n",
    )  # fmt: skip


def tito() -> Export:
    header = split(
        "Number,Ticket Created Date,Ticket Last Updated Date,Ticket,Ticket Full Name,"
        "Ticket First Name,Ticket Last Name,Ticket Email,Ticket Company Name,Ticket Phone Number,"
        "Event,Void Status,Price,Ticket Reference,Tags,Unique Ticket URL,Unique Order URL,"
        "Order Reference,Order Name,Order Email,Order Company Name,Order Phone Number,"
        "Order Discount Code,Order IP,Order Created Date,Order Completed Date,"
        "Payment Reference,Job Title"
    )
    return Export(
        "tito-tickets",
        header,
        rows(
            lambda n, p: [
                str(n + 1), "2016-04-01 10:00:00", "2016-04-02 10:00:00", "Regular", p.name,
                p.given, p.family, p.email, p.organisation, "", "Forest Forum 2016",
                "void" if n == 2 else "", "50.0", f"GIAO-{n + 1}", "",
                f"https://example.org/tickets/{n}", "https://example.org/orders/1", "GIAO",
                "Office Manager", "office@example.org", "Office Ltd", "", "", "192.0.2.1",
                "2016-04-01", "2016-04-01", "ch_1", p.job,
            ]
        ),
        {
            "Ticket": "category", "Ticket Full Name": "name", "Ticket First Name": "given_name",
            "Ticket Last Name": "family_name", "Ticket Email": "email",
            "Ticket Company Name": "organisation", "Void Status": "status",
            "Ticket Reference": "ticket_code", "Job Title": "job_title",
        },
        ["registered", "registered", "canceled", *["registered"] * 9],
        PEOPLE, line_end="\n",
    )  # fmt: skip


def outlook_contacts() -> Export:
    header = split(
        "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,"
        "Business Street,Business City,Business Postal Code,Business Country/Region,"
        "Home Street,Home Country/Region,Assistant's Phone,Business Fax,Business Phone,"
        "Mobile Phone,Account,Anniversary,Assistant's Name,Billing Information,Birthday,"
        "Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Gender,"
        "Initials,Language,Location,Manager's Name,Notes,Office Location,"
        "Organizational ID Number,Priority,Private,Profession,Referred By,Sensitivity,Spouse,"
        "User 1,Web Page"
    )
    return Export(
        "outlook-contacts",
        header,
        rows(
            lambda n, p: [
                "Dr.", p.given, "", p.family, "", p.organisation, "Office", p.job, ADDRESS, "Rīga",
                "LV-1048", p.country, "", "", "", "", "", "+371 20000000", "", "0/0/00", "", "",
                "0/0/00", "Forum", p.email, "SMTP", f"{p.name} ({p.email})", "", "Unspecified",
                p.given[0], "", "", "", "From the fair", "", "", "Normal", "False", "", "",
                "Normal", "", "", "",
            ]
        ),
        {
            "First Name": "given_name", "Last Name": "family_name", "Company": "organisation",
            "Job Title": "job_title", "Business Country/Region": "country",
            "E-mail Address": "email", "Notes": "notes",
        },
        ["registered"] * 12,
        PEOPLE, encoding="utf-8-sig", quote_all=True,
    )  # fmt: skip


def outlook_contacts_german() -> Export:
    header = split(
        "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,"
        "Straße geschäftlich,Ort geschäftlich,Postleitzahl geschäftlich,"
        "Land/Region geschäftlich,Land/Region privat,Telefon geschäftlich,Mobiltelefon,"
        "E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,E-Mail 2: Adresse,Geburtstag,"
        "Initialen,Kategorien,Name des/der Vorgesetzten,Name Assistent,Notizen,Partner/in,"
        "Vertraulichkeit,Webseite"
    )
    western = [PEOPLE[n] for n in (4, 5, 7, 8, 2)]
    return Export(
        "outlook-contacts-german",
        header,
        [
            [
                "Herr", p.given, "", p.family, "", p.organisation, "Vertrieb", p.job, "Waldweg 1",
                "Bonn", "53111", p.country, "", "", "", p.email, "SMTP", f"{p.name} ({p.email})",
                "", "0.0.00", p.given[0], "", "", "", "Messe", "", "Normal", "",
            ]
            for p in western
        ],
        {
            "Vorname": "given_name", "Nachname": "family_name", "Firma": "organisation",
            "Position": "job_title", "Land/Region geschäftlich": "country",
            "E-Mail-Adresse": "email", "Notizen": "notes",
        },
        ["registered"] * 5,
        western, encoding="cp1252", delimiter=";", quote_all=True,
    )  # fmt: skip


def outlook_responses() -> Export:
    answers = ("None", "Accepted", "Declined", "Tentative", "None", "Accepted")
    kinds = ("Meeting Organizer", "Required Attendee", "Optional Attendee", "Required Attendee")
    return Export(
        "outlook-responses",
        ["Name", "Attendance", "Response"],
        rows(lambda n, p: [f"{p.name} <{p.email}>", turn(n, *kinds), turn(n, *answers)]),
        {"Name": "name", "Response": "status", "Email": "email"},
        ["unapproved", "registered", "canceled", "unapproved", "unapproved",
         *["registered"] * 7],
        PEOPLE, encoding="utf-16", delimiter="\t",
        without=frozenset({"organisation", "job_title"}),
    )  # fmt: skip


def microsoft_forms() -> Export:
    header = split(
        "ID,Start time,Completion time,Email,Name,Last modified time,Your full name,"
        "Your e-mail address,Company / organisation,Your position,Country,"
        "Which days will you attend?,I agree to the processing of my data"
    )
    return Export(
        "microsoft-forms-anonymous",
        header,
        rows(
            lambda n, p: [
                str(n + 1), "4/1/16 10:00:00", "4/1/16 10:03:00", "anonymous", "", "", p.name,
                p.email, p.organisation, p.job, p.country, "2 June 2026;3 June 2026;", "I agree",
            ]
        ),
        {
            "Your full name": "name", "Your e-mail address": "email",
            "Company / organisation": "organisation", "Your position": "job_title",
            "Country": "country", "Which days will you attend?": "days",
        },
        ["registered"] * 12,
        PEOPLE, encoding="utf-8-sig",
    )  # fmt: skip


def microsoft_forms_signed_in() -> Export:
    header = split(
        "ID,Startzeit,Fertigstellungszeit,E-Mail,Name,Zeitpunkt der letzten Änderung,"
        "Unternehmen,Ihre Position,Nehmen Sie teil?,Essenswünsche"
    )
    return Export(
        "microsoft-forms-german",
        header,
        rows(
            lambda n, p: [
                str(n + 1), "01.04.2016 10:00", "01.04.2016 10:03", p.email, p.name, "",
                p.organisation, p.job, turn(n, "Ja", "Nein", "Ja"), "vegetarisch",
            ]
        ),
        {
            "E-Mail": "email", "Name": "name", "Unternehmen": "organisation",
            "Ihre Position": "job_title", "Nehmen Sie teil?": "status",
        },
        ["registered", "canceled", *["registered"] * 10],
        PEOPLE, delimiter=";", encoding="utf-8-sig",
    )  # fmt: skip


# What Google Forms writes over its own columns, and how an organizer asks, in each language: time,
# e-mail, name, organisation, position, whether they come, and what is answered to that.
FORMS = {
    "english": "Timestamp|Email Address|Full name|Organization|Job title|Can you attend?"
    "|Yes,  I'll be there|Sorry, can't make it",
    "lithuanian": "Laiko žyma|El. pašto adresas|Vardas ir pavardė|Organizacija|Pareigos"
    "|Ar dalyvausite?|Taip|Ne",
    "latvian": "Laika zīmogs|E-pasta adrese|Vārds, uzvārds|Jūsu organizācija|Ieņemamais amats"
    "|Vai piedalīsieties?|Jā|Nē",
    "estonian": "Ajatempel|E-posti aadress|Ees- ja perekonnanimi|Asutus|Ametikoht"
    "|Kas osalete?|Jah|Ei",
    "polish": "Sygnatura czasowa|Adres e-mail|Imię i nazwisko|Nazwa organizacji|Stanowisko"
    "|Czy weźmiesz udział?|Tak|Nie",
    "german": "Zeitstempel|E-Mail-Adresse|Vor- und Nachname|Organisation|Ihre Funktion"
    "|Nehmen Sie teil?|Ja|Nein",
    "swedish": "Tidstämpel|E-postadress|För- och efternamn|Organisation|Befattning"
    "|Kommer du att delta?|Ja|Nej",
    "russian": "Отметка времени|Адрес электронной почты|ФИО|Организация|Ваша должность"
    "|Вы примете участие?|Да|Нет",
}


def google_forms(language: str) -> Export:
    time, email, name, organisation, job, asked, yes, no = FORMS[language].split("|")
    return Export(
        f"google-forms-{language}",
        [time, email, name, organisation, job, asked, "GDPR"],
        rows(
            lambda n, p: [
                f"2016/04/{n + 1:02} 9:15:00 AM EET", p.email, p.name, p.organisation, p.job,
                turn(n, yes, no, yes), "OK",
            ]
        ),
        {
            email: "email", name: "name", organisation: "organisation", job: "job_title",
            asked: "status",
        },
        ["registered", "canceled", *["registered"] * 10],
        PEOPLE, line_end="\n",
    )  # fmt: skip


# How Excel saves a secretary's list in each language: heading row, words for a confirmed, a
# canceled and a waiting registration, ways of saving, and whose names the code page holds.
SHEETS = {
    "english": ("No.,Full name,E-mail,Organisation,Job title,Country,Status,Notes",
                "Confirmed,Canceled,Waiting list", "utf-8-sig", ",", range(12)),
    "lithuanian": ("Eil. Nr.,\"Vardas, pavardė\",El. paštas,Įmonė,Pareigos,Šalis,Būsena,Pastabos",
                   "Patvirtinta,Atšaukta,Laukiančiųjų sąrašas", "cp1257", ";", (0, 1, 2, 4, 5, 10)),
    "latvian": ("Nr.p.k.,\"Vārds, uzvārds\",E-pasts,Organizācija,Amats,Valsts,Statuss,Piezīmes",
                "Apstiprināts,Atcelts,Gaidīšanas saraksts", "utf-16", "\t", range(12)),
    "estonian": ("Jrk nr,Nimi,E-post,Asutus,Ametikoht,Riik,Olek,Märkused",
                 "Kinnitatud,Tühistatud,Ootenimekiri", "utf-8-sig", ";", range(12)),
    "polish": ("Lp.,Imię i nazwisko,E-mail,Firma,Stanowisko,Kraj,Status zgłoszenia,Uwagi",
               "Potwierdzone,Anulowane,Lista rezerwowa", "cp852", ";", (3, 4, 11, 9)),
    "german": ("Lfd. Nr.,Name,E-Mail,Firma,Position,Land,Anmeldestatus,Bemerkungen",
               "Bestätigt,Storniert,Warteliste", "cp1252", ";", (4, 5, 7, 8)),
    "swedish": ("Nr,Namn,E-post,Företag,Befattning,Land,Anmälningsstatus,Anteckningar",
                "Bekräftad,Avbokad,Reservlista", "mac-roman", ";", (5, 4, 8)),
    "russian": ("№ п/п,ФИО,Эл. почта,Организация,Должность,Страна,Статус,Примечания",
                "Подтверждено,Отменено,Лист ожидания", "cp1251", ";", (6, 9, 11)),
}  # fmt: skip


def excel(language: str) -> Export:
    heads, words, encoding, delimiter, whose = SHEETS[language]
    header, people = split(heads), [PEOPLE[n] for n in whose]
    if encoding == "cp1251":
        people = [
            Person("Ольга", "Щукина", "olga@example.ru", "Институт Леса", "Директор", "Россия"),
            Person("Иван", "Ёлкин", "ivan@example.ru", "ООО «Сосна»", "Инженер", "Россия"),
            Person("Anna", "Nowak", "anna.nowak@example.pl", "Politechnika", "Docent", "Poland"),
        ]
    if encoding == "mac-roman":
        people = [Person(p.given, p.family, p.email.replace(".de", ".se"), p.organisation, p.job)
                  for p in people]  # fmt: skip
    return Export(
        f"excel-{language}",
        header,
        [
            [str(n + 1), p.name, p.email, p.organisation, p.job, p.country,
             turn(n, *words.split(","), words.split(",")[0]), ""]
            for n, p in enumerate(people)
        ],
        dict(zip(header[1:], ("name", "email", "organisation", "job_title", "country", "status",
                              "notes"), strict=True)),
        ["registered", "canceled", "unapproved", *["registered"] * 9][: len(people)],
        people, encoding=encoding, delimiter=delimiter,
        line_end="\r" if encoding == "mac-roman" else "\r\n",
    )  # fmt: skip


EXPORTS = (
    eventbrite(), eventbrite_german(), pretix(), pretix_german(), indico(), luma(), tito(),
    outlook_contacts(), outlook_contacts_german(), outlook_responses(), microsoft_forms(),
    microsoft_forms_signed_in(), *map(google_forms, FORMS), *map(excel, SHEETS),
)  # fmt: skip


def written(export: Export) -> bytes:
    """Return the text file as the system writes it."""
    text = io.StringIO(newline="")
    writer = csv.writer(
        text,
        delimiter=export.delimiter,
        lineterminator=export.line_end,
        quoting=csv.QUOTE_ALL if export.quote_all else csv.QUOTE_MINIMAL,
    )
    writer.writerow(export.header)
    writer.writerows(export.rows)
    mark = b"\xff\xfe" if export.encoding == "utf-16" else b""
    encoding = "utf-16-le" if mark else export.encoding
    return mark + text.getvalue().encode(encoding)


if __name__ == "__main__":
    for one in EXPORTS:
        one.path.write_bytes(written(one))
