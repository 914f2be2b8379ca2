-- Single values of the store as a whole: data version, settings.
CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID, STRICT;

-- Every text that repeats, once: rows hold its id. Field names are those of cells and events.
CREATE TABLE term (
  id    INTEGER PRIMARY KEY,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (field, value)
) STRICT;

-- A person, known by an HMAC of the pseudonym alone.
CREATE TABLE subject (
  id   INTEGER PRIMARY KEY,
  hmac BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE erased_subject (
  hmac BLOB PRIMARY KEY,
  at   INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- What came in, as accepted. Columns from type to scale are terms but for the plain numbers.
CREATE TABLE event (
  sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
  id          TEXT NOT NULL UNIQUE,
  subject     INTEGER NOT NULL REFERENCES subject (id),
  at          INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  type        INTEGER NOT NULL,
  purpose     INTEGER NOT NULL,
  notice      INTEGER,
  channel     INTEGER NOT NULL,
  region      INTEGER NOT NULL,
  segment     INTEGER NOT NULL,
  locale      INTEGER NOT NULL,
  generation  INTEGER,
  experiment  INTEGER,
  variant     INTEGER,
  method      INTEGER NOT NULL,
  reason      INTEGER,
  survey      INTEGER,
  question    INTEGER,
  scale       INTEGER,
  score       INTEGER,
  duration_ms INTEGER,
  steps       INTEGER
) STRICT;
CREATE INDEX event_by_subject ON event (subject);

-- What a fact counts and for whom; 0 where a field does not apply, or a projection leaves it out. Only the one writer adds
-- cells, and it knows them all: that is why they are unique.
CREATE TABLE cell (
  id         INTEGER PRIMARY KEY,
  projection INTEGER NOT NULL,
  kind       INTEGER NOT NULL,
  purpose    INTEGER NOT NULL,
  notice     INTEGER NOT NULL,
  channel    INTEGER NOT NULL,
  region     INTEGER NOT NULL,
  segment    INTEGER NOT NULL,
  locale     INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  experiment INTEGER NOT NULL,
  variant    INTEGER NOT NULL,
  method     INTEGER NOT NULL,
  reason     INTEGER NOT NULL,
  survey     INTEGER NOT NULL,
  question   INTEGER NOT NULL,
  scale      INTEGER NOT NULL,
  outcome    INTEGER NOT NULL
) STRICT;

-- The sum of all facts. A series is one kind of fact in one projection; its days lie together, so that a range of them is
-- read in one go, and what comes in live is written in one place. No row holds zero.
CREATE TABLE rollup (
  series INTEGER NOT NULL,
  day    INTEGER NOT NULL,
  cell   INTEGER NOT NULL REFERENCES cell (id),
  x      INTEGER NOT NULL,
  n      INTEGER NOT NULL,
  PRIMARY KEY (series, day, cell, x)
) WITHOUT ROWID, STRICT;

-- Totals of one day from tools that export nothing finer.
CREATE TABLE count_record (
  id          INTEGER PRIMARY KEY,
  received_at INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  source      INTEGER NOT NULL,
  purpose     INTEGER NOT NULL,
  notice      INTEGER NOT NULL,
  channel     INTEGER NOT NULL,
  region      INTEGER NOT NULL,
  segment     INTEGER NOT NULL,
  locale      INTEGER NOT NULL,
  generation  INTEGER NOT NULL,
  experiment  INTEGER NOT NULL,
  variant     INTEGER NOT NULL,
  survey      INTEGER NOT NULL,
  question    INTEGER NOT NULL,
  shown       INTEGER,
  granted     INTEGER,
  declined    INTEGER,
  dismissed   INTEGER,
  withdrawn   INTEGER,
  in_force    INTEGER,
  asked       INTEGER,
  scores      TEXT,
  UNIQUE (source, day, purpose, notice, channel, region, segment, locale, generation, experiment,
    variant, survey, question)
) STRICT;
CREATE INDEX count_record_by_day ON count_record (day);

-- What was refused: subject as HMAC, birth year as generation, nothing that the contract does not list.
CREATE TABLE quarantine (
  sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
  received_at INTEGER NOT NULL,
  route       TEXT NOT NULL,
  position    INTEGER NOT NULL,
  record_id   TEXT NOT NULL,
  code        TEXT NOT NULL,
  field       TEXT NOT NULL,
  message     TEXT NOT NULL,
  record      TEXT
) STRICT;

CREATE TABLE change (
  id   TEXT PRIMARY KEY,
  date TEXT NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID, STRICT;
