"""The gate: which sentences can matter. No model; one pass of an automaton over the trigger words."""

from whowhom.gate.gate import Gate, SentenceSpan, gate_article, load_gate

__all__ = ["Gate", "SentenceSpan", "gate_article", "load_gate"]
