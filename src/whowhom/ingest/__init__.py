"""Ingest: files, folders and standard input become articles, rejections and notices.

It decides encoding, format, title, date and source, and nothing about meaning.
"""

from whowhom.ingest.notice import Notice
from whowhom.ingest.read import read_articles

__all__ = ["Notice", "read_articles"]
