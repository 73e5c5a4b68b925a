"""Closed classes of English words that the reading of names and phrases rests on."""

from __future__ import annotations

from collections.abc import Sequence


def word_set(words: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(words.split())


DETERMINERS = word_set(
    "the a an this that these those some many several few most all both each every any no another other "
    "certain various his her its their our my your"
)
QUANTIFIERS = word_set(
    "some many several few most all both each every any various numerous dozens hundreds thousands "
    "multiple two three four five six seven eight nine ten dozen hundred thousand"
)
POSSESSIVE_DETERMINERS = word_set("his her its their our my your")
DEFINITE = word_set("the this that these those")
PREPOSITIONS = word_set(
    "of for in at from to with by on against among amid about near within including representing like as "
    "over under into after before between during since until through toward towards across around behind "
    "beyond despite than without per via upon outside inside alongside concerning regarding following"
)
PRONOUNS = word_set(
    "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who "
    "whom whose which that himself herself itself themselves myself"
)
CONJUNCTIONS = word_set("and or but nor yet so while when where because although though if as since that &")
AUXILIARIES = word_set(
    "is are was were be been being has have had do does did will would can could may might must shall should"
)
REPORTING = word_set(
    "said says say saying told tells tell asked asks ask added adds warned warns urged urges claimed "
    "claims argued argues noted notes stressed stresses insisted insists denied denies announced "
    "announces declared declares stated states reported reports replied replies responded responds "
    "explained explains suggested suggests acknowledged admitted accused accuses called calls wrote "
    "writes tweeted tweets pledged pledges vowed vows promised recalled recalls echoed indicated "
    "indicates emphasized emphasised believes believe thinks think contends contend testified described "
    "describes rejected rejects demanded demands hailed welcomed condemned criticised criticized "
    "predicted concluded continued quoted cited confirmed confirms expressed complained conceded "
    "countered boasted joked remarked observed maintained maintains reiterated mused quipped asserted "
    "recounted revealed disclosed hinted cautioned"
)
# Past forms that their ending does not tell.
IRREGULAR_PAST = word_set(
    "held wore sang threw came went took gave made found lost met paid ran sat saw sent spoke stood thought fled flew "
    "fell fought got grew knew laid led left rose shook shot sought sold swore wept withdrew won brought bought broke "
    "built became began bore carried cried tried marched burned burnt"
)
# Words that are often capitalised and never a name by themselves.
NO_NAMES = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | CONJUNCTIONS
    | AUXILIARIES
    | word_set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
        "august september october november december jan feb mar apr jun jul aug sept sep oct nov dec spring "
        "summer autumn winter today yesterday tomorrow tonight now then here there not never also even still "
        "just only again however meanwhile moreover furthermore nevertheless nonetheless instead indeed "
        "perhaps maybe yes well oh what why how neither either none nothing something everything everyone "
        "anyone someone nobody others earlier later once twice more much such same asked asking speaking "
        "citing quoting addressing calling recalling underscoring referring commenting according saying "
        "adding noting responding reacting writing appearing standing given compared based let please thank "
        "thanks see read watch share click photo image video getty copyright updated published one two three "
        "four five six seven eight nine ten dozens hundreds thousands millions half people men women police "
        "officials critics supporters experts analysts sources voters mainly mostly clearly recently finally "
        "actually certainly obviously absolutely together nearly almost american-style god christmas easter "
        "thanksgiving am pm gmt est edt unlike whether whatever whoever whenever wherever regardless apart "
        "besides thus hence therefore although unless till onto off up down out"
    )
)
# Never inside a name, though written with a capital. (May, April, June and August are names of people too.)
CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february july september october "
    "november december i the"
)
# First words of names of places that also open sentences.
PLACE_OPENERS = word_set("new north south east west northern southern united central saint st san")
PARTICLES = word_set(
    "de del della di da dos das do du la le van von der den ter ten zu zur al el bin ibn ben bint abu el- y e af av"
)
POLITICAL_GROUPS = word_set(
    "republicans democrats conservatives liberals socialists communists nationalists progressives "
    "independents evangelicals christians muslims jews catholics protestants hindus sikhs sunnis shiites "
    "shias islamists jihadists tories unionists latinos hispanics blacks whites europeans africans arabs "
    "asians balkans westerners easterners southerners northerners"
)
PARTY_ADJECTIVES = word_set(
    "republican democratic democrat gop conservative labour labor liberal socialist communist tory green "
    "libertarian christian muslim jewish catholic protestant european african asian arab western eastern "
    "northern southern latin former retired acting deputy vice then-president ex-president senior chief "
    "late longtime veteran presidential vice-presidential congressional federal national international"
)
# A capitalised run that ends in one of these names an organisation.
ORGANISATION_HEADS = word_set(
    "party agency ministry university times post news institute committee council commission bank corp "
    "inc co ltd llc plc center centre association union group fund court department office foundation "
    "society league federation coalition campaign church police army forces force navy guard service "
    "services bureau authority administration government parliament assembly senate congress house "
    "chamber board organization organisation company corporation tribune herald journal gazette daily "
    "magazine review press television tv radio network broadcasting agency initiative alliance front "
    "movement brigade brigades corps command academy college school hospital museum project program "
    "programme conference forum secretariat directorate embassy consulate mission delegation cabinet "
    "kremlin presidency tribunal museum airlines airways industries systems technologies partners "
    "associates brothers international watch action network caucus pac club trust confederation "
    "congregation diocese patriarchate legislature bundestag rada duma trade nations treasury reserve "
    "exchange security affairs studies rights research survey poll polls laboratory observatory ministers "
    "bloc"
)
# What companies are called after: a capitalised run of two words or more that ends in one names a company.
COMPANY_HEADS = word_set(
    "aggregates nickel copper lithium uranium cobalt zinc metals mining mines minerals quarries resources "
    "energy petroleum oil gas cement chemicals plastics timber textiles foods fisheries breweries motors "
    "airports railways shipping logistics telecom telecoms pharmaceuticals semiconductors software utilities "
    "developments engineering aerospace"
)
# What newspapers are called.
OUTLET_HEADS = word_set(
    "monitor chronicle courier examiner argus inquirer enquirer advertiser observer telegraph gazette herald tribune"
)
_PAPERS = word_set("comet mirror star sun standard mail express echo globe sentinel dispatch bulletin record news post")
_EDITIONS = word_set("daily sunday morning evening weekly")
# "Department of State": organisation nouns that go on with "of".
OF_HEADS = word_set(
    "party ministry university institute committee council commission bank center centre association "
    "union fund court department office foundation society league federation church bureau board "
    "organization organisation academy college school house chamber congress republic kingdom "
    "confederation front movement conference government army embassy museum secretariat parliament "
    "alliance coalition daughters sons knights doctors"
)
# "the Clinton campaign": a person's name before one of these belongs to an organisation.
NAMED_AFTER = word_set("campaign administration team camp foundation government cabinet transition organization")
# Heads of phrases that mean a body or organisation, not a person.
# What somebody has who thinks or says something: "Moscow's firm stance", "his hopes".
ATTITUDES = word_set(
    "words views hopes fears goals plans efforts claims promises demands concerns calls intentions ambitions thoughts "
    "beliefs proposals policies positions threats statements complaints warnings denials accusations allegations "
    "arguments remarks criticisms opinions stance stances criteria desires doubts suspicions"
)
BODY_NOUNS = word_set(
    "federation confederation society brotherhood lobby club school college hospital service panel "
    "ministry department parliament government council court commission committee agency office embassy "
    "mission army military navy administration senate congress cabinet presidency secretariat assembly "
    "legislature bank party campaign company corporation union alliance bloc organisation "
    "organization association foundation institute university newspaper magazine broadcaster channel "
    "network website outlet paper daily tabloid weekly site watchdog tank troika front movement militia "
    "charity league church treasury bureau authority tribunal court fund force group coalition quartet "
    "regulator manufacturer maker retailer airline carrier nonprofit team camp"
)
PRESS_NOUNS = word_set(
    "agency newspaper paper daily weekly magazine tabloid broadcaster channel network television tv radio outlet site "
    "website news times post journal tribune herald gazette press"
)
KIN = word_set(
    "father mother husband wife son daughter brother sister widow spouse mum mom dad uncle aunt cousin grandmother "
    "grandfather friend pal neighbour neighbor colleague"
)
# "the campaign group Free Horizon": what stands before a name tells that it is nobody's.
GROUP_NOUNS = word_set("initiative group charity company firm movement organisation organization association ngo club")
OUTLET_NOUNS = word_set("agency newspaper daily weekly magazine tabloid broadcaster channel website")
COUNTRY_NOUNS = word_set(
    "country nation republic kingdom region province territory enclave exclave superpower island islands statelet"
)
COLLECTIVES = word_set(
    "majority minority group crowd coalition panel delegation leadership opposition side camp team family "
    "couple pair number half percent handful series host wing faction array"
)
DOCUMENTS = word_set(
    "inquiry inquiries investigation probe "
    "article statement report letter study survey poll document text resolution communique communiqué "
    "declaration paper book memo ad advert advertisement tweet post editorial op-ed column release filing "
    "lawsuit complaint ruling transcript speech interview film movie video email e-mail note message data "
    "research analysis figures findings program programme documentary essay piece story dispatch cable "
    "petition manifesto testimony comments remarks indictment law bill agreement treaty constitution plan "
    "proposal affidavit decision order headline caption polling numbers results projections statistics "
    "announcement page blog"
)
# Last words of names that are neither of people nor of anybody who speaks.
THING_HEADS = word_set(
    "city county river street avenue road lake bay beach valley hills mountains park square building "
    "bridge airport day week war wars act amendment awards award convention agreement treaty plan charter "
    "resolution protocol accord accords declaration bill law constitution world century game games cup "
    "prize square boulevard highway district desert sea ocean gulf strait canal peninsula islands island "
    "box game memorial holocaust bible koran quran"
)
PLACE_STARTS = word_set("north south east west new fort mount lake san santa los las saint st port cape el")
US_REGIONS = word_set(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho "
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota "
    "mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah "
    "vermont virginia wisconsin wyoming europe asia africa america antarctica manhattan brooklyn internet"
)
# Nouns by which reports vary a name ("the New York businessman"), whatever office its bearer holds.
EPITHETS = word_set(
    "candidate nominee contender hopeful frontrunner front-runner challenger incumbent businessman "
    "businesswoman billionaire mogul tycoon magnate politician republican democrat libertarian star "
    "entrepreneur executive veteran lawmaker leader official"
)


_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million"
)


def is_number(word: str) -> bool:
    """Whether a folded word is a number: "12", "1,800", "sixty-nine"."""
    return word.replace(",", "").isdecimal() or all(part in _NUMBERS for part in word.split("-"))


def is_company(words: Sequence[str]) -> bool:
    """Whether a name of those folded words is a company's: "Tarn Copper"."""
    return 1 < len(words) < 6 and words[-1] in COMPANY_HEADS


def is_newspaper(words: Sequence[str]) -> bool:
    """Whether a name of those folded words is a newspaper's: "Daily Comet", "Tarn Courier"."""
    if not 1 < len(words) < 6:
        return False
    return words[-1] in OUTLET_HEADS or (words[0] in _EDITIONS and words[-1] in _PAPERS)


def is_document(word: str) -> bool:
    """Whether a folded word means something written, shown or counted, one or several."""
    return word in DOCUMENTS or word in ("studies", "analyses", "references") or word.removesuffix("s") in DOCUMENTS
