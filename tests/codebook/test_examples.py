"""Every example of every entry is run: it must come out as it says."""

from whowhom.examples import check_examples
from whowhom.pipeline import Coder


def test_every_example_of_the_codebook_comes_out(coder: Coder) -> None:
    failures = check_examples(coder)
    assert not failures, "\n".join(map(str, failures))


def test_every_type_has_at_least_fifteen_entries(coder: Coder) -> None:
    entries = [e.event_type for e in coder.codebook.entries if e.event_type]
    thin = {kind: entries.count(kind) for kind in coder.codebook.types if entries.count(kind) < 15}
    assert not thin
