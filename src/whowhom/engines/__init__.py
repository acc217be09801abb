"""Engines: where shards are worked on. `LocalEngine` uses processes of this machine."""

from whowhom.engines.local import LocalEngine, Loss

__all__ = ["LocalEngine", "Loss"]
