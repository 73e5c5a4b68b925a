"""Nouns that name events, and verbs that tell of them."""

from __future__ import annotations

from onrecord.actors.words import word_set

EVENT_NOUNS = word_set(
    "talk talks meeting meetings session sessions summit debate vote ballot election elections referendum poll "
    "declaration proclamation attack attacks strike strikes protest protests demonstration rally march conference "
    "visit trip ceremony hearing trial deadline expiry signing withdrawal exercise exercises manoeuvres maneuvers "
    "ruling verdict sentencing inauguration funeral summit negotiations negotiation consultations round ceasefire "
    "truce explosion blast bombing shooting clash clashes raid arrest arrests announcement invasion offensive "
    "coup riot riots launch test opening closure resignation release handover evacuation evacuations deployment "
    "landing parade celebration celebrations anniversary congress convention briefing speech address interview "
    "resumption suspension ultimatum accord agreement deal treaty resolution decision dispute incident collision "
    "accident crash killing killings murder assassination execution drill drills census audit inspection "
    "inspections mobilization mobilisation blockade siege raid crackdown sit-in boycott appointment dismissal "
    "recall expulsion summons publication report"
)
"""Events that a day may be named of."""

HELD_NOUNS = word_set(
    "talk talks meeting meetings session sessions summit debate vote ballot election elections referendum "
    "conference visit trip ceremony hearing trial exercise exercises negotiations consultations round march rally "
    "protest demonstration parade signing congress convention briefing drill drills inspection inspections launch "
    "test inauguration celebrations strike handover withdrawal opening review match game"
)
"""Events that are set for a day, held, put off or called off."""

WEAK = word_set(
    "agreement deal treaty resolution decision dispute report accord address interview speech round poll test "
    "report publication announcement speech resolution ruling"
)
"""Nouns that are events only where a day is said to be theirs: "Friday's decision"."""

HOLDING = word_set(
    "hold stage host conduct convene attend organize begin start open launch resume continue conclude end"
)
SETTING = word_set("set schedule plan slate fix time book arrange call announce expect")
MOVING = word_set("postpone delay adjourn reschedule defer move bring shift")
CANCELLING = word_set("cancel scrap abandon ban suspend annul")

NO_EVENT = word_set(
    "be have seem appear remain include contain belong consist depend want need like love hate know think believe "
    "hope fear understand mean concern involve represent reflect show suggest indicate describe consider regard "
    "say tell add note explain argue claim insist stress recall write feel look sound lie exist matter own "
    "resemble deserve cost weigh contend maintain assert state opine quote ask reply respond comment read see "
    "hear live stand face rely enjoy differ share agree expect intend plan seek try attempt prefer doubt suspect "
    "assume tend refer relate correspond mention wonder worry acknowledge admit emphasize underline underscore "
    "reiterate confirm repeat predict anticipate estimate warn become cause base locate"
)
"""Verbs that tell no event."""

VAGUE = word_set(
    "put turn come go bring take give make leave lead begin start stop call help work play follow find use get do "
    "let speak talk discuss allow require continue keep mark provide"
)
"""Verbs that tell one only where a day is said to be its own."""

STATIVE = NO_EVENT | VAGUE
"""Verbs that tell no event by themselves."""

EVENTIVE = word_set(
    "declare proclaim win lose elect appoint nominate dismiss sack resign die kill wound injure arrest detain "
    "jail release free deport expel exile extradite indict convict acquit sentence sue file submit hand publish "
    "launch open close sign ratify approve adopt pass veto reject vote convene adjourn collapse fail expire lapse "
    "arrive depart leave return flee cross enter intrude invade attack shell bomb raid seize capture occupy storm "
    "overrun retake fire shoot explode detonate crash sink collide ram burn destroy demolish erect dismantle "
    "block blockade besiege evacuate withdraw deploy mobilize send dispatch impose lift ease tighten suspend halt "
    "resume cancel postpone delay break sever cut recall summon protest demonstrate march rally strike riot clash "
    "fight defect surrender disarm annex secede join quit exit accede dissolve merge split found create establish "
    "abolish ban outlaw hijack kidnap abduct rescue donate deliver ship import export meet visit host sworn "
    "inaugurate crown abdicate overthrow oust topple denounce condemn recognize accuse order announce unveil "
    "issue grant award agree land test aggravate escalate repel barricade protest topple rename redraw "
    "nationalize confiscate freeze sanction boycott"
)
"""Verbs that tell an event even where no day and no act is known."""

HABITUAL = word_set(
    "always usually often regularly routinely traditionally typically frequently normally generally sometimes"
)
