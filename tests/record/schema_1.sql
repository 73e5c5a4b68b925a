-- A record of schema version 1, as text: what the first Onrecord wrote. Kept as it is, whatever the schema becomes.
-- The statements that create it are those of the time (compare onrecord.record.schema_1, which is frozen too).
PRAGMA application_id = 1332630115;
PRAGMA user_version = 1;

CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reports (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT, outlet TEXT, agency TEXT, url TEXT,
    published TEXT, published_earliest TEXT, published_latest TEXT, language TEXT NOT NULL, tagged INTEGER NOT NULL,
    media_type TEXT NOT NULL, encoding TEXT NOT NULL, sha256 TEXT NOT NULL, characters INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE TABLE chrome (
    report INTEGER NOT NULL REFERENCES reports (number), position INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (report, position)
) WITHOUT ROWID;
CREATE TABLE times (
    report INTEGER NOT NULL REFERENCES reports (number), position INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (report, position)
) WITHOUT ROWID;
CREATE TABLE actors (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, within TEXT NOT NULL
);
CREATE TABLE actor_aliases (
    actor INTEGER NOT NULL REFERENCES actors (number), alias TEXT NOT NULL, PRIMARY KEY (actor, alias)
) WITHOUT ROWID;
CREATE TABLE statements (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL, speaker INTEGER REFERENCES actors (number), addressee INTEGER REFERENCES actors (number),
    kind TEXT NOT NULL, mode TEXT NOT NULL, confidence REAL NOT NULL, said_on TEXT, said_earliest TEXT, said_latest TEXT,
    source TEXT, cue TEXT, said TEXT NOT NULL, UNIQUE (report, position)
);
CREATE TABLE statement_spans (
    statement INTEGER NOT NULL REFERENCES statements (number), role TEXT NOT NULL, position INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (statement, role, position)
) WITHOUT ROWID;
CREATE TABLE relays (
    statement INTEGER NOT NULL REFERENCES statements (number), position INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (number), PRIMARY KEY (statement, position)
) WITHOUT ROWID;
CREATE TABLE actor_mentions (
    actor INTEGER NOT NULL REFERENCES actors (number), report INTEGER NOT NULL REFERENCES reports (number),
    role TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (actor, report, role, start, "end")
) WITHOUT ROWID;
CREATE TABLE date_candidates (
    number INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports (number),
    statement INTEGER REFERENCES statements (number), position INTEGER NOT NULL, date TEXT NOT NULL, weight REAL NOT NULL
);
CREATE TABLE date_reasons (
    number INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports (number),
    statement INTEGER REFERENCES statements (number), position INTEGER NOT NULL, origin TEXT NOT NULL, reason TEXT NOT NULL,
    start INTEGER, "end" INTEGER, text TEXT
);
CREATE TABLE unread (number INTEGER PRIMARY KEY, name TEXT NOT NULL, reason TEXT NOT NULL, sha256 TEXT NOT NULL);
CREATE TABLE duplicates (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, same_as TEXT NOT NULL,
    report INTEGER REFERENCES reports (number)
);
CREATE TABLE finished (key TEXT NOT NULL PRIMARY KEY, result BLOB NOT NULL);
CREATE VIRTUAL TABLE reports_fts USING fts5 (
    text, content="reports", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE statements_fts USING fts5 (
    source, said, content="statements", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);

INSERT INTO meta VALUES ('engine', 'onrecord 0.1.0');
INSERT INTO reports VALUES (
    1, 'r_af59b2e9eb82b3ed', 'lake.txt', 'Lake', NULL, NULL, NULL, '2011-03-02', '2011-03-01', '2011-03-02', 'en', 1,
    'text/plain', 'utf-8', '0000', 27, 'The envoy: “We wait.” Menu.'
);
INSERT INTO chrome VALUES (1, 0, 22, 27, 'Menu.');
INSERT INTO times VALUES (1, 0, 15, 19, 'wait', 'DURATION', 'P1D');
INSERT INTO actors VALUES (1, 'a_e0c9ee80b9b7f0b7', 'Ines Faro', 'person', '');
INSERT INTO actor_aliases VALUES (1, 'the envoy');
INSERT INTO statements VALUES (
    1, 's_1', 1, 0, 1, NULL, 'direct', 'speech', 0.5, '2011-03-01', NULL, NULL, 'The envoy', NULL, '“We wait.”'
);
INSERT INTO statement_spans VALUES (1, 'source', 0, 0, 9, 'The envoy'), (1, 'content', 0, 11, 21, '“We wait.”');
INSERT INTO relays VALUES (1, 0, 1);
INSERT INTO actor_mentions VALUES (1, 1, 'source', 0, 9, 'The envoy');
INSERT INTO date_candidates VALUES (1, 1, NULL, 0, '2011-03-02', 1.0);
INSERT INTO date_reasons VALUES (1, 1, 1, 0, 'text', 'says so', 11, 21, '“We wait.”');
INSERT INTO unread VALUES (1, 'empty.txt', 'is empty', '');
INSERT INTO duplicates VALUES (1, 'lake (1).txt', '0000', 'lake.txt', 1);
INSERT INTO finished VALUES ('k', x'00ff');
INSERT INTO reports_fts (reports_fts) VALUES ('rebuild');
INSERT INTO statements_fts (statements_fts) VALUES ('rebuild');
