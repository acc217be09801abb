"""Events: what was done by whom to whom, read off predicates by the codebook's frames."""

from whowhom.events.coder import Findings, code_events, scenes
from whowhom.events.contexts import ContextCues, load_contexts
from whowhom.events.trace import Trial, trace

__all__ = ["ContextCues", "Findings", "Trial", "code_events", "load_contexts", "scenes", "trace"]
