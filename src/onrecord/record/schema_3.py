"""Version 3 of the schema: what people were, why names are one actor or two, and what people decided about that.

Frozen: see ``migrations``. SQLite can't change a CHECK, so ``actor_mentions`` is made anew, with one role more; the
views that name actors are made anew to tell namesakes apart.
"""

from __future__ import annotations

from onrecord.record import schema_1, schema_2

_MENTIONS = """
CREATE TABLE actor_mentions_3 (  -- the words that an actor's row rests on
    actor INTEGER NOT NULL REFERENCES actors (number),
    report INTEGER NOT NULL REFERENCES reports (number),
    role TEXT NOT NULL CHECK (role IN ('source', 'statement', 'description')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (actor, report, role, start, "end"),
    {span}
) WITHOUT ROWID"""

_NEW_TABLES = (
    """
CREATE TABLE offices (  -- what somebody was, and for whom, in all reports together
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (number),
    title TEXT NOT NULL,
    "of" INTEGER REFERENCES actors (number),  -- the state, organisation or body, where a report says so
    first_seen TEXT,  -- day of the first dated report by which it is held, YYYY-MM-DD
    last_seen TEXT,
    left_by TEXT  -- day of the first dated report that calls it a former one
)""",
    """
CREATE TABLE descriptions (  -- what a report says that a named person is
    number INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (number),
    title TEXT NOT NULL,
    "of" INTEGER REFERENCES actors (number),
    is_office INTEGER NOT NULL CHECK (is_office IN (0, 1)),
    office INTEGER REFERENCES offices (number),
    tenure TEXT NOT NULL CHECK (tenure IN ('held', 'acting', 'former', 'then', 'coming')),
    gender TEXT NOT NULL CHECK (gender IN ('', 'm', 'f')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (report, position),
    {span}
)""",
    """
CREATE TABLE decisions (  -- what people decided about who is who
    number INTEGER PRIMARY KEY,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
    names TEXT NOT NULL,
    decided_by TEXT,
    decided_on TEXT,
    why TEXT,
    orphaned INTEGER NOT NULL CHECK (orphaned IN (0, 1))  -- 1: nothing in these reports answers to it any more
)""",
    """
CREATE TABLE identities (  -- why names are one actor, or two
    number INTEGER PRIMARY KEY,
    actor INTEGER NOT NULL REFERENCES actors (number),
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
    name TEXT NOT NULL,
    other INTEGER REFERENCES actors (number),
    reason TEXT NOT NULL,
    decision INTEGER REFERENCES decisions (number)  -- empty: the machine's own reason
)""",
    """
CREATE TABLE actors_file (  -- the file of actors that the build went by, word for word; one row or none
    name TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) WITHOUT ROWID""",
)

_INDEXES = (
    "CREATE INDEX actor_mentions_by_report ON actor_mentions (report)",
    "CREATE INDEX offices_by_id ON offices (id)",
    "CREATE INDEX offices_by_actor ON offices (actor)",
    "CREATE INDEX descriptions_by_actor ON descriptions (actor)",
    "CREATE INDEX descriptions_by_office ON descriptions (office)",
    "CREATE INDEX identities_by_actor ON identities (actor)",
)


def label(table: str) -> str:
    """An actor's name in SQL, with what tells namesakes apart; ``table`` is ``actors`` or another name for it."""
    return f"{table}.name || CASE {table}.distinction WHEN '' THEN '' ELSE ' (' || {table}.distinction || ')' END"


_WHO_WAS_WHAT = f"""
CREATE VIEW who_was_what AS
SELECT
    {label("actors")} AS who,
    offices.title AS title,
    {label("holder")} AS "of",
    offices.first_seen AS first_seen,
    offices.last_seen AS last_seen,
    offices.left_by AS left_by,
    count(DISTINCT descriptions.report) AS reports,
    (
        SELECT text FROM descriptions AS words WHERE words.office = offices.number
        ORDER BY words.report, words.position LIMIT 1
    ) AS words,
    offices.id AS office,
    actors.id AS actor
FROM offices
JOIN actors ON actors.number = offices.actor
LEFT JOIN actors AS holder ON holder.number = offices."of"
JOIN descriptions ON descriptions.office = offices.number
GROUP BY offices.number
ORDER BY actors.name, actors.id, offices.first_seen, offices.number"""

_WHO_IS_WHO = f"""
CREATE VIEW who_is_who AS
SELECT
    {label("actors")} AS actor,
    identities.verdict AS verdict,
    identities.name AS name,
    identities.reason AS reason,
    CASE WHEN identities.decision IS NULL THEN 'machine' ELSE 'person' END AS decided,
    decisions.decided_by AS decided_by,
    decisions.decided_on AS decided_on,
    decisions.why AS why,
    actors.id AS actor_id
FROM identities
JOIN actors ON actors.number = identities.actor
LEFT JOIN decisions ON decisions.number = identities.decision
ORDER BY identities.number"""

_NAMING = {
    "who_said_what": (
        ("speaker.name AS speaker", f"{label('speaker')} AS speaker"),
        ("SELECT group_concat(name, '; ')", "SELECT group_concat(label, '; ')"),
        ("SELECT actors.name FROM", f"SELECT {label('actors')} AS label FROM"),
    ),
    "who_would_not_say": (("actors.name AS who", f"{label('actors')} AS who"),),
    "speakers": (("actors.name AS speaker", f"{label('actors')} AS speaker"),),
}


def _views() -> list[str]:
    """The views of version 2 that name actors, with namesakes told apart."""
    made = []
    for name, changes in _NAMING.items():
        statement = next(each for each in schema_2.STATEMENTS if each.startswith(f"CREATE VIEW {name} AS"))
        for old, new in changes:
            assert old in statement
            statement = statement.replace(old, new)
        made.append(statement)
    return made


STATEMENTS: tuple[str, ...] = tuple(
    statement.replace("{span}", schema_1.SPAN).strip()
    for statement in (
        *(f"DROP VIEW {name}" for name in _NAMING),
        "ALTER TABLE actors ADD COLUMN distinction TEXT NOT NULL DEFAULT ''",
        _MENTIONS,
        'INSERT INTO actor_mentions_3 SELECT actor, report, role, start, "end", text FROM actor_mentions',
        "DROP TABLE actor_mentions",
        "ALTER TABLE actor_mentions_3 RENAME TO actor_mentions",
        *_NEW_TABLES,
        *_INDEXES,
        *_views(),
        _WHO_WAS_WHAT,
        _WHO_IS_WHO,
    )
)
