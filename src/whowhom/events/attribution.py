"""Who vouches for an event: the statements that its words stand in, outermost first."""

from collections.abc import Sequence

from whowhom.records import Attribution, SourceStatus, Statement

NARRATOR = Attribution("narrator", None, None, None, None, None, None, None)


def sources_of(offset: int, statements: Sequence[Statement]) -> tuple[Attribution, ...]:
    """Return the sources of what is said at an article offset; empty where the narrator says it."""
    around = [s for s in statements if any(c.start <= offset < c.end for c in s.content)]
    around.sort(key=lambda s: -sum(c.end - c.start for c in s.content))
    return tuple(_source(s) for s in around)


def _source(s: Statement) -> Attribution:
    p = s.speaker
    if p is None:
        return Attribution(s.kind, s.form, None, None, None, None, None, s.cue)
    return Attribution(s.kind, s.form, p.start, p.end, p.text, p.actor_id, p.name, s.cue)


def with_status(source: Attribution, status: str) -> SourceStatus:
    """Return a source with the status it gives the event."""
    return SourceStatus(
        source.kind, source.form, source.start, source.end, source.text, source.actor_id, source.name, source.cue,
        status,  # type: ignore[arg-type]
    )  # fmt: skip
