"""The terminal as a channel: the same conversations for whoever develops them."""
