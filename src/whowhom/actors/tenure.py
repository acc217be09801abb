"""Who held which office when."""

from datetime import date

from whowhom.actors.catalogue import Entry, Tenure

#: Sectors of a post whose former holder counts as one of the elite.
_POSTS = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))


def standing(entry: Entry, on: date | None) -> Tenure:
    """Return what an entry was on a day; without a day, the latest of its rows.

    Somebody between posts or past them is ELI, with the last post's sector second; before the
    first post, the first post's country with no sector.
    """
    current = [t for t in entry.tenures if _holds(t, on)]
    if current:
        return current[0]
    past = [t for t in entry.tenures if t.end is not None and on is not None and t.end < on]
    if past:
        last = max(past, key=lambda t: t.end or date.min)
        if not _POSTS & set(last.sectors):
            return last
        return Tenure(last.country, ("ELI", last.sectors[0]), f"former {last.office}", last.end, None)
    if on is None:
        return entry.tenures[0]
    first = entry.tenures[-1]
    if first.start is not None and entry.of == "person":
        return Tenure(first.country, (), "", None, first.start)
    return first


def in_office(entry: Entry, on: date | None) -> bool:
    """Whether an entry holds one of its posts on a day (always, without a day and with an open post)."""
    return any(_holds(t, on) for t in entry.tenures)


def _holds(tenure: Tenure, on: date | None) -> bool:
    if on is None:
        return tenure.end is None
    return (tenure.start is None or tenure.start <= on) and (tenure.end is None or on <= tenure.end)
