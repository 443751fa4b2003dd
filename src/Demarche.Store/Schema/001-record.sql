-- The store, version 1: stories, what was coded, what was decided, and the index that answers questions.
-- A later part of the schema is a further file of this folder, 002-….sql and so on; they run in order, each once (see Migrations.cs).
-- A part that stands in a release is never changed.

-- 1. What came in and what was made of it. Nothing here is derived; all else can be made from it again.

-- What made records: the same three and the same text give the same bytes.
CREATE TABLE run (
  id       INTEGER PRIMARY KEY,
  program  TEXT NOT NULL,
  model    TEXT NOT NULL,
  codebook TEXT NOT NULL,
  UNIQUE (program, model, codebook)
) STRICT;

CREATE TABLE outlet (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE story (
  id        INTEGER PRIMARY KEY,
  key       TEXT NOT NULL UNIQUE,           -- story.id of the record
  hash      BLOB NOT NULL,                  -- first 16 bytes of the text's SHA-256: equal for one text in two outlets
  outlet    INTEGER REFERENCES outlet,
  published INTEGER,                        -- 20211214
  url       TEXT,
  given     TEXT,                           -- the title as it came with the story, if it did
  language  TEXT NOT NULL,
  shown     INTEGER REFERENCES document     -- whose records are in the index
) STRICT;
CREATE INDEX story_published ON story (ifnull(published, 0), key);
CREATE INDEX story_hash ON story (hash);

-- Apart from the story, so that going through stories does not go through their texts.
CREATE TABLE text (
  story INTEGER PRIMARY KEY REFERENCES story,
  text  TEXT NOT NULL
) STRICT;

CREATE TABLE document (
  id     INTEGER PRIMARY KEY,
  story  INTEGER NOT NULL REFERENCES story,
  run    INTEGER NOT NULL REFERENCES run,
  title  TEXT,                              -- as the record has it: given, or found in the text
  record BLOB NOT NULL,                     -- the record of docs/record.md without what the story has (packed, see Packing)
  UNIQUE (story, run)
) STRICT;

-- Small things by name: the dictionary of the packed records, the run in use.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value ANY
) STRICT, WITHOUT ROWID;

-- What people decided, in order. Rows are only ever added; taking one back is a further decision.
CREATE TABLE decision (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  time   TEXT NOT NULL,                     -- UTC, ISO 8601
  author TEXT NOT NULL,
  verb   TEXT NOT NULL,                     -- accept, reject, edit, add, note, merge, split, undo
  story  TEXT,                              -- key of the story; null for what concerns all
  target TEXT,                              -- the record (e3), the actor, or the number of the decision that is undone
  anchor TEXT,                              -- JSON: the words by which the record is found when the story is coded again
  body   TEXT                               -- JSON: what was decided
) STRICT;
CREATE INDEX decision_story ON decision (story) WHERE story IS NOT NULL;
CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decision_is_never_removed BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are never removed'); END;

-- 2. The index: the records that are shown, with decisions applied. Always made from part 1, story by story.

-- Words that come again: types, modes, stances, issues, places, …
CREATE TABLE term (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- For whom an actor acts: the state for its government and armed forces, else itself.
CREATE TABLE side (
  id   INTEGER PRIMARY KEY,
  key  TEXT NOT NULL UNIQUE,                -- the actor's id; for one that is not resolved, “~” and its name in lower case
  name TEXT                                 -- null while only those who act for it were seen
) STRICT;

CREATE TABLE actor (
  id      INTEGER PRIMARY KEY,
  key     TEXT NOT NULL,                    -- as in side
  name    TEXT NOT NULL,
  code    TEXT,                             -- id of the record; null when not resolved
  kind    TEXT NOT NULL,
  country TEXT,
  sector  TEXT,
  side    INTEGER NOT NULL REFERENCES side
) STRICT;
CREATE UNIQUE INDEX actor_is ON actor (key, name, kind, ifnull(country, ''), ifnull(sector, ''));
CREATE INDEX actor_side ON actor (side);
CREATE INDEX actor_key ON actor (key COLLATE NOCASE);
CREATE INDEX actor_name ON actor (name COLLATE NOCASE);

-- Days are days since 1 January 1970: date(day * 86400, 'unixepoch'); -1000000 is unknown.

-- One row a record. id = document * 2^20 + kind * 2^18 + number: e3 of a document is found without looking it up.
CREATE TABLE record (
  id         INTEGER PRIMARY KEY,
  kind       INTEGER NOT NULL,              -- 0 statement, 1 event, 2 position, 3 agreement
  type       INTEGER NOT NULL,              -- term: type of an event, polarity of a statement, stance of a position, claim of an agreement
  mode       INTEGER,                       -- term: mode of an event, kind of a statement
  issue      INTEGER,                       -- term: issue of a position, name of an agreement
  status     INTEGER,                       -- term: status of an event
  voice      INTEGER NOT NULL,              -- who says it: 0 the story, 1 the actor itself, 2 others that the actor said so, 3 others
  day        INTEGER NOT NULL,              -- first day it may mean; of one without a date, the day of publication
  last       INTEGER,                       -- last day it may mean; null when it is the first
  dated      INTEGER NOT NULL,              -- 1 when the day is its own, 0 when it is the story's
  background INTEGER NOT NULL,
  outlet     INTEGER,
  country    INTEGER,                       -- term: country of the place
  confidence INTEGER,                       -- percent
  review     INTEGER NOT NULL               -- 0 machine, 1 reviewed, 2 added
) STRICT;
CREATE INDEX record_type ON record (kind, type, day);
CREATE INDEX record_day ON record (kind, day);
CREATE INDEX record_issue ON record (issue, day) WHERE issue IS NOT NULL;
CREATE INDEX record_outlet ON record (outlet, day) WHERE outlet IS NOT NULL;
CREATE INDEX record_reviewed ON record (review) WHERE review > 0;

-- Who takes part: 0 who did it or says it, 1 to whom, 2 who says so, 3 further out in the chain, 4 party to an agreement.
CREATE TABLE part (
  actor  INTEGER NOT NULL,
  role   INTEGER NOT NULL,
  day    INTEGER NOT NULL,
  record INTEGER NOT NULL,
  PRIMARY KEY (actor, role, day, record)
) STRICT, WITHOUT ROWID;

-- Events between two sides.
CREATE TABLE dyad (
  actor     INTEGER NOT NULL,               -- side
  recipient INTEGER NOT NULL,               -- side
  day       INTEGER NOT NULL,
  record    INTEGER NOT NULL,
  quad      INTEGER NOT NULL,
  PRIMARY KEY (actor, recipient, day, record)
) STRICT, WITHOUT ROWID;

-- Positions of a side on an issue.
CREATE TABLE stance (
  side   INTEGER NOT NULL,
  issue  INTEGER NOT NULL,                  -- term
  day    INTEGER NOT NULL,
  record INTEGER NOT NULL,
  stance INTEGER NOT NULL,                  -- term
  PRIMARY KEY (side, issue, day, record)
) STRICT, WITHOUT ROWID;

-- The words of each record and the names of who takes part, by record.id.
CREATE VIRTUAL TABLE words USING fts5 (said, tokenize = 'unicode61 remove_diacritics 2', content = '', contentless_delete = 1);
-- Words are gathered for longer and merged later: adding many stories is a quarter faster.
INSERT INTO words (words, rank) VALUES ('hashsize', 8388608);
INSERT INTO words (words, rank) VALUES ('automerge', 8);

-- How many records have a value, kept in step with every change.
CREATE TABLE facet (
  kind  INTEGER NOT NULL,
  name  TEXT NOT NULL,
  value INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (kind, name, value)
) STRICT, WITHOUT ROWID;
