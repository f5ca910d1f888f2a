CREATE TABLE annulment (check_in INTEGER NOT NULL PRIMARY KEY, clock INTEGER, entry INTEGER);
CREATE TABLE attendee (
    number INTEGER NOT NULL PRIMARY KEY,
    removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL, id BLOB NOT NULL,
    name TEXT, given_name TEXT, family_name TEXT, email TEXT, organisation BLOB,
    organisation_kind TEXT, country TEXT, job_title TEXT, category TEXT, status TEXT, notes TEXT,
    registration TEXT, ticket_code TEXT, imported TEXT, extra TEXT, erased INTEGER NOT NULL
, sort_name TEXT, same_as BLOB, person BLOB, instruction TEXT, contacts INTEGER, offers TEXT, seeks TEXT);
CREATE UNIQUE INDEX attendee_id ON attendee (id);
CREATE INDEX attendee_organisation ON attendee (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX attendee_person ON attendee (person) WHERE person IS NOT NULL;
CREATE INDEX attendee_registration ON attendee (registration) WHERE registration IS NOT NULL;
CREATE INDEX attendee_same_as ON attendee (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX attendee_ticket_code ON attendee (ticket_code) WHERE ticket_code IS NOT NULL;
CREATE TABLE badge (
    number INTEGER NOT NULL PRIMARY KEY, attendee BLOB, issue INTEGER, revoked INTEGER NOT NULL,
    clock INTEGER, entry INTEGER
);
CREATE INDEX badge_attendee ON badge (attendee);
CREATE TABLE certificate (id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL, attendee BLOB, number TEXT, issue INTEGER, hours INTEGER, programme INTEGER, days TEXT, sessions TEXT, withdrawn TEXT);
CREATE TABLE check_in (
    id INTEGER NOT NULL PRIMARY KEY, list BLOB NOT NULL, badge INTEGER, exit INTEGER NOT NULL,
    at INTEGER NOT NULL, clock INTEGER NOT NULL, reason TEXT, forced TEXT, paper INTEGER NOT NULL
);
CREATE INDEX check_in_badge ON check_in (badge) WHERE badge IS NOT NULL;
CREATE TABLE check_list (
    id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL,
    name TEXT, day TEXT, entrance INTEGER, several_entries INTEGER, entry_after_exit INTEGER,
    categories TEXT, opens TEXT, closes TEXT, capacity INTEGER
);
CREATE TABLE entry (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    clock INTEGER NOT NULL,
    actor BLOB NOT NULL,
    body TEXT NOT NULL,
    body_digest BLOB,
    digest BLOB NOT NULL,
    station_number INTEGER GENERATED ALWAYS AS (id >> 40) VIRTUAL,
    seq INTEGER GENERATED ALWAYS AS (id & 1099511627775) VIRTUAL
);
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
WHEN NOT (
    NEW.id IS OLD.id AND NEW.kind IS OLD.kind AND NEW.subject IS OLD.subject
    AND NEW.clock IS OLD.clock AND NEW.actor IS OLD.actor AND NEW.digest IS OLD.digest
    AND OLD.body <> '' AND NEW.body = '' AND OLD.body_digest IS NULL
    AND length(NEW.body_digest) = 32
    AND OLD.kind NOT IN ('badge.issued', 'badge.revoked', 'personal-data.erased')
    AND EXISTS (
        SELECT 1 FROM entry AS erasure
        WHERE erasure.subject = OLD.subject AND erasure.kind = 'personal-data.erased'
        AND erasure.kind NOT IN ('check-in.recorded', 'check-in.annulled')
    )
) BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE INDEX entry_subject ON entry (subject)
    WHERE kind NOT IN ('check-in.recorded', 'check-in.annulled');
CREATE TABLE event (
    id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL,
    title TEXT, first_day TEXT, last_day TEXT, timezone TEXT, venue TEXT, day_boundary TEXT,
    forget_day TEXT
, shown_fields TEXT, template TEXT, threshold INTEGER, midday TEXT, one_room INTEGER, exits TEXT);
CREATE TABLE list_import (
    id BLOB NOT NULL PRIMARY KEY, clock INTEGER, entry INTEGER, file TEXT, entries INTEGER,
    added INTEGER, changed INTEGER, rejected INTEGER, undone INTEGER NOT NULL
);
CREATE TABLE meeting (id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL, one BLOB, other BLOB, at INTEGER);
CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE operator (
    id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL,
    name TEXT, role TEXT
);
CREATE TABLE organisation (
    id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL,
    name TEXT, kind TEXT, country TEXT
, sort_name TEXT);
CREATE TABLE organizer (
    id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL,
    name TEXT, picture BLOB, position INTEGER
);
CREATE TABLE photo (
    id BLOB NOT NULL PRIMARY KEY, data BLOB, clock INTEGER NOT NULL, entry INTEGER NOT NULL
);
CREATE TABLE picture (
    id BLOB NOT NULL PRIMARY KEY, media TEXT NOT NULL, data BLOB NOT NULL, clock INTEGER NOT NULL,
    entry INTEGER NOT NULL
);
CREATE TABLE printing (
    attendee BLOB NOT NULL, badge INTEGER NOT NULL, face TEXT NOT NULL, clock INTEGER NOT NULL,
    entry INTEGER NOT NULL, PRIMARY KEY (attendee, badge)
) WITHOUT ROWID;
CREATE TABLE question (id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL, text TEXT, kind TEXT, choices TEXT, lists TEXT, optional INTEGER, position INTEGER);
CREATE TABLE role_pin (
    id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL,
    pin TEXT, recovery TEXT
);
CREATE TABLE "schema_migration" ("id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(255) NOT NULL, "applied" DATETIME NOT NULL);
CREATE UNIQUE INDEX "schema_migration_name" ON "schema_migration" ("name");
CREATE TABLE seal (id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL, day TEXT, heads TEXT);
CREATE VIRTUAL TABLE search USING fts5(
    words, tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0
);
CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'search_content'(id INTEGER PRIMARY KEY, c0);
CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE session (id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL, starts TEXT, ends TEXT, room TEXT, kind TEXT, counted INTEGER, own_door INTEGER, topic TEXT);
CREATE TABLE sheet (id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL, list BLOB, rows TEXT, filled INTEGER);
CREATE TABLE standing (
    list BLOB NOT NULL, attendee BLOB NOT NULL, entries INTEGER NOT NULL, inside INTEGER NOT NULL,
    at INTEGER NOT NULL, clock INTEGER NOT NULL, latest INTEGER NOT NULL,
    PRIMARY KEY (list, attendee)
) WITHOUT ROWID;
CREATE TABLE station (number INTEGER NOT NULL PRIMARY KEY, station BLOB NOT NULL);
CREATE UNIQUE INDEX station_station ON station (station);
CREATE TABLE template (id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL, name TEXT, form TEXT);
CREATE TABLE ticket (
    attendee BLOB NOT NULL, badge INTEGER NOT NULL, address TEXT NOT NULL, clock INTEGER NOT NULL,
    entry INTEGER NOT NULL, PRIMARY KEY (attendee, badge)
) WITHOUT ROWID;
