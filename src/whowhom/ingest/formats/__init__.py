"""One file a format; `registry.py` says which is read by which."""
