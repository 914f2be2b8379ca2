-- A subject's events lie together as bytes, instead of one row each: histories.ts packs those that are there, and drops the
-- tables of before.
ALTER TABLE event RENAME TO earlier_event;
ALTER TABLE subject RENAME TO earlier_subject;

-- A person, known by an HMAC of the pseudonym alone. Ids count up from 1, and are never given twice.
CREATE TABLE subject (
  hmac BLOB PRIMARY KEY,
  id   INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- Parts of a subject's events, as event-codec.ts writes them: at `place` = id × 2^20 + 0, 1, 2 …
CREATE TABLE history (
  place  INTEGER PRIMARY KEY,
  events BLOB NOT NULL
) STRICT;

-- Whose history an event id is in, found by a hash of the id. Two ids may share one: the history tells.
CREATE TABLE seen (
  hash    INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  PRIMARY KEY (hash, subject)
) WITHOUT ROWID, STRICT;

-- The same, of those that came in last.
CREATE TABLE seen_lately (
  hash    INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  PRIMARY KEY (hash, subject)
) WITHOUT ROWID, STRICT;

-- The last events to come in.
CREATE TABLE recent_event (
  sequence    INTEGER PRIMARY KEY,
  subject     INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  type        TEXT NOT NULL,
  purpose     INTEGER NOT NULL,
  notice      INTEGER,
  channel     INTEGER NOT NULL
) STRICT;

-- How much is there, in one row.
CREATE TABLE intake (
  events       INTEGER NOT NULL,
  subjects     INTEGER NOT NULL,
  last_subject INTEGER NOT NULL,
  last_event   INTEGER NOT NULL,
  received_at  INTEGER NOT NULL
) STRICT;

INSERT INTO subject (hmac, id) SELECT hmac, id FROM earlier_subject ORDER BY hmac;

INSERT INTO recent_event
  SELECT sequence, subject, at, received_at, t.value, purpose, notice, channel
  FROM earlier_event JOIN term AS t ON t.id = type
  ORDER BY sequence DESC LIMIT 100;

INSERT INTO intake
  SELECT (SELECT count(*) FROM earlier_event),
    (SELECT count(*) FROM earlier_subject),
    (SELECT coalesce(max(id), 0) FROM earlier_subject),
    (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'earlier_event'),
    (SELECT coalesce(max(received_at), 0) FROM recent_event);
