"""The records: what flows between the stages, and what a dataset holds (docs/records.md)."""

from whowhom.records.article import NOT_CODED, Article, CleanArticle, Passage, Rejection, Span
from whowhom.records.clause import Argument, Operators, Predicate
from whowhom.records.event import (
    ActorUse,
    Attribution,
    Coded,
    Count,
    Event,
    Mention,
    Party,
    Place,
    Refusal,
    Relation,
    SourceStatus,
    Statement,
    Status,
    Unknown,
    When,
)
from whowhom.records.finding import ActorMention, CountMention, DateMention, Toponym
from whowhom.records.incident import (
    Actor,
    Alias,
    CountReport,
    Decision,
    EventStatus,
    Incident,
    IncidentCount,
)
from whowhom.records.tree import Name, ParsedArticle, Sentence, Token

__all__ = [
    "NOT_CODED", "Actor", "ActorMention", "ActorUse", "Alias", "Argument", "Article", "Attribution",
    "CleanArticle", "Coded", "Count", "CountMention", "CountReport", "DateMention", "Decision", "Event",
    "EventStatus", "Incident", "IncidentCount", "Mention", "Name", "Operators", "ParsedArticle", "Party",
    "Passage", "Place", "Predicate", "Refusal", "Rejection", "Relation", "Sentence", "SourceStatus", "Span",
    "Statement", "Status", "Token", "Toponym", "Unknown", "When",
]  # fmt: skip
