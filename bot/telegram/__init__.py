"""Telegram as a channel: updates in, messages out. The only package that imports telegram."""

import os

# Asks python-telegram-bot for timedeltas, its coming default; without it a 429 warns in its own constructor.
os.environ.setdefault("PTB_TIMEDELTA", "true")
