"""Under which words a token may be found in a class of the codebook."""

from whowhom.records import Sentence


def keys(sentence: Sentence, i: int) -> frozenset[str]:
    """Return a noun's lemma and text, also with its modifiers and its `of` ("tear gas", "state of emergency")."""
    token = sentence.tokens[i]
    lemma, text = token.lemma.lower(), token.text.lower()
    found = {lemma, text}
    for c in sentence.children(i):
        if c.dep in ("compound", "amod", "nmod", "advmod", "neg"):
            found |= {f"{c.text.lower()} {lemma}", f"{c.lemma.lower()} {lemma}", f"{c.text.lower()} {text}"}
        elif c.dep == "prep" and c.text.lower() in ("of", "for", "on"):
            for g in sentence.children(c.i, "pobj"):
                found.add(f"{lemma} {c.text.lower()} {g.lemma.lower()}")
                found.add(f"{lemma} {c.text.lower()} {g.text.lower()}")
    return frozenset(found)
