-- Values are counted for hundreds of thousands of records at a time: those of a record stand together in a few bytes of fixed width, those of 500 records in one row.
-- Which byte is what says Projecting/RecordCell.cs; what is missing is filled in from “record” (see Indexing).

CREATE TABLE cells (
  block INTEGER PRIMARY KEY,                -- record.id / 500
  cells BLOB NOT NULL
) STRICT;
