"""Conversations as forms declared as data, and the pure engine that fills them in."""
