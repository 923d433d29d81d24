"""Stored conversations and the inbox of updates that were seen."""
