"""Whole conversations as plain text: who says, taps and sends what, what each phone shows, and what is left.

A transcript is written by hand as far as its lines stand at the margin; what is indented is what came of it and is
written by `pytest --update`. The product is started anew before every line, so that nothing may hang on memory.
The same file is played on every channel: `on_telegram`, `on_web` and `in_terminal` send what people do and read what
the chats show, `abilities` says what a channel that can do less leaves out.
"""
