-- The same as `subject`, of those that came in last.
CREATE TABLE subject_lately (
  hmac BLOB PRIMARY KEY,
  id   INTEGER NOT NULL
) WITHOUT ROWID, STRICT;
