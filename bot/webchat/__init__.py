"""The web chat as a channel: the same conversations in a browser, over a WebSocket."""
