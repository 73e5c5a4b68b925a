"""An analysed report for people: its text with what was found coloured in, then the statements one by one."""

from __future__ import annotations

import sys

import click

from onrecord.cli.show_ledger import days, polar
from onrecord.cli.terminal import console, is_terminal, number_of, safe, safe_text
from onrecord.cli.who import cue, who
from onrecord.domain import DateEstimate, Declaration, Expectation, Refusal, Report, Span, Statement

_STYLES = {"source": "bold cyan", "cue": "yellow", "content": "green", "chrome": "dim strike"}


def print_report(report: Report) -> None:
    """Print the report to standard output; the coloured text on terminals only."""
    for line in _head(report):
        click.echo(line)
    screen = console(sys.stdout)
    if is_terminal(sys.stdout) and screen.color_system and not screen.no_color:
        from rich.text import Text

        click.echo()
        screen.print(Text.assemble(*_coloured(report)))
    click.echo()
    for number, statement in enumerate(report.statements, start=1):
        for line in _lines(report, number, statement):
            click.echo(line)
    if report.refusals:
        click.echo(f"\n{number_of(len(report.refusals), 'refusal')} to comment:")
        for refusal in report.refusals:
            click.echo(_refusal_line(refusal))
    for what, lines in (
        ("commitment", [_declaration_line(each) for each in report.declarations]),
        ("forecast", [_expectation_line(each) for each in report.expectations]),
    ):
        if lines:
            click.echo(f"\n{number_of(len(lines), what)}:")
            click.echo("\n".join(lines))


def _head(report: Report) -> list[str]:
    lines = [safe(report.name)]
    facts = {
        "title": report.title,
        "outlet": report.outlet,
        "agency": report.agency,
        "published": _day(report.published),
        "language": report.language,
    }
    lines += [f"{label}: {safe(value)}" for label, value in facts.items() if value]
    if report.tagged:
        lines.append(number_of(len(report.statements), "statement"))
    else:
        lines.append("not tagged: the tagger was not trained on this language")
    return lines


def _day(estimate: DateEstimate) -> str:
    if estimate.best is None:
        return ""
    reasons = "; ".join(reason.text for reason in estimate.reasons)
    return f"{estimate.best.isoformat()} ({reasons})" if reasons else estimate.best.isoformat()


def _lines(report: Report, number: int, statement: Statement) -> list[str]:
    from onrecord.record import readable

    attribution = who(statement)
    if statement.addressees:
        attribution += f" to {' and '.join(actor.name for actor in statement.addressees)}"
    if statement.relayed_by:
        attribution += f" (through {', '.join(actor.name for actor in statement.relayed_by)})"
    if words := cue(statement):  # what was denied reads as its opposite without it
        attribution += f" | {words}"
    marks = [statement.kind, statement.mode, *["negated"] * statement.negated, *["hedged"] * statement.hedged]
    around = "; ".join(_one_line(span) for span in (statement.venue, statement.occasion) if span is not None)
    return [
        f"{number}. {safe(attribution)} | {safe(readable(report.text, statement.content))}",
        f"   [{', '.join(marks)}, {statement.confidence:.2f}]{safe(f' {around}' if around else '')}",
    ]


def _refusal_line(refusal: Refusal) -> str:
    about = f" | about: {_one_line(refusal.matter)}" if refusal.matter is not None else ""
    return f"-  {safe(f'{who(refusal)} | {_one_line(refusal.cue)}{about}')}"


def _declaration_line(declaration: Declaration) -> str:
    actor = "nobody named" if declaration.actor is None else declaration.actor.name
    words = [_one_line(declaration.cue), polar(declaration.polarity, _one_line(declaration.act))]
    return _told_line(actor, words, declaration.condition, declaration.deadline)


def _expectation_line(expectation: Expectation) -> str:
    actor = "the report" if expectation.actor is None else expectation.actor.name
    words = [_one_line(expectation.cue), polar(expectation.polarity, _one_line(expectation.expected))]
    return _told_line(actor, words, expectation.condition, expectation.window)


def _told_line(actor: str, words: list[str], condition: Span | None, when: DateEstimate) -> str:
    """Who, by which words, what, on which condition, when: as ``onrecord show`` puts it."""
    parts = [actor, *words, *([_one_line(condition)] if condition is not None else []), *filter(None, [days(when)])]
    return f"-  {safe(' | '.join(parts))}"


def _one_line(span: Span) -> str:
    return " ".join(span.text.split())


def _coloured(report: Report) -> list[tuple[str, str]]:
    """The text in pieces, each with a style. Inner spans (a source inside another's content) win over outer ones."""
    spans: list[tuple[Span, str]] = [(span, "chrome") for span in report.chrome]
    for statement in report.statements:
        spans += [(span, "content") for span in statement.content]
        spans += [(span, role) for role, span in (("source", statement.source), ("cue", statement.cue)) if span]
    styles = [""] * len(report.text)
    for span, role in sorted(spans, key=lambda item: item[0].start - item[0].end):
        styles[span.start : span.end] = [_STYLES[role]] * (span.end - span.start)
    pieces: list[tuple[str, str]] = []
    start = 0
    for place in range(1, len(styles) + 1):
        if place == len(styles) or styles[place] != styles[start]:
            pieces.append((safe_text(report.text[start:place]), styles[start]))
            start = place
    return pieces
