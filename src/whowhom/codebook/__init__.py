"""The codebook: what counts as which event, as data (docs/codebook.md)."""

from whowhom.codebook.frames import Frame, Slot
from whowhom.codebook.lexicon import EventNoun, Lexicon, Support
from whowhom.codebook.loader import BUILT_IN, built_in_folder, example_folder, load_codebook
from whowhom.codebook.model import Codebook, Content, Entry, Outcome, Rule, Rules
from whowhom.codebook.restrictions import RESTRICTIONS, Restriction

__all__ = [
    "BUILT_IN", "RESTRICTIONS", "Codebook", "Content", "Entry", "EventNoun", "Frame", "Lexicon", "Outcome",
    "Restriction", "Rule", "Rules", "Slot", "Support", "built_in_folder", "example_folder", "load_codebook",
]  # fmt: skip
