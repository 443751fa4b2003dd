-- What is told twice: copies of one text, and reports of one happening. All of it is made from stories and their records, and can be made again.

-- Stories whose copies and incidents are not up to date.
CREATE TABLE waiting (
  story INTEGER PRIMARY KEY
) STRICT;
INSERT INTO waiting SELECT id FROM story;
CREATE TRIGGER story_waits AFTER INSERT ON story BEGIN INSERT OR IGNORE INTO waiting VALUES (new.id); END;
CREATE TRIGGER story_waits_again AFTER UPDATE OF shown ON story BEGIN INSERT OR IGNORE INTO waiting VALUES (new.id); END;
CREATE TRIGGER event_waits AFTER INSERT ON record WHEN new.kind = 1 BEGIN INSERT OR IGNORE INTO waiting SELECT story FROM document WHERE id = new.id >> 20; END;
CREATE TRIGGER event_waits_gone AFTER DELETE ON record WHEN old.kind = 1 BEGIN INSERT OR IGNORE INTO waiting SELECT story FROM document WHERE id = old.id >> 20; END;

-- A story as the search for copies knows it.
CREATE TABLE copy (
  story  INTEGER PRIMARY KEY REFERENCES story,
  parent INTEGER,                           -- the earlier story that it is a copy of
  shared INTEGER,                           -- shingles that both have
  either INTEGER,                           -- shingles that one of them has
  names  BLOB NOT NULL                      -- names in the story, as numbers
) STRICT;
CREATE INDEX copy_parent ON copy (parent) WHERE parent IS NOT NULL;

-- Two stories are compared when they have a band in common.
CREATE TABLE band (
  band  INTEGER NOT NULL,
  story INTEGER NOT NULL,
  PRIMARY KEY (band, story)
) STRICT, WITHOUT ROWID;

-- An event as the search for incidents knows it; id as in record. A component holds all that are linked, its incidents are apart in it.
-- Both are called by a report that is in them: a component by the one with the least id, an incident by its first.
CREATE TABLE report (
  id        INTEGER PRIMARY KEY,
  story     INTEGER NOT NULL,
  component INTEGER NOT NULL,
  incident  INTEGER NOT NULL,
  data      BLOB NOT NULL
) STRICT;
CREATE INDEX report_component ON report (component) WHERE component <> id;
CREATE INDEX report_incident ON report (incident) WHERE incident <> id;
CREATE INDEX report_story ON report (story);

-- Two reports are compared when they have a key in common and their days meet.
CREATE TABLE report_key (
  key    INTEGER NOT NULL,
  first  INTEGER NOT NULL,                  -- days since 1 January of the year 1
  report INTEGER NOT NULL,
  last   INTEGER NOT NULL,
  PRIMARY KEY (key, first, report)
) STRICT, WITHOUT ROWID;

-- Words of reports by number.
CREATE TABLE phrase (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
