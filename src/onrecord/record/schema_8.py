"""Version 8 of the schema: the ledger. What each report tells of acts, events, commitments, forecasts, positions and
names for things, and what the pile makes of it. Frozen: see ``migrations``. SQLite can't change a CHECK, so
``actor_mentions`` is made anew, with one role more.
"""

from __future__ import annotations

from onrecord.record import schema_1, schema_8_views

_ACT_CODES = """('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST',
        'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')"""
_STATES = "('happened', 'scheduled', 'held', 'moved', 'cancelled', 'unknown')"
_SIDES = "('for', 'against', 'conditional', 'neutral', 'unclear')"

_MENTIONS = """
CREATE TABLE actor_mentions_8 (  -- the words that an actor's row rests on
    actor INTEGER NOT NULL REFERENCES actors (number),
    report INTEGER NOT NULL REFERENCES reports (number),
    role TEXT NOT NULL CHECK (role IN ('source', 'statement', 'description', 'ledger')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (actor, report, role, start, "end"),
    {span}
) WITHOUT ROWID"""

_OF_REPORTS = (
    f"""
CREATE TABLE acts (  -- what somebody does, in PLOVER's codes
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER,  -- empty: the act of an event or a statement that is not listed by itself
    code TEXT NOT NULL CHECK (code IN {_ACT_CODES}),
    quad TEXT NOT NULL CHECK (quad IN
        ('verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict')),
    mode TEXT,
    actor INTEGER REFERENCES actors (number),
    recipient INTEGER REFERENCES actors (number),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (report, position),
    {{span}}
)""",
    f"""
CREATE TABLE happenings (  -- where a report tells an event
    number INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    statement INTEGER REFERENCES statements (number),  -- empty: the report's own narration
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN {_STATES}),
    act TEXT,
    act_number INTEGER REFERENCES acts (number),
    actor INTEGER REFERENCES actors (number),
    recipient INTEGER REFERENCES actors (number),
    day TEXT,  -- that it is of, best guess
    earliest TEXT,
    latest TEXT,
    place TEXT,
    UNIQUE (report, position)
)""",
    """
CREATE TABLE happening_spans (  -- the characters that it rests on
    happening INTEGER NOT NULL REFERENCES happenings (number),
    role TEXT NOT NULL CHECK (role IN ('clause', 'trigger', 'time', 'place', 'figure')),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (happening, role, position),
    {span}
) WITHOUT ROWID""",
    """
CREATE TABLE declarations (  -- where a report tells a commitment
    number INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    statement INTEGER REFERENCES statements (number),
    actor INTEGER REFERENCES actors (number),
    target INTEGER REFERENCES actors (number),
    kind TEXT NOT NULL CHECK (kind IN ('promise', 'threat', 'plan', 'refusal', 'continuation', 'offer')),
    polarity TEXT NOT NULL CHECK (polarity IN ('positive', 'negative')),  -- negative: that it will not be done
    strength TEXT NOT NULL CHECK (strength IN ('vows', 'will', 'would', 'may')),
    cue TEXT NOT NULL,
    act TEXT NOT NULL,  -- words
    condition TEXT,
    deadline TEXT,
    deadline_earliest TEXT,
    deadline_latest TEXT,
    UNIQUE (report, position)
)""",
    """
CREATE TABLE declaration_bound (  -- who else is bound
    declaration INTEGER NOT NULL REFERENCES declarations (number),
    position INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (number),
    PRIMARY KEY (declaration, position)
) WITHOUT ROWID""",
    """
CREATE TABLE declaration_spans (
    declaration INTEGER NOT NULL REFERENCES declarations (number),
    role TEXT NOT NULL CHECK (role IN ('act', 'cue', 'condition', 'deadline')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (declaration, role),
    {span}
) WITHOUT ROWID""",
    """
CREATE TABLE expectations (  -- where a report tells a forecast
    number INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    statement INTEGER REFERENCES statements (number),
    actor INTEGER REFERENCES actors (number),  -- empty: the report's own
    "of" INTEGER REFERENCES actors (number),
    likelihood TEXT NOT NULL CHECK (likelihood IN ('certain', 'likely', 'possible', 'unlikely')),
    polarity TEXT NOT NULL CHECK (polarity IN ('positive', 'negative')),  -- negative: that it is not expected
    cue TEXT NOT NULL,
    expected TEXT NOT NULL,
    condition TEXT,
    expected_on TEXT,
    expected_earliest TEXT,
    expected_latest TEXT,
    UNIQUE (report, position)
)""",
    """
CREATE TABLE expectation_spans (
    expectation INTEGER NOT NULL REFERENCES expectations (number),
    role TEXT NOT NULL CHECK (role IN ('expected', 'cue', 'condition', 'window')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (expectation, role),
    {span}
) WITHOUT ROWID""",
    f"""
CREATE TABLE stances (  -- where a report shows an actor to take a side
    number INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    statement INTEGER REFERENCES statements (number),
    actor INTEGER REFERENCES actors (number),
    side TEXT NOT NULL CHECK (side IN {_SIDES}),
    strength INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 3),
    matter TEXT NOT NULL,
    words TEXT NOT NULL,
    condition TEXT,
    key TEXT NOT NULL,
    UNIQUE (report, position)
)""",
    """
CREATE TABLE stance_spans (
    stance INTEGER NOT NULL REFERENCES stances (number),
    role TEXT NOT NULL CHECK (role IN ('matter', 'words', 'condition')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (stance, role),
    {span}
) WITHOUT ROWID""",
    """
CREATE TABLE namings (  -- what a report calls a thing that others call otherwise
    number INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    statement INTEGER REFERENCES statements (number),
    actor INTEGER REFERENCES actors (number),  -- empty: the report's own words
    thing TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (report, position),
    {span}
)""",
    """
CREATE TABLE ledger_date_candidates (  -- days that an event, a deadline or a window may be of
    number INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (number),
    happening INTEGER REFERENCES happenings (number),  -- one of these three
    declaration INTEGER REFERENCES declarations (number),
    expectation INTEGER REFERENCES expectations (number),
    position INTEGER NOT NULL,
    date TEXT NOT NULL,
    weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1)
)""",
    """
CREATE TABLE ledger_date_reasons (  -- why
    number INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (number),
    happening INTEGER REFERENCES happenings (number),
    declaration INTEGER REFERENCES declarations (number),
    expectation INTEGER REFERENCES expectations (number),
    position INTEGER NOT NULL,
    origin TEXT NOT NULL,
    reason TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    text TEXT,
    against INTEGER NOT NULL CHECK (against IN (0, 1)),
    sibling TEXT,
    sibling_start INTEGER,
    sibling_end INTEGER,
    sibling_text TEXT,
    {span}
)""",
)

_OF_THE_PILE = (
    f"""
CREATE TABLE events (  -- what happened, however many reports tell it
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    happening INTEGER NOT NULL REFERENCES happenings (number),  -- in the first report that tells it
    state TEXT NOT NULL CHECK (state IN {_STATES}),
    day TEXT,
    earliest TEXT,
    latest TEXT,
    printings INTEGER NOT NULL CHECK (printings >= 1),
    independent INTEGER NOT NULL CHECK (independent BETWEEN 1 AND printings)
)""",
    """
CREATE TABLE event_sightings (
    event INTEGER NOT NULL REFERENCES events (number),
    position INTEGER NOT NULL,
    happening INTEGER NOT NULL REFERENCES happenings (number),
    PRIMARY KEY (event, position)
) WITHOUT ROWID""",
    """
CREATE TABLE event_disagreements (  -- what reports tell differently of an event
    event INTEGER NOT NULL REFERENCES events (number),
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    happening INTEGER NOT NULL REFERENCES happenings (number),
    these TEXT NOT NULL,
    other_happening INTEGER NOT NULL REFERENCES happenings (number),
    those TEXT NOT NULL,
    PRIMARY KEY (event, position)
) WITHOUT ROWID""",
    """
CREATE TABLE commitments (  -- what somebody said they would do, however often it is told or said again
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    declaration INTEGER NOT NULL REFERENCES declarations (number),  -- the first
    status TEXT NOT NULL CHECK (status IN ('open', 'condition met', 'met', 'acted against', 'withdrawn', 'lapsed')),
    printings INTEGER NOT NULL CHECK (printings >= 1),
    independent INTEGER NOT NULL CHECK (independent BETWEEN 1 AND printings)
)""",
    """
CREATE TABLE commitment_sightings (
    commitment INTEGER NOT NULL REFERENCES commitments (number),
    position INTEGER NOT NULL,
    declaration INTEGER NOT NULL REFERENCES declarations (number),
    PRIMARY KEY (commitment, position)
) WITHOUT ROWID""",
    """
CREATE TABLE forecasts (  -- what was expected
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    expectation INTEGER NOT NULL REFERENCES expectations (number),  -- the first
    status TEXT NOT NULL CHECK (status IN ('open', 'came true', 'did not')),
    printings INTEGER NOT NULL CHECK (printings >= 1),
    independent INTEGER NOT NULL CHECK (independent BETWEEN 1 AND printings)
)""",
    """
CREATE TABLE forecast_sightings (
    forecast INTEGER NOT NULL REFERENCES forecasts (number),
    position INTEGER NOT NULL,
    expectation INTEGER NOT NULL REFERENCES expectations (number),
    PRIMARY KEY (forecast, position)
) WITHOUT ROWID""",
    """
CREATE TABLE settlements (  -- what became of commitments, forecasts and scheduled events, step by step
    number INTEGER PRIMARY KEY,
    commitment INTEGER REFERENCES commitments (number),  -- one of these three, with its sighting below
    forecast INTEGER REFERENCES forecasts (number),
    event INTEGER REFERENCES events (number),
    position INTEGER NOT NULL,
    status TEXT NOT NULL,
    because TEXT NOT NULL,
    declaration INTEGER REFERENCES declarations (number),
    expectation INTEGER REFERENCES expectations (number),
    happening INTEGER REFERENCES happenings (number),
    report INTEGER REFERENCES reports (number),  -- that shows it; empty: none does
    day TEXT,
    earliest TEXT,
    latest TEXT,
    CHECK ((commitment IS NOT NULL) + (forecast IS NOT NULL) + (event IS NOT NULL) = 1),
    CHECK ((declaration IS NOT NULL) = (commitment IS NOT NULL)),
    CHECK ((expectation IS NOT NULL) = (forecast IS NOT NULL)),
    CHECK ((happening IS NOT NULL) = (event IS NOT NULL))
)""",
    """
CREATE TABLE settlement_spans (  -- the words of settlements.report
    settlement INTEGER NOT NULL REFERENCES settlements (number),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (settlement, position),
    {span}
) WITHOUT ROWID""",
    """
CREATE TABLE questions (  -- matters on which actors take sides
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    decided INTEGER NOT NULL CHECK (decided IN (0, 1))  -- 1: a person named, merged or split it
)""",
    f"""
CREATE TABLE positions (  -- an actor's side on a question at a time
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    question INTEGER NOT NULL REFERENCES questions (number),
    actor INTEGER NOT NULL REFERENCES actors (number),
    stance INTEGER NOT NULL REFERENCES stances (number),
    side TEXT NOT NULL CHECK (side IN {_SIDES}),
    strength INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 3),
    day TEXT,
    earliest TEXT,
    latest TEXT,
    change TEXT NOT NULL CHECK (change IN ('first', 'held', 'hardened', 'softened', 'reversed')),
    printings INTEGER NOT NULL CHECK (printings >= 1),
    independent INTEGER NOT NULL CHECK (independent BETWEEN 1 AND printings)
)""",
    """
CREATE TABLE frames (  -- a wording that an actor or an outlet uses for a thing
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    thing TEXT NOT NULL,
    wording TEXT NOT NULL,
    actor INTEGER REFERENCES actors (number),
    outlet TEXT
)""",
    """
CREATE TABLE frame_sightings (
    frame INTEGER NOT NULL REFERENCES frames (number),
    position INTEGER NOT NULL,
    naming INTEGER NOT NULL REFERENCES namings (number),
    PRIMARY KEY (frame, position)
) WITHOUT ROWID""",
)

_COLUMNS = (
    "ALTER TABLE statements ADD COLUMN act TEXT",
    "ALTER TABLE statements ADD COLUMN act_number INTEGER REFERENCES acts (number)",
)

_INDEXES = (
    "CREATE INDEX actor_mentions_by_report ON actor_mentions (report)",
    "CREATE INDEX acts_by_id ON acts (id)",
    "CREATE INDEX acts_by_actor ON acts (actor)",
    "CREATE INDEX acts_by_recipient ON acts (recipient)",
    "CREATE INDEX statements_by_act ON statements (act_number)",
    "CREATE INDEX happenings_by_actor ON happenings (actor)",
    "CREATE INDEX declarations_by_actor ON declarations (actor)",
    "CREATE INDEX expectations_by_actor ON expectations (actor)",
    "CREATE INDEX stances_by_actor ON stances (actor)",
    "CREATE INDEX ledger_date_candidates_by_report ON ledger_date_candidates (report)",
    "CREATE INDEX ledger_date_reasons_by_report ON ledger_date_reasons (report)",
    "CREATE INDEX events_by_id ON events (id)",
    "CREATE INDEX event_sightings_by_happening ON event_sightings (happening)",
    "CREATE INDEX commitments_by_id ON commitments (id)",
    "CREATE INDEX commitment_sightings_by_declaration ON commitment_sightings (declaration)",
    "CREATE INDEX forecasts_by_id ON forecasts (id)",
    "CREATE INDEX forecast_sightings_by_expectation ON forecast_sightings (expectation)",
    "CREATE INDEX settlements_by_commitment ON settlements (commitment)",
    "CREATE INDEX settlements_by_forecast ON settlements (forecast)",
    "CREATE INDEX settlements_by_event ON settlements (event)",
    "CREATE INDEX settlements_by_report ON settlements (report)",
    "CREATE INDEX questions_by_id ON questions (id)",
    "CREATE INDEX positions_by_question ON positions (question, actor)",
    "CREATE INDEX positions_by_actor ON positions (actor)",
    "CREATE INDEX positions_by_stance ON positions (stance)",
    "CREATE INDEX frames_by_thing ON frames (thing)",
    "CREATE INDEX frame_sightings_by_naming ON frame_sightings (naming)",
)

STATEMENTS: tuple[str, ...] = tuple(
    statement.replace("{span}", schema_1.SPAN).strip()
    for statement in (
        _MENTIONS,
        'INSERT INTO actor_mentions_8 SELECT actor, report, role, start, "end", text FROM actor_mentions',
        "DROP TABLE actor_mentions",
        "ALTER TABLE actor_mentions_8 RENAME TO actor_mentions",
        *_OF_REPORTS,
        *_OF_THE_PILE,
        *_COLUMNS,
        *_INDEXES,
        *schema_8_views.VIEWS,
    )
)
