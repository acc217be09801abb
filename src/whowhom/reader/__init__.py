"""The reader: a small trained model that gives a second opinion on which act a predicate tells, if any."""

from whowhom.reader.model import Reader, load_reader
from whowhom.reader.read import read_sentences

__all__ = ["Reader", "load_reader", "read_sentences"]
