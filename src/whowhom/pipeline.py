"""The walk of an article, on one screen: the only place that knows the order of the rooms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version

from whowhom.actors import Catalogue, find_actors, load_catalogue
from whowhom.clauses import build_clauses
from whowhom.clean import CleanRules, clean_article, load_clean_rules
from whowhom.codebook import Codebook, load_codebook
from whowhom.counts import CountWords, find_counts, load_count_words
from whowhom.dates import DateWords, find_dates, load_date_words
from whowhom.events import ContextCues, Findings, Trial, code_events, load_contexts, scenes, trace
from whowhom.gate import Gate, gate_article, load_gate
from whowhom.parse import Parser, load_parser, parse_articles
from whowhom.places import Gazetteer, find_places, gazetteer_digest, load_gazetteer
from whowhom.records import Article, CleanArticle, Coded, ParsedArticle
from whowhom.settings import Settings
from whowhom.statements import StatementWords, find_statements, find_unknowns, load_statement_words


@dataclass(frozen=True, slots=True)
class Coder:
    """All that is loaded once and handed to the rooms."""

    settings: Settings
    codebook: Codebook
    clean_rules: CleanRules
    gate: Gate
    parser: Parser
    gazetteer: Gazetteer
    catalogue: Catalogue
    date_words: DateWords
    count_words: CountWords
    statement_words: StatementWords
    contexts: ContextCues
    names: frozenset[str]


def load_coder(settings: Settings) -> Coder:
    """Load codebook, model, gazetteer and word lists. Raises BadCodebook, BadSettings or MissingPart."""
    codebook, words, catalogue = load_codebook(settings.codebook), load_statement_words(), load_catalogue()
    return Coder(
        settings=settings,
        codebook=codebook,
        clean_rules=load_clean_rules(),
        gate=load_gate(codebook, words.cues, settings.parse.gate),
        parser=load_parser(settings.parse),
        gazetteer=load_gazetteer(),
        catalogue=catalogue,
        date_words=load_date_words(),
        count_words=load_count_words(),
        statement_words=words,
        contexts=load_contexts(codebook),
        names=frozenset(name.lower() for name in catalogue.names),
    )


@dataclass(frozen=True, slots=True)
class CoderDescription:
    """What a coder was loaded from: it goes into the manifest, and a run is known again by it."""

    model: str
    model_version: str
    model_hash: str
    spacy: str
    codebook: str
    codebook_version: str
    codebook_hash: str
    catalogue_hash: str
    gazetteer_hash: str


def describe_coder(coder: Coder) -> CoderDescription:
    """Say what a coder was loaded from."""
    return CoderDescription(
        coder.parser.name, coder.parser.version, coder.parser.digest, version("spacy"), coder.codebook.name,
        coder.codebook.version, coder.codebook.digest, coder.catalogue.digest, gazetteer_digest(),
    )  # fmt: skip


def code_articles(articles: Iterable[Article], coder: Coder) -> Iterator[tuple[CleanArticle, Coded]]:
    """Code articles one by one, in order: clean, gate, parse, find who, where, when, how many, and what was done."""
    for parsed in parsed_articles(articles, coder):
        yield parsed.clean, code_parsed(parsed, coder) if parsed.sentences else Coded()


def parsed_articles(articles: Iterable[Article], coder: Coder) -> Iterator[ParsedArticle]:
    """Clean, gate and parse articles, in order; one that is not coded has no sentences."""
    cleaned = (clean_article(a, coder.clean_rules, coder.settings.clean) for a in articles)
    gated = ((clean, gate_article(clean, coder.gate) if to_code(clean.article, coder) else ()) for clean in cleaned)
    return parse_articles(gated, coder.parser, coder.names)


def to_code(article: Article, coder: Coder) -> bool:
    """Whether an article is coded at all: not a copy (unless copies are), and in a language that is."""
    copy = article.duplicate_of is not None and coder.settings.run.copies == "skip"
    return not copy and article.language in (None, coder.settings.ingest.language)


def find_all(parsed: ParsedArticle, coder: Coder) -> Findings:
    """Find predicates, places, actors, dates, figures, statements and unknowns in a parsed article."""
    predicates = tuple(build_clauses(s, coder.codebook.lexicon) for s in parsed.sentences)
    toponyms = find_places(parsed, coder.gazetteer)
    who = find_actors(parsed, toponyms, coder.catalogue)
    statements = find_statements(parsed, predicates, who.mentions, coder.statement_words)
    return Findings(
        predicates=predicates,
        actors=who.mentions,
        governments=who.governments,
        toponyms=toponyms,
        dates=find_dates(parsed, coder.date_words),
        counts=tuple(c for s in parsed.sentences for c in find_counts(s, coder.count_words)),
        statements=statements,
        unknowns=find_unknowns(parsed, coder.statement_words),
    )


def code_parsed(parsed: ParsedArticle, coder: Coder) -> Coded:
    """Code one parsed article."""
    return code_events(parsed, find_all(parsed, coder), coder.codebook, coder.contexts, coder.settings.events)


def code_article(article: Article, coder: Coder) -> Coded:
    """Code one article: the same path as a whole corpus."""
    return next(coded for _, coded in code_articles([article], coder))


def explain_article(article: Article, coder: Coder) -> tuple[ParsedArticle, Findings, tuple[tuple[int, Trial], ...]]:
    """Return how an article was read: its trees, what was found in them, and every frame tried, by sentence."""
    clean = clean_article(article, coder.clean_rules, coder.settings.clean)
    parsed = next(parse_articles([(clean, gate_article(clean, coder.gate))], coder.parser, coder.names))
    found = find_all(parsed, coder)
    trials = ((s.sentence.index, t) for s in scenes(parsed, found) for t in trace(s, coder.codebook))
    return parsed, found, tuple(trials)
