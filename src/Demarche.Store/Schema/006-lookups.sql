-- What is asked most often is kept ready: whose voice each record of a story is, and how often each side acts towards each other.

-- Whose voice the records of a story are, so that one of them is read without looking it up: see Projecting/Voices.cs. What is missing is filled in from “record” (see Indexing).
ALTER TABLE story ADD COLUMN voices TEXT;

-- How many events there are between two sides, kept in step with every change.
CREATE TABLE pair (
  actor       INTEGER NOT NULL,             -- side
  recipient   INTEGER NOT NULL,             -- side
  count       INTEGER NOT NULL,
  cooperation INTEGER NOT NULL,             -- of the first two quad classes
  conflict    INTEGER NOT NULL,             -- of the other two
  PRIMARY KEY (actor, recipient)
) STRICT, WITHOUT ROWID;

INSERT INTO pair SELECT actor, recipient, count(*), sum(quad IN (1, 2)), sum(quad > 2) FROM dyad GROUP BY actor, recipient;
