"""Classes of nouns by which verbs of many meanings are told apart: "lift a curfew" is not "lift a stone"."""

from __future__ import annotations

from onrecord.actors.words import word_set

CLASSES: dict[str, frozenset[str]] = {
    name: word_set(words)
    for name, words in {
        "agreement": "agreement accord pact treaty deal memorandum convention protocol communique compact contract "
        "settlement",
        "truce": "ceasefire cease-fire truce armistice",
        "talks": "talk negotiation meeting summit discussion consultation conference dialogue session visit round "
        "conversation trip mediation",
        "ties": "tie relation embassy consulate link recognition partnership friendship",
        "envoys": "ambassador envoy diplomat consul attache representative",
        "observers": "observer inspector monitor peacekeeper peacekeeping inspection agency mission delegation "
        "investigator",
        "aid": "aid assistance help relief food medicine fund funding grant loan credit money supply shelter "
        "donation blanket tent rescue equipment training convoy",
        "asylum": "asylum refuge sanctuary",
        "forces": "troop force soldier army unit tank warship battalion reinforcement fighter jet navy fleet "
        "brigade reservist armour armor garrison patrol police defence defense presence vessel",
        "curb": "curfew emergency ban restriction censorship blackout martial freedom law limit measure",
        "embargo": "sanction embargo boycott blockade tariff",
        "captives": "prisoner hostage detainee captive dissident activist journalist pilot crew sailor body remains",
        "protest": "protest demonstration rally march strike sit-in vigil hunger-strike riot walkout picket hunger",
        "ways": "road highway bridge street traffic crossing entrance railway transport roadway motorway passage "
        "square rail",
        "border": "border frontier airspace",
        "fire": "fire attack offensive strike raid assault bomb rocket missile mortar artillery shell ambush "
        "grenade fighting clash gunfire battle bombardment shelling invasion",
        "games": "exercise manoeuvre maneuver wargame game drill patrol",
        "proposal": "proposal plan offer request call demand appeal idea bid resolution bill draft invitation "
        "overture suggestion recommendation compromise initiative deal accord treaty agreement claim "
        "accusation allegation charge",
        "demand": "demand request call condition ultimatum",
        "probe": "investigation inquiry probe case proceeding lawsuit suit",
        "criticism": "condemnation criticism protest complaint objection accusation concern alarm anger outrage dismay "
        "displeasure disapproval indignation",
        "support": "support backing praise solidarity gratitude tribute endorsement appreciation thanks condolence "
        "sympathy recognition confidence satisfaction regret apology",
        "refusal": "opposition rejection refusal",
        "threat": "ultimatum threat warning",
        "promise": "promise pledge assurance guarantee vow undertaking readiness willingness offer commitment",
        "property": "home house building property goods asset ship vessel weapon boat office premise farm crop "
        "newspaper website site land",
        "territory": "village town city area territory position base stronghold hill province island region valley "
        "airport capital district outpost",
        "people": "refugee resident civilian family villager people migrant inhabitant member man woman alien",
        "post": "post office job position presidency leadership",
        "reform": "reform right freedom liberty openness democracy pluralism",
        "data": "intelligence information expertise data technology",
        "official": "minister official chief head commander director secretary aide adviser advisor general",
        "wrong": "illegal illegitimate unlawful unacceptable outrageous provocation crime criminal terrorist liar "
        "disgrace mistake unjust unfair aggression aggressor unconstitutional shameful barbaric genocide "
        "dictator traitor invalid dangerous irresponsible violation farce sham",
        "consequence": "consequence retaliation action response war force attack sanction reprisal punishment "
        "repercussion",
        "weapon": "weapon warhead arsenal arm",
        "telephone": "telephone phone",
        "stones": "stone rock bottle brick firebomb petrol",
        "shot": "shot bullet gun rifle gas tear round missile rocket mortar shell grenade arrow",
        "alert": "alert readiness",
        "trade": "trade commerce export import investment",
    }.items()
}
"""Singular nouns by class; a class may share words with another."""


def singular(word: str) -> str:
    """A folded noun without its plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "remains", "premises", "thanks")):
        return word[:-1]
    return "premise" if word == "premises" else word


def is_of(word: str, name: str) -> bool:
    """Whether a folded word, singular or plural, is of a class."""
    return word in CLASSES[name] or singular(word) in CLASSES[name]
