import pytest

from onrecord.statements.headlines import first_of_headline, headlines, is_label, names_speaker

BODY = "\n\nBRNO, March 2 – Jana Malá, the mayor, met engineers on Tuesday. The talks took all day.\n"


def found(line: str, body: str = BODY) -> list[tuple[str, str, str]]:
    text = line + body
    at = text.find("Petr Horák")
    sources = [(at, at + len("Petr Horák"))] if at >= 0 else []
    return [(text[slice(*h.source)], text[slice(*h.cue)], text[slice(*h.content)]) for h in headlines(text, sources)]


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("Bridge will stay closed, Malá says", ("Malá", "says", "Bridge will stay closed")),
        ("Bridge will stay closed, says mayor", ("mayor", "says", "Bridge will stay closed")),
        ("Bridge unsafe, report finds", ("report", "finds", "Bridge unsafe")),
        ("Bridge will stay closed, mayor tells council", ("mayor", "tells council", "Bridge will stay closed")),
        ("Bridge will stay closed – mayor of Brno", ("mayor of Brno", "–", "Bridge will stay closed")),
        ("Bridge will stay closed -- mayor", ("mayor", "--", "Bridge will stay closed")),
        ("Bridge to stay closed: mayor", ("mayor", ":", "Bridge to stay closed")),
        ("Mayor: Bridge will stay closed", ("Mayor", ":", "Bridge will stay closed")),
        ("Malá: Bridge will stay closed", ("Malá", ":", "Bridge will stay closed")),
        ("Interview: Bridge will stay closed, says mayor", ("mayor", "says", "Bridge will stay closed")),
        ("BRNO: Mayor says bridge will stay closed", ("Mayor", "says", "bridge will stay closed")),
        ("BRIDGE FURY: 'They let it rot', says mayor", ("mayor", "says", "'They let it rot'")),
        ("# **Bridge will stay closed – mayor**", ("mayor", "–", "Bridge will stay closed")),
    ],
)
def test_a_headline_has_a_speaker(line: str, want: tuple[str, str, str]) -> None:
    assert found(line) == [want]


@pytest.mark.parametrize(
    "line",
    [
        "Live: Storm reaches the coast",
        "Interview: The bridge and I",
        "Bridge row: mayor quits as council pulls out",
        "Brno: A short history",
        "Bridge closed – again",
        "Bridge closed for repairs, engineers at work",
        "The bridge will stay closed, the mayor says.",  # a sentence, and the tagger's
        "No, mayor says",
        "Mayor 'asked for envelope', court told",  # the court is who is told
        "Bridge will stay closed, Malá says " + "and says " * 20,
    ],
)
def test_a_headline_has_none(line: str) -> None:
    assert found(line) == []


def test_who_speaks_further_down_may_head_a_report() -> None:
    line = "Horák: Bridge will stay closed"
    assert found(line) == []
    assert found(line, "\n\n“It is not safe,” Petr Horák said.\n") == [("Horák", ":", "Bridge will stay closed")]


def test_only_the_top_of_a_text_has_headlines() -> None:
    lines = "One line\n\nAnother line\n\nA third line\n\n"
    assert found("Bridge to close, mayor says", BODY)
    assert found(lines + "Bridge to close, mayor says", BODY) == []


def test_a_line_alone_is_no_headline() -> None:
    assert found("Bridge to close, mayor says", "") == []


@pytest.mark.parametrize(("phrase", "speaks"), [("foreign minister of Lorne", True), ("a bridge in Brno", False)])
def test_roles_that_speak(phrase: str, speaks: bool) -> None:
    assert names_speaker(phrase) is speaks


@pytest.mark.parametrize(
    ("line", "label", "is_one"),
    [
        ("BRIDGE FURY: 'They let it rot', says mayor", "BRIDGE FURY", True),
        ("BRIDGE FURY: ‘They let it rot’, stranded nun claims", "BRIDGE FURY", True),
        ("NASA: 'We let it rot'", "NASA", False),
        ("Malá: 'They let it rot', says mayor", "Malá", False),
    ],
)
def test_capitals_before_a_quotation_with_a_speaker_are_a_label(line: str, label: str, is_one: bool) -> None:
    assert is_label(line + BODY, label) is is_one


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Malá says bridge 'must close' as talks open", "bridge 'must close'"),
        ("Malá says bridge ‘must close’ after talks fail", "bridge ‘must close’"),
        ("Malá says bridge must close as talks open", "bridge must close as talks open"),
        ("Malá says bridge 'must close' as talks open.", "bridge 'must close' as talks open."),
    ],
)
def test_what_a_headline_adds_to_a_quotation_is_the_desks(line: str, kept: str) -> None:
    text = line + BODY
    start = line.index("bridge")
    assert [text[a:b] for a, b in first_of_headline(text, [(start, len(line))])] == [kept]
