"""Events: what was done by whom to whom, read off predicates by the codebook's frames."""

from whowhom.events.coder import Findings, code_events
from whowhom.events.contexts import ContextCues, load_contexts

__all__ = ["ContextCues", "Findings", "code_events", "load_contexts"]
