"""Incidents: which reports tell of one happening."""

from whowhom.incidents.merge import Merged, merge_events

__all__ = ["Merged", "merge_events"]
