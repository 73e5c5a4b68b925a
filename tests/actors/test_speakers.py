# ruff: noqa: E501 -- a row of a table is one line, however long its report
"""Who a source is, in invented reports. Each row: what it shows, the marked report, the speakers by number."""

from dataclasses import replace

import pytest
from marked import marked, resolved, speakers

from onrecord.actors import resolve
from onrecord.domain import Actor, Span

NAMES = [
    (
        "a surname means the full name before it",
        "<s1>Nikos Andreou</s1> <c1>said</c1> <q1>the talks would go on</q1>. <s2>Andreou</s2> <c2>added</c2> <q2>that nothing was agreed</q2>.",
        ["Nikos Andreou", "Nikos Andreou"],
    ),
    (
        "a surname in a headline means the full name of the body",
        "<s1>Andreou</s1> <c1>Rejects</c1> <q1>New Peace Plan</q1>\n\nForeign Minister <s2>Nikos Andreou</s2> <c2>rejected</c2> <q2>the plan</q2> on Monday.",
        ["Nikos Andreou", "Nikos Andreou"],
    ),
    (
        "titles and offices are no part of a name",
        "<s1>Greek Cypriot President Eleni Pavlou</s1> <c1>said</c1> <q1>the island was one</q1>. <s2>Kremlin spokesman Oleg Sorokin</s2> <c2>said</c2> <q2>it was not</q2>. <s3>Sen. Mary Holt</s3> <c3>disagreed</c3> <q3>with both</q3>.",
        ["Eleni Pavlou", "Oleg Sorokin", "Mary Holt"],
    ),
    (
        "an office may have a place between it and the name",
        "<s1>Armenian Ambassador to France Hasmik Petrosyan</s1> <c1>said</c1> <q1>the corridor was closed</q1>.",
        ["Hasmik Petrosyan"],
    ),
    (
        "a month may be a given name",
        "<s1>Jan Novotny</s1> <c1>said</c1> <q1>a</q1>. In Jan Kowal's view <s2>June Carver</s2> <c2>lied when she said</c2> <q2>b</q2>. In June <s3>Carver</s3> <c3>said</c3> <q3>c</q3>.",
        ["Jan Novotny", "June Carver", "June Carver"],
    ),
    (
        "an apposition after a name is no part of it",
        "<s1>Luis Ferrer-Ibáñez, Argentina's envoy to the islands committee,</s1> <c1>said</c1> <q1>the islands were Argentine</q1>.",
        ["Luis Ferrer-Ibáñez"],
    ),
    (
        "particles, initials and apostrophes belong to names",
        "<s1>Ursula van der Linden</s1> <c1>said</c1> <q1>a</q1>. <s2>J. R. O'Neill</s2> <c2>said</c2> <q2>b</q2>. <s3>Omar al-Khatib</s3> <c3>said</c3> <q3>c</q3>. <s4>Van der Linden</s4> <c4>said</c4> <q4>d</q4>. <s5>al-Khatib</s5> <c5>said</c5> <q5>e</q5>.",
        ["Ursula van der Linden", "J. R. O'Neill", "Omar al-Khatib", "Ursula van der Linden", "Omar al-Khatib"],
    ),
    (
        "the fullest name is canonical, and diacritics are kept",
        "<s1>Željko Vučetić</s1> <c1>said</c1> <q1>no</q1>. <s2>Vucetic</s2> <c2>said</c2> <q2>never</q2>. <s3>Željko M. Vučetić</s3> <c3>said</c3> <q3>perhaps</q3>.",
        ["Željko M. Vučetić", "Željko M. Vučetić", "Željko M. Vučetić"],
    ),
    (
        "a family name that comes first",
        "<s1>President Zhao Lemin</s1> <c1>said</c1> <q1>tariffs would rise</q1>. <s2>Zhao</s2> <c2>said</c2> <q2>trade was mutual</q2>.",
        ["Zhao Lemin", "Zhao Lemin"],
    ),
    (
        "the first word of a sentence is not a name",
        '<s1>Maria Duarte</s1> <c1>spoke</c1> <q1>first</q1>. Asked about tariffs, <s2>Duarte</s2> <c2>said</c2>: <q2>"No."</q2> Citing Duarte, <s3>officials</s3> <c3>said</c3> <q3>so too</q3>.',
        ["Maria Duarte", "Maria Duarte", "officials"],
    ),
    (
        "namesakes are told apart by title",
        "Senator Ruth Calder met her husband, Mayor Tom Calder. <s1>Mr. Calder</s1> <c1>said</c1> <q1>the vote was fair</q1>. <s2>Ms. Ruth Calder</s2> <c2>agreed</c2> <q2>it was</q2>. <s3>Mayor Calder</s3> <c3>said</c3> <q3>goodbye</q3>.",
        ["Tom Calder", "Ruth Calder", "Tom Calder"],
    ),
    (
        "a namesake's surname means the one the story is about",
        "<s1>Ruth Calder</s1> <c1>promised</c1> <q1>lower taxes</q1>. <s2>Calder</s2> <c2>said</c2> <q2>schools came first</q2>, a view that she shares with Tom Calder. <s3>Calder</s3> <c3>added</c3> <q3>that she would win</q3>.",
        ["Ruth Calder", "Ruth Calder", "Ruth Calder"],
    ),
    (
        "a bracketed party and an age are no part of a name",
        "<s1>Rep. Dan Whitlow (R-Ohio)</s1> <c1>said</c1> <q1>no</q1>. <s2>Ann Price, 52, a teacher,</s2> <c2>said</c2> <q2>yes</q2>.",
        ["Dan Whitlow", "Ann Price"],
    ),
    (
        "a possessive is no part of a name",
        "<s1>Dan Whitlow's</s1> <c1>claim</c1> <q1>that the vote was stolen</q1> was denied.",
        ["Dan Whitlow"],
    ),
    (
        "the last of several titles, after an owner",
        "<s1>Dan Whitlow's campaign manager Joyce Abel</s1> <c1>said</c1> <q1>he would win</q1>.",
        ["Joyce Abel"],
    ),
    (
        "two people who speak as one are a group",
        "<s1>Dan Whitlow and Mary Holt</s1> <c1>said</c1> <q1>they would vote no</q1>.",
        ["Dan Whitlow and Mary Holt"],
    ),
    (
        "unnamed others beside a name don't hide it",
        "<s1>Greece and others ready to sign</s1> <c1>argue</c1> <q1>that the deal is fair</q1>.",
        ["Greece"],
    ),
    (
        "the name after a description",
        "Foreign Minister Ara Sarkisian spoke first. <s1>His Azerbaijani counterpart, Elnur Aliyev,</s1> <c1>said</c1> <q1>a</q1>. <s2>Its ambassador to the U.N., Hasmik Petrosyan,</s2> <c2>said</c2> <q2>b</q2>. <s3>His colleague in Paris, Prime Minister Luc Moreau</s3>, <c3>said</c3> <q3>c</q3>. <s4>His rival</s4>, Karim Bennani, <c4>said</c4> <q4>d</q4>. <s5>Its ally, Turkey,</s5> <c5>said</c5> <q5>e</q5>.",
        ["Elnur Aliyev", "Hasmik Petrosyan", "Luc Moreau", "Karim Bennani", "Turkey"],
    ),
    (
        "the names after a description of several",
        "Ara Sarkisian spoke. <s1>His Greek colleagues, Nikos Andreou and Eleni Pavlou,</s1> <c1>said</c1> <q1>a</q1>.",
        ["Nikos Andreou and Eleni Pavlou"],
    ),
    (
        "the name before a description",
        "<s1>Carla Gomez, the African Union's peace and security chief,</s1> <c1>said</c1> <q1>a</q1>. <s2>Paul Reed, the EU's man in the talks,</s2> <c2>said</c2> <q2>b</q2>. <s3>Mary Holt, whose party lost,</s3> <c3>said</c3> <q3>c</q3>.",
        ["Carla Gomez", "Paul Reed", "Mary Holt"],
    ),
    (
        "a dateline is no name",
        "ZAGREB, March 3 (Reuters) - <s1>Ivan Horvat</s1> <c1>said</c1> <q1>the sea was Croatian</q1>.",
        ["Ivan Horvat"],
    ),
]

BODIES = [
    (
        "states by name, adjective-free alias and capital",
        "<s1>The United Kingdom</s1> <c1>said</c1> <q1>a</q1>. <s2>London</s2> <c2>insisted</c2> <q2>on b</q2>. <s3>Buenos Aires</s3> <c3>replied</c3> <q3>c</q3>. <s4>The U.S.</s4> <c4>urged</c4> <q4>calm</q4>.",
        ["United Kingdom", "United Kingdom", "Argentina", "United States"],
    ),
    (
        "a capital that is somebody's name",
        "<s1>Denise Washington</s1> <c1>won</c1> <q1>the race</q1>. <s2>Washington</s2> <c2>said</c2> <q2>she was glad</q2>.",
        ["Denise Washington", "Denise Washington"],
    ),
    (
        "a ministry with its nation",
        "<s1>The Azerbaijani Foreign Ministry</s1> <c1>said</c1> <q1>a</q1>. <s2>The ministry</s2> <c2>added</c2> <q2>b</q2>. <s3>Armenia's Ministry of Foreign Affairs</s3> <c3>denied</c3> <q3>it</q3>. <s4>The ministry</s4> <c4>said</c4> <q4>c</q4>.",
        [
            "Azerbaijani Foreign Ministry",
            "Azerbaijani Foreign Ministry",
            "Armenian Foreign Ministry",
            "Armenian Foreign Ministry",
        ],
    ),
    (
        "a ministry whose nation is the sentence before's subject",
        "Morocco rejected the plan on Friday. In a statement, <s1>the Foreign Ministry</s1> <c1>said</c1> <q1>Algeria was behind it</q1>.",
        ["Moroccan Foreign Ministry"],
    ),
    (
        "a ministry whose nation is the dateline's",
        "BAKU (AP) — <s1>The Foreign Ministry</s1> <c1>accused</c1> <q1>Armenia of shelling</q1>. <s2>It</s2> <c2>said</c2> <q2>two had died</q2>.",
        ["Azerbaijani Foreign Ministry", "Azerbaijani Foreign Ministry"],
    ),
    (
        "a lower-case organ",
        "<s1>Turkey's foreign ministry</s1> <c1>said</c1> <q1>drilling would go on</q1>. <s2>The Cypriot parliament</s2> <c2>protested</c2> <q2>against it</q2>.",
        ["Turkish Foreign Ministry", "Cypriot parliament"],
    ),
    (
        "international bodies under any of their names",
        "<s1>The U.N. Security Council</s1> <c1>called for</c1> <q1>restraint</q1>. <s2>The council</s2> <c2>said</c2> <q2>fire must cease</q2>. <s3>The EU</s3> <c3>said</c3> <q3>the same</q3>. <s4>The bloc</s4> <c4>warned</c4> <q4>of sanctions</q4>.",
        ["UN Security Council", "UN Security Council", "European Union", "European Union"],
    ),
    (
        "an acronym given in brackets",
        "<s1>The Progressive Labour Federation (PLF)</s1> <c1>said</c1> <q1>wages must rise</q1>. <s2>The PLF</s2> <c2>said</c2> <q2>it would strike</q2>. <s3>The federation</s3> <c3>said</c3> <q3>so twice</q3>.",
        ["Progressive Labour Federation"] * 3,
    ),
    (
        "a campaign bears its candidate's surname",
        "<s1>The Whitlow campaign</s1> <c1>said</c1> <q1>he had paid</q1>. <s2>Dan Whitlow</s2> <c2>said</c2> <q2>so</q2>. <s3>Dan Whitlow's campaign</s3> <c3>said</c3> <q3>no more</q3>.",
        ["Whitlow campaign", "Dan Whitlow", "Whitlow campaign"],
    ),
    (
        "an agency with its noun",
        "<s1>The TASS news agency</s1> <c1>reported</c1> <q1>an explosion</q1>. <s2>The agency</s2> <c2>said</c2> <q2>nobody was hurt</q2>.",
        ["TASS", "TASS"],
    ),
    (
        "disputed territories speak as states do",
        "<s1>Northern Cyprus</s1> <c1>said</c1> <q1>a</q1>. <s2>Transnistria</s2> <c2>said</c2> <q2>b</q2>. <s3>Stepanakert</s3> <c3>said</c3> <q3>c</q3>. <s4>The Sahrawi Arab Democratic Republic</s4> <c4>said</c4> <q4>d</q4>.",
        ["Northern Cyprus", "Transnistria", "Nagorno-Karabakh", "Western Sahara"],
    ),
    (
        "parties and peoples are groups",
        "<s1>Republicans</s1> <c1>said</c1> <q1>no</q1>. <s2>Many Greek Cypriots</s2> <c2>fear</c2> <q2>a partition</q2>.",
        ["Republicans", "Greek Cypriots"],
    ),
    (
        "the country is the state just spoken of",
        "Morocco closed the border. <s1>The kingdom</s1> <c1>said</c1> <q1>it would stay closed</q1>.",
        ["Morocco"],
    ),
    (
        "a seat of government is an office, a capital its state",
        "<s1>The White House</s1> <c1>said</c1> <q1>a</q1>. <s2>Downing Street</s2> <c2>declined</c2> <q2>to say b</q2>. <s3>No. 10</s3> <c3>added</c3> <q3>c</q3>. <s4>Ottawa</s4> <c4>protested</c4> <q4>against d</q4>. <s5>Kremlin</s5> <c5>stance on</c5> <q5>e</q5>.",
        ["White House", "Downing Street", "Downing Street", "Canada", "Kremlin"],
    ),
    (
        "a ministry by its street",
        "<s1>The Quai d'Orsay</s1> <c1>said</c1> <q1>a</q1>. <s2>The ministry</s2> <c2>added</c2> <q2>b</q2>.",
        ["French Foreign Ministry", "French Foreign Ministry"],
    ),
    (
        "an organ that one of two states has just spoken through",
        "<s1>China</s1> <c1>said</c1> <q1>a</q1>. <s2>The Philippines' coast guard</s2> <c2>said</c2> <q2>b</q2>. <s3>The coast guard</s3> <c3>said</c3> <q3>c</q3>. <s4>China's foreign ministry</s4> <c4>said</c4> <q4>d</q4>. The Japanese Foreign Ministry was silent. <s5>The ministry</s5> <c5>said</c5> <q5>e</q5>.",
        [
            "China",
            "Philippine coast guard",
            "Philippine coast guard",
            "Chinese Foreign Ministry",
            "Chinese Foreign Ministry",
        ],
    ),
    (
        "a compound is no name",
        "<s1>The Hamas-run health ministry</s1> <c1>said</c1> <q1>a</q1>. <s2>Saudi-led Gulf Coalition</s2> <c2>said</c2> <q2>b</q2>.",
        ["Hamas-run health ministry", "Gulf Coalition"],
    ),
    (
        "bodies as either spelling writes them",
        "<s1>Nato</s1> <c1>said</c1> <q1>a</q1>. <s2>al-Qaeda</s2> <c2>said</c2> <q2>b</q2>.",
        ["NATO", "Al-Qaeda"],
    ),
]

DESCRIPTIONS = [
    (
        "an envoy is an ambassador is a diplomat",
        "<s1>Hasmik Petrosyan, Armenia's envoy to the talks,</s1> <c1>said</c1> <q1>a</q1>. <s2>The ambassador</s2> <c2>said</c2> <q2>b</q2>. According to <s3>the diplomat</s3>, <q3>c</q3>.",
        ["Hasmik Petrosyan"] * 3,
    ),
    (
        "a description of another nation is another person",
        "<s1>Azerbaijani Foreign Minister Elnur Aliyev</s1> <c1>said</c1> <q1>a</q1>. <s2>Armenian Foreign Minister Ara Sarkisian</s2> <c2>said</c2> <q2>b</q2>. <s3>Azerbaijan's foreign minister</s3> <c3>said</c3> <q3>c</q3>. <s4>The Armenian minister</s4> <c4>said</c4> <q4>d</q4>.",
        ["Elnur Aliyev", "Ara Sarkisian", "Elnur Aliyev", "Ara Sarkisian"],
    ),
    (
        "another office is another person",
        "<s1>Defence Minister Elnur Aliyev</s1> <c1>said</c1> <q1>a</q1>. <s2>Finance Minister Leyla Karimova</s2> <c2>said</c2> <q2>b</q2>. <s3>The defence minister</s3> <c3>said</c3> <q3>c</q3>.",
        ["Elnur Aliyev", "Leyla Karimova", "Elnur Aliyev"],
    ),
    (
        "the lead may describe before it names",
        "<s1>Turkey's foreign minister</s1> <c1>said</c1> <q1>drilling would go on</q1>.\n\n<q2>\"The sea is ours,\"</q2> <s2>Kemal Aydin</s2> <c2>said</c2> in Ankara. <s3>The minister</s3> <c3>left</c3> <q3>at once</q3>. <s4>Turkey's top diplomat</s4> <c4>said</c4> <q4>no more</q4>.",
        ["Kemal Aydin"] * 4,
    ),
    (
        "a quotation before the name",
        '<q1>"We will not leave,"</q1> <s1>the ambassador</s1> <c1>pledged</c1>.\n\n<s2>British Ambassador to Argentina Jane Holloway</s2> <c2>said</c2> <q2>that the islanders had chosen</q2>.',
        ["Jane Holloway", "Jane Holloway"],
    ),
    (
        "a spokeswoman is not a man",
        "<s1>Spokesman Paul Reed</s1> <c1>said</c1> <q1>a</q1>. <s2>Carla Gomez, a spokeswoman for the bank,</s2> <c2>said</c2> <q2>b</q2>. <s3>The spokesman</s3> <c3>said</c3> <q3>c</q3>. <s4>The spokeswoman</s4> <c4>said</c4> <q4>d</q4>.",
        ["Paul Reed", "Carla Gomez", "Paul Reed", "Carla Gomez"],
    ),
    (
        "a description with the name after a comma",
        "<s1>The Moroccan foreign minister, Karim Bennani,</s1> <c1>said</c1> <q1>a</q1>. <s2>The minister</s2> <c2>said</c2> <q2>b</q2>.",
        ["Karim Bennani", "Karim Bennani"],
    ),
    (
        "a varied name",
        "<s1>Dan Whitlow</s1> <c1>said</c1> <q1>he would sue</q1>. <s2>The Ohio businessman</s2> <c2>said</c2> <q2>he had proof</q2>.",
        ["Dan Whitlow", "Dan Whitlow"],
    ),
    (
        "a nominee of the other party is somebody else",
        "<s1>Republican nominee Dan Whitlow</s1> <c1>said</c1> <q1>a</q1>. <s2>The Democratic nominee</s2> <c2>said</c2> <q2>b</q2>.",
        ["Dan Whitlow", "Democratic nominee"],
    ),
    (
        "nobody has that office, so it is nobody",
        "<s1>Joyce Abel, a teacher,</s1> <c1>said</c1> <q1>a</q1>. <s2>The governor</s2> <c2>said</c2> <q2>b</q2>.",
        ["Joyce Abel", None],
    ),
    (
        "those who have no name keep their description",
        "<s1>The analysts</s1> <c1>say</c1> <q1>a</q1>. <s2>A senior official who spoke on condition of anonymity</s2> <c2>said</c2> <q2>b</q2>. <s3>Western partners</s3> <c3>want</c3> <q3>c</q3>. <s4>The leader of Transnistria</s4> <c4>said</c4> <q4>d</q4>. <s5>some voters in Ohio</s5> <c5>think</c5> <q5>e</q5>.",
        ["analysts", "senior official", "Western partners", "leader of Transnistria", "voters in Ohio"],
    ),
    (
        "the official is the one without a name who has just spoken",
        "<s1>Minister Karim Bennani</s1> <c1>said</c1> <q1>a</q1>. <s2>A senior U.S. official</s2> <c2>said</c2> <q2>b</q2>. <s3>The official</s3> <c3>said</c3> <q3>c</q3>. <s4>The minister</s4> <c4>said</c4> <q4>d</q4>.",
        ["Karim Bennani", "senior U.S. official", "senior U.S. official", "Karim Bennani"],
    ),
    (
        "two offices of one person",
        "<s1>Former bank chief and presidential candidate Joyce Abel</s1> <c1>said</c1> <q1>a</q1>.",
        ["Joyce Abel"],
    ),
    (
        "a list of states with unnamed others",
        "<s1>Berlin, Paris and other European capitals</s1> <c1>have criticised</c1> <q1>the plan</q1>.",
        ["Germany and France"],
    ),
    (
        "regions that are spelt out after",
        "<s1>The presidents of those republics, Armenia and Azerbaijan,</s1> <c1>said</c1> <q1>they would meet</q1>.",
        ["presidents of Armenia and Azerbaijan"],
    ),
    (
        "the apposition ends with its sentence",
        "<s1>EU foreign policy chief Carla Gomez</s1> <c1>said</c1> <q1>a</q1>. <s2>Gomez's spokesman, Peter Hahn,</s2> <c2>said</c2> <q2>b</q2>. <s3>The EU's top diplomat</s3> <c3>said</c3> <q3>c</q3>.",
        ["Carla Gomez", "Peter Hahn", "Carla Gomez"],
    ),
    (
        "adjectives that follow are no part of a description",
        "<s1>Two Western diplomats familiar with the talks</s1> <c1>said</c1> <q1>a</q1>. <s2>People close to the king</s2> <c2>say</c2> <q2>b</q2>. <s3>Experts such as Ada Quist</s3> <c3>say</c3> <q3>c</q3>.",
        ["Western diplomats", "people close to the king", "experts"],
    ),
    (
        "somebody's office under the full name",
        "<s1>Omar Saidi</s1> <c1>said</c1> <q1>a</q1>. <s2>Saidi's office</s2> <c2>said</c2> <q2>b</q2>.",
        ["Omar Saidi", "Omar Saidi's office"],
    ),
    (
        "somebody's doctor",
        "<s1>Dan Whitlow's doctor</s1> <c1>said</c1> <q1>he was well</q1>. <s2>Whitlow</s2> <c2>said</c2> <q2>so</q2>.",
        ["Dan Whitlow's doctor", "Dan Whitlow"],
    ),
]

PRONOUNS = [
    (
        "he, she and it agree with what they mean",
        "<s1>Mr. Carlos Luna</s1> <c1>met</c1> <q1>Ms. Ada Quist</q1>. <s2>She</s2> <c2>said</c2> <q2>a</q2>. <s3>He</s3> <c3>said</c3> <q3>b</q3>. <s4>NATO</s4> <c4>said</c4> <q4>c</q4>. <s5>It</s5> <c5>said</c5> <q5>d</q5>.",
        ["Carlos Luna", "Ada Quist", "Carlos Luna", "NATO", "NATO"],
    ),
    (
        "a gender that only pronouns tell",
        "Robin Vale defended her record. Kim Soto defended his. <s1>She</s1> <c1>said</c1> <q1>a</q1>. <s2>He</s2> <c2>said</c2> <q2>b</q2>.",
        ["Robin Vale", "Kim Soto"],
    ),
    (
        "he is the speaker, not one in the quotation",
        '<s1>Karim Bennani</s1> <c1>spoke</c1> <q1>on Friday</q1>. <q2>"Omar Saidi broke his word,"</q2> <s2>he</s2> <c2>said</c2>.',
        ["Karim Bennani", "Karim Bennani"],
    ),
    (
        "he is nobody whom he speaks of by name",
        "Luis Ferrer met Karim Bennani and Tunisian President Omar Saidi for an hour. <s1>He</s1> <c1>said</c1> <q1>that Saidi had accepted the map and that Bennani had not</q1>.",
        ["Luis Ferrer"],
    ),
    (
        "his aides may speak of him by name, and a state of itself",
        "Omar Saidi stayed in Rabat. <s1>His aides</s1> <c1>said</c1> <q1>Saidi would win</q1>. Morocco rejected the map. <s2>It</s2> <c2>said</c2> <q2>Morocco would never sign</q2>.",
        ["Omar Saidi's aides", "Morocco"],
    ),
    (
        "he is the subject, not the one whose words are recalled",
        '<s1>Petrosyan</s1> <c1>recalled</c1> <q1>French President Luc Moreau\'s promise of help</q1>. <q2>"We count on it,"</q2> <s2>he</s2> <c2>said</c2>.',
        ["Petrosyan", "Petrosyan"],
    ),
    (
        "it is the ministry, then the state",
        "<s1>The Greek Foreign Ministry</s1> <c1>said</c1> <q1>a</q1>. <s2>It</s2> <c2>warned</c2> <q2>of b</q2>. Turkey has rejected the map. <s3>It</s3> <c3>has said</c3> <q3>c</q3>.",
        ["Greek Foreign Ministry", "Greek Foreign Ministry", "Turkey"],
    ),
    (
        "they are the many",
        "<s1>Farmers</s1> <c1>blocked</c1> <q1>the road</q1> to Rabat. <s2>They</s2> <c2>demanded</c2> <q2>aid</q2>.",
        ["farmers", "farmers"],
    ),
    (
        "who is the noun before it",
        "Luc Moreau met Ada Quist, <s1>who</s1> <c1>said</c1> <q1>a</q1>. He met officials <s2>who</s2> <c2>said</c2> <q2>b</q2>.",
        ["Ada Quist", "officials"],
    ),
    (
        "which is a body",
        "He spoke to the Polisario Front, <s1>which</s1> <c1>said</c1> <q1>a</q1>.",
        ["Polisario Front"],
    ),
    (
        "I and we are the one who is quoted",
        '<s1>Ada Quist</s1> <c1>said</c1>: <q1>"<s2>I</s2> <c2>believe</c2> <q2>that peace is near</q2>, and <s3>we</s3> <c3>hope</c3> <q3>so</q3>."</q1>',
        ["Ada Quist"] * 3,
    ),
    (
        "he inside reported speech is its speaker",
        "<s1>Luc Moreau</s1> <c1>said</c1> <q1><s2>he</s2> <c2>feared</c2> <q2>a war</q2></q1>.",
        ["Luc Moreau", "Luc Moreau"],
    ),
    (
        "his words are his",
        "<s1>Luc Moreau</s1> <c1>spoke</c1> <q1>late</q1>. <s2>His</s2> <c2>claim</c2> <q2>that all was lost</q2> drew laughter. <s3>His aides</s3> <c3>said</c3> <q3>nothing more</q3>. <s4>His spokesman Guy Petit</s4> <c4>said</c4> <q4>it was a joke</q4>.",
        ["Luc Moreau", "Luc Moreau", "Luc Moreau's aides", "Guy Petit"],
    ),
    (
        "pronouns with their verb hanging on",
        "Luc Moreau met Ada Quist, <s1>who</s1>'<c1>d said</c1> <q1>a</q1>. <s2>She</s2>’<c2>ll say</c2> <q2>b</q2>.",
        ["Ada Quist", "Ada Quist"],
    ),
    ("nobody is there for he", "<s1>He</s1> <c1>said</c1> <q1>no</q1>.", [None]),
    ("no source, no speaker", "Rain is <c1>expected</c1> <q1>on Monday</q1>, Luc Moreau hoped.", [None]),
]

DOCUMENTS = [
    (
        "an article reads what its author wrote",
        '<s1>Jane Holloway</s1> <c1>said</c1> <q1>the islands were safe</q1> in an article published on Friday. <q2>"We stay,"</q2> <s2>the article</s2> <c2>reads</c2>.',
        ["Jane Holloway", "Jane Holloway"],
    ),
    (
        "a report says what the one who submits it says",
        "On Monday, Morocco submitted to the Security Council <s1>a report</s1> <c1>saying</c1> <q1>talks had failed</q1>.",
        ["Morocco"],
    ),
    (
        "a study by somebody",
        "<s1>A study by the Tax Policy Center</s1> <c1>found</c1> <q1>a gap</q1>. <s2>The study</s2> <c2>said</c2> <q2>it would grow</q2>.",
        ["Tax Policy Center", "Tax Policy Center"],
    ),
    (
        "a statement by two",
        "<s1>A joint statement by Greece and Turkey</s1> <c1>said</c1> <q1>a</q1>. <s2>The statement</s2> <c2>added</c2> <q2>b</q2>.",
        ["Greece and Turkey", "Greece and Turkey"],
    ),
    (
        "a stance is its owner's, however much of it was tagged",
        "<s1>Madrid's firm</s1> <c1>stance on</c1> <q1>Gibraltar</q1> softened. <s2>Its hopes</s2> <c2>of</c2> <q2>a deal</q2> rose.",
        ["Spain", "Spain"],
    ),
    (
        "a body by the last word of its name",
        "<s1>The U.N. Security Council</s1> <c1>said</c1> <q1>a</q1>. <s2>The Council</s2> <c2>said</c2> <q2>b</q2>.",
        ["UN Security Council", "UN Security Council"],
    ),
    ("nobody's film", "<s1>The film</s1> <c1>shows</c1> <q1>a war</q1>.", [None]),
]


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        pytest.param(report, names, id=shows)
        for shows, report, names in NAMES + BODIES + DESCRIPTIONS + PRONOUNS + DOCUMENTS
    ],
)
def test_speakers(report: str, expected: list[str | None]) -> None:
    assert speakers(report) == expected


@pytest.mark.parametrize(
    ("report", "kind"),
    [
        ("<s1>Ada Quist</s1> <c1>said</c1> <q1>a</q1>.", "person"),
        ("<s1>Algiers</s1> <c1>said</c1> <q1>a</q1>.", "state"),
        ("<s1>NATO</s1> <c1>said</c1> <q1>a</q1>.", "organisation"),
        ("<s1>The Algerian Foreign Ministry</s1> <c1>said</c1> <q1>a</q1>.", "body"),
        ("<s1>analysts</s1> <c1>said</c1> <q1>a</q1>.", "group"),
        ("<s1>A source</s1> <c1>said</c1> <q1>a</q1>.", "unknown"),
    ],
)
def test_kinds(report: str, kind: str) -> None:
    speaker = resolved(report)[1].speaker
    assert speaker is not None
    assert speaker.kind == kind


def test_one_actor_for_all_statements_with_its_other_names() -> None:
    found = resolved(
        "<s1>Hasmik Petrosyan, Armenia's envoy,</s1> <c1>said</c1> <q1>a</q1>. <s2>Petrosyan</s2> <c2>said</c2> "
        "<q2>b</q2>. <s3>The envoy</s3> <c3>said</c3> <q3>c</q3>. <s4>She</s4> <c4>said</c4> <q4>d</q4>."
    )
    actors = {statement.speaker for statement in found.values()}
    assert len(actors) == 1
    assert next(iter(actors)).aliases == ("Petrosyan", "envoy")


@pytest.mark.parametrize(
    ("source", "confined"),
    [
        ("A Western diplomat", True),
        ("An EU diplomat", True),
        ("Analysts", True),
        ("A source", True),
        ("The ministry's diplomats", True),
        ("EU diplomats", False),
        ("The leader of Abkhazia", False),
        ("Ada Quist's doctor", False),
        ("Ada Quist", False),
        ("Quist", False),
        ("The Greek Foreign Ministry", False),
        ("Greek Cypriots", False),
        ("Greece and Turkey", False),
    ],
)
def test_only_those_without_a_name_are_confined_to_their_report(source: str, confined: bool) -> None:
    report = marked(f"<s1>{source}</s1> <c1>said</c1> <q1>so</q1>.")
    speaker = resolve(report).statements[0].speaker
    assert speaker is not None
    assert speaker.within == (report.id if confined else "")


def test_chrome_names_nobody() -> None:
    report = marked(
        "Editor Paul Reed\n\nMary Holt, a nurse, spoke late on Monday. <s1>The editor</s1> <c1>said</c1> <q1>a</q1>."
    )
    chrome = Span.of(report.text, 0, len("Editor Paul Reed"))
    seen, unseen = resolve(report), resolve(replace(report, chrome=(chrome,)))
    assert [found.statements[0].speaker for found in (seen, unseen)] == [
        Actor("Paul Reed", "person", ("editor",)),
        None,
    ]


@pytest.mark.parametrize(
    "report",
    [
        "By Luc Moreau\n\nAda Quist runs the weir.\n\nQ: Will it hold?\n\n<s1>A</s1><c1>:</c1> <q1>It will.</q1>",
        "Ada Quist runs the weir, Luc Moreau the mill.\n\n<s2>Ada Quist</s2> <c2>said</c2> <q2>no</q2>.\n\nWill it hold<c1>?</c1>\n\n<q1>It will.</q1>",
    ],
)
def test_who_answers(report: str) -> None:
    speaker = resolved(report)[1].speaker
    assert speaker is not None
    assert speaker.name == "Ada Quist"
