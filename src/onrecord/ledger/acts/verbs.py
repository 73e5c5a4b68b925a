"""What verbs do, in PLOVER's codes: by the verb alone, or by the verb and what it is done to.

The codes follow PLOVER's manual and the modes the Open Event Data Alliance's table from CAMEO to PLOVER (2021), with
three exceptions where its gold records say otherwise: sanctions are SANCTION, curfews eased are CONCEDE, territory
taken is ASSAULT.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.domain import ActCode


class Use(NamedTuple):
    """One use of a verb: with an object of class ``of`` ("" for any), it is ``code``."""

    of: str
    code: ActCode | None
    mode: str = ""


def _table(lines: str) -> dict[str, tuple[Use, ...]]:
    """Lines ``verb verb …: class CODE mode; class CODE mode``; the first use that fits holds. ``-`` for no class."""
    found: dict[str, list[Use]] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        verbs, _, uses = line.partition(":")
        for use in uses.split(";"):
            of, code, *mode = use.split()
            for verb in verbs.split():
                entry = Use("" if of == "-" else of, None if code == "-" else code, " ".join(mode))  # type: ignore[arg-type]
                found.setdefault(verb, []).append(entry)
    return {verb: tuple(uses) for verb, uses in found.items()}


USES: dict[str, tuple[Use, ...]] = _table(
    """
agree: - AGREE
accept: demand CONCEDE; proposal AGREE; talks AGREE; - AGREE
consent acquiesce: - AGREE
promise pledge: - AGREE
offer: - AGREE
volunteer: - AGREE
commit: - -
meet confer: demand CONCEDE; deadline -; target -; - CONSULT
hold: talks CONSULT; protest PROTEST demo; games COOPERATE; captives COERCE arrest
host: talks CONSULT host; - CONSULT host
visit: - CONSULT visit
receive: observers RETREAT access; envoys CONSULT host; aid -
attend resume reopen: talks CONSULT; ties SUPPORT; aid AID; trade COOPERATE
discuss negotiate consult: - CONSULT
telephone phone: - CONSULT phone
mediate broker: - CONSULT
return: captives RETREAT return; property RETREAT return; talks CONSULT visit
greet: - CONSULT host
support back endorse: - SUPPORT
praise commend applaud hail laud welcome salute congratulate thank: - SUPPORT
defend: territory -; - SUPPORT
apologize apologise: - SUPPORT
forgive: - SUPPORT
ratify: - SUPPORT
sign: - SUPPORT
initial finalize: agreement SUPPORT
conclude: agreement SUPPORT; talks CONSULT
approve: - SUPPORT
recognize: - SUPPORT
establish restore normalize upgrade: ties SUPPORT; trade COOPERATE; curb CONCEDE
reach: agreement AGREE; truce AGREE; compromise AGREE
concede yield: territory RETREAT; - CONCEDE
capitulate relent: - CONCEDE
lift: embargo RETREAT ease; curb CONCEDE ease
ease relax loosen shorten: embargo RETREAT ease; curb CONCEDE ease; ties SUPPORT
allow permit let admit: observers RETREAT access; aid RETREAT access; curb CONCEDE; - CONCEDE
unblock unfreeze: - RETREAT ease
legalize: - CONCEDE
pardon amnesty: - CONCEDE
cooperate collaborate: - COOPERATE
share exchange: fire ASSAULT; data COOPERATE; captives RETREAT release
extradite: - COOPERATE
coordinate: - COOPERATE
provide supply deliver send ship airlift donate distribute: aid AID; forces AID; data COOPERATE; asylum AID asylum
grant give: asylum AID asylum; aid AID; reform CONCEDE; support SUPPORT; promise AGREE; ties SUPPORT
fund finance lend subsidize aid assist help rescue shelter: - AID
evacuate: - AID
open: border AID; fire ASSAULT; probe ACCUSE investigate; ties SUPPORT; talks CONSULT; border RETREAT
release free: captives RETREAT release; aid AID; - RETREAT release
withdraw: envoys SANCTION withdraw; observers SANCTION withdraw; support SANCTION; aid SANCTION discontinue; forces RETREAT withdraw; - RETREAT withdraw
retreat: - RETREAT withdraw
pull: forces RETREAT withdraw
disarm demobilize surrender: - RETREAT disarm
repatriate: - RETREAT return
cede relinquish: - RETREAT
resign abdicate: - RETREAT resign
step: - -
quit: talks SANCTION withdraw; post RETREAT resign; - RETREAT resign
observe respect: truce RETREAT ceasefire
demand insist urge implore exhort beseech: - REQUEST
call: talks REQUEST; - REQUEST
appeal plead beg petition: - REQUEST
ask request: - REQUEST
press pressure pressurize lobby: - REQUEST
order: forces MOBILIZE; curb COERCE; - REQUEST
instruct direct: - REQUEST
summon: envoys ACCUSE; - REQUEST
condemn denounce criticize criticise decry deplore censure rebuke reprimand slam lambast lambaste blast: - ACCUSE disapprove
accuse blame allege: - ACCUSE disapprove
charge: - ACCUSE disapprove
indict prosecute sue convict: - ACCUSE disapprove
complain object: - ACCUSE disapprove
investigate probe interrogate: - ACCUSE investigate
lodge file: criticism ACCUSE disapprove; probe ACCUSE disapprove
reject rebuff spurn snub: - REJECT
refuse decline: - REJECT
oppose resist: - REJECT
dismiss: proposal REJECT; criticism REJECT
veto: - REJECT
defy disobey flout violate breach contravene: - REJECT
repudiate disavow: - REJECT
deny: - REJECT
rule: - -
turn: - -
threaten: - THREATEN
warn: - THREATEN
vow swear: - AGREE
issue: threat THREATEN; demand REQUEST; criticism ACCUSE disapprove; warrant ACCUSE
deliver: threat THREATEN
protest demonstrate rally march: - PROTEST demo
picket: - PROTEST demo
strike: agreement AGREE; - ASSAULT
riot rampage: - PROTEST riot
stage organize organise: protest PROTEST demo; fire ASSAULT; coup ASSAULT
begin start launch continue mount: protest PROTEST demo; games COOPERATE; talks CONSULT; probe ACCUSE investigate; fire ASSAULT; aid AID
block obstruct barricade: ways PROTEST obstruct; border PROTEST obstruct; proposal REJECT; aid SANCTION; - PROTEST obstruct
occupy: territory ASSAULT; - PROTEST obstruct
boycott: talks REJECT; - PROTEST boycott
impose tighten slap extend toughen: embargo SANCTION; curb COERCE curfew
reimpose: embargo SANCTION; curb COERCE curfew
declare: war ASSAULT; truce CONCEDE ceasefire; curb COERCE martial-law
sanction: - SANCTION
suspend halt stop freeze cut end terminate cancel sever break curtail withhold discontinue downgrade reduce: aid SANCTION discontinue; ties SANCTION withdraw; talks SANCTION withdraw; trade SANCTION discontinue; protest CONCEDE; fire RETREAT ceasefire; hostilities RETREAT ceasefire; envoys SANCTION; agreement SANCTION
recall: envoys SANCTION withdraw
expel: envoys SANCTION expel; observers SANCTION expel; captives COERCE deport; - COERCE deport
mobilize deploy mass amass marshal redeploy: - MOBILIZE troops
reinforce strengthen boost: forces MOBILIZE troops; ties SUPPORT; border MOBILIZE troops
arrest detain jail imprison intern apprehend capture: territory ASSAULT; - COERCE arrest
sentence: - COERCE arrest
deport banish exile: - COERCE deport
ban outlaw prohibit: - COERCE ban
censor gag silence muzzle: - COERCE censor
confiscate seize impound expropriate: territory ASSAULT; captives ASSAULT abduct; - COERCE confiscate
demolish bulldoze raze deface vandalize loot ransack: - COERCE destroy
hack: - COERCE cyber
close shut seal: border COERCE restrict; ties SANCTION; ways PROTEST obstruct; property COERCE ban
blockade besiege encircle: - COERCE restrict
dissolve disband: - COERCE ban
evict displace: - COERCE
kill murder massacre slaughter slay execute behead lynch: - ASSAULT
assassinate: - ASSAULT assassinate
wound injure maim stab: - ASSAULT
shoot gun: - ASSAULT firearms
bomb shell bombard strafe attack raid ambush assault storm invade pound: - ASSAULT
torture: - ASSAULT torture
beat rape manhandle: - ASSAULT beat
kidnap abduct hijack: - ASSAULT abduct
fire lob hurl: forces COERCE; fire ASSAULT; - ASSAULT
detonate explode: - ASSAULT explosives
fight clash battle: - ASSAULT
overrun recapture retake conquer annex: - ASSAULT
crush quell suppress disperse repel: - ASSAULT
burn torch destroy: property COERCE destroy; - ASSAULT
overthrow topple oust depose: - ASSAULT
intrude: - ASSAULT
"""
)

PARTICLES: dict[tuple[str, str], Use] = {
    ("step", "down"): Use("", "RETREAT", "resign"),
    ("stand", "down"): Use("", "RETREAT", "resign"),
    ("lay", "down"): Use("", "RETREAT", "disarm"),
    ("pull", "out"): Use("", "RETREAT", "withdraw"),
    ("pull", "back"): Use("", "RETREAT", "withdraw"),
    ("give", "up"): Use("", "CONCEDE"),
    ("give", "in"): Use("", "CONCEDE"),
    ("back", "down"): Use("", "CONCEDE"),
    ("hand", "over"): Use("", "RETREAT", "return"),
    ("rule", "out"): Use("", "REJECT"),
    ("turn", "down"): Use("", "REJECT"),
    ("turn", "away"): Use("", "REJECT"),
    ("break", "off"): Use("", "SANCTION", "withdraw"),
    ("cut", "off"): Use("", "SANCTION"),
    ("call", "off"): Use("", "SANCTION"),
    ("walk", "out"): Use("", "SANCTION", "withdraw"),
    ("shut", "down"): Use("", "COERCE"),
    ("close", "down"): Use("", "COERCE"),
    ("crack", "down"): Use("", "COERCE"),
    ("round", "up"): Use("", "COERCE", "arrest"),
    ("force", "out"): Use("", "SANCTION", "expel"),
    ("drive", "out"): Use("", "ASSAULT"),
    ("blow", "up"): Use("", "ASSAULT", "explosives"),
    ("beat", "up"): Use("", "ASSAULT", "beat"),
    ("stand", "by"): Use("", None),
    ("build", "up"): Use("", "MOBILIZE", "troops"),
}

# What "express support for", "voiced condemnation", "carried out an attack" do is said by their noun.
LIGHT = frozenset(
    "express voice make take give show offer issue put have carry hold stage launch mount conduct deliver lodge "
    "extend pay announce declare raise order open begin start reiterate repeat renew stress underline underscore "
    "win gain seek".split()
)
BY_NOUN: tuple[Use, ...] = (
    Use("support", "SUPPORT"),
    Use("criticism", "ACCUSE", "disapprove"),
    Use("refusal", "REJECT"),
    Use("threat", "THREATEN"),
    Use("promise", "AGREE"),
    Use("demand", "REQUEST"),
    Use("probe", "ACCUSE", "investigate"),
    Use("protest", "PROTEST", "demo"),
    Use("fire", "ASSAULT"),
    Use("games", "COOPERATE"),
    Use("talks", "CONSULT"),
)
