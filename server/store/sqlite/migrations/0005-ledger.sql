-- Facts of events that are kept no longer: part of the sums, and told by nothing else. They lie as sums do, with all dimensions.
CREATE TABLE ledger_tail (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  facts BLOB NOT NULL
) STRICT;

CREATE TABLE ledger_chunk (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  series     INTEGER NOT NULL,
  projection INTEGER NOT NULL,
  span       INTEGER NOT NULL,
  rows       INTEGER NOT NULL,
  last_end   INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_chunk_by_series ON ledger_chunk (series, span, projection);

CREATE TABLE ledger_column (
  id   INTEGER PRIMARY KEY, -- 32 × chunk + column
  data BLOB NOT NULL
) STRICT;
