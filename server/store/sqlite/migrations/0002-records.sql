-- What people write down beside the data (changes, populations, benchmarks): one JSON body each, told apart by kind.
CREATE TABLE record (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID, STRICT;

INSERT INTO record (kind, id, body) SELECT 'change', id, body FROM change;
DROP TABLE change;
