"""Classes of English words by which verbs are told from their neighbours."""

from __future__ import annotations

from onrecord.actors.words import word_set

ADVERBS = word_set(
    "also still already now then again never not ever even just soon yet always often once later earlier only long "
    "further thus therefore however instead first almost nearly repeatedly today yesterday tonight sometimes seldom "
    "n't rather too twice together widely well quickly back so far"
)
NEGATORS = word_set("not never n't neither nor hardly scarcely barely")
ED_NOUNS = word_set("speed need seed weed greed breed creed deed feed reed shed bed hundred united")
NO_VERBS = word_set(
    "like near following during including according concerning regarding given provided pending thing nothing anything "
    "something everything morning evening king spring string wing ring ceiling during interim being "
    "police united hundred red need willing unwilling bloodshed long-standing outstanding"
)
PLURAL_PRONOUNS = word_set("we they i you who which that both all many some most others these those")
SINGULAR_PRONOUNS = word_set("he she it who which that this one everyone nobody everybody")
# Words in -s that are far more often plural nouns than verbs; they need more to be taken for a verb.
NOUNS_IN_S = word_set(
    "talks partners plans demands calls attacks claims moves forces troops efforts actions "
    "commissions features rights powers leaders states ties "
    "measures "
    "steps votes elections results protests fears hopes threats offers offenses strikes reports sources results "
    "supplies deaths lives means times ties arms works views concerns needs interests changes limits controls "
    "promises rules charges costs deals fights flights ends acts aims aids appeals bans bids blames blocks "
    "campaigns causes clashes comments concerns conflicts contacts contracts contests debates delays disputes doubts "
    "drives exercises exports imports fires funds gains guards guarantees hosts houses issues jails joins judges "
    "killings lands laws leads links lists loans losses marches marks matches meetings mines missiles murders names "
    "notes objects orders parts parties passes patrols pays permits pledges places points polls ports positions posts "
    "pressures prices prisoners proceeds profits programs projects questions raids raises ranks rates "
    "records releases remains requests respects restraints returns reviews rises risks roads rocks roles rounds sales "
    "sanctions schedules seats sees sentences services settlements shares ships shops shots shows sides sights signs "
    "sites stands stages starts stations stays stops stores studies subjects suits supports surveys tanks targets "
    "tests threats tours towns trades trains transfers transports travels trials trips truces trusts turns upsets uses "
    "values visits waits walks wants wars watches ways weapons welcomes wins words workers worries wounds writes years"
)
CLAUSE_OPENERS = word_set(
    "that who whom which whose when where while if unless until because although though after before since whether "
    "as once why how what lest"
)
OBJECT_OPENERS = word_set(
    "the a an this these those its his her their our my any no all some every each both to that it him them us "
    "whether not another independence"
)
PARTICLES = word_set("up down out off over back away on in through forward together apart aside ahead along")
NOT_ADVERBS = word_set(
    "family ally rally reply supply italy assembly july apply comply daily only likely unlikely monopoly early"
)
ADJECTIVE_ENDINGS = ("ive", "ical", "oral", "ional", "tial", "cial", "ous", "ful", "istic", "ary")
# Verbs whose complement needs no "that".
THAT_LESS = word_set(
    "say think know believe hope tell add claim warn insist fear suggest note argue agree expect announce report state "
    "stress confirm admit deny maintain feel see hear learn find understand assume suspect predict promise vow pledge "
    "decide mean show indicate acknowledge concede allege write recall reiterate"
)
