-- The index anew, smaller: records are numbered one after the other, so that a number takes two or three bytes wherever it stands; nothing is kept twice.
-- And the words of the stories themselves. What stands in both is made again for every story whose “first” is unknown (see Indexing).

ALTER TABLE story ADD COLUMN first INTEGER;  -- its records in the index: from here
ALTER TABLE story ADD COLUMN last  INTEGER;  -- … to here, without a gap; less than “first” when it has none

CREATE INDEX story_outlet ON story (outlet) WHERE outlet IS NOT NULL;
CREATE INDEX story_shown ON story (shown);

-- Who changes the index says by himself that the story waits to be compared: once a story, not once a record.
DROP TRIGGER story_waits;
DROP TRIGGER story_waits_again;
DROP TRIGGER event_waits;
DROP TRIGGER event_waits_gone;

DROP TABLE words;
DROP TABLE record;
DROP TABLE part;
DROP TABLE dyad;
DROP TABLE stance;
DROP TABLE facet;

-- One row a record.
CREATE TABLE record (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL,
  kind       INTEGER NOT NULL,              -- 0 statement, 1 event, 2 position, 3 agreement
  number     INTEGER NOT NULL,              -- 3 of e3; of what somebody added (e+3), 2^17 more
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
CREATE INDEX record_vague ON record (last) WHERE last IS NOT NULL;
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

-- How many records have a value, kept in step with every change.
CREATE TABLE facet (
  kind  INTEGER NOT NULL,
  name  TEXT NOT NULL,
  value INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (kind, name, value)
) STRICT, WITHOUT ROWID;

-- The words of each record and the names of who takes part, by record.id. They are taken out by giving the same words again; how long a record is, is not kept.
CREATE VIRTUAL TABLE words USING fts5 (said, tokenize = 'unicode61 remove_diacritics 2', content = '', columnsize = 0);
-- Words are gathered for longer and merged later: adding many stories is a quarter faster.
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
INSERT INTO words (words, rank) VALUES ('automerge', 16);

-- In which stories a word stands, by story.id; where in them is looked up in the text.
CREATE VIRTUAL TABLE told USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', content = '', columnsize = 0, detail = none);
INSERT INTO told (told, rank) VALUES ('hashsize', 8388608);
INSERT INTO told (told, rank) VALUES ('automerge', 16);

-- Events of which somebody decided that they are one happening (same = 1) or two (0), as the search for incidents knows events: made from decisions.
CREATE TABLE tie (
  a        INTEGER NOT NULL,
  b        INTEGER NOT NULL,
  same     INTEGER NOT NULL,
  decision INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
