"""Runs the examples of a codebook: each must be coded as it says, each counter-example must not."""

from collections.abc import Iterable
from dataclasses import dataclass

from whowhom.codebook import Entry
from whowhom.codebook.schema import ExampleRow
from whowhom.pipeline import Coder, code_articles
from whowhom.records import Article, Event, Party


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not come out, with what came out instead."""

    path: str
    line: int
    rule: str
    text: str
    message: str

    def __str__(self) -> str:
        """Return `file:line: rule: what is wrong`."""
        return f"{self.path}:{self.line}: {self.rule}: {self.message}\n    {self.text}"


def check_examples(coder: Coder) -> list[Failure]:
    """Code all examples of all entries and return those that fail, in the order of the files."""
    tasks = [(e, x.text, x) for e in coder.codebook.entries for x in e.examples if e.event_type]
    against = [(e, text, None) for e in coder.codebook.entries for text in e.counterexamples if e.event_type]
    cases: list[tuple[Entry, str, ExampleRow | None]] = [*tasks, *against]
    coded = code_articles((_article(n, text) for n, (_, text, _) in enumerate(cases)), coder)
    failures = []
    for (entry, text, example), (_, result) in zip(cases, coded, strict=True):
        message = _against(entry, result.events) if example is None else _wrong(entry, example, result.events)
        if message is not None:
            failures.append(Failure(entry.path, entry.line, entry.rule, text, message))
    return failures


def _article(number: int, text: str) -> Article:
    return Article(f"example-{number}", None, text, None, None, "en", None, None, None, "examples", number)


def _against(entry: Entry, events: Iterable[Event]) -> str | None:
    fired = [e for e in events if e.rule.split("#")[0] == entry.rule]
    return f"must not fire here, but codes {fired[0].event_type} at '{fired[0].trigger.text}'" if fired else None


def _wrong(entry: Entry, example: ExampleRow, events: tuple[Event, ...]) -> str | None:
    """Return what is wrong with the best event for an example, None where nothing is."""
    if entry.refuse is not None:
        return None
    wanted = example.type or entry.event_type
    mine = [e for e in events if e.rule.split("#")[0] == entry.rule] or [e for e in events if e.event_type == wanted]
    if not mine:
        return f"codes nothing (wanted {wanted}); other events: {', '.join(_brief(e) for e in events) or 'none'}"
    problems = [_problem(e, wanted, example) for e in mine]
    return None if None in problems else problems[0]


def _problem(event: Event, wanted: str | None, example: ExampleRow) -> str | None:
    if event.event_type != wanted:
        return f"codes {event.event_type}, wanted {wanted}"
    sides = [("actor", example.actor, event.actors), ("recipient", example.recipient, event.recipients)]
    for name, words, parties in sides:
        for word in [words] if isinstance(words, str) else words or []:
            pool = (*event.actors, *event.recipients) if event.symmetric else parties
            if not _names(word, pool):
                return f"{name} '{word}' is missing: {_brief(event)}"
    if example.modes is not None and not set(example.modes) <= set(event.modes):
        return f"modes {list(event.modes)}, wanted {example.modes}"
    if example.status is not None and event.status != example.status:
        return f"status {event.status}, wanted {example.status}"
    return None


def _names(word: str, parties: Iterable[Party]) -> bool:
    """Whether a party is the one meant: its words and the example's contain one another, or share the head."""
    texts = [t.lower() for p in parties for t in (p.text, p.name) if t]
    w = word.lower()
    return any(w in t or t in w for t in texts)


def _brief(event: Event) -> str:
    def names(parties: Iterable[Party]) -> str:
        return ", ".join(p.text or "+".join(p.sectors) for p in parties) or "nobody"

    return f"{event.event_type} ({names(event.actors)} -> {names(event.recipients)}) by {event.rule}"
