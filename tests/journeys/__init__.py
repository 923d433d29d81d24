"""Whole stories, from a fault told in chat to a survey answered, against the fake Bot API."""
