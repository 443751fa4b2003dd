-- Where a side stands is told without looking up each of its records: who reports it and under which address stand beside the stance.

ALTER TABLE stance RENAME TO stance_before;

CREATE TABLE stance (
  side    INTEGER NOT NULL,
  issue   INTEGER NOT NULL,                 -- term
  day     INTEGER NOT NULL,
  record  INTEGER NOT NULL,
  stance  INTEGER NOT NULL,                 -- term
  outlet  INTEGER,
  address TEXT NOT NULL,                    -- the story's key and the record's id: 5f0c9d3be2a87714/p1
  PRIMARY KEY (side, issue, day, record)
) STRICT, WITHOUT ROWID;

INSERT INTO stance
SELECT s.side, s.issue, s.day, s.record, s.stance, r.outlet, story.key || '/p' || CASE WHEN r.number >= 131072 THEN '+' || (r.number - 131072) ELSE r.number END
FROM stance_before AS s CROSS JOIN record AS r ON r.id = s.record CROSS JOIN story ON story.shown = r.document;

DROP TABLE stance_before;
