"""Universal tags and lemmas from Penn tags: what spaCy's attribute ruler and lemmatizer do, once for each form."""

from typing import Any

from spacy.tokens import Doc

UNIVERSAL = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ",
    "JJS": "ADJ", "LS": "X", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PDT": "DET",
    "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "TO": "PART",
    "UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
    "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "ADV", "HYPH": "PUNCT", "AFX": "ADJ", "SYM": "SYM",
    "$": "SYM", "ADD": "X", "NFP": "PUNCT", "XX": "X", "GW": "X",
}  # fmt: skip
BE_HAVE_DO = {
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "be": "be", "am": "be",
    "'s": "be", "'re": "be", "'m": "be", "has": "have", "have": "have", "had": "have", "having": "have", "'ve": "have",
    "'d": "have", "does": "do", "do": "do", "did": "do", "done": "do", "doing": "do",
}  # fmt: skip
MODALS = {"'ll": "will", "wo": "will", "ca": "can", "'d": "would", "sha": "shall"}


def universal(tag: str, dep: str, text: str) -> str:
    """Return the universal part of speech of a token."""
    if tag.startswith("VB") and (
        dep in ("aux", "auxpass") or (text.lower() in BE_HAVE_DO and BE_HAVE_DO[text.lower()] == "be")
    ):
        return "AUX"
    return UNIVERSAL.get(tag, "PUNCT")


class Lemmas:
    """Lemmas by form and tag; the model's lemmatizer is asked once for each pair."""

    def __init__(self, nlp: Any, lemmatizer: Any) -> None:
        self._vocab, self._lemmatizer = nlp.vocab, lemmatizer
        self._known: dict[tuple[str, str], str] = {}

    def lemma(self, text: str, tag: str, pos: str) -> str:
        """Return the lemma of a form; names keep their spelling."""
        if pos in ("PROPN", "X", "SYM", "NUM"):
            return text
        lower = text.lower()
        if tag == "MD":
            return MODALS.get(lower, lower)
        if tag.startswith("VB") and lower in BE_HAVE_DO:
            return BE_HAVE_DO[lower]
        if tag in ("VB", "NN", "JJ", "RB") or pos not in ("VERB", "NOUN", "ADJ", "ADV", "AUX"):
            return lower
        key = (lower, tag)
        if key not in self._known:
            self._known[key] = self._ask(lower, pos)
        return self._known[key]

    def _ask(self, lower: str, pos: str) -> str:
        doc = Doc(self._vocab, words=[lower])
        doc[0].pos_ = "VERB" if pos == "AUX" else pos
        return _likeliest(lower, [str(f) for f in self._lemmatizer.lemmatize(doc[0])])


def _likeliest(form: str, lemmas: list[str]) -> str:
    """Return the lemma that spelling favours: "staged" is of "stage", since "stag" would double its g."""
    first = lemmas[0]
    short = first.removesuffix("e")
    if short != first and short in lemmas and short.endswith(("on", "er", "en", "or", "el", "al", "it", "op", "et")):
        return short
    silent = f"{first}e"
    doubles = len(first) > 2 and first[-1] not in "aeiouwxy" and first[-2] in "aeiou" and first[-3] not in "aeiou"
    if silent in lemmas and doubles and form.startswith(first) and form[len(first) :] in ("ed", "ing", "es"):
        return silent
    return first
