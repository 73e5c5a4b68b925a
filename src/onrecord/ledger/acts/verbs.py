"""What verbs do, in PLOVER's codes: by the verb alone, or by the verb and what it is done to.

The codes follow PLOVER's manual and the modes the Open Event Data Alliance's table from CAMEO to PLOVER (2021), with
three exceptions where its gold records say otherwise: sanctions are SANCTION, curfews eased are CONCEDE, territory
taken is ASSAULT.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.actors.words import word_set
from onrecord.domain import ActCode


class Use(NamedTuple):
    """One use of a verb: with an object of class ``of`` ("" for any), it is ``code``."""

    of: str
    code: ActCode | None
    mode: str = ""


def _table(lines: str) -> dict[str, tuple[Use, ...]]:
    """Lines ``verb verb …: class CODE mode; class CODE mode``; the first use that fits holds. ``-`` is any object, or
    no code; ``+`` the verbs of the line above."""
    found: dict[str, list[Use]] = {}
    verbs: list[str] = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        names, _, uses = line.partition(":")
        verbs = verbs if names == "+" else names.split()
        for use in uses.split(";"):
            of, code, *mode = use.split()
            for verb in verbs:
                entry = Use("" if of == "-" else of, None if code == "-" else code, " ".join(mode))  # type: ignore[arg-type]
                found.setdefault(verb, []).append(entry)
    return {verb: tuple(uses) for verb, uses in found.items()}


USES: dict[str, tuple[Use, ...]] = _table(
    """
agree: - AGREE
accept: demand CONCEDE; proposal AGREE; talks AGREE; - AGREE
consent acquiesce assure: - AGREE
come: ~agreement AGREE; ~talks CONSULT visit
promise pledge: - AGREE
offer: - AGREE
volunteer: - AGREE
commit: - -
meet: demand CONCEDE; deadline -; target -; goal -; need -; standard -; - CONSULT
confer: - CONSULT
hold: talks CONSULT; protest PROTEST demo; games COOPERATE; captives COERCE arrest
host: talks CONSULT host; - CONSULT host
visit: - CONSULT visit
receive: observers RETREAT access; envoys CONSULT host; aid -
attend resume reopen: talks CONSULT; ties SUPPORT; aid AID; trade COOPERATE; fire ASSAULT
attend resume reopen: observers RETREAT access; border RETREAT
arrive land: ~talks CONSULT visit; ~observers AID peacekeeping; forces MOBILIZE troops; aid AID; - -
complete finish: withdrawal RETREAT withdraw; talks CONSULT; pullout RETREAT withdraw
discuss negotiate consult: - CONSULT
telephone phone: - CONSULT phone
mediate broker: - CONSULT
return: captives RETREAT return; property RETREAT return; ~talks CONSULT visit
travel fly head tour: ~talks CONSULT visit
go: ~strike PROTEST boycott; ~hunger-strike PROTEST hunger; ~talks CONSULT visit
talk speak: ~telephone CONSULT phone; ~counterpart CONSULT; ~talks CONSULT
greet: - CONSULT host
support back endorse: - SUPPORT
praise commend applaud hail laud welcome salute congratulate thank: - SUPPORT
defend: territory -; - SUPPORT
apologize apologise: - SUPPORT
forgive: - SUPPORT
ratify: - SUPPORT
sign: - SUPPORT
initial: - SUPPORT
finalize: agreement SUPPORT
conclude: agreement SUPPORT; talks CONSULT
approve: aid AID; - SUPPORT
adopt: agreement SUPPORT; resolution SUPPORT
reaffirm: promise AGREE; support SUPPORT
side: - SUPPORT
recognize: - SUPPORT
initiate: ties SUPPORT
establish restore normalize upgrade: ties SUPPORT; trade COOPERATE; curb CONCEDE
reach: agreement AGREE; truce AGREE; compromise AGREE
concede yield: territory RETREAT; - CONCEDE
capitulate relent cave: - CONCEDE
bow: demand CONCEDE; ~pressure CONCEDE
drop: allegation CONCEDE; charge CONCEDE; demand CONCEDE; support SANCTION; fire ASSAULT; bomb ASSAULT
reverse: decision CONCEDE; ban CONCEDE
reinstate: - CONCEDE
lift: embargo RETREAT ease; curb CONCEDE ease
ease relax loosen shorten: embargo RETREAT ease; curb CONCEDE ease; ties SUPPORT
hand: - -
allow permit let: observers RETREAT access; aid RETREAT access; - CONCEDE
admit: observers RETREAT access; people AID asylum
enhance expand widen improve: reform CONCEDE; ties SUPPORT; trade COOPERATE
initiate introduce: reform CONCEDE; talks CONSULT; ties SUPPORT; probe ACCUSE investigate
unblock unfreeze: - RETREAT ease
legalize: - CONCEDE
pardon amnesty: - CONCEDE
cooperate collaborate: - COOPERATE
share exchange: fire ASSAULT; data COOPERATE; captives RETREAT release
extradite: - COOPERATE
coordinate: - COOPERATE
sell buy purchase export import: weapon COOPERATE; oil COOPERATE; gas COOPERATE; electricity COOPERATE
+: grain COOPERATE; jet COOPERATE; aircraft COOPERATE
invest: - COOPERATE
provide supply deliver ship airlift donate distribute contribute allocate: aid AID; forces AID
+: data COOPERATE; asylum AID asylum
send dispatch rush: observers AID peacekeeping; aid AID; envoys CONSULT; forces MOBILIZE troops
extend pay: aid AID; asylum AID asylum; curb COERCE curfew; embargo SANCTION; support SUPPORT
grant give award: asylum AID asylum; aid AID; reform CONCEDE; support SUPPORT; promise AGREE; ties SUPPORT
fund finance lend subsidize aid rescue shelter: - AID
assist help: people AID; aid AID; - -
evacuate: - AID
open: border AID; fire ASSAULT; probe ACCUSE investigate; ties SUPPORT; talks CONSULT; border RETREAT
release: captives RETREAT release; people RETREAT release; aid AID; - -
free: - RETREAT release
withdraw: agreement SANCTION; talks SANCTION withdraw; allegation CONCEDE; envoys SANCTION withdraw
+: observers SANCTION withdraw; support SANCTION; aid SANCTION discontinue
withdraw: forces RETREAT withdraw; - RETREAT withdraw
retreat: - RETREAT withdraw
pull: talks SANCTION withdraw; agreement SANCTION; forces RETREAT withdraw
disarm demobilize surrender: - RETREAT disarm
repatriate: - RETREAT return
leave: ~dead ASSAULT; talks SANCTION withdraw; post RETREAT resign
cease: fire RETREAT ceasefire; - -
cede relinquish: - RETREAT
resign abdicate: - RETREAT resign
step: - -
quit: talks SANCTION withdraw; post RETREAT resign; - RETREAT resign
observe respect: truce RETREAT ceasefire
demand urge implore exhort beseech: - REQUEST
insist: - REQUEST
push campaign: - REQUEST
call: embargo ACCUSE disapprove; wrong ACCUSE disapprove; - REQUEST
seek: aid REQUEST assist; asylum REQUEST assist; extradition REQUEST
appeal plead beg petition: - REQUEST
ask request: - REQUEST
press pressure pressurize lobby: - REQUEST
order: forces MOBILIZE troops; curb COERCE; probe ACCUSE investigate; - REQUEST
instruct direct: - REQUEST
summon: envoys ACCUSE; - REQUEST
condemn denounce criticize criticise decry deplore censure rebuke: - ACCUSE disapprove
reprimand slam lambast lambaste blast berate scold: - ACCUSE disapprove
accuse blame allege: - ACCUSE disapprove
charge: - ACCUSE disapprove
describe brand label term dub: wrong ACCUSE disapprove
indict prosecute sue convict: - ACCUSE disapprove
complain object: - ACCUSE disapprove
find rule: guilty ACCUSE disapprove; ~wrong ACCUSE disapprove
question: - -
investigate probe interrogate: - ACCUSE investigate
force: observers SANCTION expel; people ASSAULT; - -
die: fire ASSAULT; torture ASSAULT torture; explosion ASSAULT explosives; - -
lodge file: criticism ACCUSE disapprove; probe ACCUSE disapprove
reject rebuff spurn snub: - REJECT
refuse decline: - REJECT
oppose resist challenge contest: - REJECT
dismiss: proposal REJECT; criticism REJECT
veto: - REJECT
defy disobey flout violate breach contravene: - REJECT
repudiate disavow renege disagree: - REJECT
vote: ~against REJECT; - SUPPORT
deny: - REJECT
rule: - -
turn: - -
threaten: - THREATEN
warn: - THREATEN
retaliate avenge: - ASSAULT
punish penalize penalise fine: - COERCE
intensify escalate: fire ASSAULT; embargo SANCTION; protest PROTEST demo
carry: ~fire ASSAULT; ~threat THREATEN
take: hostage ASSAULT abduct; ~street PROTEST demo; custody COERCE arrest
throw pelt: ~stones PROTEST riot
stone: - PROTEST riot
set: ~fire ASSAULT
plant: fire ASSAULT explosives
put place: ~alert MOBILIZE troops; ~custody COERCE arrest; ~probe ACCUSE investigate
move: forces MOBILIZE troops
gather converge assemble: ~protest PROTEST demo; forces MOBILIZE troops
ignore: demand REJECT; proposal REJECT
vow swear: - AGREE
consider weigh contemplate: embargo THREATEN; fire THREATEN; curb THREATEN
give: deadline THREATEN; hour THREATEN; ultimatum THREATEN; week THREATEN
issue: threat THREATEN; demand REQUEST; criticism ACCUSE disapprove; warrant ACCUSE
deliver: threat THREATEN
protest demonstrate rally march: - PROTEST demo
chant: - PROTEST demo
picket: - PROTEST demo
strike: agreement AGREE; - ASSAULT
riot rampage: - PROTEST riot
stage organize organise: protest PROTEST demo; fire ASSAULT; coup ASSAULT
begin start launch continue mount: protest PROTEST demo; games COOPERATE; talks CONSULT; probe ACCUSE investigate
begin start launch continue mount: fire ASSAULT; aid AID
block obstruct barricade: ways PROTEST obstruct; border PROTEST obstruct; proposal REJECT; aid SANCTION
block obstruct barricade: - PROTEST obstruct
occupy: territory ASSAULT; - PROTEST obstruct
boycott: talks REJECT; - PROTEST boycott
impose tighten slap extend toughen: embargo SANCTION; curb COERCE curfew
reimpose: embargo SANCTION; curb COERCE curfew
declare: war ASSAULT; truce CONCEDE ceasefire; curb COERCE martial-law
sanction: - SANCTION
revoke rescind abrogate annul scrap: agreement SANCTION; visa SANCTION; license SANCTION; licence SANCTION
+: curb CONCEDE
suspend halt stop freeze cut end terminate cancel sever break curtail withhold downgrade: aid SANCTION discontinue
+: ties SANCTION withdraw; talks SANCTION withdraw; trade SANCTION discontinue
+: protest CONCEDE; fire RETREAT ceasefire; hostilities RETREAT ceasefire
+: envoys SANCTION; agreement SANCTION
postpone delay: talks SANCTION
recall: envoys SANCTION withdraw
collapse: - -
expel: envoys SANCTION expel; observers SANCTION expel; captives COERCE deport; - COERCE deport
patrol: - MOBILIZE troops
test test-fire: fire MOBILIZE troops; weapon MOBILIZE troops
deploy: observers AID peacekeeping; - MOBILIZE troops
tighten increase beef step heighten: security MOBILIZE police; patrol MOBILIZE police; fire ASSAULT; embargo SANCTION
mobilize mass amass marshal redeploy: - MOBILIZE troops
reinforce strengthen boost: forces MOBILIZE troops; ties SUPPORT; border MOBILIZE troops
arrest detain jail imprison intern apprehend capture: territory ASSAULT; - COERCE arrest
sentence: - COERCE arrest
deport banish exile: - COERCE deport
ban outlaw prohibit: trade SANCTION; - COERCE ban
restrict curb limit: - COERCE restrict
censor gag silence muzzle: - COERCE censor
break: protest COERCE
seize: power ASSAULT; hostage ASSAULT abduct
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
fire lob hurl: official -; - ASSAULT
dismantle scrap: weapon RETREAT disarm; base RETREAT withdraw
detonate explode: - ASSAULT explosives
fight clash battle: - ASSAULT
overrun recapture retake conquer annex: - ASSAULT
crush quell suppress disperse repel: - ASSAULT
down: plane ASSAULT; aircraft ASSAULT; jet ASSAULT; helicopter ASSAULT; drone ASSAULT
sink ram: - ASSAULT
poison mutilate stab behead: - ASSAULT
burn: flag PROTEST demo; effigy PROTEST demo
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
    ("drive", "out"): Use("", "ASSAULT"),
    ("blow", "up"): Use("", "ASSAULT", "explosives"),
    ("beat", "up"): Use("", "ASSAULT", "beat"),
    ("stand", "by"): Use("", "SUPPORT"),
    ("build", "up"): Use("", "MOBILIZE", "troops"),
    ("call", "up"): Use("", "MOBILIZE", "troops"),
    ("gun", "down"): Use("", "ASSAULT", "firearms"),
    ("shoot", "down"): Use("", "ASSAULT"),
    ("seal", "off"): Use("", "COERCE", "restrict"),
    ("break", "up"): Use("", "COERCE"),
    ("rally", "around"): Use("", "SUPPORT"),
}

# What "express support for", "voiced condemnation" say, and "carried out an attack" does, is said by their noun.
SAYING_LIGHTLY = word_set(
    "express voice make take give show offer issue put deliver lodge extend pay announce declare raise order reiterate "
    "repeat renew reaffirm stress underline underscore win gain signal indicate"
)
DOING_LIGHTLY = word_set("carry hold stage launch mount conduct open begin start make have complete resume")
BY_NOUN: tuple[Use, ...] = (
    Use("support", "SUPPORT"),
    Use("criticism", "ACCUSE", "disapprove"),
    Use("refusal", "REJECT"),
    Use("threat", "THREATEN"),
    Use("promise", "AGREE"),
    Use("demand", "REQUEST"),
)
BY_DEED: tuple[Use, ...] = (
    Use("probe", "ACCUSE", "investigate"),
    Use("protest", "PROTEST", "demo"),
    Use("fire", "ASSAULT"),
    Use("games", "COOPERATE"),
    Use("talks", "CONSULT"),
    Use("withdrawal", "RETREAT", "withdraw"),
    Use("pullout", "RETREAT", "withdraw"),
    Use("visit", "CONSULT", "visit"),
)

# "Talks between the two resumed", "fighting broke out": what happens is said by the subject.
HAPPENING = word_set(
    "begin start resume open continue erupt break flare rage occur happen hit rock shake spread conclude hold take go "
    "mark follow"
)
FAILING = word_set("collapse fail falter stall break end founder")
