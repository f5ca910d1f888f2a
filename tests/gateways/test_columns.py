"""Columns are recognised as the usual systems and spreadsheets head them."""

import csv
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.table import Row, Table
from checkin.errors import CheckinError
from checkin.gateways.columns import Columns
from checkin.gateways.headings import FIELDS

RESOURCE = Path(__file__).parents[2] / "resources" / "columns.toml"


@pytest.fixture(scope="module")
def columns():
    return Columns.load(RESOURCE)


def table(heading_line, *rows):
    header = next(csv.reader([heading_line], skipinitialspace=True))
    return Table(tuple(header), tuple(Row(n, tuple(row)) for n, row in enumerate(rows, 2)))


# A heading line as a system or a person writes it, and the headings that must be understood; all
# others stay custom columns.
LISTS = {
    "eventbrite attendee summary": (
        "Attendee #,Date Attending,Order #,First Name,Last Name,Email,Quantity,Ticket Type,"
        "Barcode #,Buyer First Name,Buyer Last Name,Buyer Email,Attendee Status,Company,Job Title,"
        "Work Country,Notes",
        {
            "Attendee #": "registration",
            "Date Attending": "days",
            "First Name": "given_name",
            "Last Name": "family_name",
            "Email": "email",
            "Ticket Type": "category",
            "Barcode #": "ticket_code",
            "Attendee Status": "status",
            "Company": "organisation",
            "Job Title": "job_title",
            "Work Country": "country",
            "Notes": "notes",
        },
    ),
    "eventbrite orders": (
        "Order #,Order Date,First Name,Surname,Email,Event Name,Ticket Type,Attendee Status",
        {
            "First Name": "given_name",
            "Surname": "family_name",
            "Email": "email",
            "Ticket Type": "category",
            "Attendee Status": "status",
        },
    ),
    "pretix check-in list": (
        "Order code,Attendee name,Attendee name: Title,Attendee name: First name,"
        "Attendee name: Middle name,Attendee name: Family name,Product,Price,Checked in,Secret,"
        "E-mail,Company,Voucher code,Order date,Requires special attention,Comment,Country,State",
        {
            "Attendee name": "name",
            "Attendee name: First name": "given_name",
            "Attendee name: Family name": "family_name",
            "Product": "category",
            "Secret": "ticket_code",
            "E-mail": "email",
            "Company": "organisation",
            "Comment": "notes",
            "Country": "country",
        },
    ),
    "pretix order positions": (
        "Event slug,Order code,Position ID,Status,Email,Phone number,Order date,Product,Variation,"
        "Attendee name,Attendee name: Given name,Attendee name: Family name,Attendee email,Company,"
        "Country,Voucher,Pseudonymization ID,Ticket secret,Invoice address name,"
        "Invoice address company",
        {
            "Status": "status",
            "Product": "category",
            "Attendee name": "name",
            "Attendee name: Given name": "given_name",
            "Attendee name: Family name": "family_name",
            "Attendee email": "email",
            "Company": "organisation",
            "Country": "country",
            "Ticket secret": "ticket_code",
        },
    ),
    "indico": (
        "ID,Name,Email Address,Affiliation,Position,Country,Registration date,Registration state",
        {
            "Name": "name",
            "Email Address": "email",
            "Affiliation": "organisation",
            "Position": "job_title",
            "Country": "country",
            "Registration state": "status",
        },
    ),
    "google forms": (
        "Timestamp,Email Address,What is your full name?,Which organisation do you represent?,"
        "What is your job title?,Which country are you from?,Which days will you attend?,"
        "Do you need a vegetarian lunch?",
        {
            "Email Address": "email",
            "What is your full name?": "name",
            "Which organisation do you represent?": "organisation",
            "What is your job title?": "job_title",
            "Which country are you from?": "country",
            "Which days will you attend?": "days",
        },
    ),
    "google forms, plain": (
        "Timestamp,What is your e-mail address?,Your name (as on the badge),Your company *",
        {
            "What is your e-mail address?": "email",
            "Your name (as on the badge)": "name",
            "Your company *": "organisation",
        },
    ),
    "luma": (
        "api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,"
        "checked_in_at,qr_code_url,amount,ticket_type_id,ticket_name,What's your company?",
        {
            "name": "name",
            "first_name": "given_name",
            "last_name": "family_name",
            "email": "email",
            "approval_status": "status",
            "qr_code_url": "ticket_code",
            "ticket_name": "category",
            "What's your company?": "organisation",
        },
    ),
    "tito": (
        "Number,Ticket Created Date,Ticket,Ticket Full Name,Ticket First Name,Ticket Last Name,"
        "Ticket Email,Ticket Company Name,Ticket Phone Number,Event,Void Status,Price,"
        "Ticket Reference,Tags,Unique Order URL,Order Reference,Order Name,Order Email,"
        "Order Company Name",
        {
            "Ticket": "category",
            "Ticket Full Name": "name",
            "Ticket First Name": "given_name",
            "Ticket Last Name": "family_name",
            "Ticket Email": "email",
            "Ticket Company Name": "organisation",
            "Void Status": "status",
            "Ticket Reference": "ticket_code",
        },
    ),
    "outlook contacts": (
        "First Name,Middle Name,Last Name,Title,Suffix,Web Page,Notes,E-mail Address,"
        "E-mail 2 Address,Home Phone,Company,Job Title,Department,Home Country/Region,"
        "Business Country/Region,Manager's Name,Assistant's Name,Spouse",
        {
            "First Name": "given_name",
            "Last Name": "family_name",
            "Notes": "notes",
            "E-mail Address": "email",
            "Company": "organisation",
            "Job Title": "job_title",
            "Business Country/Region": "country",
        },
    ),
    "google contacts": (
        "Name,Given Name,Additional Name,Family Name,Notes,E-mail 1 - Value,E-mail 2 - Value",
        {
            "Name": "name",
            "Given Name": "given_name",
            "Family Name": "family_name",
            "Notes": "notes",
            "E-mail 1 - Value": "email",
        },
    ),
    "linkedin connections": (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        {
            "First Name": "given_name",
            "Last Name": "family_name",
            "Email Address": "email",
            "Company": "organisation",
            "Position": "job_title",
        },
    ),
    "hubspot": (
        "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,"
        "Company Name,Job Title,Country/Region",
        {
            "First Name": "given_name",
            "Last Name": "family_name",
            "Email": "email",
            "Company Name": "organisation",
            "Job Title": "job_title",
            "Country/Region": "country",
        },
    ),
    "salesforce campaign": (
        "First Name,Last Name,Title,Account Name,Phone,Email,Mailing Country,Account Owner,"
        "Member Status",
        {
            "First Name": "given_name",
            "Last Name": "family_name",
            "Title": "job_title",
            "Account Name": "organisation",
            "Email": "email",
            "Mailing Country": "country",
            "Member Status": "status",
        },
    ),
    "shop plug-in with purchasers": (
        "attendee_Name,attendee_LastName,attendee_Email,purchaser_FirstName,purchaser_Email,"
        "ticket_ID",
        {
            "attendee_Name": "given_name",
            "attendee_LastName": "family_name",
            "attendee_Email": "email",
            "ticket_ID": "ticket_code",
        },
    ),
    "english": (
        "No,Full name,E-mail,Organisation,Type of organisation,Country,Category,Status,Days,"
        "Registration No.",
        {
            "Full name": "name",
            "E-mail": "email",
            "Organisation": "organisation",
            "Type of organisation": "organisation_kind",
            "Country": "country",
            "Category": "category",
            "Status": "status",
            "Days": "days",
            "Registration No.": "registration",
        },
    ),
    "lithuanian": (
        '"Vardas, pavardė",El. paštas,Organizacija,Organizacijos tipas,Pareigos,Šalis,Kategorija,'
        "Būsena,Dalyvavimo dienos,Pastabos,Registracijos Nr.,Bilieto kodas",
        {
            "Vardas, pavardė": "name",
            "El. paštas": "email",
            "Organizacija": "organisation",
            "Organizacijos tipas": "organisation_kind",
            "Pareigos": "job_title",
            "Šalis": "country",
            "Kategorija": "category",
            "Būsena": "status",
            "Dalyvavimo dienos": "days",
            "Pastabos": "notes",
            "Registracijos Nr.": "registration",
            "Bilieto kodas": "ticket_code",
        },
    ),
    "lithuanian, two columns, with a payer": (
        "Pirkėjo vardas,Vardas,Pavardė,Mokėtojo el. paštas,El. pašto adresas,Įmonė",
        {
            "Vardas": "given_name",
            "Pavardė": "family_name",
            "El. pašto adresas": "email",
            "Įmonė": "organisation",
        },
    ),
    "lithuanian questions": (
        "Jūsų vardas ir pavardė,Jūsų el. pašto adresas,Kokią organizaciją atstovaujate?",
        {
            "Jūsų vardas ir pavardė": "name",
            "Jūsų el. pašto adresas": "email",
            "Kokią organizaciją atstovaujate?": "organisation",
        },
    ),
    "latvian": (
        '"Vārds, uzvārds",E-pasts,Organizācija,Organizācijas veids,Amats,Valsts,Kategorija,'
        "Statuss,Dienas,Piezīmes,Reģ. Nr.,Svītrkods",
        {
            "Vārds, uzvārds": "name",
            "E-pasts": "email",
            "Organizācija": "organisation",
            "Organizācijas veids": "organisation_kind",
            "Amats": "job_title",
            "Valsts": "country",
            "Kategorija": "category",
            "Statuss": "status",
            "Dienas": "days",
            "Piezīmes": "notes",
            "Reģ. Nr.": "registration",
            "Svītrkods": "ticket_code",
        },
    ),
    "latvian, with a payer": (
        "Maksātājs,Vārds,Uzvārds,E-pasta adrese,Uzņēmums",
        {
            "Vārds": "given_name",
            "Uzvārds": "family_name",
            "E-pasta adrese": "email",
            "Uzņēmums": "organisation",
        },
    ),
    "estonian": (
        "Eesnimi,Perekonnanimi,E-post,Asutus,Asutuse tüüp,Ametikoht,Riik,Kategooria,Olek,Päevad,"
        "Märkused,Osaleja number,Maksja",
        {
            "Eesnimi": "given_name",
            "Perekonnanimi": "family_name",
            "E-post": "email",
            "Asutus": "organisation",
            "Asutuse tüüp": "organisation_kind",
            "Ametikoht": "job_title",
            "Riik": "country",
            "Kategooria": "category",
            "Olek": "status",
            "Päevad": "days",
            "Märkused": "notes",
            "Osaleja number": "registration",
        },
    ),
    "estonian, one column": (
        "Nimi,E-posti aadress,Ettevõte",
        {"Nimi": "name", "E-posti aadress": "email", "Ettevõte": "organisation"},
    ),
    "polish": (
        "Imię i nazwisko,Adres e-mail,Nazwa firmy,Rodzaj organizacji,Stanowisko,Kraj,Kategoria,"
        "Status zgłoszenia,Dni,Uwagi,Numer rejestracji,Kod biletu,E-mail kupującego",
        {
            "Imię i nazwisko": "name",
            "Adres e-mail": "email",
            "Nazwa firmy": "organisation",
            "Rodzaj organizacji": "organisation_kind",
            "Stanowisko": "job_title",
            "Kraj": "country",
            "Kategoria": "category",
            "Status zgłoszenia": "status",
            "Dni": "days",
            "Uwagi": "notes",
            "Numer rejestracji": "registration",
            "Kod biletu": "ticket_code",
        },
    ),
    "polish, two columns": (
        "Imię,Nazwisko,E-mail,Instytucja",
        {
            "Imię": "given_name",
            "Nazwisko": "family_name",
            "E-mail": "email",
            "Instytucja": "organisation",
        },
    ),
    "german": (
        "Name,Vorname,E-Mail-Adresse,Firma,Art der Organisation,Funktion,Land,Kategorie,"
        "Anmeldestatus,Tage,Bemerkungen,Teilnehmernummer,Strichcode,Rechnung E-Mail",
        {
            "Name": "family_name",
            "Vorname": "given_name",
            "E-Mail-Adresse": "email",
            "Firma": "organisation",
            "Art der Organisation": "organisation_kind",
            "Funktion": "job_title",
            "Land": "country",
            "Kategorie": "category",
            "Anmeldestatus": "status",
            "Tage": "days",
            "Bemerkungen": "notes",
            "Teilnehmernummer": "registration",
            "Strichcode": "ticket_code",
        },
    ),
    "german questions": (
        "Vor- und Nachname,Wie lautet Ihre E-Mail-Adresse?,Teilnehmer E-Mail,Rechnungsname",
        {"Vor- und Nachname": "name", "Teilnehmer E-Mail": "email"},
    ),
    "swedish": (
        "Förnamn,Efternamn,E-postadress,Företag,Typ av organisation,Befattning,Land,Kategori,"
        "Anmälningsstatus,Deltagardagar,Övrigt,Anmälningsnummer,Biljettkod,Fakturering e-post",
        {
            "Förnamn": "given_name",
            "Efternamn": "family_name",
            "E-postadress": "email",
            "Företag": "organisation",
            "Typ av organisation": "organisation_kind",
            "Befattning": "job_title",
            "Land": "country",
            "Kategori": "category",
            "Anmälningsstatus": "status",
            "Deltagardagar": "days",
            "Övrigt": "notes",
            "Anmälningsnummer": "registration",
            "Biljettkod": "ticket_code",
        },
    ),
    "swedish, one column": (
        "Namn,E-post,Organisation,Titel",
        {"Namn": "name", "E-post": "email", "Organisation": "organisation", "Titel": "job_title"},
    ),
    "russian": (
        "ФИО,Эл. почта,Организация,Тип организации,Должность,Страна,Категория,Статус,Дни,"
        "Примечания,Регистрационный номер,Штрих-код,Почта плательщика",
        {
            "ФИО": "name",
            "Эл. почта": "email",
            "Организация": "organisation",
            "Тип организации": "organisation_kind",
            "Должность": "job_title",
            "Страна": "country",
            "Категория": "category",
            "Статус": "status",
            "Дни": "days",
            "Примечания": "notes",
            "Регистрационный номер": "registration",
            "Штрих-код": "ticket_code",
        },
    ),
    "russian, three columns": (
        "Фамилия,Имя,Отчество,E-mail,Компания",
        {
            "Фамилия": "family_name",
            "Имя": "given_name",
            "E-mail": "email",
            "Компания": "organisation",
        },
    ),
    "name and surname": (
        "Name,Surname,Email",
        {"Name": "given_name", "Surname": "family_name", "Email": "email"},
    ),
    "two languages": (
        "Vardas / Name,El. paštas / E-mail,Įmonė | Company",
        {
            "Vardas / Name": "name",
            "El. paštas / E-mail": "email",
            "Įmonė | Company": "organisation",
        },
    ),
    "one heading for both parts": (
        "First name / Last name,Mail",
        {"First name / Last name": "name", "Mail": "email"},
    ),
    "a given-name column alone": ("Vardas,El. paštas", {"Vardas": "name", "El. paštas": "email"}),
    "a badge name beside the name": (
        "Name on badge,First Name,Last Name",
        {"First Name": "given_name", "Last Name": "family_name"},
    ),
    "a contact person and no other name": (
        "Contact person,Company,Contact owner",
        {"Contact person": "name", "Company": "organisation"},
    ),
    "what we write ourselves": (
        "id,name,given_name,family_name,email,organisation,organisation_kind,country,job_title,"
        "category,status,days,notes,instruction,contacts,offers,seeks,registration,ticket_code,badge,code",
        {field: field for field in FIELDS},
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_headings_are_understood(columns, name):
    line, fields = LISTS[name]
    people = table(line)
    guessed = {people.header[index]: field for index, field in columns.guess(people).items()}
    expected = {heading: fields.get(heading, f"custom.{heading}") for heading in people.header}
    assert guessed == expected


@pytest.mark.parametrize("name", LISTS)
def test_case_and_punctuation_of_headings_do_not_matter(columns, name):
    line, fields = LISTS[name]
    header = tuple(f"  {heading.upper()}: " for heading in table(line).header)
    loud = columns.guess(Table(header, ()))
    found = [field for field in loud.values() if not field.startswith("custom.")]
    assert sorted(found) == sorted(fields.values())


def test_of_two_columns_for_one_field_the_other_stays_a_column_of_its_own(columns):
    guessed = columns.guess(table("Name,Email,Email 2,E-mail"))
    assert guessed == {0: "name", 1: "email", 2: "custom.Email 2", 3: "custom.E-mail"}


@pytest.mark.parametrize(
    "heading",
    ["Email (buyer)", "E-mail [invoice]", "Buyer / E-mail", "Maksātājs / E-pasts", "Payer email"],
)
def test_somebody_else_s_address_is_never_the_attendee_s(columns, heading):
    assert columns.guess(table(f"Name,{heading}"))[1] == f"custom.{heading}"


def test_a_day_with_its_date_and_yes_or_no_is_a_day(columns):
    people = table(
        "Name,Day 1 (2 June 2016),2016-06-03,Registered on 1.5.2016,Day 4 (5 June),2.6.2016,"
        "4.6.2016",
        ("Anna", "yes", "x", "09:15", "yes", "x", ""),
        ("Ivo", "", "no", "09:16", "no", "", ""),
    )
    assert list(columns.guess(people).values()) == [
        "name",
        "day:2016-06-02",
        "day:2016-06-03",
        "custom.Registered on 1.5.2016",
        "custom.Day 4 (5 June)",
        "custom.2.6.2016",
        "custom.4.6.2016",
    ]


def test_order_codes_and_row_numbers_are_no_registration_numbers(columns):
    guessed = columns.guess(table("No,#,ID,Order code,Order #,Order ID,Position ID,Nr.,Name"))
    assert "registration" not in guessed.values()


def test_what_the_person_chose_stays_and_is_not_given_twice(columns):
    people = table("Name,E-mail,Second mail,Firm")
    guessed = columns.guess(people, {2: "email", 0: "organisation", 3: "name"})
    assert guessed == {0: "organisation", 1: "custom.E-mail", 2: "email", 3: "name"}


def test_without_a_column_of_names_the_others_are_told_apart_all_the_same(columns):
    guessed = columns.guess(table("sku,E-mail,qty"))
    assert guessed == {0: "custom.sku", 1: "email", 2: "custom.qty"}


def test_a_first_line_that_is_a_person_is_refused(columns):
    with pytest.raises(CheckinError) as caught:
        columns.guess(table("Jānis Bērziņš,janis.berzins@example.lv,RTU"))
    assert caught.value.code == "no-header"


@pytest.mark.parametrize(
    ("text", "column", "field"),
    [
        ("Telefono nr.=custom.Phone", 2, "custom.Phone"),
        ("el pastas=email", 1, "email"),
        ("EL. PAŠTAS = email", 1, "email"),
        ("B=email", 1, "email"),
        ("2=email", 1, "email"),
        ("Kas=tu=name", 0, "name"),
        ("C=day:2016-06-02", 2, "day:2016-06-02"),
        ("d=notes", 3, "notes"),
    ],
)
def test_a_column_is_named_by_heading_letter_or_number(columns, text, column, field):
    assert columns.check_map(text, ("Kas=tu", "El. paštas", "Telefono nr.", "X")) == (column, field)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("email", "map-form"),
        ("=email", "map-form"),
        ("Name=", "map-form"),
        ("Nosuch=email", "map-column"),
        ("Z=email", "map-column"),
        ("9=email", "map-column"),
        ("0=email", "map-column"),
        ("²=email", "map-column"),
        ("Name=e-mail", "map-field"),
        ("Name=custom.", "map-field"),
        ("Name=day:2 June", "map-field"),
    ],
)
def test_a_map_that_names_nothing_is_refused(columns, text, code):
    with pytest.raises(CheckinError) as caught:
        columns.check_map(text, ("Name", "Mail"))
    assert caught.value.code == code


@given(st.lists(st.text(min_size=1), min_size=1, max_size=8, unique=True))
def test_every_column_gets_a_field_of_its_own(header):
    columns = Columns.load(RESOURCE)
    guessed = columns.guess(Table(("Name", *(f"{h} x" for h in header)), ()))
    assert sorted(guessed) == list(range(len(header) + 1))
    assert len(set(guessed.values())) == len(guessed)


def test_no_name_of_a_column_is_given_to_two_fields(columns):
    tables = tomllib.loads(RESOURCE.read_text("utf-8"))
    seen = {}
    for field in FIELDS:
        for kind in ("names", "rest"):
            for name in tables[field].get(kind, "").split(","):
                folded = " ".join(name.split())
                if folded:
                    assert seen.setdefault(folded, field) == field, folded


@pytest.mark.parametrize(
    "heading",
    [
        "Order #", "Order Date", "Order Name", "Order Company Name", "Amount",
        "Buyer Name", "Buyer First Name", "Billing Country", "Invoice address company",
        "Payment date", "Payment providers", "Checked in", "Checked in at", "Total Paid",
        "Ticket Created Date", "Registration date", "Newsletter consent", "Assistant's Name",
        "Manager's Name", "Event Name", "E-mail Display Name", "Voucher",
        "Dietary requirements", "Phone", "Address", "ZIP code", "City", "Start time",
        "Completion time", "Last modified time", "Sales channel", "Order locale", "Referred By",
        "How did you hear about this event?", "What makes you want to join the event?",
    ],
)  # fmt: skip
def test_what_is_none_of_our_fields_stays_a_column(columns, heading):
    assert columns.guess(table(f"Name,{heading}"))[1] == f"custom.{heading}"


def test_a_column_with_nothing_in_it_gives_way_to_one_with_something(columns):
    people = table("Attendee name,Attendee email,Name,Email", ("", "", "Anna", "a@example.lv"))
    assert columns.guess(people) == {
        0: "custom.Attendee name", 1: "custom.Attendee email", 2: "name", 3: "email",
    }  # fmt: skip


def test_a_column_of_no_addresses_is_none_of_emails(columns):
    people = table("Name,Email,Your e-mail", ("Anna", "anonymous", "a@example.lv"))
    assert columns.guess(people)[1] == "custom.Email"
    assert columns.guess(people)[2] == "email"


def test_a_status_is_better_than_a_question_whether_one_comes(columns):
    guessed = columns.guess(table("Name,Will you attend?,Status"))
    assert guessed == {0: "name", 1: "custom.Will you attend?", 2: "status"}


def test_the_kind_of_an_address_is_no_address(columns):
    people = table("Name,E-mail Type,Mail", ("Anna", "SMTP", "a@example.lv"))
    assert columns.guess(people) == {0: "name", 1: "custom.E-mail Type", 2: "email"}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *((heading, "contacts") for heading in (
            "Consent", "May share contact", "Contacts", "May we share your contact details?",
            "Dalintis kontaktais", "Dalīties ar kontaktiem", "Kontaktide jagamine",
            "Zgoda na kontakt", "Kontaktdaten weitergeben", "Dela kontaktuppgifter", "Контакты",
        )),
        *((heading, "offers") for heading in (
            "Offers", "What can you offer?", "Siūlau", "Piedāvāju", "Pakun", "Oferuję", "Ich biete",
            "Jag erbjuder", "Предлагаю",
        )),
        *((heading, "seeks") for heading in (
            "Looking for", "Seeks", "What are you looking for?", "Ieškau", "Meklēju", "Otsin",
            "Szukam", "Ich suche", "Jag söker", "Ищу",
        )),
    ],
)  # fmt: skip
def test_consent_and_topics_in_eight_languages(columns, heading, field):
    header = ("Name", heading)
    assert columns.guess(Table(header, ()))[1] == field


@pytest.mark.parametrize("heading", ["Contacts", "Consent"])
@pytest.mark.parametrize(("cell", "is_consent"), [("yes", True), ("+371 2000000", False)])
def test_contacts_are_telephone_numbers_as_well(columns, heading, cell, is_consent):
    table = Table(("Name", heading), [Row(2, ("Ada", cell))])
    assert (columns.guess(table)[1] == "contacts") == is_consent


@pytest.mark.parametrize("heading", ["Newsletter consent", "GDPR consent", "Photo consent"])
def test_consent_to_something_else_is_not_consent_to_be_passed_on(columns, heading):
    assert columns.guess(Table(("Name", heading), ()))[1] == f"custom.{heading}"
