"""`whowhom explain`: the predicates of one sentence, and which frames they met and failed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from whowhom.cli.article import Input, Number, nth_article
from whowhom.cli.options import Codebook, Fields, Model, settings_from
from whowhom.errors import BadInput

if TYPE_CHECKING:
    from whowhom.events import Trial
    from whowhom.records import ParsedArticle, Predicate, Sentence


def explain(
    article: Input,
    number: Number = 1,
    at: Annotated[int | None, typer.Option("--at", help="The sentence at this code point.")] = None,
    sentence: Annotated[
        int | None, typer.Option("--sentence", help="The sentence with this number, from 1.", min=1)
    ] = None,
    model: Model = None,
    codebook: Codebook = None,
    field: Fields = None,
) -> None:
    """Show how one sentence was read: its predicates with their arguments, the frames they met, and those they failed.

    Example: whowhom explain news.txt --sentence 2
    """
    from rich.console import Console

    from whowhom.pipeline import explain_article, load_coder

    settings = settings_from(model, codebook, field)
    found = nth_article(article, number, settings.ingest)
    parsed, findings, trials = explain_article(found, load_coder(settings))
    chosen = _choose(parsed, at, sentence)
    console = Console()
    console.print(found.text[chosen.start : chosen.end], markup=False)
    if not chosen.parsed:
        console.print("not parsed: no trigger word of the codebook stands in it, or it is not coded text")
    mine = [t for index, t in trials if index == chosen.index]
    for number, line in enumerate(predicate_lines(chosen, findings.predicates[chosen.index])):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
        for trial in [t for t in mine if t.predicate == number]:
            console.print(trial_line(trial), markup=False, highlight=False, soft_wrap=True)


def _choose(parsed: "ParsedArticle", at: int | None, number: int | None) -> "Sentence":
    if at is not None:
        hit = next((s for s in parsed.sentences if s.start <= at < s.end), None)
        if hit is None:
            size = len(parsed.clean.article.text)
            raise BadInput(f"there is no sentence at code point {at}; choose one from 0 to {size - 1} with --at")
        return hit
    wanted, held = (number or 1) - 1, len(parsed.sentences)
    if not held:
        raise BadInput("the article has no sentence that is coded; see what it is taken for with `whowhom inspect`")
    if not 0 <= wanted < held:
        raise BadInput(f"the article has no sentence {number}; choose one from 1 to {held} with --sentence")
    return parsed.sentences[wanted]


def predicate_lines(sentence: "Sentence", predicates: "tuple[Predicate, ...]") -> Iterator[str]:
    """Yield one line a predicate: its kind, words, arguments, operators and governor."""

    def word(i: int) -> str:
        return sentence.tokens[i].text

    for p in predicates:
        arguments = ", ".join(f"{a.role}={word(a.head)}{'*' if a.inherited else ''}" for a in p.arguments)
        ops: list[str] = [p.operators.tense]
        ops += [
            f"{name}:{word(i)}"
            for name, i in (("not", p.operators.negation), ("modal", p.operators.modal), ("if", p.operators.condition))
            if i is not None
        ]
        what = f"{p.index} {p.kind}{' passive' if p.passive else ''} {'/'.join(p.lemmas)}"
        yield f"{what}: {arguments} [{' '.join(ops)}] {p.link} of {p.governor}"


def trial_line(trial: "Trial") -> str:
    """Return a frame that was tried, in one line: what it met, or the slot it failed at."""
    if trial.weight is not None:
        return f"    + {trial.outcome} {trial.weight:.2f} {trial.rule}: {trial.frame}"
    return f"    - {trial.rule}: {trial.frame} (failed: {trial.failed})"
