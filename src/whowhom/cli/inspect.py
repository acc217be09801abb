"""`whowhom inspect`: the text of an article with every finding and refusal in place."""

from typing import TYPE_CHECKING

from whowhom.cli.article import Input, Number, nth_article
from whowhom.cli.options import Codebook, Fields, Model, settings_from

if TYPE_CHECKING:
    from rich.text import Text

    from whowhom.records import Article, CleanArticle, Coded, Event, Party

STYLES = {
    "event": "bold green",
    "refusal": "red",
    "statement": "underline",
    "unknown": "yellow",
    "passage": "dim",
    "place": "cyan",
}


def inspect(
    article: Input,
    number: Number = 1,
    model: Model = None,
    codebook: Codebook = None,
    field: Fields = None,
) -> None:
    """Show an article with all that was found in it and all that was turned down, in place.

    Green is an event's trigger, red a candidate that was turned down, cyan a place, yellow what is not known;
    dim text is not coded.
    Example: whowhom inspect news.jsonl --number 3
    """
    from rich.console import Console

    from whowhom.pipeline import code_articles, load_coder

    settings = settings_from(model, codebook, field)
    found = nth_article(article, number, settings.ingest)
    clean, coded = next(code_articles([found], load_coder(settings)))
    console = Console()
    for line in (heading(found), marked(clean, coded), *listing(coded)):
        # In a pipe a line stays whole; a screen wraps it at words.
        console.print(line, markup=False, highlight=False, soft_wrap=not console.is_terminal)


def heading(article: "Article") -> "Text":
    """Return title, date and source; `Text`, so that brackets in them are not read as markup."""
    from rich.text import Text

    rest = [str(article.published or "no date"), article.source or ""]
    return Text.assemble((article.title or article.path, "bold"), "  ", "  ".join(rest).rstrip())


def marked(clean: "CleanArticle", coded: "Coded") -> "Text":
    """Return the article's text with findings in colour."""
    from rich.text import Text

    text = Text(clean.article.text)
    for p in clean.passages:
        if p.kind != "headline":
            text.stylize(STYLES["passage"], p.start, p.end)
    for s in coded.statements:
        for c in s.content:
            text.stylize(STYLES["statement"], c.start, c.end)
    for m in coded.mentions:
        if m.kind == "place":
            text.stylize(STYLES["place"], m.start, m.end)
    for u in coded.unknowns:
        text.stylize(STYLES["unknown"], u.start, u.end)
    for r in coded.refusals:
        text.stylize(STYLES["refusal"], r.trigger.start, r.trigger.end)
    for e in coded.events:
        text.stylize(STYLES["event"], e.trigger.start, e.trigger.end)
    return text


def listing(coded: "Coded") -> list[str]:
    """Return one line an event, relation, unknown and refusal, in text order."""
    rows = [(e.trigger.start, event_line(e)) for e in coded.events]
    rows += [(r.trigger.start, f"    {_who(r.subject)} {r.relation} {_who(r.object)}") for r in coded.relations]
    rows += [(u.start, f"  ? {u.kind}: {u.text}") for u in coded.unknowns]
    rows += [(r.trigger.start, f"  - {r.trigger.text}: {r.reason} [{r.rule}]") for r in coded.refusals]
    return [line for _, line in sorted(rows)]


def event_line(e: "Event") -> str:
    """Return an event in one line: what, who to whom, whether, when, where, by whom, by which rule."""
    who = ", ".join(_who(p) for p in e.actors) or "nobody named"
    whom = ", ".join(_who(p) for p in e.recipients)
    day = f" {e.date.earliest}..{e.date.latest}" if e.date and e.date.earliest else ""
    place = f" at {e.place.name}" if e.place else ""
    counts = "".join(f" {c.kind} {c.low}-{'' if c.high is None else c.high}" for c in e.counts)
    source = (
        ""
        if e.attribution.kind == "narrator"
        else f" says {e.attribution.name or e.attribution.text or e.attribution.kind}"
    )
    inner = "    " if e.embedded_in else "  + "
    modes = "/" + "/".join(e.modes) if e.modes else ""
    arrow = " -> " + whom if whom else ""
    return (
        f"{inner}{e.event_type}{modes} «{e.trigger.text}» {who}{arrow} ({e.status}, {e.certainty}){day}{place}{counts}"
        f"{source} [{e.rule} {e.confidence:.2f}]"
    )


def _who(p: "Party") -> str:
    name = p.name or p.text or "+".join(p.sectors)
    return f"{name} ({p.country or '-'} {'+'.join(p.sectors)})".replace(" )", ")")
