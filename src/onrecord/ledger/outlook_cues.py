"""The words by which a clause tells of what is to come, and in what manner."""

from __future__ import annotations

from typing import Literal

from onrecord.actors.words import word_set

Manner = Literal[
    "will",
    "would",
    "could",
    "plan",
    "vow",
    "promise",
    "threat",
    "offer",
    "ready",
    "refuse",
    "expected",
    "likely",
    "set",
]

MODALS: dict[str, Manner] = {
    "will": "will",
    "shall": "will",
    "is to": "plan",
    "would": "would",
    "could": "could",
    "may": "could",
    "might": "could",
}
VERBS: dict[str, Manner] = {
    "plan": "plan",
    "intend": "plan",
    "propose": "plan",
    "prepare": "plan",
    "vow": "vow",
    "pledge": "vow",
    "swear": "vow",
    "promise": "promise",
    "undertake": "promise",
    "commit": "promise",
    "agree": "promise",
    "guarantee": "promise",
    "threaten": "threat",
    "offer": "offer",
    "volunteer": "offer",
    "refuse": "refuse",
    "rule": "refuse",
    "consider": "could",
    "weigh": "could",
    "contemplate": "could",
    "mull": "could",
    "reserve": "threat",
}
"""By the verb's base, with an infinitive behind it ("plans to leave") or, where ``OBJECTS`` has it, a noun."""

ADJECTIVES: dict[str, Manner] = {
    "ready": "ready",
    "prepared": "ready",
    "willing": "ready",
    "unwilling": "ready",
    "unprepared": "ready",
    "determined": "plan",
    "about": "plan",
    "expected": "expected",
    "likely": "likely",
    "unlikely": "likely",
    "certain": "likely",
    "sure": "likely",
    "bound": "likely",
    "set": "set",
    "poised": "set",
    "predicted": "expected",
    "forecast": "expected",
    "projected": "expected",
    "tipped": "expected",
}
"""Behind "is" and the like, with an infinitive behind them."""

NOUNS: dict[str, Manner] = {
    "plan": "plan",
    "plans": "plan",
    "intention": "plan",
    "intentions": "plan",
    "determination": "plan",
    "vow": "vow",
    "vows": "vow",
    "pledge": "vow",
    "pledges": "vow",
    "promise": "promise",
    "promises": "promise",
    "commitment": "promise",
    "commitments": "promise",
    "undertaking": "promise",
    "threat": "threat",
    "threats": "threat",
    "offer": "offer",
    "offers": "offer",
    "readiness": "ready",
    "willingness": "ready",
    "refusal": "refuse",
}
"""With an infinitive behind them, and whose it is before them or by the verb ("its threat to leave")."""

GOVERNING = word_set(
    "have announce unveil reiterate repeat renew make give express reaffirm confirm declare outline voice restate "
    "reveal disclose signal issue state detail publish present set lay"
)
"""Verbs whose subject has the plan that is their object."""
WITHDRAWING = word_set(
    "abandon drop scrap cancel withdraw shelve reject retract deny renounce oppose halt suspend ditch"
)

_AID = (
    "help aid assistance support backing money fund funding loan relief electricity power gas oil grain water food "
    "medicine protection security cooperation solidarity "
    "weapon arm troop ammunition missile tank equipment training vaccine billion million "
)
OBJECTS: dict[str, frozenset[str]] = {
    "vow": word_set("revenge retaliation vengeance resistance loyalty defiance reprisal support action response "),
    "pledge": word_set(_AID + "allegiance loyalty reform restraint neutrality action continuity"),
    "promise": word_set(
        _AID + "retaliation revenge reform referendum election response answer transparency investigation inquiry "
        "crackdown compensation change action consequence veto vote amnesty autonomy"
    ),
    "threaten": word_set(
        "retaliation sanction action war countermeasure consequence strike lawsuit reprisal revenge response measure "
        "tariff expulsion boycott force invasion prosecution dismissal arrest death jail punishment walkout veto duty "
        "embargo blockade closure legal retaliatory suspension"
    ),
    "offer": word_set(
        _AID
        + "talk autonomy amnesty ceasefire truce compensation guarantee asylum mediation concession negotiation deal "
        "dialogue compromise pact agreement partnership"
    ),
}
"""Nouns that these verbs announce by themselves. "Offered a different view" announces nothing."""

ASIDE = word_set(
    "also now then still again already not never always even only just all both soon instead yet more most very too "
    "widely reportedly publicly formally once fully today tomorrow"
)
"""What may stand between a verb and its infinitive."""

COMPLEMENTS = word_set(
    "assurance assurances statement statements guarantee guarantees promise promises pledge pledges vow vows threat "
    "threats warning warnings belief hope hopes fear fears claim claims message signal signals word news possibility "
    "chance condition insistence expectation expectations prediction predictions forecast forecasts concern concerns "
    "announcement hint hints indication indications confidence understanding view prospect risk danger commitment "
    "confident sure certain clear afraid hopeful worried convinced likely unlikely aware optimistic adamant said says "
    "say saying told added insisted believe think hope know"
)
"""Nouns and adjectives behind which "that" reports something rather than relates to them."""

FORETOLD = word_set("expect predict forecast project tip set poise")
"""Verbs whose passive foretells: "is projected to"."""
