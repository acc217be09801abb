"""Events: what was done by whom to whom, read off predicates by the codebook's frames."""

from whowhom.events.coder import Findings, code_events

__all__ = ["Findings", "code_events"]
